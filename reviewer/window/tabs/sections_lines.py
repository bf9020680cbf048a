"""The sections of a report beside those that its form prescribes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from reviewer.checks.model import Finding, Severity
from reviewer.document.model import Span
from reviewer.forms.folding import fold
from reviewer.forms.model import FormSection
from reviewer.forms.report import Report

if TYPE_CHECKING:
    from reviewer.checks.families.headings import Heading


class State(Enum):
    """How a section stands to the form."""

    SAME = auto()
    OTHER_NUMBER = auto()
    OTHER_TITLE = auto()
    ABSENT = auto()
    EXTRA = auto()


_ABOUT_HEADINGS = ("sections.", "wording.heading")
"""What the keys of the rules begin with that judge what is shown here."""


@dataclass(frozen=True)
class Line:
    """A section found, or one that the form prescribes and the report has not.

    Attributes:
        body: What stands under the heading; None if the section is absent.
        length: Characters of the body without blanks.
        finding: The gravest finding on the heading, or on its absence.
    """

    state: State
    found: Heading | None
    wanted: FormSection | None
    body: Span | None = None
    length: int = 0
    finding: Finding | None = None

    def holds(self, span: Span) -> bool:
        """Whether a passage begins in the section or its heading."""
        if self.found is None or self.body is None:
            return False
        return self.found.span.start <= span.start < self.body.end


def lines_of(report: Report, findings: Sequence[Finding] = ()) -> list[Line]:
    """All sections in the report's order, as the rules know them; absent ones where they belong."""
    # What finds and judges headings is loaded with the first report, not with the window.
    from reviewer.checks.families.headings import find_headings

    about = [finding for finding in findings if finding.rule.startswith(_ABOUT_HEADINGS)]
    about.sort(key=lambda finding: list(Severity).index(finding.severity))
    pairs = _paired(find_headings(report), report.form.sections)
    matched = {wanted.number for _, wanted in pairs if wanted is not None}
    absent = [wanted for wanted in report.form.sections if wanted.number not in matched]
    ends = [*(heading.span.start for heading, _ in pairs[1:]), _end(report)]
    lines: list[Line] = []
    for (heading, wanted), end in zip(pairs, ends, strict=False):
        while absent and wanted is not None and absent[0].number < wanted.number:
            lines.append(_absent(absent.pop(0), about))
        body = Span(start=heading.span.end, end=max(end, heading.span.end))
        length = len("".join(report.document.at(body).split()))
        finding = next((one for one in about if _points_at(one, heading)), None)
        lines.append(Line(_state(heading, wanted), heading, wanted, body, length, finding))
    return lines + [_absent(wanted, about) for wanted in absent]


def _paired(
    headings: Sequence[Heading], sections: Sequence[FormSection]
) -> list[tuple[Heading, FormSection | None]]:
    """Each heading with the section of the form that it is: by title, else by number."""
    titled: dict[int, Heading] = {}
    for heading in headings:
        if heading.prescribed is not None:
            titled.setdefault(heading.prescribed.number, heading)
    free = {one.number: one for one in sections if one.number not in titled}
    pairs: list[tuple[Heading, FormSection | None]] = []
    for heading in headings:
        if heading.prescribed is not None:
            first = titled[heading.prescribed.number] is heading
            pairs.append((heading, heading.prescribed if first else None))
        else:
            pairs.append((heading, free.pop(heading.value, None)))
    return pairs


def _state(heading: Heading, wanted: FormSection | None) -> State:
    if wanted is None:
        return State.EXTRA
    if fold(heading.title) not in map(fold, (wanted.title, *wanted.aliases)):
        return State.OTHER_TITLE
    return State.SAME if heading.has_numeral else State.OTHER_NUMBER


def _absent(wanted: FormSection, about: Sequence[Finding]) -> Line:
    """A section that is not there, and the finding that names it."""
    finding = next((one for one in about if wanted.title in f"{one.message}{one.expected}"), None)
    return Line(State.ABSENT, None, wanted, finding=finding)


def _points_at(finding: Finding, heading: Heading) -> bool:
    return any(heading.span.holds(span) for span in finding.spans)


def _end(report: Report) -> int:
    """Where the last section ends."""
    return report.sections[-1].span.end if report.sections else len(report.document.text)
