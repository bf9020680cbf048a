"""The rows of a table as its labels part the text, and the head above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.forms.labels import Label
from reviewer.forms.locating.anchors import Anchor, Page
from reviewer.forms.model import Block, FormTable

_HEAD = 400
"""A head has at most this many characters, blanks not counted."""

_WIDEST_HEAD = 4000
"""The same with blanks counted."""

_LAST_ZONE = 1500
"""The cells of the last row stand within this many characters behind its label."""

_LETTER = re.compile(r"[^\W\d_无增减]")
_CLOSING = "）)”」』 \t\u3000|"
"""What may be left of a label behind its last word."""


@dataclass(frozen=True)
class TableRow:
    """A row's label and the zone behind it."""

    key: str
    block: Block
    anchor: Anchor
    start: int
    end: int


def rows_of(
    page: Page,
    table: FormTable,
    labels: Sequence[Label],
    anchors: Sequence[Anchor],
    ends: Sequence[int],
) -> list[TableRow]:
    """Every row whose label was found, with the zone up to the next label."""
    blocks = {row.key: block for block in table.blocks for row in block.rows}
    last = anchors[-1].end
    limit = min((end for end in ends if end >= last), default=len(page.text))
    stops = [*(anchor.start for anchor in anchors[1:]), min(limit, last + _LAST_ZONE)]
    return [
        TableRow(
            labels[anchor.index].key, blocks[labels[anchor.index].key], anchor, anchor.end, stop
        )
        for anchor, stop in zip(anchors, stops, strict=True)
        if labels[anchor.index].kind == "row"
    ]


def head_of(
    text: str, first: TableRow, rows: Sequence[TableRow], anchors: Sequence[Anchor]
) -> tuple[int, int]:
    """Where the head of a block stands: between the block before and its first row."""
    before = [one.anchor.end for one in rows if one.anchor.start < first.anchor.start]
    begin = max(before, default=min(anchors[0].start, head_begin(text, first.anchor.start)))
    return begin, first.anchor.start


def head_begin(text: str, first: int) -> int:
    """Where a head may begin above a table's first row, however wide its lines are drawn."""
    begin = max(0, first - _HEAD)
    while begin > max(0, first - _WIDEST_HEAD) and len("".join(text[begin:first].split())) < _HEAD:
        begin = max(0, begin - _HEAD)
    return begin


def behind(text: str, begin: int, limit: int, reach: int) -> int:
    """The place so many characters behind another one, however wide the lines are drawn there."""
    end = min(limit, begin + reach)
    while end < min(limit, begin + _WIDEST_HEAD) and len("".join(text[begin:end].split())) < reach:
        end = min(limit, end + reach)
    return end


def rows_before(text: str, rows: Sequence[TableRow], anchors: Sequence[Anchor]) -> list[TableRow]:
    """The rows with the zones before their labels, where figures stand in front of them."""
    ends = sorted(anchor.end for anchor in anchors)
    found = []
    for row in rows:
        before = [end for end in ends if end <= row.anchor.start]
        start = before[-1] if before else _first_line_of_figures(text, row.anchor.start)
        line = text.find("\n", start, row.anchor.start)
        if before and line >= 0 and not text[start:line].strip(_CLOSING):
            start = line + 1
        found.append(replace(row, start=start, end=row.anchor.start))
    return found


def _first_line_of_figures(text: str, place: int) -> int:
    """The begin of a place's line, or of the lines above it that hold no words."""
    start = text.rfind("\n", 0, place) + 1
    while start > 0 and not _LETTER.search(text, text.rfind("\n", 0, start - 1) + 1, start):
        start = text.rfind("\n", 0, start - 1) + 1
    return start
