"""Texts as programs extract them: lines dropped, figures cut in two, running titles, marks."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.errors import SeveralReportsError
from reviewer.forms.catalog import form as form_of
from reviewer.forms.identity.identity import identify
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind
from tests.layouts import make_figures, render

TITLE = "云岭县石桥镇人民政府2022年政府信息公开工作年度报告"


def _without_repeated_lines(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(line for at, line in enumerate(lines) if not line or line not in lines[:at])


@pytest.mark.parametrize("layout", ["paragraphs", "tab_ended"])
def test_nothing_is_sure_where_repeated_lines_were_dropped(layout: str) -> None:
    text = _without_repeated_lines(render(make_figures("2021", 3), "2021", layout).text)
    readings = read_report(open_text(text)).readings
    assert not [one.cell for one in readings if one.sure and one.kind is not Kind.MISSING]


@pytest.mark.parametrize("gap", [" ", "|"])
def test_a_figure_behind_its_name_is_not_sure_if_it_is_cut(gap: str) -> None:
    figures = make_figures("2021", 3)
    table = form_of("2021").table("requests")
    assert table is not None
    told: dict[str, list[str]] = {}
    for cell, row, column in table.cells():
        told.setdefault(row.label, []).append(f"{column.label}{figures[cell]}")
    rows = "\n".join(f"{label}：{'，'.join(cells)}" for label, cells in told.items())
    text = f"{TITLE}\n三、收到和处理政府信息公开申请情况\n{rows}\n四、行政复议、行政诉讼情况\n无\n"
    whole = read_report(open_text(text)).by_cell
    cut = text.replace("科研机构", f"科研机构1{gap}", 1)
    read = read_report(open_text(cut)).by_cell
    cell = CellId("requests.new.research")
    assert whole[cell].sure
    assert not read[cell].sure
    assert sum(one.sure for one in whole.values()) - sum(one.sure for one in read.values()) < 8


def test_a_running_title_begins_no_second_report() -> None:
    text = render(make_figures("2021", 3), "2021", "tsv").text
    title = "石桥镇2023年政府信息公开工作年度报告"
    text = text.replace("\n三、", f"\n5\n\f{title}\n三、", 1)
    assert read_report(open_text(text)).year == 2023


def test_a_second_report_begins_with_its_first_section() -> None:
    one = render(make_figures("2021", 3), "2021", "tsv").text
    other = one.replace(one.split("\n", 1)[0], "安平县长岭乡2022年政府信息公开工作年度报告")
    with pytest.raises(SeveralReportsError):
        read_report(open_text(f"{one}\n{other}"))


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("云岭县住房和城乡建设局关于2022年政府信息公开工作年度报告", "云岭县住房和城乡建设局"),
        ("云岭 县水利局2022年政府信息公开工作年度报告", "云岭县水利局"),
        ("云岭县石桥 镇人民政府2022年政府信息公开工作年度报告", "云岭县石桥镇人民政府"),
    ],
)
def test_titles_name_their_body_whole(title: str, body: str) -> None:
    read = identify(f"{title}\n一、总体情况\n2022年，我乡认真做好公开工作。\n")
    assert read.body == body
    assert read.title == title


def test_a_wrapped_label_goes_on_around_nil_marks() -> None:
    """Where the first line of a row ends in nil marks, its label's end follows below them."""
    figures = make_figures("2021", 3)
    nil = {cell for cell in figures if cell.startswith("requests.refused_by_law.")}
    text = render({**figures, **dict.fromkeys(nil, "0")}, "2021", "spaced").text
    label = "2.其他法律行政法规禁止公开"
    line = next(line for line in text.split("\n") if label in line)
    before, behind = line.split(label)
    assert behind.split() == ["0"] * 7
    broken = f"{before}{label[:-3]}{re.sub('0', '—', behind)}\n    {label[-3:]}"
    read = read_report(open_text(text.replace(line, broken))).by_cell
    assert {read[cell].kind for cell in nil} == {Kind.NIL}


def test_rows_of_an_unframed_tabular_end_in_marks_that_are_no_cells() -> None:
    figures = make_figures("2021", 3)
    text = re.sub(r"(?m)\t", " & ", render(figures, "2021", "tsv").text)
    text = re.sub(r"(?m)^(.* & .*)$", r"\1 \\\\", text)
    read = read_report(open_text(text))
    assert {cell: one.printed for cell, one in read.by_cell.items()} == figures


def test_a_misspelt_head_hides_no_exchange_of_columns() -> None:
    """商业性企业 is no head of the form's, and two others stand in each other's place."""
    text = render(make_figures("2021", 3), "2021", "csv").text
    text = text.replace("商业企业", "商业性企业")
    text = re.sub("法律服务机构(.*?)其他", r"其他\1法律服务机构", text, count=1)
    read = read_report(open_text(text)).by_cell
    cells = [CellId(f"requests.new.{column}") for column in ("legal_service", "other_org")]
    assert not [cell for cell in cells if read[cell].sure]


def test_a_rule_beside_a_merged_cell_parts_rows() -> None:
    figures = make_figures("2021", 3)
    text = render(figures, "2021", "boxed").text
    lines = text.split("\n")
    at = next(at for at, line in enumerate(lines) if "1.信访举报投诉类申请" in line)
    rule = at + 1
    while "├" not in lines[rule]:
        rule += 1
    cell = lines[at].index("│", 1)
    lines[rule] = "│（五）不予" + lines[rule][max(lines[rule].find("├", cell), 1) :]
    read = read_report(open_text("\n".join(lines))).by_cell
    assert all(read[cell].printed == figures[cell] for cell in figures if "declined" in cell)
