"""What a figure of a sentence is a figure of: the words before it, else those behind its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.claims.active import active
from reviewer.claims.figures import Figure
from reviewer.claims.leading import Opened
from reviewer.claims.proceedings import proceeding, proceeding_behind
from reviewer.claims.setting import Named, Setting
from reviewer.claims.subjects import APPLICANTS as WHO
from reviewer.claims.subjects import CHANNELS as WAYS
from reviewer.claims.topics import Topic
from reviewer.claims.ways import way_of
from reviewer.claims.wordings import (
    APPLICANTS,
    APPLICATION,
    BEHIND,
    CHANNELS,
    COUNTED,
    FLOWS,
    RECEIVED,
    RESULTS,
    RESULTS_BEHIND,
    TAIL,
    Wording,
)

_LONGEST = 70
_WORD = r"[^,;:。]"
_NOT_ALL = re.compile(
    r"涉及|关于(?!.{0,4}(?:政府)?信息公开)|(?:反映|围绕|针对|超期|逾期|延期(?![至到])|疑难|复杂|重大)|撤回|撤销|经补正"
)
"""Words that narrow a figure to some of the matter."""

_DESCRIBED = re.compile(
    rf"(?:收到|受理|新收|接到){_WORD}{{0,6}}(?:涉及|关于|围绕|反映){_WORD}{{1,30}}等{_WORD}{{0,6}}的?{APPLICATION}{TAIL}$"
)
"""All of them, with what they were about; or some only, who knows."""

_APPLICATION_BEHIND = re.compile(
    r"(?:的|公民|公众|提[出交]|法人|自然人|有效|书面|网上|群众|线上|、|或|和|其他组织|关于|有关"
    r"|(?:通过|以|采用).{1,24}?(?:提交|提出|递交)的)*+"
    r"(?:依申请|(?:政府|政务|公开)?信息(?:的)?(?:依申请)?公开(?:的|类)*申请|申请公开|公开(?:政府)?信息的?申请"
    r"|(?:政府|政务)?信息依申请公开|(?:要求|请求)公开|公开申请|申请(?!人))"
)
_CAME_IN = re.compile(r"收到|受理|接到|接收|新收")
_FROM_PERSONS = re.compile(
    rf"{_WORD}{{0,12}}?{RECEIVED}(?:了|的)*自然人(?:提出|提交|的)*(?:政府信息公开|信息公开)?申请{TAIL}"
)
_PIECES = re.compile(r"依申请公开的?(?:政[府务])?信息(?:总?数)?$")
"""Pieces of information that are given on application, not applications."""

_EVER = re.compile(r"历年|历史|以来累计|(?:施行|实施|开通|成立|运行|上线)以来")
_OF_OTHERS = re.compile(
    r"转办|转交|协查|协助|协办|配合|指导|督促|会商|(?<!经)(?:审核|审查|把关|评查|抽查)(?:了|各类)?(?:依申请|政府信息)"
)
"""Work on applications that were made to another body, or on some of one's own."""

