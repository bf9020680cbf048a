"""Oddities of real texts: other numbers, nil marks, remarks, figures before their labels."""

from __future__ import annotations

import re
import time

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind, Report
from tests.layouts import Faults, Rendered, make_figures, render
from tests.layouts.figures import APPLICANTS, detail_rows


def _read(rendered: Rendered, text: str | None = None) -> tuple[Report, list[str], list[str]]:
    report = read_report(open_text(text or rendered.text))
    wrong = [c for c, printed in rendered.truth.items() if report.by_cell[c].printed != printed]
    return report, list(wrong), [cell for cell in wrong if report.by_cell[cell].sure]


@pytest.mark.parametrize("numbered", ["（{}）", "{}、", "({})"])
@pytest.mark.parametrize("layout", ["word_tab", "pipe_cells", "spaced"])
def test_rows_numbered_in_other_ways(layout: str, numbered: str) -> None:
    (table,) = [one for one in form_of("2021").tables if one.key == "requests"]
    labels = {
        row.label: re.sub(r"^(\d)\.", lambda found: numbered.format(found[1]), row.label)
        for row in table.blocks[0].rows
        if row.key in detail_rows(form_of("2021"))
    }
    report, wrong, _ = _read(render(make_figures("2021", 3), "2021", layout, Faults(labels=labels)))
    assert wrong == []
    assert all(reading.sure for reading in report.readings)


@pytest.mark.parametrize("layout", ["word_tab", "pipe", "pipe_cells", "csv"])
def test_a_word_for_nothing_is_a_value(layout: str) -> None:
    figures = {
        cell: "无" if text == "0" else text for cell, text in make_figures("2021", 3).items()
    }
    _, wrong, _ = _read(render(figures, "2021", layout))
    assert wrong == []


@pytest.mark.parametrize("note", ["①", "⑵", "²", "［1］", "*", "（注1）", "(1)"])
@pytest.mark.parametrize("layout", ["word_tab", "pipe", "paragraphs_blank", "spaced", "csv"])
def test_marks_of_notes_are_no_part_of_a_figure(layout: str, note: str) -> None:
    rendered = render(make_figures("2021", 3), "2021", layout)
    end = rendered.places[CellId("requests.new.business")][1]
    report = read_report(open_text(rendered.text[:end] + note + rendered.text[end:]))
    for cell, printed in rendered.truth.items():
        reading = report.by_cell[cell]
        assert str(reading.number) == printed or not reading.sure or printed == ""
    noted = report.by_cell[CellId("requests.new.business")]
    assert not noted.sure
    assert str(noted.number) in {rendered.truth[CellId("requests.new.business")], "None"}


@pytest.mark.parametrize("layout", ["word_tab", "pipe", "paragraphs_blank"])
def test_remarks_behind_a_table_are_not_its_last_cell(layout: str) -> None:
    rendered = render(make_figures("2021", 3), "2021", layout)
    text = re.sub(
        r"\n([三四五])、(?=收到|政府|存在)",
        r"\n注：表中5件为同一人提出，3件已办结。\n\1、",
        rendered.text,
    )
    _, wrong, _ = _read(rendered, text)
    assert wrong == []


def test_figures_before_their_labels_are_not_taken_for_sure() -> None:
    rendered = render(make_figures("2021", 3), "2021", "spaced")
    lines = rendered.text.split("\n")
    swapped = [re.sub(r"^(.*[一-龥）”])((?: \d+){7})$", r"\2\n\1", line) for line in lines]
    _, _, sure = _read(rendered, "\n".join(swapped))
    assert [cell for cell in sure if cell.startswith("requests")] == []


@pytest.mark.parametrize("text", ["1" * 400 + "甲", "12" * 300 + "、3.5万x"])
def test_long_runs_of_digits_do_not_hold_up_the_reading(text: str) -> None:
    rendered = render(make_figures("2021", 3), "2021", "spaced")
    begun = time.monotonic()
    _read(rendered, rendered.text.replace("（一）予以公开 ", f"（一）予以公开 {text} "))
    assert time.monotonic() - begun < 20


def test_large_figures_without_separators_are_read_in_time() -> None:
    rendered = render(make_figures("2021", 31, size=40_000), "2021", "glued")
    begun = time.monotonic()
    _, _, sure = _read(rendered)
    assert sure == []
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize("layout", ["glued", "glued_rows", "glued_figures"])
def test_glued_digits_are_not_sure_where_the_columns_do_not_come_out(layout: str) -> None:
    figures = make_figures("2021", 3)
    row = {key: f"requests.refused_security.{key}" for key in (*APPLICANTS, "total")}
    figures |= {CellId(cell): "0" for cell in row.values()}
    figures |= {CellId(row["natural_person"]): "30", CellId(row["other_org"]): "4"}
    rendered = render(figures | {CellId(row["total"]): "34"}, "2021", layout)
    damaged = rendered.text.replace("300000434", "3000047")
    assert damaged != rendered.text
    report = read_report(open_text(damaged))
    cells = [report.by_cell[CellId(cell)] for cell in row.values()]
    assert not any(cell.sure and cell.number for cell in cells)
    longest = [
        len(text) for one in report.readings for text in (*one.candidates, one.printed or "")
    ]
    assert max(longest) < 10


@pytest.mark.parametrize("seed", range(4))
def test_no_row_gets_the_figures_of_a_misspelt_one_between_its_words(seed: int) -> None:
    slips = {
        "1.属于国家秘密": "1.属干国家秘密",
        "（五）不予处理": "（五）不于处理",
        "2.重复申请": "2.重夏申请",
        "3.补正后申请内容仍不明确": "3.补正后申请内容不明确",
    }
    figures = make_figures("2021", seed, outcomes=20)
    rendered = render(figures, "2021", "spaced", Faults(labels=slips))
    lines: list[str] = []
    for line in rendered.text.split("\n"):
        row = re.fullmatch(r"(.{9,}[一-龥）”])((?: \d+){7})", line)
        half = len(row[1]) // 2 if row else 0
        lines += [row[1][:half], row[2].strip(), row[1][half:]] if row else [line]
    _, _, sure = _read(rendered, "\n".join(lines))
    assert sure == []


@pytest.mark.parametrize("row", ["— 3 —", "12 / 2"])
def test_figures_behind_a_label_are_no_number_of_a_page(row: str) -> None:
    text = (
        "云岭县石桥镇人民政府2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
        "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
        f"规章 {row}\n行政规范性文件 0 0 0\n第二十条第（五）项\n信息内容 本年处理决定数量\n"
        "行政许可 7\n三、收到和处理政府信息公开申请情况\n"
    )
    report = read_report(open_text(text))
    cells = [one for one in report.readings if one.cell.startswith("active.regulation.")]
    assert [one.printed for one in cells] == row.split()


@pytest.mark.parametrize(
    "text", ["\u8213erning02", "详12px宽度设置为其他", "数\ufffd据请见本机关网站"]
)
def test_what_a_damaged_file_left_in_a_cell_is_not_sure(text: str) -> None:
    cell = CellId("requests.carried_out.business")
    rendered = render(make_figures("2021", 3) | {cell: text}, "2021", "pipe")
    reading = read_report(open_text(rendered.text)).by_cell[cell]
    assert (reading.kind, reading.sure) == (Kind.TEXT, False)
