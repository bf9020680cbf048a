"""Draws the rows of the findings: severity by shape, colour and word, the verdict as a button."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer.checks.model import Severity
from reviewer.window.findings.rows import Field, FindingRow, verdict_texts
from reviewer.window.look.marks import SHAPES
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.field_style import dress_field
from reviewer.window.widgets.glyphs import paint_glyph
from reviewer.window.widgets.model_index import ROW_ROLE, Index
from reviewer.window.widgets.plain_table import PlainTable
from reviewer.window.widgets.row_ground import LEFT, paint_elided, paint_ground
from reviewer.window.wording import severity_name

_PADDING = 8
_SIGN, _BESIDE = 0.6, 9
"""A severity's sign in lines of text; the pixels before and behind it."""
_ARROW_GAP, _ARROW_WIDTH = 6, 7
_State = QStyle.StateFlag
ROW_HEIGHT = 1.42
"""The height of a row in lines of text: one, with some air."""


def severity_width(font: QFont) -> int:
    """Pixels that the widest of the severities needs with its sign."""
    metrics = QFontMetrics(_bold(font))
    words = max(metrics.horizontalAdvance(severity_name(one)) for one in Severity)
    return round(metrics.height() * _SIGN) + words + 2 * _PADDING + _BESIDE


def verdict_width(font: QFont) -> int:
    """Pixels that the longest of the verdicts needs with its arrow."""
    words = max(map(QFontMetrics(font).horizontalAdvance, verdict_texts()))
    return words + _PADDING + _ARROW_GAP + _ARROW_WIDTH + _PADDING


def _bold(base: QFont) -> QFont:
    font = QFont(base)
    font.setBold(True)
    return font


class FindingsDelegate(QStyledItemDelegate):
    """Draws cells and edits reasons.

    Attributes:
        menu_wanted: Index and global point: the verdict of that row was clicked.
        reason_typed: Index and text.
    """

    menu_wanted = Signal(object, object)
    reason_typed = Signal(object, str)

    def __init__(self, theme: Theme, view: PlainTable) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    # -- drawing --------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell of a row."""
        row: FindingRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = index.row() == self._view.row_under_pointer
        paint_ground(painter, option, self._theme, over=over)
        field = Field(index.column())
        if field is Field.SEVERITY:
            self._paint_severity(painter, rect, row, option.font)
        elif field is Field.VERDICT:
            self._paint_verdict(painter, option, row)
        else:
            muted = row.settled or (field is Field.REASON and not row.stale)
            name = "doubtful" if field is Field.REASON and row.stale else "text"
            self._paint_text(painter, rect, row.texts[field], "muted" if muted else name)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one line with air."""
        return QSize(80, round(option.fontMetrics.height() * ROW_HEIGHT))

    def _paint_severity(self, painter: QPainter, rect: QRect, row: FindingRow, base: QFont) -> None:
        severity = row.finding.severity
        color = self._theme.color(severity.value)
        size = painter.fontMetrics().height() * _SIGN
        left = rect.left() + _PADDING + 4
        box = QRectF(left, rect.center().y() + 0.5 - size / 2, size, size)
        paint_glyph(painter, SHAPES[severity], box, color, hollow=row.settled)
        painter.setFont(_bold(base) if not row.settled else base)
        painter.setPen(color)
        words = rect.adjusted(_PADDING + round(size) + _BESIDE, 0, 0, 0)
        painter.drawText(words, LEFT, row.texts[Field.SEVERITY])

    def _paint_text(self, painter: QPainter, rect: QRect, text: str, name: str) -> None:
        painter.setPen(self._theme.color(name))
        inside = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        paint_elided(painter, inside, " ".join(text.split()))

    def _paint_verdict(
        self, painter: QPainter, option: QStyleOptionViewItem, row: FindingRow
    ) -> None:
        rect = self._button_rect(option.rect)
        if option.state & (_State.State_MouseOver | _State.State_Selected):
            painter.setPen(self._theme.color("border"))
            painter.setBrush(self._theme.color("base"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        color = self._verdict_color(row)
        painter.setPen(color)
        name = row.texts[Field.VERDICT]
        painter.drawText(rect.adjusted(_PADDING, 0, 0, 0), LEFT, name)
        left = rect.left() + _PADDING + painter.fontMetrics().horizontalAdvance(name)
        box = QRectF(left + _ARROW_GAP, rect.center().y() - 1.5, _ARROW_WIDTH, 4.5)
        _paint_arrow(painter, box, color)

    def _verdict_color(self, row: FindingRow) -> QColor:
        if row.stale:
            return self._theme.color("doubtful")
        return self._theme.color("muted" if row.settled else "text")

    def _button_rect(self, rect: QRect) -> QRect:
        return rect.adjusted(2, 3, -2, -4)

    # -- acting ---------------------------------------------------------------------------

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on a verdict asks for its menu."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and index.column() == Field.VERDICT
        ):
            corner: QPoint = self._button_rect(option.rect).bottomLeft()
            self.menu_wanted.emit(index, self._view.viewport().mapToGlobal(corner))
            return True
        return super().editorEvent(event, model, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line for the reason."""
        editor = QLineEdit(parent)
        editor.setObjectName("reason_editor")
        editor.setPlaceholderText(self.tr("理由，回车保存"))
        editor.setAccessibleName(self.tr("理由"))
        dress_field(editor, self._theme)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the reason there is."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the text on; the model itself stores nothing."""
        if isinstance(editor, QLineEdit):
            self.reason_typed.emit(index, editor.text().strip())


def _paint_arrow(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    tip = QPointF(box.center().x(), box.bottom())
    painter.drawPolygon([box.topLeft(), box.topRight(), tip])
