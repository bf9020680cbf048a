"""Pages that state wrong widths and heights of merged cells, and sheets of many narrow columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_html, open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import LayoutCell, layout_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import TITLES, make_figures

_Spans = Callable[[LayoutCell], tuple[int, int]]


def _widened(text: str, width: int) -> _Spans:
    return lambda cell: (cell.row_span, width if cell.text.startswith(text) else cell.column_span)


_WRONG: dict[str, _Spans] = {
    "group_too_narrow": _widened("法人或其他组织", 4),
    "group_too_wide": _widened("法人或其他组织", 6),
    "corner_too_narrow": _widened("（本列", 2),
    "applicants_too_narrow": _widened("申请人情况", 6),
    "no_widths": lambda cell: (cell.row_span, 1),
    "no_heights": lambda cell: (1, cell.column_span),
    "nothing": lambda cell: (1, 1),
    "labels_too_narrow": lambda cell: (cell.row_span, min(cell.column_span, 2)),
    "long_heading": lambda cell: (
        cell.row_span + cell.text.startswith("（三）不"),
        cell.column_span,
    ),
}


def _page(form_id: str, figures: Mapping[CellId, str], spans: _Spans) -> Report:
    year = {"2019": 2020, "2021": 2022}[form_id]
    parts = [f"<p>云岭县石桥镇人民政府{year}年政府信息公开工作年度报告</p><p>一、总体情况</p>"]
    for key, title in TITLES.items():
        layout = layout_of(form_of(form_id), key)
        lines = [
            "".join(
                f'<td rowspan="{high}" colspan="{wide}">'
                f"{figures[cell.cell] if cell.cell else cell.text}</td>"
                for cell in sorted(layout.cells, key=lambda one: one.column)
                if cell.row == row
                for high, wide in (
                    spans(cell) if key == "requests" else (cell.row_span, cell.column_span),
                )
            )
            for row in range(layout.rows)
        ]
        parts += [f"<p>{title}</p><table>", *(f"<tr>{line}</tr>" for line in lines), "</table>"]
    parts.append("<p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p>")
    return read_report(open_html("<html><body>" + "".join(parts) + "</body></html>"))


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("wrong", sorted(_WRONG))
@pytest.mark.parametrize("blanks", [False, True])
def test_no_figure_of_a_page_with_wrong_widths_is_wrong_and_sure(
    form_id: str, wrong: str, *, blanks: bool
) -> None:
    figures = dict(make_figures(form_id, 3))
    if blanks:
        figures = {cell: "" if text == "0" else text for cell, text in figures.items()}
    report = _page(form_id, figures, _WRONG[wrong])
    assert [
        cell
        for cell, printed in figures.items()
        if (one := report.by_cell[cell]).sure and one.printed != printed
    ] == []
    right = [cell for cell, printed in figures.items() if report.by_cell[cell].printed == printed]
    assert len(right) > 0.9 * len(figures)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("widths", [(3,), (1, 2, 3), (2,), (4, 1)])
def test_merged_cells_over_narrow_columns_of_a_sheet(form_id: str, widths: tuple[int, ...]) -> None:
    figures = make_figures(form_id, 3)
    sections = []
    for key, title in TITLES.items():
        layout = layout_of(form_of(form_id), key)
        lines = [title]
        for row in range(layout.rows):
            line = []
            for column in range(layout.columns):
                cell = layout.at()[row, column]
                first = (cell.row, cell.column) == (row, column)
                text = (figures[cell.cell] if cell.cell else cell.text) if first else ""
                line += [text, *[""] * (widths[column % len(widths)] - 1)]
            lines.append("\t".join(line))
        sections.append("\n".join(lines))
    year = {"2019": 2020, "2021": 2022}[form_id]
    report = read_report(
        open_text(
            f"云岭县石桥镇人民政府{year}年政府信息公开工作年度报告\n一、总体情况\n"
            + "\n".join(sections)
            + "\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n"
        )
    )
    assert [
        cell
        for cell, printed in figures.items()
        if not (one := report.by_cell[cell]).sure or one.printed != printed
    ] == []
