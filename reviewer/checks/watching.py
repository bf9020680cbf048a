"""Which checks looked at a cell, and what they came to: also why it is *not* marked."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.base import CellId, Frozen, RuleId
from reviewer.checks.model import Checked, Outcome, Severity
from reviewer.checks.registry import CHECKS
from reviewer.checks.rule_set import RuleSet
from reviewer.forms.report import Report


class Watcher(Frozen):
    """A rule that looked at a cell.

    Attributes:
        outcome: HOLDS if it has nothing to say of the cell.
        message: What it says, if it has.
    """

    rule: RuleId
    title: str
    severity: Severity
    outcome: Outcome
    message: str = ""


def watchers_of(
    report: Report, checked: Checked, cell: CellId, using: RuleSet
) -> tuple[Watcher, ...]:
    """The checks, other than expressions, that looked at a cell, in the order of the rules.

    Args:
        report: The report.
        checked: What the rules say of it.
        cell: The cell.
        using: The rules in force.
    """
    return tuple(_watchers(report, checked, cell, using))


def _watchers(report: Report, checked: Checked, cell: CellId, using: RuleSet) -> Iterator[Watcher]:
    said = {one.rule: one for one in reversed(checked.findings) if cell in one.cells}
    seen: dict[str, bool] = {}
    for rule in using.rules:
        if rule.check is None or report.form.id not in rule.forms:
            continue
        finding = said.get(rule.id)
        watches = CHECKS[rule.check].watches
        if finding is None and rule.check not in seen:
            seen[rule.check] = watches is not None and cell in watches(report)
        if finding is not None:
            outcome, message = finding.outcome, finding.message
        elif seen[rule.check]:
            outcome, message = Outcome.HOLDS, ""
        else:
            continue
        yield Watcher(
            rule=rule.id,
            title=rule.title,
            severity=rule.severity,
            outcome=outcome,
            message=message,
        )
