"""Words for how applications were decided, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.claims.wordings.application import APPLICATION, BY_APPLICATION
from reviewer.claims.wordings.wording import TAIL, WORD, Wording, exactly

_REASONS = (
    rf"(?:{WORD}{{1,24}}等(?:原因|情形|情况|因素|理由)?而?"
    rf"|(?:政府|申请)?信息不存在而?|(?:因|由于|属于?)(?!{WORD}{{0,8}}不掌握){WORD}{{1,14}}?而?)?"
)
_RESULTS = (
    (
        "granted+granted_in_part",
        ("公开",),
        r"(?:予以|同意)?公开(?:、|和|与|及|或|以及)(?:予以|同意)?部分公开",
    ),
    ("granted", ("公开",), r"(?:予以|同意|全部|准予|给予|决定予以)公开|公开(?=决定)|公开范围"),
    (
        "granted_in_part",
        ("部分",),
        r"(?:(?:经)?区分处理后?)?(?:予以|同意|决定|依法)*部分(?:予以|同意|进行)?公开(?:范围)?",
    ),
    (
        "refused",
        ("公开",),
        rf"{_REASONS}(?:依法)?(?:决定)?(?:不予|不同意|免予|免于|否决)公开(?:范围)?",
    ),
    ("unavailable", ("提供",), rf"{_REASONS}(?:无法|不能)提供"),
    (
        "unavailable_not_held",
        ("掌握",),
        (
            r"(?:不属于|非)本(?:机关|单位|部门)(?:所)?掌握(?:的?信息)?|(?:本机关|本单位|本级政府|[我本][局镇乡县区市省州委办厅街]道?)?不掌握(?:相关|该"
            r"|有关)?(?:政府)?(?:信息)?(?:而|,)?(?:无法提供)?"
        ),
    ),
    (
        "unavailable_must_create",
        ("现成信息", "另行制作"),
        (r"(?:需要?加工、?分析、?)?没有现成信息(?:、)?(?:需要?)?(?:另行制作)?|需要?另行制作"),
    ),
    (
        "unavailable_unclear",
        ("不明",),
        rf"(?:(?:补正后)?(?:申请)?内容(?:仍)?不明确?|补正后仍不明确)(?!{WORD}{{0,8}}补正)",
    ),
    ("declined", ("不予处理",), rf"{_REASONS}不予处理"),
    (
        "declined_petition",
        ("信访",),
        r"(?:信访|举报|投诉)(?:、?(?:信访|举报|投诉))*[等类]*",
    ),
    ("declined_repeat", ("重复",), r"重复(?:提交|提出)?申请"),
    ("declined_publication", ("出版物",), r"(?:要求)?(?:提供)?公开出版物"),
    ("declined_excessive", ("反复申请",), r"(?:无正当理由)?大量反复申请"),
    (
        "declined_reconfirm",
        ("重新出具",),
        r"(?:要求)?(?:行政机关)?(?:确认或)?重新出具(?:已获取信息)?",
    ),
    ("refused_state_secret", ("秘密", "机密"), r"国家[秘机]密"),
    ("refused_by_law", ("法规",), r"其[他它]法律、?行政法规禁止公开"),
    ("refused_security", ("危及",), r"危及[“\"]?三安全一稳定[”\"]?"),
    ("refused_third_party", ("第三方",), r"(?:保护|侵害|损害)?第三方的?(?:合法)?权益"),
    ("refused_internal", ("内部事务",), r"(?:政府|机关|行政机关)?(?:三类)?内部事务(?:性)?信息"),
    ("refused_process", ("过程性",), r"(?:四类)?过程性+信息"),
    ("refused_case_file", ("案卷", "卷宗"), r"行政执法(?:案卷|卷宗)(?:信息|内容)?"),
    ("refused_enquiry", ("查询",), r"行政查询类?(?:事项|范畴)"),
    ("other", ("处理",), r"(?:作|按|做)?其[他它]处理"),
    ("other_not_corrected", ("逾期",), r"(?:申请人)?(?:无正当理由)?逾期[不未](?:作|予)?补正.*"),
    ("other_fee_unpaid", ("逾期",), r"(?:申请人)?逾期未(?:按.*)?缴纳?费用?.*"),
)
"""Rows of table three, signs that a name of the row has one of, and its words."""

_DECISION_OF = {
    "refused_": "(?:不予|不同意|免予|免于)公开",
    "unavailable_": "(?:无法|不能|未予|不予)提供",
    "declined_": "不予处理",
}
"""What a reason leads to, by the beginning of the reason's key."""

