"""Years as they are printed: 2023, ２０２３, 二〇二三."""

from __future__ import annotations

import re

DIGITS = "0-9０-９〇○零一二三四五六七八九OoＯ"
YEAR = re.compile(
    rf"(?P<year>[12２][{DIGITS}]{{3}}|二[{DIGITS}]{{3}})\s*(?:年度(?!假)|年|度(?!假))?"
)
_CHINESE_DIGITS = str.maketrans(
    "〇○零OoＯ一二三四五六七八九０１２３４５６７８９", "000000" + "123456789" + "0123456789"
)


def to_year(printed: str) -> int | None:
    """The year that digits of whatever kind name; None if they name none."""
    digits = printed.translate(_CHINESE_DIGITS)
    year = int(digits) if digits.isdigit() else 0
    return year if 2000 <= year <= 2099 else None
