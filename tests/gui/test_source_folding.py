"""Rows of a table are shown as rows, whatever the text does with their cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.document.model import Span, TextPlace
from reviewer.forms.report import Kind, Reading
from reviewer.window.positions import UNSEEN, displayed
from reviewer.window.source.folding import folded


def lines_of(text: str, readings: list[Reading] | None = None) -> list[str]:
    shown = displayed(text, folded(text, readings or []))
    return [line.replace(UNSEEN, "").replace("\u2002", "\t") for line in shown.split("\n")]


def read(text: str, *cells: tuple[str, str]) -> list[Reading]:
    """Readings of printed figures, found one after another."""
    found, at = [], 0
    for cell, printed in cells:
        start = text.index(printed, at)
        at = start + len(printed)
        place = TextPlace(span=Span(start=start, end=at))
        found.append(Reading(cell=CellId(cell), printed=printed, kind=Kind.NUMBER, place=place))
    return found


def test_cells_on_lines_of_their_own_stand_on_one_line() -> None:
    text = "\t规章\n\t0\n\t1\n\n\t规范性文件\n\t2\n\t3\n"
    assert lines_of(text) == ["\t规章\t0\t1", "\t规范性文件\t2\t3", ""]


def test_a_cell_of_two_paragraphs_does_not_end_its_row() -> None:
    text = "\t信息内容\n\t本年新\n\n公开数量\n\t对外公开\n\n总数量\n\n\t规章\n\t0\n"
    assert lines_of(text) == ["\t信息内容\t本年新公开数量\t对外公开总数量", "\t规章\t0", ""]


def test_a_heading_after_a_table_stays_a_line() -> None:
    text = "\t政府集中采购\n\t0\n\n\n三、收到和处理申请情况\n\n\t自然人\n"
    assert "三、收到和处理申请情况" in lines_of(text)


def test_empty_cells_before_a_label_leave_no_gap() -> None:
    assert lines_of("\t0\n\n\t\n\t\n\t2.其他\n\t5\n")[1] == "\t2.其他\t5"


def test_empty_cells_within_a_row_keep_theirs() -> None:
    assert lines_of("\t总计\n\t\n\t5\n")[0] == "\t总计\t\t5"


def test_rows_read_from_a_table_stand_on_lines_of_their_own() -> None:
    rows = [
        "三、办理结果\t（三）不予公开\t1.秘密\t2\t3",
        "\t\t2.其他\t4\t5",
        "\t（七）总计\t\t6\t8",
    ]
    assert lines_of("\n".join(rows)) == rows


def test_a_row_without_a_label_is_not_drawn_up_to_its_head() -> None:
    rows = ["结果维持\t结果纠正\t总计", "3\t4\t7"]
    text = "\n".join(rows)
    cells = read(
        text,
        ("disputes.reconsideration.upheld", "3"),
        ("disputes.reconsideration.corrected", "4"),
    )
    assert lines_of(text, cells) == rows


def test_padding_of_cells_is_not_seen() -> None:
    assert lines_of("\t规  章\n\t 0\n\t\u3000\u30005 \n\t7\n")[0] == "\t规  章\t0\t5\t7"


def test_figures_of_a_row_are_drawn_together_by_their_readings() -> None:
    text = "一、新收\n\n12\n\n0\n\n14\n\n二、结转\n\n1\n\n0\n"
    cells = read(
        text,
        ("requests.new.natural_person", "12"),
        ("requests.new.business", "0"),
        ("requests.new.total", "14"),
        ("requests.carried_in.natural_person", "1"),
        ("requests.carried_in.business", "0"),
    )
    shown = [" ".join(line.split()) for line in lines_of(text, cells)]
    assert [line for line in shown if line] == ["一、新收 12 0 14", "二、结转 1 0"]


def test_bars_between_cells_do_not_part_a_row() -> None:
    text = "新收 |\n12 |\n14 |\n"
    cells = read(text, ("requests.new.natural_person", "12"), ("requests.new.total", "14"))
    assert lines_of(text, cells) == ["新收 | 12 | 14 |", ""]


def test_figures_are_not_drawn_up_to_the_head_above_them() -> None:
    text = "\t结果维持\n\t总计\n\n\t0\n\t3\n"
    cells = read(text, ("disputes.lawsuit.upheld", "0"), ("disputes.lawsuit.total", "3"))
    assert lines_of(text, cells) == ["\t结果维持\t总计", "\t0\t3", ""]


def test_runs_of_empty_lines_are_shown_as_one() -> None:
    assert lines_of("甲。\n\n\n\n乙。\n丙。") == ["甲。", "", "乙。", "丙。"]


@given(st.text(st.sampled_from("\n\n\n\t 字1|。\u3000"), max_size=60))
def test_only_blanks_are_ever_unseen(text: str) -> None:
    assert all(text[offset].isspace() for offset in folded(text))


@given(st.text(st.sampled_from("\n\n\t 1|"), max_size=60))
def test_figures_stay_apart(text: str) -> None:
    shown = displayed(text, folded(text)).replace(UNSEEN, "")
    assert shown.split() == text.split()
