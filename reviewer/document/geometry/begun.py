"""Where the rows of tables without rules begin: at the numbered labels of one row each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.document.geometry.words import Word, top_of
from reviewer.document.geometry.zones import (
    Zone,
    is_rest_of_figures,
    is_row,
    last_line,
    numbered,
)

_LABEL_PITCH = 2.0
"""The next line of a label is at most this many line heights away."""

_DIGITS = "一二三四五六七八九十"

_NUMBER = re.compile(rf"[（(]?([{_DIGITS}]|\d{{1,2}})")


def begun_in(rows: Sequence[Sequence[Word]], zone: Zone) -> list[tuple[Sequence[Word], bool]]:
    """The lines that numbered labels begin in, and whether they are a row's own.

    A row's label may begin above its figures, if it is higher than they are; a row without
    figures has its label only. Other labels stand beside several rows. None if a row has no
    numbered label.
    """
    found: list[tuple[Sequence[Word], bool]] = []
    above = _above(rows, zone)
    lines = rows[zone.first : last_line(rows, zone) + 1]
    inside = [*above, *lines]
    own = {id(row) for number, row in enumerate(inside) if _is_own(inside, number)}
    for number, row in enumerate(lines):
        if not is_row(row, zone):
            above += [row] if numbered(row) else []
            continue
        if number and is_rest_of_figures(lines[number - 1], row, zone.columns):
            continue
        if not any(id(one) in own for one in (*above, row)):
            return []
        found += [(one, id(one) in own) for one in above]
        found += [(row, True)] if id(row) in own else []
        above = []
    return [*found, *((one, id(one) in own) for one in above)]


def _is_own(lines: Sequence[Sequence[Word]], number: int) -> bool:
    """Whether a line has the label of one row, and not only one beside several rows.

    Beside these it stands in their middle: deeper labels follow that go on counting, or stand
    above as well.
    """
    labels = numbered(lines[number])
    if not labels:
        return False
    depth = _depth(labels[-1])
    above = next((one for row in lines[:number][::-1] for one in numbered(row)[-1:]), None)
    below = next((one for row in lines[number + 1 :] for one in numbered(row)[-1:]), None)
    if below is None or _depth(below) <= depth:
        return True
    return _number_of(below) == 1 and (above is None or _depth(above) <= depth)


def _depth(word: Word) -> int:
    """How deep a label stands below others: 一、 above （一） above 1."""
    if word.plain[0] in "（(":
        return 1
    return 0 if word.plain[0] in _DIGITS else 2


def _number_of(word: Word) -> int:
    """What a label is numbered by."""
    match = _NUMBER.match(word.plain)
    digits = match[1] if match else "0"
    return _DIGITS.find(digits) + 1 if digits in _DIGITS else int(digits)


def _above(rows: Sequence[Sequence[Word]], zone: Zone) -> list[Sequence[Word]]:
    """The line above a table's first figures in which their label begins, if it is not theirs."""
    first = zone.first
    while first > 0 and not numbered(rows[first]):
        low, high = rows[first], rows[first - 1]
        near = top_of(low) - top_of(high) < _LABEL_PITCH * (low[0].box[3] - low[0].box[1])
        if not near or is_row(high, zone):
            return []
        first -= 1
    return [rows[first]] if first < zone.first else []
