"""Numbers in Chinese characters."""

from __future__ import annotations

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "廿": 20}
_DIGITS |= {character: value for value, character in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}


def chinese_number(printed: str) -> int | None:
    """``二十三`` → 23, ``一百零五`` → 105, ``二〇二一`` → 2021; None for what is no number."""
    if not printed or any(one not in _DIGITS and one not in _SCALES for one in printed):
        return None
    if not any(one in _SCALES or one == "廿" for one in printed):
        return int("".join(str(_DIGITS[one]) for one in printed))
    total, digit = 0, 0
    for one in printed:
        if one in _SCALES:
            total += (digit or 1) * _SCALES[one]
            digit = 0
        elif one == "廿":
            total += 20
        else:
            digit = _DIGITS[one]
    return total + digit
