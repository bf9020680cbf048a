"""Panels that can be moved, floated and hidden, under slim headings of their own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QToolButton, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.panel_heading import PanelHeading


class Dock(QDockWidget):
    """A panel in a dock; the panel's heading is the dock's title bar.

    Buttons to float and to hide it show while the pointer is over the heading.
    """

    def __init__(self, name: str, panel: QWidget, heading: PanelHeading, theme: Theme) -> None:
        super().__init__(heading.title.text())
        self.setObjectName(f"dock.{name}")
        self.panel = panel
        self._heading = heading
        self._theme = theme
        self._float = self._button("float", self.tr("浮动或放回"))
        self._hide = self._button("close", self.tr("隐藏"))
        self._float.clicked.connect(self._toggle_floating)
        self._hide.clicked.connect(self.close)
        for button in (self._float, self._hide):
            heading.row.addWidget(button)
        self.setTitleBarWidget(heading)
        self.setWidget(panel)
        heading.installEventFilter(self)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the buttons while the pointer is over the heading."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            over = event.type() == QEvent.Type.Enter
            self._float.setVisible(over)
            self._hide.setVisible(over)
        return super().eventFilter(watched, event)

    def _button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self._heading)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setIconSize(QSize(14, 14))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.hide()
        return button

    def _toggle_floating(self) -> None:
        self.setFloating(not self.isFloating())

    def _draw_icons(self) -> None:
        for button in (self._float, self._hide):
            button.setIcon(self._theme.icon(button.objectName(), "muted"))
