from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from reviewer.errors import ReviewerError
from reviewer.review.model import Verdict
from reviewer.window.frame.commands import Commands
from reviewer.window.selection import Chooser
from reviewer.window.settings import Settings, bounds_of
from reviewer.window.widgets.message_bar import Tone
from tests.gui.desks import NEW, TOTAL
from tests.gui.programs import FAULTY, PROSE, SOUND, Program

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_an_empty_window_offers_ways_to_begin(program: Program) -> None:
    assert program.window.empty_page.isVisible()
    assert not program.window.area.isVisible()
    assert not program.window.panels.reports_dock.isVisible()
    assert not program.window.empty_page.recent.isVisible()


def test_the_sample_button_opens_the_samples(program: Program) -> None:
    program.window.actions_by_id["file.sample"].trigger()
    review = program.wait()
    assert review.report.document.origin.path == str(FAULTY)
    assert len(program.bench.reviews) == len(list(FAULTY.parent.glob("*.txt")))
    assert program.window.area.isVisible()
    assert review.report.body in program.window.windowTitle()


def test_closing_the_last_report_leads_back_to_the_beginning(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_W, CONTROL)
    assert program.bench.reviews == ()
    assert program.window.empty_page.isVisible()
    assert program.window.empty_page.recent.isVisible()


def test_f8_leads_through_the_findings_and_every_panel_follows(program: Program) -> None:
    review = program.open(FAULTY)
    program.press(Qt.Key.Key_F8)
    first = program.bench.selection
    assert first.finding == review.checked.findings[0].id
    program.press(Qt.Key.Key_F8)
    second = program.bench.selection
    assert second.finding == review.checked.findings[1].id
    program.press(Qt.Key.Key_F8, SHIFT)
    assert program.bench.selection.finding == first.finding


def test_a_repair_is_taken_with_one_key_and_undone_with_another(program: Program) -> None:
    review = program.open(FAULTY)
    program.press(Qt.Key.Key_F8)
    program.press(Qt.Key.Key_Return, CONTROL)
    assert review.proposals == {TOTAL: "12"}
    program.press(Qt.Key.Key_Z, CONTROL)
    assert review.proposals == {}
    program.press(Qt.Key.Key_Y, CONTROL)
    assert review.proposals == {TOTAL: "12"}
    program.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    assert review.transcriptions == {TOTAL: "12"}


@pytest.mark.parametrize(
    ("key", "tab"),
    [(Qt.Key.Key_1, "active"), (Qt.Key.Key_3, "disputes"), (Qt.Key.Key_2, "requests")],
)
def test_control_and_a_figure_show_a_table(program: Program, key: Qt.Key, tab: str) -> None:
    program.open(FAULTY)
    program.press(key, CONTROL)
    assert program.window.panels.tables.current_key == tab


def panel_with_focus(program: Program) -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    panels = program.window.panels.in_order()
    return next(one for one in panels if one is focus or one.isAncestorOf(focus))


def test_f6_goes_round_the_panels(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_F8)
    panels = program.window.panels.in_order()
    panels[0].setFocus()
    visited = []
    for _ in panels:
        program.press(Qt.Key.Key_F6)
        visited.append(panel_with_focus(program))
    assert visited == [*panels[1:], panels[0]]
    program.press(Qt.Key.Key_F6, SHIFT)
    assert panel_with_focus(program) is panels[-1]


def test_f6_leads_to_where_work_begins(program: Program) -> None:
    review = program.open(FAULTY)
    program.window.panels.tables.setFocus()
    program.press(Qt.Key.Key_F6)
    program.press(Qt.Key.Key_Space)
    assert program.bench.selection.finding == review.checked.findings[0].id


def test_f6_passes_over_a_panel_with_nothing_to_go_to(program: Program) -> None:
    program.open(SOUND)
    tables, records = program.window.panels.tables, program.window.panels.records
    tables.setFocus()
    program.press(Qt.Key.Key_F6)
    assert panel_with_focus(program) is records


def test_reports_are_changed_by_keys(program: Program) -> None:
    program.bench.open_paths([FAULTY, SOUND])
    first = program.wait()
    program.press(Qt.Key.Key_PageDown, CONTROL)
    assert program.bench.current is not first
    program.press(Qt.Key.Key_PageDown, CONTROL)
    assert program.bench.current is first


def test_the_guard_map_is_switched(program: Program) -> None:
    program.open(FAULTY)
    command = program.window.actions_by_id["view.guard_map"]
    program.press(Qt.Key.Key_G, CONTROL)
    assert program.bench.guard_map
    assert command.isChecked()
    command.trigger()
    assert not program.bench.guard_map
    assert not command.isChecked()