_RECEIVED_BEFORE = re.compile(
    r"(?:收到|新收|受理|接到|接收|收办|收件|接受)(?:了|的|共|共计|以来)*"
    r"(?:[并和](?:按[时期]|及时|依法|全部)?(?:办理|办结|答复|处理))?(?:了|的|共|共计)*$"
)
_WORKED_BEFORE = re.compile(r"(?:办理|处理)(?:了|的)*$")
_DECIDED_BEFORE = re.compile(r"(?:办结|答复|办理完毕|回复)(?:了|的|共|共计)*$")
_LED_BY = re.compile(
    f"{_RECEIVED_BEFORE.pattern}|{_DECIDED_BEFORE.pattern}|{_WORKED_BEFORE.pattern}"
)
_CARRIED_BEHIND = re.compile(
    r"(?:申请|政府信息公开申请|依申请公开|待|将|需|因)?[^,;:。]{0,6}?(?:结转|转结|转入?|顺延|延期)(?:到|至|入)?(?:下一?年|次年|明年|20\d\d年)"
    r"|(?:尚|仍|还|目前)?(?:未办结|跨年|未到(?:法定)?(?:答复|办理)?期限?|正?在办理|正?在(?:法定)?(?:答复|办理)期限?内)"
)
_OVER = re.compile(r"(?:跨年)?结转|转结|顺延")
_TO_NEXT_YEAR = re.compile(r"(?:申请)?(?:到|至|入)(?:下一?年|次年|明年)")
_REST = re.compile(r"(?:其?余|剩余|余下|剩下|尚余|另外?|还|其[他它]|未(?:到期|办结))(?:有|的)*")
_LEFT = re.compile(f"(?:{_OVER.pattern}|{_REST.pattern})")
_CARRIED_BY_YEAR = re.compile(
    rf"(?P<from>20\d\d)年度?结转(?:而来|过来|来|的|政府信息公开|依申请公开|申请)*{TAIL}$"
    rf"|结转(?:至|到|入)?(?P<to>20\d\d)年度?(?:的|继续|办理|答复|申请)*{TAIL}$"
)
_CARRIED_IN_BEHIND = re.compile(
    r"(?:为|系|是)?(?:上一?年度?|(?P<from>20\d\d)年度?)(?:结转|转结)(?!(?:至|到|入)?(?:下|次|20))"
)
_DECIDED_BEHIND = re.compile(
    r"(?:(?:均|已|都|全部|按|依法|依规|在|严格|及时|规范|予以|作出|完成)[^,;。未不没超逾]{0,26}?)?"
    r"(?:办结|办理(?:完毕|答复|回复)|处理(?:完毕|答复)|答复|回复)(?:完毕|完成|处理|申请人)?$"
)
_DECIDED_OF_BEHIND = re.compile(
    r"(?:政府|政务)?信息的?(?:依申请)?公开申请(?:均|已|按期|按时|依法|依规|全部|作出|予以|进行了?)*(?:答复|办结|回复)(?:处理)?$"
)
"""What is said of a number that stands behind 对: 对49份政府信息公开申请依法作出答复."""

_NOTHING_ELSE = re.compile(
    r"$|、|(?:的|有效|书面)?申请|依申请|政府信息|均|已|并|全部|都|按|[降减增上升提下少低高加长]{1,2}(?:至|到)"
)


def named(figure: Figure, setting: Setting) -> Named | None:
    """What a figure is of; None if it is of something that the tables do not hold."""
    return next(_named(figure, setting), None)


def _named(figure: Figure, setting: Setting) -> Iterator[Named]:
    own, name = figure.own[-_LONGEST:], figure.name[-_LONGEST:]
    if setting.ever:
        return
    if _EVER.search(own) or _OF_OTHERS.search(own):
        return
    if figure.unit in COUNTED:
        way = way_of(own or name, setting)
        if way is not None:
            if way:
                yield Named((f"requests.new.{way}",), by_a_way=True)
            return
        yield from _of_the_same(figure, setting)
        if own in {"", "除"} or setting.dealt or _LED_BY.search(own) or _LEFT.fullmatch(own):
            yield from _application_behind(own, setting)
        follows = (setting.thereof and setting.follows("requests")) or _is_by_a_way(setting)
        if follows or (setting.opened and own):
            yield from _by_whom(name if follows else own, setting)
        if _CAME_IN.search(name) or not (setting.sorting or _is_piece(name, figure.unit)):
            yield from _application(name, setting)
        if figure.unit not in _PERSONS:
            yield from _proceedings(own, name, setting)
    yield from active(name, figure.unit, setting)


def _proceedings(own: str, name: str, setting: Setting) -> Iterator[Named]:
    yield from proceeding(own or name, setting)
    if setting.paired and not own:
        yield Named(("disputes.lawsuits.total",))
    yield from proceeding_behind(own, setting)


def _is_piece(name: str, unit: str) -> bool:
    """Whether it is information to be given on application that is counted."""
    return unit == "条" and bool(_PIECES.search(name))


def _application(name: str, setting: Setting) -> Iterator[Named]:
    partial = bool(_NOT_ALL.search(name))
    yield from _carried(name, setting)
    if "自然人" in name and setting.topic is Topic.REQUESTS and _FROM_PERSONS.fullmatch(name):
        yield Named(("requests.new.natural_person",))
    if partial and _DESCRIBED.search(name):
        yield Named(("requests.new.total",), loose=True)
    for wording in (_NARROW if partial else _ALL)[setting.topic]:
        match = wording.match(name)
        if match and not (wording.bare and _is_other(setting)):
            loose = wording.loose and not match.groupdict().get("decided")
            yield Named((wording.key,), loose)
    follows = setting.follows("requests") or setting.opened is Opened.RESULTS
    if follows and name.removeprefix("其中") == "公开":
        yield Named(("requests.granted.total",))
    yield from _listed(name, setting)
    yield from _of_somebody(name, setting)
    if name == "结转" and setting.before[-1:] == ("requests.total.total",):
        yield Named(("requests.carried_out.total",), loose=True)
    if setting.topic is Topic.REQUESTS and setting.follows("requests"):
        yield from _by_whom(name, setting)


