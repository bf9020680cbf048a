"""Figures that a narrow column breaks: each line of a cell is a line of the text."""

from __future__ import annotations

import pytest

from reviewer.base import CellId, cell_id
from reviewer.forms.catalog import form as form_of
from reviewer.forms.report import Report
from tests.forms.around import report_around

LARGE = {
    "new": (13612, 252, 0, 45, 128, 32),
    "carried_in": (535, 6, 0, 1, 18, 0),
    "granted": (5345, 129, 0, 41, 19, 14),
    "refused_by_law": (8019, 123, 0, 3, 102, 15),
    "total": (13364, 252, 0, 44, 121, 29),
    "carried_out": (783, 6, 0, 2, 25, 3),
}
"""Figures of applicants; other rows are noughts."""


def _figures() -> dict[CellId, int]:
    table = form_of("2021").table("requests")
    assert table is not None
    keys = [column.key for column in table.columns]
    rows = {row.key: LARGE.get(row.key, (0,) * 6) for row in table.rows}
    return {
        cell_id("requests", key, column): figure
        for key, row in rows.items()
        for column, figure in zip(keys, (*row, sum(row)), strict=True)
    }


def _broken(figure: int, width: int) -> list[str]:
    digits = str(figure)
    return [digits[at : at + width] for at in range(0, len(digits), width)]


def _row(figures: list[int], width: int) -> str:
    """A row's figures behind its label; those of several lines, and what stands behind them."""
    text = ""
    several = False
    for figure in figures:
        lines = _broken(figure, width)
        text += ("\n" if several or len(lines) > 1 else " ") + "\n".join(lines)
        several = len(lines) > 1
    return text


def _report(width: int, changed: dict[CellId, int] | None = None) -> Report:
    """A report whose table three was copied from columns of so many digits."""
    table = form_of("2021").table("requests")
    assert table is not None
    figures = _figures() | (changed or {})
    rows = "\n".join(
        row.label
        + _row([figures[cell_id("requests", row.key, one.key)] for one in table.columns], width)
        for row in table.rows
    )
    heads = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"
    return report_around(
        "2021", {"active": "表格另附。", "requests": f"{heads}\n{rows}", "disputes": "无。"}
    )


@pytest.mark.parametrize("width", [3, 4])
def test_figures_are_joined_that_make_their_rows_add_up(width: int) -> None:
    read = _report(width).by_cell
    wrong = {
        cell: read[cell].number for cell, one in _figures().items() if read[cell].number != one
    }
    assert not wrong


def test_a_figure_of_several_lines_is_never_sure() -> None:
    read = _report(3).by_cell
    assert not [cell for cell, one in _figures().items() if one > 999 and read[cell].sure]
    assert read[CellId("requests.new.natural_person")].printed == "136\n12"


def test_nothing_is_joined_where_no_sum_comes_right() -> None:
    wrong = CellId("requests.new.total")
    read = _report(3, {wrong: 14070}).by_cell
    row = [one for cell, one in read.items() if cell.startswith("requests.new.")]
    assert not [one.cell for one in row if one.sure]
