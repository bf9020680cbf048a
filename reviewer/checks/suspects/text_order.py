"""Which figures stand side by side in the source text, whatever cells they were read into."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from reviewer.base import CellId
from reviewer.document.model import Span
from reviewer.forms.report import Report

_SEPARATORS = " \t\n\u3000|,，"


class TextOrder:
    """The cells of a report in the order in which its text prints them."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def beside(self, first: CellId, second: CellId) -> bool:
        """Whether nothing but a separator stands between one figure and the next."""
        return (first, second) in self._neighbours

    def run_with(self, cell: CellId) -> tuple[CellId, ...]:
        """The cells whose figures are printed as one run of digits with this one's, if it is so."""
        return self._runs.get(cell, ())

    @cached_property
    def _cells(self) -> list[tuple[Span, CellId]]:
        """The cells that stand in the text, each with its place there."""
        placed = [(r.place.span, r.cell) for r in self._report.readings if r.place is not None]
        return sorted(placed, key=lambda entry: (entry[0].start, entry[0].end))

    @cached_property
    def _neighbours(self) -> frozenset[tuple[CellId, CellId]]:
        text = self._report.document.text
        return frozenset(
            (first, second)
            for (one, first), (other, second) in pairwise(self._cells)
            if not text[one.end : other.start].strip(_SEPARATORS)
        )

    @cached_property
    def _runs(self) -> dict[CellId, tuple[CellId, ...]]:
        runs: list[list[CellId]] = []
        end = -1
        for span, cell in self._cells:
            if span.start == end and span.length:
                runs[-1].append(cell)
            else:
                runs.append([cell])
            end = span.end
        return {cell: tuple(run) for run in runs if len(run) > 1 for cell in run}
