"""Any run of operations: what they say they changed, undo and redo, and a restart."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from reviewer.base import CellId
from reviewer.review.model import (
    Changes,
    Decide,
    Edit,
    Entry,
    Group,
    Simple,
    Verdict,
)
from reviewer.review.review import Review
from tests.reports import make_report
from tests.review import acts

_VALUES = {"requests.new.natural_person": 12, "requests.new.total": 12}
_REPORT = make_report(values=_VALUES, doubts={acts.CELLS[0]: "两列粘连"})
_HELD = st.sampled_from((*Verdict, None))


def told(review: Review) -> dict[str, Any]:
    """Everything that a review shows, in parts that can be compared."""
    return {
        "report": review.report,
        "checked": review.checked,
        "transcriptions": review.transcriptions,
        "proposals": review.proposals,
        "notes": sorted(review.notes, key=lambda note: note.id),
        "decisions": review.decisions,
        "confirmed": review.confirmed,
        "undo": review.undo_status,
    }


def facts(review: Review) -> dict[CellId, Any]:
    """What is shown at each cell."""
    return {
        cell: (
            reading,
            review.transcriptions.get(cell),
            review.proposals.get(cell),
            cell in review.confirmed,
            {note for note in review.notes if note.cell == cell},
            {finding for finding in review.checked.findings if cell in finding.cells},
        )
        for cell, reading in review.report.by_cell.items()
    }


def differing(before: dict[Any, Any], after: dict[Any, Any]) -> set[Any]:
    """Keys whose value was added, removed or replaced."""
    return {key for key in before | after if before.get(key) != after.get(key)}


class Operations(RuleBasedStateMachine):
    """A review under any operations, beside what it was before each of them."""

    def __init__(self) -> None:
        super().__init__()
        self.stored: list[Entry] = []
        self.review = Review(_REPORT, author="李", store=self.stored.append)

    @rule(edit=acts.transcriptions | acts.proposals)
    def correct(self, edit: Simple) -> None:
        self._do(edit)

    @rule(edit=acts.confirmations)
    def confirm(self, edit: Simple) -> None:
        self._do(edit)

    @rule(edit=acts.notes)
    def annotate(self, edit: Simple) -> None:
        self._do(edit)

    @rule(edits=st.lists(acts.transcriptions | acts.proposals, max_size=5))
    def paste(self, edits: list[Simple]) -> None:
        self._do(Group(title="粘贴", edits=tuple(edits)))

    @rule(place=st.integers(0, 50), verdict=_HELD)
    def judge(self, place: int, verdict: Verdict | None) -> None:
        known = [*(finding.id for finding in self.review.checked.findings), *self.review.decisions]
        if known:
            self._do(Decide(finding=known[place % len(known)], verdict=verdict))

    @rule()
    def undo(self) -> None:
        self._compare(self.review.undo)

    @rule()
    def redo(self) -> None:
        self._compare(self.review.redo)

    @rule()
    def undo_all_and_redo_all(self) -> None:
        before = told(self.review)
        undone = sum(1 for _ in iter(self.review.undo, None))
        bare = told(Review(_REPORT, author="李"))
        assert {**told(self.review), "undo": None} == {**bare, "undo": None}
        for _ in range(undone):
            self.review.redo()
        assert told(self.review) == before

    @invariant()
    def a_restart_finds_the_review_as_it_was(self) -> None:
        assert tuple(self.stored) == self.review.entries
        written = [Entry.model_validate_json(entry.model_dump_json()) for entry in self.stored]
        again = Review(_REPORT, author="王", entries=written)
        assert told(again) == told(self.review)

    @invariant()
    def the_journal_only_grows(self) -> None:
        numbers = [entry.number for entry in self.stored]
        assert numbers == list(range(1, len(numbers) + 1))

    def _do(self, edit: Edit) -> None:
        self._compare(lambda: self.review.do(edit))

    def _compare(self, operate: Any) -> None:
        before, cells = told(self.review), facts(self.review)
        entries = len(self.stored)
        changes = operate()
        if changes is None or len(self.stored) == entries:
            assert told(self.review) == before
            return
        self._account_for(changes, before, cells)

    def _account_for(
        self, changes: Changes, before: dict[str, Any], cells: dict[CellId, Any]
    ) -> None:
        after = told(self.review)
        assert changes.cells == differing(cells, facts(self.review))
        old = {finding.id: finding for finding in before["checked"].findings}
        new = {finding.id: finding for finding in after["checked"].findings}
        assert changes.findings_added == new.keys() - old.keys()
        assert changes.findings_removed == old.keys() - new.keys()
        assert changes.findings_changed == differing(old, new) & old.keys() & new.keys()
        assert changes.decisions == differing(before["decisions"], after["decisions"])
        notes = ({note.id: note for note in side["notes"]} for side in (before, after))
        assert changes.notes == differing(*notes)
        assert changes.undo == self.review.undo_status


TestOperations = Operations.TestCase
TestOperations.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
