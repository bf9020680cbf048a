"""Table two whose labels stand together before its figures, as some programs copy a table.

No sum guards these figures. Where they are as many as the table has cells, they stand in the
form's order, if no row or column was moved; so they are read, and never for sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.cells.cells import is_form_text
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.doubts.readings import reading_of
from reviewer.forms.labels import vocabulary
from reviewer.forms.model import FormTable
from reviewer.forms.tables.columned import letters_of, runs_of, stand_in_order
from reviewer.forms.tables.rereading import IN_ORDER, lacks_less
from reviewer.forms.tables.tables import TableReading


def read_figures_last(
    text: str, form_id: str, table: FormTable, start: int, end: int, first: TableReading
) -> TableReading:
    """The table in the form's order if its figures stand behind its labels; else as it was.

    Args:
        text: The whole text.
        form_id: The form that the report uses.
        table: The form's table.
        start: Where its section begins.
        end: Where the next one does.
        first: What was read by its labels.
    """
    if table.layout != "articles" or not first.lacking:
        return first
    cells = [cell for cell, _, _ in table.cells()]
    figures = _behind_labels(text, form_id, table, start, end)
    if len(figures) != len(cells):
        return first
    readings = {
        cell: reading_of(cell, Choice((figure,)), 0, IN_ORDER)
        for cell, figure in zip(cells, figures, strict=True)
    }
    second = replace(first, readings=readings, found=True, torn=True)
    return second if lacks_less(second, first) else first


def _behind_labels(
    text: str, form_id: str, table: FormTable, start: int, end: int
) -> Sequence[Piece]:
    """The figures behind the rows' labels, nothing but the form's words among them; or none."""
    runs = list(runs_of(text, start, end))
    if not runs or not stand_in_order(table.rows, letters_of(runs[0][0])):
        return ()
    words = vocabulary(form_id)
    if not all(is_form_text(Piece(0, len(between), between), words) for between, _ in runs[1:]):
        return ()
    return [figure for _, figures in runs for figure in figures]
