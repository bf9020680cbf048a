"""A file of rules that is being written: what is wrong with it, and what it would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.base import FindingId, RuleId
from reviewer.checks.declaring import declared
from reviewer.checks.engine import check
from reviewer.checks.examples import Trial, trials
from reviewer.checks.linting import Complaint, lint
from reviewer.checks.model import Finding
from reviewer.checks.packs import assembled
from reviewer.checks.rule_set import RuleSet, listed
from reviewer.errors import RuleFileError
from reviewer.forms.report import Report


@dataclass(frozen=True, slots=True)
class Effect:
    """What the findings on some reports would become.

    Attributes:
        added: Findings that are not there now, each with its report's body.
        removed: Findings that would be gone.
        regraded: How many would have another severity.
        reports: How many reports were looked at.
    """

    added: tuple[tuple[str, Finding], ...] = ()
    removed: tuple[tuple[str, Finding], ...] = ()
    regraded: int = 0
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Examined:
    """What is to be said of a draft.

    Attributes:
        fault: Why it is no file of rules; None if it is one.
        trials: Its rules' examples, tried.
        complaints: What the linter says of its rules.
        effect: What it would change; None as long as something is wrong.
    """

    fault: RuleFileError | None = None
    trials: tuple[tuple[RuleId, Trial], ...] = ()
    complaints: tuple[Complaint, ...] = ()
    effect: Effect | None = None

    @property
    def sound(self) -> bool:
        """Whether it can be put in force."""
        return self.fault is None and not any(trial.fault for _, trial in self.trials)


def fault_of(name: str, text: str, others: Mapping[str, str]) -> RuleFileError | None:
    """What is wrong with the writing of a draft, examples aside.

    Args:
        name: The file's name.
        text: What it says by now.
        others: The office's other files.
    """
    try:
        declared(name, text, _others(name, others).ids)
    except RuleFileError as error:
        return error
    return None


def examined(
    name: str,
    text: str,
    others: Mapping[str, str],
    now: Sequence[tuple[Report, tuple[Finding, ...]]] = (),
) -> Examined:
    """A draft looked at from all sides.

    Args:
        name: The file's name.
        text: What it says by now.
        others: The office's other files, adjustments included.
        now: Open reports with what is found in them now.
    """
    known = _others(name, others)
    try:
        content = declared(name, text, known.ids)
    except RuleFileError as error:
        return Examined(fault=error)
    using = RuleSet((*known.listed, *(listed(rule, name) for rule in content.rules)))
    tried = tuple((rule.id, one) for rule in content.rules for one in trials(rule, using))
    if any(trial.fault for _, trial in tried):
        return Examined(trials=tried)
    rules = assembled({**others, name: text})
    own = {*(rule.id for rule in content.rules), *(one.id for one in content.adjustments)}
    complaints = tuple(one for one in lint(rules) if one.grave and own & set(one.rules))
    return Examined(trials=tried, complaints=complaints, effect=effect_of(rules, now))


def effect_of(rules: RuleSet, now: Iterable[tuple[Report, tuple[Finding, ...]]]) -> Effect:
    """What some rules would change in the findings on reports."""
    added: list[tuple[str, Finding]] = []
    removed: list[tuple[str, Finding]] = []
    regraded = reports = 0
    for report, findings in now:
        before = {one.id: one for one in findings}
        after = {one.id: one for one in check(report, rules).findings}
        added += [(report.body, one) for one in _missing(after, before)]
        removed += [(report.body, one) for one in _missing(before, after)]
        shared = before.keys() & after.keys()
        regraded += sum(before[key].severity is not after[key].severity for key in shared)
        reports += 1
    return Effect(tuple(added), tuple(removed), regraded, reports)


def _others(name: str, others: Mapping[str, str]) -> RuleSet:
    return assembled({key: text for key, text in others.items() if key != name})


def _missing(
    some: Mapping[FindingId, Finding], others: Mapping[FindingId, Finding]
) -> list[Finding]:
    return [one for key, one in some.items() if key not in others]
