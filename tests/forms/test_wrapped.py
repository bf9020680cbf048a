"""Figures that are too long for their cell in a grid drawn with characters."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.text.drawn_rows import with_rows_together
from tests.forms.around import report_around
from tests.layouts import make_figures, render

FEE = CellId("active.fee.amount")
RULE = "+--------------+--------+"


def _report(fee: list[str]) -> str:
    """A report whose table two stands in a grid, the fee's cell in these lines."""
    text = render(make_figures("2021", 3), "2021", "pipe").text
    lines = text.split("\n")
    at = next(at for at, line in enumerate(lines) if "行政事业性收费" in line)
    own = [f"|{label}|{part}|" for label, part in zip(("行政事业性收", "费"), fee, strict=True)]
    grid = [RULE, "|行政处罚|17|", RULE, "|行政强制|3|", RULE, "|信息内容|本年收费金额|", RULE]
    first = next(at for at, line in enumerate(lines) if "行政处罚" in line)
    return "\n".join([*lines[:first], *grid, *own, RULE, *lines[at + 1 :]])


@pytest.mark.parametrize("parts", [["6107.1", "9"], ["6107", ".19"], ["610", "7.19"]])
def test_a_figure_that_goes_on_below_is_not_its_first_digits_for_sure(parts: list[str]) -> None:
    report = read_report(open_text(_report(parts)))
    fee = report.by_cell[FEE]
    assert not fee.sure or (fee.printed or "").replace("\n", "") == "".join(parts)


def test_the_row_below_is_not_the_figures_end() -> None:
    """Rows right below each other, and a cell that does not go on, leave no doubt."""
    report = read_report(open_text(_report(["6107.19", ""])))
    assert report.by_cell[FEE].printed == "6107.19"
    assert report.by_cell[FEE].sure
    assert not any("折成了两行" in (one.doubt or "") for one in report.readings)


@pytest.mark.parametrize(("mark", "end"), [("\t", ""), (" | ", " |")])
def test_digits_on_a_line_of_their_own_may_be_the_end_of_those_above(mark: str, end: str) -> None:
    """Two figures of the table are broken, each in a row of its own."""
    rows = [
        ["第二十条第（一）项"],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "0", "0"],
        ["行政规范性文件", "16", "0", "16"],
        ["第二十条第（五）项"],
        ["信息内容", "本年处理决定数量"],
        ["行政许可", "3\n561"],
        ["第二十条第（六）项"],
        ["信息内容", "本年处理决定数量"],
        ["行政处罚", "0"],
        ["行政强制", "1\n302"],
        ["第二十条第（八）项"],
        ["信息内容", "本年收费金额（单位：万元）"],
        ["行政事业性收费", "6791.78"],
    ]
    table = "\n".join(mark.join(row) + end for row in rows)
    title = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
    read = read_report(open_text(f"{title}{table}\n三、收到和处理政府信息公开申请情况\n无。"))
    broken = [read.by_cell[CellId(f"active.{row}.decisions")] for row in ("licence", "coercion")]
    assert not any(one.sure for one in broken)


def test_a_bar_where_none_part_cells_may_be_a_digit() -> None:
    text = render(make_figures("2021", 3), "2021", "tsv").text
    label = next(line for line in text.split("\n") if "行政处罚" in line)
    report = read_report(open_text(text.replace(label, "行政处罚\t|85")))
    assert not report.by_cell[CellId("active.penalty.decisions")].sure


def test_no_cell_of_a_drawn_row_is_sure_whose_figures_stand_in_several_lines() -> None:
    rule = "+------+------+" + "------+" * 7
    labels = ("没有", "现成", "信息", "需要", "另行", "制作", "重复", "申请")
    rows = [
        *(["", label, *[""] * 7] for label in labels),
        ["（", "", "1", "252", "0", "44", "121", "29", "1"],
        ["七）", "", "3364", "", "", "", "", "", "3810"],
        ["总计", *[""] * 8],
    ]
    lines = ["".join(f"| {cell:4} " for cell in row) + "|" for row in rows]
    above, torn = lines[: len(labels)], lines[len(labels) :]
    text = "\n".join([*[rule] * 5, *above, rule, *torn, rule])
    report = read_report(open_text(text))
    total = [one for one in report.readings if one.cell.startswith("requests.total.")]
    assert not any(one.sure for one in total)


