"""A report under review: its journal, and everything that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reviewer.base import CellId, FindingId
from reviewer.checks.model import Checked, Finding
from reviewer.errors import EditError, LibraryError
from reviewer.forms.report import Report
from reviewer.review.admission import admitted
from reviewer.review.chain import seal, verify
from reviewer.review.journal import State, Step, advance, apply, fold
from reviewer.review.model import Act, Changes, Decide, Decision, Edit, Entry, Note, UndoStatus
from reviewer.review.standing import beside, difference, moved, opened, ruled
from reviewer.review.wording import stated, title

if TYPE_CHECKING:
    from reviewer.checks.rule_set import RuleSet
    from reviewer.checks.years import Compared


def now() -> datetime:
    """The present moment in the user's time zone."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True)
class Retraced:
    """What came of undoing several steps at once.

    Attributes:
        changes: What they changed together.
        steps: How many were taken back.
        failure: Why no more were; None if all were.
    """

    changes: Changes
    steps: int
    failure: LibraryError | None = None


class Review:
    """A report plus a journal of human decisions.

    The journal alone is kept; report, checks and verdicts follow from it. An operation works
    out all that follows, stores its entry, and only then replaces what the review shows: if
    anything fails, nothing has changed. Not for use by several threads at once.

    Args:
        report: As the program read it.
        author: Who makes the edits from now on; may be set anew.
        entries: The journal so far.
        store: Keeps an entry for good, or raises LibraryError; none for a review that lives in
            memory only.
        rules: What it is checked with; the built-in rules if none are given.
        clock: The present moment, with time zone.

    Raises:
        LibraryError: The entries are not a whole journal as it was written.
    """

    def __init__(
        self,
        report: Report,
        *,
        author: str,
        entries: Sequence[Entry] = (),
        store: Callable[[Entry], None] | None = None,
        rules: RuleSet | None = None,
        checked: Checked | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        from reviewer.checks.rules import built_in  # loaded with the first report

        verify(entries)
        self.author = author
        self._entries = list(entries)
        self._store = store
        self._clock = clock
        self._standing = opened(report, fold(entries), rules or built_in(), checked)

    @property
    def sha256(self) -> str:
        """Of the bytes that it is of: the same content is the same review."""
        return self.original.document.origin.sha256

    @property
    def original(self) -> Report:
        """The report as the program read it."""
        return self._standing.original

    @property
    def report(self) -> Report:
        """The report as the reviewer reads it: transcriptions and confirmations applied."""
        return self._standing.report

    @property
    def checked(self) -> Checked:
        """What the checks say of ``report``; always current."""
        return self._standing.checked

    @property
    def compared(self) -> Compared | None:
        """What came of comparing with last year's report; None without one."""
        return self._standing.compared

    @property
    def rules(self) -> RuleSet:
        """The rules in force."""
        return self._standing.rules

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The journal, oldest first."""
        return tuple(self._entries)

    @property
    def transcriptions(self) -> Mapping[CellId, str]:
        """What the source says in cells, as typed."""
        return self._standing.content.transcriptions

    @property
    def proposals(self) -> Mapping[CellId, str]:
        """What the report should say in cells, as typed."""
        return self._standing.content.proposals

    @property
    def notes(self) -> tuple[Note, ...]:
        """Notes, the last written one last."""
        return tuple(self._standing.content.notes.values())

    @property
    def decisions(self) -> Mapping[FindingId, Decision]:
        """Verdicts by the finding that they are shown at.

        One whose figures changed is stale; one whose finding is gone stands under the id of
        the finding that it was given to.
        """
        return self._standing.decisions

    @property
    def confirmed(self) -> frozenset[CellId]:
        """Cells whose reading the reviewer looked at and found right."""
        return self._standing.content.confirmed

    @property
    def undo_status(self) -> UndoStatus:
        """What can be undone and redone now, in words."""
        return self._undo_status(self._standing.state)

    def decision_of(self, finding: Finding) -> Decision | None:
        """The verdict on a finding; stale if figures under it changed since."""
        return self.decisions.get(finding.id)

    def is_settled(self, finding: Finding) -> bool:
        """Whether a finding has a verdict that still stands."""
        decision = self.decision_of(finding)
        return decision is not None and not decision.stale

    def snapshot(self) -> Review:
        """What the review shows now, for another thread to write down while work goes on.

        It keeps no entry for good: nothing is meant to be done to it.
        """
        taken = copy(self)
        taken._entries = list(self._entries)
        taken._store = None
        return taken

    def do(self, edit: Edit, reason: str = "") -> Changes:
        """Apply an edit and record it; one that changes nothing is not recorded.

        Raises:
            EditError: It cannot be applied; nothing has changed.
            LibraryError: It cannot be stored; nothing has changed.
        """
        time = self._clock()
        useful = admitted(edit, self._standing, time, self.author)
        if useful is None:
            return Changes(undo=self.undo_status)
        content = self._standing.content
        after = apply(content, useful, time, self.author)
        if isinstance(useful, Decide):
            reason = reason or useful.reason
        draft = Entry(
            number=len(self._entries) + 1,
            time=time,
            author=self.author,
            act=Act.DID,
            edit=useful,
            before=stated(useful, content, self.original),
            after=stated(useful, after, self.original),
            reason=reason,
        )
        return self._record(draft)

    def undo(self) -> Changes | None:
        """Take the last step back by a new entry; None if there is none.

        Raises:
            LibraryError: It cannot be stored; nothing has changed.
        """
        return self._retrace(Act.UNDID, self._standing.state.done)

    def steps_back_to(self, number: int) -> int:
        """How many steps have to be undone until an entry does not stand; 0 if it does not now."""
        standing = [step.entry.number for step in self._standing.state.done]
        return len(standing) - standing.index(number) if number in standing else 0

    def undo_back_to(self, number: int) -> Retraced:
        """Take back steps, the last one first, until an entry does not stand.

        The first one that cannot be stored is the last one tried; those before stay taken back.
        """
        before, steps = self._standing, 0
        failure = None
        for _ in range(self.steps_back_to(number)):
            try:
                self.undo()
            except LibraryError as error:
                failure = error
                break
            steps += 1
        return Retraced(difference(before, self._standing, self.undo_status), steps, failure)

    def redo(self) -> Changes | None:
        """Do the step that was undone last again, by a new entry; None if there is none.

        Raises:
            LibraryError: It cannot be stored; nothing has changed.
        """
        return self._retrace(Act.REDID, self._standing.state.undone)

    def use_rules(self, rules: RuleSet, checked: Checked | None = None) -> Changes:
        """Check with other rules from now on; the journal stays as it is.

        Args:
            rules: The rules.
            checked: What they say of ``report``, if that was worked out elsewhere.
        """
        before = self._standing
        self._standing = ruled(before, rules, checked)
        return difference(before, self._standing, self.undo_status)

    def stand_beside(self, previous: Report | None) -> Changes:
        """Compare with last year's report of the same body from now on, or with none.

        What they show is found anew each time, and verdicts on it are kept as all others are.
        """
        before = self._standing
        self._standing = beside(before, previous)
        return difference(before, self._standing, self.undo_status)

    def _retrace(self, act: Act, steps: tuple[Step, ...]) -> Changes | None:
        if not steps:
            return None
        target = steps[-1].entry
        back = act is Act.UNDID
        draft = Entry(
            number=len(self._entries) + 1,
            time=self._clock(),
            author=self.author,
            act=act,
            edit=target.edit,
            target=target.number,
            before=target.after if back else target.before,
            after=target.before if back else target.after,
        )
        return self._record(draft)

    def _record(self, draft: Entry) -> Changes:
        previous = self._entries[-1].hash if self._entries else ""
        try:
            entry = seal(draft.model_copy(update={"previous": previous}))
        except UnicodeEncodeError as error:
            raise EditError("内容中有无法保存的字符。", "请删去后重试。", str(error)) from error
        before = self._standing
        after = moved(before, advance(before.state, entry))
        changes = difference(before, after, self._undo_status(after.state))
        if self._store is not None:
            self._store(entry)
        self._entries.append(entry)
        self._standing = after
        return changes

    def _undo_status(self, state: State) -> UndoStatus:
        return UndoStatus(undo=self._title(state.done), redo=self._title(state.undone))

    def _title(self, steps: tuple[Step, ...]) -> str | None:
        return title(steps[-1].entry.edit, self.original) if steps else None
