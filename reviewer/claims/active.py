"""What a figure of documents, decisions or money is of: the figures of table two.

As with applications (``frames``), the order of the parts that words play tells what is counted:
制发规范性文件5件, 规范性文件废止2件, 3件规范性文件现行有效, and, behind a clause or a heading that
named what is spoken of, 当年制发5件 or 作出处理决定12件.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.claims.setting import Named, Setting
from reviewer.claims.subjects import joint_decisions
from reviewer.claims.topics import Topic
from reviewer.claims.wordings.acts import (
    COLUMNS,
    DECISIONS,
    DECREE,
    DECREE_IN_SHORT,
    DOCUMENTS,
    PAPER,
    ROWS,
    SHOWN,
    VERBS,
    acts_of,
)
from reviewer.claims.wordings.parts import UNKNOWN

_DOCUMENT_UNITS = frozenset({"", *"件个份条部项篇"})
_DECISION_UNITS = frozenset({"", "件次", *"件宗起个例条项次份"})
_ITEM_UNITS = frozenset({"", *"项件个"})
_PROJECT_UNITS = frozenset({"", "批次", *"件个项次批条"})
_MONEY = frozenset({"元", "万元", "亿元"})
_CASES = frozenset({"", "件次", *"件宗起次"})
_NAMES = re.compile("[规许罚强费购审服]")
"""Every name of a row contains one of these letters."""

_PERHAPS = {"o": ("issued",), "d": ("issued",)}
"""The columns that a verb may name if the form has none of its own."""

_OF_ALL_KINDS = re.compile(r"[(,]*(?:其中|含|包括)[^;。]{0,16}(?:制[定发]|修[改订])")
"""Behind a number of documents made public: not all of them were made in the year."""

_FILL = "[lqi]*"
"""Words that may stand around a name and add nothing: 本年, 决定, 案件, 事项."""

_VERB = f"[{VERBS}]"
_WORDS_BETWEEN = f"(?:(?!{_VERB})[^zkungGN])"
_MADE_THEN_SHOWN = re.compile("m[jle]*[dop]$")
_BEFORE_NOUN = re.compile(f"{_VERB}(?={_WORDS_BETWEEN}{{0,30}}(?P<noun>{PAPER}){_FILL}$)")
_BEHIND_NOUN = re.compile(f"(?P<noun>{PAPER})[lqiewsvmjdotp]*?{_VERB}[lqiw]*$")
_VERBS_LAST = re.compile(f"(?P<verbs>{_VERB}(?:[jle]*{_VERB})*)[lw]*$")
_ALONE = re.compile(f"[lwsjzqe]*(?:{_VERB}[lwjs]*)+")
_NOUN_ALONE = re.compile(f"(?:[lxsj]{{0,16}}s)?[lj]*(?P<noun>{PAPER})l*")
_NOUN_LISTED = re.compile(f"l*N{_FILL}")
_NOUN_ONLY = re.compile(f"l*(?P<noun>{PAPER})l*")
_FILLED = re.compile("l*")
_VERB_RIGHT_BEFORE = re.compile(f"(?P<verb>{_VERB})l*$")
_NAMED_BEHIND = re.compile(f"[xls]{{0,12}}(?P<noun>{PAPER})(?:$|[elj])")
_KEPT_BEHIND = re.compile(f"[ls]{{0,6}}(?P<noun>{PAPER})[le]*(?P<verb>[mrv])[le]*$")
_KEPT_NOUN_BEHIND = re.compile(f"[ls]{{0,6}}v[les]{{0,6}}(?P<noun>{PAPER})(?:$|[elj])")
_VERB_BEHIND = re.compile("[le]*(?P<verb>[rv])[le]*$")
_MORE_BEHIND = re.compile("l*(?:$|[jeNGw])")

_DECISION = re.compile(
    f"(?P<verb>[Aado])(?P<between>[^zunhLPCOKQDGN]{{0,10}})(?P<noun>{DECREE}){_FILL}$"
)
_SHORTLY = re.compile(f"(?P<verb>[Aa])(?P<between>[lq]*)(?P<noun>{DECREE_IN_SHORT}){_FILL}$")
_LABELLED = re.compile(f"(?P<noun>{DECREE}){_FILL}q{_FILL}$")
_BARE = re.compile(f"[lqa]*(?:(?P<full>{DECREE})|(?P<short>{DECREE_IN_SHORT}))[lqia]*$")
_ACTED = re.compile("[qa]")
_DECIDED = re.compile("[le]*(?:a[l]*j)?A?[lae]*q[lq]*$")
_FINISHED = re.compile("(?:实际|共|已|全部)*(?:办结|结案)")
"""What is said of cases that were named and counted before: 行政许可受理12件，办结11件."""

_JOINED = re.compile(f"[GNLPCOKQD]{_FILL}j+[lq]*[GNLPCOKQDw][^GNLPCOKQD]*$")
"""Two things named together: the figure behind them belongs to neither alone."""

_TOGETHER = re.compile(f"[laAe]*{DECREE}(?:[lq]*j[lq]*{DECREE})+[lqa]*")
_IN_ALL = re.compile("(?:一?共计?|[合总]计)(?:为|有)?$")
"""Decisions named together, with what they come to: 行政许可、行政处罚共41件."""

_LAST_YEAR = re.compile(
    f"{_FILL}(?:(?P<noun>[LPCOFKQ]){_FILL})?y{_FILL}(?P<behind>[LPCOFKQ])?{_FILL}$"
)
_CHANGED = re.compile(f"[lq]*(?:(?P<noun>[LPCOF]){_FILL})?(?P<sign>[+=-]){_FILL}$")
_OF_ITEMS = re.compile("项目|事项")
_ITEM_ROWS = frozenset({*DECISIONS, "fee"})

_FEE = re.compile("(?<!z)F[lqaiM]*$")
_FEE_IN_SHORT = re.compile("[lqa]*fM[lqa]*")
_FEE_BESIDE = re.compile("[lqa]*f[lqa]*")
"""Beside decisions, fees in short are those of the same table: 行政强制3件，收费12万元."""

_FEE_TAKEN = re.compile("[l]*a[^zunGNLPCOBh]{0,14}$")
_AMOUNT = re.compile("[Bb][lqixa]{0,10}[bB]?[lM]*M+[l]*$")
_AMOUNT_ALONE = re.compile("[lb]*M+[l]*")
_PROJECT_LABEL = re.compile("bi[l]*$")
_PROJECTS = re.compile("(?P<noun>[Bb])[lqixaeh]{0,10}$")
_UNIT_AHEAD = re.compile(r"元\)[:为是]*$")
_SINCE_EVER = re.compile(r"(?<![年])累计(?:共)?(?:制定|制发|出台|印发|公布|发布|收录)[^;。]*$")
"""Said of all documents ever made, not of the year's."""

