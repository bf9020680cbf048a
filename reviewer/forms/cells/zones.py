"""The cells that stand behind a row's label, in every layout that text comes in.

A zone is the text from the end of a row's label to the begin of the next label. Where the text
has separators (tab, ``|``, comma) they make the cells, blank ones included; where it has none,
the pieces between blanks and line ends do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.forms.cells.cells import PIPES, Printed, Separator, Zone
from reviewer.forms.cells.separated import separated_cells
from reviewer.forms.cells.unseparated import unseparated_cells

_PIPE = re.compile(f"[{PIPES}]")
_COMMA_LINE = re.compile(r"(?!\"\s*,\s*\n)[^\n,，0-9]{0,3},[^\n]*(?:\n|$)")
_REMARK = re.compile(r"\s*[（(](?![一二三四五六七八九十]+[）)])[^（()）\n|\t0-9]{0,80}[）)]")
"""Not the number of the next group, which follows at once behind a row without figures."""

_CLOSING = "）)”」』"
_OPENING = "（(“「『"


def separator_of(text: str, zones: Sequence[tuple[int, int]]) -> Separator:
    """What parts the cells in most of a table's zones."""
    counts = dict.fromkeys(Separator, 0)
    for start, end in zones:
        counts[_separator_in(text[start:end])] += 1
    return max(counts, key=lambda separator: (counts[separator], separator is not Separator.NONE))


def _separator_in(zone: str) -> Separator:
    if "\t" in zone:
        return Separator.TAB
    if _PIPE.search(zone):
        return Separator.PIPE
    if _COMMA_LINE.match(zone):
        return Separator.COMMA
    return Separator.NONE


def read_zone(text: str, start: int, end: int, count: int, printed: Printed) -> Zone:
    """The cells of a zone.

    Args:
        text: The whole text.
        start: Just behind the label.
        end: Where the next label begins.
        count: How many figures the row should have.
        printed: How the table is printed.
    """
    remark = _REMARK.match(text, start, end)
    start = remark.end() if remark else start
    while start < end and text[start] in _CLOSING:
        start += 1
    end = _before_bracket(text, start, end)
    parted = printed.begins_row or _separator_in(text[start:end]) is not Separator.NONE
    if printed.separator is not Separator.NONE and parted:
        zone = separated_cells(text, start, end, count, printed)
        if zone is not None:
            return zone
    return unseparated_cells(text, start, end, count, printed.words)


def _before_bracket(text: str, start: int, end: int) -> int:
    """Where a zone ends, without the bracket in front of the next label's number."""
    bare = text[start:end].rstrip()
    return start + len(bare) - 1 if bare and bare[-1] in _OPENING else end
