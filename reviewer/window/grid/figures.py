"""Paints a figure: what stands there, and every mark by colour and by shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from reviewer.forms.report import Kind
from reviewer.window.faces import Face
from reviewer.window.grid.pens import Pens
from reviewer.window.grid.sizes import MARK_ROOM, PAD, within_lines
from reviewer.window.look.marks import FILLS, Mark
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.glyphs import paint_glyph
from reviewer.window.widgets.row_ground import LEFT, RIGHT

_GLYPH = 9
_SMALL = 7
"""Pixels of marks that find no room side by side; two of them stand one above the other."""

_BOX = 120
_MARKS_ROOM = 30
_GUARDS = 3
"""A cell with more rules than this is drawn as one with this many."""


@dataclass(slots=True)
class Look:
    """How a figure is drawn beside what its face says."""

    theme: Theme
    pens: Pens
    related: bool = False
    selected: bool = False
    guard_map: bool = False


def paint(painter: QPainter, rect: QRect, face: Face, look: Look) -> None:
    """Draw a figure's cell within its lines."""
    ground = within_lines(rect)
    painter.fillRect(ground, look.theme.color(fill_name(face, look)))
    if face.kind is Kind.MISSING and not look.guard_map:
        _hatch(painter, ground, look.theme.color("grid"))
    inside = figure_box(rect, look.pens.figure_metrics.width(face.text))
    taken = _paint_text(painter, inside, face, look)
    if look.guard_map:
        _paint_guards(painter, inside, face, look)
    elif face.marks:
        _paint_marks(painter, inside, inside.width() - taken, face, look)


def room_needed(face: Face, pens: Pens) -> int:
    """Pixels at which a cell shows its figure whole; beside a proposal, marks go to the corners."""
    said = pens.figure_metrics.width(face.text)
    marked = said + MARK_ROOM + PAD
    if face.proposed is None:
        return marked
    return max(marked, said + pens.small_metrics.width(f"→{face.proposed}") + 1 + 2 * PAD)


def figure_box(rect: QRect, width: int) -> QRect:
    """Where text and marks stand: in a wide cell near its middle, under the head."""
    beyond = (rect.width() - 2 * PAD - max(_BOX, width + _MARKS_ROOM)) // 2
    beside = PAD + max(beyond, 0)
    return rect.adjusted(beside, 0, -beside, 0)


def fill_name(face: Face, look: Look) -> str:
    """The named colour behind a figure."""
    if look.guard_map:
        return f"guard_{min(face.guards, _GUARDS)}"
    if look.selected:
        return "selection"
    marked = next((FILLS[mark] for mark in face.marks if mark in FILLS), None)
    if marked is not None and not (face.settled and face.marks[0] in {Mark.BROKEN, Mark.WARNED}):
        return marked
    if look.related:
        return "related_fill"
    return "missing_fill" if face.kind is Kind.MISSING else "base"


def _paint_text(painter: QPainter, rect: QRect, face: Face, look: Look) -> int:
    """Draw what stands there, right-aligned; answers the pixels that it took."""
    stand_in = _stand_in(face)
    if stand_in:
        proposed = _paint_proposed(painter, rect, face, look)
        painter.setFont(look.pens.small)
        painter.setPen(look.theme.color("muted"))
        painter.drawText(rect.adjusted(0, 0, -proposed, 0), RIGHT, stand_in)
        return proposed + look.pens.small_metrics.horizontalAdvance(stand_in) + 2
    proposed = _paint_proposed(painter, rect, face, look)
    left = rect.adjusted(0, 0, -proposed, 0) if proposed else rect
    bold = bool(face.marks) and face.marks[0] in {Mark.BROKEN, Mark.TRANSCRIBED}
    painter.setFont(look.pens.figure_bold if bold else look.pens.figure)
    painter.setPen(_ink(face, look))
    metrics = look.pens.figure_metrics if bold else look.pens.plain_metrics
    text, width = face.text, metrics.width(face.text)
    room = left.width()
    if width > room:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text)
    # At a place: with a rectangle, Qt would measure the line once more.
    line, ascent = metrics.line
    above = (left.height() - line) // 2 + ascent
    painter.drawText(left.x() + room - width, left.y() + above, text)
    if face.inferred:
        underline_inferred(painter, left, width, look.theme.color("doubtful"))
    return proposed + width + 2


