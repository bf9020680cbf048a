"""Files that break off: what stands last in them is not whole, and what is blank there not sure."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_html, open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind, Report
from tests.layouts import make_figures, render
from tests.writers.markup import page
from tests.writers.report import report_items

FIGURES = make_figures("2021", 4)
PAGE = page(report_items(FIGURES, "2021"))
ROW = "requests.refused_process."


def _of(report: Report, row: str) -> list[tuple[Kind, bool]]:
    return [(one.kind, one.sure) for one in report.readings if one.cell.startswith(row)]


def _behind(start: int, cells: int) -> int:
    """Where so many further cells of the page end."""
    for _ in range(cells):
        start = PAGE.index("</td>", start) + len("</td>")
    return start


@pytest.mark.parametrize("kept", [0, 3, 6])
def test_blanks_of_a_row_that_a_page_breaks_off_in_are_not_sure(kept: int) -> None:
    place = _behind(PAGE.index("属于四类过程性信息"), 1 + kept)
    report = read_report(open_html(PAGE[:place]))
    row = _of(report, ROW)
    assert row[:kept] == [(Kind.NUMBER, True)] * kept
    assert not any(sure for _, sure in row[kept:])
    assert all(sure for _, sure in _of(report, "active."))


def test_the_last_figure_of_a_page_that_breaks_off_may_not_be_whole() -> None:
    place = _behind(PAGE.index("属于四类过程性信息"), 8)
    row = _of(read_report(open_html(PAGE[:place])), ROW)
    assert row == [(Kind.NUMBER, True)] * 6 + [(Kind.NUMBER, False)]


def test_a_whole_line_of_a_text_that_breaks_off_is_sure() -> None:
    text = render(FIGURES, "2021", "pipe").text
    place = text.index("\n", text.index("属于四类过程性信息"))
    assert _of(read_report(open_text(text[: place + 1])), ROW) == [(Kind.NUMBER, True)] * 7
    assert not any(sure for _, sure in _of(read_report(open_text(text[:place])), ROW))


def test_a_blank_cell_that_a_page_ends_with_is_not_sure() -> None:
    end = PAGE.rindex("</table>")
    figure = PAGE.rindex("<td", 0, end)
    report = read_report(open_html(PAGE[:figure] + "<td>"))
    last = CellId("disputes.lawsuit_after_reconsideration.total")
    assert [one.cell for one in report.readings if not one.sure] == [last]
    assert report.by_cell[last].kind is Kind.BLANK
    behind = read_report(open_html(PAGE[:figure] + "<td></td></tr></table><p>五、无</p>"))
    assert behind.by_cell[last].sure


@pytest.mark.parametrize("layout", ["word_tab", "pipe", "paragraphs_blank"])
def test_a_blank_row_before_a_group_of_rows_is_in_the_report(layout: str) -> None:
    last = "requests.refused_enquiry."
    cells = {cell: "" for cell in FIGURES if cell.startswith(last)}
    text = render(FIGURES | cells, "2021", layout).text
    assert [kind for kind, _ in _of(read_report(open_text(text)), last)] == [Kind.BLANK] * 7


def test_a_table_that_ends_in_a_blank_row_too_early_may_have_lost_its_figures() -> None:
    start = PAGE.index("<td", PAGE.index("属于四类过程性信息"))
    end = PAGE.index("</table>", start)
    blank = "".join("<td></td>" for _ in range(7))
    report = read_report(open_html(f"{PAGE[:start]}{blank}</tr>{PAGE[end:]}"))
    assert _of(report, ROW) == [(Kind.BLANK, False)] * 7
    assert all(sure for _, sure in _of(report, "requests.refused_internal."))