_THROUGH = re.compile(
    r"网站|公众号|微信|微博|公[开示告]栏|宣传栏|公报|专栏|栏目|平台|报[纸刊]|广播|电视|新媒体|客户端|APP|电子屏"
)
"""Words for ways of making documents public."""

_PUBLIC_LIST = re.compile(r"公开[^;。]{0,24}信息|信息[^;。]{0,12}公开|公开各类")
_DECISIONS_COUNTED = re.compile("决定|数量")
"""Words for decisions themselves, not for texts about them: 公开行政许可决定5条."""

_NOT_CASES = frozenset("项个条")
_PIECES = frozenset("条项")


def active(name: str, unit: str, setting: Setting) -> Iterator[Named]:
    """What a figure of table two may be of, by the words before it and its unit."""
    if not setting.matter and not _NAMES.search(name + setting.behind):
        return
    letters = acts_of(name)
    if "u" in letters:
        return
    if unit in _DOCUMENT_UNITS:
        yield from _document(name, letters, setting)
    if unit in _ITEM_UNITS:
        yield from _items(letters, unit, setting)
    if unit in _DECISION_UNITS:
        yield from _decision(name, letters, unit, setting)
    if unit in _MONEY or (not unit and ("M" in letters or _UNIT_AHEAD.search(setting.ahead))):
        yield from _money(letters, setting)
    elif unit in _PROJECT_UNITS and not _joins(letters):
        match = _PROJECTS.search(letters)
        if match and (match["noun"] == "B" or _PROJECT_LABEL.search(letters)):
            loose = match["noun"] == "b" or unit == "条"
            yield Named(("active.procurement.projects",), loose=loose)


def _joins(letters: str) -> bool:
    """Whether two things are named together, so that a figure is of neither alone."""
    return bool(_JOINED.search(letters))


