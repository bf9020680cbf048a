"""Sentences that say there was none of what table two counts: 未制发规范性文件, 无行政处罚."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.claims.negations import Denial
from reviewer.claims.wordings.acts import DECISIONS, DOCUMENTS, ROWS, acts_of
from reviewer.claims.wordings.parts import Parts

_SIGNS = re.compile("[规许罚强费购]")
_DENIES = re.compile("[未没无不零]")
_NEXT = re.compile(r"、(?=[亦也且]?(?:未|没有|零|无(?!法|效|偿|线|障)))")
"""Where the next denial begins."""

_CLAUSE = re.compile(r"[^,]+")
_NOUN = "[GNLPCOFB]"
_SHORT = "[KQD]"
_VERBS = "mrvdopt"
_DENIED = re.compile(
    f"[lase{_VERBS}Ajwk]*(?:g[qil]*j+)*(?P<nouns>{_NOUN}(?:[qilse]*j+[ls]*{_NOUN})*)"
    f"[lqiaew{_VERBS}jkM]*(?:(?<=j)g[lqiaje]*)*"
)
_SEVERAL_IN_SHORT = re.compile(f"[laA]*(?P<nouns>{_SHORT}(?:[qil]*j+{_SHORT})+)[lqiaj]*")
_IN_SHORT = re.compile(f"(?P<nouns>{_SHORT})[qi]*")
_FEES = re.compile("[la]*f[lqai]*")
_DONE = re.compile(f"[lejwA]*(?P<verbs>[{_VERBS}](?:[ljk]*[{_VERBS}])*)[lwjqk]*")
_AHEAD = re.compile(f"(?P<nouns>{_NOUN}(?:[qil]*j+[l]*{_NOUN})*)(?P<verbs>[lqiew{_VERBS}M]*)$")
_CHANGED = re.compile("[le]*[=+-][le]*")
_HAPPENED = re.compile(
    r"(?:处理决定|决定|发生|涉及|开展|产生|实施|作出|做出|过|此类|该类|相关|任何|情况|情形|事项|案件|的|了|有|[”\"。)])*"
)
"""What may stand behind a denial that the matter stands before: 行政处罚、行政强制均未发生."""

_COLUMNS = {
    "m": ("issued", "made"),
    "o": ("issued", "made"),
    "p": ("issued", "made"),
    "d": ("disclosed",),
    "t": ("disclosed_total",),
    "r": ("repealed",),
    "v": ("in_force",),
}
_SHOWN = frozenset("dop")
_DECIDED = re.compile("[^mrvtdopwk]*")
"""Words of decisions and fees as such, not of what was written or shown of them."""


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
        parts = acts_of(clause[0])
        if "n" in parts.letters and "u" not in parts.letters:
            ahead = parts.letters.partition("n")[0]
            yield from _of_clause(clause[0], parts, clause.start(), _last_row(ahead) or matter)
        matter = _last_row(parts.letters) or matter


def _last_row(letters: str) -> str:
    named = [ROWS[letter] for letter in letters if letter in ROWS]
    return named[-1] if named else ""


def _of_clause(text: str, parts: Parts, base: int, matter: str) -> Iterator[Denial]:
    letters = parts.letters
    place = letters.index("n")
    start, end = base + parts.starts[place], base + len(text)
    behind = letters[place + 1 :]
    match = _DENIED.fullmatch(behind) or _SEVERAL_IN_SHORT.fullmatch(behind)
    if text[parts.starts[place]] == "零":
        match = match or _IN_SHORT.fullmatch(behind)
    if match is not None:
        yield from _none(match["nouns"], behind, start, end)
        return
    ahead = _AHEAD.search(letters[:place])
    said = text[parts.starts[place + 1] :]
    if ahead and (_HAPPENED.fullmatch(said) or _DONE.fullmatch(behind)):
        start = base + parts.starts[ahead.start()]
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
    """What is denied of what was named before: 现行有效规范性文件7件，今年没有新出台."""
    done = _DONE.fullmatch(behind)
    if done and matter in DOCUMENTS and not _SHOWN.issuperset(done["verbs"]):
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
    """The denial of documents, by every verb; what was not made was not made public either."""
    verbs = {verb for verb in words if verb in _COLUMNS} or {"m"}
    verbs -= _SHOWN if "m" in verbs else set()
    for columns in sorted({_COLUMNS[verb] for verb in verbs}):
        yield Denial(tuple(f"active.{row}.{column}" for column in columns), start, end)
