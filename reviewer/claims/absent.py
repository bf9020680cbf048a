"""Sentences that say there was none of what table two counts: 未制发规范性文件, 无行政处罚."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.claims.negations import Denial
from reviewer.claims.wordings.acts import (
    COLUMNS,
    DECISIONS,
    DECREE_IN_SHORT,
    DOCUMENTS,
    ROWS,
    SHOWN,
    VERBS,
    acts_of,
    starts_of,
)

_SIGNS = re.compile("[规许罚强费购服]")
_DENIES = re.compile("[未没无不零]")
_NEXT = re.compile(r"、(?=[亦也且]?(?:未|没有|零|无(?!法|效|偿|线|障)))")
"""Where the next denial of a list begins: 未制发规章、无行政处罚."""

_CLAUSE = re.compile(r"[^,]+")
_NOUN = "[GNLPCOFB]"
_DENIED = re.compile(
    f"[lase{VERBS}Ajwk]*(?:g[qil]*j+)*(?P<nouns>{_NOUN}(?:[qilse]*j+[ls]*{_NOUN})*)"
    f"[lqiaew{VERBS}jkM]*(?:(?<=j)g[lqiaje]*)*"
)
_SEVERAL_IN_SHORT = re.compile(
    f"[laA]*(?P<nouns>{DECREE_IN_SHORT}(?:[qil]*j+{DECREE_IN_SHORT})+)[lqiaj]*"
)
_IN_SHORT = re.compile(f"(?P<nouns>{DECREE_IN_SHORT})[qi]*")
_FEES = re.compile("[la]*f[lqai]*")
_DONE = re.compile(f"[lejwA]*(?P<verbs>[{VERBS}](?:[ljk]*[{VERBS}])*)[lwjqk]*")
_AHEAD = re.compile(f"(?P<nouns>{_NOUN}(?:[qil]*j+[l]*{_NOUN})*)(?P<verbs>[lqiew{VERBS}M]*)$")
_CHANGED = re.compile("[le]*[=+-][le]*")
_HAPPENED = re.compile(
    r"(?:处理决定|决定|发生|涉及|开展|产生|实施|作出|做出|过|此类|该类|相关|任何|情况|情形|事项|案件|的|了|有|[”\"。)])*"
)
"""What may stand behind a denial that the matter stands before: 行政处罚、行政强制均未发生."""

_COLUMNS = {**COLUMNS, "o": COLUMNS["m"], "p": COLUMNS["m"]}
"""Columns by the verb that is denied; what was not issued was not made either."""

_DECIDED = re.compile(f"[^{VERBS}wk]*")
"""Words about decisions and fees themselves, not about what was written or shown of them."""


def absent(sentence: str, heading: str) -> Iterator[Denial]:
    """What of table two a sentence says there was none of.

    Args:
        sentence: A sentence in simplified characters.
        heading: Row that the sentence before it names as a heading, or empty.
    """
    if not (_DENIES.search(sentence) and (heading or _SIGNS.search(sentence))):
        return
    matter = heading
    for clause in _CLAUSE.finditer(_NEXT.sub(",", sentence)):
        letters = acts_of(clause[0])
        if "n" in letters and "u" not in letters:
            ahead = letters.partition("n")[0]
            yield from _of_clause(clause[0], letters, clause.start(), _last_row(ahead) or matter)
        matter = _last_row(letters) or matter


def _last_row(letters: str) -> str:
    named = [ROWS[letter] for letter in letters if letter in ROWS]
    return named[-1] if named else ""


def _of_clause(text: str, letters: str, base: int, matter: str) -> Iterator[Denial]:
    """What one clause denies, by the words behind 未 or 无, or else by those ahead of it."""
    place, starts = letters.index("n"), [*starts_of(text), len(text)]
    start, end = base + starts[place], base + len(text)
    behind = letters[place + 1 :]
    match = _DENIED.fullmatch(behind) or _SEVERAL_IN_SHORT.fullmatch(behind)
    if text[starts[place]] == "零":
        match = match or _IN_SHORT.fullmatch(behind)
    if match is not None:
        yield from _none(match["nouns"], behind, start, end)
        return
    ahead = _AHEAD.search(letters[:place])
    said = text[starts[place + 1] :]
    if ahead and (_HAPPENED.fullmatch(said) or _DONE.fullmatch(behind)):
        start = base + starts[ahead.start()]
        done = DOCUMENTS.issuperset(ROWS[one] for one in ahead["nouns"] if one in ROWS)
        if done or _HAPPENED.fullmatch(said):
            yield from _none(ahead["nouns"], ahead["verbs"] + behind, start, end)
        return
    if not letters[:place] and matter and _HAPPENED.fullmatch(said):
        letter = next(one for one, row in ROWS.items() if row == matter)
        yield from _none(letter, "", start, end)
    elif not letters[:place].endswith("e"):
        yield from _carried(behind, start, end, matter)


def _carried(behind: str, start: int, end: int, matter: str) -> Iterator[Denial]:
    """A denial about what was named before: 现行有效规范性文件7件，今年没有新出台."""
    done = _DONE.fullmatch(behind)
    if done and matter in DOCUMENTS and not SHOWN.issuperset(done["verbs"]):
        yield from _documents(matter, done["verbs"], start, end)
    elif _CHANGED.fullmatch(behind) and matter in {*DECISIONS, "fee"}:
        yield Denial((f"active.{matter}.change",), start, end)
    elif _FEES.fullmatch(behind) and matter in DECISIONS:
        yield Denial(("active.fee.amount",), start, end, loose=True)


def _none(nouns: str, words: str, start: int, end: int) -> Iterator[Denial]:
    """The denial of each thing that is named."""
    for row in sorted({ROWS[letter] for letter in nouns if letter in ROWS}):
        if row in DOCUMENTS:
            yield from _documents(row, words, start, end)
        elif row == "procurement":
            yield Denial(("active.procurement.projects",), start, end)
        elif "m" in words and "i" in words:
            yield Denial((f"active.{row}.change",), start, end)
        elif not _DECIDED.fullmatch(words):
            continue
        elif row == "fee":
            items = "active.fee.previous_items"
            yield Denial(("active.fee.amount", items), start, end, doubtful=items)
        else:
            yield Denial((f"active.{row}.decisions",), start, end)


def _documents(row: str, words: str, start: int, end: int) -> Iterator[Denial]:
    """The denials of documents, one for each verb; what was not made is not denied as shown too."""
    verbs = {verb for verb in words if verb in _COLUMNS} or {"m"}
    verbs -= SHOWN if "m" in verbs else set()
    for columns in sorted({_COLUMNS[verb] for verb in verbs}):
        yield Denial(tuple(f"active.{row}.{column}" for column in columns), start, end)
