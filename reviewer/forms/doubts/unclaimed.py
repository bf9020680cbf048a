"""Lines of a text that begin as a row does and hold its figures, which were read elsewhere.

A label that goes on below its figures may look like the begin of the next row's: each row then
takes the figures of the one after it, and the first line is nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reviewer.base import CellId, cell_parts
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.folding import fold
from reviewer.forms.model import FormTable
from reviewer.forms.report import Reading

_LINE = re.compile(r"[^\n]*\d[^\n]*")
_PARTED = re.compile(r"[\s|｜,，;；]+")
_FIGURE = re.compile(r"[-+－＋−]?[\d０-９][\d０-９.]*|[/／—–\-]+|无")
_FEWEST = 5
"""A row has at least this many figures behind its label."""

_SHORTEST = 2 * _FEWEST - 1
"""A line with that many figures, and something between them, has at least this length."""

_TELLING = 4
"""A row's label is recognised by this many folded characters."""

_ABOVE = 400
"""Within this many characters above a table's first figure its first row may begin."""


def unclaimed(read: AllReadings) -> Doubts:
    """Cells of a table that has lines which their rows do not claim.

    Files that state their tables, and pages, tell themselves which cells a row has.
    """
    if not read.is_plain:
        return {}
    doubts: dict[CellId, str] = {}
    for table in read.form.tables:
        if table.layout == "matrix":
            own = [one for one in read.readings if one.cell.startswith(f"{table.key}.")]
            words = next(_unclaimed(table, own, read.text), "")
            if words:
                doubt = f"以“{words}”开头的一行数字没有读入这一行，请对照原文核对整张表"
                doubts |= {one.cell: doubt for one in own if one.place is not None}
    return doubts


def _unclaimed(table: FormTable, readings: Sequence[Reading], text: str) -> Iterator[str]:
    """The words of each line that none of the rows that they may name has its figures on."""
    placed = sorted(
        (one.place.span.start, cell_parts(one.cell)[1]) for one in readings if one.place is not None
    )
    if not placed:
        return
    starts = [start for start, _ in placed]
    printed: dict[str, list[str]] = {}
    for one in readings:
        printed.setdefault(cell_parts(one.cell)[1], []).append(one.printed or "")
    begin = text.rfind("\n", 0, max(starts[0] - _ABOVE, 0)) + 1
    end = text.find("\n", starts[-1])
    for line in _LINE.finditer(text, begin, end if end >= 0 else len(text)):
        if line.end() - line.start() < _SHORTEST:
            continue
        words, figures = _parted(line[0])
        rows = _named(table, words) if len(figures) >= _FEWEST else frozenset[str]()
        here = placed[bisect_left(starts, line.start()) : bisect_left(starts, line.end())]
        claimed = any(row in rows for _, row in here)
        if rows and not claimed and not any(printed[row] == figures for row in rows):
            yield words


def _parted(line: str) -> tuple[str, list[str]]:
    """A line's words, folded, and the figures behind them."""
    cells = [cell for cell in _PARTED.split(line) if cell]
    count = len(cells)
    while count and _FIGURE.fullmatch(cells[count - 1]):
        count -= 1
    return fold("".join(cells[:count])), cells[count:]


def _named(table: FormTable, words: str) -> frozenset[str]:
    """The rows whose label words end with, or with the begin of it."""
    begins = _begins(tuple((row.key, row.label) for row in table.rows))
    for size in range(len(words), _TELLING - 1, -1):
        if rows := begins.get(words[-size:]):
            return rows
    return frozenset()


@lru_cache(maxsize=8)
def _begins(labels: tuple[tuple[str, str], ...]) -> dict[str, frozenset[str]]:
    """Begin of a folded label → the rows whose label begins so."""
    found: dict[str, set[str]] = {}
    for key, label in labels:
        folded = fold(label)
        for size in range(_TELLING, len(folded) + 1):
            found.setdefault(folded[:size], set()).add(key)
    return {begin: frozenset(keys) for begin, keys in found.items()}
