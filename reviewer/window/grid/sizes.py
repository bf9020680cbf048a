"""How wide and high the rows and columns of a grid are in the room that there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, QSize

from reviewer.base import CellId
from reviewer.forms.layout import Layout, LayoutCell, Role
from reviewer.window.look.fonts import Metrics

PAD = 5
"""Pixels between a cell's border and its text, left and right."""

MARK_ROOM = 13
"""Pixels that a figure's mark takes."""

_ROOMY = 14
"""How many pixels a row may have beyond its line of text."""

EASY, TIGHT = 1.4, 1.3
"""The least height of a row, in widths of a character; less where the font is flatter."""

_LABEL_SHARE = 0.44
"""Labels take this share of the width while figures want room."""

_LABEL_MOST = 0.6
"""Labels never take more than this share."""

_LABEL_WIDE = 0.3
"""Labels take this share beside few figures, however short they are."""

_FEW = 7
_COMFORT = 76
"""A figure's column of this many pixels is wide enough; the labels may have the rest."""

_LABEL_LEAST = (8, 5)
"""How many characters of the innermost label are seen: usually, and in any case."""

_SHORT_HEAD = 8
"""Heads of at most this many characters are broken between words of two characters."""


@dataclass(frozen=True)
class Sizes:
    """Pixels of every column and row."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Wants:
    """What a grid's columns want, whatever room there is: measured once for its figures.

    Attributes:
        layout: The grid.
        labels: Of the font of heads and labels.
        names: Pixels at which each label column shows its labels whole.
        leasts: Pixels that each column of figures needs.
        figures: The pixels that each figure needs in its column.
    """

    layout: Layout
    labels: Metrics
    names: tuple[int, ...]
    leasts: tuple[int, ...]
    figures: Mapping[CellId, int]


def wants_of(layout: Layout, labels: Metrics, figures: Mapping[CellId, int]) -> Wants:
    """What a grid wants.

    Args:
        layout: The grid.
        labels: Of the font of heads and labels.
        figures: The pixels that each figure needs in its column.
    """
    names = tuple(_label_widths(layout, labels))
    leasts = _figure_leasts(layout, labels, figures)
    return Wants(layout, labels, names, leasts, figures)


def sizes_of(wants: Wants, room: QSize, row: float = EASY) -> Sizes:
    """The sizes with which a grid fits a room, as roomy as it can be, never too small to read.

    Args:
        wants: What the grid wants.
        room: The pixels there are; a grid that does not fit is larger and scrolls.
        row: The least height of a row, in widths of a character.
    """
    if not wants.layout.cells:
        return Sizes((), ())
    least = min(wants.labels.height() + 1, ceil(wants.labels.width("国") * row))
    columns = _columns(wants, room.width())
    return Sizes(columns, _rows(wants.layout, room.height(), wants.labels, columns, least))


def within_lines(rect: QRect) -> QRect:
    """What a cell's lines leave of it: the one below, the one at its right, those of the edge."""
    return rect.adjusted(0 if rect.left() else 1, 0 if rect.top() else 1, -1, -1)


def stands_upright(layout: Layout, place: LayoutCell) -> bool:
    """Whether a label is written downwards, one character a line."""
    return (
        place.role is Role.LABEL
        and place.column == 0
        and place.column_span == 1
        and layout.label_columns > 1
        and place.row_span > len(place.text) // 2
        and place.row_span > 1
    )


