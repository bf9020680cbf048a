"""Panels stand where they stood, and a small window still shows what matters."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.gui.programs import FAULTY, Program

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_docks_are_where_they_were(program: Program) -> None:
    program.open(FAULTY)
    docks = program.window.panels.docks
    docks["source"].close()
    area = program.window.area
    area.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks["findings"])
    program.restart()
    program.open(FAULTY)
    docks = program.window.panels.docks
    assert not docks["source"].isVisible()
    where = program.window.area.dockWidgetArea(docks["findings"])
    assert where == Qt.DockWidgetArea.RightDockWidgetArea
    program.window.actions_by_id["view.reset_layout"].trigger()
    assert docks["source"].isVisible()
    where = program.window.area.dockWidgetArea(docks["findings"])
    assert where == Qt.DockWidgetArea.BottomDockWidgetArea


def test_the_layout_outlives_an_empty_window(program: Program) -> None:
    program.open(FAULTY)
    program.window.panels.docks["source"].close()
    program.press(Qt.Key.Key_W, CONTROL)
    program.restart()
    program.open(FAULTY)
    assert not program.window.panels.docks["source"].isVisible()
    assert program.window.panels.reports_dock.isVisible()


def test_a_hidden_list_of_reports_stays_hidden(program: Program) -> None:
    program.open(FAULTY)
    program.window.panels.reports_dock.close()
    program.press(Qt.Key.Key_W, CONTROL)
    program.open(FAULTY)
    assert not program.window.panels.reports_dock.isVisible()
    program.restart()
    program.open(FAULTY)
    assert not program.window.panels.reports_dock.isVisible()
    program.window.actions_by_id["view.reset_layout"].trigger()
    assert program.window.panels.reports_dock.isVisible()


def test_in_a_small_window_every_column_of_table_three_is_seen(program: Program) -> None:
    program.open(FAULTY)
    grid = program.window.panels.tables.page("requests").view
    for size in ((1024, 700), (1440, 900), (1000, 660)):
        program.window.resize(*size)
        program.qtbot.wait(50)
        assert program.window.width() == size[0]
        assert grid.horizontalScrollBar().maximum() == 0


def test_no_panel_covers_its_heading(program: Program) -> None:
    program.open(FAULTY)
    panels = program.window.panels
    for dock in (panels.reports_dock, *panels.docks.values()):
        heading = dock.titleBarWidget()
        assert heading.geometry().bottom() < dock.widget().geometry().top(), dock.objectName()
