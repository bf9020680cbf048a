"""Panels stand where they stood, and a small window still shows what matters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.window.language import use_language
from reviewer.window.widgets.bar_button import BarButton
from tests.gui.programs import FAULTY, PROSE, Program

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


def drag(widget: QWidget, start: QPoint, by: QPoint) -> None:
    """Take hold at a point and let go elsewhere."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    end = start + by
    for kind, point, button, buttons in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        place, on_screen = QPointF(point), QPointF(widget.mapToGlobal(point))
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(widget, QMouseEvent(kind, place, on_screen, button, buttons, keys))
        QApplication.processEvents()


def widths(program: Program) -> dict[str, int]:
    panels = program.window.panels
    docks = {"reports": panels.reports_dock, **panels.docks}
    return {name: dock.width() for name, dock in docks.items()}


def resize(program: Program, width: int, height: int) -> None:
    program.window.resize(width, height)
    program.qtbot.wait(50)
    assert program.window.size().toTuple() == (width, height)


def test_what_a_small_window_took_from_the_panels_a_large_one_gives_back(
    program: Program,
) -> None:
    program.open(FAULTY)
    before = widths(program)
    resize(program, 1024, 700)
    assert widths(program)["source"] < before["source"]
    resize(program, 1440, 900)
    program.qtbot.waitUntil(lambda: widths(program) == before)
    resize(program, 1920, 1080)
    program.qtbot.waitUntil(
        lambda: all(width > before[name] for name, width in widths(program).items())
    )


def test_a_panel_keeps_the_share_that_it_was_dragged_to(program: Program) -> None:
    program.open(FAULTY)
    area, source = program.window.area, program.window.panels.docks["source"]
    drag(area, QPoint(source.geometry().right() + 2, 200), QPoint(90, 0))
    reports = program.window.panels.reports_dock
    drag(program.window, QPoint(reports.geometry().right() + 2, 400), QPoint(30, 0))
    wide = widths(program)
    resize(program, 1024, 700)
    resize(program, 1440, 900)
    program.qtbot.waitUntil(lambda: widths(program) == wide)
    resize(program, 1024, 700)
    program.restart()
    program.window.resize(1440, 900)
    program.open(FAULTY)
    program.qtbot.waitUntil(lambda: widths(program)["reports"] == wide["reports"])
    program.qtbot.waitUntil(lambda: widths(program)["source"] == wide["source"] > 360)
    program.window.actions_by_id["view.reset_layout"].trigger()
    program.qtbot.waitUntil(lambda: widths(program)["source"] < 330)


def test_long_words_in_the_status_line_do_not_widen_the_window(program: Program) -> None:
    program.open(FAULTY)
    status = program.window.status
    status.form.setText("很长的说明" * 40)
    program.bench.busy.emit("很长的文件名" * 40, 0.5)
    program.qtbot.waitUntil(status.progress.isVisible)
    QApplication.processEvents()
    assert program.window.minimumSizeHint().width() <= 1024
    assert status.form.shown().endswith("…")
    program.bench.busy.emit("", 1.0)


def test_a_note_of_one_line_is_seen_whole(program: Program) -> None:
    review = program.open(FAULTY)
    program.press(Qt.Key.Key_F8)
    program.bench.annotate("请核实。", cell=program.bench.selection.cell)
    notes = program.window.panels.notes
    (card,) = notes.cards()
    assert len(review.notes) == 1
    program.qtbot.waitUntil(lambda: card.visibleRegion().boundingRect() == card.rect())


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768)])
def test_large_letters_scroll_inside_the_panels(program: Program, size: tuple[int, int]) -> None:
    program.window.resize(*size)
    program.open(FAULTY)
    program.bench.next_finding()
    usual = label_points(program)
    program.settings.update(font_size=18.0)
    program.qtbot.waitUntil(lambda: label_points(program) >= 1.3 * usual)
    window, panels = program.window, program.window.panels
    assert (window.width(), window.height()) == size
    assert window.minimumSizeHint().width() <= size[0]
    assert window.minimumSizeHint().height() <= size[1]
    table = panels.findings.table
    row = table.verticalHeader().defaultSectionSize()
    program.qtbot.waitUntil(lambda: table.viewport().height() >= 2 * row)
    box = window.find_bar.box
    assert box.isVisible()
    program.qtbot.waitUntil(
        lambda: box.mapTo(window, box.rect().bottomRight()).x() <= window.width()
    )
    facts = panels.inspector.facts
    end = facts.printed.first.mapTo(panels.inspector, facts.printed.first.rect().topRight())
    assert end.x() <= panels.inspector.width()


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768)])
def test_large_english_letters_do_not_widen_the_window(
    program: Program, size: tuple[int, int]
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program.settings.update(language="en", font_size=20.0)
    program.restart()
    program.window.resize(*size)
    program.open(FAULTY, PROSE)
    program.press(Qt.Key.Key_F8)
    QTest.qWait(200)
    facts = program.window.panels.inspector.facts
    read = facts.read.value
    drawn = read.fontMetrics().horizontalAdvance(read.text())
    use_language(application, "zh")
    assert (program.window.width(), program.window.height()) == size
    assert read.contentsRect().width() >= drawn > 0


def test_large_letters_do_not_widen_the_empty_window(program: Program) -> None:
    program.window.resize(1024, 700)
    program.settings.update(font_size=20.0)
    page = program.window.empty_page
    program.qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    assert (program.window.width(), program.window.height()) == (1024, 700)
    assert page.drop_field.width() <= page.viewport().width()


def test_a_narrow_toolbar_leaves_its_words_out_before_the_search_box(program: Program) -> None:
    program.window.resize(1440, 900)
    undo = next(
        one for one in program.window.findChildren(BarButton) if one.text().startswith("撤销")
    )
    wide = undo.sizeHint().width()
    program.settings.update(font_size=18.0)
    program.window.resize(1000, 700)
    QTest.qWait(50)
    assert undo.sizeHint().width() < wide
    assert undo.toolTip()
    assert program.window.find_bar.box.isVisible()


def label_points(program: Program) -> float:
    """The size of the letters that label table three."""
    view = program.window.panels.tables.page("requests").view
    return view.pencil.pens.label.pointSizeF()
