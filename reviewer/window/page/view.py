"""The pages of a document under each other, with boxes over them: scrolls, zooms, is clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reviewer.document.model import PageBox, PageSize
from reviewer.window.page.images import PageImages
from reviewer.window.page.layout import GAP, PageLayout, fitting
from reviewer.window.page.paint import PagePaint
from reviewer.window.page.scene import Scene, Spot
from reviewer.window.theme import Theme
from reviewer.window.widgets.slim_scroll_bar import slim

POINT = 96 / 72
"""Pixels a point at 100 %."""

FIT = 0
"""A zoom at which what is printed fills the width."""

_SMALLEST, _LARGEST = 25, 400
_LEAST_FIT, _MOST_FIT = 0.55, 1.5
"""A page that fits is never smaller than letters can be read, nor larger than they need be."""
_MOST_PIXELS = 8_000_000
"""Of a page's picture; beyond it a picture is drawn larger than it is."""
_TOP_SHARE, _BOTTOM_SHARE = 0.12, 0.8
"""A box within this part of the height is seen well enough not to scroll."""
_STEP = 48
_TOP = QPointF(0, 0)
_MOVES = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
}


class PageView(QAbstractScrollArea):
    """Shows pages; knows boxes and spots only, no review.

    Attributes:
        pressed: The Spot that was clicked.
        stepped: +1 or -1: the figure after or before the selected one is wanted.
        menu_wanted: Global point and Spot (or None) of a wish for the context menu.
        tip_wanted: Global point and Spot (or None) that the pointer rests on.
        zoom_wanted: +1 or -1 from Ctrl and the wheel.
        moved: Another page, or another zoom, is shown.
    """

    pressed = Signal(object)
    stepped = Signal(int)
    menu_wanted = Signal(object, object)
    tip_wanted = Signal(object, object)
    zoom_wanted = Signal(int)
    moved = Signal()

    def __init__(self, images: PageImages, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_view")
        self.setAccessibleName(self.tr("原文页面"))
        self._images = images
        self._theme = theme
        self._sizes: Sequence[PageSize] = ()
        self._printed = (0.0, 1.0)
        self._zoom = FIT
        self._pages = PageLayout((), 1.0, 0.0)
        self._scene = Scene()
        self._hovered: Spot | None = None
        self._kept_in_view: tuple[PageBox, ...] = ()
        self._anchor: QPointF | None = None
        slim(self, theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always there, so that pages which fill the width do not change it by their height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        images.drawn.connect(self._on_drawn)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        self.verticalScrollBar().valueChanged.connect(self._on_moved)

    # -- what is shown --------------------------------------------------------------------

    def show_pages(self, sizes: Sequence[PageSize], printed: tuple[float, float]) -> None:
        """Show other pages, from the first one on.

        Args:
            sizes: Of the pages.
            printed: Left and right edge of what is printed on them, in points.
        """
        self._sizes = sizes
        self._printed = printed
        self._scene = Scene()
        self._hovered = None
        self._kept_in_view = ()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.moved.emit()

    def show_scene(self, scene: Scene) -> None:
        """Show other boxes."""
        self._scene = scene
        self._hovered = None
        self.viewport().update()

    @property
    def scene(self) -> Scene:
        """The boxes shown."""
        return self._scene

    @property
    def zoom(self) -> int:
        """Per cent; ``FIT`` while what is printed fills the width."""
        return self._zoom

    @property
    def percent(self) -> int:
        """The size that pages are shown at."""
        return round(self._pages.scale / POINT * 100)

    def set_zoom(self, percent: int) -> None:
        """Zoom about the pointer if the wheel did it, else about the middle."""
        limited = min(max(percent, _SMALLEST), _LARGEST)
        self._zoom = FIT if percent == FIT else limited
        self._lay_out(self._anchor or QPointF(self.viewport().rect().center()))
        self.moved.emit()

    @property
    def page(self) -> int:
        """The page in the middle of what is seen; 0 if there is none."""
        middle = self._corner().y() + self.viewport().height() / 2
        return self._pages.page_at(middle) if self._pages.count else 0

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count

    # -- places ---------------------------------------------------------------------------

    def reveal(self, boxes: Sequence[PageBox]) -> None:
        """Scroll a passage's first box into view; it stays there until the user scrolls."""
        self._kept_in_view = tuple(boxes[:1])
        if not boxes:
            return
        rect, corner = self._pages.rect_of(boxes[0]), self._corner()
        height, width = self.viewport().height(), self.viewport().width()
        middle = rect.center().y() - corner.y()
        if not _TOP_SHARE * height <= middle <= _BOTTOM_SHARE * height:
            self.verticalScrollBar().setValue(round(rect.center().y() - height / 2))
        left, right = rect.left() - corner.x(), rect.right() - corner.x()
        if left < GAP or right > width - GAP:
            self.horizontalScrollBar().setValue(round(rect.center().x() - width / 2))

    def go_to_page(self, page: int) -> None:
        """Show the top of a page."""
        if 1 <= page <= self._pages.count:
            self._let_go()
            self.verticalScrollBar().setValue(round(self._pages.rect(page).top() - GAP / 2))

    def rect_of(self, box: PageBox) -> tuple[QPointF, QPointF]:
        """The corners of a box in the viewport."""
        rect = self._pages.rect_of(box).translated(-self._corner())
        return rect.topLeft(), rect.bottomRight()

    def spot_at(self, point: QPointF) -> Spot | None:
        """What can be clicked at a point of the viewport."""
        place = self._pages.on_page(point + self._corner())
        return self._scene.at(*place) if place is not None else None

    # -- events ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in sight; asks for the pictures that are not there yet."""
        corner = self._corner()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.translate(-corner)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect().toRectF().translated(corner))
        exposed = event.rect().toRectF().translated(corner)
        paint = PagePaint(painter, self._pages, self._theme)
        pages = self._pages.between(exposed.top(), exposed.bottom())
        self._want()
        for page in pages:
            sharp = self._images.is_sharp(page)
            paint.paper(page, self._images.image(page), sharp=sharp)
            error = self._images.error(page)
            if error is not None:
                paint.words(page, error.message)
        paint.scene(self._scene, pages, self._hovered)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages that fill the width get another size; what was shown last stays in view."""
        super().resizeEvent(event)
        self._lay_out()
        self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom about the pointer."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._let_go()
            super().wheelEvent(event)
            return
        if event.angleDelta().y():
            self._let_go()
            self._anchor = event.position()
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            self._anchor = None
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the figure or passage under the pointer."""
        spot = self.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self.pressed.emit(spot)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What can be clicked is seen."""
        self._hover(self.spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the pane."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        spot = self.spot_at(QPointF(event.pos())) if by_mouse else None
        self.menu_wanted.emit(event.globalPos(), spot)

    def viewportEvent(self, event: QEvent) -> bool:
        """Leave tool tips to the pane."""
        if isinstance(event, QHelpEvent):
            self.tip_wanted.emit(event.globalPos(), self.spot_at(QPointF(event.pos())))
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down scroll, left and right go from figure to figure, page keys by page."""
        key = Qt.Key(event.key())
        down = self.verticalScrollBar()
        scrolls = {
            Qt.Key.Key_Down: down.value() + _STEP,
            Qt.Key.Key_Up: down.value() - _STEP,
            Qt.Key.Key_Space: down.value() + down.pageStep() - _STEP,
            Qt.Key.Key_PageDown: down.value() + down.pageStep() - _STEP,
            Qt.Key.Key_PageUp: down.value() - down.pageStep() + _STEP,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: down.maximum(),
        }
        if key in scrolls:
            self._let_go()
            down.setValue(scrolls[key])
        elif key in _MOVES:
            self.stepped.emit(_MOVES[key])
        else:
            super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Boxes and pages move together."""
        self.viewport().update()

    # -- inside ---------------------------------------------------------------------------

    def _corner(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _want(self) -> None:
        """Ask for the pages in sight, then for the one below and the one above."""
        top = self._corner().y()
        seen = self._pages.between(top, top + self.viewport().height())
        near = (seen.stop, seen.start - 1) if seen else ()
        soon = [page for page in near if 1 <= page <= self._pages.count]
        self._images.want([*seen, *soon], self._picture_scale())

    def _picture_scale(self) -> float:
        """Pixels of the screen a point, within what a picture may have."""
        largest = max((size.width * size.height for size in self._sizes), default=1.0)
        most = (_MOST_PIXELS / largest) ** 0.5
        return float(min(self._pages.scale * self.viewport().devicePixelRatio(), most))

    def _lay_out(self, anchor: QPointF = _TOP) -> None:
        """Give the pages their places; what was at a point of the viewport stays there."""
        room = self.viewport().size()
        before = self._pages
        place = before.nearest(self._corner() + anchor) if before.count else None
        scale, seen = self._zoom / 100 * POINT, False
        if self._zoom == FIT:
            fit = fitting(self._printed, room.width())
            scale = min(max(fit, _LEAST_FIT * POINT), _MOST_FIT * POINT)
            seen = scale <= fit
        # Beside what is printed there are margins only: nobody needs to scroll there.
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if seen else policy.ScrollBarAsNeeded
        )
        self._pages = PageLayout(self._sizes, scale, room.width())
        self._set_ranges()
        if place is not None and before.count == self._pages.count:
            corner = self._pages.point_of(*place) - anchor
            self.verticalScrollBar().setValue(round(corner.y()))
            self.horizontalScrollBar().setValue(round(corner.x()))
        if self._zoom == FIT and self._pages.count:
            left = self._pages.rect(1).left() + self._printed[0] * scale
            self.horizontalScrollBar().setValue(round(left - GAP))
        if self._kept_in_view:
            self.reveal(self._kept_in_view)
        self.viewport().update()

    def _set_ranges(self) -> None:
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._pages.width, room.width()),
            (self.verticalScrollBar(), self._pages.height, room.height()),
        ):
            bar.setRange(0, max(round(whole) - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(_STEP)

    def _hover(self, spot: Spot | None) -> None:
        if spot is not self._hovered:
            self._hovered = spot
            shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _let_go(self) -> None:
        self._kept_in_view = ()

    def _on_moved(self) -> None:
        self.moved.emit()

    def _on_drawn(self, page: int) -> None:
        self.viewport().update()