def _document(name: str, letters: str, setting: Setting) -> Iterator[Named]:
    """Documents named with a verb ahead or behind, then those named, or done, without the other."""
    if _joins(letters) or (_SINCE_EVER.search(setting.ahead) and "t" not in letters):
        return
    named = _BEHIND_NOUN.search(letters)
    before = list(_BEFORE_NOUN.finditer(letters))
    if before:
        ahead = letters[: before[-1].end()]
        yield _done(_column(ahead), ROWS[before[-1]["noun"]], name, setting)
    elif named and (verbs := _VERBS_LAST.search(letters)):
        yield _done(_column(verbs["verbs"]), ROWS[named["noun"]], name, setting)
    yield from _document_behind(name, letters, setting)
    if setting.papers and _NOUN_LISTED.fullmatch(letters):
        yield Named(_keys("normative_document", COLUMNS["m"]))
    told = setting.before[-1].split(".") if setting.follows("active") else []
    column = told[2] if told and told[1] in DOCUMENTS else ""
    if not (before or named):
        yield from _continued(letters, column, setting)
    yield from _document_alone(letters, column, setting)


def _column(verbs: str) -> str:
    """The verb that counts if there are several: what was made and shown was made."""
    return "m" if _MADE_THEN_SHOWN.search(verbs) else verbs[-1]


def _continued(letters: str, column: str, setting: Setting) -> Iterator[Named]:
    """Documents that were named before: 行政规范性文件方面：当年制发8件，废止5件.

    Args:
        letters: The parts of the words before the figure.
        column: That of the figure shortly before, if that is of documents, or empty.
        setting: Where the figure stands.
    """
    verbs = _VERBS_LAST.search(letters)
    if setting.matter not in DOCUMENTS or verbs is None or not _ALONE.fullmatch(letters):
        return
    verb = _column(verbs["verbs"])
    again = setting.thereof and column in COLUMNS[verb]
    told = (verb in "mrvt" or column) and not again
    if told and _MORE_BEHIND.match(acts_of(setting.behind)):
        yield Named(_keys(setting.matter, COLUMNS[verb]))


def _document_alone(letters: str, column: str, setting: Setting) -> Iterator[Named]:
    """Documents whose verb was said before: 制发规章2件、规范性文件5件."""
    alone = _NOUN_ALONE.fullmatch(letters)
    if alone and column and not setting.interrupted:
        yield Named((f"active.{ROWS[alone['noun']]}.{column}",))
    elif alone and setting.thereof and _PUBLIC_LIST.search(setting.ahead):
        yield Named((f"active.{ROWS[alone['noun']]}.disclosed",), loose=True)


def _document_behind(name: str, letters: str, setting: Setting) -> Iterator[Named]:
    """Documents that are named behind their unit: 制发6份局本级规范性文件, 11件规章现行有效."""
    behind = acts_of(setting.behind)
    verbs = _VERB_RIGHT_BEFORE.search(letters)
    named = _NAMED_BEHIND.match(behind)
    in_force = _KEPT_NOUN_BEHIND.match(behind)
    if in_force and (verbs or _FILLED.fullmatch(letters)):
        yield Named(_keys(ROWS[in_force["noun"]], COLUMNS["v"]))
    if verbs and named:
        yield _done(_column(letters[: verbs.end("verb")]), ROWS[named["noun"]], name, setting)
    kept = _KEPT_BEHIND.match(behind) if _FILLED.fullmatch(letters) else None
    if kept:
        yield Named(_keys(ROWS[kept["noun"]], COLUMNS[kept["verb"]]))
    alone, follows = _NOUN_ONLY.fullmatch(letters), _VERB_BEHIND.match(behind)
    if alone and follows:
        yield Named(_keys(ROWS[alone["noun"]], COLUMNS[follows["verb"]]))


def _done(verb: str, row: str, name: str, setting: Setting) -> Named:
    """What was done with documents, by their verb; those made public may be those made."""
    columns = COLUMNS[verb]
    if "disclosed" in columns and _THROUGH.search(name):
        return Named(_keys(row, columns), by_a_way=True)
    several = setting.thereof or bool(_OF_ALL_KINDS.match(setting.further))
    perhaps = () if several else _keys(row, _PERHAPS.get(verb, ()))
    return Named((*_keys(row, columns), *perhaps), doubtful=perhaps)


def _keys(row: str, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"active.{row}.{column}" for column in columns)


