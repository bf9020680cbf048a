"""Texts as programs give them away: for forums, read aloud, mailed, cell by cell, drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import LayoutCell, layout_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind, Report
from tests.layouts import make_figures

_Grid = list[list[LayoutCell]]
"""Every place of a table with the cell that reaches over it."""

_Writer = Callable[[_Grid, Mapping[CellId, str]], str]
_TITLES = {
    "active": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
}


def _grid(form_id: str, key: str) -> _Grid:
    layout = layout_of(form_of(form_id), key)
    at = layout.at()
    return [[at[row, column] for column in range(layout.columns)] for row in range(layout.rows)]


def _text(cell: LayoutCell, figures: Mapping[CellId, str]) -> str:
    return figures[cell.cell] if cell.cell else cell.text


def _own(grid: _Grid, row: int) -> list[tuple[int, LayoutCell]]:
    """The cells that begin in a row, with their columns."""
    return [
        (column, cell)
        for column, cell in enumerate(grid[row])
        if (cell.row, cell.column) == (row, column)
    ]


def _forum(grid: _Grid, figures: Mapping[CellId, str]) -> str:
    rows = (
        "".join(
            f"[td={one.column_span},{one.row_span}]{_text(one, figures)}[/td]"
            for _, one in _own(grid, row)
        )
        for row in range(len(grid))
    )
    return "[table]" + "".join(f"[tr]{row}[/tr]\n" for row in rows) + "[/table]"


def _aloud(place: str, nothing: str) -> _Writer:
    def write(grid: _Grid, figures: Mapping[CellId, str]) -> str:
        return "\n".join(
            place.format(row + 1, column + 1) + (_text(cell, figures) or nothing)
            for row in range(len(grid))
            for column, cell in _own(grid, row)
        )

    return write


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _broken(line: str, width: int) -> list[str]:
    lines = [""]
    for one in line:
        if _width(lines[-1] + one) > width:
            lines.append("")
        lines[-1] += one
    return lines


def _mail(grid: _Grid, figures: Mapping[CellId, str]) -> str:
    """Markup of all places of the grid, broken at the 72nd column; numbers stay whole."""
    lines = []
    for at, row in enumerate(grid):
        own = dict(_own(grid, at))
        words = "| ".join(
            _text(own[n], figures) + " " if n in own else " " for n in range(len(row))
        )
        lines += _broken(f"| {words}|", 72)
    return "\n".join(lines)


def _latex(grid: _Grid, figures: Mapping[CellId, str]) -> str:
    rows = []
    for at, row in enumerate(grid):
        own = dict(_own(grid, at))
        cells = [_text(own[n], figures) if n in own else "" for n in range(len(row))]
        rows.append(" & ".join(cells[:-3]) + " &\n" + " & ".join(cells[-3:]) + r" \\")
    columns = "l" * len(grid[0])
    begin = rf"\begin{{longtable}}[]{{@{{}}{columns}@{{}}}}"
    return "\n".join([begin, r"\toprule", *rows, r"\bottomrule", r"\end{longtable}"])


def _cell_by_cell(grid: _Grid, figures: Mapping[CellId, str]) -> str:
    """A line for each place of the grid, merged cells again in each that they cover."""
    return "\n".join(_text(cell, figures) for row in grid for cell in row)


def _drawn(grid: _Grid, figures: Mapping[CellId, str]) -> str:
    """Narrow columns between strokes, the figures in the middle of a row's lines."""
    count = len(grid[0])
    widths = [6 if count > 12 else 10 if at < count - 7 else 8 for at in range(count)]
    rule = "├" + "┼".join("─" * width for width in widths) + "┤"
    lines = [rule]
    for at in range(len(grid)):
        pieces = []
        for column, cell in enumerate(grid[at]):
            if column != cell.column:
                continue
            wide = slice(column, column + cell.column_span)
            width = sum(widths[wide]) + cell.column_span - 1
            pieces.append((width, _broken(_text(cell, figures), width) if cell.row == at else [""]))
        high = max(len(parts) for _, parts in pieces)
        for line in range(high):
            shown = []
            for width, parts in pieces:
                part = line - (high - len(parts)) // 2
                words = parts[part] if 0 <= part < len(parts) else ""
                shown.append(words + " " * (width - _width(words)))
            lines.append("│" + "│".join(shown) + "│")
        lines.append(rule)
    return "\n".join(lines)


def _word(grid: _Grid, figures: Mapping[CellId, str]) -> str:
    """Each cell on a line behind a tab, a blank line behind each row."""
    rows = (
        "".join(f"\t{_text(cell, figures)}\n" for _, cell in _own(grid, row))
        for row in range(len(grid))
    )
    return "\n".join(rows)


_WRITERS: dict[str, _Writer] = {
    "word": _word,
    "forum": _forum,
    "aloud": _aloud("第{}行第{}列 ", "空白"),
    "aloud_with_colons": _aloud("行{} 列{}：", "空"),
    "mail": _mail,
    "latex": _latex,
    "cell_by_cell": _cell_by_cell,
    "drawn": _drawn,
}


def _report(form_id: str, writer: str, figures: Mapping[CellId, str], before: str = "") -> Report:
    year = 2020 if form_id == "2019" else 2023
    parts = [f"云岭县石桥镇人民政府{year}年政府信息公开工作年度报告", "一、总体情况", "无。"]
    for key, title in _TITLES.items():
        parts += [title, _WRITERS[writer](_grid(form_id, key), figures)]
    parts += ["五、存在的主要问题及改进情况", "无。", "六、其他需要报告的事项", "无。"]
    text = "\n".join(parts)
    return read_report(open_text("\n".join(before + line for line in text.split("\n"))))


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("writer", _WRITERS)
def test_every_figure_is_read_as_it_is_printed(form_id: str, writer: str) -> None:
    figures = make_figures(form_id, 8)
    report = _report(form_id, writer, figures)
    read = {one.cell: one.printed for one in report.readings}
    assert {cell: one for cell, one in figures.items() if read[cell] != one} == {}
    assert all(one.sure for one in report.readings)


@pytest.mark.parametrize("writer", ["drawn", "word"])
def test_lines_that_a_mail_quotes_are_read_as_they_were_written(writer: str) -> None:
    figures = make_figures("2021", 3)
    report = _report("2021", writer, figures, before="> ")
    assert {one.cell: one.printed for one in report.readings} == figures


def test_tabs_behind_blanks_part_no_cells() -> None:
    """No line begins with a tab, none has one among its words."""
    text = "石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n \t无。\n \t \n二、其他\n"
    assert read_report(open_text(text)).year == 2023


def test_cells_read_aloud_as_blank_are_blank() -> None:
    figures = {cell: "" if one == "0" else one for cell, one in make_figures("2021", 4).items()}
    report = _report("2021", "aloud", figures)
    kinds = {one.cell: one.kind for one in report.readings}
    assert {cell for cell, kind in kinds.items() if kind is Kind.BLANK} == {
        cell for cell, one in figures.items() if not one
    }
