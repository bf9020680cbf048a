"""The area that a body's name begins with: 云岭县 of 云岭县石桥镇."""

from __future__ import annotations

import re

_AREA = re.compile(r".{1,8}?(?:自治[县州区]|[省市县区盟旗]|州(?!市))(?=[\u4e00-\u9fff]{2})")


def without_area(body: str) -> str | None:
    """A body's name without the widest area that it begins with; None if there is none.

    What is left has two characters at least.
    """
    area = _AREA.match(body)
    return body[area.end() :] if area is not None else None
