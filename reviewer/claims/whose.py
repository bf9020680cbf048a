"""Whose applications a sentence tells the results of, where they are of one kind of applicant.

企业申请6件，予以公开3件 speaks of what businesses were given, and 予以公开9件，其中企业3件 too.
So does 企业申请的办理结果为：予以公开3件, which says not how many they made. Behind several kinds
in a row (自然人14件，企业6件，予以公开9件) results are of all again. No cell holds what became of
those that came by one way, or on one matter (网上提交的申请中，予以公开8件).
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
from reviewer.claims.wordings.channels import CHANNEL_WORDS, WAY

_WHO = APPLICANTS.keys() | {"organisations"}
_CAME = frozenset({"new", "carried_in", "total"})
_NAMES = "|".join(APPLICANT_WORDS.values())
_WAYS = "|".join(CHANNEL_WORDS.values())
_ASKED = "(?:提出的?|提交的?|递交的?|的)?(?:政府信息公开|信息公开)?申请"
_ONE_KIND = "|".join(f"(?P<{who}>{words})" for who, words in APPLICANT_WORDS.items())
_SOME = (
    rf"(?<![件宗起份条])(?P<some>(?:{_WAYS}|线下){WAY}(?<=申请)"
    r"|(?:涉及|关于|反映)(?!(?:政府|政务)?信息公开)[^,;:。()\d、]{2,20}?的(?:政府信息公开|信息公开)?申请)"
)
_RESULTS = (
    r"[中里](?![心介止断])|(?:方面)?:|方面,"
    r"|的?(?:办理|处理|答复)(?:的?(?:结果|情况))?(?:为|是|如下|中)*[,:]"
)
_WHOLE = re.compile(
    rf"(?P<several>(?:{_NAMES}|{_WAYS}|群众|公众)(?:{_ASKED})?[、和及与或])??(?<![本我各该])"
    rf"(?:(?:{_ONE_KIND})(?:{_ASKED}|(?<!单位)(?=方面[,:]|:))|{_SOME})(?:(?:{_RESULTS})|(?P<dealt>,))"
)
"""Applications named as a whole, whose results follow: 自然人申请的办理结果为, 网上提交的申请中."""

_DEALT = re.compile("(?:对于?|针对)[^,;:。]*$")
_STOP = re.compile("[,、;。()]")
_OF_ALL = re.compile("全年|[总共]|合计")
"""Behind a semicolon, words that go on with all applications."""

_ANY_NUMBER = Decimal("Infinity")
_KINDS = (*APPLICANT_WORDS, "some")
_OF_EACH = frozenset({"carried_in", "total", "carried_out"})
"""Rows besides the results that are told of each kind of applicant."""


@dataclass
class Whose:
    """Which applicants the figures of a sentence are of, as far as it was read.

    Attributes:
        column: The one kind of applicant that was counted last, or empty.
        came: How many applications they made.
        whole: Whether applications were counted last, not how they were decided.
        apart: Whether they are some that no cell holds: of one way, or on one matter.
        counted: Whether one of several kinds was counted last.
        again: Whether that was said ahead of a semicolon, so that it holds for results only.
        rows: How many were decided in each way, as told so far.
    """

    column: str = ""
    came: Number = 0
    whole: bool = False
    apart: bool = False
    counted: bool = False
    again: bool = False
    rows: dict[str, Number] = field(default_factory=dict)

    def narrowed(self, subject: Subject, value: Number) -> Subject | None:
        """What a figure is of: a result of those who were counted last, not of all.

        None if no cell holds it.
        """
        table, row, column = subject.key.split(".")
        if table != "requests":
            return subject
        each = is_result(subject.key) or (row in _OF_EACH and not self.again)
        if self.apart and (each or (column in _WHO and not self.counted)):
            return None
        if column in _WHO and is_result(subject.key) and value > self.rows.get(row, value):
            return subjects()[f"requests.new.{column}"]
        if self.column and column == "total" and each and value <= self.came:
            return subjects()[f"requests.{row}.{self.column}"]
        return subject

    def goes_on(self) -> Whose:
        """What holds behind a semicolon: whose results are told, if no number of them was."""
        named = self.came == _ANY_NUMBER and bool(self.column or self.apart)
        return Whose(self.column, self.came, apart=self.apart, again=True) if named else Whose()

    def step(self, text: str, since: int, end: int) -> None:
        """Go on to a figure, past words that say whose applications are spoken of.

        Args:
            text: The sentence.
            since: Where the figure before it ends.
            end: Where it begins.
        """
        if self.again and _OF_ALL.search(text, since, end):
            self.column, self.apart, self.again = "", False, False
        if self.counted and not _STOP.search(text, since, end):
            self.apart = True
        for match in _WHOLE.finditer(text, since, end):
            if match["dealt"] and not _DEALT.search(text, since, match.start()):
                continue
            self.counted = False
            who = "" if match["several"] else next(one for one in _KINDS if match[one])
            self.apart = who == "some"
            self.column = who if who in _WHO else ""
            self.came, self.whole, self.again = _ANY_NUMBER, True, False

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
        self.apart = False
        self.counted = False
        if column == self.column and row == "carried_in":
            self.came += claim.value
        if column not in _WHO:
            self.column, self.whole = "", row in _CAME
        elif row in _CAME and column != self.column:
            alone = not (self.whole or claim.loose or TAKEN.search(own))
            self.column, self.whole = (column if alone else ""), True
            self.came, self.counted = claim.value, not alone
        else:
            self.whole = False
