"""Whose applications a sentence tells the results of, where they are of one kind of applicant.

企业申请6件，予以公开3件 speaks of what businesses were given, and 予以公开9件，其中企业3件 too.
Behind several kinds in a row (自然人14件，企业6件，予以公开9件) results are of all again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from reviewer.base import Number
from reviewer.claims.model import Claim
from reviewer.claims.subjects import APPLICANTS, Subject, subjects
from reviewer.claims.thereof import TAKEN, is_result
from reviewer.claims.wordings.applicants import APPLICANT_WORDS

_WHO = APPLICANTS.keys() | {"organisations"}
_CAME = frozenset({"new", "carried_in", "total"})
_OF_WHOM = re.compile(
    "(?:"
    + "|".join(f"(?P<{who}>{words})" for who, words in APPLICANT_WORDS.items())
    + ")(?:提出的|提交的)?(?:政府信息公开|信息公开)?申请[中里],"
)
_ANY_NUMBER = Decimal("Infinity")
_OF_EACH = frozenset({"carried_in", "total", "carried_out"})
"""Rows besides the results that are told of each kind of applicant."""


@dataclass
class Whose:
    """Which applicants the figures of a sentence are of, as far as it was read.

    Attributes:
        column: The one kind of applicant that was counted last, or empty.
        came: How many applications they made.
        whole: Whether applications were counted last, not how they were decided.
        rows: How many were decided in each way, as told so far.
    """

    column: str = ""
    came: Number = 0
    whole: bool = False
    rows: dict[str, Number] = field(default_factory=dict)

    def narrowed(self, subject: Subject, value: Number) -> Subject:
        """What a figure is of: a result of those who were counted last, not of all."""
        table, row, column = subject.key.split(".")
        if table != "requests":
            return subject
        if column in _WHO and is_result(subject.key) and value > self.rows.get(row, value):
            return subjects()[f"requests.new.{column}"]
        each = is_result(subject.key) or row in _OF_EACH
        if self.column and column == "total" and each and value <= self.came:
            return subjects()[f"requests.{row}.{self.column}"]
        return subject

    def step(self, between: str) -> None:
        """Go on to a figure, past words that say whose applications are spoken of.

        Args:
            between: What stands between it and the figure before: 自然人提出的申请中，.
        """
        match = _OF_WHOM.search(between)
        if match is not None:
            self.column, self.came, self.whole = match.lastgroup or "", _ANY_NUMBER, True

    def note(self, claim: Claim, own: str) -> None:
        """Go on behind a count.

        Args:
            claim: The count.
            own: The words of its clause; 收到自然人申请5件 tells of all that came.
        """
        table, row, column = claim.subject.split(".")
        if table != "requests":
            return
        self.rows[row] = claim.value
        if column == self.column and row == "carried_in":
            self.came += claim.value
        if column not in _WHO:
            self.column, self.whole = "", row in _CAME
        elif row in _CAME and column != self.column:
            alone = not (self.whole or claim.loose or TAKEN.search(own))
            self.column, self.whole = (column if alone else ""), True
            self.came = claim.value
        else:
            self.whole = False
