"""How likely a repair is: by the slips it takes, and by what else speaks for or against it.

Likelihoods are natural logarithms. They need no more than to rank rightly: one slip is likelier
than two of any kind, and what sentences say of a figure counts as much as the kind of its slip.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer.checks.expression import Figures, outcome
from reviewer.checks.model import Change, Outcome, Severity, Suspect
from reviewer.checks.program import Program
from reviewer.checks.suspects.classifying import Classifier
from reviewer.checks.suspects.doubted import DoubtedFigures
from reviewer.checks.suspects.evidence import SentenceEvidence
from reviewer.checks.suspects.slips import MISSING, SWAPPED_BESIDE, Proposed, Slip
from reviewer.checks.suspects.text_order import TextOrder
from reviewer.checks.suspects.typicality import Typicality
from reviewer.checks.writing import number_text
from reviewer.forms.report import Reading, Report

A_SLIP = -4.0
"""That anything at all went wrong at some place."""

_KIND = 10.0
"""How much the kind of a slip matters: its weight is multiplied by this."""

_DOUBT = 5.0
"""For a reading that is not sure, or that arithmetic chose: it is the likelier suspect."""

_SAID = 4.0
"""For a sentence that gives the figure proposed; against, for one that gives the one printed."""

_SAID_TOO = 2.0
"""For each further sentence that gives the figure proposed."""

_COPIED = 0.25
"""Against two neighbours exchanged, instead of ``_SAID``: the sentence may be copied from them."""

_BREAKS = -3.0
"""For each rule below an error that the repair would break."""

_FILLED = -0.3
"""For each further cell that would hold a figure: most cells of most reports are 0."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Figures that would mend something, and how likely it is that they should stand there.

    Attributes:
        proposed: The figures, in the form's order.
        why: What would have happened, in words.
        explains: Keys of what would hold with them and does not now.
        likelihood: That this happened.
        attested: How many things beside the sums speak for it.
        slips: How many slips it takes.
    """

    proposed: Proposed
    why: str
    explains: tuple[str, ...]
    likelihood: float
    attested: int
    slips: int


@dataclass(frozen=True)
class Judge:
    """Weighs the repairs of one report.

    Attributes:
        report: With the readings that are suspected.
        program: The rules of its form.
        figures: What the rules run on.
        outcomes: What each instance of a rule comes to on these figures.
    """

    report: Report
    program: Program
    figures: Figures
    outcomes: Mapping[str, Outcome]

    def repair(self, proposed: Proposed, kind: Slip | None = None) -> Repair | None:
        """A repair with its likelihood; None if it mends nothing or breaks another error rule.

        Args:
            proposed: The figures that should stand there, in the form's order.
            kind: The slip that it would be, if that is known.
        """
        explains, broken = self._effect(proposed)
        if not explains or Severity.ERROR in broken:
            return None
        slips = [kind] if kind else self._kinds.slips_of(proposed)
        doubtful = self.doubts.among(proposed) if kind != MISSING else 0
        said = self._evidence.of(proposed)
        notes = ["读数本来存疑"] * bool(doubtful) + ["正文所述与此一致"] * (said > 0)
        return Repair(
            proposed=proposed,
            why="；".join([_named(slips), *notes]),
            explains=explains,
            likelihood=(
                sum(map(_by_kind, slips))
                + _DOUBT * doubtful / len(proposed)
                + _by_sentences(said, slips)
                + _BREAKS * len(broken)
                + _FILLED * self._filled(proposed)
                + self._typicality.gain(proposed)
            ),
            attested=bool(doubtful) + max(0, said),
            slips=len(proposed) if self._kinds.is_guess(proposed, slips) else len(slips),
        )

    def suspect(self, repair: Repair, score: float) -> Suspect:
        """What the reviewer is shown of a repair."""
        by_cell = self.report.by_cell
        return Suspect(
            changes=tuple(
                Change(cell=cell, printed=_standing(by_cell[cell]), proposed=number)
                for cell, number in repair.proposed.items()
            ),
            why=repair.why,
            explains=repair.explains,
            score=round(score, 4),
            attested=repair.attested,
            slips=repair.slips,
        )

    @cached_property
    def doubts(self) -> DoubtedFigures:
        """Which of the figures are in doubt."""
        return DoubtedFigures(self.report, self._order)

    @cached_property
    def _order(self) -> TextOrder:
        return TextOrder(self.report)

    @cached_property
    def _kinds(self) -> Classifier:
        return Classifier(self.report, self.program, self.figures, self.outcomes, self._order)

    @cached_property
    def _evidence(self) -> SentenceEvidence:
        return SentenceEvidence(self.report, self.figures)

    @cached_property
    def _typicality(self) -> Typicality:
        return Typicality(self.program, self.figures)

    def _effect(self, proposed: Proposed) -> tuple[tuple[str, ...], list[Severity]]:
        """Keys of what would hold and does not now; severities of what would be broken."""
        after = {**self.figures, **proposed}
        watching = self.program.watching
        explains, broken = dict[str, None](), dict[str, Severity]()
        for instance in {i.key: i for cell in proposed for i in watching[cell]}.values():
            now, then = self.outcomes[instance.key], outcome(instance.formula, after)
            if then is Outcome.HOLDS and now is not Outcome.HOLDS:
                explains[instance.key] = None
            if then is Outcome.BROKEN and now is not Outcome.BROKEN:
                broken[instance.key] = instance.rule.severity
        return tuple(explains), list(broken.values())

    def _filled(self, proposed: Proposed) -> int:
        """How many cells more than now would hold a figure other than 0."""
        return sum(bool(number) - bool(self.figures[cell]) for cell, number in proposed.items())


def _standing(reading: Reading) -> str:
    """What stands in a cell: as printed, or the figure that a reviewer read instead."""
    if reading.transcribed:
        return number_text(reading.number) if reading.number is not None else ""
    return reading.printed or ""


def _by_kind(slip: Slip) -> float:
    return A_SLIP + _KIND * (slip.weight - 1)


def _by_sentences(said: int, slips: Sequence[Slip]) -> float:
    """What it counts that this many sentences agree with a repair, or (-1) that one contradicts."""
    if said < 0:
        return -(_COPIED if slips == [SWAPPED_BESIDE] else _SAID)
    return _SAID + _SAID_TOO * (said - 1) if said else 0.0


def _named(slips: Sequence[Slip]) -> str:
    if len(slips) == 1:
        return slips[0].name
    return f"{len(slips)}格同时有误：{'、'.join(dict.fromkeys(each.name for each in slips))}"