def head_lines(text: str, per_line: int) -> list[str]:
    """A head broken so that words of two characters stay whole and lines are alike."""
    if len(text) <= per_line:
        return [text]
    most = max(2, per_line - per_line % 2)
    lines = -(-len(text) // most)
    size = -(-len(text) // lines)
    size = min(most, size + size % 2)
    return [text[start : start + size] for start in range(0, len(text), size)]


def is_short_head(text: str) -> bool:
    """Whether a head is broken by ``head_lines``; longer ones wrap as prose does."""
    return len(text) <= _SHORT_HEAD and "（" not in text


def text_height(text: str, width: int, metrics: Metrics) -> int:
    """Pixels that a head's text needs when it is broken to a width."""
    if is_short_head(text):
        per_line = max(1, width // metrics.width("国"))
        return len(head_lines(text, per_line)) * metrics.height()
    return metrics.wrapped(text, width)


def _columns(wants: Wants, width: int) -> tuple[int, ...]:
    """Labels, and figures in columns alike; where these have no room, each as it needs."""
    leasts, names = wants.leasts, list(wants.names)
    count = len(leasts)
    alike = max(leasts, default=1) * count
    room = width - sum(names[:-1]) - sum(leasts)
    shortest = _shortest(wants, room) if names else 0
    least = alike if sum(names[:-1]) + shortest + alike <= width else sum(leasts)
    if names:
        roomy = width - _COMFORT * count
        room = max(min(roomy, int(width * _LABEL_MOST)), int(width * _LABEL_SHARE))
        room = min(room, width - least)
        names[-1] = max(names[-1] - max(sum(names) - room, 0), shortest)
        spacious = int(width * _LABEL_WIDE) if count < _FEW else 0
        names[-1] = max(names[-1], min(spacious, room) - sum(names[:-1]))
    rest = max(width - sum(names), least)
    if rest >= alike:
        return (*names, *_shared(rest, count))
    more = _shared(rest - sum(leasts), count)
    return (*names, *(one + bonus for one, bonus in zip(leasts, more, strict=True)))


def _shortest(wants: Wants, room: int) -> int:
    """The least width of the innermost labels; less where else figures would be out of sight."""
    character = wants.labels.width("国")
    usual, scarce = (min(count * character, wants.names[-1]) for count in _LABEL_LEAST)
    return usual if usual <= room else max(scarce, min(usual, room))


def _figure_leasts(
    layout: Layout, labels: Metrics, figures: Mapping[CellId, int]
) -> tuple[int, ...]:
    """The least width of each column of figures: its widest figure, its heads in words of two."""
    leasts = [1] * (layout.columns - layout.label_columns)
    word = 2 * labels.width("国") + PAD
    for place in layout.cells:
        if place.column < layout.label_columns or place.role is Role.LABEL:
            continue
        figure = figures.get(place.cell, MARK_ROOM + PAD) if place.cell is not None else 0
        needed = word if place.role is Role.HEAD else figure
        first = place.column - layout.label_columns
        for column in range(first, first + place.column_span):
            leasts[column] = max(leasts[column], -(-needed // place.column_span))
    return tuple(leasts)


def _label_widths(layout: Layout, labels: Metrics) -> list[int]:
    """The width at which each label column shows its labels whole."""
    widths = [0] * layout.label_columns
    names = [cell for cell in layout.cells if cell.role is Role.LABEL]
    for place in names:
        if place.column_span == 1:
            upright = stands_upright(layout, place)
            text = "国" if upright else place.text
            needed = labels.width(text) + 2 * PAD
            widths[place.column] = max(widths[place.column], needed)
    for place in (name for name in names if name.column_span > 1):
        last = place.column + place.column_span
        needed = labels.width(place.text) + 2 * PAD
        missing = needed - sum(widths[place.column : last])
        if missing > 0:
            widths[last - 1] += missing
    return widths


def _rows(
    layout: Layout, height: int, labels: Metrics, columns: tuple[int, ...], least: int
) -> tuple[int, ...]:
    """Rows of one line share what rows of several lines leave."""
    rows = _needs(layout, columns, least, labels)
    one_line = [row for row in range(layout.rows) if rows[row] < 2 * least]
    spare = height - sum(rows)
    if spare <= 0 or not one_line:
        return tuple(rows)
    most = _ROOMY * len(one_line) + 2 * _ROOMY * (layout.rows - len(one_line))
    spare = min(spare, most)
    for row in range(layout.rows):
        if row not in one_line:
            bonus = min(_ROOMY, spare // layout.rows)
            rows[row] += bonus
            spare -= bonus
    for row, bonus in zip(one_line, _shared(spare, len(one_line)), strict=True):
        rows[row] += min(bonus, _ROOMY)
    return tuple(rows)


def _needs(layout: Layout, columns: tuple[int, ...], least: int, metrics: Metrics) -> list[int]:
    """Heights at which the texts of all heads are seen whole."""
    rows = [least] * layout.rows
    heads = [cell for cell in layout.cells if cell.role is Role.HEAD]
    for cell in sorted(heads, key=lambda cell: cell.row_span):
        if cell.column < layout.label_columns and cell.row_span > 1:
            continue  # the corner has room enough
        width = sum(columns[cell.column : cell.column + cell.column_span]) - 2
        lines = text_height(cell.text, width - 2, metrics)
        needed = lines + 3 if lines > metrics.height() else least
        last = cell.row + cell.row_span
        missing = needed - sum(rows[cell.row : last])
        if missing > 0:
            rows[last - 1] += missing
    return rows


def _shared(total: int, count: int) -> list[int]:
    if not count:
        return []
    share, odd = divmod(total, count)
    return [share + (1 if position < odd else 0) for position in range(count)]
