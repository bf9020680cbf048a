"""The same reports for every format: figures, odd ones too, and where their fixtures stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reviewer.base import CellId
from reviewer.document.composing import Cell, Grid
from tests.layouts import make_figures
from tests.writers.report import report_items

FOLDER = Path(__file__).parents[1] / "data" / "same"

_NOTES = {
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "，含当面答复的部分",
    "一、本年新收政府信息公开申请数量": "（件，含网上、信函和当面提交的申请）",
}
"""What some bodies add to a label."""


@dataclass(frozen=True)
class Case:
    """A report: its form, a seed, and what is odd in it.

    Attributes:
        name: Also of its fixtures.
        odd: Figures printed otherwise: figure → what some of its cells say instead.
        noted: Labels with additions of the body's own.
        short: Table four alone, where the contents matter less than how often they are read.
    """

    name: str
    form_id: str
    seed: int
    odd: tuple[str, ...] = ()
    noted: bool = False
    short: bool = False

    @cached_property
    def figures(self) -> dict[CellId, str]:
        """What every cell says."""
        figures = make_figures(self.form_id, self.seed)
        zeros = [cell for cell, text in figures.items() if text == "0"]
        for number, cell in enumerate(zeros):
            if self.odd and number % 3 == 0:
                figures[cell] = self.odd[number // 3 % len(self.odd)]
        return figures

    @property
    def items(self) -> list[str | Grid]:
        """The report's paragraphs and tables."""
        items = report_items(self.figures, self.form_id)
        if self.short:
            grids = [item for item in items if isinstance(item, Grid)]
            items = [item for item in items if item not in grids[:-1]]
        return [_noted(item) if self.noted and isinstance(item, Grid) else item for item in items]

    def fixture(self, suffix: str) -> Path:
        """The file that an office program saved."""
        return FOLDER / f"{self.name}{suffix}"


def _noted(grid: Grid) -> Grid:
    return Grid(tuple(_with_note(cell, _NOTES) for cell in grid.cells), grid.sheet)


def _with_note(cell: Cell, notes: Mapping[str, str]) -> Cell:
    text = cell.text + notes.get(cell.text, "")
    return Cell(cell.row, cell.column, text, cell.row_span, cell.column_span, cell.ref)


SHORT = Case("short_2021", "2021", 15, short=True)
CASES = (
    Case("plain_2019", "2019", 11),
    Case("plain_2021", "2021", 12),
    Case("odd_2019", "2019", 13, odd=("", "/", "—", "无")),
    Case("odd_2021", "2021", 14, odd=("", "/", ""), noted=True),
)
