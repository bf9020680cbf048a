"""Texts copied from pages that a browser printed, and what their breaks leave in tables."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind
from reviewer.forms.text.running_titles import without_running_titles
from tests.forms.around import report_around
from tests.layouts import make_figures, render

TITLE = "云岭县石桥镇人民政府2022年政府信息公开工作年度报告"
BREAKS = [
    "https://www.yunling.gov.cn/zwgk/2023/01/18/c_3321.html    2/6\n\n\f2023/1/18 10:31    "
    + TITLE,
    "file:///C:/report.html\n\n3/6\n\n\f1/18/23, 10:31 AM\n\n云岭县石桥镇",
]
HEAD = [
    "行政复议        行政诉讼",
    "未经复议直接起诉        复议后起诉",
    "结果 结果 其他 尚未",
    "总计  结果 结果 其他 尚未   结果 结果 其他 尚未",
    "维持 纠正 结果 审结   总计   总计",
    "维持 纠正 结果 审结  维持 纠正 结果 审结",
]


def _pages(lines: list[str], page_break: str) -> str:
    """Lines with page breaks in them, as of a report of several pages."""
    return "\n".join([lines[0], page_break, *lines[1:], page_break, page_break])


@pytest.mark.parametrize("page_break", BREAKS)
def test_what_browsers_print_around_pages_is_left_out_of_a_head(page_break: str) -> None:
    row = "1 0 0 1 2 0 0 0 0 0 3 0 0 1 4"
    figures = {"disputes": _pages([*HEAD, row], page_break)}
    read = report_around("2021", {"active": "", "requests": ""} | figures).by_cell
    printed = [read[cell].printed for cell in read if cell.startswith("disputes")]
    assert printed == row.split()


def test_a_report_may_name_an_address_and_a_time() -> None:
    text = f"{TITLE}\nhttps://www.yunling.gov.cn/index.html\n2023-1-18 10:31 来源：本站\n"
    assert without_running_titles(text) == text


@pytest.mark.parametrize("mark", ["无", "—", "/"])
def test_table_four_may_hold_nil_marks_alone(mark: str) -> None:
    tables = {"active": "", "requests": "", "disputes": "\n".join([*HEAD, " ".join([mark] * 15)])}
    read = report_around("2021", tables).by_cell
    assert {read[cell].kind for cell in read if cell.startswith("disputes")} == {Kind.NIL}


def test_a_page_number_below_a_cells_words_is_no_row() -> None:
    rendered = render(make_figures("2019", 3), "2019", "spaced")
    row = next(line for line in rendered.text.split("\n") if line.startswith("政府集中采购"))
    words = "政府集中采购 付某某公司平台建设费 75680 元\n第 3 -\n购置打印机 2 台"
    read = read_report(open_text(rendered.text.replace(row, words))).by_cell
    assert not read[CellId("active.procurement.projects")].sure
    assert not read[CellId("active.procurement.amount")].sure


def test_a_sentence_of_several_lines_is_not_two_cells_for_sure() -> None:
    rendered = render(make_figures("2019", 3), "2019", "spaced")
    row = next(line for line in rendered.text.split("\n") if line.startswith("政府集中采购"))
    words = "政府集中采购\n付某科技有限责任公司\n便民大厅显示屏安装费\n和打印机"
    read = read_report(open_text(rendered.text.replace(row, words))).by_cell
    assert not read[CellId("active.procurement.projects")].sure
    assert not read[CellId("active.procurement.amount")].sure
