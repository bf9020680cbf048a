"""What can be done with a figure, as a menu at the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.base import CellId
from reviewer.checks.model import Suspect
from reviewer.review.review import Review
from reviewer.window.commands.figure import FigureCommand
from reviewer.window.commands.panel_keys import key_name
from reviewer.window.grid.commands import keys_of
from reviewer.window.grid.frame import GridFrame
from reviewer.window.widgets.menu_style import ruled


class CellMenu(QMenu):
    """The menu of one figure.

    Attributes:
        chosen: The FigureCommand that was chosen.
    """

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, review: Review, cell: CellId, suspect: Suspect | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cell_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer(FigureCommand.TRANSCRIBE, self.tr("更正读数…"))
        self._offer(FigureCommand.PROPOSE, self.tr("修改建议…"))
        if suspect is not None:
            self._offer(FigureCommand.SUGGEST, self.tr("采纳推荐数作为建议"))
        self.addSeparator()
        self._offer(FigureCommand.NOTE, self.tr("批注…"))
        confirmed = cell in review.confirmed
        title = self.tr("撤回确认") if confirmed else self.tr("确认无误")
        self._offer(FigureCommand.CONFIRM, title)
        if review.report.by_cell[cell].place is not None:
            self._offer(FigureCommand.SHOW_SOURCE, self.tr("查看原文"))
        self.addSeparator()
        self._offer(FigureCommand.WITHDRAW, self.tr("撤回更正")).setEnabled(
            cell in review.transcriptions
        )
        if cell in review.proposals:
            self._offer(FigureCommand.WITHDRAW_PROPOSAL, self.tr("撤回建议"))
        self.addSeparator()
        self._offer(FigureCommand.COPY, self.tr("复制"))
        self._offer(FigureCommand.PASTE, self.tr("粘贴"))
        self.triggered.connect(self._on_triggered)

    def _offer(self, command: FigureCommand, title: str) -> QAction:
        """A line of the menu; the keys are only named, the grid listens to them itself."""
        action = self.addAction("\t".join((title, *map(key_name, keys_of(command)[:1]))))
        action.setData(command.value)
        return action

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(FigureCommand(action.data()))


def open_menu(
    parent: GridFrame, review: Review, cell: CellId, suspect: Suspect | None, point: QPoint
) -> CellMenu:
    """Open the menu of a figure."""
    menu = CellMenu(parent, review, cell, suspect)
    ruled(menu, parent.theme).popup(point)
    return menu
