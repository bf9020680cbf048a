"""What stands over a panel: ruled below, the more so while the keys are in the panel."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.focus import has_focus

_ACTIVE = 2
"""Pixels of the rule's height while the panel has the keys."""


class RuledBelow(QWidget):
    """Belongs to the panel that it stands in: one sees there which panel hears the keys."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._active = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def active(self) -> bool:
        """Whether the keys are in its panel."""
        return self._active

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rule."""
        painter = QPainter(self)
        thick = _ACTIVE if self._active else 1
        color = self._theme.color("accent" if self._active else "border")
        painter.fillRect(0, self.height() - thick, self.width(), thick, color)
        painter.end()

    def _on_focus_changed(self) -> None:
        panel = self.parentWidget()
        while isinstance(panel, RuledBelow):  # a heading within a common one
            panel = panel.parentWidget()
        active = panel is not None and has_focus(panel)
        if active != self._active:
            self._active = active
            self.update()
