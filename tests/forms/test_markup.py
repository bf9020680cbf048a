"""Tables in text that has kept its markup, or that quotes its cells."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render

BARRED = re.compile(r"(?m)^\| (.*) \|$")


def _bold(text: str) -> str:
    cells = re.compile(r"(?<=\| )[^|\n]*[^|\s](?= \|)")
    return BARRED.sub(lambda line: cells.sub(r"**\g<0>**", line[0]), text)


def _escaped(text: str) -> str:
    return BARRED.sub(lambda line: line[0].replace("|", "\\|"), text)


def _tagged(text: str) -> str:
    return BARRED.sub(
        lambda line: "<tr><td>" + line[1].replace(" | ", "</td><td>") + "</td></tr>", text
    )


def _listed(text: str) -> str:
    return BARRED.sub(lambda line: repr(line[1].split(" | ")), text)


def _json(text: str) -> str:
    return BARRED.sub(lambda line: '["' + line[1].replace(" | ", '", "') + '"],', text)


@pytest.mark.parametrize("written", [_bold, _escaped, _tagged, _listed, _json])
@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_markup_is_no_part_of_a_cell(form_id: str, written: Callable[[str], str]) -> None:
    figures = make_figures(form_id, 3)
    text = written(render(figures, form_id, "markdown_right").text)
    report = read_report(open_text(text))
    read = {cell: one.printed for cell, one in report.by_cell.items()}
    assert read == figures
    assert all(one.sure for one in report.readings)


def test_thousands_are_parted_within_quotes_only() -> None:
    figures = make_figures("2021", 3, size=40_000)
    rendered = render(figures, "2021", "quoted")
    text = re.sub(r'(?<=")(\d{1,3})(\d{3})(?=")', r"\1,\2", rendered.text)
    report = read_report(open_text(text))
    assert "," in text
    assert {cell: (one.printed or "").replace(",", "") for cell, one in report.by_cell.items()} == (
        figures
    )
    assert all(one.sure for one in report.readings)


@pytest.mark.parametrize("mark", [";", "|", "\t"])
def test_quoted_cells_are_parted_by_other_marks_too(mark: str) -> None:
    figures = make_figures("2021", 3) | {CellId("active.licence.decisions"): ""}
    text = render(figures, "2021", "quoted").text.replace('","', f'"{mark}"')
    report = read_report(open_text(text))
    assert f'"{mark}"' in text
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures


@pytest.mark.parametrize("printed", ["O", "l", "口", "(", "1O", "3'", ".5", "3 2", "3 2 1 2 . 6 5"])
@pytest.mark.parametrize("layout", ["word_tab", "pipe", "csv"])
def test_what_may_be_left_of_a_figure_is_not_sure(layout: str, printed: str) -> None:
    cell = CellId("active.licence.decisions")
    figures = make_figures("2021", 3) | {cell: printed}
    report = read_report(open_text(render(figures, "2021", layout).text))
    assert not report.by_cell[cell].sure


@pytest.mark.parametrize("printed", ["暂无", "约5件", "不涉及", "三件", "本单位没有此项"])
def test_words_instead_of_a_figure_are_what_is_printed(printed: str) -> None:
    cell = CellId("active.licence.decisions")
    figures = make_figures("2021", 3) | {cell: printed}
    report = read_report(open_text(render(figures, "2021", "word_tab").text))
    assert report.by_cell[cell].printed == printed
    assert report.by_cell[cell].sure


@pytest.mark.parametrize("layout", ["word_tab", "pipe", "tsv"])
@pytest.mark.parametrize("blank", [" ", "\n", "  "])
def test_digits_that_blanks_part_are_one_figure_in_doubt(layout: str, blank: str) -> None:
    figures = make_figures("2021", 3, size=4000)
    rendered = render(figures, "2021", layout)
    start, end = rendered.places[CellId("requests.new.natural_person")]
    text = rendered.text[: start + 1] + blank + rendered.text[start + 1 :]
    report = read_report(open_text(text))
    broken = report.by_cell[CellId("requests.new.natural_person")]
    assert end - start > 1
    assert not broken.sure
    assert str(broken.number) == rendered.truth[broken.cell] or blank == "\n"
    others = [one for one in report.readings if one.cell.split(".")[1] != "new"]
    assert all(one.sure and one.printed == figures[one.cell] for one in others)


@pytest.mark.parametrize(
    "behind",
    ["云岭县石桥镇人民政府2022年政府信息公开工作年度报告\n", "信息内容\n本年处理决定数量\n"],
)
def test_a_number_at_a_page_end_is_no_figure_for_certain(behind: str) -> None:
    rendered = render(make_figures("2021", 3), "2021", "paragraphs")
    start, end = rendered.places[CellId("active.licence.decisions")]
    text = rendered.text[:start] + "4\n" + behind + rendered.text[end:].lstrip("\n")
    report = read_report(open_text(text))
    assert not report.by_cell[CellId("active.licence.decisions")].sure


@pytest.mark.parametrize("zero", ["-", "无", "0件"])
@pytest.mark.parametrize("layout", ["spaced", "paragraphs"])
def test_marks_and_units_before_labels_are_in_doubt(layout: str, zero: str) -> None:
    figures = {c: zero if t == "0" else t for c, t in make_figures("2021", 3).items()}
    rendered = render(figures, "2021", layout)
    lines = rendered.text.split("\n")
    gap = "\n" if layout == "paragraphs" else " "
    first = next(at for at, line in enumerate(lines) if line.startswith("（本列数据的勾稽关系"))
    stop = next(at for at, line in enumerate(lines) if line.startswith("四、政府信息公开"))
    table = _figures_first("\n".join(lines[first:stop]), gap)
    report = read_report(open_text("\n".join([*lines[:first], table, *lines[stop:]])))
    told = [one for one in report.readings if one.cell.startswith("requests.") and one.sure]
    assert told == []


def _figures_first(table: str, gap: str) -> str:
    """A table with the seven figures of each row before the words that they stand behind."""
    row = re.compile(
        rf"(?P<words>[^\n]*[^\d\s]){gap}(?P<figures>(?:[-\d无]+件?(?:{gap}|$)){{7}})", re.M
    )
    return row.sub(lambda found: f"{found['figures'].strip()}{gap}{found['words']}\n", table)


@pytest.mark.parametrize("word", ["备注", "小计", "较上年"])
@pytest.mark.parametrize("blank", ["", "3"])
def test_figures_behind_a_foreign_column_of_table_two_are_in_doubt(word: str, blank: str) -> None:
    figures = make_figures("2021", 3)
    text = render(figures, "2021", "paragraphs").text
    text = text.replace("本年处理决定数量", f"{word}\n本年处理决定数量")
    text = re.sub(r"(行政(?:许可|处罚|强制))\n(?=\d)", rf"\1\n{blank}\n", text)
    report = read_report(open_text(text))
    for row in ("licence", "penalty", "coercion"):
        assert not report.by_cell[CellId(f"active.{row}.decisions")].sure
