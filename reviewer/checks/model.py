"""What checks yield: findings, evaluations and suspects."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum

from reviewer.base import CellId, FindingId, Frozen, Number, RuleId
from reviewer.document.model import Span


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


SEVERITY_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
SEVERITY_SIGNS = {Severity.ERROR: "▲", Severity.WARNING: "◆", Severity.HINT: "●"}
"""Signs in texts: the shapes that the window draws."""


class Outcome(StrEnum):
    """What a rule came to."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNKNOWN = "cannot be assessed"


class Finding(Frozen):
    """Something a reviewer has to look at.

    Attributes:
        id: Fingerprint of rule, cells and printed texts: stable over re-checks.
        rule: Key of the rule or check that found it (``requests.flow``).
        outcome: BROKEN, or UNKNOWN where figures are missing.
        title: The rule in short (``一＋二＝三（七）＋四``).
        place_label: Where, as reviewers name it (``表三 · 自然人``; ``正文 第12行``).
        message: What and why, in Chinese, with the figures.
        cells: The cells it speaks of; the first one is jumped to.
        spans: Places in the text that it speaks of.
        expected: What should stand there, as text.
        found: What stands there, as text.
        basis: Notice and article, or the form's own note.
    """

    id: FindingId
    rule: RuleId
    severity: Severity
    outcome: Outcome = Outcome.BROKEN
    title: str
    place_label: str
    message: str
    cells: tuple[CellId, ...] = ()
    spans: tuple[Span, ...] = ()
    expected: str = ""
    found: str = ""
    basis: str = ""


class Evaluation(Frozen):
    """One rule on one row, column or cell group, worked out: for the inspector.

    Attributes:
        key: Rule and place (``requests.flow[natural_person]``).
        left: Left side written out (``12＋1``), with ``left_value``.
        right: Right side written out (``11＋1``), with ``right_value``.
        difference: left_value - right_value, or None if it cannot be assessed.
        missing: Input cells that have no figure.
    """

    key: str
    rule: RuleId
    title: str
    severity: Severity
    outcome: Outcome
    cells: tuple[CellId, ...]
    left: str
    right: str
    relation: str
    left_value: Number | None
    right_value: Number | None
    difference: Number | None
    missing: tuple[CellId, ...] = ()


class Change(Frozen):
    """One cell of a suspect with what should stand in it.

    Attributes:
        printed: What stands there: as printed, or the figure that a reviewer read instead.
    """

    cell: CellId
    printed: str
    proposed: Number


class Suspect(Frozen):
    """What if: with these figures the broken rules hold and no other breaks.

    Attributes:
        changes: The cells to change together; one cell in most cases.
        why: The kind of slip it would be, in Chinese (``少一位数字``).
        explains: Keys of the evaluations that do not hold now and would: broken ones, and for
            a figure that is missing those that could not be assessed.
        score: From 0 to 1, how likely beside all others; suspects are sorted by it, best first.
        attested: How much more than sums and digits speaks for it: a doubt, each sentence.
        slips: How many slips it would be: one that spoils a whole line is one.
    """

    changes: tuple[Change, ...]
    why: str
    explains: tuple[str, ...]
    score: float
    attested: int = 0
    slips: int = 1


class Checked(Frozen):
    """All that the checks say of a report.

    Attributes:
        findings: By severity, then place.
        evaluations: Every arithmetic rule worked out, holding ones included.
        suspects: Best first.
    """

    findings: tuple[Finding, ...]
    evaluations: tuple[Evaluation, ...]
    suspects: tuple[Suspect, ...]


class WhatIf(Frozen):
    """What another figure in a cell would do to the rules on it.

    Attributes:
        fixes: Keys of the evaluations that are broken now and would hold.
        breaks: Keys of the evaluations that are not broken now and would be.
        loses: Keys of the evaluations that could not be assessed any more.
    """

    fixes: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()


def fingerprint(rule: str, cells: Iterable[str], printed: Iterable[str]) -> FindingId:
    """The stable id of a finding, 16 hexadecimal digits."""
    parts = "\x1f".join([rule, *cells, "\x1e", *printed])
    return FindingId(hashlib.sha256(parts.encode()).hexdigest()[:16])
