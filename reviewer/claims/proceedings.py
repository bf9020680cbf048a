"""Figures of proceedings: those on the disclosure of information, and those of any kind.

An office tells of all its proceedings too (行政复议案件5件，其中涉及政府信息公开3件). Table four
holds those on the disclosure of information alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.claims.setting import Named, Setting
from reviewer.claims.wordings import proceedings as wordings
from reviewer.claims.wordings.wording import TAIL_WORDS

_OF_ANY_KIND = re.compile(r"办理|审理|受理|审结|收到|接收|应诉|涉诉")
"""Words that, with none on information, may speak of all proceedings that an office had."""

_ALL_KINDS = re.compile(
    r"审[理结](?:了|的)*(?:行政)?复议案|作为(?:被告|复议机关|行政复议机关)|复议[局委办]|复议机构|司法局|出庭|负责人|各类|[一二]审\d"
)
"""Words that, with none on information, do speak of all proceedings that an office had."""

_ARISEN = re.compile(r"(?:引发|引起|产生|发生|提起|涉及|有|共|收到|受理|年度?|同期)(?:了|的)?$")
_ON = r"(?:与|因|由|为|系|是|有|被|就|涉及|涉|属于?|关于|针对)"
_DISCLOSURE = r"(?:政府|政务)?(?:信息(?:的)?(?:依申请)?|政务)公开"
_NAMED = re.compile(rf"{_DISCLOSURE}|依申请")
_OF_WHICH = re.compile(
    r"(?:\([^()]*\))?(?:[、,和及与](?:行政)?(?:复议|诉讼|应诉)(?:案件)?\d+[件起宗例])?"
    rf"[,(、]*(?:(?:其中|含|包括|包含)(?!\d+[件起宗例][^;。()]{{0,2}}20\d\d年)|涉及[^;。()]{{0,20}}?\d)"
    rf"[^;。()均都]{{0,24}}?{_DISCLOSURE}"
)
"""Behind the number of all proceedings, how many were on disclosure."""

_OF_WHICH_OTHER = re.compile(
    r"(?:\([^()]*\))?[,(、]*(?:其中|含|包括|包含)[,:]?(?:涉及|关于|针对|因|涉)(?P<what>[^,;。()\d]{2,16}?)\d"
)
"""Behind the number of all proceedings, how many were on some other matter."""

_OF_COURTS = re.compile(
    r"(?:[全我本][省市县区州旗盟]|各级|两级)(?:各级|两级|基层|人民)*法院[^,;:。]{0,6}?(?:受理|审理|审结|新收|收案|办结)"
    r"|[省市县区州旗盟](?:中级|高级)?人民法院(?:全年|本年度?|今年|20\d\d年|共)+(?:受理|审理|审结|新收|收案|办结)"
)
"""All that the courts had, whoever was sued."""

_ALL_OF_THEM = rf"[,(]*(?:均|都|全部)?{_ON}+"
_ALL_ON = re.compile(rf"{_ALL_OF_THEM}{_DISCLOSURE}")
_ON_OTHER = re.compile(
    rf"{_ALL_OF_THEM}(?P<what>[^,;。()]{{2,16}}?)(?:有关|相关|无关|引发|引起|类|案件|纠纷|问题)"
)
_CAUSE = re.compile(
    r"(?:(?:因|由)(?P<cause>[^,;。]{2,16}?)(?:引发|引起|发生|产生|提起|被)"
    r"|(?:涉及|关于|针对)(?P<matter>[^,;。]{2,16}?)的)"
)
_OWN_CAUSE = re.compile(r"公开|此|该|答复|申请|[我本][镇乡局街县区市委机单]")
_OF_THE_SAME_CAUSE = re.compile("(?:由此|因此|所)*引[发起]")
"""Ahead of proceedings, the cause that was named before them: ；引发的行政诉讼3件."""

_LAST_YEARS = re.compile(r"(?:上一?年|去年|往年)[^,;:]{0,6}(?:未审结|结转|遗留)")
"""Proceedings that began in an earlier year."""

_COUNTED_LAST = re.compile(
    r".*(?:(?P<reconsideration>复议)|(?P<lawsuits>诉讼|应诉))(?:案件|案)?(?:共|为|有|[:])*\d"
)
"""The last proceedings of which a sentence tells a number, be they counted here or not."""

_OUTCOME = re.compile(r"维持|纠正|审结|驳回|撤[回销]|败诉|胜诉")
_GIVEN_UP = re.compile(
    r"(?:撤[回销]|驳回|放弃)(?:了|的|原告|申请人|其)*(?:行政)?(?:复议|诉讼)(?:申请|请求)?"
)
_PART = re.compile(
    rf"(?:其中|含|包括|包含|[,:])*{_ON}*{_DISCLOSURE}"
    rf"(?:类|有关|相关|方面|工作|领域|引发|引起|申请|行政|复议|诉讼|{TAIL_WORDS})*"
)
_KIND = re.compile("复议|诉讼|应诉|起诉")
_HALVES = frozenset({"direct_lawsuit", "lawsuit_after_reconsideration"})
"""Rows that together are all lawsuits."""

_KINDS = frozenset({"reconsideration", "lawsuits"})
_BOTH_HALVES = {f"disputes.{half}.total" for half in _HALVES}

_BESIDE_ANOTHER = re.compile(rf"{_DISCLOSURE}[^,;:。()、\d]*\d+[件起宗例]、[^,;:。()\d]*$")
"""Ahead of proceedings that are named beside others on the disclosure of information."""

_DISMISSED = re.compile("驳回(?=[,、;:。()\\d]|$)")
"""Beside other outcomes, one that offices count as upheld, or as another."""

_PART_BEHIND = re.compile(rf"(?:案件|的)?{_ON}+{_DISCLOSURE}")
_FATE = re.compile(
    r"(?:案件)?(?:、\d+[件起宗例][^、]{2,8}?)?(?:均|已|被|目前|仍|结果|予以)*"
    r"(?:(?P<pending>尚?未审结|正?在审理|审理中)|(?P<upheld>维持)|(?P<corrected>纠正|纠错))"
)
"""How proceedings that are named behind their figure ended."""

_THEREOF = re.compile(r"(?:其中|另?有|含|[,:])*")


def proceeding(name: str, setting: Setting) -> Iterator[Named]:
    """What a figure of proceedings or of their outcome may be of, by the words before it."""
    if not setting.proceedings:
        return
    if setting.kinds and _PART.fullmatch(name) and not _KIND.search(name):
        yield Named((f"disputes.{setting.kinds}.total",))
    spoken = ("复议" in name or "诉" in name) and not _GIVEN_UP.search(name)
    loose = not setting.plainly and bool(_OF_ANY_KIND.search(name))
    spoken = spoken and not _LAST_YEARS.search(name)
    for pattern, row in wordings.PROCEEDINGS if spoken else ():
        match = pattern.search(name)
        if match:
            aside = _is_of_any_kind(name, setting)
            yield Named((f"disputes.{row}.{_outcome(name[: match.start()])}",), loose, aside)
    if spoken:
        yield from _ended(name, loose=loose)
    row = _row(setting)
    if row:
        for pattern, column in wordings.OUTCOMES:
            if pattern.search(name) and _may_end_so(row, name):
                sure = setting.follows("disputes") and not setting.kinds
                sure = sure and not _is_of_several(row, setting)
                loose = setting.loose or not sure or bool(wordings.LOOSELY.search(name))
                loose = loose or _DISMISSED.search(setting.ahead + setting.further) is not None
                yield Named((f"disputes.{row}.{column}",), loose)


def _ended(name: str, *, loose: bool) -> Iterator[Named]:
    """Proceedings and their outcome in one name: 行政复议结果维持3件."""
    for words, column in wordings.OUTCOMES_LAST:
        outcome = words.search(name)
        whose = name[: outcome.start()] if outcome else ""
        for pattern, row in wordings.PROCEEDINGS if whose else ():
            if pattern.search(whose) and _may_end_so(row, name[len(whose) :]):
                yield Named((f"disputes.{row}.{column}",), loose)
                return


def _may_end_so(row: str, words: str) -> bool:
    """Whether proceedings of a row may have the outcome that words name: only suits are won.

    A suit that is dismissed, with no word of what, was mostly lost, and its outcome upheld.
    """
    if row != "reconsideration":
        return not _DISMISSED.search(words)
    return not wordings.IN_COURT.search(words)


def _outcome(ahead: str) -> str:
    """The column that words ahead of proceedings name (尚未审结行政复议), or else the total's."""
    return next((one for words, one in wordings.OUTCOMES_AHEAD if words.search(ahead)), "total")


