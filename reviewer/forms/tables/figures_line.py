"""Where the figures of table four stand: the line below its head, cut into cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.forms.cells.cells import PIPES, Printed, Separator, Zone
from reviewer.forms.cells.fillers import with_fillers
from reviewer.forms.cells.zones import read_zone, separator_of
from reviewer.forms.locating.anchors import Anchor, Page
from reviewer.forms.locating.rows import behind
from reviewer.forms.model import Form, FormTable
from reviewer.forms.tables.head_letters import below_letters

LEAST_LABELS = 8
"""This many of the last head line's fifteen labels make a head."""

_REACH = 900
"""The line of figures stands within this many characters below the head."""

_BAR = re.compile(f"[{PIPES}]")
_BAR_ALONE = re.compile(rf"[^\S\n]*[{PIPES}][^\S\n]*\n(?:[{PIPES}]{{2,}}[^\S\n]*\n)?")
_OPENING_BAR = re.compile(rf"\s*[{PIPES}](?=[^\n]*[{PIPES}])")
_FIRST_BAR = re.compile(rf"\s*[{PIPES}]")
_CELL = re.compile(rf"[^\S\n]*[{PIPES}][^{PIPES}]+")
"""A cell on a line of its own, with a bar before it."""

_MOST_NUMBERED = 15
_COLUMN_NUMBERS = re.compile(
    rf"[^\S\n]*(?:甲|栏次|行次|序号)?[\t {PIPES},]*"
    + rf"[\t {PIPES},]+".join(map(str, range(1, _MOST_NUMBERED + 1)))
    + rf"[\t {PIPES},]*\n(?=[^\n]*\d)"
)
"""A line that numbers the columns, with the figures' line behind it."""

_FILLERS = re.compile(rf"[{PIPES}]{{2,}}[^\S\n]*\n")
_LINE_WITHOUT_FIGURES = re.compile(r"[^\n0-9０-９]*\n")
_LINES_WITHOUT_VALUES = re.compile(r"(?:[^\n0-9０-９/／—–-]*\n)+")
_NOTHING = re.compile(r"[ \t\u3000|]*(?:无[ \t\u3000|]*)+(?:\n|$)")
"""A line of nil marks that are a word."""

_NIL = re.compile(r"[/／—-]")
_DIGIT = re.compile(r"[0-9０-９]")


@dataclass(frozen=True)
class FiguresLine:
    """Where the line of figures stands, at most.

    Attributes:
        has_labels: Whether the labels of a head stand above it.
        is_headed: Whether these do, or at least a head's letters.
    """

    begin: int
    end: int
    has_labels: bool
    is_headed: bool


def figures_line(
    page: Page,
    form: Form,
    table: FormTable,
    anchors: Sequence[Anchor],
    start: int,
    ends: Sequence[int],
) -> FiguresLine | None:
    """The line of figures, below a head or right below the section's heading; None if neither is.

    Args:
        page: The text.
        form: The form that the report uses.
        table: The form's table.
        anchors: The labels of a head that were found.
        start: Behind table three, or the section's heading.
        ends: Places where the table must end, ascending.
    """
    has_labels = len(anchors) >= LEAST_LABELS
    if not has_labels and start not in ends:
        return None
    begin = anchors[-1].end if has_labels else line_end(page.text, start)
    limit = min((end for end in ends if end >= begin), default=len(page.text))
    below = None if has_labels else below_letters(page.text, begin, limit, form, table)
    begin = begin if below is None else below
    end = behind(page.text, begin, limit, _REACH)
    return FiguresLine(begin, end, has_labels, has_labels or below is not None)


def zone_of(page: Page, count: int, stretch: tuple[int, int], words: str, *, opened: bool) -> Zone:
    """The cells of the row; ``opened`` if a bar on a line of its own stands before the head's."""
    begin, end = begin_of_figures(page.text, *stretch, count), stretch[1]
    separator = separator_at(page.text, begin, end, count)
    if separator is Separator.PIPE:
        begin = _behind_opening_bar(page.text, begin, count, opened=opened)
    printed = Printed(separator, words, begins_row=True)
    zone = read_zone(page.text, begin, end, count, printed)
    if separator is Separator.TAB and len(zone.cells) > count and _is_closed(page.text, begin):
        zone = replace(zone, cells=zone.cells if zone.cells[-1].text else zone.cells[:-1])
    return with_fillers(page.text, {"": zone})[""] if separator is Separator.PIPE else zone


def _is_closed(text: str, begin: int) -> bool:
    """Whether a tab stands behind the head's last cell, too, so that no cell is behind it."""
    head = text[:begin].rstrip("\n").rpartition("\n")[2].rstrip(" \u3000")
    return head.endswith("\t") and head.count("\t") >= LEAST_LABELS


def _behind_opening_bar(text: str, begin: int, count: int, *, opened: bool) -> int:
    """The begin of the first cell, behind a bar that closes the head or opens the row.

    Args:
        text: The whole text.
        begin: Behind the head's last word.
        count: How many cells the row should have.
        opened: Whether a bar on a line of its own stands before the head's line.
    """
    head = text[:begin].rstrip().rpartition("\n")[2]
    if _CELL.fullmatch(head) and (bar := _FIRST_BAR.match(text, begin)):
        return bar.end()
    alone = _BAR_ALONE.match(text, begin)
    if alone and (opened or not _BAR.search(head)):
        return alone.end()
    bar = _OPENING_BAR.match(text, begin)
    return bar.end() if bar and _is_opened(head, count) else begin


def _is_opened(head: str, count: int) -> bool:
    """Whether a bar stands before the first of a head's cells, none that parts a blank one off."""
    opening = _OPENING_BAR.match(head)
    if opening is None or head[-1] not in PIPES:
        return False
    blank_first = bool(_BAR.match(head[opening.end() :].lstrip()))
    return not blank_first or len(_BAR.findall(head)) > count


def begin_of_figures(text: str, begin: int, end: int, count: int) -> int:
    """Where the figures begin, if only what a head may hold stands before them."""
    if _NOTHING.match(text, begin, end):
        return begin
    return _behind_rest_of_head(text, _behind_head_line(text, begin, end), end, count)


def separator_at(text: str, begin: int, end: int, count: int) -> Separator:
    """What parts the cells of a line of so many figures."""
    line = text[begin:end].strip("\n").split("\n", 1)[0]
    if line.count(",") >= count - 3:
        return Separator.COMMA
    return separator_of(text, [(begin, end)])


def _behind_head_line(text: str, begin: int, end: int) -> int:
    """The begin of the figures' line, if the rest of the head's line holds no figure."""
    line = _LINE_WITHOUT_FIGURES.match(text, begin, end)
    rest = text[begin : line.end()] if line else ""
    if line is None or _NIL.search(rest):
        return begin
    fillers = _FILLERS.match(text, line.end(), end)
    return fillers.end() if fillers else line.end()


def _behind_rest_of_head(text: str, begin: int, end: int, count: int) -> int:
    """The begin of the first line with figures, if only what a head may hold stands before it."""
    rest = _LINES_WITHOUT_VALUES.match(text, begin, end)
    numbers = _COLUMN_NUMBERS.match(text, rest.end() if rest else begin, end)
    if numbers is not None:
        return numbers.end()
    if rest is None:
        return begin
    line = text[rest.end() : end].split("\n", 1)[0]
    parted = max(line.count("\t"), len(_BAR.findall(line))) >= count - 1
    return rest.end() if parted and _DIGIT.search(line) else begin


def line_end(text: str, place: int) -> int:
    """Behind the line that a place stands in."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1
