"""Structures of texts from pages and tools: units, lone bars, markup, wide grids, parted tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from reviewer.base import CellId
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import LayoutCell, Role, layout_of
from tests.forms.around import not_sure, report_around
from tests.layouts import TITLES, make_figures

_Rows = list[list[LayoutCell]]
_Writer = Callable[[_Rows, Mapping[CellId, str]], str]


def _rows(form_id: str, key: str) -> _Rows:
    layout = layout_of(form_of(form_id), key)
    cells = sorted(layout.cells, key=lambda one: one.column)
    return [[cell for cell in cells if cell.row == row] for row in range(layout.rows)]


def _text(cell: LayoutCell, figures: Mapping[CellId, str]) -> str:
    return figures[cell.cell] if cell.cell else cell.text


def _units_behind_labels(mark: str) -> _Writer:
    def write(rows: _Rows, figures: Mapping[CellId, str]) -> str:
        lines = []
        for row in rows:
            line = [_text(cell, figures) for cell in row]
            labels = sum(cell.role is Role.LABEL for cell in row)
            lines.append(mark.join(line[:labels] + ["件"] * (labels > 0) + line[labels:]))
        return "\n".join(lines)

    return write


def _each_cell(before: str, behind: str, row_end: str = "") -> _Writer:
    def write(rows: _Rows, figures: Mapping[CellId, str]) -> str:
        return "".join(
            "".join(before + _text(cell, figures) + behind for cell in row) + row_end
            for row in rows
        )

    return write


def _every_place(rows: _Rows, figures: Mapping[CellId, str]) -> str:
    """Each place of the grid, covered ones too, with a lone bar behind it."""
    width = max(cell.column + cell.column_span for row in rows for cell in row)
    lines = []
    for row in rows:
        line = [""] * width
        for cell in row:
            line[cell.column] = _text(cell, figures)
        lines += [f"{text}\n|" for text in line]
    return "\n".join(lines)


def _wiki(rows: _Rows, figures: Mapping[CellId, str]) -> str:
    lines = ['{| class="wikitable"']
    for row in rows:
        lines.append("|-")
        for cell in row:
            wide = f'colspan="{cell.column_span}" ' * (cell.column_span > 1)
            high = f'rowspan="{cell.row_span}" ' * (cell.row_span > 1)
            merged = f"{high}{wide}| " if high or wide else ""
            lines.append(f"| {merged}{_text(cell, figures)}")
    return "\n".join([*lines, "|}"])


def _wide(rows: _Rows, figures: Mapping[CellId, str]) -> str:
    """A drawn grid whose head is far above its first row, counted in characters."""
    width = max(cell.column + cell.column_span for row in rows for cell in row)
    lines = []
    for row in rows:
        line = [" " * 24] * width
        for cell in row:
            line[cell.column] = _text(cell, figures).ljust(24)
        lines.append("│" + "│".join(line) + "│")
    return ("\n" + "├" + "─" * 60 + "┤\n").join(lines)


def _broken_heads(rows: _Rows, figures: Mapping[CellId, str]) -> str:
    """Heads of two lines, the second pieces in a line of their own."""
    lines = [" | ".join(_text(cell, figures) for cell in row) + " |" for row in rows]
    broken = [line.replace("商业企业 | 科研机构", "商业 | 科研") for line in lines]
    return "\n".join(
        line + "\n企业 | 机构 |" * (line != whole)
        for line, whole in zip(broken, lines, strict=True)
    )


_WRITERS: dict[str, _Writer] = {
    "units_tab": _units_behind_labels("\t"),
    "units_lines": _units_behind_labels("\n"),
    "between_bars": _each_cell("|", "|\n"),
    "between_bars_spaced": _each_cell("| ", " |\n"),
    "lone_bars": _each_cell("", "\n|\n"),
    "every_place": _every_place,
    "bars_lead": _each_cell("", "\n| ", "\n"),
    "wiki": _wiki,
    "wide": _wide,
    "broken_heads": _broken_heads,
}

_OPEN = {"wiki", "units_lines", "every_place"}
"""Styles in which it is open of some rows where their figures begin."""


def _written(form_id: str, figures: Mapping[CellId, str], write: _Writer) -> dict[str, str]:
    return {key: write(_rows(form_id, key), figures) for key in TITLES}


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("style", sorted(_WRITERS.keys() - _OPEN))
def test_every_figure_is_read_and_sure(form_id: str, style: str) -> None:
    figures = make_figures(form_id, 3)
    report = report_around(form_id, _written(form_id, figures, _WRITERS[style]))
    assert not_sure(report, figures) == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("style", sorted(_OPEN))
def test_every_figure_is_read_and_most_are_sure(form_id: str, style: str) -> None:
    figures = make_figures(form_id, 3)
    report = report_around(form_id, _written(form_id, figures, _WRITERS[style]))
    assert [cell for cell in figures if report.by_cell[cell].printed != figures[cell]] == []
    assert len(not_sure(report, figures)) < 0.25 * len(figures)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("style", ["between_bars", "lone_bars", "bars_lead"])
def test_blank_cells_between_bars_keep_their_places(form_id: str, style: str) -> None:
    figures = {cell: "" if text == "0" else text for cell, text in make_figures(form_id, 3).items()}
    report = report_around(form_id, _written(form_id, figures, _WRITERS[style]))
    assert [cell for cell in not_sure(report, figures) if cell.startswith("requests")] == []


@pytest.mark.parametrize("mark", ["\t", " | ", " "])
def test_table_four_parted_behind_its_first_kind(mark: str) -> None:
    figures = make_figures("2021", 3)
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    own = [text for cell, text in figures.items() if cell.startswith("disputes")]
    lines = [
        ["行政复议"],
        results,
        own[:5],
        ["行政诉讼"],
        ["未经复议直接起诉", "复议后起诉"],
        results * 2,
        own[5:],
    ]
    tables = _written("2021", figures, _WRITERS["lone_bars"])
    tables["disputes"] = "\n".join(mark.join(line) for line in lines)
    report = report_around("2021", tables)
    assert [cell for cell in not_sure(report, figures) if cell.startswith("disputes")] == []


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_numbered_captions_of_the_parts_of_table_four(mark: str) -> None:
    figures = make_figures("2021", 3)
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    own = [text for cell, text in figures.items() if cell.startswith("disputes")]
    captions = ["（一）行政复议", "（二）行政诉讼：未经复议直接起诉", "（三）行政诉讼：复议后起诉"]
    tables = _written("2021", figures, _WRITERS["lone_bars"])
    tables["disputes"] = "\n".join(
        f"{caption}\n{mark.join(results)}\n{mark.join(own[at * 5 : at * 5 + 5])}"
        for at, caption in enumerate(captions)
    )
    report = report_around("2021", tables)
    assert [cell for cell in not_sure(report, figures) if cell.startswith("disputes")] == []
