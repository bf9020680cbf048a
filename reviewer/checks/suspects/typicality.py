"""How usual a table would be after a repair, to rank repairs that fit equally well.

Detail rows can be exchanged with each other, and columns of applicants too, without affecting any
sum. Which repair is listed first is then decided by what reports usually hold: nearly all have
applications from persons, most grant some, and few carry any over from the year before. All
weights together are small, so that no repair is singled out for being usual.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import combinations

from reviewer.base import CellId, Number, cell_id, cell_parts
from reviewer.checks.expression import Figures
from reviewer.checks.program import Program
from reviewer.checks.suspects.slips import Proposed

_TABLE = "requests"
_FILLED = {
    "new": 0.3,
    "total": 0.3,
    "granted": 0.25,
    "unavailable_not_held": 0.2,
    "granted_in_part": 0.1,
    "unavailable_must_create": 0.05,
    "carried_in": -0.05,
    "carried_out": -0.05,
    "natural_person": 0.3,
    "business": 0.1,
    "other_org": 0.05,
}
"""How much likelier than others these rows and columns are to hold a figure."""

_ORDERED = (("new", "carried_in"), ("total", "carried_out"))
"""Pairs of rows of which the first nearly always has the greater total."""

_OUT_OF_ORDER = 0.3
"""The cost of a row that has less than the row which it usually exceeds."""

_ALIKE = 1.0
"""The cost of two applicants with the same figures in every row: one was hardly meant so."""

_TELLING = 2
"""A column with at least this many figures is not the same as another one by chance."""


class Typicality:
    """Table three of a report as it is printed.

    Args:
        program: The rules of its form.
        figures: What the rules run on.
    """

    def __init__(self, program: Program, figures: Figures) -> None:
        self._figures = figures
        self._lines = {
            (line.upright, _name(line.upright, line.cells[0])): line.cells
            for line in program.lines
            if line.cells[0].startswith(f"{_TABLE}.")
        }

    def gain(self, proposed: Proposed) -> float:
        """How much more usual the table is with the figures proposed; below 0 if less usual."""
        if not any(cell.startswith(f"{_TABLE}.") for cell in proposed):
            return 0.0
        lines = {(upright, _name(upright, cell)) for cell in proposed for upright in (False, True)}
        gain = sum(
            _FILLED[line[1]] * (self._holds(line, proposed) - self._holds(line, {}))
            for line in lines
            if line[1] in _FILLED and line in self._lines
        )
        gain += _OUT_OF_ORDER * (self._disorder({}) - self._disorder(proposed))
        if len(proposed) > _TELLING:
            gain += _ALIKE * (self._alike_as_printed - self._alike(proposed))
        return gain

    def _figure(self, cell: CellId, proposed: Proposed) -> Number:
        return proposed.get(cell, self._figures.get(cell)) or 0

    def _holds(self, line: tuple[bool, str], proposed: Proposed) -> bool:
        return any(self._figure(cell, proposed) for cell in self._lines[line])

    def _disorder(self, proposed: Proposed) -> int:
        """How many rows have less than the row which they usually exceed."""
        return sum(
            self._figure(cell_id(_TABLE, more, "total"), proposed)
            < self._figure(cell_id(_TABLE, less, "total"), proposed)
            for more, less in _ORDERED
        )

    @cached_property
    def _alike_as_printed(self) -> int:
        return self._alike({})

    def _alike(self, proposed: Proposed) -> int:
        """How many pairs of applicants have the same figures, if they have several."""
        held = [
            figures
            for (upright, name), cells in self._lines.items()
            if upright and name != "total"
            for figures in [[self._figure(cell, proposed) for cell in cells]]
            if _count(figures) > _TELLING - 1
        ]
        return sum(one == other for one, other in combinations(held, 2))


def _name(upright: bool, cell: CellId) -> str:
    _, row, column = cell_parts(cell)
    return column if upright else row


def _count(figures: Sequence[Number]) -> int:
    return sum(map(bool, figures))
