"""What the reading found out about the whole report, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.families.arrangement import arrangement_of
from reviewer.checks.family import Family, Hit, Inspection
from reviewer.forms.report import Problem, Report

_PLACE = "全文"


def _declared(inspection: Inspection) -> Iterator[Hit]:
    """Problems whose code is the rule's key."""
    for problem in inspection.report.problems:
        if problem.code == inspection.rule and not _is_behind_the_end(problem, inspection.report):
            yield _hit(problem)


def _is_behind_the_end(problem: Problem, report: Report) -> bool:
    """Whether the text breaks off before what is missing could come: another rule says that."""
    arranged = arrangement_of(report)
    if problem.section is None or not arranged.breaks_off or not arranged.headings:
        return False
    last = max(heading.order for heading in arranged.headings)
    return problem.section >= last and bool(arranged.behind)


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
