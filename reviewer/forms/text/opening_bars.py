"""Bars that begin rows, where each cell stands on a line of its own: they part no cells.

``|规章`` is followed by its figures on lines without any mark; the next bar begins the next row.
"""

from __future__ import annotations

import re

_BEGINS = re.compile(r"(?m)^[ \t\u3000]*\|(?=[ \t\u3000]*[^|\s][^|\n]*$)")
_FIRST = re.compile(r"(?m)^([ \t\u3000]*)\|(?=[^|\n]*$)")
_MISTAKEN = re.compile(r"(?m)(?<=^\|)[^|\n]+\n\|(?=\d)")
"""A row of a label alone, before a bar that was a 1: ``|3`` for 13."""

_BARRED = re.compile(r"(?m)^[^|\n]*\|")
_BARE_CELL = re.compile(r"(?m)^[ \u3000]*(?:[-+−－]?[\d０-９][\d０-９.,，]*|[-—/／无])[ \u3000]*$")

_LEAST_CELLS = 60
"""Cells on lines of their own that are a table's."""

_LEAST_ROWS = 20
"""Rows that bars begin in such a table."""

_FEW = 0.1
"""Share of the bars that may part cells all the same."""


def without_opening_bars(text: str) -> str:
    """The text with blanks for the bars that only begin rows."""
    if text.count("\n|") < _LEAST_ROWS or len(_BEGINS.findall(text)) < _LEAST_ROWS:
        return text
    others = len(_BARRED.findall(text)) - len(_FIRST.findall(text))
    if others > _FEW * text.count("\n|") or len(_BARE_CELL.findall(text)) < _LEAST_CELLS:
        return text
    kept = {one.end() for one in _MISTAKEN.finditer(text)}
    return _FIRST.sub(lambda bar: bar[0] if bar.end() in kept else bar[1] + " ", text)
