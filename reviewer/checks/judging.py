"""How likely a suspect is: by the slip it would be, and by what it mends and breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.base import CellId
from reviewer.checks.expression import Figures, Number, outcome
from reviewer.checks.model import Change, Outcome, Severity, Suspect
from reviewer.checks.program import Program
from reviewer.checks.slips import MISSING, SWAPPED, SWAPPED_BESIDE, Slip, slip
from reviewer.forms.report import Report

Proposed = Mapping[CellId, Number]
"""What should stand in each cell of a suspect."""

DOUBT_WEIGHT = 0.5
"""A reading that is not sure, or that arithmetic chose, is the likelier suspect."""

_COMPANY_WEIGHT = 0.1
"""Every further cell that would have to be wrong too makes it less likely."""

_BREAKS_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Bench:
    """All that suspects of a report are judged by."""

    report: Report
    program: Program
    figures: Figures
    outcomes: Mapping[str, Outcome]

    def suspect(self, proposed: Proposed, kind: Slip | None, weight: float) -> Suspect | None:
        """A suspect with its score; None if it mends nothing or breaks another error rule.

        Args:
            proposed: The figures that should stand there, in the form's order.
            kind: The slip that it would be, if that is known.
            weight: What else speaks for it.
        """
        explains, broken = self._effect(proposed)
        if not explains or Severity.ERROR in broken:
            return None
        kind = kind or self._slip(proposed)
        readings = [self.report.by_cell[cell] for cell in proposed]
        doubtful = [r for r in readings if not r.sure or r.inferred] if kind != MISSING else []
        score = kind.weight + weight + DOUBT_WEIGHT * len(doubtful) / len(readings)
        return Suspect(
            changes=tuple(
                Change(cell=reading.cell, printed=reading.printed or "", proposed=number)
                for reading, number in zip(readings, proposed.values(), strict=True)
            ),
            why=kind.name + ("；读数本来存疑" if doubtful else ""),
            explains=explains,
            score=round(score - _BREAKS_WEIGHT * len(broken), 4),
        )

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

    def _slip(self, proposed: Proposed) -> Slip:
        slips = [self._slip_in(cell, number) for cell, number in proposed.items()]
        if len(slips) == 1:
            return slips[0]
        if len(proposed) == 2 and self._exchanged(proposed):
            first, second = proposed
            beside = second in self.program.beside.get(first, ())
            return SWAPPED_BESIDE if beside else SWAPPED
        names = "、".join(dict.fromkeys(each.name for each in slips))
        weight = sum(each.weight for each in slips) / len(slips)
        return Slip(f"{len(slips)}格同时有误：{names}", weight - _COMPANY_WEIGHT * (len(slips) - 1))

    def _slip_in(self, cell: CellId, proposed: Number) -> Slip:
        printed = self.figures[cell]
        if printed is None:
            return MISSING
        beside = self.program.beside.get(cell, frozenset())
        around = [number for other in beside if (number := self.figures[other]) is not None]
        return slip(printed, proposed, frozenset(around))

    def _exchanged(self, proposed: Proposed) -> bool:
        first, second = proposed
        should = (proposed[first], proposed[second])
        return should == (self.figures[second], self.figures[first])
