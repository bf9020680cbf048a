"""Human decisions on a report: edits, journal entries, what an operation changed."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from reviewer.base import CellId, FindingId, Frozen
from reviewer.document.model import Span


class Verdict(StrEnum):
    """What a reviewer says of a finding; every finding ends in one of these."""

    REPORT_WRONG = "report_wrong"
    MISREAD = "misread"
    EXPLAINED = "explained"
    CANNOT_TELL = "cannot_tell"


VERDICT_NAMES: dict[Verdict, str] = {
    Verdict.REPORT_WRONG: "报告有误",
    Verdict.MISREAD: "解析有误",
    Verdict.EXPLAINED: "口径说明",
    Verdict.CANNOT_TELL: "无法判断",
}


class Transcribe(Frozen):
    """The source says ``text`` in this cell; rules run on it. None takes it back."""

    kind: Literal["transcribe"] = "transcribe"
    cell: CellId
    text: str | None


class Propose(Frozen):
    """The report should say ``text`` in this cell; it stays as it is. None takes it back."""

    kind: Literal["propose"] = "propose"
    cell: CellId
    text: str | None


class Annotate(Frozen):
    """A note on a cell, on a passage, or (neither given) on the report.

    A new note has a new ``note`` id; the same id again replaces its text; an empty text
    deletes it. ``quote`` and ``lead`` are the passage's words and those before it, by which it
    is found in another version of the report; the review fills them in.
    """

    kind: Literal["annotate"] = "annotate"
    note: str
    text: str
    cell: CellId | None = None
    span: Span | None = None
    quote: str = ""
    lead: str = ""


class Decide(Frozen):
    """A verdict on a finding; None takes it back.

    ``printed`` are the printed texts of the finding's cells when it was judged, so that a
    verdict whose figures changed can be shown as to be looked at again; ``rule`` and
    ``cells`` find the finding again after a figure under it changed. ``subject`` is the
    finding as the reviewer names it, and ``replaces`` the finding whose stale verdict this one
    takes the place of. The review fills all of these in; who judges gives the first three.
    ``carried`` says that the verdict was given on an earlier version of the report, where it
    stood on just these figures.
    """

    kind: Literal["decide"] = "decide"
    finding: FindingId
    verdict: Verdict | None
    reason: str = ""
    rule: str = ""
    cells: tuple[CellId, ...] = ()
    printed: tuple[str, ...] = ()
    subject: str = ""
    replaces: FindingId | None = None
    carried: bool = False


class Confirm(Frozen):
    """The reviewer looked at a cell and its reading is right (``on``), or takes that back."""

    kind: Literal["confirm"] = "confirm"
    cell: CellId
    on: bool = True


Simple = Annotated[Transcribe | Propose | Annotate | Decide | Confirm, Field(discriminator="kind")]


class Group(Frozen):
    """Several edits done and undone as one step (a pasted block)."""

    kind: Literal["group"] = "group"
    title: str
    edits: tuple[Simple, ...]


Edit = Annotated[
    Transcribe | Propose | Annotate | Decide | Confirm | Group, Field(discriminator="kind")
]


class Act(StrEnum):
    """What an entry of the journal records."""

    DID = "did"
    UNDID = "undid"
    REDID = "redid"


class Entry(Frozen):
    """One line of the journal; lines are appended, never changed or removed.

    Attributes:
        number: From 1.
        time: When, with time zone.
        act: Whether ``edit`` was done, undone or redone.
        target: Number of the entry that is undone or redone; None for DID.
        before: What stood there before, as text for the reviewer.
        after: What stands there now, as text for the reviewer.
        reason: Why, if the reviewer said so.
        previous: Hash of the entry before, or empty for the first.
        hash: Of this entry's content and ``previous``.
    """

    number: int
    time: datetime
    author: str
    act: Act
    edit: Edit
    target: int | None = None
    before: str = ""
    after: str = ""
    reason: str = ""
    previous: str = ""
    hash: str = ""


class Note(Frozen):
    """A note as it stands now.

    Attributes:
        quote: The words of the passage that it is on; empty in journals of earlier versions.
        lead: The words before the passage.
    """

    id: str
    text: str
    cell: CellId | None
    span: Span | None
    time: datetime
    author: str
    quote: str = ""
    lead: str = ""


class Decision(Frozen):
    """A verdict as it stands now.

    Attributes:
        stale: The figures under it changed since; to be looked at again.
        printed: The figures' texts when it was given, in the order of ``cells``.
        current: Their texts now, if they changed; else empty.
        subject: The finding as the reviewer names it.
    """

    finding: FindingId
    verdict: Verdict
    reason: str
    rule: str
    cells: tuple[CellId, ...]
    printed: tuple[str, ...]
    time: datetime
    author: str
    stale: bool = False
    current: tuple[str, ...] = ()
    subject: str = ""

    @property
    def moved(self) -> tuple[tuple[CellId, str, str], ...]:
        """Each figure that changed since: cell, its text then, its text now."""
        texts = zip(self.cells, self.printed, self.current, strict=False)
        return tuple((cell, was, now) for cell, was, now in texts if was != now)


class UndoStatus(Frozen):
    """Texts for the menu; None if there is nothing to undo or redo."""

    undo: str | None = None
    redo: str | None = None


class Changes(Frozen):
    """What an operation changed; panels refresh just that.

    Attributes:
        cells: Cells whose reading, proposal, note, confirmation or marks changed.
        findings_added: Ids that were not there before.
        findings_removed: Ids that are gone.
        findings_changed: Ids that stayed, with another message or other figures.
        decisions: Findings whose verdict changed.
        notes: Ids of notes added, changed or deleted.
        undo: What can be undone and redone now.
    """

    cells: frozenset[CellId] = frozenset()
    findings_added: frozenset[FindingId] = frozenset()
    findings_removed: frozenset[FindingId] = frozenset()
    findings_changed: frozenset[FindingId] = frozenset()
    decisions: frozenset[FindingId] = frozenset()
    notes: frozenset[str] = frozenset()
    undo: UndoStatus = UndoStatus()
