"""Cells on lines of their own, blank ones as lines of nothing, or of a sign of no width."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewer.base import CellId, cell_id
from reviewer.forms.catalog import form as form_of
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.doubts.readings import is_odd
from tests.forms.around import not_sure, report_around
from tests.layouts import make_figures

_HEADS = (
    *("行政复议", "行政诉讼", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
    *("未经复议直接起诉", "复议后起诉"),
    *("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 2,
)
_ROW = ("", "2", "", "1", "3", "6", "1", "1", "", "8", "", "", "", "", "")


def _disputes(row: Sequence[str]) -> dict[CellId, str]:
    table = form_of("2021").table("disputes")
    assert table is not None
    return {cell: text for (cell, _, _), text in zip(table.cells(), row, strict=True)}


@pytest.mark.parametrize("before", [1, 2])
def test_blank_lines_of_table_four_are_blank_cells(before: int) -> None:
    """Its row may stand as far from the head as cells from each other, or a line end only."""
    text = "\n\n".join(_HEADS) + "\n" * before + "\n\n".join(_ROW)
    report = report_around("2021", {"active": "", "requests": "", "disputes": text})
    figures = _disputes(_ROW)
    read = {cell: report.by_cell[cell].printed for cell in figures}
    assert {cell: text or "" for cell, text in read.items()} == figures


@pytest.mark.parametrize("blank_zeros", [False, True])
def test_signs_of_no_width_begin_cells(blank_zeros: bool) -> None:
    table = form_of("2021").table("requests")
    assert table is not None
    figures = make_figures("2021", 3, size=9)
    printed = {
        cell: "" if blank_zeros and figure == "0" else figure
        for cell, figure in figures.items()
        if cell.startswith("requests")
    }
    (block,) = table.blocks
    heads = ["申请人情况", "自然人", "法人或其他组织", "总计"]
    heads += [column.label for column in block.columns if column.group]
    cells = [*heads]
    for row in block.rows:
        cells.append(row.label)
        cells += [printed[cell_id("requests", row.key, column.key)] for column in block.columns]
    lines = [f"\u200b{cell}" for cell in cells]
    disputes = [f"\u200b{cell}" for cell in (*_HEADS, *_ROW)]
    tables = {"active": "", "requests": "\n".join(lines), "disputes": "\n".join(disputes)}
    report = report_around("2021", tables)
    expected = printed | _disputes(_ROW)
    assert {cell: report.by_cell[cell].printed or "" for cell in expected} == expected
    filled = {cell: text for cell, text in printed.items() if text}
    assert not_sure(report, filled) == []


def test_a_counter_of_visits_is_odd_in_a_cell() -> None:
    text = "浏览次数：1024"
    assert is_odd(Piece(0, len(text), text))
