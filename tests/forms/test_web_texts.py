"""Texts made of web pages: bars that fill up lines, line numbers, torn ends, copies, odd signs."""

from __future__ import annotations

import random
import re
from itertools import count

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.errors import ReviewerError
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import Faults, Rendered, make_figures, render
from tests.layouts.figures import APPLICANTS

FORMS = ("2019", "2021")
BLANKS = Faults(blanks_for_zeros=True)
CELLS_ON_LINES = ["word_tab", "pipe_cells", "bar_lines_filled", "tab_between"]
LABEL = re.compile(
    r"(?m)(?:一、本年新收|二、上年结转|四、结转下|（[一二六七]）(?:予以|部分|其他处理(?![\s|]*1\.)|总计)"
    r"|[1-8]\.(?:属于|其他|危及|保护|本机关|没有|补正|信访|重复|要求|无正当|申请人))"
)


def _read(rendered: Rendered, text: str | None = None) -> tuple[Report, list[CellId], list[CellId]]:
    report = read_report(open_text(rendered.text if text is None else text))
    wrong = [
        cell
        for cell, printed in rendered.truth.items()
        if (report.by_cell[cell].printed or "") != (printed or "")
    ]
    return report, wrong, [cell for cell in wrong if report.by_cell[cell].sure]


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("layout", ["pipe_moved", "pipe_cells_moved"])
@pytest.mark.parametrize("seed", [3, 4, 5])
def test_blank_cells_moved_to_the_lines_end_leave_no_figure_sure(
    form_id: str, layout: str, seed: int
) -> None:
    rendered = render(make_figures(form_id, seed), form_id, layout, BLANKS)
    report, wrong, sure = _read(rendered)
    assert wrong != []
    assert sure == []
    whole = [row for row in ("new", "total") if all(_row(rendered, row))]
    assert all(report.by_cell[cell].sure for row in whole for cell in _cells(row))


def _cells(row: str) -> list[CellId]:
    return [CellId(f"requests.{row}.{column}") for column in (*APPLICANTS, "total")]


def _row(rendered: Rendered, row: str) -> list[str | None]:
    return [rendered.truth[cell] for cell in _cells(row)]


@pytest.mark.parametrize("layout", ["pipe_spaced", "pipe", "pipe_cells", "bar_lines_filled"])
def test_a_total_behind_blank_cells_is_not_shifted_by_bars_that_fill_the_line(layout: str) -> None:
    figures = {
        cell: "" if cell.startswith("requests.") and not cell.endswith(".total") else text
        for cell, text in make_figures("2021", 3, size=0).items()
    }
    rendered = render(figures, "2021", layout)
    report, wrong, _ = _read(rendered)
    assert wrong == []
    assert all(reading.sure for reading in report.readings)


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("layout", [*CELLS_ON_LINES, "pipe", "csv", "tsv", "paragraphs", "spaced"])
def test_numbers_that_count_the_lines_are_no_figures(form_id: str, layout: str) -> None:
    rendered = render(make_figures(form_id, 3), form_id, layout)
    numbers = count(1)
    text = LABEL.sub(lambda match: f"{next(numbers):02d} {match[0]}", rendered.text)
    report, wrong, _ = _read(rendered, text)
    assert wrong == []
    assert all(reading.sure for reading in report.readings)


@pytest.mark.parametrize("layout", ["word_tab", "pipe_cells", "tab_ended"])
def test_page_numbers_without_separators_are_no_figures(layout: str) -> None:
    rendered = render(make_figures("2021", 3), "2021", layout, BLANKS)
    lines = rendered.text.split("\n")
    paged = [f"{line}\n{at // 40 + 1}" if at % 40 == 39 else line for at, line in enumerate(lines)]
    _, _, sure = _read(rendered, "\n".join(paged))
    assert sure == []


@pytest.mark.parametrize("layout", ["word_tab", "pipe", "csv", "markdown_right", "paragraphs"])
@pytest.mark.parametrize("faults", [Faults(), BLANKS], ids=["zeros", "blanks"])
def test_no_figure_of_a_torn_text_is_wrong_and_sure(layout: str, faults: Faults) -> None:
    rendered = render(make_figures("2019", 5), "2019", layout, faults)
    begin = rendered.text.index("二、主动公开") + 100
    places = random.Random(7).sample(range(begin, len(rendered.text)), 12)
    read = 0
    for place in places:
        try:
            report = read_report(open_text(rendered.text[:place]))
        except ReviewerError:
            continue
        there = [one for one in report.readings if one.printed]
        read += len(there)
        assert [
            one.cell for one in there if one.printed != rendered.truth[one.cell] and one.sure
        ] == []
    assert read > 100


