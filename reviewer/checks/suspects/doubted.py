"""Which figures of a report are in doubt, and when that makes them likelier to be wrong."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from reviewer.base import CellId, cell_parts
from reviewer.checks.suspects.text_order import TextOrder
from reviewer.forms.report import Reading, Report


class DoubtedFigures:
    """The doubts of a report's readings, as far as they bear on what is suspected."""

    def __init__(self, report: Report, order: TextOrder) -> None:
        self._report = report
        self._order = order

    def among(self, cells: Iterable[CellId]) -> int:
        """How many of the cells are likelier to be wrong than others because of their doubt."""
        readings = (self._report.by_cell[cell] for cell in cells)
        return sum(_in_doubt(r) and cell_parts(r.cell)[0] not in self._garbled for r in readings)

    def may_be_misread(self, cell: CellId) -> bool:
        """Whether a figure is in doubt, and not only for want of a separator.

        Digits that are as many as the cells they stand for can be split in one way only.
        """
        reading = self._report.by_cell[cell]
        if not _in_doubt(reading) or reading.candidates:
            return _in_doubt(reading)
        run = self._order.run_with(cell)
        columns = len(self._report.form.figures[cell][0].blocks[0].columns)
        return len(run) != columns or any(self._report.by_cell[c].candidates for c in run)

    @cached_property
    def _garbled(self) -> frozenset[str]:
        """Tables in which most figures are in doubt, so that a doubt singles out none of them.

        Noughts do not count: a row of them is read for certain where digits run together.
        """
        tables: dict[str, list[bool]] = {}
        for reading in self._report.readings:
            if reading.number:
                tables.setdefault(cell_parts(reading.cell)[0], []).append(_in_doubt(reading))
        return frozenset(key for key, doubts in tables.items() if 2 * sum(doubts) > len(doubts))


def _in_doubt(reading: Reading) -> bool:
    """Whether a figure is not surely what the report says, or was chosen by arithmetic."""
    return not reading.sure or reading.inferred
