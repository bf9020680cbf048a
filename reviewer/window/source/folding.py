"""Which blanks of a source text are not shown, so that a table's rows read as rows.

Text taken out of a word processor has every cell of a table on a line of its own; hundreds of
lines that hold a nought each. The lines of one row are shown as one, and runs of empty lines
as one. Only the view is folded: the offsets of the canonical text stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from reviewer.base import CellId, cell_parts
from reviewer.document.model import Span
from reviewer.forms.report import Reading

_BROKEN_CELL = re.compile(
    r"(?<=\n)\t[\u4e00-\u9fff]{1,8}\n{2,3}[\u4e00-\u9fff（）()]{1,8}(?=\n(?:\n{1,2})?\t)"
)
"""A label of two paragraphs, the second without a tab, and another cell or row after it."""
_EMPTY_LINES = re.compile(r"\n(?:[ \u3000\xa0]*\n)+")
_BLANKS_IN_CELLS = re.compile(r"(?<=\t)[ \u3000\xa0]++|(?<![ \u3000\xa0])[ \u3000\xa0]++(?=\n\t)")
_LEADING_CELLS = re.compile(r"(?:(?<=\n\n)|\A)(?:\t\n)+(?=\t)")
_GAP = re.compile(r"[\s|｜]*")
_ROW_END = re.compile(r"\n[^\S\n\t]*\n\t")
_WIDEST_GAP = 60


def folded(text: str, readings: Iterable[Reading] = ()) -> frozenset[int]:
    """Offsets of the line ends, tabs and blanks that need not be seen.

    Args:
        text: Canonical text.
        readings: The figures found in it; those of one row are drawn together however the
            text separates them.
    """
    placed = sorted(
        ((one.place.span, one.cell) for one in readings if one.place is not None),
        key=lambda pair: (pair[0].start, pair[0].end),
    )
    joined = {*_between_cells(text), *_in_broken_cells(text), *_within_rows(text, placed)}
    rest = {*_empty_lines(text, joined), *_leading_tabs(text), *_blanks_in_cells(text)}
    return frozenset(joined | rest)


def _between_cells(text: str) -> Iterator[int]:
    """Line ends between two lines that each hold a cell after a tab."""
    start, cell_before = 0, False
    for line in text.split("\n"):
        cell = line[:1] == "\t" and "\t" not in line[1:]
        if cell and cell_before:
            yield start - 1
        start, cell_before = start + len(line) + 1, cell


def _holds_row(text: str, offset: int) -> bool:
    """Whether the line there holds a row's cells with tabs between them, as read from tables."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", start)
    return text.find("\t", start + 1, end if end >= 0 else len(text)) >= 0


def _leading_tabs(text: str) -> Iterator[int]:
    """The tabs of empty cells at the beginning of a row, which merged headings cover."""
    for match in _LEADING_CELLS.finditer(text):
        yield from (offset for offset in range(*match.span()) if text[offset] == "\t")


def _blanks_in_cells(text: str) -> Iterator[int]:
    """The blanks that pad a cell after its tab or before its end."""
    for match in _BLANKS_IN_CELLS.finditer(text):
        yield from range(*match.span())


def _in_broken_cells(text: str) -> Iterator[int]:
    for match in _BROKEN_CELL.finditer(text):
        last = text.startswith("\n\t", match.end())
        span = range(match.start(), match.end() + last)
        yield from (offset for offset in span if text[offset] == "\n")


def _within_rows(text: str, placed: Sequence[tuple[Span, CellId]]) -> Iterator[int]:
    """Line ends in the blank before each figure whose left neighbour is of the same row."""
    row_before = ""
    for (before, _), (span, cell) in pairwise([(Span(start=0, end=0), CellId("")), *placed]):
        row = ".".join(cell_parts(cell)[:2])
        begins = row != row_before
        gap_start = _blank_start(text, span.start) if begins else before.end
        gap = text[gap_start : span.start]
        ends_row = begins and (bool(_ROW_END.search(gap)) or _holds_row(text, gap_start))
        if len(gap) <= _WIDEST_GAP and _GAP.fullmatch(gap) and not ends_row:
            yield from (gap_start + at for at, one in enumerate(gap) if one == "\n")
        row_before = row


def _blank_start(text: str, end: int) -> int:
    """Where the blank before an offset begins: a row's label stands in front of it."""
    start = end
    while start > 0 and end - start <= _WIDEST_GAP and text[start - 1] in " \t\n\u3000|｜":
        start -= 1
    return start


def _empty_lines(text: str, joined: Collection[int]) -> Iterator[int]:
    """All line ends of a run but one in tables, but two, which leave a gap, elsewhere."""
    for match in _EMPTY_LINES.finditer(text):
        ends = [offset for offset in range(*match.span()) if text[offset] == "\n"]
        in_table = _ends_row(text, match.start(), joined) and text.startswith("\t", match.end())
        yield from ends[: -1 if in_table else -2]


def _ends_row(text: str, end: int, joined: Collection[int]) -> bool:
    """Whether the line that ends there is part of a table's row."""
    start = text.rfind("\n", 0, end) + 1
    return text.startswith("\t", start) or start - 1 in joined
