"""Numbers as automatic numbering prints them: 12, 十二, 拾贰, xii, L, ⑫."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_BEYOND = 10_000
"""No list counts this far: higher numbers are printed in digits."""


def numeral(number: int, form: str) -> str:
    """A number in a format that WordprocessingML names; digits for formats unknown here."""
    if form == "none":
        return ""
    if not 0 <= number < _BEYOND:
        return str(number)
    write = _FORMS.get(form)
    return str(number) if write is None else write(number)


def _counting(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """一, 十二, 一百零五."""
    if number == 0:
        return digits[0]
    text = ""
    gap = False
    for place, digit in reversed(list(enumerate(map(int, reversed(str(number)))))):
        if digit == 0:
            gap = bool(text)
            continue
        text += ("零" if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = False
    return text.removeprefix(digits[1]) if 10 <= number < 20 and digits is _DIGITS else text


def _by_digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        text += letters * count
    return text


def _letter(number: int) -> str:
    """A … Z, AA, BB: as Word counts on."""
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 20) if number else ""


def _picked(characters: str) -> Callable[[int], str]:
    return lambda number: characters[(number - 1) % len(characters)]


def _enclosed(first: int, last: int = 20) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if 1 <= number <= last else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "chineseLegalSimplified": lambda number: _counting(number, _LEGAL, "拾佰仟"),
    "ideographDigital": _by_digits,
    "taiwaneseDigital": _by_digits,
    "japaneseDigitalTenThousand": _by_digits,
    "ideographTraditional": _picked(_STEMS),
    "ideographZodiac": _picked(_BRANCHES),
    "decimalEnclosedCircle": _enclosed(0x2460),
    "decimalEnclosedCircleChinese": _enclosed(0x2460),
    "decimalEnclosedParen": _enclosed(0x2474),
    "decimalEnclosedFullstop": _enclosed(0x2488),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
}
