"""Figures beside which a sign or a remark stands that is no cell of its own."""

from __future__ import annotations

import re
from collections.abc import Set

from reviewer.base import CellId
from reviewer.forms.doubts.readings import doubted
from reviewer.forms.figures.numbers import MARKS
from reviewer.forms.report import Reading

_MARK_BEHIND = re.compile(
    rf"/\d|年|[%％*＊※†‡¹²³⁰-⁹)）\]］]|[ \u3000]?[{MARKS}](?!\s*[.．、]?\s*[\u4e00-\u9fff])"
    r"|[（(\[](?![一二三四五六七八九十\d]+[）)])|[A-Za-zＡ-Ｚａ-ｚΑ-ωА-я〇○●]"
)

_SIGN_APART = re.compile(
    r"[-+−－–＋][ \u00a0\u3000]+$"
    r"|(?:[—―﹣]|(?<![增増加][/／])[增増减減加少])[ \u00a0\u3000\u200b-\u200f\ufeff]*$"
    r"|[<>＜＞≤≥≈~～约近超][ \u00a0\u3000]*$|[A-Za-zＡ-Ｚａ-ｚΑ-ωА-я〇○●]$"
)
"""A sign, or a letter that was meant for a digit, before a figure."""

_OPENING, _CLOSING = frozenset("[［【{"), frozenset("]］】}")
"""Brackets that a figure breaks off in, if only the first of them stands beside it."""

_PARTING, _BEHIND = "\t|", "\t|\n"
"""Right before a figure, and behind it, they part it from any sign; most figures stand so."""

_NEAR = 5
"""Characters before a figure in which its sign may stand."""

_FEW_BARS = 8
"""Fewer bars part no cells: one right before a figure may be its first digit."""


def doubted_if_marked(text: str, readings: dict[CellId, Reading]) -> dict[CellId, Reading]:
    """Readings with a doubt where a sign stands beside a figure, or a remark right behind it."""
    marked = [cell for cell, one in readings.items() if _is_marked(text, one)]
    if text.count("|") < _FEW_BARS:
        begins = {cell: one.place.span.start for cell, one in readings.items() if one.place}
        marked += [cell for cell, at in begins.items() if text[max(0, at - 1) : at] == "|"]
    ends = {one.place.span.end for one in readings.values() if one.place and one.printed}
    signed = [cell for cell, one in readings.items() if _has_sign_apart(text, one, ends)]
    return doubted(readings, [*marked, *signed], "数字旁有其他符号或说明，请核对")


def _has_sign_apart(text: str, reading: Reading, ends: Set[int]) -> bool:
    """Whether a sign that is no cell of its own stands before a figure, blanks between them."""
    if not reading.sure or not reading.printed or reading.place is None:
        return False
    start = reading.place.span.start
    if text[start - 1 : start] in _PARTING:
        return False
    match = _SIGN_APART.search(text, max(0, start - _NEAR), start)
    return match is not None and match.start() + 1 not in ends


def _is_marked(text: str, reading: Reading) -> bool:
    """Whether a sign or a remark stands right behind a figure, or an open bracket before it."""
    if not reading.sure or not reading.printed or reading.place is None:
        return False
    start, end = reading.place.span.start, reading.place.span.end
    if text[start - 1 : start] in _OPENING and text[end : end + 1] not in _CLOSING:
        return True
    return text[end : end + 1] not in _BEHIND and bool(_MARK_BEHIND.match(text, end))
