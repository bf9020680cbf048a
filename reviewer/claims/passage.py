"""Goes through a sentence and says what each of its figures claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.base import Number
from reviewer.claims.absent import absent
from reviewer.claims.alike import all_of
from reviewer.claims.around import Around
from reviewer.claims.course import Course
from reviewer.claims.figures import Figure, figures_of
from reviewer.claims.flow import Sentence
from reviewer.claims.leading import opened_by
from reviewer.claims.model import Claim, ClaimKind
from reviewer.claims.naming import named
from reviewer.claims.negations import Denial, denies, negations
from reviewer.claims.relations import BRACKET, Relation, listed, relation
from reviewer.claims.respective import respective
from reviewer.claims.scopes import is_of_many_years, scope_of, year_of
from reviewer.claims.setting import Named
from reviewer.claims.subjects import Subject, cells_of, subjects
from reviewer.claims.thereof import is_sum
from reviewer.claims.trail import Trail
from reviewer.claims.wordings.wording import COUNTED

_BASE = re.compile(
    r"(?:较|比|与|同)(?:上一?年度?|去年|(?P<year>20\d\d)年度?)(?:同期)?(?:收到|受理)?的?[(]?$"
)
"""Ahead of last year's figure, which this year's is compared with."""

_COMPARISON = re.compile(r"[较比与同](?=上|去|前|20|往|同期|比)")
_GOES_ON = re.compile(r"[,(](?:增幅|降幅|增长|下降|减少|增加|上升)")
"""Behind a change, how it goes on in per cent: 比上年多12件，增幅达30%."""

_OF_OTHERS = re.compile(r"^全[国省市县区州]")
_NEW = "requests.new.total"
_DECIDED = "requests.total.total"
_CARRIED_IN = "requests.carried_in.total"
_ITEMS = re.compile(
    r"(?:许可|处罚|强制|服务|收费)(?:事项|项目)(?:共|为|有|计)*\d+项,?[比较与同][^,;。]*$"
)
"""The number of a row's items, right ahead of its change."""

_WITHDRAWN = re.compile(r"撤[回销]|撤件|终止办理|不再处理")
"""Applications that some count as decided and others do not."""

_THEREOF = re.compile(r"其中")
_OF_SOME = re.compile(
    r"(?:群众|村民|居民|市民|公众|公民|个人|自然人|企业|单位|法人|组织)[^,;:。]{0,4}(?:提[出交起]|申请)[^,;:。收受接]*$"
)
"""Applications of some people, perhaps not all: 群众提出依申请公开3件."""


