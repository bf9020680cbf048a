"""One table of the form: its grid, a word when it is not in the report, the line below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.base import CellId
from reviewer.checks.model import WhatIf
from reviewer.forms.report import Kind
from reviewer.review.model import Group, Transcribe
from reviewer.review.review import Review
from reviewer.window.commands.figure import TYPED, FigureCommand, Mode
from reviewer.window.commands.panel_keys import panel_key
from reviewer.window.desk.workbench import Workbench
from reviewer.window.faces import related_cells, said_text
from reviewer.window.grid.bar import GridBar
from reviewer.window.grid.clipboard import Pasting, block_text, parse_block, plan_paste
from reviewer.window.grid.delegate import Scene
from reviewer.window.grid.menu import open_menu
from reviewer.window.grid.model import GridModel
from reviewer.window.grid.view import GridView
from reviewer.window.look.theme import Theme
from reviewer.window.selection import Chooser
from reviewer.window.widgets.notice import Notice

_MARGIN = 10


class GridPage(QWidget):
    """A page of the tables.

    Attributes:
        editing_changed: A cell editor was opened or closed.
    """

    editing_changed = Signal(bool)

    def __init__(self, key: str, workbench: Workbench, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._workbench = workbench
        self._pending: Pasting | None = None
        self.model = GridModel(workbench, key, self)
        self.notice = Notice(theme, self)
        self.view = GridView(self.model, theme, self)
        self.view.setObjectName(f"grid.{key}")
        self.bar = GridBar(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN - 2, _MARGIN, 3)
        column.setSpacing(3)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        column.addWidget(self.bar)
        self.view.cell_chosen.connect(self._on_cell_chosen)
        self.view.commanded.connect(self.run)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.editing_changed.connect(self._on_editing_changed)
        self.view.pencil.typed.connect(workbench.try_figure)
        self.bar.question.answered.connect(self._on_answered)
        self.bar.question.pasted.connect(self._paste_instead)

    # -- what is shown --------------------------------------------------------------------

    def show_review(self, review: Review | None) -> None:
        """Show the table of another review."""
        self._forget_paste()
        self.model.show(review)
        table = self.model.table
        self.view.setAccessibleName(f"{table.name} {table.title}" if table else "")
        self._tell_of_the_table()
        self.view.reshape()

    def refresh(self) -> None:
        """Look at the review again."""
        self.view.fit_changed(self.model.refresh())
        self._tell_of_the_table()
        self.show_scene()

    def show_scene(self) -> None:
        """Tint what belongs to the selected figure, or show the guard map."""
        review, cell = self.model.review, self._workbench.selection.cell
        related = related_cells(review, cell) if review is not None and cell else frozenset()
        self.view.show_scene(Scene(related=related, guard_map=self._workbench.guard_map))
        self.bar.legend.show_guard_map(self._workbench.guard_map)

    def show_what_if(self, answer: WhatIf | None) -> None:
        """What the figure being typed would fix and break."""
        if self.bar.asking:
            return
        if answer is None or not self.view.editing:
            self.bar.show_legend()
        else:
            self.bar.show_what_if(self._workbench.tried, answer)

    def _tell_of_the_table(self) -> None:
        """What its marks mean; a word over the grid if the report lacks it, or some of it."""
        faces = self.model.faces.values()
        self.bar.legend.show_faces(faces)
        missing = sum(1 for face in faces if face.kind is Kind.MISSING)
        table = self.model.table
        text = ""
        if table is not None and missing == len(faces):
            text = self.tr(
                "报告里没有找到{name}。可以对照原文逐格录入，"
                "或在首格上粘贴从电子表格复制的数据（{key}）。"
            ).format(name=table.name, key=panel_key("tables.paste"))
        elif missing:
            text = self.tr("有 {n} 格在报告里没有找到，表中以斜线和“缺”字标出。").format(n=missing)
        self.notice.say(text)

    # -- selection ------------------------------------------------------------------------

    def follow(self, cell: CellId) -> None:
        """Go to a figure of this table."""
        self.view.follow(cell)

    def leave(self) -> None:
        """What is selected is none of this table's figures."""
        self._forget_paste()
        self.view.leave()

    def _on_cell_chosen(self, cell: CellId) -> None:
        self._forget_paste()
        self._workbench.select_cell(cell, Chooser.GRID)

    # -- commands -------------------------------------------------------------------------

    def run(self, command: FigureCommand) -> None:
        """Do what a key or the menu asked for; some of it is done with the whole block."""
        cell = self.view.current_cell
        if command is FigureCommand.COPY:
            self.copy()
        elif command is FigureCommand.PASTE:
            self.paste(QGuiApplication.clipboard().text())
        elif command is FigureCommand.WITHDRAW:
            self.withdraw()
        elif command in TYPED:
            self.view.edit_current(TYPED[command])
        elif cell is not None:
            self._workbench.do_with(cell, command, Chooser.GRID)

    def _open_menu(self, point: QPoint) -> None:
        review, cell = self._workbench.current, self.view.current_cell
        if review is not None and cell is not None:
            suspect = self._workbench.suspect()
            open_menu(self.view, review, cell, suspect, point).chosen.connect(self.run)

    # -- editing --------------------------------------------------------------------------

    def edit(self, cell: CellId, mode: Mode) -> None:
        """Open the editor of a figure."""
        self.view.follow(cell)
        self.view.edit_current(mode)

    def withdraw(self) -> None:
        """Take back the transcriptions of the selected figures."""
        review = self._workbench.current
        if review is None:
            return
        typed = [one for one in self.view.selected_cells() if one in review.transcriptions]
        if not typed:
            self._workbench.say(self.tr("所选单元格没有更正过读数，无可撤回。"))
        elif len(typed) == 1:
            self._workbench.transcribe(typed[0], None)
        else:
            edits = tuple(Transcribe(cell=one, text=None) for one in typed)
            title = self.tr("撤回 {n} 格更正").format(n=len(edits))
            self._workbench.apply(Group(title=title, edits=edits))

    def _on_editing_changed(self, on: bool) -> None:
        if on:
            self._forget_paste()
            self.view.enter_moves = self._workbench.enter_moves
        else:
            self.bar.show_legend()
        self.editing_changed.emit(on)

    # -- clipboard ------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected block on the clipboard as a spreadsheet takes it."""
        corners = self.view.selected_corners()
        if corners is None:
            return
        texts = self.model.texts()
        QGuiApplication.clipboard().setText(block_text(self.model.layout_shown, texts, corners))
        self._workbench.say(self.tr("已复制。"))

    def paste(self, text: str) -> None:
        """Transcribe a block from a spreadsheet; asks first if something does not fit."""
        start = self._paste_start()
        block = parse_block(text)
        if start is None:
            self._workbench.say(self.tr("请先选中要粘贴到的首格。"))
            return
        if not block:
            self._workbench.say(self.tr("剪贴板里没有可以粘贴的内容。"))
            return
        plan = plan_paste(self.view.walk, start, block, self._said)
        if not plan.edits:
            lost = self.tr("{n} 格超出表格，不会粘贴。").format(n=plan.lost) if plan.lost else ""
            self._workbench.say(self.tr("粘贴的内容与现有读数相同，没有改动。") + lost)
        elif plan.doubtful:
            self._pending = plan
            self.bar.ask(self._question(plan), self.tr("粘贴 {n} 格").format(n=len(plan.edits)))
        else:
            self._carry_out(plan)

    def _paste_start(self) -> CellId | None:
        """The first figure of the selected block, else the current one."""
        corners = self.view.selected_corners()
        if corners is None:
            return None
        for place in corners.places():
            shown = self.model.shown(*place)
            if shown is not None and shown.place.cell is not None:
                return shown.place.cell
        return self.view.current_cell

    def _said(self, cell: CellId) -> str | None:
        review = self.model.review
        if review is None or review.report.by_cell[cell].kind is Kind.MISSING:
            return None
        return said_text(review, cell)

    def _question(self, plan: Pasting) -> str:
        size = self.tr("剪贴板 {rows} 行 × {columns} 列。").format(
            rows=plan.height, columns=plan.width
        )
        if plan.lost:
            size += self.tr("{n} 格超出表格，不会粘贴。").format(n=plan.lost)
        if plan.words:
            size += self.tr("{n} 格不是数字，将按文字记下。").format(n=plan.words)
        return size

    def _carry_out(self, plan: Pasting) -> None:
        size = {"rows": plan.height, "columns": plan.width}
        title = self.tr("粘贴 {rows} 行 × {columns} 列").format(**size)
        if self._workbench.apply(Group(title=title, edits=plan.edits)):
            done = self.tr("已粘贴，{n} 格读数改变。").format(n=len(plan.edits))
            self._workbench.say(done)

    def _on_answered(self, yes: bool) -> None:
        plan = self._pending
        self._forget_paste()
        self.view.setFocus()
        if yes and plan is not None:
            self._carry_out(plan)

    def _paste_instead(self) -> None:
        self._forget_paste()
        self.view.setFocus()
        self.run(FigureCommand.PASTE)

    def _forget_paste(self) -> None:
        self._pending = None
        if self.bar.asking:
            self.bar.show_legend()
