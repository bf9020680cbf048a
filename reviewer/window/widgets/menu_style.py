"""How the lines in menus are drawn: Fusion's cannot be seen on a dark ground."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionMenuItem,
    QWidget,
)

from reviewer.window.look.theme import Theme

_INDENT = 8


class MenuStyle(QProxyStyle):
    """The style of menus alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self.setParent(theme)
        self._theme = theme

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """A line between groups in the colour of all lines."""
        parts = (
            element == QStyle.ControlElement.CE_MenuItem
            and isinstance(option, QStyleOptionMenuItem)
            and option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator
        )
        if not parts:
            super().drawControl(element, option, painter, widget)
            return
        area = option.rect.adjusted(_INDENT, 0, -_INDENT, 0)
        painter.fillRect(
            area.left(), area.center().y(), area.width(), 1, self._theme.color("border")
        )


def ruled(menu: QMenu, theme: Theme) -> QMenu:
    """A menu whose groups are told apart in any theme."""
    style = theme.findChild(MenuStyle) or MenuStyle(theme)
    menu.setStyle(style)
    return menu
