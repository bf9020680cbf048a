"""A whole review without a mouse: begin, look at each finding, judge it, take the next report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewer.review.model import Verdict
from reviewer.window.summary import summary_of
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.message_bar import Message, Offer, Tone
from reviewer.window.widgets.small_button import SmallButton
from tests.gui.programs import FAULTY, PROSE, Program

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def said(program: Program) -> list[str]:
    """What the status line was told."""
    lines: list[str] = []
    program.bench.said.connect(lines.append)
    return lines


def test_the_samples_are_opened_from_the_empty_window(program: Program) -> None:
    assert program.window.empty_page.first_steps.isVisible()
    program.window.empty_page.setFocus()
    program.press(Key.Key_Tab)
    program.press(Key.Key_Tab)
    program.press(Key.Key_Return)
    program.wait()
    assert len(program.bench.reviews) > 2
    program.press(Key.Key_W, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert program.window.empty_page.isVisible()
    assert not program.window.empty_page.first_steps.isVisible()


def test_two_reports_are_judged_with_the_keys_alone(program: Program, said: list[str]) -> None:
    first = program.open(FAULTY, PROSE)
    findings = first.checked.findings
    for _ in findings:
        program.press(Key.Key_F8)
        program.press(Key.Key_1)
        assert bool(said) == (summary_of(first).open == 0)
    assert {first.decisions[one.id].verdict for one in findings} == {Verdict.REPORT_WRONG}
    assert "全部核定" in said[-1]
    assert "下一份报告" in said[-1]
    program.press(Key.Key_PageDown, CONTROL)
    second = program.bench.current
    assert second is not None
    assert second is not first
    program.press(Key.Key_F8)
    assert program.bench.selection.finding == second.checked.findings[0].id
    program.press(Key.Key_4)
    assert second.decisions[second.checked.findings[0].id].verdict is Verdict.CANNOT_TELL


def test_from_opening_to_export_with_the_keys_alone(program: Program, tmp_path: Path) -> None:
    program.press(Key.Key_O, CONTROL)
    program.type(str(FAULTY))
    program.press(Key.Key_Return)
    review = program.wait()
    program.window.activateWindow()  # as a desktop does where a dialog was closed
    QApplication.processEvents()
    program.press(Key.Key_F8)
    program.press(Key.Key_1)
    program.press(Key.Key_R)
    program.type("数字填反")
    program.press(Key.Key_Return)
    target = tmp_path / "审核表.xlsx"
    program.press(Key.Key_E, CONTROL)
    program.press(Key.Key_A, CONTROL)
    program.type(str(target))
    with program.qtbot.waitSignal(program.bench.exported):
        program.press(Key.Key_Return)
    assert target.exists()
    decision = review.decisions[review.checked.findings[0].id]
    assert (decision.verdict, decision.reason) == (Verdict.REPORT_WRONG, "数字填反")


def test_going_round_the_end_is_told(program: Program, said: list[str]) -> None:
    review = program.open(FAULTY)
    for _ in review.checked.findings:
        program.press(Key.Key_F8)
    assert not any("最后一处" in line for line in said)
    program.press(Key.Key_F8)
    assert said[-1] == "已是最后一处，回到第一处。"
    assert program.bench.selection.finding == review.checked.findings[0].id
    program.press(Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert said[-1] == "已是第一处，转到最后一处。"


def test_a_message_is_reached_and_put_away_by_keys(program: Program) -> None:
    taken: list[str] = []
    bar = program.window.messages
    program.open(FAULTY)
    bar.say(Message(Tone.NEWS, "另一条"))
    bar.say(Message(Tone.NEWS, "已导出", offers=(Offer("打开", lambda: taken.append("打开")),)))
    program.window.panels.findings.setFocus()
    program.press(Key.Key_F6)
    assert QApplication.focusWidget() in bar.findChildren(SmallButton)
    program.press(Key.Key_Return)
    assert taken == ["打开"]
    assert bar.message is not None
    assert bar.message.text == "另一条"
    program.press(Key.Key_Return)
    assert bar.message is None
    assert program.window.panels.findings.table.hasFocus()
    bar.say(Message(Tone.NEWS, "第三条"))
    program.press(Key.Key_Escape)
    assert bar.message is None


def test_a_reason_and_a_note_being_typed_are_kept_when_the_window_closes(
    program: Program,
) -> None:
    review = program.open(FAULTY)
    first = review.checked.findings[0].id
    program.press(Key.Key_F8)
    program.press(Key.Key_M, CONTROL)
    program.type("请核对台账。")
    program.press(Key.Key_F8)
    program.press(Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    program.press(Key.Key_2)
    program.press(Key.Key_R)
    program.type("已电话核实")
    assert review.decisions[first].reason == ""
    program.restart()
    again = program.open(FAULTY)
    assert again.decisions[first].reason == "已电话核实"
    drafts = program.library.drafts(again.report.document.origin.sha256)
    assert [draft.text for draft in drafts] == ["请核对台账。"]
    assert again.notes == ()


def test_a_reason_being_typed_is_kept_when_another_report_is_shown(program: Program) -> None:
    review = program.open(FAULTY, PROSE)
    program.press(Key.Key_F8)
    program.press(Key.Key_1)
    program.press(Key.Key_R)
    program.type("已电话核实")
    other = next(one for one in program.bench.reviews if one is not review)
    program.bench.show(other)
    assert [one.reason for one in review.decisions.values()] == ["已电话核实"]
    assert not other.decisions


def test_enter_follows_a_link(program: Program) -> None:
    program.open(FAULTY)
    program.press(Key.Key_F8)
    links = program.window.panels.inspector.facts.findChildren(LinkButton)
    correct = next(one for one in links if one.text() == "更正读数")
    correct.setFocus()
    program.press(Key.Key_Return)
    assert program.bench.editing
    program.press(Key.Key_Escape)
    assert not program.bench.editing
    assert QApplication.focusWidget() is program.window.panels.tables.page("requests").view
