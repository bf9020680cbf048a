"""What the reading found out about the whole report, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.family import Family, Hit, Inspection
from reviewer.forms.report import Problem

_PLACE = "全文"


def _declared(inspection: Inspection) -> Iterator[Hit]:
    """Problems whose code is the rule's key."""
    for problem in inspection.report.problems:
        if problem.code == inspection.rule:
            yield _hit(problem)


def _undeclared(inspection: Inspection) -> Iterator[Hit]:
    """Problems that no rule is named after: nothing found out is passed over."""
    for problem in inspection.report.problems:
        if problem.code not in inspection.rules:
            yield _hit(problem)


def _hit(problem: Problem) -> Hit:
    spans = () if problem.span is None else (problem.span,)
    return Hit(_PLACE, {"message": problem.message}, spans=spans, marks=(problem.message,))


PROBLEM = Family(_declared, frozenset({"message"}), reads_figures=False)
OTHER_PROBLEM = Family(_undeclared, frozenset({"message"}), reads_figures=False)
