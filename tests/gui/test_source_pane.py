"""The source text: clicking, selecting, marking, zooming; always in canonical places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton, QToolTip

from reviewer.base import CellId
from reviewer.document.model import Span
from reviewer.forms.report import Report
from reviewer.window.look.marks import Mark
from reviewer.window.selection import Chooser, Selection, place_of
from reviewer.window.source.pane import SourcePane
from tests.gui.desks import CARRIED_IN, GRAND_TOTAL, NEW, TOTAL, Desk, bare, faulty, sound

LEFT = Qt.MouseButton.LeftButton


def place(report: Report, cell: CellId) -> Span:
    found = place_of(report, cell)
    assert found is not None
    return found


def middle(pane: SourcePane, span: Span) -> QPoint:
    return pane.text.places.rects_of(span)[0].center().toPoint()


def look_at(pane: SourcePane, span: Span) -> QTextCharFormat | None:
    """The last look laid over exactly that passage."""
    looks = [look for passage, look in pane.text.looks if passage == span]
    return looks[-1] if looks else None


def fill_at(pane: SourcePane, span: Span) -> str:
    look = look_at(pane, span)
    return look.background().color().name() if look is not None else ""


@pytest.fixture
def pane(desk: Desk) -> SourcePane:
    desk.open(faulty())
    return desk.show(SourcePane, 360, 600)


def test_a_click_on_a_figure_selects_its_cell(desk: Desk, pane: SourcePane) -> None:
    review = desk.workbench.current
    assert review is not None
    desk.workbench.select_cell(NEW, Chooser.GRID)
    QApplication.processEvents()
    for cell in (CARRIED_IN, NEW):
        QTest.mouseClick(pane.text.viewport(), LEFT, pos=middle(pane, place(review.report, cell)))
        assert desk.workbench.selection.cell == cell
        assert desk.workbench.selection.chooser is Chooser.SOURCE


def bold_lines(pane: SourcePane) -> list[str]:
    document = pane.text.document()
    found = []
    for block in map(document.findBlockByNumber, range(document.blockCount())):
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if block.text() and cursor.charFormat().fontWeight() > QFont.Weight.Normal:
            found.append(block.text())
    return found


def test_only_headings_are_bold_wherever_the_caret_was(desk: Desk, pane: SourcePane) -> None:
    first = desk.workbench.current
    assert first is not None
    before = bold_lines(pane)
    assert any(line.startswith("一、") for line in before)
    heading = first.report.sections[0].heading
    QTest.mouseClick(pane.text.viewport(), LEFT, pos=middle(pane, heading))
    assert pane.text.textCursor().charFormat().fontWeight() > QFont.Weight.Normal
    desk.open(sound())
    desk.workbench.show(first)
    assert bold_lines(pane) == before


def test_a_click_beside_figures_selects_nothing(desk: Desk, pane: SourcePane) -> None:
    before = desk.workbench.selection
    title = Span(start=0, end=4)
    QTest.mouseClick(pane.text.viewport(), LEFT, pos=middle(pane, title))
    assert desk.workbench.selection == before


def test_enter_selects_the_figure_at_the_caret(desk: Desk, pane: SourcePane) -> None:
    review = desk.workbench.current
    assert review is not None
    pane.text.reveal(place(review.report, TOTAL))
    QTest.keyClick(pane.text, Qt.Key.Key_Return)
    assert desk.workbench.selection.cell == TOTAL


def test_a_cell_chosen_elsewhere_is_framed_and_brought_into_view(
    desk: Desk, pane: SourcePane
) -> None:
    review = desk.workbench.current
    assert review is not None
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    span = place(review.report, TOTAL)
    assert pane.text.overlay.framed == span
    (rect,) = pane.text.places.rects_of(span)
    height = pane.text.viewport().height()
    assert 0 < rect.top() < height
    assert rect.bottom() < height


def test_the_chosen_figure_stays_in_view_until_the_user_scrolls(
    desk: Desk, pane: SourcePane
) -> None:
    review = desk.workbench.current
    assert review is not None
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    span = place(review.report, TOTAL)
    for width, height in ((200, 300), (700, 200)):
        pane.resize(width, height)
        (rect,) = pane.text.places.rects_of(span)
        assert 0 <= rect.top() < pane.text.viewport().height() - rect.height()
    for _ in range(20):
        desk.turn_wheel(pane.text.viewport(), 1200, Qt.KeyboardModifier.NoModifier)
    assert pane.text.verticalScrollBar().value() == 0
    pane.resize(700, 260)
    assert pane.text.verticalScrollBar().value() == 0


def test_choosing_in_the_text_does_not_scroll_it(desk: Desk, pane: SourcePane) -> None:
    review = desk.workbench.current
    assert review is not None
    desk.workbench.select_cell(GRAND_TOTAL, Chooser.GRID)
    before = pane.text.verticalScrollBar().value()
    seen = pane.text.places.visible_span()
    figure = next(
        one.place.span
        for one in review.report.readings
        if one.place is not None and one.place.span.start > seen.start + 20
    )
    QTest.mouseClick(pane.text.viewport(), LEFT, pos=middle(pane, figure))
    assert pane.text.verticalScrollBar().value() == before


def test_selecting_words_offers_a_note_on_them(desk: Desk, pane: SourcePane) -> None:
    wanted: list[Selection] = []
    desk.workbench.note_wanted.connect(wanted.append)
    first, last = (
        pane.text.places.rects_of(Span(start=at, end=at + 1))[0].center().toPoint() for at in (2, 8)
    )
    viewport = pane.text.viewport()
    QTest.mousePress(viewport, LEFT, pos=first - QPoint(4, 0))
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, LEFT, pos=last - QPoint(4, 0))
    chosen = pane.passage()
    assert chosen is not None
    assert desk.workbench.selection.span == chosen
    button = pane.text.viewport().findChild(QToolButton, "passage_button")
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    assert [selection.span for selection in wanted] == [chosen]
    assert not button.isVisible()


def test_copying_gives_the_text_of_the_report(desk: Desk) -> None:
    text = "一、总体情况\n\t甲\xa0乙\n\t𠮷\n\n完"
    desk.open(bare(text))
    pane = desk.show(SourcePane, 300, 300)
    pane.text.selectAll()
    pane.text.copy()
    assert QGuiApplication.clipboard().text() == text


def test_marks_look_by_kind(desk: Desk, pane: SourcePane) -> None:
    review = desk.workbench.current
    assert review is not None
    broken, note = place(review.report, TOTAL), Span(start=0, end=4)
    assert fill_at(pane, broken) == desk.theme.color("broken_fill").name()
    desk.workbench.annotate("看看", span=note)
    desk.workbench.transcribe(CARRIED_IN, "3")
    looks = [look_at(pane, span) for span in (note, place(review.original, CARRIED_IN))]
    assert len({look.underlineStyle() for look in looks if look is not None}) == 2
    signs = {mark for mark, _ in pane.text.visible_signs()}
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    signs |= {mark for mark, _ in pane.text.visible_signs()}
    assert {Mark.NOTED, Mark.BROKEN} <= signs


def test_a_deleted_note_takes_its_mark_along(desk: Desk, pane: SourcePane) -> None:
    review = desk.workbench.current
    assert review is not None
    span = Span(start=0, end=4)
    desk.workbench.annotate("看看", span=span)
    assert look_at(pane, span)
    desk.workbench.annotate("", note=review.notes[0].id)
    assert not look_at(pane, span)


def test_figures_of_the_broken_rules_are_marked_too(desk: Desk, pane: SourcePane) -> None:
    review = desk.workbench.current
    assert review is not None
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    assert fill_at(pane, place(review.report, NEW)) == desk.theme.color("related_fill").name()


def test_looks_follow_the_theme(desk: Desk, pane: SourcePane) -> None:
    review = desk.workbench.current
    assert review is not None
    before = fill_at(pane, place(review.report, TOTAL))
    desk.theme.use("dark")
    after = fill_at(pane, place(review.report, TOTAL))
    desk.theme.use("light")
    assert after != before
    assert fill_at(pane, place(review.report, TOTAL)) == before


def test_what_a_search_found_is_marked_until_it_ends(desk: Desk, pane: SourcePane) -> None:
    span = Span(start=1, end=3)
    pane.highlight([span])
    assert look_at(pane, span)
    pane.highlight([])
    assert not look_at(pane, span)


def test_a_tool_tip_names_the_figure(desk: Desk, pane: SourcePane) -> None:
    review = desk.workbench.current
    assert review is not None
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    desk.hover(pane.text.viewport(), middle(pane, place(review.report, TOTAL)))
    assert "（七）总计 · 自然人" in QToolTip.text()
    QToolTip.hideText()


def menu_at(desk: Desk, pane: SourcePane, span: Span) -> QMenu:
    """Open the context menu over a passage."""
    point = middle(pane, span)
    viewport = pane.text.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, point, viewport.mapToGlobal(point)))
    (menu,) = [one for one in pane.findChildren(QMenu) if one.isVisible()]
    menu.close()
    return menu


def action(menu: QMenu, text: str) -> QAction:
    return next(one for one in menu.actions() if one.text().startswith(text))


def test_the_menu_over_a_figure_offers_a_note_on_its_cell(desk: Desk, pane: SourcePane) -> None:
    review = desk.workbench.current
    assert review is not None
    wanted: list[Selection] = []
    desk.workbench.note_wanted.connect(wanted.append)
    desk.workbench.select_cell(CARRIED_IN, Chooser.GRID)
    action(menu_at(desk, pane, place(review.report, NEW)), "批注").trigger()
    assert [selection.cell for selection in wanted] == [NEW]


def test_the_menu_over_words_offers_no_note_until_they_are_selected(
    desk: Desk, pane: SourcePane
) -> None:
    menu = menu_at(desk, pane, Span(start=0, end=2))
    assert not action(menu, "批注").isEnabled()
    assert not action(menu, "复制").isEnabled()
    pane.text.selectAll()
    menu = menu_at(desk, pane, Span(start=0, end=2))
    assert action(menu, "批注").isEnabled()
    assert action(menu, "复制").isEnabled()


def test_the_menu_draws_rows_together_or_apart(desk: Desk) -> None:
    desk.open(bare("\t甲\n\t1\n\n\t乙\n\t3\n"))
    pane = desk.show(SourcePane, 300, 300)
    before = len(pane.text.visible_lines())
    rows = action(menu_at(desk, pane, Span(start=1, end=2)), "表格每行")
    assert rows.isChecked()
    rows.trigger()
    assert len(pane.text.visible_lines()) > before
    assert not action(menu_at(desk, pane, Span(start=1, end=2)), "表格每行").isChecked()


def test_ctrl_and_the_wheel_zoom(desk: Desk, pane: SourcePane) -> None:
    size = pane.text.font().pointSizeF()
    desk.turn_wheel(pane.text.viewport(), 120, Qt.KeyboardModifier.ControlModifier)
    assert pane.zoom == 110
    assert pane.text.font().pointSizeF() == pytest.approx(size * 1.1)
    pane.zoom_out()
    pane.zoom_out()
    assert pane.zoom == 90
    pane.zoom_reset()
    assert pane.zoom == 100
    for _ in range(40):
        pane.zoom_in()
    assert pane.zoom == 300


def test_the_heading_tells_the_canonical_line(desk: Desk, pane: SourcePane) -> None:
    review = desk.workbench.current
    assert review is not None
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    line = review.report.document.line_of(place(review.report, TOTAL).start)
    heading = pane.heading.findChild(QLabel, "source_place")
    assert heading is not None
    assert f"第 {line} 行" in heading.text()
    assert pane.text.current_line() == line


def test_numbers_are_those_of_the_canonical_text(desk: Desk) -> None:
    text = "标题\n\n\n一、总体情况\n\t甲\n\t1\n\t2\n\n\t乙\n\t3\n"
    desk.open(bare(text))
    pane = desk.show(SourcePane, 300, 300)
    assert [line for line, _ in pane.text.visible_lines()] == [1, 4, 5, 9]
    pane.set_joins_rows(False)
    assert [line for line, _ in pane.text.visible_lines()] == [1, 4, 5, 6, 7, 9, 10]


def test_places_stay_true_beyond_rare_characters(desk: Desk) -> None:
    report = faulty()
    shift = "𠮷𡐓\u2028\xa0\r"
    moved = report.document.model_copy(update={"text": shift + report.document.text})
    readings = tuple(
        reading.model_copy(
            update={
                "place": replace(
                    reading.place,
                    span=Span(
                        start=reading.place.span.start + len(shift),
                        end=reading.place.span.end + len(shift),
                    ),
                )
            }
        )
        if reading.place is not None
        else reading
        for reading in report.readings
    )
    desk.open(report.model_copy(update={"document": moved, "readings": readings, "sections": ()}))
    pane = desk.show(SourcePane, 360, 600)
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    review = desk.workbench.current
    assert review is not None
    desk.workbench.select_cell(NEW, Chooser.GRID)
    QTest.mouseClick(pane.text.viewport(), LEFT, pos=middle(pane, place(review.report, NEW)))
    assert desk.workbench.selection.cell == NEW


def test_without_a_report_there_is_nothing(desk: Desk) -> None:
    pane = desk.show(SourcePane)
    assert pane.text.toPlainText() == ""
    review = desk.open(sound())
    assert pane.text.toPlainText() != ""
    desk.workbench.close_review(review)
    assert pane.text.toPlainText() == ""
    QTest.mouseClick(pane.text.viewport(), LEFT)
    QTest.keyClick(pane.text, Qt.Key.Key_Return)


def test_a_click_on_a_number_goes_to_the_line(desk: Desk, pane: SourcePane) -> None:
    line, rect = pane.text.visible_lines()[3]
    QTest.mouseClick(pane.text.numbers, LEFT, pos=QPoint(20, rect.center().y()))
    assert pane.text.current_line() == line


def test_the_source_cannot_be_written_in(desk: Desk, pane: SourcePane) -> None:
    text = pane.text.toPlainText()
    pane.text.selectAll()
    desk.write(pane.text, "申请")
    QTest.keyClick(pane.text, Qt.Key.Key_Delete)
    QTest.keyClick(pane.text, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert pane.text.toPlainText() == text
