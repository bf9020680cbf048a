"""What is painted under and over the source text: the current line, the selected figure, seams."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from reviewer.document.model import Span
from reviewer.window.look.theme import Theme

if TYPE_CHECKING:
    from reviewer.window.source.text import SourceText

_FRAMED_AT_MOST = 60
"""Longer passages are filled, not framed: frames of many lines are noise."""

_SEAM_STRENGTH = 0.45


class SourceOverlay:
    """Paints on the viewport of one source text; keeps no state but what to paint."""

    def __init__(self, text: SourceText, theme: Theme) -> None:
        self._text = text
        self._theme = theme
        self._framed: Span | None = None
        self._seams: Sequence[Span] = ()

    def clear(self) -> None:
        """Nothing is framed, no seams."""
        self._framed = None
        self._seams = ()

    def frame(self, span: Span | None) -> None:
        """Frame the selected figure or a short passage."""
        self._framed = span if span is not None and span.length <= _FRAMED_AT_MOST else None
        self._text.viewport().update()

    @property
    def framed(self) -> Span | None:
        """What is framed now."""
        return self._framed

    def set_seams(self, seams: Sequence[Span]) -> None:
        """Empty spans between figures that the text prints without anything between them."""
        self._seams = seams
        self._text.viewport().update()

    def paint_below(self, line: QRectF) -> None:
        """The band of the current line."""
        painter = QPainter(self._text.viewport())
        band = QRectF(0, line.top(), self._text.viewport().width(), line.height())
        painter.fillRect(band, self._theme.color("hover"))
        painter.end()

    def paint_above(self) -> None:
        """The frame and the seams."""
        painter = QPainter(self._text.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_seams(painter)
        if self._framed is not None:
            painter.setPen(QPen(self._theme.color("accent"), 1.6))
            for rect in self._text.places.rects_of(self._framed):
                painter.drawRoundedRect(rect.adjusted(-2.2, 0.8, 2.2, -0.8), 2.5, 2.5)
        painter.end()

    def _paint_seams(self, painter: QPainter) -> None:
        if not self._seams:
            return
        seen = self._text.places.visible_span()
        line = QColor(self._theme.color("accent"))
        line.setAlphaF(_SEAM_STRENGTH)
        painter.setPen(QPen(line, 1.0))
        for seam in self._seams:
            if seen.start <= seam.start <= seen.end:
                rect = self._text.places.caret_rect(seam.start)
                inset = rect.height() * 0.2
                top, bottom = rect.top() + inset, rect.bottom() - inset
                painter.drawLine(QLineF(rect.left(), top, rect.left(), bottom))
