"""The open reviews, what is selected, and the only way for a panel to change anything."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.base import CellId, FindingId
from reviewer.checks.model import Finding, Suspect
from reviewer.document.model import Span
from reviewer.errors import EditError, LibraryError, ReviewerError
from reviewer.forms.report import Report
from reviewer.review.model import (
    Annotate,
    Changes,
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
from reviewer.window.openings import Openings
from reviewer.window.selection import Selection
from reviewer.window.tasks import Worker

if TYPE_CHECKING:
    from reviewer.library.library import Library
    from reviewer.review.review import Review


class Workbench(QObject):
    """What all panels share.

    Panels read ``current`` and ``selection`` when a signal says that they changed, and send
    every edit through the methods here; none keeps a copy of what it shows.

    Attributes:
        opened: A Review was added.
        closed: The sha256 of a review that was closed.
        current_changed: Another Review, or None, is shown.
        changed: Changes of the current review.
        selection_changed: The new Selection.
        guard_map_changed: Whether the grids show how many rules watch each cell.
        what_if_changed: WhatIf while a figure is being typed, else None.
        saved: When the last transaction was written.
        said: A line for the status bar.
        failed: A ReviewerError for the message bar.
        busy: Message and share done, 0 to 1; ("", 1.0) at the end.
        editing_changed: A cell editor was opened or closed (:meth:`set_editing`).
        edit_wanted: CellId and "transcribe" or "propose": the grids open their editor.
        note_wanted: The Selection that the notes panel should open a new note on.
    """

    opened = Signal(object)
    closed = Signal(object)
    current_changed = Signal(object)
    changed = Signal(object)
    selection_changed = Signal(object)
    guard_map_changed = Signal(bool)
    what_if_changed = Signal(object)
    saved = Signal(object)
    said = Signal(str)
    failed = Signal(object)
    busy = Signal(str, float)
    editing_changed = Signal(bool)
    edit_wanted = Signal(object, str)
    note_wanted = Signal(object)

    def __init__(
        self,
        library: Library | None = None,
        author: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.author = author
        self._library = library
        self._reviews: list[Review] = []
        self._current: Review | None = None
        self._selections: dict[str, Selection] = {}
        self._order: tuple[FindingId, ...] | None = None
        self._guard_map = False
        self._editing = False
        self.worker = Worker(self)
        self._openings = Openings(self.worker, self)
        self._openings.read.connect(self.add)
        self._openings.failed.connect(self.failed)
        self.worker.progressed.connect(self.busy)
        self.worker.idled.connect(self._say_idle)

    # -- what is open ---------------------------------------------------------------------

    @property
    def reviews(self) -> tuple[Review, ...]:
        """All open reviews in the order they were opened."""
        return tuple(self._reviews)

    @property
    def current(self) -> Review | None:
        """The review shown."""
        return self._current

    @property
    def library(self) -> Library | None:
        """Where reviews are kept; None in trials."""
        return self._library

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read files in the background; each is added, or ``failed`` tells why not."""
        self._openings.open_paths(paths)

    def open_text(self, text: str) -> None:
        """Read a report that was pasted."""
        self._openings.open_text(text)

    def add(self, report: Report) -> None:
        """Start or take up the review of a report and show it.

        The same content again shows the review that is open already.
        """
        known = self._find(report.document.origin.sha256)
        if known is not None:
            self.show(known)
            self.said.emit(self.tr("这份报告已经打开。"))
            return
        try:
            review = self._review(report)
        except LibraryError as error:
            self.failed.emit(error)
            return
        self._reviews.append(review)
        self.opened.emit(review)
        self.show(review)

    def show(self, review: Review) -> None:
        """Make an open review the current one."""
        if review is self._current:
            return
        self._set_current(review)

    def close_review(self, review: Review) -> None:
        """Take a review off the window; everything in it is kept in the library."""
        index = self._reviews.index(review)
        self._reviews.remove(review)
        self._selections.pop(_identity(review), None)
        if review is self._current:
            rest = self._reviews
            self._set_current(rest[min(index, len(rest) - 1)] if rest else None)
        self.closed.emit(_identity(review))

    # -- selection ------------------------------------------------------------------------

    @property
    def selection(self) -> Selection:
        """What is selected in the current review."""
        if self._current is None:
            return Selection()
        return self._selections.get(_identity(self._current), Selection())

    def select_cell(self, cell: CellId, source: str) -> None:
        """Select a figure in every panel; ``source`` names the panel that asks."""
        if self._current is not None:
            review = self._current
            chosen = select.of_cell(review.report, review.checked, self.selection, cell)
            self._select(chosen, source)

    def select_span(self, span: Span, source: str) -> None:
        """Select a passage, and the figure or finding that it belongs to."""
        if self._current is not None:
            review = self._current
            self._select(select.of_span(review.report, review.checked, span), source)

    def select_finding(self, finding: FindingId, source: str) -> None:
        """Select a finding with its first figure or passage; an unknown one is ignored."""
        found = self.finding(finding)
        if found is not None and self._current is not None:
            self._select(select.of_finding(self._current.report, found), source)

    def finding(self, finding: FindingId | None) -> Finding | None:
        """A finding of the current review by its id."""
        if self._current is None or finding is None:
            return None
        return next((one for one in self._current.checked.findings if one.id == finding), None)

    def set_finding_order(self, ids: Sequence[FindingId]) -> None:
        """The findings that F8 walks through: those that the findings panel shows."""
        self._order = tuple(ids)

    def next_finding(self) -> None:
        """Select the finding after the selected one, from the last on to the first."""
        self._step(1)

    def previous_finding(self) -> None:
        """Select the finding before the selected one, from the first on to the last."""
        self._step(-1)

    # -- edits ----------------------------------------------------------------------------

    def apply(self, edit: Edit, reason: str = "") -> bool:
        """Do an edit on the current review; what cannot be done is told by ``failed``."""
        if self._current is None:
            return False
        try:
            changes = self._current.do(edit, reason)
        except (EditError, LibraryError) as error:
            self.failed.emit(error)
            return False
        self._publish(changes)
        return True

    def undo(self) -> None:
        """Take back the last edit."""
        self._walk_back("undo")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._walk_back("redo")

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

    def annotate(
        self,
        text: str,
        *,
        cell: CellId | None = None,
        span: Span | None = None,
        note: str | None = None,
    ) -> bool:
        """Write a note on a cell, a passage or the report.

        Args:
            text: Empty deletes the note.
            cell: The figure that it is on, if any.
            span: The passage that it is on, if any.
            note: The note to replace; None writes a new one.
        """
        identity = note if note is not None else uuid.uuid4().hex
        return self.apply(Annotate(note=identity, text=text, cell=cell, span=span))

    def decide(self, finding: FindingId, verdict: Verdict | None, reason: str = "") -> bool:
        """Give a verdict on a finding, or take it back with None."""
        found = self.finding(finding)
        if found is None or self._current is None:
            return False
        by_cell = self._current.report.by_cell
        printed = tuple(by_cell[cell].printed or "" for cell in found.cells if cell in by_cell)
        edit = Decide(
            finding=finding,
            verdict=verdict,
            reason=reason,
            rule=found.rule,
            cells=found.cells,
            printed=printed,
        )
        return self.apply(edit, reason)

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
            self.what_if_changed.emit(None)

    def try_figure(self, cell: CellId, text: str | None) -> None:
        """Tell what a figure being typed would fix and break; None ends that."""
        from reviewer.checks.engine import what_if
        from reviewer.forms.numbers import parse_figure

        if self._current is None or text is None:
            self.what_if_changed.emit(None)
            return
        number = parse_figure(text).number
        answer = what_if(self._current.report, self._current.checked, cell, number)
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

    def export_workbook(self, target: Path) -> bool:
        """Write the current review down as a workbook."""
        from reviewer.export.workbook import write_workbook

        if self._current is None:
            return False
        try:
            write_workbook(self._current, target, reviewer_name=self.author)
        except ReviewerError as error:
            self.failed.emit(error)
            return False
        self.said.emit(self.tr("已导出：{}").format(target))
        return True

    def close(self) -> None:
        """End background work; the library's owner closes it after this."""
        self.worker.close()

    # -- inside ---------------------------------------------------------------------------

    def _review(self, report: Report) -> Review:
        from reviewer.review.review import Review

        if self._library is None:
            return Review(report, author=self.author)
        identity = report.document.origin.sha256
        entries = self._library.entries(identity)
        store = partial(self._library.append, identity)
        review = Review(report, author=self.author, entries=entries, store=store)
        self._library.remember(report)
        return review

    def _find(self, identity: str) -> Review | None:
        return next((one for one in self._reviews if _identity(one) == identity), None)

    def _set_current(self, review: Review | None) -> None:
        self._current = review
        self._order = None
        self.current_changed.emit(review)
        self.selection_changed.emit(self.selection)

    def _select(self, chosen: Selection, source: str) -> None:
        if self._current is None:
            return
        selection = select.from_source(chosen, source)
        self._selections[_identity(self._current)] = selection
        self.selection_changed.emit(selection)

    def _step(self, by: int) -> None:
        if self._current is None:
            return
        order = self._order
        if order is None:
            order = tuple(one.id for one in self._current.checked.findings)
        if not order:
            self.said.emit(self.tr("没有问题可看。"))
            return
        self.select_finding(select.step(order, self.selection.finding, by), "keys")

    def _walk_back(self, direction: str) -> None:
        if self._current is None or self._editing:
            return
        try:
            changes = self._current.undo() if direction == "undo" else self._current.redo()
        except (EditError, LibraryError) as error:
            self.failed.emit(error)
            return
        if changes is not None:
            self._publish(changes)

    def _publish(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.saved.emit(
            self._current.entries[-1].time if self._current else datetime.now().astimezone()
        )

    def _say_idle(self) -> None:
        self.busy.emit("", 1.0)


def _identity(review: Review) -> str:
    return review.report.document.origin.sha256
