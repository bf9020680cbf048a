"""How likely a repair is: by the slip it would be, and by what else speaks for it.

Likelihoods are natural logarithms. They need no more than to rank rightly: a slip less is
likelier than any kind of slip, and what sentences say of a figure counts as much as its kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reviewer.base import CellId, Number, cell_parts
from reviewer.checks.expression import Figures, outcome
from reviewer.checks.model import Change, Outcome, Severity, Suspect
from reviewer.checks.program import Program
from reviewer.checks.suspects.evidence import SentenceEvidence
from reviewer.checks.suspects.slips import (
    MISSING,
    RESPLIT,
    RUN_OVER,
    SHIFTED,
    SWAPPED,
    SWAPPED_BESIDE,
    SWAPPED_SMALL,
    Slip,
    in_run,
    run_over,
    slip,
    with_total,
)
from reviewer.checks.suspects.typicality import Typicality
from reviewer.checks.writing import number_text
from reviewer.document.model import Span
from reviewer.forms.report import Reading, Report

Proposed = Mapping[CellId, Number]
"""What should stand in each cell of a suspect."""

A_SLIP = -4.0
"""That anything at all went wrong at some place."""

_KIND = 10.0
"""How much the kind of slip matters: times its weight."""

_DOUBT = 5.0
"""A reading that is not sure, or that arithmetic chose, is the likelier suspect."""

_SAID = 4.0
"""A sentence that gives the figure proposed; one that gives the figure printed speaks against."""

_SAID_TOO = 2.0
"""Each sentence more that does."""

_COPIED = 0.25
"""The same against two neighbours exchanged: a sentence copied from the table is wrong with it."""

_BREAKS = -3.0
"""Each softer rule that would be broken."""

_PAIR = 2

_TELLING = 10
"""Figures that differ by so much are not changed over by chance."""

_FILLED = -0.3
"""Each cell more that would hold a figure: most cells of most reports are 0."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A repair, its slip, and how likely it is that this happened."""

    proposed: Proposed
    why: str
    explains: tuple[str, ...]
    likelihood: float
    attested: int
    slips: int