def _stand_in(face: Face) -> str:
    """A faint word for what is not there, so that it is told from a nought."""
    if face.kind is Kind.MISSING:
        return QCoreApplication.translate("Grid", "缺")
    if face.kind is Kind.BLANK:
        return QCoreApplication.translate("Grid", "空")
    return ""


def _ink(face: Face, look: Look) -> QColor:
    if face.marks and face.marks[0] in {Mark.BROKEN, Mark.WARNED} and not face.settled:
        return look.theme.color(face.marks[0].value)
    if Mark.TRANSCRIBED in face.marks:
        return look.theme.color("transcribed")
    if face.kind is Kind.NIL or face.text == "0":
        return look.theme.color("muted")
    return look.theme.color("text")


def _paint_proposed(painter: QPainter, rect: QRect, face: Face, look: Look) -> int:
    """The proposed figure, small, behind an arrow; answers the pixels that it took."""
    if face.proposed is None or look.guard_map:
        return 0
    text = f"→{face.proposed}"
    painter.setFont(look.pens.small)
    painter.setPen(look.theme.color("proposed"))
    metrics = look.pens.small_metrics
    said = look.pens.figure_metrics.width(face.text)
    room = max(rect.width() - said, metrics.horizontalAdvance("→"))
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(rect, RIGHT, elided)
    return metrics.horizontalAdvance(elided) + 1


def _paint_marks(painter: QPainter, rect: QRect, room: int, face: Face, look: Look) -> None:
    """The marks from the left, heaviest first; the proposed figure has an arrow of its own."""
    marks = [mark for mark in face.marks if mark is not Mark.PROPOSED or face.proposed is None]
    size = min(_GLYPH, rect.height() - 6)
    beside = (room + 3) // (size + 3) >= len(marks)
    boxes = _row(rect, size) if beside else _pairs(rect)
    for mark, box in zip(marks, boxes, strict=False):
        _paint_mark(painter, mark, box, face, look)


def _row(rect: QRect, size: int) -> Iterator[QRectF]:
    """Places for marks side by side."""
    top = rect.top() + (rect.height() - size) / 2
    return (QRectF(rect.left() - 1 + place * (size + 3), top, size, size) for place in count())


def _pairs(rect: QRect) -> Iterator[QRectF]:
    """Places for small marks, two above each other, from the very edge of the cell."""
    size = min(_SMALL, rect.height() // 2 - 1)
    left, tops = rect.left() - PAD + 2, (rect.top() + 1, rect.bottom() - size)
    return (QRectF(left + (size + 1) * (at // 2), tops[at % 2], size, size) for at in count())


def _paint_mark(painter: QPainter, mark: Mark, box: QRectF, face: Face, look: Look) -> None:
    hollow = face.settled and mark in {Mark.BROKEN, Mark.WARNED}
    color = look.theme.color("muted" if hollow else mark.value)
    paint_glyph(painter, mark, box, color, hollow=hollow)


def _paint_guards(painter: QPainter, rect: QRect, face: Face, look: Look) -> None:
    painter.setFont(look.pens.small)
    painter.setPen(look.theme.color("muted"))
    painter.drawText(rect, LEFT, f"×{face.guards}")


def _hatch(painter: QPainter, rect: QRect, color: QColor) -> None:
    painter.fillRect(rect, QBrush(color, Qt.BrushStyle.BDiagPattern))


def underline_inferred(painter: QPainter, rect: QRect, width: int, color: QColor) -> None:
    """Dots below a figure that arithmetic told from others, at the right side of its cell."""
    pen = QPen(color, 1, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    bottom = rect.center().y() + painter.fontMetrics().ascent() // 2 + 2
    painter.drawLine(rect.right() - width, bottom, rect.right(), bottom)
