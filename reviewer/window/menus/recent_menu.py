"""The menu of reports that were opened before."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.window.desk.workbench import Workbench
from reviewer.window.summary import name_of
from reviewer.window.widgets.plain_tip import plain_tip

_MOST = 12


class RecentMenu(QMenu):
    """Filled when it is about to be shown."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("最近的报告"))
        self.setToolTipsVisible(True)
        self._workbench = workbench
        self.aboutToShow.connect(self.refresh)
        self.triggered.connect(self._open)

    def refresh(self) -> None:
        """List the reports that were opened before."""
        self.clear()
        for seen in self._workbench.archive.recent(_MOST):
            action = self.addAction(name_of(seen))
            action.setToolTip(plain_tip(seen.path or self.tr("来自剪贴板")))
            action.setData(seen)
        if self.isEmpty():
            self.addAction(self.tr("（没有）")).setEnabled(False)

    def _open(self, action: QAction) -> None:
        self._workbench.archive.open(action.data())
