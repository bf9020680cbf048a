"""The only way for a panel to change anything."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reviewer.base import CellId, FindingId
from reviewer.checks.model import Suspect
from reviewer.document.model import Span
from reviewer.errors import EditError, LibraryError, ReviewerError
from reviewer.review.model import (
    Annotate,
    Confirm,
    Decide,
    Edit,
    Group,
    Propose,
    Transcribe,
    UndoStatus,
    Verdict,
)
from reviewer.window import selection as select
from reviewer.window.commands.actions import key_of
from reviewer.window.commands.figure import TYPED, FigureCommand, Mode
from reviewer.window.desk.desk import Means, edits_of
from reviewer.window.desk.exports import Exports
from reviewer.window.desk.selecting import Selecting
from reviewer.window.language import told
from reviewer.window.selection import Chooser
from reviewer.window.summary import summary_of

if TYPE_CHECKING:
    from reviewer.review.carrying import Carried
    from reviewer.review.review import Review


class Workbench(Selecting):
    """What all panels share: the open reviews, the selection, and every command on them.

    Panels read ``current`` and ``selection`` when a signal says that they changed, and send
    every edit through the methods here; none keeps a copy of what it shows. The signals of
    :class:`Selecting` and :class:`Desk` are the others.

    Attributes:
        exported: The Path of a workbook that is complete, and the sha256 of its report.
        guard_map_changed: Whether the grids show how many rules watch each cell.
        what_if_changed: WhatIf while a figure is being typed, else None.
        editing_changed: A cell editor was opened or closed (:meth:`set_editing`).
        edit_wanted: CellId and Mode: the grids open their editor.
        note_wanted: The Selection that the notes panel should open a new note on.
        enter_moves: Where Enter leads after a figure was typed: "down", "right" or "stay".
    """

    exported = Signal(object, str)
    guard_map_changed = Signal(bool)
    what_if_changed = Signal(object)
    editing_changed = Signal(bool)
    edit_wanted = Signal(object, object)
    note_wanted = Signal(object)

    def __init__(self, means: Means | None = None, parent: QObject | None = None) -> None:
        super().__init__(means, parent)
        self.enter_moves = "down"
        self._guard_map = False
        self._editing = False
        self._tried = ""
        self._exports = Exports(self.worker, self)
        self._exports.written.connect(self.exported)
        self._exports.begun.connect(self.settled)
        self._exports.failed.connect(self.failed)

    # -- edits ----------------------------------------------------------------------------

    def apply(self, edit: Edit, reason: str = "") -> bool:
        """Do an edit on the current review; what cannot be done is told by ``failed``."""
        return self._current is not None and self.apply_to(self._current, edit, reason)

    def apply_to(self, review: Review, edit: Edit, reason: str = "") -> bool:
        """Do an edit on any review that is open."""
        try:
            changes = review.do(edit, reason)
        except (EditError, LibraryError) as error:
            self._tell_undone(error, review)
            return False
        self.settled.emit(edits_of(review))
        if review is self._current:
            self._publish(changes)
            self._tell_if_all_judged(edit)
        return True

    def undo(self) -> None:
        """Take back the last edit."""
        self._walk_back("undo")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._walk_back("redo")

    def undo_back_to(self, number: int) -> None:
        """Take back every step down to an entry of the journal."""
        if self._current is None or self._editing:
            return
        retraced = self._current.undo_back_to(number)
        if retraced.steps:
            self._publish(retraced.changes)
            self._go_to_edit(self._current.entries[-1].edit)
            self.said.emit(self.tr("已撤销 {} 步。").format(retraced.steps))
        if retraced.failure is not None:
            self._tell_undone(retraced.failure, self._current)

    @property
    def undo_status(self) -> UndoStatus:
        """What undo and redo would do."""
        return self._current.undo_status if self._current is not None else UndoStatus()

    def transcribe(self, cell: CellId, text: str | None, reason: str = "") -> bool:
        """The source says ``text`` in this cell; None takes that back."""
        return self.apply(Transcribe(cell=cell, text=text), reason)

    def propose(self, cell: CellId, text: str | None, reason: str = "") -> bool:
        """The report should say ``text`` in this cell; None takes that back."""
        return self.apply(Propose(cell=cell, text=text), reason)

    def confirm(self, cell: CellId, *, on: bool = True) -> bool:
        """The reading of this cell was looked at and is right."""
        return self.apply(Confirm(cell=cell, on=on))

    def toggle_confirmed(self, cell: CellId) -> None:
        """Mark a reading as looked at, or take that back."""
        if self._current is not None:
            self.confirm(cell, on=cell not in self._current.confirmed)

    def do_with(self, cell: CellId, command: FigureCommand, chooser: Chooser) -> None:
        """Do with a figure what a panel was asked for; blocks are copied and pasted by grids."""
        if command in TYPED:
            self.want_edit(cell, TYPED[command])
        elif command is FigureCommand.SUGGEST:
            self.take_suspect()
        elif command is FigureCommand.SUGGEST_READING:
            self.take_suspect(as_transcription=True)
        elif command is FigureCommand.WITHDRAW:
            self.transcribe(cell, None)
        elif command is FigureCommand.WITHDRAW_PROPOSAL:
            self.propose(cell, None)
        elif command is FigureCommand.CONFIRM:
            self.toggle_confirmed(cell)
        elif command is FigureCommand.NOTE:
            self.want_note()
        elif command is FigureCommand.SHOW_SOURCE:
            self.select_cell(cell, chooser)

    def annotate(
        self,
        text: str,
        *,
        cell: CellId | None = None,
        span: Span | None = None,
        note: str | None = None,
        review: Review | None = None,
    ) -> bool:
        """Write a note on a cell, a passage or the report.

        Args:
            text: Empty deletes the note.
            cell: The figure that it is on, if any.
            span: The passage that it is on, if any.
            note: The note to replace; None writes a new one.
            review: Whose report it is, if not the one shown.
        """
        identity = note if note is not None else uuid.uuid4().hex
        edit = Annotate(note=identity, text=text, cell=cell, span=span)
        return self.apply(edit) if review is None else self.apply_to(review, edit)

    def decide(
        self, finding: FindingId, verdict: Verdict | None, reason: str | None = None
    ) -> bool:
        """Give a verdict on a finding, or take it back with None; see :meth:`decision`."""
        known = self.finding(finding) is not None
        return known and self.apply(self.decision(finding, verdict, reason))

    def decision(
        self, finding: FindingId, verdict: Verdict | None, reason: str | None = None
    ) -> Decide:
        """The edit that gives a verdict; without a reason it keeps that of the one before."""
        before = self._current.decisions.get(finding) if self._current is not None else None
        if reason is None:
            reason = before.reason if before is not None and verdict is not None else ""
        return Decide(finding=finding, verdict=verdict, reason=reason)

    def suspect(self) -> Suspect | None:
        """The likeliest repair that concerns the selected cell or finding."""
        if self._current is None:
            return None
        return select.suspect_of(self._current.checked, self.selection)

    def take_suspect(self, *, as_transcription: bool = False) -> bool:
        """Take the likeliest repair of what is selected, as proposal or as transcription."""
        suspect = self.suspect()
        if suspect is None:
            self.said.emit(self.tr("所选内容没有可采纳的建议。"))
            return False
        kind = Transcribe if as_transcription else Propose
        edits = tuple(kind(cell=one.cell, text=str(one.proposed)) for one in suspect.changes)
        if len(edits) == 1:
            return self.apply(edits[0], suspect.why)
        return self.apply(Group(title=self.tr("采纳建议"), edits=edits), suspect.why)

    def copy_suggestion(self) -> None:
        """Copy what should stand where the selected finding is."""
        finding = self.finding(self.selection.finding)
        if finding is not None and finding.expected:
            QGuiApplication.clipboard().setText(finding.expected)
            self.say(self.tr("已复制建议：{}").format(finding.expected))

    def carry(self, review: Review, found: Carried) -> bool:
        """Say again of a review's report what was said of an earlier version of it."""
        if review not in self._reviews:
            return False
        self.show(review)
        return self.apply(found.edit)

    # -- while typing ---------------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Whether a cell editor is open; it has an undo of its own then."""
        return self._editing

    def set_editing(self, on: bool) -> None:
        """A grid tells that its cell editor was opened or closed."""
        if on != self._editing:
            self._editing = on
            self.editing_changed.emit(on)
        if not on:
            self._tried = ""
            self.what_if_changed.emit(None)

    def want_edit(self, cell: CellId, mode: Mode) -> None:
        """Have the grids open the editor of a figure."""
        self.edit_wanted.emit(cell, mode)

    def want_note(self) -> None:
        """Have the notes begin one on what is selected."""
        self.note_wanted.emit(self.selection)

    @property
    def tried(self) -> str:
        """The text being typed, which ``what_if_changed`` speaks of."""
        return self._tried

    def try_figure(self, cell: CellId, text: str | None) -> None:
        """Tell what a figure being typed would fix and break; None ends that."""
        from reviewer.checks.engine import what_if
        from reviewer.forms.figures.numbers import parse_figure

        self._tried = text or ""
        if self._current is None or text is None:
            self.what_if_changed.emit(None)
            return
        number = parse_figure(text).number
        review = self._current
        answer = what_if(review.report, review.checked, cell, number, review.rules)
        self.what_if_changed.emit(answer)

    # -- the rest -------------------------------------------------------------------------

    @property
    def guard_map(self) -> bool:
        """Whether the grids show how many rules watch each cell."""
        return self._guard_map

    def set_guard_map(self, on: bool) -> None:
        """Show or hide how many rules watch each cell."""
        if on != self._guard_map:
            self._guard_map = on
            self.guard_map_changed.emit(on)

    @property
    def exporting(self) -> bool:
        """Whether a workbook is not written yet."""
        return self._exports.busy

    def export_workbook(self, review: Review, target: Path) -> None:
        """Write an open review down as a workbook, in the background; ``exported`` tells it.

        What another window did in it since stands in the workbook too.
        """
        self.catch_up()
        self._exports.export(self._find(review.sha256) or review, target, self.author)

    # -- inside ---------------------------------------------------------------------------

    def _walk_back(self, direction: str) -> None:
        if self._current is None or self._editing:
            return
        back, status = direction == "undo", self._current.undo_status
        what = status.undo if back else status.redo
        try:
            changes = self._current.undo() if back else self._current.redo()
        except (EditError, LibraryError) as error:
            self._tell_undone(error, self._current)
            return
        if changes is not None:
            self.settled.emit(edits_of(self._current))
            self._publish(changes)
            self._go_to_edit(self._current.entries[-1].edit)
            said = self.tr("已撤销：{}") if back else self.tr("已重做：{}")
            self.said.emit(said.format(told(what or "")))

    def _go_to_edit(self, edit: Edit) -> None:
        """Show what was undone or redone: it can be out of sight by now."""
        if self._current is not None:
            report, checked = self._current.report, self._current.checked
            chosen = select.of_edit(report, checked, self.selection, edit)
            if chosen is not None:
                self._select(chosen, Chooser.UNDO)

    def _tell_if_all_judged(self, edit: Edit) -> None:
        """After the last verdict: what to do next."""
        deeds = edit.edits if isinstance(edit, Group) else (edit,)
        judged = any(isinstance(deed, Decide) and deed.verdict for deed in deeds)
        if self._current is None or not judged or summary_of(self._current).open:
            return
        if len(self._reviews) > 1:
            said = self.tr("问题已全部核定：{export} 导出审核表，{next} 看下一份报告。")
        else:
            said = self.tr("问题已全部核定：可以导出审核表（{export}）。")
        self.say(said.format(export=key_of("file.export"), next=key_of("view.next_report")))

    def _tell_undone(self, error: ReviewerError, review: Review) -> None:
        """Tell of an edit that was not kept; if another window was quicker, show what it did."""
        if isinstance(error, LibraryError):
            self.catch_up()
        self.tell(error, edits_of(review))
