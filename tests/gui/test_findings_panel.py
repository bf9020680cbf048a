"""The findings: filtered, judged, gone to, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from reviewer.base import FindingId
from reviewer.checks.model import Severity
from reviewer.review.model import Decision, Verdict
from reviewer.review.review import Review
from reviewer.window.findings.panel import FindingsPanel
from reviewer.window.findings.rows import Field, Filter
from reviewer.window.selection import Chooser
from tests.gui.desks import GRAND_TOTAL, NEW, TOTAL, Desk, bare, faulty, sound

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


def ids(panel: FindingsPanel) -> list[FindingId]:
    return [panel.row_at(row).finding.id for row in range(panel.table.model().rowCount())]


def cell_point(panel: FindingsPanel, row: int, field: Field) -> QPoint:
    return panel.table.visualRect(panel.table.model().index(row, field)).center()


def click(panel: FindingsPanel, row: int, field: Field = Field.MESSAGE) -> None:
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=cell_point(panel, row, field))


def decision(review: Review, finding: FindingId) -> Decision:
    return review.decisions[finding]


@pytest.fixture
def review(desk: Desk) -> Review:
    return desk.open(faulty())


@pytest.fixture
def panel(desk: Desk, review: Review) -> FindingsPanel:
    return desk.show(FindingsPanel, 1200, 400)


def test_every_finding_has_a_row_in_the_order_of_the_checks(
    panel: FindingsPanel, review: Review
) -> None:
    assert ids(panel) == [finding.id for finding in review.checked.findings]
    assert len(ids(panel)) >= 3


def test_a_click_selects_the_finding_everywhere(
    desk: Desk, panel: FindingsPanel, review: Review
) -> None:
    click(panel, 1)
    finding = review.checked.findings[1]
    assert desk.workbench.selection.finding == finding.id
    assert desk.workbench.selection.cell == finding.cells[0]
    assert desk.workbench.selection.chooser is Chooser.FINDINGS


def test_a_second_click_goes_back_to_the_finding(desk: Desk, panel: FindingsPanel) -> None:
    click(panel, 0)
    desk.workbench.select_cell(NEW, Chooser.GRID)
    finding = desk.workbench.selection.finding
    row = ids(panel).index(finding) if finding else 0
    click(panel, row)
    assert desk.workbench.selection.chooser is Chooser.FINDINGS


def test_a_selection_elsewhere_marks_the_row_and_tells_nobody(
    desk: Desk, panel: FindingsPanel, review: Review
) -> None:
    finding = review.checked.findings[2]
    desk.selections.clear()
    desk.workbench.select_finding(finding.id, Chooser.KEYS)
    assert len(desk.selections) == 1
    current = panel.table.current()
    assert current is not None
    assert current.finding.id == finding.id


def test_a_cell_without_findings_marks_no_row(desk: Desk, panel: FindingsPanel) -> None:
    click(panel, 0)
    free = next(
        cell
        for cell in faulty().form.figures
        if all(cell not in row.finding.cells for row in panel.shown())
    )
    desk.workbench.select_cell(free, Chooser.GRID)
    assert panel.table.current() is None
    assert panel.table.selected() == []


def test_arrows_move_and_enter_locates(desk: Desk, panel: FindingsPanel) -> None:
    click(panel, 0)
    QTest.keyClick(panel.table, KEY.Key_Down)
    assert desk.workbench.selection.finding == ids(panel)[1]
    with desk.qtbot.waitSignal(panel.located) as located:
        QTest.keyClick(panel.table, KEY.Key_Return)
    assert located.args == [ids(panel)[1]]


@pytest.mark.parametrize(("key", "verdict"), list(zip("1234", Verdict, strict=True)))
def test_figures_give_the_verdicts(
    panel: FindingsPanel, review: Review, key: str, verdict: Verdict
) -> None:
    click(panel, 1)
    QTest.keyClicks(panel.table, key)
    assert decision(review, ids(panel)[1]).verdict is verdict


def test_nought_takes_the_verdict_back(panel: FindingsPanel, review: Review) -> None:
    click(panel, 1)
    QTest.keyClicks(panel.table, "30")
    assert not review.decisions
    assert panel.row_at(1).texts[Field.VERDICT] == "待核"


def test_a_judged_finding_stays_in_its_row(panel: FindingsPanel) -> None:
    before = ids(panel)
    click(panel, 0)
    QTest.keyClicks(panel.table, "3")
    assert ids(panel) == before
    assert panel.row_at(0).settled
    current = panel.table.current()
    assert current is not None
    assert current.finding.id == before[0]


def test_several_rows_are_judged_in_one_step(
    desk: Desk, panel: FindingsPanel, review: Review
) -> None:
    panel.table.selectAll()
    QTest.keyClicks(panel.table, "4")
    assert {one.verdict for one in review.decisions.values()} == {Verdict.CANNOT_TELL}
    assert len(review.decisions) == len(ids(panel))
    desk.workbench.undo()
    assert not review.decisions


def test_a_click_on_the_verdict_opens_its_menu(panel: FindingsPanel, review: Review) -> None:
    click(panel, 1, Field.VERDICT)
    (menu,) = [one for one in panel.findChildren(QMenu) if one.isVisible()]
    names = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert names == ["报告有误", "解析有误", "口径说明", "无法判断", "撤回核定"]
    menu.actions()[2].trigger()
    menu.close()
    assert decision(review, ids(panel)[1]).verdict is Verdict.EXPLAINED


def test_r_edits_the_reason_in_its_place(desk: Desk, panel: FindingsPanel, review: Review) -> None:
    click(panel, 0)
    QTest.keyClicks(panel.table, "3r")
    editor = panel.table.findChild(QLineEdit, "reason_editor")
    assert editor is not None
    desk.write(editor, "1 件为上年结转")
    QTest.keyClick(editor, KEY.Key_Return)
    desk.qtbot.waitUntil(lambda: decision(review, ids(panel)[0]).reason == "1 件为上年结转")
    assert decision(review, ids(panel)[0]).verdict is Verdict.EXPLAINED
    assert panel.row_at(0).texts[Field.REASON] == "1 件为上年结转"


def test_another_verdict_keeps_the_reason(desk: Desk, panel: FindingsPanel, review: Review) -> None:
    desk.workbench.decide(ids(panel)[0], Verdict.EXPLAINED, "口径")
    click(panel, 0)
    QTest.keyClicks(panel.table, "1")
    assert decision(review, ids(panel)[0]).reason == "口径"


def test_a_reason_needs_a_verdict_first(desk: Desk, panel: FindingsPanel) -> None:
    click(panel, 0)
    QTest.keyClicks(panel.table, "r")
    assert panel.table.findChild(QLineEdit, "reason_editor") is None
    assert "请先核定" in desk.said[-1]


def test_chips_count_and_filter(desk: Desk, panel: FindingsPanel, review: Review) -> None:
    errors = [one.id for one in review.checked.findings if one.severity is Severity.ERROR]
    assert panel.chips[Filter.ERROR].count == len(errors)
    assert panel.chips[Filter.ALL].text() == f"全部 {len(review.checked.findings)}"
    QTest.mouseClick(panel.chips[Filter.ERROR], LEFT)
    assert ids(panel) == errors
    QTest.mouseClick(panel.chips[Filter.WARNING], LEFT)
    assert all(row.finding.severity is Severity.WARNING for row in panel.shown())


def test_judging_under_the_open_filter_goes_on_to_the_next(
    desk: Desk, panel: FindingsPanel
) -> None:
    QTest.mouseClick(panel.chips[Filter.OPEN], LEFT)
    _, second, *rest = ids(panel)
    click(panel, 0)
    QTest.keyClicks(panel.table, "1")
    assert ids(panel) == [second, *rest]
    assert desk.workbench.selection.finding == second
    assert panel.chips[Filter.OPEN].count == len(rest) + 1


def test_words_filter_in_any_column(desk: Desk, panel: FindingsPanel) -> None:
    title = panel.row_at(1).finding.title
    panel.words.setFocus()
    desk.write(panel.words, title[:4])
    assert ids(panel)
    assert all(row.has([title[:4]]) for row in panel.shown())
    desk.write(panel.words, "没有这样的字")
    assert ids(panel) == []
    assert panel.pages.empty.isVisible()
    assert "筛选" in panel.pages.empty.text()
    QTest.keyClick(panel.words, KEY.Key_Escape)
    assert len(ids(panel)) == panel.chips[Filter.ALL].count


def test_keys_typed_as_words_judge_nothing(panel: FindingsPanel, review: Review) -> None:
    click(panel, 0)
    panel.words.setFocus()
    QTest.keyClicks(panel.words, "1r")
    assert not review.decisions
    assert panel.words.text() == "1r"


def test_a_click_on_a_head_sorts_and_a_third_sorts_no_more(panel: FindingsPanel) -> None:
    before = ids(panel)
    head = panel.table.horizontalHeader()
    x = head.sectionViewportPosition(Field.MESSAGE) + 40
    point = QPoint(x, head.height() // 2)
    QTest.mouseClick(head.viewport(), LEFT, pos=point)
    texts = [row.texts[Field.MESSAGE] for row in panel.shown()]
    assert texts == sorted(texts)
    QTest.mouseClick(head.viewport(), LEFT, pos=point)
    assert [row.texts[Field.MESSAGE] for row in panel.shown()] == sorted(texts, reverse=True)
    QTest.mouseClick(head.viewport(), LEFT, pos=point)
    assert ids(panel) == before


def test_f8_walks_through_the_rows_shown(desk: Desk, panel: FindingsPanel) -> None:
    target = panel.row_at(2)
    panel.words.setText(target.finding.message)
    assert ids(panel) == [target.finding.id]
    desk.workbench.next_finding()
    desk.workbench.next_finding()
    assert desk.workbench.selection.finding == target.finding.id
    panel.words.clear()
    desk.workbench.next_finding()
    assert desk.workbench.selection.finding != target.finding.id


def test_mending_a_figure_leaves_the_selection_alone(desk: Desk, panel: FindingsPanel) -> None:
    click(panel, 0)
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    desk.workbench.transcribe(TOTAL, "12")
    assert desk.workbench.selection.cell == TOTAL
    assert desk.workbench.selection.chooser is Chooser.GRID
    assert ids(panel) == []


def test_a_stale_verdict_tells_both_values(desk: Desk, panel: FindingsPanel) -> None:
    row = next(row for row in panel.shown() if TOTAL in row.finding.cells)
    desk.workbench.decide(row.finding.id, Verdict.EXPLAINED, "旧口径")
    desk.workbench.transcribe(TOTAL, "10")
    (stale,) = [one for one in panel.shown() if one.stale]
    assert stale.texts[Field.VERDICT] == "需复核"
    assert "核定时 11，现为 10" in stale.texts[Field.REASON]
    assert "口径说明" in stale.texts[Field.REASON]
    assert panel.chips[Filter.STALE].isVisible()
    assert panel.chips[Filter.STALE].count == 1
    QTest.mouseClick(panel.chips[Filter.STALE], LEFT)
    assert ids(panel) == [stale.finding.id]
    click(panel, 0)
    QTest.keyClicks(panel.table, "1")
    assert panel.chips[Filter.STALE].count == 0


def test_rows_selected_are_copied(desk: Desk, panel: FindingsPanel) -> None:
    panel.table.selectAll()
    QTest.keyClick(panel.table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[2] for line in lines] == [row.finding.title for row in panel.shown()]
    assert "已复制" in desk.said[-1]


def suggest(panel: FindingsPanel, row: int) -> QAction:
    """What the context menu of a row offers to copy as the right wording or figure."""
    click(panel, row)
    panel.table.menu_wanted.emit(panel.mapToGlobal(QPoint(5, 5)))
    (menu,) = [one for one in panel.findChildren(QMenu) if one.isVisible()]
    (offer,) = [action for action in menu.actions() if action.text().startswith("复制建议")]
    menu.close()
    return offer


def test_what_should_stand_there_is_copied(desk: Desk, panel: FindingsPanel) -> None:
    row = next(row for row in panel.shown() if row.finding.expected)
    offer = suggest(panel, panel.shown().index(row))
    assert offer.isEnabled()
    offer.trigger()
    assert QGuiApplication.clipboard().text() == row.finding.expected
    assert row.finding.expected in desk.said[-1]


def test_a_finding_that_names_nothing_better_offers_no_suggestion(desk: Desk) -> None:
    desk.open(bare("登录 | 注册"))
    panel = desk.show(FindingsPanel, 1200, 400)
    row = next(row for row in panel.shown() if row.finding.rule == "text.debris")
    assert not suggest(panel, panel.shown().index(row)).isEnabled()


def test_the_return_note_lists_what_is_the_reports_fault(
    desk: Desk, panel: FindingsPanel, review: Review
) -> None:
    first, second, third = (row.finding for row in panel.shown()[:3])
    panel.copy_all()
    assert third.title in QGuiApplication.clipboard().text()
    desk.workbench.decide(first.id, Verdict.REPORT_WRONG, "请按台账更正")
    desk.workbench.decide(second.id, Verdict.EXPLAINED)
    panel.copy_all()
    head, *items = QGuiApplication.clipboard().text().split("\n")
    assert review.report.title in head
    assert len(items) == 1
    assert items[0].startswith("1. ")
    assert "请按台账更正" in items[0]


def test_the_whole_message_stands_below(desk: Desk, panel: FindingsPanel) -> None:
    assert not panel.detail.isVisible()
    click(panel, 1)
    finding = panel.row_at(1).finding
    assert panel.detail.isVisible()
    assert finding.message in panel.detail.words
    assert finding.basis in panel.detail.words


def test_coming_by_tab_chooses_nothing_yet(desk: Desk, panel: FindingsPanel) -> None:
    panel.words.setFocus()
    panel.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.workbench.selection.finding is None
    QTest.keyClick(panel.table, KEY.Key_Down)
    assert desk.workbench.selection.finding == ids(panel)[0]


def test_another_report_shows_its_own_findings(desk: Desk, panel: FindingsPanel) -> None:
    first = desk.workbench.current
    assert first is not None
    panel.words.setText("相差")
    desk.open(sound())
    assert ids(panel) == []
    desk.workbench.show(first)
    assert ids(panel) == [finding.id for finding in first.checked.findings]
    assert panel.words.text() == ""


def test_rows_that_stay_keep_the_selection(desk: Desk, panel: FindingsPanel) -> None:
    kept = next(row for row in panel.shown() if GRAND_TOTAL in row.finding.cells)
    desk.workbench.select_finding(kept.finding.id, Chooser.KEYS)
    desk.workbench.annotate("整份报告的批注")
    current = panel.table.current()
    assert current is not None
    assert current.finding.id == kept.finding.id


def test_no_row_is_cut_at_the_top_after_going_down_and_after_an_edit(
    desk: Desk, review: Review
) -> None:
    panel = desk.show(FindingsPanel, 1200, desk.lines(6.7))
    desk.workbench.previous_finding()
    desk.workbench.annotate("请核对", cell=TOTAL)
    first = panel.table.rowAt(0)
    assert first > 0
    assert panel.table.visualRect(panel.table.model().index(first, 0)).top() == 0
    last = panel.table.visualRect(panel.table.currentIndex())
    assert panel.table.viewport().rect().contains(last.center())
