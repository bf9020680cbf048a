"""Rows whose figures are each told by their column's name: ``自然人：3，商业企业：0``.

Pages for small screens print no table but each row as a list of names and figures, in which any
order will do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from reviewer.forms.aligning.alignment import Way
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.figures.numbers import UNITS
from reviewer.forms.locating.rows import TableRow
from reviewer.forms.model import Block, Column

_LEAST = 3
"""Columns of a table whose rows are printed as lists."""

_FIGURE = rf"[+-]?\d[\d,]*(?:\.\d+)?(?:{'|'.join(UNITS)})?|[-—/无]"
_UNNAMED = re.compile(
    rf"(?:\s*[（(][^（()）\n0-9]{{0,80}}[）)])?[”）)\s：:，,（(|]*({_FIGURE})\s*[（(，,：:；;]"
)


def by_column_names(text: str, rows: Sequence[TableRow]) -> dict[str, Way]:
    """Rows whose every figure stands behind the name of its column.

    The one that the form has last may stand first and go without: ``20件（自然人9件，…）``.
    """
    ways: dict[str, Way] = {}
    for row in rows:
        columns = row.block.columns
        told = len(columns) >= _LEAST and columns[1].label in text[row.start : row.end]
        found = _named(text, row) if told else {}
        way = tuple(found.get(column.key) for column in columns)
        if found and None not in way:
            ways[row.key] = way
    return ways


def _named(text: str, row: TableRow) -> Mapping[str, Piece]:
    """Column key → figure, as far as names tell it; nothing if one is told twice."""
    found: dict[str, Piece] = {}
    names = {word: column.key for column in row.block.columns for word in _wordings(column)}
    for match in _pattern(row.block).finditer(text, row.start, row.end):
        key = names[match["name"]]
        if key in found:
            return {}
        kind = "blank" if match["figure"] is None else "figure"
        found[key] = Piece(*match.span(kind), match[kind])
    last = row.block.columns[-1].key
    first = _UNNAMED.match(text, row.start, row.end)
    if first and last not in found and len(found) == len(row.block.columns) - 1:
        found[last] = Piece(*first.span(1), first[1])
    return found


@cache
def _pattern(block: Block) -> re.Pattern[str]:
    words = sorted((word for one in block.columns for word in _wordings(one)), key=len)
    names = "|".join(map(re.escape, reversed(words)))
    figure = rf"[\s：:|]*(?P<figure>{_FIGURE})(?![\d.])"
    return re.compile(rf"(?P<name>{names})(?:{figure}|[：:][^\S\n]*(?P<blank>)(?=[，,；;。\n]))")


def _wordings(column: Column) -> tuple[str, ...]:
    return (column.label, *column.aliases)
