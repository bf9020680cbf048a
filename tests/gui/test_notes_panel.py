"""Notes: written, changed, deleted, gone to; nothing that was typed is lost unasked."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reviewer.document.model import Span
from reviewer.review.review import Review
from reviewer.window.notes.card import NoteCard
from reviewer.window.notes.panel import NotesPanel
from reviewer.window.notes.targets import Target
from reviewer.window.selection import Chooser
from tests.gui.desks import NEW, TOTAL, Desk, faulty, sound
from tests.gui.programs import FAULTY, SOUND, Program

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PASSAGE = Span(start=0, end=8)


def words(card: NoteCard) -> str:
    return card.accessibleName()


def visible(panel: NotesPanel) -> list[NoteCard]:
    QApplication.processEvents()
    return [card for card in panel.cards() if card.isVisible()]


def click(card: NoteCard) -> None:
    QTest.mouseClick(card, LEFT, pos=QPoint(12, 12))


@pytest.fixture
def review(desk: Desk) -> Review:
    return desk.open(faulty())


@pytest.fixture
def panel(desk: Desk, review: Review) -> NotesPanel:
    return desk.show(NotesPanel, 260, 500)


def test_a_note_on_the_selected_cell(desk: Desk, panel: NotesPanel, review: Review) -> None:
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    QTest.mouseClick(panel.add_button, LEFT)
    assert panel.editor.field.hasFocus()
    desk.write(panel.editor.field, "请附台账编号。")
    QTest.keyClick(panel.editor.field, KEY.Key_Return, CTRL)
    (note,) = review.notes
    assert (note.cell, note.span, note.text) == (TOTAL, None, "请附台账编号。")
    (card,) = visible(panel)
    assert words(card).startswith("（七）总计 · 自然人\n请附台账编号。")
    assert "审核员甲" in words(card)
    assert not panel.editor.isVisible()
    assert panel.title == "批注 1"


def test_a_note_on_a_passage_quotes_it(desk: Desk, panel: NotesPanel, review: Review) -> None:
    desk.workbench.select_span(PASSAGE, Chooser.SOURCE)
    desk.workbench.note_wanted.emit(desk.workbench.selection)
    desk.write(panel.editor.field, "名称不全")
    QTest.mouseClick(panel.editor.save_button, LEFT)
    (note,) = review.notes
    assert (note.cell, note.span) == (None, PASSAGE)
    assert review.report.document.at(PASSAGE) in words(visible(panel)[0])


def test_a_passage_around_a_figure_is_a_passage(
    desk: Desk, panel: NotesPanel, review: Review
) -> None:
    place = review.report.by_cell[TOTAL].place
    assert place is not None
    wide = Span(start=place.span.start - 3, end=place.span.end)
    desk.workbench.select_span(wide, Chooser.SOURCE)
    QTest.mouseClick(panel.add_button, LEFT)
    assert panel.writing == Target(span=wide)


def test_with_nothing_selected_the_note_is_on_the_report(
    desk: Desk, panel: NotesPanel, review: Review
) -> None:
    QTest.mouseClick(panel.add_button, LEFT)
    desk.write(panel.editor.field, "已通读")
    QTest.keyClick(panel.editor.field, KEY.Key_Enter, CTRL)
    assert (review.notes[0].cell, review.notes[0].span) == (None, None)
    assert words(visible(panel)[0]).startswith("整份报告")


def test_escape_writes_nothing(desk: Desk, panel: NotesPanel, review: Review) -> None:
    QTest.mouseClick(panel.add_button, LEFT)
    desk.write(panel.editor.field, "算了")
    QTest.keyClick(panel.editor.field, KEY.Key_Escape)
    assert review.notes == ()
    assert not panel.editor.isVisible()
    assert visible(panel) == []
    QTest.mouseClick(panel.add_button, LEFT)
    assert panel.editor.text() == ""


def test_an_empty_note_cannot_be_saved(panel: NotesPanel, review: Review) -> None:
    QTest.mouseClick(panel.add_button, LEFT)
    QTest.keyClicks(panel.editor.field, "   ")
    assert not panel.editor.save_button.isEnabled()
    QTest.keyClick(panel.editor.field, KEY.Key_Return, CTRL)
    assert review.notes == ()
    assert panel.editor.isVisible()


def test_newest_first_and_a_click_goes_to_the_place(desk: Desk, panel: NotesPanel) -> None:
    desk.workbench.annotate("一", cell=NEW)
    desk.workbench.annotate("二", span=PASSAGE)
    second, first = visible(panel)
    click(first)
    assert desk.workbench.selection.cell == NEW
    assert desk.workbench.selection.chooser is Chooser.NOTES
    assert (first.marked, second.marked) == (True, False)
    click(second)
    assert desk.workbench.selection.span == PASSAGE
    assert (first.marked, second.marked) == (False, True)


def test_a_note_is_changed_in_its_place(desk: Desk, panel: NotesPanel, review: Review) -> None:
    desk.workbench.annotate("旧", cell=NEW)
    desk.workbench.annotate("别的")
    card = visible(panel)[1]
    card.setFocus()
    QTest.keyClick(card, KEY.Key_F2)
    assert panel.editor.text() == "旧"
    assert not card.isVisible()
    desk.write(panel.editor.field, "的")
    QTest.keyClick(panel.editor.field, KEY.Key_Return, CTRL)
    assert [note.text for note in review.notes if note.cell == NEW] == ["旧的"]
    assert len(review.notes) == 2
    assert len(visible(panel)) == 2


def test_a_deleted_note_can_be_had_back(desk: Desk, panel: NotesPanel, review: Review) -> None:
    desk.workbench.annotate("要删的", cell=NEW)
    desk.workbench.select_cell(NEW, Chooser.GRID)
    (card,) = visible(panel)
    QTest.mouseClick(card.delete_button, LEFT)
    assert not review.notes
    assert panel.undo_line.isVisible()
    QTest.mouseClick(panel.undo_line.button, LEFT)
    assert [note.text for note in review.notes] == ["要删的"]
    assert not panel.undo_line.isVisible()


def test_another_edit_ends_the_offer_to_undo(desk: Desk, panel: NotesPanel) -> None:
    desk.workbench.annotate("要删的", cell=NEW)
    (card,) = visible(panel)
    card.setFocus()
    QTest.keyClick(card, KEY.Key_Delete)
    assert panel.undo_line.isVisible()
    desk.workbench.confirm(TOTAL)
    assert not panel.undo_line.isVisible()


def test_another_selection_leaves_the_editor_alone(desk: Desk, panel: NotesPanel) -> None:
    panel.begin(Target(cell=TOTAL))
    desk.write(panel.editor.field, "写到一半")
    desk.workbench.select_cell(NEW, Chooser.GRID)
    assert panel.editor.isVisible()
    assert panel.writing == Target(cell=TOTAL)
    assert panel.editor.text() == "写到一半"


def test_a_note_begun_elsewhere_keeps_the_first_as_a_draft(
    desk: Desk, panel: NotesPanel, review: Review
) -> None:
    panel.begin(Target(cell=TOTAL))
    desk.write(panel.editor.field, "写到一半")
    desk.workbench.select_cell(NEW, Chooser.GRID)
    QTest.mouseClick(panel.add_button, LEFT)
    assert panel.editor.text() == ""
    (draft,) = visible(panel)
    assert "写到一半" in words(draft)
    assert "草稿" in words(draft)
    click(draft)
    assert panel.writing == Target(cell=TOTAL)
    assert panel.editor.text() == "写到一半"
    QTest.keyClick(panel.editor.field, KEY.Key_Return, CTRL)
    assert [note.cell for note in review.notes] == [TOTAL]


def test_a_draft_survives_a_look_at_another_report(desk: Desk, panel: NotesPanel) -> None:
    first = desk.workbench.current
    assert first is not None
    panel.begin(Target(cell=TOTAL))
    desk.write(panel.editor.field, "写到一半")
    desk.open(sound())
    assert not panel.editor.isVisible()
    assert visible(panel) == []
    desk.workbench.show(first)
    (draft,) = visible(panel)
    assert "写到一半" in words(draft)
    draft.setFocus()
    QTest.keyClick(draft, KEY.Key_Delete)
    assert visible(panel) == []


def test_drafts_are_drafts_still_when_their_report_is_opened_again(program: Program) -> None:
    review = program.open(FAULTY)
    panel = program.window.panels.notes
    panel.begin(Target(cell=NEW))
    panel.editor.field.setPlainText("先写的")
    panel.begin(Target(cell=TOTAL))
    panel.editor.field.setPlainText("写到一半")
    program.open(SOUND)
    program.bench.close_review(review)
    assert visible(panel) == []
    assert program.open(FAULTY).notes == ()
    later, first = visible(panel)
    assert "写到一半" in words(later)
    assert "先写的" in words(first)


def test_drafts_on_reports_not_shown_are_there_after_a_restart(program: Program) -> None:
    program.open(FAULTY, SOUND)
    first, second = program.bench.reviews
    for review, text in ((first, "第一份写到一半"), (second, "第二份写到一半")):
        program.bench.show(review)
        program.window.panels.notes.begin(Target(cell=TOTAL))
        program.window.panels.notes.editor.field.setFocus()
        program.type(text)
    program.restart()
    program.open(FAULTY, SOUND)
    for review, text in zip(
        program.bench.reviews, ("第一份写到一半", "第二份写到一半"), strict=True
    ):
        program.bench.show(review)
        (draft,) = visible(program.window.panels.notes)
        assert text in words(draft)
        assert review.notes == ()


def test_what_is_typed_in_a_note_that_vanishes_is_kept(desk: Desk, panel: NotesPanel) -> None:
    desk.workbench.annotate("旧", cell=NEW)
    (card,) = visible(panel)
    QTest.mouseDClick(card, LEFT, pos=QPoint(12, 12))
    desk.write(panel.editor.field, "，补充很多字")
    desk.workbench.undo()
    assert not panel.editor.isVisible()
    (draft,) = visible(panel)
    assert "补充很多字" in words(draft)


def test_no_notes_says_how_to_write_one(desk: Desk, panel: NotesPanel) -> None:
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any("Ctrl+M" in text for text in shown)
    desk.workbench.annotate("有了")
    QApplication.processEvents()
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert not any("Ctrl+M" in text for text in shown)


def test_the_title_counts(desk: Desk, panel: NotesPanel) -> None:
    with desk.qtbot.waitSignal(panel.title_changed) as told:
        desk.workbench.annotate("一")
    assert told.args == ["批注 1"]
    desk.workbench.undo()
    assert panel.title == "批注"


def test_without_a_report_no_note_is_begun(desk: Desk) -> None:
    panel = desk.show(NotesPanel)
    assert not panel.add_button.isEnabled()
    panel.begin(Target())
    assert not panel.editor.isVisible()


def test_a_note_is_written_in_sight_of_its_buttons(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_F8)
    program.press(Qt.Key.Key_M, CTRL)
    editor = program.window.panels.notes.editor
    for button in (editor.save_button, editor.cancel_button):
        program.qtbot.waitUntil(partial(_is_in_sight, button))
    program.press(Qt.Key.Key_Escape)
    assert program.window.panels.notes.minimumHeight() == 0


def test_the_room_that_writing_took_is_given_back(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_F8)
    inspector = program.window.panels.inspector
    before = inspector.height()
    program.press(Qt.Key.Key_M, CTRL)
    program.type("请核对原始登记台账。" * 12)
    program.qtbot.waitUntil(lambda: inspector.height() < before)
    program.press(Qt.Key.Key_Return, CTRL)

    program.qtbot.waitUntil(lambda: inspector.height() == before)


def _is_in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().contains(widget.rect())


def test_a_long_word_widens_no_card(desk: Desk, panel: NotesPanel) -> None:
    desk.workbench.annotate("见 https://www.yunling.gov.example/" + "x" * 300, cell=TOTAL)
    (card,) = visible(panel)
    assert card.mapTo(panel, card.rect().topRight()).x() < panel.width()
    assert "x" * 300 in words(card)


def test_of_a_long_note_the_beginning_is_shown(desk: Desk, review: Review) -> None:
    panel = desk.show(NotesPanel, 260, 200)
    desk.workbench.annotate("请核对。" * 200, cell=TOTAL)
    desk.workbench.annotate("请补充。", cell=NEW)
    QApplication.processEvents()
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    _, card = visible(panel)
    assert card.height() > panel.height()
    title = card.findChildren(QLabel)[0]
    assert panel.rect().contains(title.mapTo(panel, title.rect().center()))


def killed(program: Program) -> None:
    """End the program as a kill does, nothing being closed or saved, and start it again."""
    program.bench.parting.disconnect()
    program.window.workspace.keep = lambda: None  # type: ignore[method-assign]
    program.restart()


def test_a_note_being_typed_outlives_a_kill(program: Program) -> None:
    program.open(FAULTY)
    program.bench.select_cell(TOTAL, Chooser.KEYS)
    program.press(Qt.Key.Key_M, CTRL)
    program.type("写到一半")
    killed(program)
    program.open(FAULTY)
    panel = program.window.panels.notes
    (draft,) = visible(panel)
    assert "写到一半" in words(draft)
    QTest.mouseClick(draft, LEFT, pos=QPoint(12, 12))
    assert panel.editor.text() == "写到一半"
    program.type("，写完了")
    program.press(Qt.Key.Key_Return, CTRL)
    review = program.wait()
    assert [(note.cell, note.text) for note in review.notes] == [(TOTAL, "写到一半，写完了")]
    killed(program)
    program.open(FAULTY)
    assert len(visible(program.window.panels.notes)) == 1


def test_what_was_cancelled_or_only_looked_at_is_no_draft(program: Program) -> None:
    review = program.open(FAULTY)
    program.bench.annotate("写好的", cell=TOTAL)
    program.bench.select_cell(TOTAL, Chooser.KEYS)
    program.press(Qt.Key.Key_M, CTRL)
    program.type("不要了")
    program.press(Qt.Key.Key_Escape)
    (card,) = visible(program.window.panels.notes)
    QTest.mouseDClick(card, LEFT, pos=QPoint(12, 12))
    assert program.library.drafts(review.report.document.origin.sha256) == ()
    killed(program)
    program.open(FAULTY)
    assert len(visible(program.window.panels.notes)) == 1
