"""Figures that something within them cuts in two.

Where rows name each figure's column and ``法律服务机构1 0 4，其他0`` tells 104, only the first
digit stands right behind the name, and no reading claims the others. Where blanks set table two in
columns, ``8 6`` are no figures of two columns but 86; no sum tells that there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from reviewer.base import CellId, cell_parts
from reviewer.document.model import Span
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.model import Form

_GOES_ON = re.compile(r"[ \u3000\u00a0|]([\d０-９])")
_NAMED = re.compile(r"[\u4e00-\u9fff：:）)]")
_WIDE = re.compile(r"[ \u3000\u00a0]{4,}")
"""At least this many blanks stand between the figures of lines set in columns."""

_SPLIT = "数字后面隔一个空格或竖线还有数字，可能是同一个数字，请核对"


def split_figures(read: AllReadings) -> Doubts:
    """Cells of figures that may go on in the digits behind them."""
    if not read.is_plain:
        return {}
    text = read.document.text
    spans = {one.cell: one.place.span for one in read.readings if one.place and one.printed}
    return {**_unclaimed(text, spans), **_close(read.form, text, spans)}


def _unclaimed(text: str, spans: Mapping[CellId, Span]) -> Doubts:
    """Figures right behind a word that go on in digits that are nobody's."""
    claimed = {span.start for span in spans.values()}
    return {
        cell: _SPLIT
        for cell, span in spans.items()
        if _NAMED.match(text, span.start - 1)
        and (more := _GOES_ON.match(text, span.end))
        and more.start(1) not in claimed
    }


def _close(form: Form, text: str, spans: Mapping[CellId, Span]) -> Doubts:
    """Rows of table two in which a blank parts two figures, and many of them part others."""
    found: dict[CellId, str] = {}
    for table in form.tables:
        for row in table.rows if table.layout == "articles" else ():
            cells = [cell for cell in spans if cell_parts(cell)[:2] == (table.key, row.key)]
            own = sorted((spans[cell] for cell in cells), key=lambda span: span.start)
            between = [text[one.end : then.start] for one, then in pairwise(own)]
            if " " in between and any(map(_WIDE.fullmatch, [*between, _before(text, own[0])])):
                found |= dict.fromkeys(cells, _SPLIT)
    return found


def _before(text: str, span: Span) -> str:
    """The blanks before a figure."""
    return text[len(text[: span.start].rstrip()) : span.start]
