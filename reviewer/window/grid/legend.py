"""What the marks mean that a table shows, or the colours of the guard map."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer.window.faces import Face
from reviewer.window.grid.figures import underline_inferred
from reviewer.window.look.fonts import ui_font
from reviewer.window.look.marks import Mark, mark_name
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.glyphs import paint_glyph

_EDGE = 2
_GLYPH = 9
_RAISED = 3
"""Pixels by which dots without a figure above them are raised."""

_GAP = 4
_BETWEEN, _CLOSE = 14, 7
"""Pixels from a name to the next sign: at ease, and at the least before another line is begun."""


class Entry(NamedTuple):
    """A sign with its meaning."""

    name: str
    paint: Callable[[QPainter, QRectF], None]


class Legend(QWidget):
    """The signs in a table with their names; those that find no room go on in the next line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._inferred = False
        self._guard_map = False
        self._entries: list[Entry] = []
        self.setToolTip(self.tr("表格中各种标记的含义"))
        theme.changed.connect(self.update)

    @property
    def names(self) -> list[str]:
        """What is explained, in its order."""
        return [entry.name for entry in self._entries]

    def show_faces(self, faces: Iterable[Face]) -> None:
        """Explain the marks that these faces have, and no others."""
        shown = tuple(faces)
        found = {mark for face in shown for mark in face.marks}
        self._marks = tuple(mark for mark in Mark if mark in found)
        self._inferred = any(face.inferred for face in shown)
        self._draw_up()

    def show_guard_map(self, on: bool) -> None:
        """Tell what the colours of the guard map mean instead."""
        self._guard_map = on
        self._draw_up()

    def _draw_up(self) -> None:
        entries = self._colours() if self._guard_map else self._signs()
        if [entry.name for entry in entries] == self.names:
            return
        self._entries = entries
        self.setAccessibleName(self.tr("图例：") + self.tr("、").join(self.names))
        self.updateGeometry()
        self.update()

    def _signs(self) -> list[Entry]:
        signs = [Entry(mark_name(mark), self._glyph(mark)) for mark in self._marks]
        if self._inferred:
            signs.append(Entry(self.tr("按勾稽关系推断得出"), self._paint_dots))
        return signs

    def _colours(self) -> list[Entry]:
        names = (
            self.tr("无规则监督，须人工核对"),
            self.tr("1 条规则"),
            self.tr("2 条"),
            self.tr("3 条及以上"),
        )
        return [Entry(name, self._ground(guards)) for guards, name in enumerate(names)]

    # -- where they stand -----------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As many lines as there are in the width that it has; one where nothing is shown."""
        line = QFontMetrics(ui_font(0.88)).height() + 4
        return QSize(0, line * self._lines())

    def minimumSizeHint(self) -> QSize:
        """All lines, however narrow."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _lines(self) -> int:
        return max((place.y() for place in self.places()), default=0) + 1

    def places(self) -> list[QPoint]:
        """The left edge and the line of every sign that is shown with its name."""
        metrics = QFontMetrics(ui_font(0.88))
        widths = [_GLYPH + _GAP + metrics.horizontalAdvance(name) for name in self.names]
        room = self.width() - _EDGE
        spare = (room - sum(widths)) // max(len(widths) - 1, 1)
        between = min(spare, _BETWEEN) if spare >= _CLOSE else _BETWEEN
        places: list[QPoint] = []
        left, line = 0, 0
        for width in widths:
            if left and left + width > room:
                left, line = 0, line + 1
            places.append(QPoint(_EDGE + left, line))
            left += width + between
        return places

    # -- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sign and name, one after the other."""
        painter = QPainter(self)
        painter.setFont(ui_font(0.88))
        height = self.height() / self._lines()
        for entry, place in zip(self._entries, self.places(), strict=True):
            line = QRectF(place.x(), place.y() * height, self.width(), height)
            box = QRectF(line.left(), line.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
            entry.paint(painter, box)
            painter.setPen(self._theme.color("muted"))
            text = line.adjusted(_GLYPH + _GAP, 0, 0, 0)
            painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), entry.name)
        painter.end()

    def _glyph(self, mark: Mark) -> Callable[[QPainter, QRectF], None]:
        return lambda painter, box: paint_glyph(painter, mark, box, self._theme.color(mark.value))

    def _ground(self, guards: int) -> Callable[[QPainter, QRectF], None]:
        def paint(painter: QPainter, box: QRectF) -> None:
            painter.fillRect(box, self._theme.color(f"guard_{guards}"))
            painter.setPen(self._theme.color("muted"))
            painter.drawRect(box)

        return paint

    def _paint_dots(self, painter: QPainter, box: QRectF) -> None:
        color = self._theme.color("doubtful")
        underline_inferred(painter, box.translated(0, -_RAISED).toAlignedRect(), _GLYPH, color)
