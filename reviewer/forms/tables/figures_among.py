"""Table four whose figures stand among the labels of its head, as programs take it from pages.

What is left is the order of the figures and the sum of each group. Where they are all there, and
so is the head letter by letter, the row is read so, and never for sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reviewer.forms.aligning.alignment import all_hold
from reviewer.forms.aligning.arithmetic import group_sums
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.doubts.readings import reading_of
from reviewer.forms.lines import lines_of
from reviewer.forms.model import FormTable
from reviewer.forms.tables.columned import runs_of
from reviewer.forms.tables.head_letters import stand_in
from reviewer.forms.tables.rereading import lacks_less
from reviewer.forms.tables.tables import TableReading

_MOST_STRANGE = 3
"""Figures before the row's own: numbers of pages, or of another table."""

_REACH = 1500
"""Characters that the table takes, and what a page's end has put between."""

_AMONG = "数字散在表头各列名之间，按次序推定，请核对各格"


def read_figures_among(
    text: str, form_id: str, table: FormTable, start: int, first: TableReading
) -> TableReading:
    """The table by the order of its figures if that tells more; else as it was.

    Args:
        text: The whole text.
        form_id: The form that the report uses.
        table: The form's table.
        start: Where its section begins.
        first: What was read below its head.
    """
    if table.layout != "single_row" or not first.lacking:
        return first
    end = min(start + _REACH, len(text))
    if not stand_in(text[start:end], form_id, table):
        return first
    way = _row(list(_figures(text, start, end)), table)
    if not way:
        return first
    choice = Choice(way, balanced=True)
    readings = {
        cell: reading_of(cell, choice, place, _AMONG)
        for place, (cell, _, _) in enumerate(table.cells())
    }
    second = replace(first, readings=readings, found=True, span=(way[0].start, way[-1].end))
    return second if lacks_less(second, first) else first


def _row(figures: list[Piece], table: FormTable) -> tuple[Piece, ...]:
    """The first figures, as many as the row has, all groups of which add up; empty if none do."""
    (block,) = table.blocks
    sums = group_sums(len(block.rows), len(block.columns))
    count = max(sums) + 1
    ways = (tuple(figures[at : at + count]) for at in range(_MOST_STRANGE + 1))
    return next((way for way in ways if len(way) == count and all_hold(way, sums)), ())


def _figures(text: str, start: int, end: int) -> Iterator[Piece]:
    """The figures of lines that hold nothing else."""
    for begin, stop in lines_of(text, start, end):
        runs = list(runs_of(text, begin, stop))
        if len(runs) == 1 and not runs[0][0] and not text[runs[0][1][-1].end : stop].strip():
            yield from runs[0][1]