def _of_somebody(name: str, setting: Setting) -> Iterator[Named]:
    """What one of several received of the total before: 其中县直部门收到12件、乡镇收到3件."""
    if setting.before[-1:] == (_NEW,) and _SOMEBODY.fullmatch(name):
        yield Named((_NEW,), of_a_part=True)


def _listed(name: str, setting: Setting) -> Iterator[Named]:
    """Results that are named shortly in a list: 公开9件，部分公开1件，不公开2件，其他0件."""
    last = setting.before[-1] if setting.before else ""
    if name in {"不公开", "依法不公开"} and last in _OPENED:
        yield Named(("requests.refused.total",))
    if name in {"其他", "其它"} and last.startswith(_TURNED_DOWN):
        yield Named(("requests.other.total",))


_OPENED = frozenset({"requests.granted.total", "requests.granted_in_part.total"})
_TURNED_DOWN = ("requests.unavailable", "requests.declined")


def _carried(name: str, setting: Setting) -> Iterator[Named]:
    """What a named year carried over: last year's came in, this year's goes out."""
    match = _CARRIED_BY_YEAR.search(name) if "结转" in name else None
    if match and setting.year is not None and setting.topic is Topic.REQUESTS:
        first = int(match["from"]) if match["from"] else int(match["to"]) - 1
        row = "carried_in" if first < setting.year else "carried_out"
        yield Named((f"requests.{row}.total",))


def _by_whom(name: str, setting: Setting) -> Iterator[Named]:
    """Applicants and channels, which speak of what was named before them."""
    opened = setting.opened is Opened.CAME or not setting.follows("requests")
    row, loose = ("new", False) if opened else _row_before(setting)
    for wording in (*APPLICANTS, *CHANNELS):
        if wording.pattern.search(name):
            if wording in CHANNELS:
                yield Named((wording.key,))
            elif row:
                yield Named((wording.key.replace(".new.", f".{row}."),), loose)
    followed = setting.follows("requests") and setting.before[-1].endswith(_FORM_APPLICANTS)
    if row and followed and name in {"其他", "其它"}:
        yield Named((f"requests.{row}.other_org",), loose)


def _is_by_a_way(setting: Setting) -> bool:
    """Whether the figure shortly before is of applications that came in one way."""
    return bool(setting.before) and setting.before[-1].rpartition(".")[2] in WAYS


def _row_before(setting: Setting) -> tuple[str, bool]:
    """The row of table three whose applicants are spoken of, and whether it may be another."""
    _, row, column = setting.before[-1].split(".")
    if column != "total":
        return (row if row in _PARTED else ""), setting.loose
    if row == "carried_in" or not setting.part:
        return (row if row == "carried_in" else "new"), False
    if row == "total":
        return row, "requests.new.total" in setting.before
    return ("new" if row == "new" else ""), False


_PARTED = frozenset({"new", "carried_in", "total"})
_NEW = "requests.new.total"
_SOMEBODY = re.compile(
    rf"(?:其中)?[\u4e00-\u9fff]{{2,14}}?(?:收到|受理|新收|接收)(?:政府信息公开|的)*(?:申请)?{TAIL}"
)

_FORM_APPLICANTS = (".business", ".research", ".welfare", ".legal_service")
_TOGETHER = re.compile(r"[,、;:()]*(?:两项|以上|各类)?(?:合计|共计|总计|一共|共)(?:为|是|:)?")
_TO = re.compile(
    r"[,]?(?:下降|降|降低|减少|减|下滑|回落|增加|增长|增|上升|升|提高)(?:至|到|为)"
    r"(?:(?:20\d\d年|今年|本年)度?)?的?"
)
"""Between the figures of two years: 由2022年的30件降至2023年的22件."""

_PERSONS = frozenset({"人", "人次"})
_IN_A_YEAR = re.compile(
    r"[,、;:()]*(?:而|其中)?(?:今年|本年度?|上一?年度?|去年|20\d\d年度?)(?:同期|全年)?(?:则|为|是|的|共|仅|有|达到?|只有|:)*"
)


