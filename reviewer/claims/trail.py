"""What the figures of a sentence leave behind for those after them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reviewer.base import Number
from reviewer.claims.figures import Figure
from reviewer.claims.leading import Opened
from reviewer.claims.model import Claim
from reviewer.claims.thereof import crosses, is_part

_BRACKET = re.compile(r"[()]")
_CLAUSE = re.compile(r"[,:;。()]")
_OF_APPLICATIONS = re.compile(
    r"(?:其中|全年|本年度?|共计?|合计|总计|需|办理|应办|应予办理|应办理|应办结|线下|结转|书面|涉及|接收|收到|受理)*(?:申请)?(?:为|有)?"
)
"""Counts of applications that no cell holds; what follows is still about applications."""

_BOTH_YEARS = re.compile(r"新收[^,;:]{0,8}?结转")
"""New applications counted together with those carried over."""

_TURNED_AWAY = re.compile(r"撤[回销]|撤件|补正|不属于|非本[机单]|信息不存在|移送|告知")
_SETTLED = re.compile(
    "(?:其中|现|共|均|目前|当年|全年|本年度?)*已?(?:经|全部)?审结(?:的|了|案件|共|有)*"
)
_OF_A_MATTER = re.compile(
    r"(?:涉及?|关于|有关|反映)[\u4e00-\u9fff]|[\u4e00-\u9fff]类(?:的|政府信息公开|申请|有|为|共)*"
    r"|[中里](?:已经?|现已|均|有)*(?:办结|答复)|(?<![当年])代为?[省市县区州]|协助|协办"
)
"""Words of some applications only, or of another body's, whose results may follow."""

_CARRIED_IN = "requests.carried_in.total"

_OF_THINGS = frozenset("件宗起份条例")


@dataclass
class Trail:
    """What was spoken of so far.

    Attributes:
        last: The claim that was made last, if the last figure made one.
        outer: The claims before each bracket that is open.
        other: Unit of the last figure, if that counts something else.
        kinds: Row of the number of proceedings of any kind, or empty.
        claimed: Whether a figure of applications was read.
        opened: What list of applications the sentence opens with.
        offline: Whether the last figure is of applications that came offline.
        closed: Whether a bracket was closed since the last figure.
        whole: The claim that 其中 stood behind last.
        matter: How many of some applications, on a matter or carried in, are not yet told of one by
            one.
        settled: How many proceedings its words say are over; their outcomes follow.
        inner: Whether the last figure is a part of a part: of one kind of applicants, by one way.
        counted: What each figure so far counts, or None if that is something else.
    """

    last: Claim | None = None
    outer: list[Claim | None] = field(default_factory=list)
    other: str = ""
    kinds: str = ""
    claimed: bool = False
    opened: Opened = Opened.NONE
    offline: bool = False
    closed: bool = False
    whole: Claim | None = None
    matter: Number = 0
    settled: Number = 0
    inner: bool = False
    counted: list[Claim | None] = field(default_factory=list)

    def step(self, between: str) -> None:
        """Go on to the next figure; behind a bracket, it relates the one before the bracket."""
        for character in _BRACKET.findall(between):
            if character == "(":
                self.outer.append(self.last)
            elif character == ")" and self.outer:
                self.last = self.outer.pop()
                self.closed = True
        if "其中" in between:
            self.whole = self.last or self.whole
        self.inner = False

    def is_inner(self, subject: str, value: Number) -> bool:
        """Whether a figure of a subject is one of a part that is told of, not of the whole."""
        if 0 < value <= self.matter and is_part(subject):
            self.matter -= value
            self.inner = True
            return True
        whole = self.outer[-1] if self.outer else self.whole
        if whole is not None and value <= whole.value:
            self.inner = crosses(subject, whole.subject, enclosed=bool(self.outer))
        return self.inner

    def note(self, claim: Claim) -> None:
        """Remember a count."""
        first = not self.counted
        self.counted.append(claim)
        self.matter = claim.value if first and claim.subject == _CARRIED_IN else 0
        if not _is_earlier(claim, self.last):
            self.last = claim
        self.other = ""
        self.offline = False
        self.closed = False

    def pass_over(self, figure: Figure) -> None:
        """Remember what a figure that is no claim means for those after it."""
        self.counted.append(None)
        self.last = None
        self.closed = False
        if self.inner:
            return
        own = _CLAUSE.split(figure.lead)[-1]
        listed = bool(self.matter) or figure.lead.startswith("、")
        self.matter = figure.value if _OF_A_MATTER.search(own) and not listed else 0
        if _SETTLED.fullmatch(own):
            self.settled = figure.value
        if _BOTH_YEARS.search(own):
            return
        spoken = self.claimed or "申请" in own
        if spoken and (_OF_APPLICATIONS.fullmatch(own) or _TURNED_AWAY.search(own)):
            self.offline = "线下" in own or "书面" in own
        else:
            self.other = figure.unit if figure.unit in _OF_THINGS else ""
            self.opened = Opened.NONE

    def is_told(self, subject: str) -> bool:
        """Whether a figure so far counts a subject."""
        return any(claim is not None and claim.subject == subject for claim in self.counted)

    def before(self, recent: list[Claim]) -> tuple[str, ...]:
        """Subjects of the figures shortly before; behind a bracket, the one before it last."""
        before = tuple(claim.subject for claim in recent)
        return (*before, self.last.subject) if self.closed and self.last else before


def _is_earlier(claim: Claim, last: Claim | None) -> bool:
    """Whether a figure is an earlier year's of what was counted last, which stays the matter."""
    if last is None or last.subject != claim.subject or claim.year is None:
        return False
    return last.year is not None and claim.year < last.year
