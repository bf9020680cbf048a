"""Texts that are nearly a figure: what each says if a slip in printing it is forgiven.

Who takes one of these for a figure has to say which slip it was; none with a slip is sure.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reviewer.base import Frozen
from reviewer.forms.figures.chinese import chinese_number
from reviewer.forms.figures.numbers import INVISIBLE, MARKS, UNITS, Parsed, parse_figure
from reviewer.forms.report import Kind

_LONGEST = 60
"""A figure with its remark is no longer."""

_DIGIT = re.compile(r"[\dOolI丨零〇○一二两三四五六七八九十]")
_COUNTS_NOTES = re.compile(rf"[{MARKS}]|^\.\d")
"""Numbers in a remark that are not the figure's; a fraction may have lost the figure before it."""

_UNIT = "|".join(r"\s?".join(unit) for unit in UNITS)
_BROKEN = re.compile(
    r"[1-9]\d*(?:[ \u00a0\u3000\n]+\d+){0,8}"
    rf"(?:\s?\.\s?\d+(?: \d+)*)?(?:\s?(?:{_UNIT}))?"
)
_REMARKED = re.compile(r"([^(]*\d[^(\d]*)\([^()]*\)")
_WORDED = re.compile(r"(\d+)(?![余多来左以几倍成年月日])[\u4e00-\u9fff]{1,3}")
_SPECKLE = ".'`·_~°。,，\"’‘、:;*^"
_LETTERS = str.maketrans({"O": "0", "o": "0", "〇": "0", "○": "0", "l": "1", "I": "1", "丨": "1"})
_LETTERED = re.compile(rf"[\dOolI〇○丨]+(?:{'|'.join(UNITS)})?")
_CHINESE = re.compile(
    rf"(?!一$)(?P<number>[零〇一二三四五六七八九十百千两]+)(?P<unit>{'|'.join(UNITS)})?"
)
"""Chinese numerals; a single 一 may as well be a dash."""


class Nearly(Frozen):
    """What a text says as a figure, and the slip in printing it, in words.

    Chinese numerals are no slip.
    """

    parsed: Parsed
    slip: str


@lru_cache(maxsize=1024)
def nearly_figure(printed: str) -> Nearly | None:
    """The figure that a text is but for one slip: ``1 2``, ``6（含上年1件）``, ``1O``, ``三``."""
    if len(printed) > _LONGEST or not _DIGIT.search(printed) or _COUNTS_NOTES.search(printed):
        return None
    folded = unicodedata.normalize("NFKC", printed).strip()
    bare = INVISIBLE.sub("", folded)
    remarked = _REMARKED.fullmatch(folded)
    worded = _WORDED.fullmatch(bare)
    chinese = _CHINESE.fullmatch(bare)
    number = chinese_number(chinese["number"]) if chinese else None
    if chinese is not None and number is not None:
        parsed = Parsed(kind=Kind.NUMBER, number=number, unit=chinese["unit"])
        return Nearly(parsed=parsed, slip="")
    ways = (
        (bare if _BROKEN.fullmatch(folded) else "", "数字中间有空白或换行，按一个数读取，请核对"),
        (remarked[1] if remarked else "", "数字后有括号说明，只取数字，请核对"),
        (
            folded.translate(_LETTERS) if _LETTERED.fullmatch(folded) else "",
            "数字中有形近的字母，按数字读取，请核对",
        ),
        (worded[1] if worded else "", "数字后有其他文字，只取数字，请核对"),
        (folded.strip(_SPECKLE), "数字旁有其他符号，只取数字，请核对"),
    )
    for text, slip in ways:
        parsed = parse_figure(text)
        if parsed.kind is Kind.NUMBER:
            return Nearly(parsed=parsed, slip=slip)
    return None


def is_lettered(text: str) -> bool:
    """Whether a text is digits and letters that look like some: ``1O``, ``l``."""
    return bool(_LETTERED.fullmatch(text))


def is_remarked(text: str) -> bool:
    """Whether a text is a figure with words behind it: ``6（含上年1件）``, ``5户``."""
    words = text[:1].isdigit() and not text[-1].isdigit() and text[-1] not in _SPECKLE
    return words and nearly_figure(text) is not None
