"""A review in a few words and counts, for lists and for the status bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer.checks.model import Outcome, Severity
from reviewer.forms.report import Kind, Report
from reviewer.review.review import Review

if TYPE_CHECKING:
    from reviewer.library.stored import Seen


@dataclass(frozen=True)
class Summary:
    """Counts of a review.

    Attributes:
        cells: Figures of the form.
        missing: Those that the report does not have.
        doubtful: Those that are printed and that nobody is sure of yet.
        assessed: Rules that could be assessed; with none of them, no finding says nothing.
        errors: Findings of severity error without a verdict that still stands; ``warnings`` and
            ``hints`` likewise.
    """

    cells: int
    missing: int
    doubtful: int
    errors: int
    warnings: int
    hints: int
    assessed: int

    @property
    def open(self) -> int:
        """Findings that wait for a verdict, hints included."""
        return self.errors + self.warnings + self.hints

    @property
    def gravest(self) -> Severity | None:
        """The gravest of the findings that wait."""
        counts = {
            Severity.ERROR: self.errors,
            Severity.WARNING: self.warnings,
            Severity.HINT: self.hints,
        }
        return next((severity for severity, count in counts.items() if count), None)


def summary_of(review: Review) -> Summary:
    """Count what a review has and what is still to do."""
    readings = review.report.readings
    missing = [one for one in readings if one.kind is Kind.MISSING]
    waiting = [one.severity for one in review.checked.findings if not review.is_settled(one)]
    return Summary(
        cells=len(readings),
        missing=len(missing),
        doubtful=sum(one.is_doubtful for one in readings),
        errors=waiting.count(Severity.ERROR),
        warnings=waiting.count(Severity.WARNING),
        hints=waiting.count(Severity.HINT),
        assessed=sum(one.outcome is not Outcome.UNKNOWN for one in review.checked.evaluations),
    )


def name_of(report: Report | Seen) -> str:
    """A report by its body and year; one whose body was not found by its title, or its file."""
    if isinstance(report, Report):
        body, year = doubted(report.body, report), report.year_name
        path = report.document.origin.path
    else:
        body, year, path = report.body, str(report.year or ""), report.path
    return f"{body or report.title or unnamed(path)} {year}".strip()


def doubted(body: str, report: Report) -> str:
    """A report's body, or a shorter name of it, with a sign if it has to be looked at."""
    return body if report.body_sure or not body else f"{body}？"


def unnamed(path: str) -> str:
    """What to call a report without a name: two of them are told apart by their files."""
    return Path(path).stem if path else QCoreApplication.translate("Summary", "（未识别单位）")


def file_names(paths: Sequence[str]) -> list[str]:
    """Files by their names; those that share one by as much of the path's end as tells them apart.

    What came from the clipboard has no path.
    """
    parts = [Path(path).parts for path in paths]
    lengths = [1] * len(parts)
    for length in range(1, max(map(len, parts), default=0)):
        tails = Counter(one[-length:] for one in set(parts))
        for place, one in enumerate(parts):
            if lengths[place] == length and tails[one[-length:]] > 1:
                lengths[place] = length + 1
    clipboard = QCoreApplication.translate("Summary", "来自剪贴板")
    return [
        str(Path(*one[-length:])) if one else clipboard
        for one, length in zip(parts, lengths, strict=True)
    ]


def present_encoding(review: Review | None) -> str:
    """The encoding that a report's file was read in; empty if none can be chosen."""
    origin = review.original.document.origin if review is not None else None
    return origin.encoding or "" if origin is not None and origin.path else ""


def misused(review: Review) -> bool:
    """Whether the report uses another form than its year should."""
    return review.report.form_due not in {None, review.report.form.id}
