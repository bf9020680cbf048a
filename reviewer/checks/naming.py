"""Cells, rows and columns as reviewers name them, as short as stays clear."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from reviewer.base import CellId, cell_id, cell_parts
from reviewer.forms.model import Form, FormTable, Row

_ASIDE = re.compile(r"（[^（）]*[，：][^（）]*）$|、行政机关不再处理.*$")
"""Explanations behind a label: （区分处理的，只计这一情形，不计其他情形）."""

_LISTED = 6
"""At most this many places are named; the others are only counted."""

_RUN = 2
"""More whole rows than this, one below the other, are named by the first and the last."""


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


def cells_name(form: Form, table: FormTable, cells: Collection[CellId], most: int = _LISTED) -> str:
    """Cells of one table in few words: whole columns, runs of whole rows, then single cells.

    Args:
        form: The form.
        table: The table that the cells stand in.
        cells: At least one.
        most: At most this many places are named; the others are only counted.
    """
    wanted = set(cells)
    every = [cell for cell, _, _ in table.cells()]
    if wanted >= set(every):
        return f"全部{len(every)}格"
    names = _whole_columns(table, wanted)
    names += _by_row(form, every, wanted)
    listed = "；".join(names[:most])
    return listed if len(names) <= most else f"{listed}等{len(set(cells))}格"


def quoted(name: str) -> str:
    """A name in quotation marks; those inside it become single ones."""
    return f"“{name.replace('“', '‘').replace('”', '’')}”"


def _whole_columns(table: FormTable, wanted: set[CellId]) -> list[str]:
    """Names of the columns that are wanted from top to bottom; they are taken out of wanted."""
    names = []
    for block in table.blocks if table.layout == "matrix" else ():
        for column in block.columns:
            whole = {cell_id(table.key, row.key, column.key) for row in block.rows}
            if whole <= wanted:
                wanted -= whole
                names.append(f"{quoted(column.label)}整列")
    return names


def _by_row(form: Form, every: Sequence[CellId], wanted: set[CellId]) -> list[str]:
    """Names of what is wanted row by row; rows that are wanted whole are joined to runs."""
    names, run = list[str](), list[tuple[str, str]]()
    for _, group in groupby(every, key=lambda cell: cell_parts(cell)[1]):
        row = list(group)
        name = quoted(row_name(form.figures[row[0]][1]))
        labels = [form.figures[cell][2].label for cell in row if cell in wanted]
        if len(labels) == len(row):
            run.append((name, labels[0] if len(labels) == 1 else "整行"))
            continue
        names += _run(run)
        run = []
        names += [name + "、".join(labels)] if labels else []
    return names + _run(run)


def _run(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Whole rows by name; a row of one cell is called by that cell's column."""
    if len(rows) > _RUN:
        return [f"{rows[0][0]}至{rows[-1][0]}共{len(rows)}行"]
    return [name + told for name, told in rows]