class Passage:
    """One sentence and what is spoken of in it."""

    def __init__(self, course: Course, sentence: Sentence) -> None:
        self._course = course
        self._sentence = sentence
        self._text = sentence.text
        self._around = Around(course, sentence)
        self._trail = Trail()
        self._whose = course.whose
        self._each: list[tuple[Claim, Relation]] = []
        self._went_on: Subject | None = None
        self._share: Claim | None = None

    def claims(self) -> Iterator[Claim]:
        """Its claims: figures first, then what it denies."""
        yield from self._figures()
        if denies(self._text):
            around = self._around
            for denial in negations(self._text, around.topic_at, disclosure=around.disclosure):
                yield from self._denied(denial)
        for denial in absent(self._text, self._course.heading):
            yield from self._denied(denial)

    def _figures(self) -> Iterator[Claim]:
        since = 0
        figures = tuple(respective(self._text, figures_of(self._text)))
        if figures:
            start = figures[0].start
            self._trail.opened = opened_by(self._text[:start], self._around.topic_at(start))
            recent = self._course.recent()
            if recent and _THEREOF.match(self._text):
                self._trail.whole = recent[-1]
        for figure in figures:
            between = self._text[since : figure.start]
            self._trail.step(between)
            self._whose.step(self._text, since, figure.start)
            if "分别" in between:
                self._relate_each(listed(self._text, figures, figure))
            claim = self._of_each(figure) or self._related(figure, since)
            claim = claim or self._beside_share(figure, between) or self._counted(figure, since)
            since = figure.end
            self._share = claim if claim and claim.kind is ClaimKind.SHARE else None
            if claim is not None:
                yield claim
                yield from self._all(claim, figure)

    def _all(self, claim: Claim, figure: Figure) -> Iterator[Claim]:
        """What is said of all that were counted: 3件，均被维持."""
        if claim.kind is not ClaimKind.COUNT or not claim.value:
            return
        for said in all_of(claim.subject, self._text, figure.end, sole=claim.value == 1):
            if said.key == _DECIDED and (claim.scope or self._trail.is_told(_CARRIED_IN)):
                continue
            subject = subjects()[said.key]
            stated = self._claim(subject, claim.value, claim.unit, said.start, said.end)
            update = {"kind": ClaimKind.ALL, "loose": claim.loose or said.loose}
            update |= {"year": claim.year, "scope": claim.scope, "of": claim.figure}
            yield stated.model_copy(update=update)

    def _relate_each(self, relations: Sequence[Relation]) -> None:
        """Keep whose change or share each figure of a list is, if there were so many counts."""
        counted = self._trail.counted[-len(relations) :] if len(relations) > 1 else []
        whose = [claim for claim in counted if claim is not None]
        self._each = (
            list(zip(whose, relations, strict=True)) if len(whose) == len(relations) else []
        )

    def _of_each(self, figure: Figure) -> Claim | None:
        """The change or share that the next figure of a list states."""
        if not self._each:
            return None
        whose, related = self._each.pop(0)
        return self._relating(figure, related, whose)

    def _related(self, figure: Figure, since: int) -> Claim | None:
        """The change or share that a figure states of the figure before it, if that is a claim."""
        related = relation(self._text, figure, since)
        last = self._trail.last
        if related is not None and related.kind is ClaimKind.SHARE and related.names:
            return self._shared(figure, related)
        if related is not None and related.came:
            last = self._course.told(subjects()[_NEW], last.scope if last else "")
        if last is None and related is not None and related.kind is ClaimKind.CHANGE:
            return self._items_changed(figure, related) or self._changed(figure, related, since)
        if related is None or last is None or not _is_of(related, last):
            return None
        if _OF_OTHERS.search(related.whole):
            return None
        if related.whole == BRACKET and not _is_part(last):
            return None
        return self._relating(figure, related, last)

    def _items_changed(self, figure: Figure, related: Relation) -> Claim | None:
        """By how many items there are more, which table two counts: 许可事项13项，比上年减少3项."""
        setting = self._around.setting(figure, self._trail)
        subject = subjects().get(f"active.{setting.matter}.change") if setting else None
        ahead = self._text[: figure.start]
        if figure.unit != "项" or subject is None or not _ITEMS.search(ahead):
            return None
        if not cells_of(subject, self._course.due):
            return None
        claim = self._stated(figure, subject, related.value)
        return claim.model_copy(update={"year": self._course.year})

    def _changed(self, figure: Figure, related: Relation, since: int) -> Claim | None:
        """The change of what is named, though the sentence says not how many there were."""
        lead = self._text[since : figure.start]
        whose = related.names or _COMPARISON.split(lead, maxsplit=1)[0]
        name = self._named(replace(figure, unit="", lead=whose)) if whose.strip(",") else None
        subject = self._course.known(name) if name is not None and not name.aside else None
        if subject is None:
            subject = self._went_on if _GOES_ON.match(lead) else None
        if subject is None or subject.table == "active":
            return None
        self._went_on = subject
        counted = self._course.told(subject)
        claim = self._stated(figure, subject, related.value)
        year = self._course.year
        update = {"kind": related.kind, "of": counted and counted.figure, "year": year}
        return claim.model_copy(update=update)

    def _relating(self, figure: Figure, related: Relation, of: Claim) -> Claim:
        claim = self._stated(figure, subjects()[of.subject], related.value)
        update = {"kind": related.kind, "of": of.figure, "year": of.year, "scope": of.scope}
        return claim.model_copy(update=update)

    def _shared(self, figure: Figure, related: Relation) -> Claim | None:
        """The share that something has whose number is not stated: 予以公开占58.5%."""
        name = self._named(replace(figure, unit="", lead=related.names))
        subject = self._course.known(name) if name is not None else None
        last = self._trail.last
        spoken = last is not None or self._trail.opened or self._course.recent()
        if subject is None or not spoken:
            return None
        claim = self._stated(figure, subject, related.value)
        scope = last.scope if last is not None else claim.scope
        return claim.model_copy(update={"kind": related.kind, "scope": scope})

    def _beside_share(self, figure: Figure, between: str) -> Claim | None:
        """The count in a bracket behind a share: 自然人申请占88.5%（192件）."""
        share = self._share
        alone = between == "(" and self._text.startswith(")", figure.end)
        if share is None or share.of is not None or not alone or figure.unit not in COUNTED:
            return None
        claim = self._stated(figure, subjects()[share.subject], figure.value)
        self._trail.note(claim)
        return claim

    def _counted(self, figure: Figure, since: int) -> Claim | None:
        if relation(self._text, figure, since) is not None:
            return None
        base = _BASE.search(self._text, 0, figure.start)
        claim = self._count(figure)
        if claim is None and base is not None:
            return self._compared(figure, base["year"])
        if claim is not None:
            self._trail.note(claim)
            return claim
        if self._around.is_figure_of_speech(figure):
            return None
        self._trail.pass_over(figure)
        if self._trail.offline:
            self._course.by_a_way = None
        return None

    def _compared(self, figure: Figure, named: str | None) -> Claim | None:
        """The earlier figure that what was counted last is compared with: 较2022年的40件增加."""
        last, year = self._trail.last, self._course.year
        if last is None or year is None or last.unit != figure.unit or figure.rough:
            return None
        claim = self._stated(figure, subjects()[last.subject], figure.value)
        earlier = int(named) if named else year - 1
        claim = claim.model_copy(update={"year": earlier, "scope": last.scope, "loose": last.loose})
        self._course.count(claim, self._sentence.start + figure.start, by_a_way=False)
        return claim

    def _count(self, figure: Figure) -> Claim | None:
        """The claim that a figure makes, which figures after it may speak of."""
        name = self._named(figure)
        subject = self._course.known(name) if name is not None else None
        if subject is None or name is None:
            return None
        if name.aside:
            self._trail.kinds = subject.key.split(".")[1]
            return None
        named = subject
        subject = self._whose.narrowed(named, figure.value)
        if subject is None:
            self._trail.inner = True
            return None
        if self._trail.is_inner(subject.key, figure.value):
            return None
        subject = self._course.of_its_row(subject, max(figure.value, self._trail.settled))
        value = -figure.value if name.less else figure.value
        claim = self._stated(figure, subject, value)
        if name.of_a_part and not claim.scope:
            return None
        claim = claim.model_copy(update=self._settled(claim, name))
        if subject.key != named.key and subject.table == "requests":
            claim = claim.model_copy(update={"loose": True})
        self._whose.note(claim, figure.own)
        if figure.year is not None:
            claim = claim.model_copy(update={"year": figure.year})
        place = self._sentence.start + figure.start
        self._course.count(claim, place, by_a_way=name.by_a_way)
        self._trail.claimed = self._trail.claimed or subject.table == "requests"
        return claim

    def _settled(self, claim: Claim, name: Named) -> dict[str, object]:
        """What the text says of a claim besides its name: how sure, of which year, of whom."""
        withdrawn = claim.subject == _DECIDED and bool(_WITHDRAWN.search(self._text))
        loose = name.loose or withdrawn or claim.subject in name.doubtful
        loose = loose or self._is_of_some(claim)
        update: dict[str, object] = {"loose": loose}
        recent = self._course.recent()
        if recent and _THEREOF.match(self._text):
            update |= {"year": recent[-1].year, "scope": claim.scope or recent[-1].scope}
        return update

    def _is_of_some(self, claim: Claim) -> bool:
        """Whether what some people applied for may be a part of what is told to have come."""
        came = self._course.told(subjects()[_NEW], claim.scope)
        if claim.subject != _NEW or came is None or came.year != claim.year:
            return False
        ahead = self._course.text[claim.span.start : claim.figure.start]
        return came.value > claim.value and bool(_OF_SOME.search(ahead))

    def _named(self, figure: Figure) -> Named | None:
        setting = self._around.setting(figure, self._trail)
        found = named(figure, setting) if setting is not None else None
        if found is None and self._went_on is not None and is_sum(figure.lead):
            return Named((self._went_on.key,))
        return found

    def _denied(self, denial: Denial) -> Iterator[Claim]:
        subject = self._course.known(denial)
        if subject is not None:
            claim = self._claim(subject, 0, "", denial.start, denial.end)
            loose = denial.loose or subject.key == denial.doubtful
            ever = is_of_many_years(self._text[: denial.start], self._course.year)
            year = self._course.year if ever else claim.year
            update = {"kind": ClaimKind.NIL, "loose": loose, "year": year}
            yield claim.model_copy(update=update)

    def _stated(self, figure: Figure, subject: Subject, value: Number) -> Claim:
        """The claim that a figure makes on a subject."""
        return self._claim(subject, value, figure.unit, figure.start, figure.end)

    def _claim(self, subject: Subject, value: Number, unit: str, start: int, end: int) -> Claim:
        """A count that words between two places of the sentence state."""
        course = self._course
        span = self._sentence.span(0, len(self._text))
        before = self._text[:start]
        carried = "carried" in subject.key or subject.key.endswith(".previous_items")
        return Claim(
            subject=subject.key,
            label=subject.label,
            cells=cells_of(subject, course.form),
            scope=scope_of(before, course.body, self._text[end:], joint=subject.table == "active"),
            year=course.year if carried else year_of(before, course.year),
            value=value,
            unit=unit,
            kind=ClaimKind.COUNT,
            text=course.text[span.start : span.end],
            span=span,
            figure=self._sentence.span(start, end),
        )


def _is_part(claim: Claim) -> bool:
    """Whether what was counted is a part of the applications that came or were decided."""
    return claim.subject.startswith("requests.") and claim.subject not in {_NEW, _DECIDED}


def _is_of(related: Relation, claim: Claim) -> bool:
    """Whether what is said to have changed may be what was counted."""
    return "申请" not in related.names or claim.subject.startswith("requests.")
