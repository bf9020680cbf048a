"""Table four whose narrow heads are wrapped, as pages and browsers print them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Reading
from tests.layouts import make_figures, render

FOUR = "四、政府信息公开行政复议、行政诉讼情况"
FIVE = "五、存在的主要问题及改进情况"
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def _halves(times: int) -> list[str]:
    """Heads of two letters a line, beside each other."""
    return [" ".join([*(word[:2] for word in RESULTS)] * times), "维持 纠正 结果 审结 " * times]


def _letters(times: int) -> list[str]:
    """Heads of one letter a line, 总计 in one."""
    lines = [" ".join([*(word[at] for word in RESULTS[:4])] * times) for at in range(4)]
    return [lines[0], "总计 " * times, *lines[1:]]


def _ruled(times: int) -> list[str]:
    """Heads of two letters a line between bars, with a rule below the first ones only."""
    bars = [" | ".join([*(word[:2] for word in RESULTS)] * times)]
    bars.append("|----+----+----+----+----|")
    return [*bars, " | ".join(["维持", "纠正", "结果", "审结", ""] * times)]


def _text(head: Sequence[str], row: str) -> str:
    text = render(make_figures("2021", 4), "2021", "spaced").text
    begin, end = text.index(FOUR) + len(FOUR), text.index(FIVE)
    table = "\n".join(["", "行政复议 行政诉讼", *head, row, ""])
    return f"{text[:begin]}{table}{text[end:]}"


def _read(head: Sequence[str], row: str) -> dict[CellId, Reading]:
    report = read_report(open_text(_text(head, row)))
    return {cell: one for cell, one in report.by_cell.items() if cell.startswith("disputes.")}


def _figures() -> dict[CellId, str]:
    figures = make_figures("2021", 4)
    return {cell: text for cell, text in figures.items() if cell.startswith("disputes.")}


@pytest.mark.parametrize("written", [_halves, _letters, _ruled])
def test_wrapped_heads_are_known_by_their_letters(written: Callable[[int], list[str]]) -> None:
    head = [*written(1), "未经复议直接起诉 复议后起诉", *written(2)]
    figures = _figures()
    mark = " | " if written is _ruled else " "
    readings = _read(head, mark.join(figures.values()))
    assert {cell: one.printed for cell, one in readings.items()} == figures
    assert all(one.sure for one in readings.values())


def test_no_label_of_a_wrapped_head_is_missed() -> None:
    text = _text([*_letters(1), "未经复议直接起诉 复议后起诉", *_letters(2)], " ".join(["0"] * 15))
    rules = {one.rule for one in check(read_report(open_text(text))).findings}
    assert not any("label" in rule for rule in rules)
    wrong = {one.rule for one in check(read_report(open_text(text.replace("维", "推")))).findings}
    assert any("label" in rule for rule in wrong)


def test_a_sentence_with_figures_above_the_head_is_not_the_row() -> None:
    head = ["2022 年收到 3 件。", *_halves(1), "未经复议直接起诉 复议后起诉", *_halves(2)]
    readings = _read(head, " ".join(_figures().values()))
    assert [one.printed for one in readings.values()] == [*_figures().values()]


def test_a_head_that_lacks_a_column_is_not_known_by_its_letters() -> None:
    head = [re.sub("尚未|审结", "", line) for line in _halves(3)]
    readings = _read(["未经复议直接起诉 复议后起诉", *head], " ".join(_figures().values()))
    assert not any(one.sure for one in readings.values())


@pytest.mark.parametrize("layout", ["tsv", "csv"])
def test_heads_in_two_rows_of_a_grid_tell_where_blank_cells_are(layout: str) -> None:
    figures = {
        cell: "" if text == "0" and cell.startswith("requests.") else text
        for cell, text in make_figures("2021", 3).items()
    }
    blank = {cell for cell in figures if cell.startswith("requests.granted") and "total" in cell}
    figures |= dict.fromkeys(blank, "")
    lines = render(figures, "2021", layout).text.split("\n")
    at = next(at for at, line in enumerate(lines) if "商业企业" in line)
    words = re.compile("([一-鿿]{2})([一-鿿]{2,})")
    upper, lower = words.sub(r"\1", lines[at]), words.sub(r"\2", lines[at]).replace("其他", "")
    report = read_report(open_text("\n".join([*lines[:at], upper, lower, *lines[at + 1 :]])))
    assert {cell: report.by_cell[cell].printed for cell in figures} == figures
    assert [one.cell for one in report.readings if not one.sure] == []


def test_a_cell_as_high_as_two_beside_wrapped_heads_is_no_other_order() -> None:
    """A browser sets the first group's 总计 in the middle of its cell, beside the others' heads."""
    head = [
        "未经复议直接起诉 复议后起诉",
        "结果 结果 其他 尚未",
        "总计 结果 结果 其他 尚未 结果 结果 其他 尚未",
        "维持 纠正 结果 审结 总计 总计",
        "维持 纠正 结果 审结 维持 纠正 结果 审结",
    ]
    figures = _figures()
    readings = _read(head, " ".join(figures.values()))
    assert {cell: one.printed for cell, one in readings.items()} == figures
    assert all(one.sure for one in readings.values())
