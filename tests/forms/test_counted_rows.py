"""Numbers that count a table's rows behind their labels, and what shifts a row by one cell."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import Rendered, make_figures, render


def _counted(rendered: Rendered, number: str) -> str:
    """The text with each row's number in a cell of its own before its first figure."""
    rows: dict[str, dict[str, int]] = {}
    for cell, (start, _) in rendered.places.items():
        table, row, _ = cell.split(".")
        if table != "disputes":
            rows.setdefault(table, {}).setdefault(row, start)
    marks = {
        start: number.format(rank)
        for table in rows.values()
        for rank, start in enumerate(table.values(), start=1)
    }
    return "".join(marks.get(at, "") + one for at, one in enumerate(rendered.text))


def _wrong(report: Report, rendered: Rendered) -> list[str]:
    return [c for c, printed in rendered.truth.items() if report.by_cell[c].printed != printed]


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize(
    ("layout", "number"),
    [("tsv", "{}\t"), ("tsv", "{:02}\t"), ("spaced", "{} "), ("paragraphs", "{}\n")],
)
def test_numbers_behind_labels_are_no_figures(layout: str, number: str, form: str) -> None:
    rendered = render(make_figures(form, 3), form, layout)
    report = read_report(open_text(_counted(rendered, number)))
    assert _wrong(report, rendered) == []
    assert all(one.sure for one in report.readings if one.cell.startswith("requests"))


def test_a_nil_mark_at_a_counted_rows_end_is_no_remark() -> None:
    """Its figures stand one place further right than their heads."""
    figures = make_figures("2019", 3) | {CellId("active.penalty.decisions"): "/"}
    rendered = render(figures, "2019", "pipe_bare")
    text = _counted(rendered, "{:02} | ")
    report = read_report(open_text(text.replace(" | ", "\t")))
    assert _wrong(report, rendered) == []


@pytest.mark.parametrize("lost", ["previous_items", "change"])
def test_a_cell_lost_among_merged_ones_shifts_no_figure_for_sure(lost: str) -> None:
    """Each figure's cell spans two grid columns, of which the second is blank."""
    rendered = render(make_figures("2019", 3), "2019", "tsv")
    start, end = rendered.places[CellId(f"active.penalty.{lost}")]
    text = rendered.text[:start] + rendered.text[end:].removeprefix("\t")
    report = read_report(open_text(text))
    for cell in _wrong(report, rendered):
        assert not report.by_cell[CellId(cell)].sure


@pytest.mark.parametrize("lost", [3, 6, 14])
def test_a_mark_before_table_four_stands_for_no_figure(lost: int) -> None:
    rendered = render(make_figures("2021", 3), "2021", "tsv")
    cells = [cell for cell in rendered.places if cell.startswith("disputes")]
    begin, (start, end) = rendered.places[cells[0]][0], rendered.places[cells[lost]]
    row = rendered.text[begin:start].rstrip("\t") + rendered.text[end:]
    text = rendered.text[:begin] + "●\t" + row
    report = read_report(open_text(text))
    assert not any(report.by_cell[cell].sure for cell in cells)


def test_figures_of_table_four_that_do_not_come_out_need_separators() -> None:
    """Of a line ``4 0 0 …`` the first may be the number of the line, and one be lost."""
    figures = make_figures("2021", 3)
    cells = [cell for cell in figures if cell.startswith("disputes")]
    figures |= {cells[0]: "4", cells[4]: "0"}
    for layout, sure in (("spaced", False), ("tsv", True)):
        report = read_report(open_text(render(figures, "2021", layout).text))
        assert [report.by_cell[cell].number for cell in cells] == [int(figures[c]) for c in cells]
        assert all(report.by_cell[cell].sure is sure for cell in cells)


@pytest.mark.parametrize("layout", ["tsv", "spaced", "paragraphs"])
def test_figures_that_begin_as_rows_are_counted_are_whole(layout: str) -> None:
    figures = make_figures("2021", 3)
    rows = list(dict.fromkeys(cell.rsplit(".", 1)[0] for cell in figures if "active" in cell))
    first = {row: next(cell for cell in figures if cell.startswith(row)) for row in rows}
    figures |= {cell: f"{rank}04" for rank, cell in enumerate(first.values(), start=1)}
    rendered = render(figures, "2021", layout)
    assert _wrong(read_report(open_text(rendered.text)), rendered) == []


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize(
    ("head", "behind"),
    [("\t备注", ["", "含上年1件", ""]), ("\t占比", ["3%", "0%", "12.5%"]), ("", ["5%", "1%"])],
)
def test_a_column_behind_the_last_one_leaves_the_figures_sure(
    head: str, behind: list[str], form: str
) -> None:
    rendered = render(make_figures(form, 3), form, "pipe_bare")
    lines = rendered.text.replace(" | ", "\t").split("\n")
    written = [
        line + head
        if line.endswith("总计") and line.startswith("自然人")
        else line + "\t" + behind[at % len(behind)]
        if line.count("\t") >= 7 and line[-1].isdecimal() and line.count("\t") < 12
        else line
        for at, line in enumerate(lines)
    ]
    report = read_report(open_text("\n".join(written)))
    assert _wrong(report, rendered) == []
    assert all(one.sure for one in report.readings)
