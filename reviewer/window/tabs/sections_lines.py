"""The sections of a report beside those that its form prescribes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewer.forms.model import FormSection
from reviewer.forms.report import Report, Section


class State(StrEnum):
    """How a section stands to the form; the value names its colour in the theme."""

    SAME = "confirmed"
    OTHER_NUMBER = "warning"
    OTHER_TITLE = "doubtful"
    ABSENT = "error"
    EXTRA = "hint"


@dataclass(frozen=True)
class Line:
    """A section found, or one that the form prescribes and the report has not.

    Attributes:
        length: Characters of its body without blanks; 0 if it is absent.
    """

    state: State
    found: Section | None
    wanted: FormSection | None
    length: int = 0


def lines_of(report: Report) -> list[Line]:
    """All sections in the report's order; absent ones stand where they belong."""
    pairs = _paired(report)
    matched = {wanted.number for _, wanted in pairs if wanted is not None}
    absent = [wanted for wanted in report.form.sections if wanted.number not in matched]
    lines: list[Line] = []
    for section, wanted in pairs:
        while absent and wanted is not None and absent[0].number < wanted.number:
            lines.append(Line(State.ABSENT, None, absent.pop(0)))
        state = _state(section, wanted)
        lines.append(Line(state, section, wanted, _length(report, section)))
    return lines + [Line(State.ABSENT, None, wanted) for wanted in absent]


def _paired(report: Report) -> list[tuple[Section, FormSection | None]]:
    """Each section found with the one of the form that it is: by title, else by number."""
    free = list(report.form.sections)
    by_title: dict[int, FormSection] = {}
    for place, section in enumerate(report.sections):
        same = next((wanted for wanted in free if _has_title(wanted, section.title)), None)
        if same is not None:
            free.remove(same)
            by_title[place] = same
    pairs: list[tuple[Section, FormSection | None]] = []
    for place, section in enumerate(report.sections):
        wanted = by_title.get(place)
        if wanted is None:
            wanted = next((one for one in free if one.number == section.number), None)
            if wanted is not None:
                free.remove(wanted)
        pairs.append((section, wanted))
    return pairs


def _state(section: Section, wanted: FormSection | None) -> State:
    if wanted is None:
        return State.EXTRA
    if not _has_title(wanted, section.title):
        return State.OTHER_TITLE
    return State.SAME if wanted.number == section.number else State.OTHER_NUMBER


def _has_title(wanted: FormSection, title: str) -> bool:
    bare = "".join(title.split())
    return any(bare == "".join(name.split()) for name in (wanted.title, *wanted.aliases))


def _length(report: Report, section: Section) -> int:
    body = report.document.text[section.heading.end : section.span.end]
    return len("".join(body.split()))
