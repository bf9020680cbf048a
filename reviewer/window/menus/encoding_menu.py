"""The encodings in which a report's file can be read again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.document.encodings import ENCODINGS, title_of
from reviewer.window.desk.workbench import Workbench
from reviewer.window.summary import present_encoding


class EncodingMenu(QMenu):
    """Offers the encodings, the present one checked; choosing one reads the file again."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("encodingMenu")
        self._workbench = workbench
        self._path = Path()
        self.triggered.connect(self._choose)

    def offer(self, path: Path, point: QPoint) -> None:
        """Open for a file, at a point of the screen."""
        self._path = path
        self.clear()
        self.addSection(self.tr("换编码重新读取"))
        review = self._workbench.current
        here = review is not None and review.original.document.origin.path == str(path)
        present = title_of(present_encoding(review)) if here else ""
        for name, title in ENCODINGS.items():
            action = self.addAction(title)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(title_of(name) == present)
        self.addSeparator()
        self.addAction(self.tr("自动识别"))
        self.popup(point)

    def _choose(self, action: QAction) -> None:
        self._workbench.reread(self._path, action.data())
