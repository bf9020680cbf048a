"""What is said of all that a figure counts: 复议3件，均被维持; 收到申请8件，均为自然人申请."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.claims.wordings.applicants import APPLICANT_WORDS
from reviewer.claims.wordings.channels import CHANNEL_WORDS, WAY
from reviewer.claims.wordings.proceedings import CORRECTED, LOOSELY, OTHER, UPHELD
from reviewer.claims.wordings.results import reasons

_ALL = (
    r"[,(]*(?:申请人(?:类型|身份)?|申请|案件|复议机关|复议机构|(?:人民)?法院|(?:办理|答复|复议|审理|判决)?结果)*(?P<said>(?:均|全部|都)"
    r"(?:依法|已|由|被|经|获得?|得到|予以|作出|为|是|系|属于?|来自|复议机关|人民|法院|[一二]审|审理|判决|裁定|结果|决定|按时|按规定|按要求|及时|的|了)*"
)
_ENDS = r"(?=[,;。()]|$|原|申请(?:人|件)?(?:[,;。()]|$)|提[出交]|行政|(?:决定|结果)(?:[,;。()]|$))"
_OUTCOMES = (
    ("upheld", re.compile(rf"{_ALL}(?:{UPHELD})){_ENDS}")),
    ("corrected", re.compile(rf"{_ALL}(?:{CORRECTED})){_ENDS}")),
    ("other", re.compile(rf"{_ALL}(?:其[他它]结果|{OTHER})){_ENDS}")),
    (
        "pending",
        re.compile(rf"{_ALL}(?:尚未审结|未审结|在(?:法院|复议机关)?审理中?|审理中)){_ENDS}"),
    ),
)
_KINDS = (
    ("direct_lawsuit", re.compile(rf"{_ALL}(?:未经复议)?直接起诉)(?=[,;。()]|$)")),
    ("lawsuit_after_reconsideration", re.compile(rf"{_ALL}(?:经)?复议后起诉)(?=[,;。()]|$)")),
)
_DECIDING = (
    r"(?:[我本](?:[镇乡局县区市委厅办]|街道?|单位|机关)|复议机关|复议机构|法院|人民法院|一审|二审|经|审理|复议|已|依法|作出|判决|裁定|决定|被"
    r"|予以|为|是|属于?)*"
)
_SOLE = tuple(
    (
        column,
        re.compile(
            rf"[,(](?:已审结,)?(?P<said>(?:(?:办理|审理|复议|判决)?结果(?:为|是|:)?|{_DECIDING})(?:{words}))"
            r"(?:(?:原|[我本该])[^,;。()]{0,10}|判决|决定)?(?=[,;。()]|$)"
        ),
    )
    for column, words in (
        ("upheld", UPHELD),
        ("corrected", CORRECTED),
        ("other", rf"其[他它]结果|{OTHER}"),
        ("pending", "(?:尚|仍|目前)*(?:未审结|正?在(?:法院|复议机关)?审理(?:之?中)?|正?在审)"),
    )
)
"""The outcome of the one case that there was."""

_PERSONS = "(?:自然人|公民个人|公民|个人)"
_WAYS = tuple(
    (
        channel,
        re.compile(
            rf"{_ALL}(?:{_PERSONS}的?)?(?:(?:通过|经由?|以|采[用取]|登录"
            rf"|利用)[^,;。、()\d]{{0,12}}?)?(?:{words}){WAY})(?=[,;。()并且]|$)"
        ),
    )
    for channel, words in CHANNEL_WORDS.items()
)
_ANY_WAY = "|".join(CHANNEL_WORDS.values())
_ORGANISATIONS = tuple(
    (column, words) for column, words in APPLICANT_WORDS.items() if column != "natural_person"
)
_APPLICANTS = (
    (
        "natural_person",
        re.compile(rf"{_ALL}{_PERSONS})(?:{_ENDS}|(?=的?(?:{_ANY_WAY}){WAY}(?:[,;。]|$)))"),
    ),
    *((who, re.compile(rf"{_ALL}(?:{words})){_ENDS}")) for who, words in _ORGANISATIONS),
)
_BY_WHOM = re.compile(
    r"(?P<said>申请人(?:类型|身份)?(?:均|全部|都)(?:为|是|系|属于?)(?:自然人|公民个人))(?=[,;。()]|$)"
)
_COUNTED = re.compile(r"\d+[件条宗起份]")

_RESULTS = (
    ("granted", re.compile(rf"{_ALL}(?:予以公开|同意公开)){_ENDS}")),
    ("granted_in_part", re.compile(rf"{_ALL}(?:部分公开)){_ENDS}")),
    ("refused", re.compile(rf"{_ALL}(?:不予公开)){_ENDS}")),
)
_REASONS = tuple(
    (
        row,
        re.compile(
            rf"{_ALL}(?:因|由于)*[^,;。()、和及或等]{{0,10}}?(?:{words})(?:[^,;。()、和及或等]{{0,12}})){_ENDS}"
        ),
    )
    for row, words in reasons()
)
"""The one reason why so many were turned down: 无法提供9件，均因本机关不掌握."""

_ONE_APPLICATION = tuple(
    (
        row,
        re.compile(
            rf"[,(](?P<said>(?:经[^,;。()]{{2,8}},?)?(?:已|依法|决定|答复|均)*(?:{words}))(?=[,;。()]|$)"
        ),
    )
    for row, words in (
        ("granted", "(?:予以|同意)公开"),
        ("granted_in_part", "(?:予以)?部分公开"),
        ("refused", "不予公开"),
    )
)
"""How the one application was decided that there was."""

_ONE_APPLICANT = tuple(
    (
        who,
        re.compile(
            rf"[,(](?P<said>(?:申请人|申请主体|系|由|为|是|来自)+(?:[1一][名位家])?(?:{words}))"
            r"(?=[,;。()]|$|申请|提[出交]|通过)"
        ),
    )
    for who, words in (("natural_person", "自然人|公民个人|公民"), *_ORGANISATIONS)
)
_ONE_WAY = tuple(
    (
        channel,
        re.compile(
            rf"[,(](?P<said>(?:为|系|是|由|通过|以)+(?:(?:申请人)?{_PERSONS}的?)?(?:{words}){WAY})(?=[,;。()]|$)"
        ),
    )
    for channel, words in CHANNEL_WORDS.items()
)
"""How the one application came that there was."""

_NOUN = re.compile(
    r"(?:(?:政府|政务)?信息公开)?(?:类|的|行政)*(?:复议|诉讼)(?:案件?)?(?=,)|"
    r"(?:(?:关于|要求|请求|有关)[^,;。()\d]{1,24}的|的)?"
    r"(?:政府|政务)?(?:信息)?(?:(?:依申请)?(?:公开)?(?:申请|事项|件|表|书)+|依申请公开)(?=,)"
    r"|申请公开(?:政府|政务)?信息(?:事项|件)?(?=,)"
)
_ASIDE = re.compile(r"\([^()]*\)(?=,)")
_DONE_WITH = re.compile(
    r"[,(](?:目前|现|并|且)*(?:均|全部|都)?(?:已|按[期时]|依法|在[^,;。()]{1,12}内)*(?:审结|结案|办结|答复)(?:完毕)?(?=,)"
)
"""Words that say no more than that the cases are finished."""

_DECIDED = re.compile(
    r"[,(](?P<said>(?:目前|现|也|且)*(?:已经?)?(?:均|全部|都)(?:[^,;。()\d未不没无拟待仅]|\(\D{1,4}\)){0,40}?"
    r"(?:办结|办毕|办复|办理完毕|处理完毕|办理完成))(?:完毕|了)?(?=[,;。()并和、]|$)"
)
"""Said of applications that were all decided: 收到申请8件，均已按期办结."""

_DONE = (("total", _DECIDED),)
_FURTHER_ON = (
    ("requests.{}.natural_person", _BY_WHOM),
    ("requests.total.total", _DECIDED),
)
"""What may be said of all that were counted last, in a later clause."""

_CLAUSE_END = re.compile(r"[,;()]|$")
_WHOLES = {"requests.new.total": True, "requests.total.total": False}
"""Totals of applications, each with whether some of them may be decided only next year."""


@dataclass(frozen=True)
class Said:
    """What is said of all.

    Attributes:
        key: The subject of as many.
        start: Where the words begin in the sentence.
        end: Behind them.
        loose: Whether not all may have been meant.
    """

    key: str
    start: int
    end: int
    loose: bool = False


def all_of(subject: str, text: str, end: int, *, sole: bool = False) -> Iterator[Said]:
    """What a sentence says of all that a figure of a subject counts, one thing after the other.

    Args:
        subject: The figure's subject.
        text: The sentence.
        end: Behind the figure and its unit.
        sole: Whether there was one only.
    """
    told: set[str] = set()
    for passed in (_NOUN, _ASIDE, _DONE_WITH):
        if passed is _ASIDE and _said_at(subject, text, end, sole=sole):
            continue
        match = passed.match(text, end)
        end = match.end() if match else end
    while said := [one for one in _said_at(subject, text, end, sole=sole) if one.key not in told]:
        yield from said
        told |= {one.key for one in said}
        behind = _CLAUSE_END.search(text, max(one.end for one in said))
        end = behind.start() if behind else len(text)
    yield from _further_on(subject, text, end, told)


def _further_on(subject: str, text: str, end: int, told: set[str]) -> Iterator[Said]:
    """What later clauses say before another count: 收到申请3件，主要涉及征地，均已办结."""
    row = subject.split(".")[1]
    counted = _COUNTED.search(text, end) if subject in _WHOLES else None
    stop = counted.start() if counted else len(text)
    for key, pattern in _FURTHER_ON if subject in _WHOLES else ():
        match = pattern.search(text, end, stop)
        if match and key.format(row) not in told and (row == "new" or "{}" in key):
            yield Said(key.format(row), *match.span("said"), loose="{}" not in key)


def _said_at(subject: str, text: str, end: int, *, sole: bool) -> list[Said]:
    """What is said at a place of all that a figure of a subject counts: 均为自然人网上申请."""
    table, row, column = subject.split(".")
    if table == "disputes" and column == "total" and "+" not in row:
        said = _first(_KINDS, text, end, "disputes.{}.total") if row == "lawsuits" else None
        outcomes = (*_OUTCOMES, *_SOLE) if sole else _OUTCOMES
        found = [said or _first(outcomes, text, end, f"disputes.{row}.{{}}")]
    elif subject not in _WHOLES:
        reasons_of = tuple(one for one in _REASONS if one[0].startswith(f"{row}_"))
        found = [_first(reasons_of, text, end, "requests.{}.total")]
    else:
        who = (*_APPLICANTS, *_ONE_APPLICANT) if sole else _APPLICANTS
        results = (*_RESULTS, *_ONE_APPLICATION) if sole else _RESULTS
        ways = (*_WAYS, *_ONE_WAY) if sole else _WAYS
        ways, done = (ways, _DONE) if row == "new" else ((), ())
        found = [
            _first(who, text, end, f"requests.{row}.{{}}"),
            _first(ways, text, end, f"requests.{row}.{{}}"),
            _first(results, text, end, "requests.{}.total", loose=_WHOLES[subject]),
            _first(done, text, end, "requests.{}.total", loose=True),
        ]
    return [said for said in found if said is not None]


def _first(
    said: tuple[tuple[str, re.Pattern[str]], ...],
    text: str,
    end: int,
    key: str,
    *,
    loose: bool = False,
) -> Said | None:
    for name, pattern in said:
        match = pattern.match(text, end)
        if match:
            loosely = loose or bool(LOOSELY.search(match["said"]))
            return Said(key.format(name), *match.span("said"), loosely)
    return None
