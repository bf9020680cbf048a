"""How well each rule finds what it is for: ``python -m tests.benchmarks rules [RULE…]``.

Plants every fault of ``faults.py`` in right reports of all forms and many layouts, opened as any
other text, and counts for each rule what was planted and what it found. On right reports every
finding of severity error or warning is a false alarm.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reviewer.base import FindingId
from reviewer.checks.engine import check
from reviewer.checks.model import Finding, Severity
from reviewer.document.opening import open_text
from reviewer.errors import ReviewerError
from reviewer.forms.reading import read_report
from tests.benchmarks.faults import PLANTINGS, Planting
from tests.benchmarks.old_reports import old_report
from tests.benchmarks.right_reports import Right, right_report
from tests.layouts import LAYOUTS, NOT_READABLE

VARIED = ("word_tab", "pipe", "spaced", "csv", "pdf", "paragraphs", "markdown_right", "tab_ended")
"""The layouts in which faults are planted."""

OLD = "2008"

RIGHT = 2
"""So many right reports a form and layout."""


@dataclass
class Detection:
    """What came of the faults, by rule.

    Attributes:
        planted: Faults planted.
        found: Those that the rule found.
        missed: What was not found, to look into: fault, form and layout.
    """

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def findings_in(text: str) -> tuple[Finding, ...]:
    """What is found in a text; nothing if it cannot be read."""
    try:
        return check(read_report(open_text(text))).findings
    except ReviewerError:
        return ()


def detected(rules: Iterable[str] = ()) -> Detection:
    """Plant faults, all or those of some rules, and count what is found."""
    chosen = tuple(rules)
    result = Detection()
    for number, planting in enumerate(PLANTINGS):
        if not chosen or any(word in planting.rule for word in chosen):
            _count(result, planting, number)
    return result


def _count(result: Detection, planting: Planting, number: int) -> None:
    for place, layout in enumerate(VARIED):
        turn = (place + number) % len(planting.forms)
        for form_id in (*planting.forms[turn:], *planting.forms[:turn]):
            right = right_on(form_id, number + place, layout)
            spoilt = planting.spoil(random.Random(f"{planting.name}/{place}"), right)
            if spoilt is not None:
                break
        else:
            continue
        known = {finding.id for finding in findings_in(right.text)}
        result.planted[planting.rule] += 1
        if any(_is_new(finding, planting.rule, known) for finding in findings_in(spoilt.text)):
            result.found[planting.rule] += 1
        else:
            result.missed.append(f"{planting.rule}: {planting.name} ({right.form_id}, {layout})")


def right_on(form_id: str, seed: int, layout: str) -> Right:
    """A right report on a form, that of the years up to 2018 among them."""
    if form_id == OLD:
        return old_report(seed, layout)
    return right_report(form_id, seed, layout)


def _is_new(finding: Finding, rule: str, known: set[FindingId]) -> bool:
    return finding.rule == rule and finding.id not in known


def right_reports() -> Iterator[Right]:
    """Right reports of all forms in every layout that is read."""
    for place, layout in enumerate(one for one in LAYOUTS if one not in NOT_READABLE):
        for form_id in ("2019", "2021"):
            for seed in range(RIGHT):
                yield right_report(form_id, 1000 + place * RIGHT + seed, layout)
    yield from (old_report(1000 + place, layout) for place, layout in enumerate(VARIED))


def alarms_on_right() -> tuple[int, Counter[str]]:
    """How many right reports were read, and the false alarms in them by rule."""
    alarms: Counter[str] = Counter()
    reports = 0
    for right in right_reports():
        reports += 1
        alarms.update(f.rule for f in findings_in(right.text) if f.severity is not Severity.HINT)
    return reports, alarms