def _items(letters: str, unit: str, setting: Setting) -> Iterator[Named]:
    """How many items there were last year, and how many more or fewer this year."""
    matter = setting.matter if setting.matter in _ITEM_ROWS else ""
    last = _LAST_YEAR.fullmatch(letters)
    if last:
        row = ROWS.get(last["noun"] or last["behind"] or "", matter)
        if row in _ITEM_ROWS and (unit == "项" or _OF_ITEMS.search(setting.ahead)):
            yield Named((f"active.{row}.previous_items",))
    changed = _CHANGED.fullmatch(letters)
    if changed:
        row = ROWS.get(changed["noun"] or "", matter)
        told = setting.before[-1] if setting.before else ""
        if told == f"active.{row}.previous_items" or (changed["noun"] and "i" in letters):
            yield Named((f"active.{row}.change",), less=changed["sign"] == "-")


def _decision(name: str, letters: str, unit: str, setting: Setting) -> Iterator[Named]:
    """Decisions, named by their verb, by their column's name, or by their own name alone."""
    if _IN_ALL.search(name) and _TOGETHER.fullmatch(letters):
        yield Named(
            (joint_decisions({ROWS[letter] for letter in letters if letter in ROWS}),), loose=True
        )
    if _joins(letters):
        return
    match = _DECISION.search(letters) or _SHORTLY.search(letters)
    if match and not _is_of_pieces(name, letters, unit, shown=match["verb"] in SHOWN):
        yield _of(match["noun"], loose=match["verb"] != "A" or UNKNOWN in match["between"])
    labelled = _LABELLED.search(letters)
    if labelled and "h" not in letters and "处理决定数" in name:
        yield _of(labelled["noun"])
    if setting.matter in DECISIONS:
        yield from _decision_continued(name, letters, setting)
    bare = _BARE.fullmatch(letters)
    items = bare is not None and ("i" in letters or bare["full"] == "O")
    if bare and not (items and unit in _NOT_CASES):
        yield from _decision_alone(bare, letters, unit, setting, items=items)


def _is_of_pieces(name: str, letters: str, unit: str, *, shown: bool) -> bool:
    """Whether pieces of information or items are counted, or what was published in one way."""
    if shown and ((unit == "条" and not _DECISIONS_COUNTED.search(name)) or _THROUGH.search(name)):
        return True
    return "i" in letters and unit in _NOT_CASES


def _decision_continued(name: str, letters: str, setting: Setting) -> Iterator[Named]:
    """Decisions of what was named before: 行政处罚方面：作出处理决定12件."""
    if "决定" in name and _DECIDED.fullmatch(letters):
        yield Named((f"active.{setting.matter}.decisions",))
    applied = setting.topic is Topic.REQUESTS or "申请" in setting.ahead
    if not applied and _FINISHED.fullmatch(name):
        yield Named((f"active.{setting.matter}.decisions",), loose=True)


def _decision_alone(
    bare: re.Match[str], letters: str, unit: str, setting: Setting, *, items: bool
) -> Iterator[Named]:
    """Decisions named by their kind alone: 行政许可12件，行政处罚3件."""
    noun = bare["full"] or bare["short"]
    decreed = setting.follows("active") and setting.before[-1].endswith(".decisions")
    sure = decreed and not setting.loose
    if bare["short"] and ROWS[noun] in setting.rows:
        yield _of(noun, loose=not sure)
    if setting.part and (setting.beside or unit == "项"):
        return
    if setting.follows("active") and (bare["full"] or decreed):
        yield _of(noun, loose=items or not sure)
    elif bare["full"] and (unit in _CASES or (_ACTED.search(letters) and unit not in _PIECES)):
        yield _of(noun, loose=True)


def _of(noun: str, *, loose: bool = False) -> Named:
    return Named((f"active.{ROWS[noun]}.decisions",), loose=loose)


def _money(letters: str, setting: Setting) -> Iterator[Named]:
    """What fees came to, and what purchases did."""
    if _FEE.search(letters):
        yield Named(("active.fee.amount",))
    elif setting.topic is not Topic.REQUESTS and _FEE_IN_SHORT.fullmatch(letters):
        yield Named(("active.fee.amount",), loose=setting.matter != "fee")
    elif (setting.follows("active") and _FEE_BESIDE.fullmatch(letters)) or (
        setting.matter == "fee" and _FEE_TAKEN.fullmatch(letters)
    ):
        yield Named(("active.fee.amount",), loose=True)
    match = _AMOUNT.search(letters)
    follows = setting.follows("active.procurement")
    if match or (follows and _AMOUNT_ALONE.fullmatch(letters)):
        central = follows or setting.matter == "procurement"
        yield Named(("active.procurement.amount",), loose=not central)
