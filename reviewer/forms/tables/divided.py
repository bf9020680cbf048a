"""Rows that a text divides further than its form: 其他处理 in three rows in a table of 2019.

A report may mix tables of two forms. What stands below such a row's label are other rows, none of
whose figures are the row's own; what they add up to is printed nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from reviewer.base import CellId, cell_parts
from reviewer.forms.catalog import forms
from reviewer.forms.doubts.readings import missing
from reviewer.forms.folding import fold
from reviewer.forms.labels import split_enumerator, vocabulary
from reviewer.forms.locating.anchors import Page
from reviewer.forms.locating.rows import TableRow
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Reading

_DIVIDED = "原文这一行分为几行，是另一年格式的写法，没有印出合计的数字"
_NO_FIGURES = str.maketrans("", "", "0123456789|-")
_TELLING = 10
"""A label of this many characters is met nowhere else."""


def divided_rows(
    page: Page, form_id: str, table: FormTable, rows: Sequence[TableRow]
) -> frozenset[str]:
    """Keys of the rows of a matrix behind whose label rows of another form stand."""
    if table.layout != "matrix":
        return frozenset()
    told = _parts(form_id, table.key)
    letters = _letters(page.folded.text) if told else ""
    parts = {key: begins for key, begins in told if any(begin in letters for begin in begins)}
    zones = (
        (row.key, _letters(fold(page.text[row.start : row.end])))
        for row in rows
        if row.key in parts
    )
    return frozenset(key for key, zone in zones if any(begin in zone for begin in parts[key]))


def divided_by(
    text: str, form_id: str, table: FormTable, cells: Collection[CellId]
) -> dict[CellId, Reading]:
    """The readings of a table's cells whose rows its text divides, wherever these stand in it."""
    letters = _letters(fold(text))
    told = _parts(form_id, table.key)
    rows = {key for key, begins in told if any(begin in letters for begin in begins)}
    return {cell: missing(cell, _DIVIDED) for cell in cells if cell_parts(cell)[1] in rows}


def without_rows(
    rows: frozenset[str], readings: Mapping[CellId, Reading]
) -> Mapping[CellId, Reading]:
    """Readings of which those of some rows are missing, since the text divides them otherwise."""
    lost = {c: missing(c, _DIVIDED) for c in readings if rows and cell_parts(c)[1] in rows}
    return {**readings, **lost}


def divided_in(readings: Mapping[CellId, Reading]) -> dict[CellId, Reading]:
    """The readings that are missing since the text divides their rows otherwise."""
    return {cell: one for cell, one in readings.items() if one.doubt == _DIVIDED}


def _letters(folded: str) -> str:
    """A folded text without its figures: in narrow cells they stand between lines of labels."""
    return folded.translate(_NO_FIGURES)


@cache
def _parts(form_id: str, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Rows of a form's table that are headings in other forms, with how the rows below begin."""
    words = vocabulary(form_id)
    found: dict[str, list[str]] = {}
    for form in forms().values():
        for heading, label in _headed(form, key):
            begin = fold(split_enumerator(label)[1])[:_TELLING]
            if form.id != form_id and len(begin) == _TELLING and begin not in words:
                found.setdefault(heading, []).append(begin)
    own = forms()[form_id].table(key)
    rows = own.rows if own is not None else ()
    named = ((row.key, found.get(fold(split_enumerator(row.label)[1]), ())) for row in rows)
    return tuple((row, tuple(begins)) for row, begins in named if begins)


def _headed(form: Form, key: str) -> Iterator[tuple[str, str]]:
    """The rows of a form's table that stand below a heading: that, folded, and their label."""
    table = form.table(key)
    for row in table.rows if table is not None else ():
        if row.headings:
            yield fold(split_enumerator(row.headings[-1])[1]), row.label
