"""The pages: boxes lead to cells and back, marks, search, zoom, pictures in the background."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QMenu, QToolTip

from reviewer.base import CellId
from reviewer.document import rendering
from reviewer.document.model import Document, PageBox, Span
from reviewer.errors import UnreadableError
from reviewer.window.look.marks import Mark
from reviewer.window.page import images as page_images
from reviewer.window.page.pane import PagePane
from reviewer.window.page.scroller import FIT
from reviewer.window.page.spans import printed_between
from reviewer.window.selection import Chooser
from tests.gui.desks import CARRIED_IN, NEW, TOTAL, Desk, faulty, sound
from tests.gui.paged import SIZE, FakePages, paged

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> FakePages:
    made = FakePages()
    monkeypatch.setattr(rendering, "open_pages", made.open)
    return made


@pytest.fixture
def pane(desk: Desk, pages: FakePages) -> PagePane:
    desk.open(paged(faulty()))
    shown = desk.show(PagePane, 420, 500)
    settle(desk, shown)
    return shown


def settle(desk: Desk, pane: PagePane) -> None:
    """Wait until every page in sight has its picture."""

    def done() -> bool:
        pane.view.repaint()
        wanted = pane.images._wanted
        return bool(wanted) and all(
            pane.images.is_sharp(page) or pane.images.error(page) for page in wanted
        )

    desk.qtbot.waitUntil(done)


def box_of(pane: PagePane, cell: str) -> PageBox:
    spot = next(one for one in pane.view.scene.spots if one.cell == CellId(cell))
    return spot.boxes[0]


def document(desk: Desk) -> Document:
    assert desk.workbench.current is not None
    return desk.workbench.current.original.document


def middle(pane: PagePane, box: PageBox) -> QPoint:
    first, last = pane.view.rect_of(box)
    return ((first + last) / 2).toPoint()


def click(pane: PagePane, box: PageBox) -> None:
    QTest.mouseClick(pane.view.viewport(), LEFT, pos=middle(pane, box))


def go_to_page(pane: PagePane, page: int) -> None:
    """Move the scroll bar to a page of three."""
    bar = pane.view.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderMove)
    bar.setValue(bar.maximum() * (page - 1) // 2)


def is_seen(pane: PagePane, box: PageBox) -> bool:
    return all(
        pane.view.viewport().rect().contains(one.toPoint()) for one in pane.view.rect_of(box)
    )


def test_a_click_on_a_box_selects_its_cell(desk: Desk, pane: PagePane) -> None:
    for cell in ("active.regulation.issued", "active.licence.decisions", NEW):
        click(pane, box_of(pane, cell))
        assert desk.workbench.selection.cell == cell
        assert desk.workbench.selection.chooser is Chooser.PAGES
    before = desk.workbench.selection
    QTest.mouseClick(pane.view.viewport(), LEFT, pos=QPoint(2, 2))
    assert desk.workbench.selection == before


def test_a_cell_chosen_elsewhere_is_framed_and_brought_into_view(
    desk: Desk, pane: PagePane
) -> None:
    box = box_of(pane, TOTAL)
    assert not is_seen(pane, box)
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    assert pane.view.scene.chosen == (box,)
    assert is_seen(pane, box)
    assert pane.view.page == box.page > 1
    pane.resize(300, 260)
    assert is_seen(pane, box)
    assert len(pane.view.scene.related) > 3


def test_a_click_does_not_scroll(desk: Desk, pane: PagePane) -> None:
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    before = pane.view.verticalScrollBar().value()
    seen = [one.boxes[0] for one in pane.view.scene.spots if is_seen(pane, one.boxes[0])]
    click(pane, seen[0])
    assert pane.view.scene.chosen == (seen[0],)
    assert pane.view.verticalScrollBar().value() == before


def test_what_is_scrolled_away_stays_away(desk: Desk, pane: PagePane) -> None:
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    for _ in range(40):
        desk.turn_wheel(pane.view.viewport(), 1200, NONE)
    assert pane.view.verticalScrollBar().value() == 0
    pane.resize(400, 300)
    assert pane.view.verticalScrollBar().value() < 12


def test_marks_are_those_of_the_grids(desk: Desk, pane: PagePane) -> None:
    def mark(cell: str) -> Mark | None:
        return next(one.mark for one in pane.view.scene.spots if one.cell == CellId(cell))

    assert mark(TOTAL) is Mark.BROKEN
    assert mark(NEW) is None
    desk.workbench.propose(TOTAL, "12")
    desk.workbench.transcribe(CARRIED_IN, "7")
    assert mark(CARRIED_IN) is not None
    desk.workbench.undo()
    desk.workbench.annotate("核对", cell=NEW)
    assert mark(NEW) is Mark.NOTED


def test_a_noted_passage_has_a_box_that_selects_it(desk: Desk, pane: PagePane) -> None:
    span = Span(start=2, end=6)
    desk.workbench.annotate("题目", span=span)
    spot = next(one for one in pane.view.scene.spots if one.span == span)
    (box,) = spot.boxes
    title = 40
    assert (box.page, box.y0) == (1, title)
    click(pane, box)
    assert desk.workbench.selection.span == span


def test_a_found_passage_is_marked_and_brought_into_view(desk: Desk, pane: PagePane) -> None:
    go_to_page(pane, 3)
    span = Span(start=0, end=3)
    pane.highlight([span])
    (box,) = pane.view.scene.found
    desk.workbench.select_span(span, Chooser.FIND)
    assert is_seen(pane, box)
    pane.highlight([])
    assert pane.view.scene.found == ()


def test_boxes_are_drawn_over_the_page(desk: Desk, pane: PagePane) -> None:
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    settle(desk, pane)
    point = middle(pane, box_of(pane, TOTAL))
    image = pane.view.viewport().grab().toImage()
    plain = image.pixelColor(middle(pane, box_of(pane, TOTAL)) + QPoint(0, 30))
    assert plain.name() == "#ffffff"
    marked = image.pixelColor(point)
    assert marked.red() > marked.green() + 8


def test_paper_is_dimmed_in_the_dark(desk: Desk, pane: PagePane) -> None:
    desk.theme.use("dark")
    settle(desk, pane)
    image = pane.view.viewport().grab().toImage()
    lightness = image.pixelColor(pane.width() // 2, 100).lightness()
    assert 190 < lightness < 225


def test_the_pictures_are_those_of_the_pages_in_sight(
    desk: Desk, pane: PagePane, pages: FakePages
) -> None:
    assert {page for page, _ in pages.drawn} == {1, 2}
    left, right = printed_between(document(desk))
    assert 0 < left < right < SIZE.width
    scale = (pane.view.viewport().width() - 24) / (right - left)
    assert [drawn for _, drawn in pages.drawn] == pytest.approx([scale, scale])
    go_to_page(pane, 3)
    settle(desk, pane)
    assert {page for page, _ in pages.drawn} == {1, 2, 3}


def test_pictures_out_of_sight_are_kept_within_a_limit(
    desk: Desk, pane: PagePane, pages: FakePages, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = pane.images.bytes_kept // 2
    monkeypatch.setattr(page_images, "MOST_BYTES", one)
    for page in (3, 1, 3, 2, 1):
        go_to_page(pane, page)
        settle(desk, pane)
        assert pane.images.bytes_kept <= one * len(pane.images._wanted)
    drawn = len(pages.drawn)
    pane.view.repaint()
    settle(desk, pane)
    assert len(pages.drawn) == drawn


def test_zoom_goes_about_the_pointer_and_back_to_the_width(desk: Desk, pane: PagePane) -> None:
    assert pane.zoom == FIT
    fitting = pane.view.percent
    desk.turn_wheel(pane.view.viewport(), 120, CONTROL)
    assert pane.view.percent > fitting
    pane.set_zoom(200)
    assert pane.view.horizontalScrollBar().maximum() > 0
    assert "200%" in pane.place.text()
    pane.set_zoom(9000)
    assert pane.zoom == 400
    pane.zoom_reset()
    assert pane.view.percent == fitting


def test_the_box_under_the_pointer_stays_under_it_while_zooming(desk: Desk, pane: PagePane) -> None:
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    viewport = pane.view.viewport()
    centre = QPointF(viewport.rect().center())
    assert pane.view.spot_at(centre) is not None
    for _ in range(8):
        desk.turn_wheel(viewport, 120, CONTROL)
    spot = pane.view.spot_at(centre)
    assert spot is not None
    assert spot.cell == TOTAL


def test_what_is_printed_fills_the_width_whatever_the_margins(desk: Desk, pane: PagePane) -> None:
    cells = [spot for spot in pane.view.scene.spots if spot.boxes[0].page == 1]
    corners = [pane.view.rect_of(box) for spot in cells for box in spot.boxes]
    left = min(first.x() for first, _ in corners)
    right = max(last.x() for _, last in corners)
    width = pane.view.viewport().width()
    assert 0 < left < right < width
    assert right - left > 0.8 * width
    assert not pane.view.horizontalScrollBar().isVisible()


def test_in_a_narrow_pane_letters_stay_large_enough_to_be_read(desk: Desk, pane: PagePane) -> None:
    pane.resize(180, 400)
    assert pane.view.percent == 55
    assert pane.view.horizontalScrollBar().isVisible()
    for cell in (NEW, "requests.new.total"):
        desk.workbench.select_cell(CellId(cell), Chooser.GRID)
        assert is_seen(pane, box_of(pane, cell))


def test_keys_scroll_and_go_from_figure_to_figure(desk: Desk, pane: PagePane) -> None:
    down = pane.view.verticalScrollBar()
    QTest.keyClick(pane.view, Qt.Key.Key_PageDown)
    assert down.value() > 100
    QTest.keyClick(pane.view, Qt.Key.Key_End)
    assert down.value() == down.maximum()
    assert pane.place.text().startswith(f"{pane.view.count}/{pane.view.count} 页")
    QTest.keyClick(pane.view, Qt.Key.Key_Home)
    assert down.value() == 0
    cells = list(faulty().by_cell)
    for expected in (0, 1, 2):
        QTest.keyClick(pane.view, Qt.Key.Key_Right)
        assert desk.workbench.selection.cell == cells[expected]
    QTest.keyClick(pane.view, Qt.Key.Key_Left)
    assert desk.workbench.selection.cell == cells[1]


def test_a_page_that_cannot_be_drawn_says_so_and_the_others_are_shown(
    desk: Desk, pages: FakePages
) -> None:
    pages.broken = {1}
    desk.open(paged(faulty()))
    pane = desk.show(PagePane, 420, 500)
    settle(desk, pane)
    assert pane.images.image(1) is None
    assert pane.images.image(2) is not None
    error = pane.images.error(1)
    assert error is not None
    assert "坏了" in error.message


def test_a_file_that_has_changed_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(source: object, sha256: str) -> None:
        raise UnreadableError("文件被改动过。")

    monkeypatch.setattr(rendering, "open_pages", changed)
    desk.open(paged(faulty()))
    pane = desk.show(PagePane, 420, 500)
    with desk.qtbot.waitSignal(pane.failed) as caught:
        pane.view.repaint()
    assert caught.args is not None
    assert "改动" in caught.args[0].message


def test_another_report_takes_the_place_of_the_pages(
    desk: Desk, pane: PagePane, pages: FakePages
) -> None:
    desk.open(sound())
    assert not pane.has_pages
    assert pane.view.count == 0
    assert pane.place.text() == ""
    desk.qtbot.waitUntil(lambda: pages.closed == 1)
    QTest.mouseClick(pane.view.viewport(), LEFT)
    QTest.keyClick(pane.view, Qt.Key.Key_Right)
    pane.view.grab()


def test_the_figure_under_the_pointer_is_named(desk: Desk, pane: PagePane) -> None:
    box = box_of(pane, "active.regulation.issued")
    desk.hover(pane.view.viewport(), middle(pane, box))
    assert "规章" in QToolTip.text()
    QTest.mouseMove(pane.view.viewport(), middle(pane, box))
    assert pane.view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(pane.view.viewport(), QPoint(3, 3))
    assert pane.view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_menu_offers_a_note_on_the_figure_and_the_sizes(desk: Desk, pane: PagePane) -> None:
    wanted: list[object] = []
    desk.workbench.note_wanted.connect(wanted.append)
    point = middle(pane, box_of(pane, "active.regulation.issued"))
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, point, pane.view.viewport().mapToGlobal(point))
    QApplication.sendEvent(pane.view.viewport(), event)
    menu = pane.findChild(QMenu)
    assert menu is not None
    actions = {one.text(): one for one in menu.actions()}
    actions["实际大小"].trigger()
    assert pane.zoom == 100
    actions["批注…"].trigger()
    assert desk.workbench.selection.cell == "active.regulation.issued"
    assert len(wanted) == 1
    menu.close()
