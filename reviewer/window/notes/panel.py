"""Notes on figures, passages and the report."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reviewer.review.model import Changes, Note
from reviewer.review.review import Review
from reviewer.window.commands.actions import key_of
from reviewer.window.desk.workbench import Workbench
from reviewer.window.look.theme import Theme
from reviewer.window.notes.card import NoteCard
from reviewer.window.notes.column import Content, NoteColumn
from reviewer.window.notes.drafts import Drafts
from reviewer.window.notes.targets import (
    Target,
    quote,
    target_of,
    target_of_note,
    target_title,
)
from reviewer.window.selection import Chooser, Selection
from reviewer.window.widgets.ask_line import AskLine
from reviewer.window.widgets.icon_button import IconButton
from reviewer.window.widgets.or_sentence import OrSentence
from reviewer.window.widgets.panel_frame import CountedPanel
from reviewer.window.wording import moment, with_key

_HIGHEST = 240
"""How much room an editor takes from other panels at most."""


class NotesPanel(CountedPanel):
    """Cards of notes, newest first; what is being written stays until saved or cancelled.

    Attributes:
        shrunk: What is being written needs less room than it took from other panels.
    """

    shrunk = Signal()

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("批注"), theme, parent)
        self.setObjectName("notes_panel")
        self.setAccessibleName(self.tr("批注"))
        self._workbench = workbench
        self._theme = theme
        self._drafts = Drafts(workbench.shelf)
        self._writing: Target | None = None
        tip = with_key(self.tr("给选中的单元格或文字写批注"), "review.note")
        self.add_button = IconButton(tip, self.tr("添加批注"), theme, self.heading)
        self.undo_line = AskLine(theme, self)
        self._column = NoteColumn(theme, self)
        self.pages = OrSentence(self._column, self)
        self.editor = self._column.editor
        self._lay_out()
        self._connect()
        self._load(workbench.current)

    @property
    def writing(self) -> Target | None:
        """What a note is being written on now."""
        return self._writing

    def cards(self) -> list[NoteCard]:
        """The cards from top to bottom."""
        return self._column.cards()

    def begin(self, target: Target) -> None:
        """Write a note; what was being written elsewhere is kept as a draft."""
        review = self._workbench.current
        if review is None:
            return
        self._keep_draft(review)
        self._writing = target
        note = self._note(review, target.note)
        text = self._drafts.take(review, target) or (note.text if note is not None else "")
        self._arrange(review)
        self.editor.begin(target_title(target, review), quote(target, review), text)
        self._write_down()
        self._show_editor()

    def put_away(self, review: Review) -> None:
        """Keep what is being written on a report as a draft, which it is when it comes back."""
        if review is self._drafts.review and self._writing is not None:
            self._keep_draft(review)
            self._writing = None
        self._drafts.write(review)

    # -- building -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.add_button.setText("＋")
        self.heading.row.addStretch(1)
        self.heading.row.addWidget(self.add_button)
        self.fill(self.pages, above=self.undo_line)

    def _connect(self) -> None:
        self._workbench.current_changed.connect(self._load)
        self._workbench.parting.connect(self.put_away)
        self._workbench.closed.connect(self._drafts.forget)
        self._workbench.changed.connect(self._on_changed)
        self._workbench.selection_changed.connect(self._follow)
        self._workbench.note_wanted.connect(self._on_note_wanted)
        self._column.chosen.connect(self._go_to)
        self._column.edit_wanted.connect(self._edit)
        self._column.delete_wanted.connect(self._delete)
        self.add_button.clicked.connect(self._add)
        self.editor.saved.connect(self._save)
        self.editor.cancelled.connect(self._cancel)
        self.editor.field.textChanged.connect(self._write_down)
        # The range changes once the editor has its place, and again whenever it grows.
        self._column.verticalScrollBar().rangeChanged.connect(self._show_editor)
        self.undo_line.agreed.connect(self._workbench.undo)

    # -- what the workbench says ----------------------------------------------------------

    def _load(self, review: Review | None) -> None:
        self._keep_draft(self._drafts.review)
        self._drafts.review = review
        self._writing = None
        self._take_room(0)
        self.undo_line.hide()
        self.add_button.setEnabled(review is not None)
        self._refresh(review)

    def _on_changed(self, changes: Changes) -> None:
        self.undo_line.hide()
        review = self._workbench.current
        if review is None:
            return
        if self._writing and self._writing.note and not self._note(review, self._writing.note):
            self._keep_draft(review)
            self._writing = None
        if changes.notes:
            self._refresh(review)

    def _follow(self, selection: Selection) -> None:
        review = self._workbench.current
        for key, card in self._column.by_key.items():
            note = self._note(review, key) if review is not None else None
            card.mark(note is not None and _is_meant(note, selection))
        marked = next((card for card in self.cards() if card.marked), None)
        if marked is not None and selection.chooser is not Chooser.NOTES and self._writing is None:
            self._column.show_card(marked)

    def _on_note_wanted(self, selection: Selection) -> None:
        review = self._workbench.current
        if review is not None:
            self.begin(target_of(selection, review))

    # -- cards ----------------------------------------------------------------------------

    def _refresh(self, review: Review | None) -> None:
        self._arrange(review)
        self._follow(self._workbench.selection)
        self.set_count(len(review.notes) if review is not None else 0)

    def _arrange(self, review: Review | None) -> None:
        """The editor, drafts and notes from top to bottom; the editor in place of its note."""
        contents = self._contents(review) if review is not None else []
        writing = self._writing is not None
        changing = self._writing.note if self._writing is not None else None
        self._column.arrange(contents, writing=writing, changing=changing)
        self.pages.tell("" if contents or writing else self._why_empty(review))

    def _contents(self, review: Review) -> list[Content]:
        """What there is to show: drafts, then notes, newest first."""
        drafts = [
            _content(
                target, target, review, self._drafts.text(review, target), self.tr("草稿，未保存")
            )
            for target in self._drafts.of(review)
        ]
        notes = [
            _content(note.id, target_of_note(note), review, note.text, _signed(note))
            for note in reversed(review.notes)
        ]
        return [*drafts, *notes]

    def _why_empty(self, review: Review | None) -> str:
        if review is None:
            return self.tr("打开报告后可写批注。")
        return self.tr("还没有批注。\n选中单元格或一段原文，\n按 {} 写批注。").format(
            key_of("review.note")
        )

    def _show_editor(self) -> None:
        """Make room for the editor, save button and all, in however low a panel."""
        writing = self._writing is not None
        wanted = self._column.editor_height if writing else 0
        self._take_room(min(wanted, _HIGHEST))
        if writing:
            self._column.show_editor()

    def _take_room(self, height: int) -> None:
        """Have at least so many pixels, at the cost of other panels."""
        before = self.minimumHeight()
        self.setMinimumHeight(height)
        if height < before:
            self.shrunk.emit()

    # -- what the user does ---------------------------------------------------------------

    def _add(self) -> None:
        self._on_note_wanted(self._workbench.selection)

    def _go_to(self, key: object) -> None:
        review = self._workbench.current
        if isinstance(key, Target):
            self.begin(key)
            return
        note = self._note(review, key) if review is not None else None
        if note is not None and note.cell is not None:
            self._workbench.select_cell(note.cell, Chooser.NOTES)
        elif note is not None and note.span is not None:
            self._workbench.select_span(note.span, Chooser.NOTES)

    def _edit(self, key: object) -> None:
        review = self._workbench.current
        note = self._note(review, key) if review is not None else None
        if isinstance(key, Target):
            self.begin(key)
        elif note is not None:
            self.begin(target_of_note(note))

    def _delete(self, key: object) -> None:
        review = self._workbench.current
        if review is None:
            return
        if isinstance(key, Target):
            self._drafts.drop(review, key)
            self._write_down()
            self._refresh(review)
        elif isinstance(key, str) and self._workbench.annotate("", note=key):
            self.undo_line.ask(self.tr("已删除批注。"), self.tr("撤销"))

    def _save(self, text: str) -> None:
        target = self._writing
        if target is None:
            return
        self._writing = None
        kept = self._workbench.annotate(text, cell=target.cell, span=target.span, note=target.note)
        review = self._workbench.current
        if kept or review is None:
            self._after_writing()
        else:
            self._drafts.keep(review, target, text)
            self.begin(target)

    def _cancel(self) -> None:
        self._writing = None
        self._after_writing()

    def _after_writing(self) -> None:
        if self._writing is None:
            self._take_room(0)
            self.editor.field.clear()
            self._write_down()
            self._refresh(self._workbench.current)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_down(self) -> None:
        """What is typed, and what was left half written, is in the library at once."""
        review = self._drafts.review
        if review is None:
            return
        text, note = self.editor.text(), self._note(review, self._writing and self._writing.note)
        changed = note is None or note.text != text
        self._drafts.write(review, self._writing if changed else None, text)

    def _keep_draft(self, review: Review | None) -> None:
        """What stands in the editor becomes a draft, unless it says what the note says."""
        if review is None or self._writing is None:
            return
        note = self._note(review, self._writing.note)
        if self.editor.text() and (note is None or note.text != self.editor.text()):
            kept = self._writing
            if kept.note is not None and note is None:
                kept = Target(cell=kept.cell, span=kept.span)
            self._drafts.keep(review, kept, self.editor.text())

    def _note(self, review: Review, key: object) -> Note | None:
        return next((note for note in review.notes if note.id == key), None)


def _content(key: object, target: Target, review: Review, text: str, foot: str) -> Content:
    return Content(key, target_title(target, review), quote(target, review), text, foot)


def _signed(note: Note) -> str:
    """When it was written, and by whom."""
    return " · ".join(part for part in (moment(note.time), note.author) if part)


def _is_meant(note: Note, selection: Selection) -> bool:
    """Whether a note is on what is selected."""
    if note.cell is not None:
        return note.cell == selection.cell
    return note.span is not None and note.span == selection.span