def test_theme_and_size_are_switched_and_kept(program: Program) -> None:
    program.press(Qt.Key.Key_L, CONTROL | SHIFT)
    program.press(Qt.Key.Key_Equal, CONTROL)
    size = program.settings.value.font_size
    assert QApplication.font().pointSizeF() == size
    assert size > 10
    assert program.settings.value.theme == "dark"
    program.press(Qt.Key.Key_0, CONTROL)
    assert QApplication.font().pointSizeF() == 10


def test_letters_are_zoomed_within_the_bounds_of_the_setting(program: Program) -> None:
    least, greatest = bounds_of(Settings.model_fields["font_size"])
    zoom = program.window.commands.zoom
    zoom(100)
    assert program.settings.value.font_size == greatest
    zoom(-100)
    assert program.settings.value.font_size == least


def test_the_source_alone_is_zoomed_while_it_has_the_focus(program: Program) -> None:
    program.open(FAULTY)
    program.window.panels.source.setFocus()
    program.press(Qt.Key.Key_Equal, CONTROL)
    assert program.window.panels.source.text.zoom == 110
    assert program.settings.value.font_size == 10
    program.restart()
    assert program.window.panels.source.text.zoom == 110


def test_what_went_wrong_stands_in_the_bar_until_it_is_put_away(program: Program) -> None:
    bar = program.window.messages
    for text in ("乙坏了。", "甲坏了。", "甲坏了。"):
        program.bench.failed.emit(ReviewerError(text, "请重试。", "errno 5"))
    assert bar.isVisible()
    assert bar.message is not None
    assert (bar.message.tone, bar.message.text) == (Tone.ERROR, "甲坏了。")
    bar.dismiss()
    assert bar.message is not None
    assert bar.message.text == "乙坏了。"
    bar.dismiss()
    assert not bar.isVisible()