@pytest.mark.parametrize("layout", ["word_tab", "pipe", "paragraphs", "csv"])
@pytest.mark.parametrize("behind", [False, True])
def test_copies_of_a_table_in_plain_text_are_compared(layout: str, behind: bool) -> None:
    figures = make_figures("2021", 5)
    cells = [
        CellId("active.licence.decisions"),
        CellId("requests.new.natural_person"),
        CellId("requests.refused_by_law.business"),
        CellId("disputes.direct_lawsuit.upheld"),
    ]
    others = figures | dict.fromkeys(cells, "4242")
    one, other = (render(those, "2021", layout).text for those in (figures, others))
    report = read_report(open_text(f"{one}\n{other}" if behind else f"{other}\n{one}"))
    assert [one.cell for one in report.readings if one.candidates] == cells
    for cell in cells:
        reading = report.by_cell[cell]
        assert {reading.printed, *reading.candidates} == {figures[cell], "4242"}
    twice = read_report(open_text(f"{one}\n{one}"))
    assert all(reading.sure for reading in twice.readings)
    assert {cell: twice.by_cell[cell].printed for cell in figures} == figures


@pytest.mark.parametrize("layout", ["word_tab", "pipe", "pipe_cells", "paragraphs_blank", "tsv"])
def test_tables_end_where_the_next_begins_without_titles_of_sections(layout: str) -> None:
    rendered = render(make_figures("2019", 3), "2019", layout, BLANKS)
    text = re.sub(r"(?m)^[二三四]、.*情况\n", "", rendered.text)
    _, _, sure = _read(rendered, text)
    assert sure == []


@pytest.mark.parametrize("layout", ["pipe", "pipe_cells", "tsv"])
def test_pinyin_and_unknown_blanks_of_a_page_are_no_text(layout: str) -> None:
    labels = {
        "规章": "規(guī)章",
        "行政处罚": "行政處(chǔ)罰",
        "第二十条第（一）项": "第二十條第（一）項(xiàng)",
        "一、本年新收政府信息公开申请数量": "一、本年新收政府信息公開申請(qǐng)數(shù)量",
    }
    rendered = render(make_figures("2021", 3), "2021", layout, Faults(labels=labels, padding="? "))
    report = read_report(open_text(rendered.text))
    figures = {cell: text.strip("? ") for cell, text in make_figures("2021", 3).items()}
    assert {cell: report.by_cell[cell].printed for cell in figures} == figures
    assert all(reading.sure for reading in report.readings)


def test_a_sign_apart_from_its_figure_is_not_lost_in_silence() -> None:
    cell = CellId("active.licence.change")
    rendered = render({**make_figures("2019", 3), cell: "- 7"}, "2019", "spaced")
    assert not read_report(open_text(rendered.text)).by_cell[cell].sure


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("faults", [Faults(), BLANKS], ids=["zeros", "blanks"])
def test_merged_cells_printed_in_each_of_their_places(form_id: str, faults: Faults) -> None:
    rendered = render(make_figures(form_id, 3), form_id, "repeated", faults)
    report, wrong, _ = _read(rendered)
    assert wrong == []
    assert all(reading.sure for reading in report.readings)


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("faults", [Faults(), BLANKS], ids=["zeros", "blanks"])
def test_tables_as_latex_writes_them(form_id: str, faults: Faults) -> None:
    rendered = render(make_figures(form_id, 3), form_id, "latex", faults)
    report, wrong, _ = _read(rendered)
    assert wrong == []
    assert all(reading.sure for reading in report.readings)


@pytest.mark.parametrize("printed", ["<5", "约3", "2023年"])
def test_what_stands_at_a_figure_is_not_lost_in_silence(printed: str) -> None:
    cell = CellId("active.licence.decisions")
    rendered = render({**make_figures("2021", 3), cell: printed}, "2021", "paragraphs")
    reading = read_report(open_text(rendered.text)).by_cell[cell]
    assert reading.printed == printed or not reading.sure


@pytest.mark.parametrize("layout", ["pipe_cells", "bar_lines_filled", "word_tab"])
def test_a_chinese_figure_right_behind_its_label_is_a_cell(layout: str) -> None:
    cell = CellId("active.licence.decisions")
    rendered = render({**make_figures("2021", 3), cell: "三"}, "2021", layout)
    _, wrong, _ = _read(rendered)
    assert wrong == []
