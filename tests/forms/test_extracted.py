"""Texts as programs extract them: lines dropped, figures cut in two, running titles, marks."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId, cell_id
from reviewer.document.opening import open_text
from reviewer.errors import SeveralReportsError
from reviewer.forms.catalog import form as form_of
from reviewer.forms.identity.identity import identify
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind
from tests.layouts import make_figures, render

TITLE = "云岭县石桥镇人民政府2022年政府信息公开工作年度报告"


def _without_repeated_lines(text: str, shortest: int = 1) -> str:
    """A text without the lines that stood there before; ``shortest`` is the least of them."""
    lines = text.split("\n")
    return "\n".join(
        line
        for at, line in enumerate(lines)
        if len(line.strip()) < shortest or line not in lines[:at]
    )


def _without_repeated_neighbours(text: str) -> str:
    """A text of whose lines that follow each other, blank ones aside, no two are alike."""
    kept: list[str] = []
    last = ""
    for line in text.split("\n"):
        if not line.strip() or line.strip() != last:
            kept.append(line)
        last = line.strip() or last
    return "\n".join(kept)


def _with_tabs_apart(text: str) -> str:
    """A text as browsers copy it: cells that were not merged away, the tabs on their own lines."""
    rows = (re.sub(r"\t{2,}", "\t", line) for line in text.split("\n"))
    return "\n".join(row.strip("\t").replace("\t", "\n\t\n") for row in rows)


@pytest.mark.parametrize("shortest", [1, 2])
@pytest.mark.parametrize("layout", ["paragraphs", "tab_ended"])
def test_nothing_is_sure_where_repeated_lines_were_dropped(layout: str, shortest: int) -> None:
    whole = render(make_figures("2021", 3), "2021", layout).text
    readings = read_report(open_text(_without_repeated_lines(whole, shortest))).readings
    assert not [one.cell for one in readings if one.sure and one.kind is not Kind.MISSING]


def test_nothing_is_sure_where_one_of_several_lines_alike_is_left() -> None:
    whole = _with_tabs_apart(render(make_figures("2021", 3), "2021", "tsv").text)
    assert all(one.sure for one in read_report(open_text(whole)).readings)
    readings = read_report(open_text(_without_repeated_neighbours(whole))).readings
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


def test_a_short_name_above_a_title_is_the_body_if_the_text_says_it_again() -> None:
    text = "云岭县\n2022年政府信息公开工作年度报告\n一、总体情况\n2022年，云岭县认真做好公开。\n"
    assert identify(text).body == "云岭县"
    assert identify(text.replace("，云岭县", "，我们")).body == ""


@pytest.mark.parametrize("other", [("结果纠正", "结果维持"), ("尚未审结", "其他结果")])
def test_results_of_table_four_may_stand_in_another_order(other: tuple[str, str]) -> None:
    figures = make_figures("2021", 3)
    text = render(figures, "2021", "tsv").text
    start = text.index("四、政府信息公开行政复议")
    head, behind = text[:start], text[start:]
    first, second = other
    swapped = behind.replace(first, "\x00").replace(second, first).replace("\x00", second)
    read = read_report(open_text(head + swapped)).by_cell
    keys = {
        "结果维持": "upheld",
        "结果纠正": "corrected",
        "其他结果": "other",
        "尚未审结": "pending",
    }
    for kind in ("reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration"):
        one, then = (CellId(f"disputes.{kind}.{keys[name]}") for name in other)
        assert (read[one].printed, read[then].printed) == (figures[then], figures[one])
        assert read[one].sure
        assert read[then].sure


def test_another_order_is_told_by_the_kinds_that_name_all_results_as_the_form_does() -> None:
    figures = make_figures("2021", 3, size=9)
    text = render(figures, "2021", "paragraphs").text
    start = text.index("四、政府信息公开行政复议")
    behind = text[start:].replace("结果维持", "\x00").replace("其他结果", "结果维持")
    swapped = behind.replace("\x00", "其他结果").replace("结果维持", "结果果维持", 1)
    read = read_report(open_text(text[:start] + swapped)).by_cell
    for kind in ("reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration"):
        upheld, other = (CellId(f"disputes.{kind}.{key}") for key in ("upheld", "other"))
        assert (read[upheld].printed, read[other].printed) == (figures[other], figures[upheld])


def test_a_fraction_below_a_figure_belongs_to_it() -> None:
    text = render({**make_figures("2021", 3), CellId("active.fee.amount"): "0.8"}, "2021", "tsv")
    broken = text.text.replace("\t0.8", "\t0\n\n.8", 1)
    fee = read_report(open_text(broken)).by_cell[CellId("active.fee.amount")]
    assert not fee.sure


def test_figures_that_share_a_line_are_not_sure_where_each_has_its_own() -> None:
    figures = {**make_figures("2019", 3), CellId("active.fee.previous_items"): "16"}
    figures[CellId("active.fee.change")] = ""
    text = render(figures, "2019", "paragraphs").text
    assert "\n16\n" in text
    read = read_report(open_text(text.replace("\n16\n", "\n1 6\n"))).by_cell
    cells = [CellId(f"active.fee.{column}") for column in ("previous_items", "change")]
    assert not [cell for cell in cells if read[cell].sure and read[cell].printed in {"1", "6"}]


@pytest.mark.parametrize("mark", ["/", "—", "无"])
def test_nil_marks_part_the_figures_that_nothing_else_parts(mark: str) -> None:
    """``6/12///18`` leaves no choice; where figures stand beside each other, sums tell."""
    figures = make_figures("2021", 3)
    table = form_of("2021").table("requests")
    assert table is not None
    (block,) = table.blocks
    text = render(figures, "2021", "glued_rows").text
    requests = [cell for cell, _, _ in table.cells()]
    for at in range(0, len(requests), len(block.columns)):
        row = [figures[cell] for cell in requests[at : at + len(block.columns)]]
        label = block.rows[at // len(block.columns)].label
        marked = "".join(mark if one == "0" else one for one in row)
        text = text.replace(label + "".join(row), label + marked, 1)
    read = read_report(open_text(text)).by_cell
    told = {cell: "0" if (one := read[cell]).kind is Kind.NIL else one.printed for cell in requests}
    assert not [cell for cell in requests if told[cell] != figures[cell] and read[cell].sure]
    assert sum(told[cell] == figures[cell] for cell in requests) > 0.95 * len(requests)


@pytest.mark.parametrize("swapped", [True, False])
def test_a_wrapped_head_in_another_order_leaves_table_four_in_doubt(swapped: bool) -> None:
    figures = make_figures("2021", 3)
    text = render(figures, "2021", "spaced").text
    start, end = text.index("四、政府信息公开行政复议"), text.index("五、存在")
    lower = "纠正 维持 结果 审结 总计" if swapped else "维持 纠正 结果 审结 总计"
    cells = " ".join(figures[cell] for cell in figures if cell.startswith("disputes."))
    upper = "结果 结果 其他 尚未 " * 3
    head = f"行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n{upper}\n{lower} {lower} {lower}"
    table = f"{head}\n{cells}\n"
    read = read_report(open_text(f"{text[:start]}四、行政复议、行政诉讼情况\n{table}{text[end:]}"))
    kinds = ("upheld", "corrected")
    exchanged = [read.by_cell[CellId(f"disputes.reconsideration.{kind}")] for kind in kinds]
    assert any(one.sure for one in exchanged) is not swapped


def test_bars_that_begin_rows_part_no_cells() -> None:
    """``|规章``, and each of its figures on a line of its own without a mark."""
    figures = make_figures("2021", 3)
    lines = render(figures, "2021", "tsv").text.split("\n")
    rows = [f"|{line}".replace("\t", "\n") if "\t" in line else line for line in lines]
    read = read_report(open_text("\n".join(rows))).by_cell
    assert {cell: one.printed for cell, one in read.items()} == figures


def test_semicolons_part_cells_that_hold_nil_marks_only() -> None:
    figures = dict.fromkeys(make_figures("2021", 3), "—")
    text = render(figures, "2021", "tsv").text.replace("\t", ";")
    read = read_report(open_text(text)).by_cell
    assert {one.kind for one in read.values()} == {Kind.NIL}


def test_running_titles_and_the_numbers_before_them_are_no_cells() -> None:
    figures = make_figures("2021", 3)
    text = render(figures, "2021", "paragraphs").text
    title = text.split("\n", 1)[0]
    for number, label in enumerate(("（三）不予公开", "（五）不予处理"), 3):
        assert label in text
        text = text.replace(label, f"{number}\n\n{title}\n\n{label}", 1)
    read = read_report(open_text(text)).by_cell
    assert {cell: one.printed for cell, one in read.items()} == figures


def test_a_blank_head_in_a_grid_is_no_lacking_column_for_sure() -> None:
    """Where two columns have figures, these may as well stand one place aside."""
    drawn = make_figures("2021", 3)
    figures = dict(drawn)
    for cell in drawn:
        key, asked, column = cell.split(".")
        if key == "requests":
            own = int(drawn[CellId(f"requests.{asked}.natural_person")])
            told = {"business": own, "legal_service": 2 * own, "total": 3 * own}
            figures[cell] = str(told.get(column, 0) or "")
    table = form_of("2021").table("requests")
    assert table is not None
    (block,) = table.blocks
    text = render(figures, "2021", "csv").text
    heads = ",".join(column.label for column in block.columns[1:-2])
    lines = ["（本列数据的勾稽关系为）|||申请人情况||||||", "||||自然人|法人或其他组织|||||总计|"]
    lines = [f"|{lines[0]}|", lines[1], f"|||||{heads.replace(',', '|')}|||"]
    for row in block.rows:
        cells = [figures[cell_id("requests", row.key, one.key)] for one in block.columns]
        depth = len(row.headings)
        labels = [*[""] * depth, row.label, *[""] * (2 - depth)]
        lines.append("|" + "|".join([*labels, *cells]) + "|")
    begin, end = text.index("三、收到和处理"), text.index("四、政府信息公开")
    title = text[begin : text.index("\n", begin)]
    whole = f"{text[:begin]}{title}\n" + "\n".join(lines) + f"\n\n{text[end:]}"
    read = read_report(open_text(whole)).by_cell
    requests = [cell for cell in figures if cell.startswith("requests.")]
    wrong = [cell for cell in requests if (read[cell].printed or "") != figures[cell]]
    assert not [cell for cell in wrong if read[cell].sure]


def test_a_bar_before_a_rows_only_figure_may_be_its_first_digit() -> None:
    """Where bars begin rows, one on the line below a label begins none."""
    lines = render(make_figures("2021", 3), "2021", "tsv").text.split("\n")
    rows = [f"|{line}".replace("\t", "\n") if "\t" in line else line for line in lines]
    at = next(at for at, row in enumerate(rows) if row.startswith("|行政许可"))
    rows[at] = "|行政许可\n|3"
    licence = read_report(open_text("\n".join(rows))).by_cell[CellId("active.licence.decisions")]
    assert not licence.sure


def test_digits_below_a_last_figure_may_have_a_tab_behind_them() -> None:
    text = render(make_figures("2021", 3), "2021", "tsv").text
    broken = re.sub(r"(行政许可\t)[^\n]*", r"\g<1>20\n7515\t", text)
    licence = read_report(open_text(broken)).by_cell[CellId("active.licence.decisions")]
    assert not licence.sure or licence.number == 207515
