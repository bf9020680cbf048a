"""Faults that hide each other: a lost cell beside a doubled one, a column too many elsewhere."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Reading
from tests.layouts import Faults, make_figures, render

FORMS = ("2019", "2021")


def _read(text: str, row: str) -> list[Reading]:
    report = read_report(open_text(text))
    return [one for one in report.readings if one.cell.startswith(f"{row}.")]


def _with_line(text: str, begin: str, line: str) -> str:
    changed, count = re.subn(rf"(?m)^{re.escape(begin)}.*$", lambda _: line, text, count=1)
    assert count == 1
    return changed


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize(("layout", "mark"), [("tsv", "\t"), ("csv", ","), ("spaced", " ")])
def test_a_sum_column_of_table_two_is_none_of_table_three(
    form_id: str, layout: str, mark: str
) -> None:
    rendered = render(make_figures(form_id, 5), form_id, layout)
    last = {"2019": "采购总金额", "2021": "本年收费金额（单位：万元）"}[form_id]
    head = re.compile(rf"(?m)^.*{last}.*$")
    report = read_report(open_text(head.sub(lambda found: f"{found[0]}{mark}合计", rendered.text)))
    own = [one for one in report.readings if one.cell.startswith("requests.")]
    assert all(one.sure and one.printed == rendered.truth[one.cell] for one in own)


def test_a_line_short_of_its_heads_cells_has_lost_one() -> None:
    """In CSV that keeps the grid, two figures and three blanks are no row of three figures."""
    text = render(make_figures("2019", 3), "2019", "csv").text
    lost = _with_line(text, "行政许可,", "行政许可,,7,,0,")
    assert not any(one.sure for one in _read(lost, "active.licence"))
    blank = _with_line(text, "行政许可,", "行政许可,,,7,,0,")
    assert [one.number for one in _read(blank, "active.licence")] == [None, 7, 0]
    assert all(one.sure for one in _read(blank, "active.licence"))


def test_a_line_with_a_cell_more_than_its_head_has_one_doubled() -> None:
    text = render(make_figures("2021", 3), "2021", "markdown_right").text
    row = next(line for line in text.split("\n") if line.startswith("| 行政规范性文件 |"))
    cells = row.split("|")
    longer = text.replace(row, "|".join([*cells[:2], " 4 ", " 4 ", " 9 ", "  ", ""]))
    assert not any(one.sure for one in _read(longer, "active.normative_document"))


def test_a_row_of_table_four_that_only_a_shift_would_balance_is_doubted() -> None:
    text = render(make_figures("2021", 0, size=0), "2021", "tsv").text
    line = re.compile(r"(?m)^0(?:\t0){14}$")
    shifted = line.sub("1\t0\t1\t1\t3\t0\t1\t0\t1\t0\t2\t2\t2\t0\t4", text)
    assert not any(one.sure for one in _read(shifted, "disputes"))
    wrong = line.sub("1\t0\t1\t1\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0", text)
    assert all(one.sure for one in _read(wrong, "disputes"))


def test_figures_behind_a_sum_line_that_the_form_does_not_have_are_doubted() -> None:
    text = render(make_figures("2019", 3), "2019", "tsv").text
    row = next(line for line in text.split("\n") if "1.本机关不掌握" in line)
    label = row[: row.index("信息") + 2]
    with_sum = text.replace(row, f"{label}\n\t\t\t\t\t\t\n合计\n1\t0\t0\t0\t5\t1\t7")
    assert not any(one.sure for one in _read(with_sum, "requests.unavailable_not_held"))


@pytest.mark.parametrize("form_id", FORMS)
def test_slashes_part_cells_and_are_cells(form_id: str) -> None:
    figures = make_figures(form_id, 8)
    rendered = render(figures, form_id, "slashes")
    dense = rendered.text.replace(" / ", "/")
    nil = re.sub(r"(?m)(?<=/)0(?=/|$)", "/", dense)
    report = read_report(open_text(nil))
    for one in report.readings:
        if one.cell.startswith("requests."):
            said = figures[CellId(one.cell)]
            assert one.number == (int(said) if said != "0" else None), one.cell


@pytest.mark.parametrize("layout", ["pipe", "tsv"])
def test_a_last_column_of_subtotals_is_no_total(layout: str) -> None:
    """小计 is printed and 总计 is not."""
    faults = Faults(subtotal=True, no_total_column=True)
    report = read_report(open_text(render(make_figures("2021", 4), "2021", layout, faults).text))
    totals = [
        one
        for one in report.readings
        if one.cell.startswith("requests.") and one.cell.endswith(".total")
    ]
    assert not any(one.sure and one.number is not None for one in totals)


def test_several_short_rows_are_no_table_of_fewer_columns() -> None:
    """Cells on lines of their own: rows keep their seventh figure though some have lost one."""
    lost = frozenset(
        CellId(f"requests.{row}.welfare")
        for row in ("carried_in", "refused_process", "declined_repeat")
    )
    figures = make_figures("2019", 9, size=6)
    figures |= {CellId("requests.new.total"): "99", CellId("requests.total.total"): "98"}
    rendered = render(figures, "2019", "paragraphs", Faults(lost=lost))
    report = read_report(open_text(rendered.text))
    assert report.by_cell[CellId("requests.new.total")].printed == "99"
    assert not any(report.by_cell[cell].sure for cell in lost)
