"""The area that a body's name begins with: 云岭县 of 云岭县石桥镇."""

from __future__ import annotations

import re

_AREA = re.compile(r".{1,8}?(?:自治[县州区]|[省市县区盟旗]|州(?!市))(?=[\u4e00-\u9fff]{2})")
_OFFICE = re.compile(r"(?:人民政府|政府|管理委员会|管委会|办事处|办公室|党工委)+")


def without_area(body: str) -> str | None:
    """A body's name without the widest area that it begins with; None if there is none.

    What is left has two characters at least, and is no mere office: any area has one.
    """
    area = _AREA.match(body)
    left = body[area.end() :] if area is not None else ""
    return left if left and not _OFFICE.fullmatch(left) else None