def _row(setting: Setting) -> str:
    """The row of the proceedings whose outcomes are spoken of, or empty."""
    if setting.opening and (setting.heads or not setting.follows("disputes")):
        return setting.opening
    if set(setting.before[-2:]) == _BOTH_HALVES and not setting.part:
        return "lawsuits"
    row = setting.before[-1].split(".")[1] if setting.follows("disputes") else ""
    counted = _COUNTED_LAST.match(setting.ahead) if row in _KINDS else None
    told = counted is None or f"disputes.{counted.lastgroup}.total" in setting.before
    return row if told else ""


def _is_of_several(row: str, setting: Setting) -> bool:
    """Whether outcomes in a separate sentence may belong to more than what was named last."""
    if _KIND.search(setting.ahead):
        return False
    both = {"disputes.reconsideration.total", "disputes.lawsuits.total"}.issubset(setting.before)
    return row in _HALVES or (both and "审结" in setting.ahead)


def _is_of_any_kind(name: str, setting: Setting) -> bool:
    """Whether a number of proceedings includes others than those on disclosure."""
    same = _OF_THE_SAME_CAUSE.match(name) and setting.follows("disputes")
    if same or _NAMED.search(name) or _ALL_ON.match(setting.further):
        return False
    if _OF_WHICH.match(setting.further) or _OF_COURTS.search(name):
        return True
    part = _OF_WHICH_OTHER.match(setting.further)
    if part and not (setting.plainly or _OWN_CAUSE.search(part["what"])):
        return True
    other_matter = _ON_OTHER.match(setting.further)
    if other_matter and not _OUTCOME.search(other_matter["what"]):
        return True
    cause = _CAUSE.search(name)
    if cause and not _OWN_CAUSE.search(cause["cause"] or cause["matter"]):
        return True
    of_kinds = setting.kinds and not _BESIDE_ANOTHER.search(setting.ahead)
    return bool(of_kinds or _ALL_KINDS.search(name) or _ALL_KINDS.search(setting.further))


