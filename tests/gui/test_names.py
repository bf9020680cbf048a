"""Whatever the keys can reach has a name that a screen reader can say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from reviewer.window.dialogs.preferences import PreferencesDialog
from reviewer.window.selection import Chooser
from reviewer.window.tabs.tables import TAB_ORDER
from tests.gui.desks import TOTAL
from tests.gui.programs import FAULTY, SOUND, Program


def nameless(root: QWidget) -> Iterator[str]:
    for widget in (root, *root.findChildren(QWidget)):
        reached = Qt.FocusPolicy.TabFocus in widget.focusPolicy() and widget.focusProxy() is None
        if widget.isVisible() and reached:
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is None or not interface.text(QAccessible.Text.Name):
                yield f"{type(widget).__name__} {widget.objectName()}"


def test_an_empty_window_is_named(program: Program) -> None:
    assert list(nameless(program.window)) == []


@pytest.mark.parametrize("tab", range(len(TAB_ORDER)))
def test_every_panel_and_tab_is_named(program: Program, tab: int) -> None:
    program.open(FAULTY, SOUND)
    program.bench.select_cell(TOTAL, Chooser.GRID)
    program.window.workspace.show_tab(tab)
    QApplication.processEvents()
    assert list(nameless(program.window)) == []


def test_a_note_that_is_written_and_the_history_are_named(program: Program) -> None:
    program.open(FAULTY)
    panels = program.window.panels
    program.bench.annotate("请核对。", cell=TOTAL)
    program.bench.note_wanted.emit(program.bench.selection)
    QApplication.processEvents()
    assert list(nameless(panels.records)) == []
    panels.records.show_page(panels.history)
    QApplication.processEvents()
    assert list(nameless(panels.records)) == []


def test_the_line_for_a_reason_is_named(program: Program) -> None:
    program.open(FAULTY)
    for key in (Qt.Key.Key_F8, Qt.Key.Key_1, Qt.Key.Key_R):
        program.press(key)
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor.accessibleName() == "理由"


@pytest.mark.parametrize("command", ["help.keys", "help.about", "tools.preferences"])
def test_dialogs_are_named(program: Program, command: str) -> None:
    program.window.actions_by_id[command].trigger()
    QApplication.processEvents()
    (dialog,) = (one for one in program.window.findChildren(QDialog) if one.isVisible())
    assert list(nameless(dialog)) == []
    if isinstance(dialog, PreferencesDialog):
        for tab in range(dialog.tabs.count()):
            dialog.tabs.setCurrentIndex(tab)
            QApplication.processEvents()
            assert list(nameless(dialog)) == []
    dialog.close()


def test_a_row_that_the_keys_come_to_is_said_whole(program: Program) -> None:
    program.open(FAULTY)
    panels = program.window.panels

    def said(view: QAbstractItemView) -> str:
        interface = QAccessible.queryAccessibleInterface(view)
        focused = interface.focusChild()
        return f"{focused.text(QAccessible.Text.Name)} {focused.text(QAccessible.Text.Description)}"

    program.press(Qt.Key.Key_F8)
    panels.findings.table.setFocus()
    finding = panels.findings.shown()[0].finding
    for word in ("级别：错误", finding.place_label, finding.title, finding.message, "核定：待核"):
        assert word in said(panels.findings.table)
    for tab, view in ((Qt.Key.Key_4, panels.tables.claims), (Qt.Key.Key_6, panels.tables.eye)):
        program.press(tab, Qt.KeyboardModifier.ControlModifier)
        program.press(Qt.Key.Key_Down)
        row, model = view.currentIndex().row(), view.model()
        texts = [str(model.index(row, one).data()) for one in range(model.columnCount())]
        assert all(text in said(view) for text in texts)
