"""How far the reading of a text has come: what was found in it, sentence after sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewer.base import Number
from reviewer.claims.flow import Sentence
from reviewer.claims.model import Claim, ClaimKind
from reviewer.claims.negations import Denial
from reviewer.claims.setting import Named
from reviewer.claims.subjects import CHANNELS, Subject, cells_of, fits, subjects
from reviewer.claims.topics import Topics
from reviewer.claims.whose import Whose
from reviewer.claims.wordings.acts import rows_in
from reviewer.document.model import Span
from reviewer.forms.model import Form

_CAME = ("requests.new.", "requests.total.")
_NEW = "requests.new.total"
_BOTH = "reconsideration+lawsuits"
_OTHER_ROWS = {
    "reconsideration": ("lawsuits", _BOTH),
    "lawsuits": ("reconsideration", _BOTH),
    "direct_lawsuit": ("lawsuits", _BOTH),
    "lawsuit_after_reconsideration": ("lawsuits", _BOTH),
}
"""Rows that outcomes may belong to if they are too many for the row named last; likeliest first."""

_SUMS = {
    "lawsuits": ("direct_lawsuit", "lawsuit_after_reconsideration"),
    _BOTH: ("reconsideration", "lawsuits"),
}
_ITEM = "项"
_LONGEST_HEADING = 14
_NEAR = 2
"""A figure may speak of one that stands up to this many sentences before it."""


@dataclass
class Course:
    """What claims are read from, and how far the reading has come.

    Attributes:
        text: The report's text.
        flow: The text as it flows, which sentences have their places in.
        form: The form that the report uses, whose cells are spoken of.
        due: The form whose figures its sentences state: the same, if that has tables.
        year: The report's year.
        body: The reporting body, or empty.
        topics: What the text speaks of, by place.
        claims: What was found so far.
        number: Sentences read.
        counts: Counts found so far, each with the number of its sentence.
        periods: Of each of these, the full stop before its sentence.
        period: The full stop before the sentence that is read.
        counted_at: Where the last of these stands in the text as it flows.
        by_a_way: The last count of what is said to have been received by one way.
        through: Documents that are said to have been made public by one way.
        heading: Row of table two that the sentence before this one names and says nothing of.
        whose: Whose applications the sentence that is read tells the results of.
        paragraphs: The paragraph of each figure that says how many applications came.
    """

    text: str
    flow: str
    form: Form
    due: Form
    year: int | None
    body: str
    topics: Topics
    claims: list[Claim] = field(default_factory=list)
    number: int = 0
    counts: list[tuple[int, Claim]] = field(default_factory=list)
    periods: list[int] = field(default_factory=list)
    period: int = -1
    counted_at: int = -1
    by_a_way: Claim | None = None
    through: list[Claim] = field(default_factory=list)
    heading: str = ""
    whose: Whose = field(default_factory=Whose)
    paragraphs: dict[Span, int] = field(default_factory=dict)

    def begin(self, sentence: Sentence) -> None:
        """Go on to the next sentence, which is to be read."""
        self.number += 1
        period = max(self.flow.rfind(end, 0, sentence.start) for end in "。\n")
        self.whose = self.whose.goes_on() if period == self.period else Whose()
        self.period = period

    def keep(self, sentence: Sentence, found: Sequence[Claim]) -> None:
        """Add the claims that were found in the sentence."""
        paragraph = self.flow.count("\n", 0, sentence.start) if found else 0
        self.paragraphs |= {one.figure: paragraph for one in found if _came(one)}
        self.claims += found
        self.heading = ""

    def count(self, claim: Claim, place: int, *, by_a_way: bool) -> None:
        """Keep a count for the figures after it.

        Args:
            claim: The count.
            place: Where it stands in the text as it flows.
            by_a_way: Whether it is said to be of what came, or was made public, by one way.
        """
        self.counts.append((self.number, claim))
        self.counted_at = place
        self.periods.append(self.period)
        if by_a_way and claim.subject.startswith("requests."):
            self.by_a_way = claim
        elif by_a_way:
            self.through.append(claim)

    def pass_by(self, sentence: Sentence) -> None:
        """Count a sentence that states nothing, but may be the heading of those after it."""
        self.number += 1
        rows = rows_in(sentence.text) if len(sentence.text) <= _LONGEST_HEADING else ()
        self.heading = max(rows, default=(0, ""))[1]

    def found(self) -> list[Claim]:
        """All claims; applications that came in one way, where none other is told of, are all.

        That none came is no claim beside others that did: it is said of some kind of them.
        """
        self.claims = [one for one in self.claims if not self._is_beside(one)]
        self._settle_documents()
        self._leave_out_items()
        came = [claim for _, claim in self.counts if claim.subject.startswith(_CAME)]
        ways = {f"requests.new.{way}" for way in CHANNELS}
        if any(one.kind is ClaimKind.NIL and one.subject in ways for one in self.claims):
            return self.claims
        if len(came) != 1 or came[0] is not self.by_a_way:
            return self.claims
        whole = subjects()[_NEW]
        update = {"subject": whole.key, "label": whole.label, "loose": True}
        update["cells"] = cells_of(whole, self.form)
        return [one.model_copy(update=update) if one is came[0] else one for one in self.claims]

    def _settle_documents(self) -> None:
        """Documents made public by one way may be all of them, if none other is told of."""
        places = {one.figure for one in self.through}
        subject = {one.subject for one in self.through}
        told = [one for one in self.claims if one.counted and one.subject in subject]
        alone = len({one.value for one in told}) == 1
        self.claims = [
            one.model_copy(update={"loose": True}) if one.figure in places else one
            for one in self.claims
            if alone or one.figure not in places
        ]

    def _leave_out_items(self) -> None:
        """Items are no decisions where the sentence counts these too: 处罚45项，处理决定67件."""
        cases = {(one.subject, one.span) for one in self.claims if one.unit != _ITEM}
        self.claims = [
            one
            for one in self.claims
            if one.unit != _ITEM
            or not one.subject.endswith(".decisions")
            or (one.subject, one.span) not in cases
        ]

    def _is_beside(self, nil: Claim) -> bool:
        """Whether a claim that none came stands in one paragraph with applications that did."""
        if nil.kind is not ClaimKind.NIL or nil.subject != _NEW or nil.scope:
            return False
        return any(
            one.value and one.year == nil.year and not one.scope
            for one in self.claims
            if _came(one) and self.paragraphs[one.figure] == self.paragraphs[nil.figure]
        )

    def told(self, subject: Subject, scope: str = "") -> Claim | None:
        """The last count of a subject in the body's year, of the whole body or a part of it."""
        counts = (claim for _, claim in reversed(self.counts) if claim.subject == subject.key)
        return next((one for one in counts if one.year == self.year and one.scope == scope), None)

    def recent(self) -> list[Claim]:
        """The counts shortly before, or earlier between the same full stops; the last one last."""
        last = zip(self.counts[-8:], self.periods[-8:], strict=True)
        return [
            claim
            for (number, claim), period in last
            if self.number - number <= _NEAR or period == self.period
        ]

    def of_its_row(self, subject: Subject, least: Number) -> Subject:
        """The subject of an outcome; that of another row if the one named last has too few.

        复议10件，诉讼0件，维持2件 speaks of no lawsuits.

        Args:
            subject: The outcome, of the row named last.
            least: How many proceedings the row must have at least.
        """
        _, row, column = subject.key.split(".")
        if row not in _OTHER_ROWS or column == "total":
            return subject
        told = self._proceedings()
        if told.get(row, least) >= least:
            return subject
        fitting = (one for one in _OTHER_ROWS[row] if told.get(one, 0) >= least)
        return subjects()[f"disputes.{next(fitting, row)}.{column}"]

    def _proceedings(self) -> dict[str, Number]:
        """How many proceedings were told shortly before, by row, sums of rows included."""
        told = {
            one.subject.split(".")[1]: one.value
            for one in self.recent()
            if one.counted
            and one.subject.startswith("disputes.")
            and one.subject.endswith(".total")
        }
        for row, parts in _SUMS.items():
            if row not in told and told.keys() >= set(parts):
                told[row] = sum(told[part] for part in parts)
        return told

    def known(self, name: Named | Denial) -> Subject | None:
        """The first of several subjects that the form knows."""
        return next((one for key in name.keys if fits(one := subjects()[key], self.due)), None)


def _came(claim: Claim) -> bool:
    return claim.counted and claim.subject.startswith("requests.new.")
