"""What the rows of lists and tables stand on, and how their texts are cut."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reviewer.window.look.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_State = QStyle.StateFlag


def paint_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    theme: Theme,
    *,
    over: bool | None = None,
    stripe: int = 0,
    ruled: bool = True,
) -> None:
    """Tint a row that is chosen or under the pointer; one that cannot be chosen takes no tint.

    Args:
        painter: Its pen is another one afterwards.
        option: The row.
        theme: Names the colours.
        over: Whether the row is under the pointer; None if the option itself is all of it.
        stripe: Pixels of a stripe in the accent's colour at the left of a chosen row.
        ruled: Whether a line is drawn below.
    """
    rect: QRect = option.rect
    if over is None:
        over = bool(option.state & _State.State_MouseOver)
    if option.state & _State.State_Selected:
        painter.fillRect(rect, theme.color("selection"))
        painter.fillRect(rect.left(), rect.top(), stripe, rect.height(), theme.color("accent"))
    elif over and option.state & _State.State_Enabled:
        painter.fillRect(rect, theme.color("hover"))
    if ruled:
        painter.setPen(theme.color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def paint_elided(
    painter: QPainter, rect: QRect, text: str, aligned: Qt.AlignmentFlag = LEFT
) -> None:
    """Draw as much of a text on one line as there is room for, in the painter's font and pen."""
    right = Qt.TextElideMode.ElideRight
    painter.drawText(rect, aligned, painter.fontMetrics().elidedText(text, right, rect.width()))
