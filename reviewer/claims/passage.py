"""Goes through a sentence and says what each of its figures claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from reviewer.claims.alike import all_of
from reviewer.claims.figures import Figure, figures_of
from reviewer.claims.flow import Sentence, Stretch
from reviewer.claims.leading import Opened, opened_by
from reviewer.claims.model import Claim, ClaimKind
from reviewer.claims.naming import named
from reviewer.claims.negations import Denial, denies, negations
from reviewer.claims.relations import Relation, relation
from reviewer.claims.scopes import is_of_many_years, scope_of, year_of
from reviewer.claims.setting import Named, Setting
from reviewer.claims.subjects import Subject, cells_of, subjects
from reviewer.claims.topics import Topic
from reviewer.document.model import Span

if TYPE_CHECKING:
    from reviewer.claims.course import Course

_PAIRED = re.compile(
    r"复议[^,;。]{1,8}诉[^,;。]{0,6}分别[为是有]?[\d一二三四五六七八九十]+[件起宗例][、和]$"
)
_BASE = re.compile(r"(?:较|比|与|同)(?:上一?年度?|去年|20\d\d年度?)(?:同期)?的?[(]?$")
"""Before last year's figure, which this year's is compared with."""

_OF_OTHERS = re.compile(r"^全[国省市县区州]")
_PLAINLY = re.compile(r"信息的?公开|公开.{0,4}信息|依申请|政务公开")
_SORTED = re.compile(
    r"公开属性|主动公开(?:类|的|文件|公文|政府信息|信息|数)*\d"
    r"|(?:制作|制发|形成|产生|印发)[^,;。]{0,10}(?:信息|公文|文件)[^,;。]{0,8}\d"
)
"""Papers sorted by how they are to be published, which are no applications."""

_COUNT = ClaimKind.COUNT
_NONE = re.compile(r"(?:未(?!审?结|办)|没有?|无)[^,;:。]{0,8}$")
_BRACKET = re.compile(r"[()]")
_UNNAMED = frozenset({"篇", "期", "批", "批次", "户", "场", "类", "家", "%", "个百分点"})
"""Units of what no table holds."""

_NAMES = re.compile("[申复诉规许罚强费购结办答转收受接]")
"""Letters of which every name of a subject has one, but for results among applications."""

_STOP = re.compile(r"[,:;。()]")
_OF_APPLICATIONS = re.compile(
    r"(?:其中|全年|本年度?|共计?|合计|总计|应办|应予办理|线下|结转|书面|涉及)*(?:申请)?(?:为|有)?"
)
"""Words of applications that no cell holds; what follows still speaks of applications."""

_TURNED_AWAY = re.compile(r"撤[回销]|撤件|补正|不属于|非本[机单]|信息不存在|移送|告知")
_PAPERS = re.compile(
    r"(?:制发|印发|制定|出台|下发)[^,;。]{0,8}?(?:公文|文件|政策)\d+[件个份][,(]其中[^\d]{0,12}$"
)
_OF_THINGS = frozenset("件宗起份条例")
_DECIDED = "requests.total.total"
_WITHDRAWN = re.compile(r"撤[回销]|撤件|终止办理|不再处理")
"""Applications that are counted as decided or not."""

_THEREOF = re.compile(r"其中")
_ELSEWHERE = re.compile(r"与(?:政府)?信息公开(?:工作)?无关|非(?:政府)?信息公开")


class Passage:
    """One sentence and what is spoken of in it."""

    def __init__(self, course: Course, sentence: Sentence) -> None:
        self._course = course
        self._sentence = sentence
        self._text = sentence.text
        self._last: Claim | None = None
        self._outer: list[Claim | None] = []
        self._other = ""
        self._kinds = ""
        self._claimed = False
        self._opened = Opened.NONE
        self._offline = False
        self._closed = False

    def claims(self) -> Iterator[Claim]:
        """Its claims: figures first, then what it denies."""
        since = 0
        figures = figures_of(self._text)
        if figures:
            start = figures[0].start
            self._opened = opened_by(self._text[:start], self._topic_at(start))
        for figure in figures:
            self._step(self._text[since : figure.start])
            claim = self._related(figure, since) or self._counted(figure, since)
            since = figure.end
            if claim is not None:
                yield claim
                yield from self._all(claim, figure)
        if denies(self._text):
            for denial in negations(self._text, self._topic_at, disclosure=self._disclosure):
                yield from self._denied(denial)

    @cached_property
    def _disclosure(self) -> bool:
        start = self._sentence.start
        return self._course.topics.disclosed(start, start + len(self._text))

    @cached_property
    def _plainly(self) -> bool:
        return bool(_PLAINLY.search(self._text))

    @cached_property
    def _sorted(self) -> int:
        """Behind which place papers are sorted by how they are to be published."""
        match = _SORTED.search(self._text)
        return match.end() if match else len(self._text)

    def _topic_at(self, place: int) -> Topic:
        start = self._sentence.start
        return self._course.topics.at(start + place, start)

    def _step(self, between: str) -> None:
        """Behind a bracket, figures relate the one before the bracket again."""
        for character in _BRACKET.findall(between):
            if character == "(":
                self._outer.append(self._last)
            elif character == ")" and self._outer:
                self._last = self._outer.pop()
                self._closed = True

    def _all(self, claim: Claim, figure: Figure) -> Iterator[Claim]:
        """What is said of all that were counted: 3件，均被维持."""
        if claim.kind is not _COUNT or not claim.value:
            return
        for said in all_of(claim.subject, self._text, figure.end, sole=claim.value == 1):
            subject = subjects()[said.key]
            stated = self._claim(subject, claim.value, claim.unit, said.place, ClaimKind.ALL)
            update = {"year": claim.year, "scope": claim.scope, "of": claim.figure}
            yield stated.model_copy(update=update | {"loose": claim.loose or said.loose})

    def _related(self, figure: Figure, since: int) -> Claim | None:
        """The change or share that a figure states of the figure before it, if that is a claim."""
        related = relation(self._text, figure, since)
        last = self._last
        if related is not None and related.kind is ClaimKind.SHARE and related.names:
            return self._shared(figure, related)
        if related is None or last is None or not _is_of(related, last):
            return None
        if _OF_OTHERS.search(related.whole):
            return None
        claim = self._claim(subjects()[last.subject], related.value, figure.unit, _place(figure))
        update = {"kind": related.kind, "of": last.figure, "year": last.year, "scope": last.scope}
        return claim.model_copy(update=update)

    def _shared(self, figure: Figure, related: Relation) -> Claim | None:
        """The share that something has whose number is not stated: 予以公开占58.5%."""
        name = self._named(replace(figure, unit="", lead=related.names))
        subject = self._course.known(name) if name is not None else None
        if subject is None or (self._last is None and not self._opened):
            return None
        claim = self._claim(subject, related.value, figure.unit, _place(figure))
        scope = self._last.scope if self._last is not None else claim.scope
        return claim.model_copy(update={"kind": related.kind, "scope": scope})

    def _counted(self, figure: Figure, since: int) -> Claim | None:
        before = self._text[: figure.start]
        if relation(self._text, figure, since) is not None or _BASE.search(before):
            return None
        claim = self._count(figure)
        self._closed = False
        if claim is None or not _is_earlier(claim, self._last):
            self._last = claim
        if claim is not None:
            self._other = ""
            self._offline = False
        else:
            self._pass_over(figure)
        return claim

    def _pass_over(self, figure: Figure) -> None:
        """Remember of a figure that claims nothing what it means for those after it."""
        own = _STOP.split(figure.lead)[-1]
        if self._claimed and (_OF_APPLICATIONS.fullmatch(own) or _TURNED_AWAY.search(own)):
            self._offline = "线下" in own
            if self._offline:
                self._course.by_a_way = None
        else:
            self._other = figure.unit if figure.unit in _OF_THINGS else ""
            self._opened = Opened.NONE

    def _count(self, figure: Figure) -> Claim | None:
        """The claim that a figure makes, which figures after it may speak of."""
        name = self._named(figure)
        subject = self._course.known(name) if name is not None else None
        if subject is None or name is None:
            return None
        if name.aside:
            self._kinds = subject.key.split(".")[1]
            return None
        claim = self._claim(subject, figure.value, figure.unit, _place(figure))
        if name.of_a_part and not claim.scope:
            return None
        withdrawn = subject.key == _DECIDED and bool(_WITHDRAWN.search(self._text))
        update: dict[str, object] = {"loose": name.loose or withdrawn}
        recent = self._course.recent()
        if recent and _THEREOF.match(self._text):
            update |= {"year": recent[-1].year, "scope": claim.scope or recent[-1].scope}
        claim = claim.model_copy(update=update)
        self._course.counts.append((self._course.number, claim))
        if name.by_a_way and subject.table == "requests":
            self._course.by_a_way = claim
        elif name.by_a_way:
            self._course.through.append(claim)
        self._claimed = self._claimed or claim.subject.startswith("requests.")
        return claim

    def _named(self, figure: Figure) -> Named | None:
        if figure.rough or figure.unit in _UNNAMED or _is_figure_of_speech(self._text, figure):
            return None
        recent, topic = self._course.recent(), self._topic_at(figure.start)
        around = self._text[figure.start - len(figure.lead) : figure.end + 40]
        spoken = recent or self._kinds or topic is Topic.REQUESTS
        if not spoken and not _NAMES.search(around):
            return None
        setting = Setting(
            topic=topic,
            proceedings=self._disclosure and not _ELSEWHERE.search(self._text, figure.end),
            plainly=self._plainly,
            sorting=not self._claimed and self._sorted <= figure.start,
            before=self._before(recent),
            behind=_STOP.split(self._text[figure.end : figure.end + 40], maxsplit=1)[0],
            year=self._course.year,
            loose=bool(recent) and recent[-1].loose,
            interrupted=bool(self._other) and figure.unit in {self._other, ""},
            beside=bool(self._other),
            offline=self._offline,
            decided=any(one.subject == _DECIDED and not one.loose for one in recent),
            documents="规范性文件" in self._text[: figure.start],
            papers="规" in figure.lead and bool(_PAPERS.search(self._text[: figure.start])),
            thereof="其中" in self._text[: figure.start],
            dealt=self._text[: figure.start].endswith("对"),
            paired=bool(_PAIRED.search(self._text[: figure.start])),
            part="其中" in figure.lead or bool(self._outer and self._text[figure.start - 1] != ")"),
            further=self._text[figure.end : figure.end + 60],
            kinds=self._kinds,
            ever=is_of_many_years(self._text[: figure.start], self._course.year),
            other_year=self._other_year(figure),
            opened=self._opened,
        )
        return named(figure, setting)

    def _before(self, recent: list[Claim]) -> tuple[str, ...]:
        """Subjects of the figures shortly before; behind a bracket, the one before it last."""
        before = tuple(claim.subject for claim in recent)
        closed = self._closed and self._last is not None
        return (*before, self._last.subject) if closed and self._last else before

    def _other_year(self, figure: Figure) -> str:
        """The subject of the figure before, if that is said of another year than this one."""
        last = self._last
        if last is None or last.year == year_of(self._text[: figure.start], self._course.year):
            return ""
        return last.subject

    def _denied(self, denial: Denial) -> Iterator[Claim]:
        subject = self._course.known(denial)
        if subject is not None:
            place = (denial.start, denial.end)
            claim = self._claim(subject, 0, "", place, ClaimKind.NIL)
            yield claim.model_copy(update={"loose": denial.loose})

    def _claim(
        self,
        subject: Subject,
        value: int | Decimal,
        unit: str,
        stretch: Stretch,
        kind: ClaimKind = ClaimKind.COUNT,
    ) -> Claim:
        course = self._course
        start, end = self._sentence.place(0, len(self._text))
        first, behind = self._sentence.place(*stretch)
        before = self._text[: stretch[0]]
        carried = "carried" in subject.key
        return Claim(
            subject=subject.key,
            label=subject.label,
            cells=cells_of(subject, course.form),
            scope=scope_of(before, course.body, joint=subject.table == "active"),
            year=course.year if carried else year_of(before, course.year),
            value=value,
            unit=unit,
            kind=kind,
            text=course.text[start:end],
            span=Span(start=start, end=end),
            figure=Span(start=first, end=behind),
        )


def _place(figure: Figure) -> Stretch:
    return figure.start, figure.end


def _is_earlier(claim: Claim, last: Claim | None) -> bool:
    """Whether a figure is an earlier year's of what was counted last, which stays the matter."""
    if last is None or last.subject != claim.subject or claim.year is None:
        return False
    return last.year is not None and claim.year < last.year


def _is_of(related: Relation, claim: Claim) -> bool:
    """Whether what is said to have changed may be what was counted."""
    return "申请" not in related.names or claim.subject.startswith("requests.")


def _is_figure_of_speech(text: str, figure: Figure) -> bool:
    """Whether a numeral stands in a slogan (“办结一件申请”), or says that there was none."""
    if figure.printed not in {"一", "两"}:
        return False
    before = text[: figure.start]
    return before.count("“") > before.count("”") or bool(_NONE.search(before))
