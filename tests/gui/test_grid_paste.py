"""Copying from the grids and pasting into them."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.gui.desks import CARRIED_IN, NEW, TOTAL, Desk
from tests.gui.hands import BUSINESS, CONTROL, SHIFT, Hand, Key
from tests.reports import make_report


def test_a_block_is_copied_as_a_spreadsheet_takes_it(hand: Hand) -> None:
    hand.click(NEW)
    hand.click("requests.carried_in.business", SHIFT)
    hand.press(Key.Key_C, CONTROL)
    assert hand.copied() == "12\t2\n1\t0\n"


def test_a_row_is_copied_with_its_label(hand: Hand) -> None:
    hand.click_label("一、本年新收政府信息公开申请数量")
    assert hand.current == NEW
    hand.press(Key.Key_C, CONTROL)
    cells = hand.copied().rstrip("\n").split("\t")
    assert [cell for cell in cells if cell] == [
        "一、本年新收政府信息公开申请数量",
        *("12", "2", "0", "0", "0", "0", "14"),
    ]


def test_a_click_on_a_head_selects_its_column(hand: Hand) -> None:
    hand.click_label("自然人")
    cells = hand.view.selected_cells()
    assert len(cells) == 25
    assert all(cell.endswith(".natural_person") for cell in cells)


def test_a_block_is_pasted_as_one_step(hand: Hand) -> None:
    QGuiApplication.clipboard().setText('１３\t"1,408"\r\n2\t0\r\n')
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    assert hand.review.transcriptions == {NEW: "１３", BUSINESS: "1,408", CARRIED_IN: "2"}
    assert hand.review.report.by_cell[BUSINESS].number == 1408
    assert len(hand.review.entries) == 1
    hand.desk.workbench.undo()
    assert hand.review.transcriptions == {}


def test_a_block_that_does_not_fit_is_asked_about(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("1\t2\t3\n4\t5\t6\n")
    hand.click("requests.carried_out.other_org")
    hand.press(Key.Key_V, CONTROL)
    question = hand.page.bar.question
    assert hand.page.bar.asking
    assert "4 格超出表格" in question.text
    assert hand.review.entries == ()
    QTest.keyClick(question, Key.Key_Return)
    assert set(hand.review.transcriptions) == {
        "requests.carried_out.other_org",
        "requests.carried_out.total",
    }
    assert not hand.page.bar.asking


def test_another_paste_takes_the_place_of_the_one_asked_about(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("约5件")
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    QGuiApplication.clipboard().setText("约6件\t约7件")
    QTest.keyClick(hand.page.bar.question.yes, Key.Key_V, CONTROL)
    assert "2 格不是数字" in hand.page.bar.question.text
    QGuiApplication.clipboard().setText("13")
    QTest.keyClick(hand.page.bar.question.yes, Key.Key_V, CONTROL)
    assert not hand.page.bar.asking
    assert hand.review.transcriptions == {NEW: "13"}
    assert len(hand.review.entries) == 1


def test_escape_refuses_the_paste(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("约5件")
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    assert "1 格不是数字" in hand.page.bar.question.text
    QTest.keyClick(hand.page.bar.question, Key.Key_Escape)
    assert hand.review.entries == ()
    assert not hand.page.bar.asking


def test_going_elsewhere_forgets_the_question(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("约5件")
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    hand.click(TOTAL)
    assert not hand.page.bar.asking


def test_pasting_what_stands_there_changes_nothing(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("12\t2")
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    assert hand.review.entries == ()
    assert "没有改动" in hand.desk.said[-1]


def test_pasting_nothing_says_so(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("")
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    assert "没有可以粘贴" in hand.desk.said[-1]


def test_a_table_that_is_missing_can_be_pasted_whole(desk: Desk) -> None:
    cells = [cell for cell in make_report("2021").form.figures if cell.startswith("requests.")]
    hand = Hand(desk, make_report("2021", dict.fromkeys(cells)))
    assert "没有找到表三" in hand.page.notice.text()
    hand.click(NEW)
    rows = "\n".join("\t".join(["0"] * 7) for _ in range(25))
    QGuiApplication.clipboard().setText(rows)
    hand.press(Key.Key_V, CONTROL)
    assert len(hand.review.transcriptions) == 175
    assert hand.page.notice.isHidden()


def test_some_missing_cells_are_counted(desk: Desk) -> None:
    hand = Hand(desk, make_report("2021", {"requests.new.total": None}))
    assert "有 1 格" in hand.page.notice.text()


def test_pasting_with_nothing_selected_asks_for_the_first_cell(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("1\t2")
    hand.view.setFocus()
    hand.press(Key.Key_V, CONTROL)
    assert hand.review.entries == ()
    assert "选中" in hand.desk.said[-1]


def test_what_does_not_fit_is_told_even_if_the_rest_is_the_same(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("1\t5\t6\n")
    hand.click("requests.carried_out.total")
    hand.press(Key.Key_V, CONTROL)
    assert hand.review.entries == ()
    assert "没有改动" in hand.desk.said[-1]
    assert "2 格超出表格" in hand.desk.said[-1]
