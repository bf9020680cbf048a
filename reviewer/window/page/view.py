"""The pages of a document with boxes over them, which are pointed at and clicked."""

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
)
from PySide6.QtWidgets import QWidget

from reviewer.document.model import PageBox, PageSize
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.page.images import PageImages
from reviewer.window.page.paint import PagePaint
from reviewer.window.page.scene import Scene, Spot
from reviewer.window.page.scroller import PageScroller

_MOST_PIXELS = 8_000_000
"""Most pixels of a page's picture; beyond that it is scaled up."""
_MOVES = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
}


class PageView(PageScroller):
    """Shows pages; knows boxes and spots only, no review.

    Attributes:
        pressed: The Spot that was clicked.
        stepped: +1 or -1: the figure after or before the selected one is wanted.
        menu_wanted: Global point and Spot (or None) of a wish for the context menu.
        tip_wanted: Global point and Spot (or None) that the pointer rests on.
    """

    pressed = Signal(object)
    stepped = Signal(int)
    menu_wanted = Signal(object, object)
    tip_wanted = Signal(object, object)

    def __init__(self, images: PageImages, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("page_view")
        self.setAccessibleName(self.tr("原文页面"))
        self._images = images
        self._theme = theme
        self._scene = Scene()
        self._hovered: Spot | None = None
        self.viewport().setMouseTracking(True)
        images.drawn.connect(self._on_drawn)

    # -- what is shown --------------------------------------------------------------------

    def show_pages(self, sizes: Sequence[PageSize], printed: tuple[float, float]) -> None:
        """Show other pages, nothing over them yet."""
        self._scene = Scene()
        self._hovered = None
        super().show_pages(sizes, printed)

    def show_scene(self, scene: Scene) -> None:
        """Show other boxes."""
        self._scene = scene
        self._hovered = None
        self.viewport().update()

    @property
    def scene(self) -> Scene:
        """The boxes shown."""
        return self._scene

    # -- places ---------------------------------------------------------------------------

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
                paint.words(page, told(error.message))
        paint.scene(self._scene, pages, self._hovered)
        painter.end()

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
        """Left and right go from figure to figure."""
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    # -- inside ---------------------------------------------------------------------------

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

    def _hover(self, spot: Spot | None) -> None:
        if spot is not self._hovered:
            self._hovered = spot
            shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _on_drawn(self, page: int) -> None:
        self.viewport().update()
