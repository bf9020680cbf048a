"""What a report is speaking of at a place: applications, proceedings, or something else.

A bare 申请 or 答复 says nothing of its own; the words before it do: after 依申请公开 it is an
application, after 网民留言 it is not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum


class Topic(StrEnum):
    """A matter that figures are stated of."""

    NONE = ""
    REQUESTS = "requests"
    DISPUTES = "disputes"
    OTHER = "other"


_TOPICS = re.compile(
    r"(?P<none>信访、?举报、?投诉类|审批意见|意见书|不动产|申请人意见)"
    r"|(?P<disputes>复议|诉讼|应诉)"
    r"|(?P<requests>依申请|信息(?:依法)?的?公开的?申请|申请公开|公开申请|公开(?:政府|相关|有关|的)*信息的?申请"
    r"|信息的?申请)"
    r"|(?P<other>留言|来信(?!申请)|来电|来访|信访|投诉|举报|热线|12345|提案|建议|议案|咨询|意见|工单|信箱|舆情"
    r"|(?:低保|救助|补贴|登记|许可|审批|住房|保障|入学|服务|社保|户籍|资格|认定|补助|贷款|用地|立案|仲裁)[^,;:。]{0,4}申请|培训班|发布会|解读|访谈|问卷|回应|收费|减免)"
)


class Topics:
    """The matters that a stretch of text names, by place."""

    def __init__(self, text: str) -> None:
        self._places: list[int] = []
        self._topics: list[Topic] = []
        for match in _TOPICS.finditer(text):
            name = match.lastgroup
            if name is not None and name != "none":
                self._places.append(match.start())
                self._topics.append(Topic(name))

    def at(self, place: int) -> Topic:
        """The matter named last before a place."""
        index = bisect_right(self._places, place - 1)
        return self._topics[index - 1] if index else Topic.NONE

    def last(self, place: int, *topics: Topic) -> Topic:
        """The one of some matters that is named last before a place."""
        index = bisect_right(self._places, place - 1)
        named = (topic for topic in reversed(self._topics[:index]) if topic in topics)
        return next(named, Topic.NONE)
