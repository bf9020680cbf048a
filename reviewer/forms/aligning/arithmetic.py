"""The form's own sums, as far as reading needs them to choose between ways to read.

Source: the note in the corner of table three (本列数据的勾稽关系为：第一项加第二项之和，等于第三项
加第四项之和) and the heads of tables three and four. The rules that judge a report are data in
``resources/rules``; these here never judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reviewer.base import CellId, cell_id
from reviewer.forms.aligning.solving import Equation
from reviewer.forms.model import FormTable
from reviewer.forms.report import Reading

Signed = Sequence[tuple[CellId, int]]
"""Cells with their signs; their signed figures add up to 0."""

_NOTHING = 1e-9
"""By how much a sum of floats may be off."""

SUBTOTAL = ""
"""Stands for a 小计 column, which the form does not have, among a table's printed columns."""


def column_equations(table: FormTable) -> tuple[Equation, ...]:
    """What holds in every column of table three; nothing for other tables."""
    if table.key != "requests":
        return ()
    details = [row.key for row in table.rows if row.headings and row.key != "total"]
    flow = (("new", 1), ("carried_in", 1), ("total", -1), ("carried_out", -1))
    return flow, (("total", 1), *((key, -1) for key in details))


def row_sums(columns: Sequence[str]) -> Mapping[int, Sequence[int]]:
    """Position of a total → positions of its parts, for the printed columns of table three."""
    sums: dict[int, Sequence[int]] = {}
    single = [place for place, key in enumerate(columns) if key not in {SUBTOTAL, "total"}]
    if SUBTOTAL in columns:
        sums[columns.index(SUBTOTAL)] = [
            place for place in single if columns[place] != "natural_person"
        ]
    if "total" in columns:
        sums[columns.index("total")] = single
    return sums


def group_sums(groups: int, width: int) -> Mapping[int, Sequence[int]]:
    """The same for table four: in every group the last figure is the sum of the others."""
    return {
        start + width - 1: range(start, start + width - 1)
        for start in range(0, groups * width, width)
    }


def comes_to_nothing(figures: Iterable[float]) -> bool:
    """Whether signed figures add up to 0, as exactly as floats do."""
    return abs(sum(figures)) <= _NOTHING


def fails(signed: Signed, by_cell: Mapping[CellId, Reading]) -> bool:
    """Whether all figures are there and do not come to 0."""
    figures = [(by_cell[cell].number, sign) for cell, sign in signed]
    total = sum(sign * number for number, sign in figures if number is not None)
    return all(number is not None for number, _ in figures) and total != 0


def sums_of(table: FormTable) -> Iterator[Signed]:
    """The sums of tables three and four; table two has none."""
    if table.layout == "articles":
        return
    for block in table.blocks:
        keys = [column.key for column in block.columns]
        if "total" not in keys:
            continue
        for row in block.rows:
            yield [(cell_id(table.key, row.key, key), -1 if key == "total" else 1) for key in keys]
        for equation in column_equations(table):
            for key in keys:
                yield [(cell_id(table.key, row, key), sign) for row, sign in equation]