def test_words_in_a_drawn_cell_of_several_lines_are_not_all_of_them_for_sure() -> None:
    text = render(make_figures("2019", 3), "2019", "drawn").text
    line = next(line for line in text.split("\n") if "政府集中采购" in line)
    cells = line.split("│")
    cells[2] = "购置电脑、打印机和文"
    below = "│".join(["", "", "件柜", "", *cells[4:]])
    report = read_report(open_text(text.replace(line, "│".join(cells) + "\n" + below)))
    projects = report.by_cell[CellId("active.procurement.projects")]
    assert not projects.sure


def test_a_figure_behind_an_open_bracket_may_go_on() -> None:
    figures = make_figures("2021", 3)
    row = [figures[CellId(f"active.normative_document.{key}")] for key in ("issued", "repealed")]
    text = render(figures, "2021", "spaced").text
    line = next(line for line in text.split("\n") if line.startswith("行政规范性文件"))
    report = read_report(open_text(text.replace(line, line.replace(f" {row[0]} ", " [7 ", 1))))
    assert not report.by_cell[CellId("active.normative_document.issued")].sure


def test_figures_that_one_blank_parts_where_many_part_others_may_be_one() -> None:
    """Of table two no sum tells whether 8 and 6 are two figures."""
    line = "行政许可" + " " * 11 + "120" + " " * 29 + "8 6"
    head = "信息内容      上一年项目数量    本年增/减      处理决定数量"
    active = "\n".join(
        [
            "信息内容      本年新制作数量    本年新公开数量    对外公开总数量",
            "规章                0                0                0",
            head,
            line,
        ]
    )
    report = report_around("2019", {"active": active, "requests": "", "disputes": ""})
    row = [one for one in report.readings if one.cell.startswith("active.licence")]
    assert not any(one.sure for one in row)


@pytest.mark.parametrize("figure", ["0", "-", "－", "/"])
def test_a_drawn_row_beside_a_heading_of_several_lines_is_put_together(figure: str) -> None:
    """The rule below it stands between cells that go on."""
    upper = f"│      │ 1.标题上    │ {figure}    │ {figure}    │   │\n"
    row = upper + "│      │ 下半        │      │      │   │\n"
    rule = "│ （六 ├─────────────┼──────┼──────┤   │\n"
    together = with_rows_together(rule + (row + rule) * 12)
    lines = [line for line in together.split("\n") if "下半" in line]
    assert len(lines) == 12
    assert not any(line.rstrip().endswith("│") for line in lines)


def test_as_many_figures_again_below_a_row_of_table_two_leave_it_in_doubt() -> None:
    """A line may break where blanks cut 16, 38 and 38."""
    head = "信息内容 本年制发件数 本年废止件数 现行有效件数"
    active = f"第二十条第（一）项\n{head}\n规章 0 0 0\n行政规范性文件 1 6 3\n8 3 8\n"
    report = report_around("2021", {"active": active, "requests": "", "disputes": ""})
    row = [one for one in report.readings if one.cell.startswith("active.normative_document")]
    assert not any(one.sure for one in row)


def test_a_row_below_figures_that_are_nobodys_is_not_sure_though_it_adds_up() -> None:
    """``282 4 0 0 0 0 286`` in narrow columns: the first digits stand above the row's line."""
    text = render(make_figures("2021", 3), "2021", "spaced").text
    row = next(line for line in text.split("\n") if "属于行政执法案卷" in line)
    label = row.split()[0]
    copied = text.replace(row, f"28 28\n{label} 4 0 0 0 0\n2 6")
    read = read_report(open_text(copied)).by_cell
    whole = read_report(open_text(text)).by_cell
    cells = [cell for cell in read if ".refused_case_file." in cell]
    assert all(whole[cell].sure for cell in cells)
    assert not [cell for cell in cells if read[cell].sure]