def _of_the_same(figure: Figure, setting: Setting) -> Iterator[Named]:
    """The total of parts counted before it, or another year's figure of the same."""
    if setting.other_year and _IN_A_YEAR.fullmatch(figure.lead):
        yield Named((setting.other_year,), setting.loose)
    if setting.other_year and _TO.fullmatch(figure.lead):
        yield Named((setting.other_year,), setting.loose)
    parts = [subject.rpartition(".") for subject in setting.before[-_SUMMED:]]
    for parted in (WAYS.keys(), WHO.keys() | {"organisations"}):
        summed = [part for head, _, part in parts if head == "requests.new" and part in parted]
        enough = _SUMMED - setting.offline
        if len(summed) >= enough and _TOGETHER.fullmatch(figure.lead):
            yield Named((_NEW,))
    results = [head for head, _, part in parts if part == "total" and head in _DECISIONS]
    if len(results) == _SUMMED and _TOGETHER.fullmatch(figure.lead):
        yield Named(("requests.total.total",))


_SUMMED = 2
_DECISIONS = {
    wording.key.rpartition(".")[0] for wording in RESULTS if wording.key.endswith(".total")
}


def _is_other(setting: Setting) -> bool:
    """Whether words that name no matter may be those of another one."""
    return setting.interrupted or not _NOTHING_ELSE.match(setting.behind)


def _by_topic(wordings: Sequence[Wording]) -> dict[Topic, tuple[Wording, ...]]:
    return {
        topic: tuple(one for one in wordings if one.topic in {Topic.NONE, topic}) for topic in Topic
    }


_ALL = _by_topic((*FLOWS, *RESULTS))
_NARROW = _by_topic(RESULTS)


def _application_behind(own: str, setting: Setting) -> Iterator[Named]:
    """Applications named behind their unit: 收到15件政府信息公开申请, 1件结转下年度."""
    behind = setting.behind
    if _RECEIVED_BEFORE.search(own) and _APPLICATION_BEHIND.match(behind):
        plain = behind.startswith(("申请", "的申请"))
        if not plain or setting.topic is Topic.REQUESTS:
            yield Named(("requests.new.total",))
    if _RECEIVED_BEFORE.search(own) and "依申请公开" in own and "信息" in behind[:6]:
        yield Named(("requests.new.total",))
    decided = _DECIDED_BEFORE.search(own) and _APPLICATION_BEHIND.match(behind)
    if _WORKED_BEFORE.search(own) and _APPLICATION_BEHIND.match(behind):
        yield Named(("requests.total.total",), loose=True)
    dealt = setting.dealt or not own
    if decided or (dealt and _DECIDED_OF_BEHIND.match(behind)):
        yield Named(("requests.total.total",))
    follows = setting.follows("requests")
    over = follows and setting.before[-1] == "requests.carried_out.total"
    if over and _REST.fullmatch(own) and _DECIDED_BEHIND.match(behind):
        yield Named(("requests.total.total",))
    if own in {"", "除"} and follows and _CARRIED_BEHIND.match(behind):
        yield Named(("requests.carried_out.total",))
    if follows and _LEFT.fullmatch(own):
        onward = _TO_NEXT_YEAR if _OVER.fullmatch(own) else _CARRIED_BEHIND
        if onward.match(behind):
            yield Named(("requests.carried_out.total",))
        return
    if not own and (setting.topic is Topic.REQUESTS or _is_by_a_way(setting)):
        yield from _part_behind(setting, follows=follows)


def _part_behind(setting: Setting, *, follows: bool) -> Iterator[Named]:
    """Some of the applications, by what is said of them behind their unit."""
    behind, year = setting.behind, setting.year
    if _CARRIED_BEHIND.match(behind):
        yield Named(("requests.carried_out.total",))
    carried = _CARRIED_IN_BEHIND.match(behind)
    if carried and (carried["from"] is None or (year is not None and int(carried["from"]) < year)):
        yield Named(("requests.carried_in.total",))
    for key, pattern in RESULTS_BEHIND:
        if pattern.match(behind):
            yield Named((key,))
    if follows and not setting.decided and _DECIDED_BEHIND.match(behind):
        yield Named(("requests.total.total",))
    for key, pattern in BEHIND if follows else ():
        match = pattern.match(behind.partition("、")[0])
        if match and (match["said"] or setting.part or _is_by_a_way(setting)):
            yield Named((key,))
