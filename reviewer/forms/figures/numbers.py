"""Printed text of a cell → what it says: number, blank, nil mark or text.

The printed text itself is kept elsewhere and never altered; nothing here guesses. A text that is
not wholly a figure (``3/5``, ``30余``, ``1 2``) is text.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from reviewer.base import Frozen, Number
from reviewer.forms.report import Kind

UNITS = (
    *("万元", "亿元", "千元", "人次", "元"),
    *("件", "条", "份", "起", "宗", "次", "个", "项", "人", "部", "例", "笔"),
)
"""Units met behind figures in cells; longer ones first where one ends with another."""

MARKS = "¹²³⁰-⁹₀-₉①-⒛⓪-⓿❶-➓㈠-㈩㉈-㉏㉑-㉟㊀-㊉㊱-㊿"
"""Numbers that count footnotes and items, for a set of a regular expression; never figures."""

_NOTE = (
    rf"[{MARKS}*＊※†‡#＃]+|[\[［〔【]\s*\d{{1,2}}\s*[\]］〕】]"
    rf"|[（(\[［〔【]?\s*注\s*[{MARKS}\d]{{0,2}}\s*[)）\]］〕】]?"
)
_NOTES_BEHIND = re.compile(rf"(?<=[\d{''.join(sorted(set(''.join(UNITS))))}])\s*(?:{_NOTE})++\s*$")
_NOTE_NUMBER = re.compile(rf"[{MARKS}]")
INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_DASHES = dict.fromkeys(map(ord, "—–―‐‑‒−－﹣ー─"), "-")
_NIL = re.compile(r"(?:[-/\\]+|无|没有|N/?A|NaN|None|null)", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?P<sign>[+-]|增加|减少|增|増|减|減)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+)"
    r"(?P<fraction>\.\d+)?"
    rf"(?P<unit>{'|'.join(UNITS)})?"
)
_MINUS = {"-", "减", "減", "减少"}
_SPACED_DIGITS = re.compile(r"\d[.,]?\s+[.,]?\d")
_ZERO = {"零", "〇"}
_LONGEST = 40
"""A figure is no longer; longer runs of digits are debris, or several figures."""


class Parsed(Frozen):
    """What a printed text says; ``number`` and ``unit`` only for a NUMBER."""

    kind: Kind
    number: Number | None = None
    unit: str | None = None


_BLANK = Parsed(kind=Kind.BLANK)
_MARK = Parsed(kind=Kind.NIL)
_TEXT = Parsed(kind=Kind.TEXT)


@lru_cache(maxsize=4096)
def parse_figure(printed: str) -> Parsed:
    """Read the whole of a cell's printed text.

    Full-width digits, thousands separators, signs (also 增 and 减) and a unit behind the figure
    are understood; whole numbers come as int, others as Decimal. Marks of notes behind a figure
    (``2①``, ``11²``, ``5［1］``, ``3*``, ``4注1``) are no part of it.
    """
    printed = _NOTES_BEHIND.sub("", printed)
    if _NOTE_NUMBER.search(printed):
        return _TEXT
    folded = unicodedata.normalize("NFKC", printed).translate(_DASHES)
    if _SPACED_DIGITS.search(folded.strip()):
        return _TEXT
    bare = INVISIBLE.sub("", folded)
    if not bare:
        return _BLANK
    if _NIL.fullmatch(bare):
        return _MARK
    if bare in _ZERO:
        return Parsed(kind=Kind.NUMBER, number=0)
    match = _FIGURE.fullmatch(bare) if len(bare) <= _LONGEST else None
    return _number(match) if match else _TEXT


def has_notes(printed: str) -> bool:
    """Whether a cell's printed text has marks of notes, which are left out of its figure."""
    return bool(_NOTES_BEHIND.search(printed) or _NOTE_NUMBER.search(printed))


def is_note(text: str) -> bool:
    """Whether a text is nothing but a note's number."""
    return bool(_NOTE_NUMBER.fullmatch(text))


def _number(match: re.Match[str]) -> Parsed:
    digits = match["digits"].replace(",", "")
    value: Number = Decimal(digits + match["fraction"]) if match["fraction"] else int(digits)
    if match["sign"] in _MINUS:
        value = -value
    return Parsed(kind=Kind.NUMBER, number=value, unit=match["unit"])