def test_a_file_that_is_no_report_is_told_and_nothing_opens(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "空.txt"
    path.write_bytes(b"")
    program.bench.open_paths([path])
    program.qtbot.waitUntil(program.window.messages.isVisible)
    assert program.bench.reviews == ()
    assert program.window.empty_page.isVisible()


def test_a_note_begun_by_its_key_brings_the_notes_to_the_front(program: Program) -> None:
    program.open(FAULTY)
    program.bench.select_cell(NEW, Chooser.GRID)
    records = program.window.panels.records
    records.show_page(program.window.panels.history)
    program.press(Qt.Key.Key_M, CONTROL)
    assert program.window.panels.notes.isVisible()
    assert program.window.panels.notes.writing is not None


def test_the_whole_of_table_three_is_seen_at_1440_by_900(program: Program) -> None:
    program.open(FAULTY)
    view = program.window.panels.tables.page("requests").view
    assert view.verticalScrollBar().maximum() == 0
    assert view.horizontalScrollBar().maximum() == 0


def test_a_report_without_tables_can_be_shown(program: Program) -> None:
    review = program.open(PROSE)
    program.press(Qt.Key.Key_2, CONTROL)
    assert program.window.statusBar().currentMessage() == "这份报告没有这张表。"
    assert review.report.form.id == "2008"
    assert "2008" in program.window.statusBar().form.text()  # type: ignore[attr-defined]


def test_closing_ends_the_worker_before_the_library(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    close_bench, close_library = program.bench.close, program.library.close

    def end_worker() -> None:
        steps.append("worker")
        close_bench()

    def end_library() -> None:
        steps.append("library")
        close_library()

    monkeypatch.setattr(program.bench, "close", end_worker)
    monkeypatch.setattr(program.library, "close", end_library)
    program.bench.open_paths([FAULTY, SOUND])
    program.window.close()
    assert steps == ["worker", "library"]


def test_what_was_open_is_remembered(program: Program) -> None:
    program.bench.open_paths([FAULTY, SOUND])
    program.wait()
    program.restart()
    assert program.settings.value.last_open == (str(FAULTY), str(SOUND))


def test_window_commands_are_all_declared() -> None:
    from reviewer.window.commands.actions import ACTIONS

    methods = {name for name, value in vars(Commands).items() if callable(value)}
    public = {name for name in methods if not name.startswith("_")}
    public.discard("staticMetaObject")
    assert public <= {action.method for action in ACTIONS}


def begin_typing(program: Program, text: str) -> None:
    """Open the editor of the first suspect figure and type, without finishing."""
    program.press(Qt.Key.Key_F8)
    assert program.bench.selection.cell == TOTAL
    program.press(Qt.Key.Key_F2)
    assert program.bench.editing
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    program.type(text)


def test_what_is_being_typed_is_kept_when_the_window_closes(program: Program) -> None:
    program.open(FAULTY)
    begin_typing(program, "12")
    program.restart()
    assert program.open(FAULTY).transcriptions == {TOTAL: "12"}


def test_what_is_being_typed_goes_to_the_report_it_was_typed_in(program: Program) -> None:
    program.bench.open_paths([FAULTY, SOUND])
    first = program.wait()
    begin_typing(program, "12")
    other = next(one for one in program.bench.reviews if one is not first)
    program.bench.show(other)
    assert first.transcriptions == {TOTAL: "12"}
    assert other.entries == ()


def test_what_is_being_typed_is_exported(program: Program, tmp_path: Path) -> None:
    review = program.open(FAULTY)
    begin_typing(program, "12")
    program.window.actions_by_id["file.export"].trigger()
    assert review.transcriptions == {TOTAL: "12"}
    dialog = program.window.findChild(QFileDialog, "targetDialog")
    assert dialog is not None
    dialog.reject()


def test_zooming_more_than_once_reaches_every_label(program: Program) -> None:
    program.open(FAULTY)
    window = program.window
    heading = window.panels.findings.heading.height()
    for _ in range(3):
        program.press(Qt.Key.Key_Equal, CONTROL)
    QApplication.processEvents()
    quiet = [one for one in window.findChildren(QWidget) if one.isVisible()]
    small = {type(one).__name__ for one in quiet if one.font().pointSizeF() < 12.9}
    assert not small
    assert window.panels.findings.heading.height() > heading
    program.press(Qt.Key.Key_0, CONTROL)
    QApplication.processEvents()
    large = {type(one).__name__ for one in quiet if one.font().pointSizeF() > 12.9}
    assert not large


def test_the_window_without_reports_grows_with_the_letters(program: Program) -> None:
    field = program.window.empty_page.drop_field
    width = field.width()
    program.press(Qt.Key.Key_Equal, CONTROL)
    program.press(Qt.Key.Key_Equal, CONTROL)
    QApplication.processEvents()
    labels = field.findChildren(QLabel)
    assert all(one.font().pointSizeF() >= 12 for one in labels)
    assert field.width() > width
    wrapped = [one for one in labels if one.wordWrap()]
    assert all(one.height() >= one.heightForWidth(one.width()) for one in wrapped)
    assert all(one.width() >= one.sizeHint().width() for one in labels if not one.wordWrap())


def test_after_f8_a_figure_judges(program: Program) -> None:
    review = program.open(FAULTY)
    assert panel_with_focus(program) is program.window.panels.findings
    program.window.panels.tables.setFocus()
    program.press(Qt.Key.Key_F8)
    finding = program.bench.selection.finding
    program.press(Qt.Key.Key_3)
    assert finding is not None
    assert review.decisions[finding].verdict is Verdict.EXPLAINED


def test_another_report_leaves_the_keys_where_they_are(program: Program) -> None:
    program.open(FAULTY, SOUND)
    program.window.panels.reports.setFocus()
    program.press(Qt.Key.Key_Down)
    assert panel_with_focus(program) is program.window.panels.reports


def test_undo_shows_what_it_took_back(program: Program) -> None:
    program.open(FAULTY)
    program.bench.transcribe(TOTAL, "15")
    program.bench.select_cell(NEW, Chooser.GRID)
    program.press(Qt.Key.Key_Z, CONTROL)
    assert program.bench.selection.cell == TOTAL
    program.bench.select_cell(NEW, Chooser.GRID)
    program.press(Qt.Key.Key_Y, CONTROL)
    assert program.bench.selection.cell == TOTAL


def test_undo_shows_the_finding_that_was_judged(program: Program) -> None:
    review = program.open(FAULTY)
    last = review.checked.findings[-1].id
    program.bench.decide(last, Verdict.REPORT_WRONG)
    program.bench.select_cell(NEW, Chooser.GRID)
    program.press(Qt.Key.Key_Z, CONTROL)
    assert program.bench.selection.finding == last


def test_the_rehearsal_leaves_nothing_behind(program: Program) -> None:
    with program.qtbot.waitSignal(program.window.prepared, timeout=20_000):
        program.window.prepare()
    panels = program.window.panels
    assert program.bench.reviews == ()
    assert program.window.empty_page.isVisible()
    assert not panels.reports_dock.isVisible()
    assert panels.tables.keys == ()
    assert panels.findings.table.model().rowCount() == 0
    assert panels.source.text.text.toPlainText() == ""
    review = program.open(FAULTY)
    assert panels.tables.page("requests").model.review is review


def test_a_report_that_waits_is_not_kept_by_the_rehearsal(program: Program) -> None:
    program.window.prepare()
    review = program.open(FAULTY)
    assert program.window.panels.tables.page("requests").model.review is review
    assert program.window.area.isVisible()
