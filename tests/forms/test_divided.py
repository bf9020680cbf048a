"""Tables of two forms in one report: 其他处理 in three rows beside a table two of 2019."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.checks.model import Severity
from reviewer.checks.rules import built_in
from reviewer.checks.watching import watchers_of
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind, Report
from tests.layouts import LAYOUTS, Faults, make_figures, render
from tests.layouts.grid import printed_lines
from tests.layouts.sink import Sink

_THREE = "三、收到和处理政府信息公开申请情况\n"


def _mixed(layout: str, three: str, others: str, year: int) -> tuple[Report, dict[str, str]]:
    """A report with table three of one form and the other tables of another."""
    figures = {**make_figures(three, 3), **make_figures(others, 4)}
    own = make_figures(three, 3)
    text = render(figures, others, layout, year=year).text
    sink = Sink()
    LAYOUTS[layout](sink, printed_lines(form_of(three), "requests", own, Faults()))
    begin, end = text.index(_THREE) + len(_THREE), text.index("四、政府信息公开行政复议")
    report = read_report(open_text(f"{text[:begin]}{sink.text}\n{text[end:]}"))
    return report, {cell: text for cell, text in own.items() if cell.startswith("requests.")}


@pytest.mark.parametrize(
    "layout", ["word_tab", "pipe", "spaced", "csv", "paragraphs", "markdown_right"]
)
@pytest.mark.parametrize("year", [2020, 2023])
def test_rows_of_another_form_are_no_figures_of_the_row_above(layout: str, year: int) -> None:
    report, truth = _mixed(layout, "2021", "2019", year)
    assert report.form.id == "2019"
    for reading in report.readings:
        if reading.cell.startswith("requests.other."):
            assert (reading.kind, reading.sure) == (Kind.MISSING, False)
        elif reading.cell.startswith("requests."):
            assert (reading.printed, reading.sure) == (truth[reading.cell], True)


@pytest.mark.parametrize("layout", ["word_tab", "pipe", "spaced", "csv"])
@pytest.mark.parametrize(
    ("three", "others", "year", "told"),
    [
        ("2021", "2019", 2023, {"form.wrong", "form.mixed"}),
        ("2021", "2019", 2020, {"form.mixed"}),
        ("2019", "2021", 2023, {"form.mixed"}),
        ("2019", "2021", 2020, {"form.wrong"}),
    ],
)
def test_a_mixed_report_is_told_once(
    layout: str, three: str, others: str, year: int, told: set[str]
) -> None:
    report, _ = _mixed(layout, three, others, year)
    grave = {one.rule for one in check(report).findings if one.severity is not Severity.HINT}
    assert {rule for rule in grave if not rule.startswith("active.")} == told


@pytest.mark.parametrize("layout", ["narrow_4_first", "narrow_5_first", "repeated"])
def test_rows_of_another_form_are_told_where_labels_are_torn_or_repeated(layout: str) -> None:
    report, truth = _mixed(layout, "2021", "2019", 2020)
    assert "form.mixed" in {one.rule for one in check(report).findings}
    for reading in report.readings:
        if reading.cell.startswith("requests.other."):
            assert not reading.sure
        elif reading.cell.startswith("requests.") and reading.sure:
            assert reading.printed == truth[reading.cell]


def test_no_check_of_gaps_says_that_rows_of_another_form_are_there() -> None:
    report, _ = _mixed("word_tab", "2019", "2021", 2020)
    checked = check(report)
    cell = CellId("requests.other_misc.total")
    assert not any(one.rule == "figures.missing" for one in checked.findings)
    looks = watchers_of(report, checked, cell, built_in())
    assert "figures.missing" not in {look.rule for look in looks}


def test_a_divided_row_of_noughts_is_not_read_by_its_order() -> None:
    requests = form_of("2021").table("requests")
    assert requests is not None
    columns = [column.label for column in requests.blocks[0].columns]
    figures = {"new": "10", "granted": "10", "total": "10"}
    lines = [f"|  |  |  | {' | '.join(columns)} |"]
    above: tuple[str, ...] = ()
    for row in requests.blocks[0].rows:
        path = (*row.headings, row.label)
        shown = ["" if above[at : at + 1] == (one,) else one for at, one in enumerate(path)]
        figure = figures.get(row.key, "0")
        cells = [*shown, *[""] * (3 - len(shown)), "0", figure, *["0"] * 4, figure]
        lines.append(f"| {' | '.join(cells)} |")
        above = path
    text = render(make_figures("2019", 4), "2019", "pipe", year=2021).text
    begin, end = text.index(_THREE) + len(_THREE), text.index("四、政府信息公开行政复议")
    report = read_report(open_text("\n".join([text[:begin], *lines, text[end:]])))
    kinds = {one.kind for one in report.readings if one.cell.startswith("requests.other.")}
    assert (report.form.id, kinds) == ("2019", {Kind.MISSING})
    assert "form.mixed" in {one.rule for one in check(report).findings}
