"""What no sum of the form guards, and how much of it somebody has looked at."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.base import CellId
from reviewer.checks.expression import Comparison
from reviewer.checks.program import Program
from reviewer.forms.report import Kind
from reviewer.review.review import Review


@dataclass(frozen=True, slots=True)
class Coverage:
    """The figures of a report that somebody has to compare with the source.

    Attributes:
        unguarded: Printed figures that stand in no equation, in the form's order.
        doubtful: Printed figures that the program was not sure of.
        seen: Those of both whose reading the reviewer confirmed or typed.
    """

    unguarded: tuple[CellId, ...]
    doubtful: tuple[CellId, ...]
    seen: frozenset[CellId]

    @property
    def to_see(self) -> tuple[CellId, ...]:
        """Both, each once; the unguarded ones first."""
        return tuple(dict.fromkeys((*self.unguarded, *self.doubtful)))

    @property
    def unguarded_seen(self) -> int:
        """How many unguarded figures were looked at."""
        return sum(cell in self.seen for cell in self.unguarded)

    @property
    def doubtful_seen(self) -> int:
        """How many doubtful figures were settled."""
        return sum(cell in self.seen for cell in self.doubtful)


def coverage_of(review: Review) -> Coverage:
    """What is to be looked at by eye in a review, and what of it was.

    Cells that are not in the report are not among them: there is nothing to look at.
    """
    guarded = guarded_cells(review.rules.program(review.report.form))
    printed = [one for one in review.original.readings if one.kind is not Kind.MISSING]
    unguarded = tuple(one.cell for one in printed if one.cell not in guarded)
    doubtful = tuple(one.cell for one in printed if not one.sure)
    said = review.confirmed | review.transcriptions.keys()
    return Coverage(unguarded, doubtful, said & {*unguarded, *doubtful})


def guarded_cells(program: Program) -> frozenset[CellId]:
    """The cells that stand in an equation: a wrong figure there breaks it."""
    return frozenset(
        cell
        for one in program.instances
        if isinstance(one.formula, Comparison) and one.formula.relation == "＝"
        for cell in one.cells
    )
