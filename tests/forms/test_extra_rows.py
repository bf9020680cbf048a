"""Rows that no form has, among those of table two: their figures are nobody else's."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import make_figures, render

EXTRA = ("其他主动公开的文件（以本机关或者办公室名义印发的）", "12", "12", "30")
PRINTED = {
    "paragraphs": "{}\n{}\n{}\n{}\n",
    "paragraphs_blank": "{}\n\n{}\n\n{}\n\n{}\n\n",
    "pipe_cells": "{} |\n{} |\n{} |\n{} |\n|||\n",
    "bar_lines_filled": "{}\n|\n{}\n|\n{}\n|\n{}\n|\n|||\n",
    "word_tab": "{}\n\t{}\n\t{}\n\t{}\n\n\t",
    "pipe": "{} | {} | {} | {} |\n",
}
OPEN = "|\n{} |\n{} |\n{} |\n{} |\n"
FIVE = "第二十条第（五）项"
MADE = CellId("active.normative_document.made")


def _read(layout: str, printed: str, *, opened: bool = False) -> tuple[Report, dict[CellId, str]]:
    """A report with the extra row behind 规范性文件; ``opened``: a lone bar before each row."""
    figures = make_figures("2019", 5)
    text = render(figures, "2019", layout).text
    if opened:
        text = re.sub(r"\n\|{2,}\n(?!\|)", "\n", text.replace("\n|||\n|\n", "\n|\n"))
        text = text.replace(f"|\n{FIVE}", f"{printed.format(*EXTRA)}|\n{FIVE}")
    else:
        text = text.replace(FIVE, f"{printed.format(*EXTRA)}{FIVE}")
    return read_report(open_text(text)), figures


@pytest.mark.parametrize("layout", PRINTED)
def test_a_row_that_no_form_has_leaves_the_row_above_sure(layout: str) -> None:
    report, figures = _read(layout, PRINTED[layout])
    assert {one.cell: one.printed for one in report.readings} == figures
    assert [one.cell for one in report.readings if not one.sure] == []


def test_a_row_that_no_form_has_is_no_longer_line_where_bars_open_rows() -> None:
    report, figures = _read("pipe_cells_open", OPEN, opened=True)
    assert (report.by_cell[MADE].printed, report.by_cell[MADE].sure) == (figures[MADE], True)


def test_figures_that_follow_a_row_without_words_keep_it_in_doubt() -> None:
    text = render(make_figures("2019", 5), "2019", "paragraphs").text
    report = read_report(open_text(text.replace(FIVE, f"12\n30\n{FIVE}")))
    assert not report.by_cell[MADE].sure


def test_a_caption_is_no_misprint_of_the_next_one_where_the_text_breaks_off() -> None:
    remark = "（指许可以外的事项，含行政确认、行政处罚、行政强制、行政检查和其他类）"
    text = render(make_figures("2019", 5), "2019", "pipe_cells_open").text
    text = text.replace("其他对外管理服务事项", f"其他对外管理服务事项{remark}")
    cut = text[: text.index("行政强制 |") + 3]
    found = check(read_report(open_text(cut))).findings
    assert [one for one in found if one.rule == "wording.label"] == []
