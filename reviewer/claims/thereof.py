"""Parts of what was counted before, the sum of these, and another year's figure of the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.claims.figures import Figure
from reviewer.claims.leading import Opened
from reviewer.claims.setting import Named, Setting
from reviewer.claims.subjects import APPLICANTS as WHO
from reviewer.claims.subjects import CHANNELS as WAYS
from reviewer.claims.topics import Topic
from reviewer.claims.wordings.applicants import APPLICANTS
from reviewer.claims.wordings.channels import CHANNELS
from reviewer.claims.wordings.results import RESULTS

_NEW = "requests.new.total"
_PARTED = frozenset({"new", "carried_in", "total"})
_FORM_APPLICANTS = {"business", "research", "welfare", "legal_service"}
_APPLICANTS_BEFORE = 5
_OTHERS = re.compile(r"其[他它](?:类|申请人|主体)?(?:提[出交]的?)?(?:申请)?")
"""The form's last column if all others were named; else the rest of a list, which may be more."""

_TOGETHER = re.compile(r"[,、;:()]*(?:两项|以上|各类)?(?:合计|共计|总计|一共|共)(?:为|是|:)?")
_TO = re.compile(
    r"[,]?(?:(?:20\d\d年|今年|本年)度?)?(?:下降|降|降低|减少|减|下滑|回落|增加|增长|增|上升|升|提高)(?:至|到|为)"
    r"(?:(?:20\d\d年|今年|本年)度?)?的?"
)
"""Between the figures of two years: 由2022年的30件降至2023年的22件."""

_IN_A_YEAR = re.compile(
    r"[,、;:()]*(?:而|其中)?(?:今年|本年度?|上一?年度?|去年|20\d\d年度?)(?:同期|全年)?(?:则|为|是|的|共|仅|有|达到?|只有|:)*"
)

_SUMMED = 2
_DECIDED = "requests.total.total"
_GRANTED = "requests.granted.total"
_OPENED = {_GRANTED, "requests.granted_in_part.total"}
_DECISIONS = {
    wording.key.rpartition(".")[0] for wording in RESULTS if wording.key.endswith(".total")
}
TAKEN = re.compile(r"收|受理|接[到收]")
_APPLIED = re.compile(
    r"(?:申请|提[出交]|递交|寄送)(?:的|共|有|为|了)*$|^申请(?:人|主体|者)(?:为|是|系)"
)


def applied_in(own: str, setting: Setting) -> bool:
    """Whether a clause in a text on applications says itself that they were made: 企业申请5件."""
    mine = setting.topic is Topic.REQUESTS and not setting.interrupted
    return mine and bool(_APPLIED.search(own)) and not TAKEN.search(own)


def by_whom(name: str, setting: Setting) -> Iterator[Named]:
    """Applicants and channels, which speak of what was named before them."""
    opened = setting.opened is Opened.CAME or not setting.follows("requests")
    row, loose = ("new", False) if opened else _row_before(name, setting)
    for wording in (*APPLICANTS, *CHANNELS):
        if wording.pattern.search(name):
            if wording in CHANNELS:
                yield Named((wording.key,))
            elif row:
                yield Named((wording.key.replace(".new.", f".{row}."),), loose)
    if not (row and _OTHERS.fullmatch(name)) or setting.interrupted:
        return
    rows = [subject.split(".") for subject in setting.before[-_APPLICANTS_BEFORE:]]
    told = {column for _, of, column in rows if of == row}
    if told & _FORM_APPLICANTS:
        yield Named((f"requests.{row}.other_org",), loose or not told >= _FORM_APPLICANTS)
    elif row in _PARTED and setting.before[-1:] == (f"requests.{row}.natural_person",):
        yield Named((f"requests.{row}.organisations",), loose=True)


def is_sum(lead: str) -> bool:
    """Whether a figure is told as the sum of what its sentence spoke of: ，共29件."""
    return bool(_TOGETHER.fullmatch(lead))


def is_by_a_way(setting: Setting) -> bool:
    """Whether the figure shortly before is of applications that came in one way."""
    return bool(setting.before) and setting.before[-1].rpartition(".")[2] in WAYS


def is_result(subject: str) -> bool:
    """Whether a subject is how applications were decided."""
    return subject.rpartition(".")[0] in _DECISIONS


def crosses(part: str, whole: str, *, enclosed: bool) -> bool:
    """Whether a part is parted otherwise than its whole: 网络申请9件，其中自然人7件.

    Args:
        part: Its subject.
        whole: That of what it may be a part of.
        enclosed: Whether a bracket says so; 其中 before results may be said of all that came.
    """
    axes = _axis(part), _axis(whole)
    if part.rpartition(".")[0] == whole.rpartition(".")[0] and is_result(whole):
        return False
    return all(axes) and axes[0] != axes[1] and (enclosed or axes[0] != "results")


def is_part(subject: str) -> bool:
    """Whether a subject is some of the applications, by their result, their way or who applied."""
    return bool(_axis(subject))


def are_beside(one: str, other: str) -> bool:
    """Whether two subjects are parts of the same applications: 自然人申请 and 商业企业申请."""
    return one.rpartition(".")[0] == other.rpartition(".")[0] and "" != _axis(one) == _axis(other)


def _axis(subject: str) -> str:
    """By what applications are parted to come to a subject; empty if they are not."""
    column = subject.rpartition(".")[2]
    if column in WAYS:
        return "ways"
    if column in WHO or column == "organisations":
        return "who"
    return "results" if is_result(subject) else ""


def _row_before(name: str, setting: Setting) -> tuple[str, bool]:
    """The row of table three whose applicants are spoken of, and whether it may be another."""
    _, row, column = setting.before[-1].split(".")
    result = is_result(setting.before[-1])
    if column != "total" and result:
        return ("new", False) if "申请" in name else (row, True)
    if column != "total":
        return (row if row in _PARTED else ""), setting.loose
    if result and setting.part:
        return row, False
    if row == "carried_in" or not setting.part:
        return (row if row == "carried_in" else "new"), setting.loose
    if row == "total":
        return row, "requests.new.total" in setting.before
    return ("new" if row == "new" else ""), False


def of_the_same(figure: Figure, setting: Setting) -> Iterator[Named]:
    """The total of parts counted before it, or another year's figure of the same."""
    lead = figure.lead
    if setting.other_year and (_IN_A_YEAR.fullmatch(lead) or _TO.fullmatch(lead)):
        yield Named((setting.other_year,), setting.loose)
    if not is_sum(lead) or setting.interrupted:
        return
    parts = [subject.rpartition(".") for subject in setting.before[-_SUMMED:]]
    for parted in (WAYS.keys(), WHO.keys() | {"organisations"}):
        summed = [part for head, _, part in parts if head == "requests.new" and part in parted]
        enough = _SUMMED - setting.offline
        if len(summed) >= enough:
            yield Named((_NEW,))
    ended = [head for head, _, part in parts if head.startswith("disputes.") and part != "total"]
    if len(ended) == _SUMMED and len(set(ended)) == 1:
        yield Named((f"{ended[0]}.total",))
    results = [head for head, _, part in parts if part == "total" and head in _DECISIONS]
    if len(results) == _SUMMED:
        yield from _decided_together(setting)


def _decided_together(setting: Setting) -> Iterator[Named]:
    """What results come to: all that were decided, if those that were granted are told first."""
    told = [subject for subject in setting.before if is_result(subject)]
    if set(told) == _OPENED:
        yield Named(("requests.granted+granted_in_part.total",))
    elif _GRANTED in told:
        yield Named((_DECIDED,))
