"""What a figure of documents, decisions or money is of: the figures of table two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reviewer.claims.setting import Named, Setting
from reviewer.claims.wordings import decisions, documents
from reviewer.claims.wordings.wording import TAIL

_THEREOF = r"(?:其中|含|包括|本年度?|全年|年末|年底|目前|截至|尚|仍|清理|继续|另|决定|宣布)*"
_PLANNED = re.compile(r"计划|拟|预计|力争|打算")
_DOCUMENT_UNITS = frozenset({"", *"件个份条部项篇"})
_DECISION_UNITS = frozenset({"", *"件宗起个例条项次份"})
_CASES = frozenset("件宗起")
_SHOWN = frozenset({"公布", "公开", "公示"})
_DECREED = frozenset({"作出", "做出", "下达"})
_THROUGH = re.compile(
    r"网站|公众号|微信|微博|公[开示告]栏|宣传栏|公报|专栏|栏目|平台|报[纸刊]|广播|电视|新媒体|客户端|APP|电子屏"
)
"""Ways to make documents public."""

_NEAR = 12
"""So far before a figure, a word still says what was done with what it counts."""

_ENDS = re.compile(r"$|[、和及]|(?:行政)?(?:规范性)?文件|规章")
"""What may stand behind the figure of documents that were named before."""

_OF_PAPERS = re.compile(rf"(?:其中|有|含|包括)*(?:行政)?规范性文件{TAIL}")


def active(name: str, unit: str, setting: Setting) -> Iterator[Named]:
    """What a figure of table two may be of, by the words before it and its unit."""
    if unit in _DOCUMENT_UNITS:
        yield from _document(name, setting)
        if "规" in setting.behind and not _PLANNED.search(name):
            yield from _document_behind(name, setting)
    if unit in _DECISION_UNITS:
        yield from _decision(name, unit, setting)
    if unit in {"元", "万元", "亿元"}:
        if decisions.FEE.search(name):
            yield Named(("active.fee.amount",))
        spoken = decisions.PROCUREMENT.search(name) or setting.follows("active.procurement")
        if decisions.PROCUREMENT_AMOUNT.search(name) and (spoken or "采购" in name):
            yield Named(("active.procurement.amount",))
    elif unit in _DOCUMENT_UNITS and "集中采购" in name and decisions.PROCUREMENT.search(name):
        yield Named(("active.procurement.projects",))


def _document(name: str, setting: Setting) -> Iterator[Named]:
    for wording in documents.DOCUMENTS if "规" in name and not _PLANNED.search(name) else ():
        match = wording.pattern.search(name)
        between = match["between"] or "" if match else ""
        if match and documents.is_about_making(between) and "规章" not in between:
            yield _done(wording, name, setting)
    if setting.papers and _OF_PAPERS.fullmatch(name):
        yield Named(("active.normative_document.issued", "active.normative_document.made"))
    row, column = setting.documents, ""
    if setting.follows("active"):
        _, row, column = setting.before[-1].split(".")
    if row not in documents.DOCUMENT:
        return
    for verb in documents.DOCUMENT_VERBS if _ENDS.match(setting.behind) else ():
        if not column and verb.columns[0].startswith("disclosed"):
            continue
        if _of_documents(verb.words).fullmatch(name):
            yield Named(_keys(row, verb.columns))
    for noun_row, noun in documents.DOCUMENT.items() if column and not setting.interrupted else ():
        if _noun_alone(noun).fullmatch(name):
            yield Named((f"active.{noun_row}.{column}",))


def _document_behind(name: str, setting: Setting) -> Iterator[Named]:
    """Documents that are named behind their unit: 制发6份局本级规范性文件."""
    for row, noun in documents.DOCUMENT.items():
        match = _named_at_the_end(noun).fullmatch(setting.behind)
        if match is None or not documents.is_about_making(name[-_NEAR:] + match["whose"]):
            continue
        for verb in documents.DOCUMENT_VERBS:
            if _ends_in(verb.words).search(name):
                by_a_way = "disclosed" in verb.columns and bool(_THROUGH.search(name))
                perhaps = _keys(row, verb.perhaps)
                keys = (*_keys(row, verb.columns), *perhaps)
                yield Named(keys, by_a_way=by_a_way, doubtful=perhaps)
                return


@cache
def _named_at_the_end(noun: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<whose>[^\d、]{{0,12}}?){noun}")


@cache
def _ends_in(verb: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{verb})(?:了|共|计|有)*$")


def _done(wording: documents.DocumentWording, name: str, setting: Setting) -> Named:
    """What was done with documents, by their verb; what was made public may be what was made."""
    verb = wording.verb
    if "disclosed" in verb.columns and _THROUGH.search(name):
        return Named(_keys(wording.row, verb.columns), by_a_way=True)
    perhaps = () if setting.thereof else _keys(wording.row, verb.perhaps)
    return Named((*_keys(wording.row, verb.columns), *perhaps), doubtful=perhaps)


def _keys(row: str, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"active.{row}.{column}" for column in columns)


@cache
def _of_documents(verb: str) -> re.Pattern[str]:
    return re.compile(rf"{_THEREOF}{verb}(?:的|了|文件|件数?|数量|总数量?|为|共|有)*")


@cache
def _noun_alone(noun: str) -> re.Pattern[str]:
    whose = r"[^,;、\d]{0,16}(?:政府|办公[厅室]|政府办|府办|本级)"
    return re.compile(rf"(?:{whose})?{noun}(?:的)?")


def _decision(name: str, unit: str, setting: Setting) -> Iterator[Named]:
    if "行政" not in name:
        return
    for row, pattern in decisions.DECISIONS:
        match = pattern.search(name)
        shown = match is not None and match["verb"] in _SHOWN and (unit == "条" or "结果" in name)
        listed = "事项" in name.replace("处理事项", "")
        if match and not shown and "信息" not in match["between"] and not listed:
            yield Named((f"active.{row}.decisions",), loose=match["verb"] not in _DECREED)
    if setting.follows("active") and not (setting.part and unit == "项"):
        for row, pattern in decisions.DECISION_ALONE:
            if pattern.search(name) and "信息" not in name:
                decreed = setting.before[-1].endswith(".decisions") and not setting.loose
                yield Named((f"active.{row}.decisions",), loose=not decreed)
    for row, pattern in decisions.DECISIONS_LABELLED if "处理决定" in name else ():
        if pattern.search(name):
            yield Named((f"active.{row}.decisions",))
    published = setting.part and setting.beside
    for row, pattern in decisions.DECISIONS_BARE if unit in _CASES and not published else ():
        if pattern.search(name):
            yield Named((f"active.{row}.decisions",), loose=True)
    for row, pattern in decisions.DECREE_ALONE if unit != "条" and not published else ():
        if pattern.search(name):
            yield Named((f"active.{row}.decisions",), loose=True)
