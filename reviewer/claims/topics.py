"""What a report is speaking of at a place: applications, proceedings, or something else.

A bare 申请 or 答复 says nothing of its own; the words before it do: after 依申请公开 it is an
application, after 网民留言 it is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import StrEnum

from reviewer.patterns import any_of


class Topic(StrEnum):
    """A matter that figures are stated of."""

    NONE = ""
    REQUESTS = "requests"
    DISPUTES = "disputes"
    OTHER = "other"


_NO_MATTER = any_of(
    # 因信访、投诉类不予处理 is a result
    r"信访、?举报、?投诉类",
    r"(?<=[于因系为按])信访、?(?:举报|投诉)(?:、?(?:举报|投诉))?",
    # 不予处理5件（信访类3件）
    r"(?<=处理\d件\()信访类|(?<=处理\d\d件\()信访类",
    r"审批意见|意见书|不动产|申请人意见",
    # 申请内容主要集中在用地审批
    r"(?:申请(?:公开)?的?)?(?:内容|事项)(?:主要|多)*(?:集中|涉及|包括|围绕)[^。;\n]{0,60}",
)
_REQUESTS = any_of(
    r"依申请|信息(?:依法)?的?公开的?申请|申请公开|公开申请",
    r"公开(?:政府|相关|有关|的)*信息的?申请|信息的?申请",
)
_OTHER = any_of(
    r"留言|来信(?!申请)|来电|来访(?!申请)|信访|投诉|举报|热线|12345|提案|建议|议案|咨询|意见|工单|信箱|舆情",
    # 低保申请
    r"(?:低保|救助|补贴|登记|许可|审批|住房|保障|入学|(?<!法律)服务|社保|户籍|资格|认定|补助|贷款|用地|立案"
    r"|仲裁)[^,;:。信公依]{0,4}申请",
    r"政务(?:服务|平台|大厅)[^,;:。]{0,8}(?:受理|办理)",
    r"办件|培训班|发布会|解读|访谈|问卷|回应|收费|减免",
)
_TOPICS = re.compile(
    # What an alternative may begin with: most places in a text are passed over by it.
    "(?=[信审意不申内事复诉应依公留来投举热1提建议咨工舆低救补登许住保入服社户资认贷用立仲政办培发解访问回收减])"
    + any_of(
        f"(?P<none>{_NO_MATTER})",
        "(?P<disputes>复议|诉讼|应诉)",
        f"(?P<requests>{_REQUESTS})",
        f"(?P<other>{_OTHER})",
    )
)
"""Words that name a matter, or (``none``) look like such and are passed over."""

_HEADING = re.compile(
    r"(?:^|[\n。])(?:\(?[一二三四五六七八九十]{1,2}[)、]|\d{1,2}[.、])(?P<title>[^。:;,\n\d]{2,24})"
)
_OWN = re.compile(r"申请|复议|诉讼|受理|答复|办理")
_ELSEWHERE = re.compile(
    r"政务服务|互动|回应|平台|监督|保障|管理|执法|法治|依法行政|审批|许可|热线|信箱|解读|培训|队伍|组织领导|营商|便民|新媒体|网站"
)
"""Headings under which a bare 申请 or 复议 is not about disclosing information."""

_DISCLOSURE = re.compile(r"信息公开|公开信息|依申请|政务公开|行政复议、?行政诉讼情况")


class Topics:
    """The matters that a text names, by place.

    Args:
        text: The text as it flows.
        reach: A sentence may speak of what was named up to this many characters before its begin.
    """

    def __init__(self, text: str, reach: int) -> None:
        self._reach = reach
        self._places: list[int] = []
        self._topics: list[Topic] = []
        self._disclosures = [match.start() for match in _DISCLOSURE.finditer(text)]
        self._headings: list[tuple[int, bool]] = []
        found = [*self._named(text), *self._headed(text)]
        for place, topic in sorted(found):
            self._places.append(place)
            self._topics.append(topic)

    @staticmethod
    def _named(text: str) -> Iterator[tuple[int, Topic]]:
        for match in _TOPICS.finditer(text):
            name = match.lastgroup
            if name is not None and name != "none":
                yield match.start(), Topic(name)

    def _headed(self, text: str) -> Iterator[tuple[int, Topic]]:
        """The headings of other matters, each where its title ends."""
        for match in _HEADING.finditer(text):
            title = match["title"]
            other = bool(_ELSEWHERE.search(title)) and not _OWN.search(title)
            self._headings.append((match.end(), other))
            if other:
                yield match.end(), Topic.OTHER

    def elsewhere(self, place: int) -> bool:
        """Whether a place stands under a heading of another matter."""
        index = bisect_right(self._headings, (place, True))
        return bool(index) and self._headings[index - 1][1]

    def at(self, place: int, sentence: int) -> Topic:
        """The matter named last before a place in the sentence that begins somewhere."""
        index = bisect_right(self._places, place - 1)
        named = index and self._places[index - 1] >= sentence - self._reach
        return self._topics[index - 1] if named else Topic.NONE

    def is_named(self, start: int, end: int) -> bool:
        """Whether any matter is named between two places."""
        index = bisect_left(self._places, start)
        return index < len(self._places) and self._places[index] < end

    def disclosed(self, sentence: int, end: int) -> bool:
        """Whether the disclosure of information is spoken of in a sentence, or before it."""
        index = bisect_left(self._disclosures, sentence - self._reach)
        return index < len(self._disclosures) and self._disclosures[index] < end
