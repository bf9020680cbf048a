"""Pages under each other that scroll and zoom: which part of them is seen, and how large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reviewer.document.model import PageBox, PageSize
from reviewer.window.look.theme import Theme
from reviewer.window.page.layout import GAP, PageLayout, fitting
from reviewer.window.widgets.in_sight import is_in_sight
from reviewer.window.widgets.slim_scroll_bar import slim

POINT = 96 / 72
"""Pixels for each point at 100 %."""

FIT = 0
"""A zoom at which what is printed fills the width."""

_SMALLEST, _LARGEST = 25, 400
_LEAST_FIT, _MOST_FIT = 0.55, 1.5
"""A page that fits is never smaller than letters can be read, nor larger than they need be."""
_STEP = 48
_TOP = QPointF(0, 0)


class PageScroller(QAbstractScrollArea):
    """Knows sizes of pages and places on them only; what stands there is painted by others.

    Attributes:
        zoom_wanted: +1 or -1 from Ctrl and the wheel.
        moved: Another page, or another zoom, is shown.
    """

    zoom_wanted = Signal(int)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: Sequence[PageSize] = ()
        self._printed = (0.0, 1.0)
        self._zoom = FIT
        self._pages = PageLayout((), 1.0, 0.0)
        self._kept_in_view: tuple[PageBox, ...] = ()
        self._anchor: QPointF | None = None
        slim(self, theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always there, so that pages which fill the width do not change it by their height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
        self._kept_in_view = ()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.moved.emit()

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
        if not is_in_sight(middle, height):
            self.verticalScrollBar().setValue(round(rect.center().y() - height / 2))
        left, right = rect.left() - corner.x(), rect.right() - corner.x()
        if left < GAP or right > width - GAP:
            self.horizontalScrollBar().setValue(round(rect.center().x() - width / 2))

    # -- events ---------------------------------------------------------------------------

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down scroll, page keys by page."""
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
        else:
            super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Boxes and pages move together."""
        self.viewport().update()

    # -- inside ---------------------------------------------------------------------------

    def _corner(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

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

    def _let_go(self) -> None:
        self._kept_in_view = ()

    def _on_moved(self) -> None:
        self.moved.emit()
