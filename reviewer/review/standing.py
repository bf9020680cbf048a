"""A review at one moment: report, checks and verdicts that follow from the journal's state."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from reviewer.base import CellId, FindingId
from reviewer.checks.model import Checked
from reviewer.forms.report import Report
from reviewer.review.journal import Content, State, fold
from reviewer.review.model import Changes, Decision, UndoStatus
from reviewer.review.transcription import retold
from reviewer.review.verdicts import current_verdicts

if TYPE_CHECKING:
    from reviewer.checks.rule_set import RuleSet
    from reviewer.checks.years import Compared

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True)
class Standing:
    """Everything that a review shows, worked out; replaced as a whole by each operation.

    Attributes:
        original: The report as the program read it.
        report: The report as the reviewer reads it.
        checked: What all checks say of it.
        alone: What those say that need no other report.
        previous: Last year's report of the same body, if there is one to compare with.
        compared: What came of that.
        decisions: Verdicts by the finding that they are shown at.
        rules: The rules that it was checked with.
    """

    original: Report
    report: Report
    checked: Checked
    alone: Checked
    previous: Report | None
    compared: Compared | None
    state: State
    decisions: Mapping[FindingId, Decision]
    rules: RuleSet

    @property
    def content(self) -> Content:
        """What the reviewer has said."""
        return self.state.content


def opened(
    original: Report, state: State, rules: RuleSet, checked: Checked | None = None
) -> Standing:
    """The standing of a review that is opened.

    Args:
        original: The report as it was read.
        state: What the journal comes to.
        rules: The rules to check it with.
        checked: What they say of ``original``, if that is known already.
    """
    from reviewer.checks.engine import check  # loaded with the first report, not with the window

    alone, nothing = checked or check(original, rules), fold(())
    decisions = current_verdicts(original, alone, nothing.content)
    untouched = Standing(original, original, alone, alone, None, None, nothing, decisions, rules)
    return moved(untouched, state)


def moved(before: Standing, state: State) -> Standing:
    """The standing after an operation: only what it touched is checked again."""
    from reviewer.checks.engine import recheck

    rules = before.rules
    touched = _reread(before.content, state.content) & before.original.by_cell.keys()
    if not touched:
        return _judged(replace(before, state=state))
    report = retold(before.report, before.original, state.content, touched)
    alone = recheck(report, before.alone, touched, rules)
    return _judged(_compared(replace(before, report=report, alone=alone, state=state)))


def ruled(before: Standing, rules: RuleSet, checked: Checked | None = None) -> Standing:
    """The standing under other rules; verdicts stay with the findings that are still there.

    Args:
        before: As it was.
        rules: The rules from now on.
        checked: What they say of ``before.report``, if that is known already.
    """
    from reviewer.checks.engine import check

    alone = checked or check(before.report, rules)
    return _judged(_compared(replace(before, alone=alone, rules=rules)))


def beside(before: Standing, previous: Report | None) -> Standing:
    """The standing with another report of the year before to compare with, or none."""
    if before.previous is previous:
        return before
    return _judged(_compared(replace(before, previous=previous)))


def difference(before: Standing, after: Standing, undo: UndoStatus) -> Changes:
    """What an operation changed."""
    old = {finding.id: finding for finding in before.checked.findings}
    new = {finding.id: finding for finding in after.checked.findings}
    findings = frozenset[FindingId]()
    if before.checked is not after.checked:
        findings = _differing(old, new)
    marked = [each[key] for each in (old, new) for key in findings & each.keys()]
    notes = _differing(before.content.notes, after.content.notes)
    return Changes(
        cells=_reread(before.content, after.content)
        | _differing(before.content.proposals, after.content.proposals)
        | _noted(before.content, notes)
        | _noted(after.content, notes)
        | frozenset(cell for finding in marked for cell in finding.cells),
        findings_added=findings - old.keys(),
        findings_removed=findings - new.keys(),
        findings_changed=findings & old.keys() & new.keys(),
        decisions=_differing(before.decisions, after.decisions),
        notes=notes,
        undo=undo,
    )


def _compared(standing: Standing) -> Standing:
    """With what last year's report shows, among the other findings in their order."""
    from reviewer.checks.findings import in_order
    from reviewer.checks.years import compare_certain

    alone, previous = standing.alone, standing.previous
    compared = compare_certain(standing.report, previous) if previous is not None else None
    if compared is None or not compared.broken:
        return replace(standing, checked=alone, compared=compared)
    findings = in_order(standing.report.form, (*alone.findings, *compared.broken))
    checked = alone.model_copy(update={"findings": findings})
    return replace(standing, checked=checked, compared=compared)


def _judged(standing: Standing) -> Standing:
    """With the verdicts as they stand now."""
    decisions = current_verdicts(standing.original, standing.checked, standing.content)
    return replace(standing, decisions=decisions)


def _reread(before: Content, after: Content) -> frozenset[CellId]:
    """Cells whose reading the reviewer changed."""
    transcribed = _differing(before.transcriptions, after.transcriptions)
    return transcribed | (before.confirmed ^ after.confirmed)


def _noted(content: Content, notes: frozenset[str]) -> frozenset[CellId]:
    """The cells that some notes stand at."""
    places = (content.notes[note].cell for note in notes & content.notes.keys())
    return frozenset(cell for cell in places if cell is not None)


def _differing(before: Mapping[_Key, object], after: Mapping[_Key, object]) -> frozenset[_Key]:
    """Keys whose value is not the same in both mappings."""
    if before is after:
        return frozenset()
    keys = before.keys() | after.keys()
    return frozenset(key for key in keys if before.get(key) != after.get(key))
