"""What the reading found out about the whole report, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import arrangement_of, has_no_table
from reviewer.checks.families.sections import is_tolerated
from reviewer.forms.report import Problem, Report

_PLACE = "全文"


def _declared(inspection: Inspection) -> Iterator[Hit]:
    """Problems whose code is the rule's key."""
    for problem in inspection.report.problems:
        if problem.code == inspection.rule and not _is_told(problem, inspection.report):
            yield _hit(problem)


def _is_told(problem: Problem, report: Report) -> bool:
    """Whether another rule says what a problem does: of the whole layout, or of a cut text."""
    if problem.section is None:
        return False
    own = arrangement_of(report).is_own and has_no_table(report) and not is_tolerated(report)
    return own or _is_behind_the_end(problem, report)


def _is_behind_the_end(problem: Problem, report: Report) -> bool:
    """Whether the text breaks off before what is missing could come: another rule says that."""
    arranged = arrangement_of(report)
    if problem.section is None or not arranged.breaks_off:
        return False
    last = max((heading.order for heading in arranged.headings), default=0)
    first = arranged.behind[0].number
    return problem.section >= (last or first)


def _undeclared(inspection: Inspection) -> Iterator[Hit]:
    """Problems that no rule is named after: nothing found out is passed over."""
    for problem in inspection.report.problems:
        if problem.code not in inspection.rules:
            yield _hit(problem)


def _hit(problem: Problem) -> Hit:
    spans = () if problem.span is None else (problem.span,)
    return Hit(_PLACE, {"message": problem.message}, spans=spans, marks=(problem.message,))


PROBLEM = Check(_declared, frozenset({"message"}), reads_figures=False)
OTHER_PROBLEM = Check(_undeclared, frozenset({"message"}), reads_figures=False)
