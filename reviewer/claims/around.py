"""The sentence around a figure: what it speaks of, and in which words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from reviewer.claims.course import Course
from reviewer.claims.earlier import is_of_years_before
from reviewer.claims.figures import Figure
from reviewer.claims.flow import Sentence
from reviewer.claims.model import Claim
from reviewer.claims.scopes import is_of_many_years, year_of
from reviewer.claims.setting import NEAR, Setting
from reviewer.claims.thereof import is_result
from reviewer.claims.topics import Topic
from reviewer.claims.trail import Trail
from reviewer.claims.wordings.acts import rows_in

_PLAINLY = re.compile(r"信息的?公开|公开.{0,4}信息|依申请|政务公开")
_SORTED = re.compile(
    r"公开属性|主动公开(?:类|的|文件|公文|政府信息|信息|总?数量?|总量|共计?|累计|了|各类)*\d"
    r"|(?:制作|制发|形成|产生|印发)[^,;。]{0,10}(?:信息|公文|文件)[^,;。]{0,8}\d"
)
"""Papers sorted by how they may be published; these are no applications."""

_OPENING = re.compile(
    r"(?:其中,?|在|上述|这些|(?:涉及)?(?:政府)?信息公开(?:类|的)?|行政)*"
    r"(?:(?P<reconsideration>复议)|(?P<lawsuits>诉讼))(?:案件|方面)*(?:的?(?:结果|情况))?(?:中|里|为|:|,)+"
)
"""Words of proceedings whose outcomes follow: 复议案件中，维持4件."""

_AMONG = re.compile(
    r"\d[件宗起份条](?:[^,;:。()\d]{0,12}申请|[^,;:。()\d]{2,4}公开)?(?:之?中|里),?[^,;:。()\d]*$"
)
"""Said of a part of what was counted before: 20件申请中有15件, 10件予以公开中，自然人8件."""

_LOOKED_BACK = 60
_PERIOD = re.compile(r"[。\n]")
_NONE = re.compile(r"(?:未(?!审?结|办)|没有?|无)[^,;:。]{0,8}$")
_NAMES = re.compile("[申复诉规许罚强费购结办答转收受接]")
"""Every name of a subject contains one of these letters, except results of applications."""

_PAPERS = re.compile(
    r"(?:制发|印发|制定|出台|下发)[^,;。]{0,8}?(?:公文|文件|政策)\d+[件个份][,(]其中[^\d]{0,12}$"
)
_ELSEWHERE = re.compile(r"与(?:政府)?信息公开(?:工作)?无关|非(?:政府)?信息公开")

_DECIDES = re.compile(r"作为(?:行政)?复议(?:机关|机构)|代理[^,;。]{0,12}(?:复议|诉讼)")
"""Said of a body that decides on proceedings, or acts for another one in them."""

_UNNAMED = frozenset({"期", "批", "户", "场", "类", "家", "%", "倍", "个百分点"})
"""Units of things that no table counts."""

_DECIDED = "requests.total.total"


class Around:
    """A sentence in its text, asked about the place of a figure in it."""

    def __init__(self, course: Course, sentence: Sentence) -> None:
        self._course = course
        self._start = sentence.start
        self._text = sentence.text

    @cached_property
    def disclosure(self) -> bool:
        """Whether the sentence, or the text shortly before it, is about disclosing information."""
        return self._course.topics.disclosed(self._start, self._start + len(self._text))

    def topic_at(self, place: int) -> Topic:
        """The matter named last before a place in the sentence."""
        return self._course.topics.at(self._start + place, self._start)

    def setting(self, figure: Figure, trail: Trail) -> Setting | None:
        """Where a figure stands; None if nothing around it can be its name.

        Args:
            figure: The figure.
            trail: What the figures before it left behind.
        """
        if figure.rough or figure.unit in _UNNAMED or self.is_figure_of_speech(figure):
            return None
        recent = self._course.recent()
        topic = self._topic(figure.start, recent)
        rows = [row for end, row in self._rows if end <= figure.start]
        matter = rows[-1] if rows else self._matter(recent)
        spoken = recent or trail.kinds or matter or topic is Topic.REQUESTS
        if not spoken and not self._is_near_a_name(figure):
            return None
        return self._setting(figure, trail, recent, topic, rows)

    def _setting(
        self,
        figure: Figure,
        trail: Trail,
        recent: list[Claim],
        topic: Topic,
        rows: Sequence[str],
    ) -> Setting:
        """Where a figure stands, given the matter at hand and the rows of table two before it."""
        before = self._text[: figure.start]
        return Setting(
            topic=topic,
            proceedings=self._on_proceedings(figure, recent),
            plainly=self._plainly,
            sorting=not trail.claimed and self._sorted <= figure.start,
            before=trail.before(recent),
            year=self._course.year,
            loose=bool(recent) and recent[-1].loose,
            interrupted=bool(trail.other) and figure.unit in {trail.other, ""},
            beside=bool(trail.other),
            offline=trail.offline,
            decided=any(one.subject == _DECIDED and not one.loose for one in recent),
            matter=rows[-1] if rows else self._matter(recent),
            rows=frozenset(rows),
            ahead=before,
            papers="规" in figure.lead and bool(_PAPERS.search(before)),
            apart=figure.lead.endswith(","),
            part=self._is_part(figure, trail),
            further=self._text[figure.end : figure.end + 60],
            beyond=self._beyond,
            opening=self._opening,
            kinds=trail.kinds,
            ever=figure.year is None and self._ever(before),
            other_year=self._other_year(before, trail),
            opened=trail.opened,
            heads=not trail.counted,
        )

    def _is_part(self, figure: Figure, trail: Trail) -> bool:
        """Whether the words just before a figure say that it is a part of the one before."""
        before = self._text[: figure.start]
        inside = bool(trail.outer) and before[-1] != ")"
        return "其中" in figure.lead or inside or bool(_AMONG.search(before))

    def _ever(self, before: str) -> bool:
        """Whether the words ahead of a figure say it of more years than one."""
        return is_of_many_years(before, self._course.year) or is_of_years_before(before)

    def _is_near_a_name(self, figure: Figure) -> bool:
        """Whether the words around a figure may name a subject."""
        near = self._text[figure.start - len(figure.lead) : figure.end + NEAR]
        return bool(_NAMES.search(near))

    @cached_property
    def _rows(self) -> list[tuple[int, str]]:
        """The rows of table two that the sentence names, each with the place behind its name."""
        return list(rows_in(self._text))

    def _matter(self, recent: Sequence[Claim]) -> str:
        """The row of table two that the heading names, or else the figure shortly before."""
        told = recent[-1].subject.split(".") if recent else [""]
        return self._course.heading or (told[1] if told[0] == "active" else "")

    def _on_proceedings(self, figure: Figure, recent: Sequence[Claim]) -> bool:
        """Whether proceedings at a figure are on the disclosure of information, by the body.

        Under a heading of another matter a sentence must say so, or follow one that did.
        """
        other = _ELSEWHERE.search(self._text, figure.end)
        if other or _DECIDES.search(self._text, 0, figure.start):
            return False
        beneath = self._course.topics.elsewhere(self._start + figure.start)
        if not beneath:
            return self.disclosure
        last = recent[-1] if recent else None
        follows = last is not None and last.subject.startswith("disputes.") and not last.loose
        return self._plainly or follows

    def _topic(self, place: int, recent: Sequence[Claim]) -> Topic:
        """The matter at hand: where the text names none, that of the figure shortly before.

        So it is where results are listed since another matter was named: 信箱收到2件；予以公开1件.
        """
        topic = self.topic_at(place)
        if topic is Topic.OTHER and recent and is_result(recent[-1].subject):
            course = self._course
            over = not course.topics.is_named(course.counted_at, self._start + place)
            return Topic.REQUESTS if over else topic
        counted = recent and recent[-1].subject.startswith("requests.")
        return Topic.REQUESTS if counted and topic is Topic.NONE else topic

    @cached_property
    def _plainly(self) -> bool:
        return bool(_PLAINLY.search(self._text))

    @cached_property
    def _opening(self) -> str:
        """The row of the proceedings that the sentence opens with."""
        match = _OPENING.match(self._text)
        return (match.lastgroup or "") if match else ""

    @cached_property
    def _sorted(self) -> int:
        """The place from which on papers are sorted by how they may be published."""
        if _SORTED.search(self._ahead):
            return 0
        match = _SORTED.search(self._text)
        return match.end() if match else len(self._text)

    @property
    def _ahead(self) -> str:
        """The words before the sentence that it continues: behind a semicolon, or with 其中."""
        flow = self._course.flow
        ahead = flow[max(0, self._start - _LOOKED_BACK) : self._start]
        if self._text.startswith("其中"):
            ahead = ahead.rstrip("。")
        return _PERIOD.split(ahead)[-1]

    @cached_property
    def _beyond(self) -> str:
        """The words behind the sentence, up to the full stop, if it ends in a semicolon."""
        end = self._start + len(self._text)
        return _PERIOD.split(self._course.flow[end : end + _LOOKED_BACK], maxsplit=1)[0]

    def _other_year(self, before: str, trail: Trail) -> str:
        """The subject of the figure before, if it belongs to another year than this one."""
        last = trail.last
        if last is None or last.year == year_of(before, self._course.year):
            return ""
        return last.subject

    def is_figure_of_speech(self, figure: Figure) -> bool:
        """Whether a numeral stands in a slogan (“办结一件申请”), or says that there was none."""
        if figure.printed not in {"一", "两"}:
            return False
        before = self._text[: figure.start]
        return before.count("“") > before.count("”") or bool(_NONE.search(before))