_OF = rf"(?:{APPLICATION}|{BY_APPLICATION})(?:中|的|结果|作出|决定|办理)*"
_TO_THEM = rf"(?:在{WORD}{{1,8}}内)?(?:向|答复)申请人"
_RESULT_TAIL = r"(?:的|政府信息公开|政府信息|信息公开|答复|决定|处理|申请|类)*"


def _reasoned() -> Iterator[tuple[str, str]]:
    """The one reason for a decision before that decision: 因属于国家秘密不予公开."""
    for row, _, words in _RESULTS:
        for start, decision in _DECISION_OF.items():
            if row.startswith(start):
                joined = r"(?:类|政府|信息|申请|情形|的|而|,)*(?:依法)?(?:决定|作出)?"
                yield row, rf"(?:{words}){joined}{decision}"


def _results() -> Iterator[Wording]:
    for row, words in _reasoned():
        yield Wording(f"requests.{row}.total", exactly(rf"(?:{_OF})?{words}{_RESULT_TAIL}"))
    for row, signs, words in _RESULTS:
        pattern = exactly(rf"(?:{_OF}|{_TO_THEM}|另?处理)?(?:{words}){_RESULT_TAIL}")
        yield Wording(f"requests.{row}.total", pattern, signs=signs)


_DECIDED = re.compile(
    r"(?P<ahead>.*?)(?:(?P<granted_in_part>部分(?:予以|同意)?公开)|(?P<granted>(?<!主动)(?:予以|同意|准予|给予)公开)"
    r"|(?P<refused>(?:不予|不同意|免予)公开)|(?P<unavailable>(?:无法|不能)提供)|(?P<declined>不予处理))"
    rf"{_RESULT_TAIL}{TAIL}"
)
_REASON_OF = {
    start.rstrip("_"): tuple(
        (row, re.compile(words)) for row, _, words in _RESULTS if row.startswith(start)
    )
    for start in _DECISION_OF
}
_ANOTHER = re.compile(r"公开(?:[、和与及或]|以及)|不掌握.*不予")
"""Ahead of a decision, another one that the figure is of as well."""

_SEVERAL = re.compile(r"等|[、和及或]")


def reasons() -> Iterator[tuple[str, str]]:
    """The rows of the reasons why applications are turned down, each with its words."""
    for row, _, words in _RESULTS:
        if row.startswith(tuple(_DECISION_OF)):
            yield row, words


def reason_in(words: str) -> str:
    """The row of the one reason for turning down that words name; empty if none, or several."""
    named = (one for each in _REASON_OF.values() for one in each)
    rows = [row for row, pattern in named if pattern.search(words)]
    return rows[0] if len(rows) == 1 else ""


def decided_as(name: str) -> tuple[str, bool] | None:
    """The row of the decision that a name ends in, whatever leads to it.

    Args:
        name: The words before a figure: 经审查予以公开, 因申请事项属于行政查询范畴依法不予公开.

    Returns:
        The row of the one reason that is given, else that of the decision; and whether a reason
        is. None if the name ends in no decision.
    """
    match = _DECIDED.fullmatch(name)
    if match is None or _ANOTHER.search(match["ahead"]):
        return None
    decision = next(row for row, words in match.groupdict().items() if words and row != "ahead")
    reasons = [row for row, words in _REASON_OF.get(decision, ()) if words.search(match["ahead"])]
    one = len(reasons) == 1 and not _SEVERAL.search(match["ahead"])
    return (reasons[0], True) if one else (decision, False)


_FOUND = (
    r"(?:申请)?的?(?:(?:办理|处理|答复)?结果|类型)?"
    r"(?:均|已|依[法规]|按规定|全部|作出|决定|告知|为|是|系|属于?|涉及|因|由于|按照?|以|《条例》(?:规定|所[指称])?的?|[“\"])*"
)
"""What may stand between a unit and the result behind it."""


def _results_behind() -> Iterator[tuple[str, re.Pattern[str]]]:
    for row, words in _reasoned():
        yield f"requests.{row}.total", re.compile(rf"{_FOUND}{words}")
    for row, _, words in _RESULTS:
        yield f"requests.{row}.total", re.compile(rf"{_FOUND}(?:{words})")


RESULTS_BEHIND = tuple(_results_behind())
"""Results named behind their figure: 3件予以公开, 8件办理结果为本机关不掌握."""

RESULTS = tuple(_results())

NOT_THERE = re.compile(
    rf"(?:因|由于|属于?|为|其中)*(?:所?申请(?:公开)?的?|该|相关|政府)*信息不存在{_RESULT_TAIL}{TAIL}"
)
"""Information that no search found; forms since 2019 count it as not held (条例第三十六条)."""
