"""Draws pages as paper, and the boxes over them.

Paper is light in every theme, so what lies on it takes the light theme's colours; in the dark
one the paper is dimmed. A colour never stands alone: each mark has a line of its own and its shape.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from reviewer.document.model import PageBox
from reviewer.window.look.marks import FILLS, Mark
from reviewer.window.look.theme import Theme, load_colors
from reviewer.window.page.layout import PageLayout
from reviewer.window.page.scene import Scene, Spot
from reviewer.window.widgets.glyphs import paint_glyph

_DIM = QColor("#d6d3cd")
"""The colour of white paper in the dark theme."""

_FOUND = QColor("#ffe27a")
"""A marker pen's yellow: what a search found."""

_LINES = {
    Mark.BROKEN: Qt.PenStyle.SolidLine,
    Mark.WARNED: Qt.PenStyle.DashLine,
    Mark.DOUBTFUL: Qt.PenStyle.DotLine,
    Mark.TRANSCRIBED: Qt.PenStyle.SolidLine,
    Mark.PROPOSED: Qt.PenStyle.DashDotLine,
    Mark.NOTED: Qt.PenStyle.DashLine,
}
_GROUND = 0.86
"""Opacity of the paper under a mark's shape."""
_AROUND = 0.5
_GLYPH_LEAST, _GLYPH_MOST = 7.0, 12.0


class PagePaint:
    """Paints with one painter at one place of the layout.

    Args:
        painter: Of the viewport, moved so that the layout's corner is its origin.
        layout: Where the pages lie.
        theme: Its ``dark`` decides how bright paper is.
    """

    def __init__(self, painter: QPainter, layout: PageLayout, theme: Theme) -> None:
        self._painter = painter
        self._layout = layout
        self._theme = theme

    def paper(self, page: int, image: QImage | None, *, sharp: bool) -> None:
        """A page; plain paper while its picture is on its way."""
        rect = self._layout.rect(page)
        if image is None:
            self._painter.fillRect(rect, Qt.GlobalColor.white)
        else:
            ratio = self._painter.device().devicePixelRatio()
            smooth = QPainter.RenderHint.SmoothPixmapTransform
            self._painter.setRenderHint(smooth, not sharp)
            target = QRectF(rect.topLeft(), QSizeF(image.size()) / ratio) if sharp else rect
            self._painter.drawImage(target, image, QRectF(image.rect()))
        if self._theme.dark:
            self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            self._painter.fillRect(rect, _DIM)
            self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._painter.setPen(QPen(self._theme.color("border"), 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def words(self, page: int, text: str) -> None:
        """What there is to say instead of a picture."""
        self._painter.setPen(on_paper("muted"))
        rect = self._layout.rect(page).adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        self._painter.drawText(rect, int(flags), text)

    def scene(self, scene: Scene, pages: Iterable[int], hovered: Spot | None) -> None:
        """The boxes on some pages."""
        shown = set(pages)
        for page in shown:
            for spot in scene.by_page.get(page, ()):
                self._spot(spot, page, hovered=spot is hovered)
        self._fills(scene.related, shown, _faint("accent", 0.10), "accent")
        self._fills(scene.found, shown, _FOUND, "doubtful")
        for page in shown:
            for spot in scene.by_page.get(page, ()):
                self._glyph(spot, page)
        self._frames(scene.chosen, shown)

    def _spot(self, spot: Spot, page: int, *, hovered: bool) -> None:
        boxes = [box for box in spot.boxes if box.page == page]
        for box in boxes:
            rect = self._around(box)
            if spot.mark is not None and spot.mark in _LINES:
                self._fill(rect, on_paper(FILLS[spot.mark]))
                pen = QPen(on_paper(spot.mark.value), 1.4, _LINES[spot.mark])
            else:
                pen = QPen(_faint("accent", 0.32), 1)
            if hovered:
                self._fill(rect, _faint("accent", 0.12))
                pen = QPen(on_paper("accent"), 1.4, pen.style())
            self._painter.setPen(pen)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(rect)

    def _glyph(self, spot: Spot, page: int) -> None:
        """The mark's shape in the upper right corner of its first box; beside it if it is small."""
        first = spot.boxes[0]
        if spot.mark is None or first.page != page:
            return
        rect = self._around(first)
        side = min(max(rect.height() * 0.7, _GLYPH_LEAST), _GLYPH_MOST)
        inside = rect.width() > 3 * side
        across = rect.right() - side - 3 if inside else rect.right() - side / 2
        down = rect.top() + (3 if inside else -side / 2)
        box = QRectF(across, down, side, side)
        self._painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(_DIM if self._theme.dark else Qt.GlobalColor.white)
        ground.setAlphaF(_GROUND)
        self._painter.setBrush(ground)
        self._painter.drawEllipse(box.adjusted(-2, -2, 2, 2))
        paint_glyph(self._painter, spot.mark, box, on_paper(spot.mark.value))

    def _fills(self, boxes: Iterable[PageBox], pages: set[int], fill: QColor, line: str) -> None:
        for box in boxes:
            if box.page in pages:
                rect = self._around(box)
                self._fill(rect, fill)
                self._painter.setPen(QPen(on_paper(line), 1.2))
                self._painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _frames(self, boxes: Iterable[PageBox], pages: set[int]) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in boxes:
            if box.page in pages:
                self._painter.setPen(QPen(on_paper("accent"), 2))
                self._painter.drawRoundedRect(self._around(box).adjusted(-2, -2, 2, 2), 3, 3)

    def _fill(self, rect: QRectF, color: QColor) -> None:
        """Colour as a marker pen does: what is printed stays as dark as it is."""
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self._painter.fillRect(rect, color)
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _around(self, box: PageBox) -> QRectF:
        return self._layout.rect_of(box).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)


def on_paper(name: str) -> QColor:
    """A named colour as it is on paper."""
    return QColor(load_colors("light").colors[name])


def _faint(name: str, strength: float) -> QColor:
    color = on_paper(name)
    color.setAlphaF(strength)
    return color
