"""What is being read or written, how far it is, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from reviewer.window.desk.workbench import Workbench
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.elided_label import ElidedLabel
from reviewer.window.widgets.icon_button import IconButton
from reviewer.window.wording import with_key

_INTERVAL = 120
"""Milliseconds between two updates; what is read sooner is not shown at all."""
_STEP = "正在"
"""How the names of steps begin; anything else is the name of a file that is read."""


class WorkProgress(QWidget):
    """Shown while the worker reads or writes, if that takes a while."""

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._latest = ("", 1.0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self._show)
        self._label = ElidedLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 6)
        stop = self.tr("停止当前任务")
        self._stop = IconButton(stop, with_key(stop, "file.stop"), theme, self)
        self._stop.setIconSize(QSize(14, 14))
        self._stop.clicked.connect(workbench.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(8)
        for widget in (self._label, self._bar, self._stop):
            row.addWidget(widget)
        self.hide()
        workbench.busy.connect(self._take)
        theme.changed.connect(self._draw_icon)
        self._draw_icon()

    def _take(self, message: str, share: float) -> None:
        self._latest = (message, share)
        if share >= 1.0 and not message:
            self._timer.stop()
            self.hide()
        elif not self._timer.isActive():
            self._timer.start()

    def _show(self) -> None:
        message, share = self._latest
        step = message.startswith(_STEP)  # else a file's name
        reading = self.tr("正在读取 {}").format(message).rstrip()
        self._label.setText(told(message) if step else reading)
        self._bar.setValue(round(share * 100))
        self.show()

    def _draw_icon(self) -> None:
        self._stop.setIcon(self._theme.icon("stop"))
