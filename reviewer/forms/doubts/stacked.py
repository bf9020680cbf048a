"""Rows whose label stands right below others' that have no figures.

Programs that take text from pages write several labels, and then the figures of one of their rows:
not always those of the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewer.base import cell_id
from reviewer.forms.aligning.alignment import Method
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.report import Kind, Reading

_STACKED = "上一行的标题后面没有数字，这些数字可能是上一行的，请核对"


def stacked(read: AllReadings) -> Doubts:
    """Cells of table three's rows that stand below a label without any figures."""
    if not read.is_plain or not any(map(_lacks_figure, read.readings)):
        return {}
    rows = (
        [read.by_cell[cell_id(table.key, row.key, column.key)] for column in block.columns]
        for table in read.form.tables
        if table.layout == "matrix"
        for block in table.blocks
        for row in block.rows
    )
    return {
        one.cell: _STACKED
        for above, row in pairwise(rows)
        if _is_bare(above) and not _stands_beside_words(read.document.text, row)
        for one in row
    }


def _is_bare(row: Sequence[Reading]) -> bool:
    """Whether a row's label stands in the text, and nothing behind it."""
    return all(map(_lacks_figure, row))


def _lacks_figure(one: Reading) -> bool:
    return one.kind is Kind.MISSING and one.doubt == Method.NOTHING.value


def _stands_beside_words(text: str, row: Sequence[Reading]) -> bool:
    """Whether a row's first figure has words before it in its line: its label's, most likely."""
    start = min((one.place.span.start for one in row if one.place and one.printed), default=0)
    return bool(text[text.rfind("\n", 0, start) + 1 : start].strip())
