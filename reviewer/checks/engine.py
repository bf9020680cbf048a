"""Runs all rules and checks over a report, anew or only where figures changed.

``using`` are the rules in force everywhere here; the built-in ones where none are given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from reviewer.base import CellId, Number
from reviewer.checks.check import Inspection
from reviewer.checks.declaration import Rule
from reviewer.checks.expression import Figures, outcome
from reviewer.checks.findings import (
    evaluate,
    figures_of,
    finding_of_hit,
    finding_of_sum,
    in_order,
    told_apart,
)
from reviewer.checks.model import Checked, Evaluation, Finding, Outcome, Suspect, WhatIf
from reviewer.checks.pointing import favourites
from reviewer.checks.program import Program
from reviewer.checks.registry import CHECKS
from reviewer.checks.rule_set import RuleSet
from reviewer.checks.rules import built_in
from reviewer.checks.suspects.blame import suspects
from reviewer.forms.model import Form
from reviewer.forms.report import Report


def check(report: Report, using: RuleSet | None = None) -> Checked:
    """All that the rules and checks say of a report."""
    using = using or built_in()
    program = using.program(report.form)
    figures = figures_of(report)
    evaluations = tuple(evaluate(instance, figures) for instance in program.instances)
    blamed = suspects(report, program, figures, evaluations)
    hits = _of_checks(report, evaluations, using.rules, using)
    sums = _of_sums(report, program, figures, evaluations, favourites(blamed), {})
    return _checked(report, evaluations, blamed, [*sums, *hits])


def recheck(
    report: Report,
    before: Checked,
    touched: Collection[CellId],
    using: RuleSet | None = None,
) -> Checked:
    """The same as ``check(report, using)``, faster.

    Args:
        report: The report as it is now.
        before: What the same rules said of it before some readings were replaced.
        touched: The cells of those readings, at least.
        using: The rules in force.
    """
    using = using or built_in()
    program = using.program(report.form)
    figures = figures_of(report)
    stirred = {instance.key for cell in touched for instance in program.watching.get(cell, ())}
    evaluations = tuple(
        evaluate(instance, figures) if instance.key in stirred else old
        for instance, old in zip(program.instances, before.evaluations, strict=True)
    )
    blamed = suspects(report, program, figures, evaluations) if stirred else before.suspects
    moved = [rule for rule in using.rules if rule.check and CHECKS[rule.check].reads_figures]
    again = {rule.id for rule in using.rules if rule.check is None} | {rule.id for rule in moved}
    kept = [finding for finding in before.findings if finding.rule not in again]
    hits = [*kept, *_of_checks(report, evaluations, moved, using)]
    named = favourites(blamed)
    same = _unchanged(program, before, named, stirred)
    sums = _of_sums(report, program, figures, evaluations, named, same)
    return _checked(report, evaluations, blamed, [*sums, *hits])


def _unchanged(
    program: Program, before: Checked, named: Mapping[str, Suspect], stirred: Collection[str]
) -> dict[str, Finding]:
    """By instance the findings on sums that no edit stirred, and that name the same suspect."""
    named_before = favourites(before.suspects)
    told = {(finding.rule, finding.cells): finding for finding in before.findings}
    return {
        instance.key: told[instance.rule.id, instance.cells]
        for instance, old in zip(program.instances, before.evaluations, strict=True)
        if instance.key not in stirred
        and old.outcome is Outcome.BROKEN
        and named.get(instance.key) == named_before.get(instance.key)
    }


def what_if(
    report: Report,
    checked: Checked,
    cell: CellId,
    number: Number | None,
    using: RuleSet | None = None,
) -> WhatIf:
    """What the rules would say with another figure in a cell (None: no figure)."""
    figures = figures_of(report) | {cell: number}
    now = {evaluation.key: evaluation.outcome for evaluation in checked.evaluations}
    fixes, breaks, loses = [], [], []
    for instance in (using or built_in()).program(report.form).watching.get(cell, ()):
        then = outcome(instance.formula, figures)
        broken = now[instance.key] is Outcome.BROKEN
        if broken and then is Outcome.HOLDS:
            fixes.append(instance.key)
        if not broken and then is Outcome.BROKEN:
            breaks.append(instance.key)
        if then is Outcome.UNKNOWN and now[instance.key] is not Outcome.UNKNOWN:
            loses.append(instance.key)
    return WhatIf(fixes=tuple(fixes), breaks=tuple(breaks), loses=tuple(loses))


def guards(form: Form, using: RuleSet | None = None) -> dict[CellId, int]:
    """How many expressions watch each cell of a form."""
    watching = (using or built_in()).program(form).watching
    return {cell: len(watching.get(cell, ())) for cell in form.figures}


def _checked(
    report: Report,
    evaluations: tuple[Evaluation, ...],
    blamed: tuple[Suspect, ...],
    findings: Iterable[Finding],
) -> Checked:
    return Checked(
        findings=in_order(report.form, findings), evaluations=evaluations, suspects=blamed
    )


def _of_sums(
    report: Report,
    program: Program,
    figures: Figures,
    evaluations: Iterable[Evaluation],
    named: Mapping[str, Suspect],
    same: Mapping[str, Finding],
) -> Iterator[Finding]:
    """What each broken sum comes to; a finding that is the same as before is taken as it is."""
    for instance, evaluation in zip(program.instances, evaluations, strict=True):
        if evaluation.outcome is Outcome.BROKEN:
            suspect = named.get(instance.key)
            yield same.get(instance.key) or finding_of_sum(
                report, figures, instance, evaluation, suspect
            )


def _of_checks(
    report: Report, evaluations: tuple[Evaluation, ...], ran: Iterable[Rule], using: RuleSet
) -> Iterator[Finding]:
    for rule in ran:
        if rule.check is not None and report.form.id in rule.forms:
            inspection = Inspection(report, rule.id, using.ids, evaluations)
            hits = CHECKS[rule.check].find(inspection)
            yield from told_apart(finding_of_hit(report, rule, hit) for hit in hits)