def proceeding_behind(own: str, setting: Setting) -> Iterator[Named]:
    """What a figure of proceedings may be of, by the words behind its unit."""
    if not setting.proceedings:
        return
    if setting.kinds and _THEREOF.fullmatch(own) and _PART_BEHIND.match(setting.behind):
        yield Named((f"disputes.{setting.kinds}.total",))
    arisen = not own or _ARISEN.search(own)
    for pattern, row in wordings.PROCEEDINGS_BEHIND if arisen else ():
        match = pattern.match(setting.behind)
        if match:
            yield from _told_behind(row, setting.behind[match.end() :], setting)
    if setting.follows("disputes") and (arisen or _THEREOF.fullmatch(own)):
        row = _row(setting)
        for pattern, column in wordings.OUTCOMES_BEHIND:
            if pattern.match(setting.behind) and _may_end_so(row, setting.behind):
                loosely = bool(wordings.LOOSELY.match(setting.behind))
                loosely = loosely or _DISMISSED.search(setting.ahead + setting.further) is not None
                yield Named((f"disputes.{row}.{column}",), loosely)


def _told_behind(row: str, rest: str, setting: Setting) -> Iterator[Named]:
    """All proceedings of a kind, or those of an outcome: 其中3件行政复议、1件行政诉讼尚未审结."""
    total = f"disputes.{row}.total"
    fate = _FATE.match(rest)
    if fate:
        yield Named((f"disputes.{row}.{fate.lastgroup}",))
    elif not (setting.part and total in setting.before):
        yield Named((total,))
