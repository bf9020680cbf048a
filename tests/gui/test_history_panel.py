"""The journal: what was changed stands there, what was taken back is struck through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reviewer.document.model import Span
from reviewer.errors import LibraryError, ReviewerError
from reviewer.review.model import Changes, Entry, Group, Propose, Verdict
from reviewer.review.review import Review
from reviewer.window.history.panel import HistoryPanel
from reviewer.window.history.rows import history_of
from reviewer.window.selection import Chooser
from tests.gui.desks import CARRIED_IN, NEW, TOTAL, Desk, faulty, sound

LEFT = Qt.MouseButton.LeftButton


def click(panel: HistoryPanel, row: int) -> None:
    view = panel.list
    QTest.mouseClick(
        view.viewport(), LEFT, pos=view.visualRect(view.model().index(row, 0)).center()
    )


def back_action(panel: HistoryPanel, row: int) -> QAction:
    """The context menu's last item over a row."""
    click(panel, row)
    viewport = panel.list.viewport()
    point = panel.list.visualRect(panel.list.model().index(row, 0)).center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, point, viewport.mapToGlobal(point)))
    (menu,) = [one for one in panel.findChildren(QMenu) if one.isVisible()]
    menu.close()
    return menu.actions()[-1]


@pytest.fixture
def review(desk: Desk) -> Review:
    return desk.open(faulty())


@pytest.fixture
def panel(desk: Desk, review: Review) -> HistoryPanel:
    return desk.show(HistoryPanel, 280, 600)


def test_newest_first_with_both_values_and_the_reason(desk: Desk, panel: HistoryPanel) -> None:
    desk.workbench.transcribe(TOTAL, "12", "扫描件看得清")
    desk.workbench.propose(NEW, "13")
    newest, oldest = panel.rows
    assert (newest.title, newest.change) == ("修改建议", "无建议 → 13")
    assert (oldest.title, oldest.change) == ("更正读数", "11 → 12")
    assert "（七）总计 · 自然人" in oldest.place
    assert "扫描件看得清" in oldest.reason
    assert "审核员甲" in oldest.foot


def test_what_was_undone_is_struck_through_until_redone(desk: Desk, panel: HistoryPanel) -> None:
    desk.workbench.transcribe(TOTAL, "12")
    desk.workbench.undo()
    undo, did = panel.rows
    assert (did.undone, undo.undone) == (True, False)
    assert undo.walk
    assert undo.title == "撤销：更正读数"
    desk.workbench.redo()
    assert [row.undone for row in panel.rows] == [False, False, False]


def test_a_click_goes_to_the_cell(desk: Desk, panel: HistoryPanel) -> None:
    desk.workbench.transcribe(TOTAL, "12")
    desk.workbench.confirm(CARRIED_IN)
    click(panel, 1)
    assert desk.workbench.selection.cell == TOTAL
    assert desk.workbench.selection.chooser is Chooser.HISTORY
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert desk.workbench.selection.cell == CARRIED_IN


def test_a_click_goes_to_the_passage_and_to_the_finding(
    desk: Desk, panel: HistoryPanel, review: Review
) -> None:
    finding = review.checked.findings[1]
    desk.workbench.annotate("看这里", span=Span(start=0, end=6))
    desk.workbench.decide(finding.id, Verdict.EXPLAINED, "口径")
    click(panel, 0)
    assert desk.workbench.selection.finding == finding.id
    click(panel, 1)
    assert desk.workbench.selection.span == Span(start=0, end=6)


def test_a_verdict_whose_finding_is_gone_goes_to_its_cell(
    desk: Desk, panel: HistoryPanel, review: Review
) -> None:
    finding = review.checked.findings[0]
    desk.workbench.decide(finding.id, Verdict.MISREAD)
    desk.workbench.transcribe(TOTAL, "12")
    click(panel, 1)
    assert desk.workbench.selection.cell == finding.cells[0]


def test_a_reason_given_later_is_told_alone(desk: Desk, panel: HistoryPanel) -> None:
    review = desk.workbench.current
    assert review is not None
    finding = review.checked.findings[0]
    desk.workbench.decide(finding.id, Verdict.EXPLAINED)
    desk.workbench.decide(finding.id, Verdict.EXPLAINED, "已电话核实")
    assert [row.change for row in history_of(review)[:2]] == [
        "理由：已电话核实",
        "待核 → 口径说明",
    ]


