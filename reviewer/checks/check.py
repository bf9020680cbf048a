"""What a check is: what it is given, what it hands back, and which cells it looks at.

Rules that an expression cannot say are functions from an Inspection to Hits. Each has its entry
in ``resources/rules`` (title, severity, basis, wording, examples) and its name in CHECKS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from reviewer.base import CellId, RuleId
from reviewer.checks.model import Evaluation
from reviewer.document.model import Span
from reviewer.forms.report import Report


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that a check may look at.

    Attributes:
        rule: The rule that it is run for.
        rules: Ids of all rules that there are, those switched off included.
        evaluations: The expressions, worked out.
    """

    report: Report
    rule: RuleId
    rules: frozenset[RuleId]
    evaluations: tuple[Evaluation, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found.

    Attributes:
        place: Where, as reviewers name it.
        fields: What the rule's message is filled with.
        cells: The cells it speaks of; the first one is jumped to.
        spans: Other places that it speaks of.
        marks: What tells it from other hits of the rule that have the same cells.
    """

    place: str
    fields: Mapping[str, str] = field(default_factory=dict)
    cells: tuple[CellId, ...] = ()
    spans: tuple[Span, ...] = ()
    expected: str = ""
    found: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A check as CHECKS lists it.

    Attributes:
        find: Finds the hits in a report.
        fields: What the rule's message may be filled with.
        reads_figures: Whether readings of cells matter to it. One that looks at the words, the
            sections and the identity only has hits that no edit of a figure can change, and is
            not run again after one.
        watches: The cells that it looks at in a report, so that it can be said of a cell that
            no hit speaks of that it was looked at; none for a check of the whole report.
    """

    find: Callable[[Inspection], Iterable[Hit]]
    fields: frozenset[str] = frozenset()
    reads_figures: bool = True
    watches: Callable[[Report], Iterable[CellId]] | None = None


def every_cell(report: Report) -> Iterable[CellId]:
    """What a check watches that looks at each figure by itself."""
    return report.form.figures
