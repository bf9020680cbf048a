"""Reads table four, whose figures all stand in one row behind a head of three lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.base import CellId, cell_id
from reviewer.forms.alignment import Options, Side, align
from reviewer.forms.anchors import Anchor, Page, find_anchors
from reviewer.forms.arithmetic import group_sums
from reviewer.forms.choosing import choose
from reviewer.forms.folding import fold
from reviewer.forms.labels import Label, vocabulary
from reviewer.forms.model import FormTable
from reviewer.forms.readings import missing_readings, reading_of
from reviewer.forms.report import Reading
from reviewer.forms.tables import TableReading
from reviewer.forms.zones import Zone, read_zone, separator_of

_LEAST_LABELS = 8
_REACH = 900


def read_disputes(page: Page, table: FormTable, start: int, ends: Sequence[int]) -> TableReading:
    """Read table four.

    Args:
        page: The text.
        table: The form's table.
        start: Where to begin: behind table three, or the section's heading.
        ends: Places where the table must end (section headings), ascending.
    """
    anchors = find_anchors(page, _head_labels(table), start, len(page.text))
    if len(anchors) < _LEAST_LABELS:
        return TableReading(missing_readings(table, "原文中没有找到这张表"), found=False)
    cells = [cell for cell, _, _ in table.cells()]
    begin = anchors[-1].end
    limit = min((end for end in ends if end >= begin), default=len(page.text))
    end = min(limit, begin + _REACH)
    options = _options(page, table, begin, end, len(cells))
    choice = choose({"": options}, ())[""]
    doubt = "" if _complete(anchors, table) else "表头与表单用语不一致，请核对各列"
    readings: dict[CellId, Reading] = {
        cell: reading_of(cell, choice, place, doubt) for place, cell in enumerate(cells)
    }
    return TableReading(readings, found=True, span=(anchors[0].start, end), row_labels=1)


def _head_labels(table: FormTable) -> tuple[Label, ...]:
    """The last head line: the five results, once for each kind of proceeding."""
    (block,) = table.blocks
    return tuple(
        Label(
            "head", cell_id(table.key, row.key, column.key), _wordings(column.label, column.aliases)
        )
        for row in block.rows
        for column in block.columns
    )


def _wordings(label: str, aliases: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(text) for text in (label, *aliases))


def _complete(anchors: Sequence[Anchor], table: FormTable) -> bool:
    (block,) = table.blocks
    return len(anchors) >= len(block.rows) * len(block.columns) - 2


def _options(page: Page, table: FormTable, begin: int, end: int, count: int) -> Options:
    begin = _behind_head_line(page.text, begin, end)
    separator = separator_of(page.text, [(begin, end)])
    zone: Zone = read_zone(
        page.text, begin, end, separator=separator, count=count, words=vocabulary(table)
    )
    (block,) = table.blocks
    sums = group_sums(len(block.rows), len(block.columns))
    gap = max(set(zone.gaps[1:-1]), key=zone.gaps[1:-1].count) if zone.gaps[1:-1] else 0
    return align(zone, count, side=Side.BEHIND, sums=sums, gap=gap)


def _behind_head_line(text: str, begin: int, end: int) -> int:
    """The begin of the figures' line, if the rest of the head's line holds no figure."""
    line = re.compile(r"[^\n0-9０-９]*\n").match(text, begin, end)
    rest = text[begin : line.end()] if line else ""
    return line.end() if line and not re.search(r"[/／—-]", rest) else begin