@dataclass(frozen=True)
class Judge:
    """All that suspects of a report are judged by."""

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
        slips = [kind] if kind else self._slips(proposed)
        likelihood = sum(map(_by, slips))
        doubtful = self._doubtful(proposed) if kind != MISSING else []
        said = self._evidence.of(proposed)
        likelihood += _DOUBT * len(doubtful) / len(proposed) + _by_sentences(said, slips)
        likelihood += _BREAKS * len(broken) + _FILLED * self._filled(proposed)
        likelihood += self._typicality.gain(proposed)
        notes = ["读数本来存疑"] * bool(doubtful) + ["正文所述与此一致"] * (said > 0)
        why = "；".join([_named(slips), *notes])
        count = len(proposed) if self._is_guess(proposed, slips) else len(slips)
        attested = bool(doubtful) + max(0, said)
        return Repair(proposed, why, explains, likelihood, attested, count)

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
    def _evidence(self) -> SentenceEvidence:
        return SentenceEvidence(self.report, self.figures)

    @cached_property
    def _typicality(self) -> Typicality:
        return Typicality(self.program, self.figures)

    @cached_property
    def _in_text_order(self) -> list[tuple[Span, CellId]]:
        """The cells that stand in the text, each with its place there."""
        placed = [(r.place.span, r.cell) for r in self.report.readings if r.place is not None]
        return sorted(placed, key=lambda entry: (entry[0].start, entry[0].end))

    @cached_property
    def _beside_in_text(self) -> frozenset[tuple[CellId, CellId]]:
        """Pairs of figures between which the source has nothing but a separator."""
        text = self.report.document.text
        return frozenset(
            (first, second)
            for (one, first), (other, second) in pairwise(self._in_text_order)
            if not text[one.end : other.start].strip(" \t\n\u3000|,，")
        )

    @cached_property
    def _runs(self) -> dict[CellId, tuple[CellId, ...]]:
        """For each figure the figures that stand with it in one run of digits, if it is in one."""
        runs: list[list[CellId]] = []
        end = -1
        for span, cell in self._in_text_order:
            if span.start == end and span.length:
                runs[-1].append(cell)
            else:
                runs.append([cell])
            end = span.end
        return {cell: tuple(run) for run in runs if len(run) > 1 for cell in run}

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

    def may_be_misread(self, cell: CellId) -> bool:
        """Whether a figure is in doubt, and not only for want of a separator.

        Digits that are as many as the cells they stand for can be split in one way only.
        """
        reading = self.report.by_cell[cell]
        if not in_doubt(reading) or reading.candidates:
            return in_doubt(reading)
        run = self._runs.get(cell, ())
        columns = len(self.report.form.figures[cell][0].blocks[0].columns)
        return len(run) != columns or any(self.report.by_cell[c].candidates for c in run)

    @cached_property
    def _garbled(self) -> frozenset[str]:
        """Tables most of whose figures are in doubt: that tells none of them from the others.

        Noughts do not count: a row of them is read for certain where digits run together.
        """
        tables: dict[str, list[bool]] = {}
        for reading in self.report.readings:
            if reading.number:
                tables.setdefault(cell_parts(reading.cell)[0], []).append(in_doubt(reading))
        return frozenset(key for key, doubts in tables.items() if 2 * sum(doubts) > len(doubts))

    def _doubtful(self, proposed: Proposed) -> list[Reading]:
        """Those of the readings whose doubt makes them likelier to be wrong than others."""
        readings = (self.report.by_cell[cell] for cell in proposed)
        return [r for r in readings if in_doubt(r) and cell_parts(r.cell)[0] not in self._garbled]

    def _filled(self, proposed: Proposed) -> int:
        """How many cells more than now would hold a figure other than 0."""
        return sum(bool(number) - bool(self.figures[cell]) for cell, number in proposed.items())

    def _slips(self, proposed: Proposed) -> list[Slip]:
        """What slips it would be: one that spoils several cells at once, or one in each cell."""
        if len(proposed) > 1 and (one := self._in_run(proposed)):
            return [one]
        if len(proposed) == _PAIR and (both := self._of_two(proposed)):
            return [both]
        return [self._slip_in(cell, number) for cell, number in proposed.items()]

    def _in_run(self, proposed: Proposed) -> Slip | None:
        """The one slip that it would be among digits without separators."""
        run = self._runs.get(next(iter(proposed)), ())
        if not proposed.keys() <= set(run):
            return None
        was = [self.figures[cell] for cell in run]
        return in_run(was, [proposed.get(cell, self.figures[cell]) for cell in run])

    def _is_guess(self, proposed: Proposed, slips: Sequence[Slip]) -> bool:
        """Whether several cells may look like one slip by chance.

        So may two of a run of digits, if other runs may be split otherwise as well.
        """
        if slips == [SWAPPED_SMALL]:
            return True
        run = self._runs.get(next(iter(proposed)), ())
        if len(proposed) != _PAIR or slips[0] in {RESPLIT, SHIFTED} or proposed.keys() - set(run):
            return False
        watching = {i.key for cell in proposed for i in self.program.watching[cell]}
        broken = (self.program.equations[key] for key in watching & self._broken)
        beside = {cell for each in broken for cell in each.coefficients} - set(run)
        return any(self.report.by_cell[cell].candidates for cell in beside)

    @cached_property
    def _broken(self) -> set[str]:
        """Keys of the equations that do not hold."""
        return {key for key in self.program.equations if self.outcomes[key] is Outcome.BROKEN}

    def _slip_in(self, cell: CellId, proposed: Number) -> Slip:
        printed = self.figures[cell]
        if printed is None:
            return MISSING
        beside = self.program.beside.get(cell, frozenset())
        around = [number for other in beside if (number := self.figures[other]) is not None]
        return slip(printed, proposed, frozenset(around))

    def _of_two(self, proposed: Proposed) -> Slip | None:
        """The slip that spoils two cells at once, if it is one."""
        first, second = proposed
        was, should = (self.figures[first], self.figures[second]), tuple(proposed.values())
        beside = second in self.program.beside.get(first, ())
        beside = beside or (first, second) in self._beside_in_text
        if should == was[::-1]:
            return SWAPPED_BESIDE if beside else self._apart(first, second)
        if beside and run_over(was, should):
            return RUN_OVER
        part = self._part_of_sum(first, second)
        change = should[0] - (was[0] or 0)
        if part is None or None in was or change != should[1] - (was[1] or 0):
            return None
        return with_total(self._slip_in(part, proposed[part]), change)

    def _apart(self, first: CellId, second: CellId) -> Slip:
        """Figures of cells that do not stand together, changed over.

        Two small mistakes in other cells may look like that, unless they are a total and a part.
        """
        one, other = self.figures[first] or 0, self.figures[second] or 0
        if -_TELLING < one - other < _TELLING and self._part_of_sum(first, second) is None:
            return SWAPPED_SMALL
        return SWAPPED

    def _part_of_sum(self, first: CellId, second: CellId) -> CellId | None:
        """Which of two cells is a part of a sum whose total is the other one."""
        for instance in self.program.watching[first]:
            equation = self.program.equations.get(instance.key)
            if equation is not None and second in equation.coefficients:
                for part, total in ((first, second), (second, first)):
                    sign = equation.coefficients[total] > 0
                    same = [by for by in equation.coefficients.values() if (by > 0) == sign]
                    if len(same) == 1:
                        return part
        return None


def in_doubt(reading: Reading) -> bool:
    """Whether a figure is not surely what the report says, or arithmetic chose it."""
    return not reading.sure or reading.inferred


def _standing(reading: Reading) -> str:
    """What stands in a cell: as printed, or the figure that a reviewer read instead."""
    if reading.transcribed:
        return number_text(reading.number) if reading.number is not None else ""
    return reading.printed or ""


def _by_sentences(said: int, slips: Sequence[Slip]) -> float:
    """What it counts that so many sentences more agree with a repair, or that fewer do."""
    if said < 0:
        return -(_COPIED if slips == [SWAPPED_BESIDE] else _SAID)
    return _SAID + _SAID_TOO * (said - 1) if said else 0.0


def _named(slips: Sequence[Slip]) -> str:
    if len(slips) == 1:
        return slips[0].name
    return f"{len(slips)}格同时有误：{'、'.join(dict.fromkeys(each.name for each in slips))}"


def _by(kind: Slip) -> float:
    return A_SLIP + _KIND * (kind.weight - 1)