def test_a_group_is_one_entry(desk: Desk, panel: HistoryPanel) -> None:
    edits = tuple(Propose(cell=cell, text="3") for cell in (NEW, TOTAL))
    desk.workbench.apply(Group(title="粘贴 2 格", edits=edits))
    (row,) = panel.rows
    assert row.title == "粘贴 2 格"
    assert "2" in row.change
    click(panel, 0)
    assert desk.workbench.selection.cell == NEW


def test_undoing_back_to_an_entry_asks_first(
    desk: Desk, panel: HistoryPanel, review: Review
) -> None:
    desk.workbench.propose(NEW, "1")
    desk.workbench.propose(NEW, "2")
    desk.workbench.propose(NEW, "3")
    second = panel.rows[1]
    panel.ask_to_undo_back_to(second)
    assert panel.ask.isVisible()
    assert "2 步" in panel.ask.words()
    assert review.proposals[NEW] == "3"
    QTest.mouseClick(panel.ask.button, LEFT)
    assert review.proposals[NEW] == "1"
    assert not panel.ask.isVisible()


def test_steps_undone_together_are_told_once(
    desk: Desk, panel: HistoryPanel, review: Review
) -> None:
    for text in ("1", "2", "3"):
        desk.workbench.propose(NEW, text)
    told: list[Changes] = []
    desk.workbench.changed.connect(told.append)
    desk.workbench.undo_back_to(review.entries[0].number)
    assert review.proposals == {}
    assert [NEW in changes.cells for changes in told] == [True]
    assert desk.said == ["已撤销 3 步。"]
    desk.workbench.undo_back_to(review.entries[0].number)
    assert len(told) == 1


def test_the_first_step_that_cannot_be_stored_is_told_and_the_last(
    desk: Desk, panel: HistoryPanel, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("1", "2", "3"):
        desk.workbench.propose(NEW, text)
    failures: list[ReviewerError] = []
    told: list[Changes] = []
    desk.workbench.failed.connect(failures.append)
    desk.workbench.changed.connect(told.append)

    def store(entry: Entry) -> None:
        if entry.number > 4:
            raise LibraryError("磁盘已满。")

    monkeypatch.setattr(review, "_store", store)
    desk.workbench.undo_back_to(review.entries[0].number)
    assert review.proposals == {NEW: "2"}
    assert len(told) == 1
    assert len(panel.rows) == len(review.entries) == 4
    assert [error.message for error in failures] == ["磁盘已满。"]


def test_the_menu_offers_to_undo_only_what_stands(desk: Desk, panel: HistoryPanel) -> None:
    desk.workbench.propose(NEW, "1")
    desk.workbench.undo()
    for row, offered in ((0, False), (1, False)):
        assert back_action(panel, row).isEnabled() is offered
    desk.workbench.redo()
    back = back_action(panel, 2)
    assert back.isEnabled()
    back.trigger()
    assert panel.ask.isVisible()


def test_the_question_can_be_let_be(desk: Desk, panel: HistoryPanel, review: Review) -> None:
    desk.workbench.propose(NEW, "1")
    panel.ask_to_undo_back_to(panel.rows[0])
    QTest.mouseClick(panel.ask.cross, LEFT)
    assert not panel.ask.isVisible()
    assert review.proposals[NEW] == "1"


def test_an_edit_meanwhile_withdraws_the_question(desk: Desk, panel: HistoryPanel) -> None:
    desk.workbench.propose(NEW, "1")
    panel.ask_to_undo_back_to(panel.rows[0])
    desk.workbench.propose(NEW, "2")
    assert not panel.ask.isVisible()


def test_each_report_has_its_own_history(desk: Desk, panel: HistoryPanel) -> None:
    first = desk.workbench.current
    assert first is not None
    desk.workbench.propose(NEW, "1")
    assert panel.title == "历史 1"
    desk.open(sound())
    assert panel.rows == []
    assert panel.title == "历史"
    desk.workbench.show(first)
    assert len(panel.rows) == 1
