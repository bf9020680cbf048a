"""How buttons and fields of dialogs are drawn: flat, as those of the panels are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QIcon, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.tick_box import paint_tick

_RADIUS = 4
_PAD = 4
"""Pixels beside what is written in a field, more than others leave."""
_ARROWS = 22
"""Pixels at the right of a field that its arrows stand in."""
_DRESSED = (QPushButton, QComboBox, QLineEdit, QAbstractSpinBox, QCheckBox)
_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Complex = QStyle.ComplexControl


def dress_dialog(dialog: QDialog, theme: Theme) -> None:
    """Give the buttons and fields of a dialog their looks, once they are all there."""
    style = DialogStyle(theme, dialog)
    for button in dialog.findChildren(QPushButton):
        button.setIcon(QIcon())  # some desktops give them signs of another hand than the rest
    for kind in _DRESSED:
        for widget in dialog.findChildren(kind):
            if not widget.styleSheet():
                widget.setStyle(style)
                if isinstance(widget, QLineEdit):
                    widget.setTextMargins(_PAD, 0, _PAD, 0)


class DialogStyle(QProxyStyle):
    """The style of some widgets alone: asked by all, it would make painting tables slow."""

    def __init__(self, theme: Theme, dialog: QDialog) -> None:
        super().__init__("Fusion")
        self.setParent(dialog)
        self._theme = theme

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Buttons, lines to type in, ticks; the ring of the focus is part of them."""
        if element == _Primitive.PE_PanelButtonCommand:
            down = bool(option.state & (_State.State_Sunken | _State.State_On))
            self._box(option, painter, fill="selection" if down else self._ground(option))
        elif element == _Primitive.PE_PanelLineEdit:
            inside = isinstance(widget.parentWidget(), QAbstractSpinBox) if widget else False
            if not inside:
                self._box(option, painter)
        elif element == _Primitive.PE_IndicatorCheckBox:
            self._tick(option, painter)
        elif element != _Primitive.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Fields with arrows."""
        if control == _Complex.CC_ComboBox:
            self._box(option, painter, fill=self._ground(option))
            self._arrow(painter, _at_right(option.rect).center(), option, down=True)
        elif control == _Complex.CC_SpinBox:
            self._box(option, painter)
            middle, step = _at_right(option.rect).center(), option.rect.height() // 4
            self._arrow(painter, middle - QPointF(0, step), option, down=False)
            self._arrow(painter, middle + QPointF(0, step), option, down=True)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """What is chosen stands as far from the border as what is typed."""
        if widget is None:
            return option.rect  # it is asked for the widgets that were dressed only
        rect = super().subControlRect(control, option, part, widget)
        chosen = part == QStyle.SubControl.SC_ComboBoxEditField
        return rect.adjusted(_PAD, 0, 0, 0) if control == _Complex.CC_ComboBox and chosen else rect

    def _ground(self, option: QStyleOption) -> str:
        over = option.state & _State.State_MouseOver and option.state & _State.State_Enabled
        return "hover" if over else "base"

    def _box(self, option: QStyleOption, painter: QPainter, fill: str = "base") -> None:
        focused = bool(option.state & _State.State_HasFocus)
        usable = bool(option.state & _State.State_Enabled)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent" if focused else "border"), 1))
        painter.setBrush(self._theme.color(fill if usable else "panel"))
        box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.restore()

    def _tick(self, option: QStyleOption, painter: QPainter) -> None:
        on = bool(option.state & _State.State_On)
        self._box(option, painter, fill="accent" if on else self._ground(option))
        if on:
            paint_tick(painter, QRectF(option.rect), self._theme.color("accent_text"))

    def _arrow(self, painter: QPainter, at: QPointF, option: QStyleOption, *, down: bool) -> None:
        usable = option.state & _State.State_Enabled
        turned = 1 if down else -1
        corners = ((-3.5, -1.8), (0.0, 1.8), (3.5, -1.8))
        points = [QPointF(at.x() + x + 0.5, at.y() + y * turned + 0.5) for x, y in corners]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("muted" if usable else "missing"), 1.3))
        painter.drawPolyline(QPolygonF(points))
        painter.restore()


def _at_right(rect: QRect) -> QRectF:
    return QRectF(rect.right() - _ARROWS, rect.top(), _ARROWS, rect.height())
