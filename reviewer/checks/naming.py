"""Cells, rows and columns as reviewers name them, as short as stays clear."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from reviewer.base import CellId, cell_parts
from reviewer.forms.model import Form, FormTable, Row

_ASIDE = re.compile(r"（[^（）]*[，：][^（）]*）$|、行政机关不再处理.*$")
"""Explanations behind a label: （区分处理的，只计这一情形，不计其他情形）."""

_LISTED = 6
"""So many places are named before the rest is only counted."""


def row_name(row: Row) -> str:
    """A row with its own heading and no explanations: ``（五）不予处理 2.重复申请``."""
    label = _ASIDE.sub("", row.label)
    return " ".join((*row.headings[1:], label)) if label[:1].isdigit() else label


def cell_name(form: Form, cell: CellId) -> str:
    """A cell within its table: ``（七）总计 · 自然人``."""
    _, row, column = form.figures[cell]
    return f"{row_name(row)} · {column.label}"


def by_table(form: Form, cells: Iterable[CellId]) -> Iterator[tuple[FormTable, list[CellId]]]:
    """Cells in the form's order, parted by the tables that they stand in."""
    for key, members in groupby(cells, key=lambda cell: cell_parts(cell)[0]):
        table = form.table(key)
        if table is not None:
            yield table, list(members)


def cells_name(form: Form, table: FormTable, cells: Collection[CellId]) -> str:
    """Cells of one table in few words: whole columns, whole rows, then single cells."""
    wanted = set(cells)
    every = [cell for cell, _, _ in table.cells()]
    if wanted >= set(every):
        return f"全部{len(every)}格"
    names = _whole_columns(form, table, wanted)
    names += _by_row(form, [cell for cell in every if cell in wanted], every)
    listed = "；".join(names[:_LISTED])
    return listed if len(names) <= _LISTED else f"{listed}等{len(set(cells))}格"


def _whole_columns(form: Form, table: FormTable, wanted: set[CellId]) -> list[str]:
    """Names of the columns that are wanted from top to bottom; they are taken out of wanted."""
    names = []
    for block in table.blocks:
        for column in block.columns if len(block.rows) > 1 else ():
            whole = {CellId(f"{table.key}.{row.key}.{column.key}") for row in block.rows}
            if whole <= wanted and table.layout == "matrix":
                wanted -= whole
                names.append(f"“{column.label}”整列")
    return names


def _by_row(form: Form, cells: Sequence[CellId], every: Sequence[CellId]) -> list[str]:
    rows: dict[str, list[CellId]] = {}
    for cell in cells:
        rows.setdefault(cell_parts(cell)[1], []).append(cell)
    names = []
    for key, members in rows.items():
        row = form.figures[members[0]][1]
        whole = len(members) == sum(cell_parts(cell)[1] == key for cell in every)
        labels = "、".join(form.figures[cell][2].label for cell in members)
        names.append(f"“{row_name(row)}”整行" if whole else f"“{row_name(row)}”{labels}")
    return names
