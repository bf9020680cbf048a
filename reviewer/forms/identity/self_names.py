"""What a report calls the body that writes it: 我局 is written by no town."""

from __future__ import annotations

import re
from collections import Counter

_SELF = re.compile(
    r"[我本](?P<kind>镇|乡|苏木|街道?|局|委|办(?!法|公|理|事)|厅|署|院|校|中心|[支大]队|站|馆|社(?!会|区)|关(?!于))"
)
_SCHOOLS = re.compile("高等学校信息公开|高校信息公开")
"""《高等学校信息公开办法》 and what belongs to it; bureaus that cite it say 我局 besides."""

_CLEARLY = 2
"""A word is relied on if the text uses it this many times as often as any other."""

_ENDINGS: dict[str, re.Pattern[str]] = {
    kind: re.compile(f"(?:{ending})$")
    for kind, ending in {
        "镇": "镇(?:人民政府|政府)?",
        "乡": "(?:乡|苏木)(?:人民政府|政府)?",
        "苏木": "苏木(?:人民政府|政府)?",
        "街": "街道?(?:办事处|办)?",
        "街道": "街道?(?:办事处|办)?",
        "局": "局|署|队",
        "委": "委|委员会|管委会",
        "办": "办|办公室|办公厅|中心|委员会|局",
        "厅": "厅|办公室",
        "署": "署",
        "院": "院|法院|检察院",
        "校": "学|校|院|班",
        "中心": "中心",
        "支队": "队",
        "大队": "队",
        "站": "站",
        "馆": "馆",
        "社": "社",
        "关": "海关|关区",
    }.items()
}
"""How the name of a body ends that calls itself so."""


class SelfNames:
    """What one text calls the body that writes it."""

    def __init__(self, plain: str) -> None:
        """Look at the words for itself in a text in simplified characters."""
        counts = Counter(match["kind"] for match in _SELF.finditer(plain))
        if not counts and _SCHOOLS.search(plain):
            counts["校"] = 1
        (kind, times), (_, next_times) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
        self._ending = _ENDINGS.get(kind) if times >= _CLEARLY * next_times else None

    def may_be(self, body: str) -> bool:
        """Whether a body may call itself what the text does."""
        return self._ending is None or bool(self._ending.search(body))

    def must_be(self, body: str) -> bool:
        """Whether the text calls itself what just such a body does."""
        return self._ending is not None and self.may_be(body)
