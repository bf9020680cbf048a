"""Figures named as all of the year's applications that the words around them say are some of it.

15个工作日内办结17件，延期办结3件; 办结18件，另办结上年结转2件; 办结20件，其中当年新收18件.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from reviewer.claims.setting import Named, Setting
from reviewer.claims.thereof import TAKEN, is_result

_NEW = "requests.new.total"
_DECIDED = "requests.total.total"

_IN_DAYS = re.compile(r"\d+个?(?:工作日|自然日|天|日)之?内|提前|当[日天场](?:办|答|回)")
_IN_DAYS_EACH = re.compile(r"\d+个?(?:工作日|自然日|天|日)之?内[^,;:。()\d]{0,8}\d+[件宗起份条]")
"""Beside a number decided within some days, one within others: 5日内答复3件，10日内答复6件."""

_IN_TIME = re.compile(r"按[时期]|如期|及时|[期时]限内")
_LATE = re.compile(r"(?:延期|超期|逾期)[^,;:()\d]{0,8}[1-9]")
_LATE_BEHIND = re.compile(rf"[,、;](?:经?批准|另有?|有)?{_LATE.pattern}")
"""Behind a number decided in time, one decided late."""

_OLD_BESIDE = re.compile(
    r"[,、;；(]*(?:另外?|还|同时|此外|以及|并|和|及)[有,]*(?:办[结理]|答复|处理)(?:了|的)*"
    r"[^,;:()\d]{0,8}(?:结转|遗留|上一?年|去年|往年)"
)
"""Behind a number decided of the new ones: ，另办结上年结转2件."""

_OLD_AHEAD = re.compile(
    r"(?:办[结理]|答复|处理)(?:了|的)*[^,;:()\d]{0,8}(?:结转|遗留|上一?年|去年|往年)"
    r"[^,;:()\d]{0,12}\d+[件宗起份条],?[、,及和]?[^,;:()\d]*$"
)
_OF_NEW = re.compile(
    r"(?:办结|办理|答复|处理)(?:了|的)*(?:(?:当年|本年度?|今年)?新收|当年(?:收到|受理)?的?申请)"
)
_AMONG_NEW = re.compile("[中里](?:已经?|现已|均|有)*(?:办结|答复)")
"""Decided of those that were just told to have come: 新收19件中已办结18件."""

_AMONG_NEW_ONES = re.compile(r"新收[^,;:()]{0,16}[中里],?[^,;:()\d]*$")
"""Ahead of a number named behind its unit: 19件新收申请中，18件已办结."""

_RESULTS_OF_NEW = re.compile("新收[^,;:()]{0,16}[中里],")
"""Ahead of results that may leave out what became of those carried in: 新收的申请中，公开8件."""

_MORE_BEHIND = re.compile(
    r"[,、;(]*(?:另外?|还)有?\d+[件宗起份条][^,;:()转延]*"
    r"(?:不再处理|不予受理|不予处理|撤[回销]|放弃|补正|不属于|重复|合并)"
)
"""Behind those that were accepted, others that came: ，另有5件逾期不补正，不再处理."""

_RESULTS_BEHIND = re.compile(
    r"[,(:](?:涉及?自然人\d+[人件],)?(?:其中,?|办理结果(?:如下)?)?[:]?[^,;:()。\d]{0,8}(?:予以|同意)公开"
)
"""Behind a number that no word says to have come in: 依申请公开20件，其中予以公开10件."""

_THIS_YEAR = re.compile("当年|本年|今年|新")

_WHOLES = frozenset({_NEW, _DECIDED})
_COUNTED_IN = ("requests.new.", "requests.carried_in.", "requests.total.")
"""Rows of what came and of what was decided; all other rows are results."""

_TURNED_DOWN = frozenset(f"requests.{how}.total" for how in ("refused", "unavailable", "declined"))
_FOR_A_REASON = re.compile(
    r"(?:因|由于|属于?|涉及)(?![^,;:()]*(?:等|[、和或]))[^,;:()]{3,}(?:不予公开|无法提供|不予处理)"
)
"""One reason, which may not be that of all: 因涉及个人隐私不予公开5件."""

_NOT_HELD = "requests.unavailable_not_held.total"
_NOT_THERE = re.compile(
    r"(?:不存在|检索|查[找询无]|职[责权]|负责公开|未制作|未保存|未获取)[^,;:、。\d]*\d+[件宗起份条]"
)
"""What else is counted as not held, beside what is called so."""


def in_whole(found: Named, name: str, setting: Setting) -> Named | None:
    """What a figure is of, if it is not plainly a part of that; loose if it may be a part.

    Args:
        found: What the words of the figure name.
        name: The words before it.
        setting: Where it stands.
    """
    if found.keys == (_DECIDED,):
        return _decided(found, name, setting)
    if found.keys == (_NEW,):
        return _new(found, name, setting)
    if found.keys == (_NOT_HELD,):
        beside = _NOT_THERE.search(setting.ahead) or _NOT_THERE.search(setting.further)
        return replace(found, loose=found.loose or bool(beside))
    if found.keys[0] in _TURNED_DOWN and _FOR_A_REASON.search(name):
        return replace(found, loose=True)
    of_new = is_result(found.keys[0]) and _RESULTS_OF_NEW.search(setting.ahead)
    if of_new or (_is_result(found.keys[0]) and _are_of_some(setting.before)):
        return replace(found, loose=True)
    return found


def _is_result(key: str) -> bool:
    return key.startswith("requests.") and not key.startswith(_COUNTED_IN)


def _are_of_some(before: Sequence[str]) -> bool:
    """Whether results follow what one kind of applicant asked for, or came by one way, alone.

    Args:
        before: Subjects of the figures before them: 企业申请6件，予以公开3件、部分公开1件.
    """
    start = dropwhile(_is_result, reversed(before))
    wholes = list(takewhile(lambda key: key.startswith(_COUNTED_IN), start))
    return len(wholes) == 1 and wholes[0] not in _WHOLES


def _decided(found: Named, name: str, setting: Setting) -> Named | None:
    """All that were decided, in whatever time, the old ones too."""
    late = bool(_LATE.search(setting.ahead) or _LATE_BEHIND.match(setting.further))
    own = name + setting.behind
    in_days = bool(_IN_DAYS.search(own))
    each = _IN_DAYS_EACH.search(setting.ahead) or _IN_DAYS_EACH.search(setting.further)
    if in_days and (late or setting.part or each):
        return None
    if late and _IN_TIME.search(own):
        return None
    if _OLD_AHEAD.search(setting.ahead) and _THIS_YEAR.search(name):
        return None
    of_new = _AMONG_NEW.match(name) or _AMONG_NEW_ONES.search(setting.ahead)
    if setting.before[-1:] == (_NEW,) and of_new:
        return None
    if any(map(_OLD_BESIDE.match, (setting.further, setting.beyond))) or _OF_NEW.search(name):
        return None
    return replace(found, loose=found.loose or in_days)


def _new(found: Named, name: str, setting: Setting) -> Named | None:
    """All that came in the year, not those of them that were decided."""
    if _OF_NEW.search(name):
        return None
    if not TAKEN.search(name) and _RESULTS_BEHIND.match(setting.further):
        return replace(found, loose=True)
    if not (setting.part and setting.before[-1:] == (_DECIDED,)):
        return replace(found, loose=found.loose or bool(_MORE_BEHIND.match(setting.further)))
    return None if name.endswith("的") else replace(found, loose=True)
