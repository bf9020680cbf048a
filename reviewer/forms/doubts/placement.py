"""Doubts about rows from how they stand in the text: their labels, heads and cells.

A doubt is for evidence that is thin. A sum that fails in a row that is parted for certain is no
evidence: it is what the report says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from reviewer.forms.aligning.alignment import Method
from reviewer.forms.aligning.arithmetic import column_equations, comes_to_nothing
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.cells.cells import Separator, Zone, is_form_text
from reviewer.forms.doubts.readings import is_odd
from reviewer.forms.locating.heads import Head
from reviewer.forms.locating.rows import TableRow
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind

_NEXT = 2
"""Figures this near to each other are parted by a blank or a line end only."""

FURTHER_FIGURES = "这一行后面还有未归入表格的数字"
ODD_CELL = "这一行中有不像数字的内容，请核对各格的位置"
BLANK_AND_UNEVEN = "这一行有空白格且合计不平，请核对各格的位置"
UNPARTED_AND_UNEVEN = "这一行合计不平，原文各格之间又没有表格线或制表符，请核对各格读数"
LAID_OTHERWISE = "这张表不按格式排列，合计又不平，请核对各格"
SHORT = "原文各格之间没有表格线或制表符，各行又少一列，请核对各格的位置"
_SUM_LINE = re.compile(r"\n[^\n\d]*(?:小\s?计|合\s?计|申请人情况|法人或其他组织)")
"""A row that the form does not have, or a head: the figures behind are another row's."""

_SENTENCE_GOES_ON = re.compile(r"(?:万?元|[件宗条起项个次份])?[，、；。]")
"""What follows a figure in a sentence; cells end otherwise."""
_ALIKE = 0.8
"""A label less like the form's wording may be another row's."""


class Chosen(NamedTuple):
    """A row's printed columns and what it is read as."""

    columns: tuple[str, ...]
    choice: Choice

    @property
    def is_empty(self) -> bool:
        """Whether it was read as blank cells only."""
        return not any(piece is not None and piece.text for piece in self.choice.way)


class PlacedRow(NamedTuple):
    """A row as it stands in the text.

    Attributes:
        row: Its label.
        columns: Keys of the columns that its table prints.
        choice: What it is read as.
        zone: The cells behind its label.
        head: The head above it, unless the columns were found by their heads' places.
    """

    row: TableRow
    columns: tuple[str, ...]
    choice: Choice
    zone: Zone
    head: Head | None


def row_doubt(text: str, placed: PlacedRow, separator: Separator, words: str) -> str:
    """Why a whole row is in doubt; empty if it is not.

    Args:
        text: The whole text.
        placed: The row.
        separator: What parts the table's cells.
        words: The form's vocabulary.
    """
    row, _, choice, zone, head = placed
    if row.anchor.similarity < _ALIKE:
        return "行标题与格式用语不一致，请核对是否为这一行"
    texts = [piece for piece in choice.way if piece is not None and len(piece.text) > 1]
    if any(is_form_text(piece, words) for piece in texts):
        return "这一行的单元格里有格式用语，请核对各格的位置"
    if zone.foreign or (not row.block.caption and _has_sum_between(text, row, choice)):
        return "数字与行标题之间似乎有另一行，请核对是否为这一行"
    if row.block.caption and _is_in_a_sentence(text, choice):
        return "数字似乎出自正文的句子，请核对是否为表格里的数"
    if head is None:
        return ""
    doubt = _head_doubt(placed, separator, head)
    return doubt or (_cells_doubt(placed, separator) if choice.method is Method.EXACT else "")


def _is_in_a_sentence(text: str, choice: Choice) -> bool:
    """Whether the last figure is followed as in a sentence: 行政处罚处理决定11宗、行政强制2宗."""
    ends = [piece.end for piece in choice.way if piece is not None and piece.text]
    return bool(ends) and bool(_SENTENCE_GOES_ON.match(text, ends[-1]))


def _has_sum_between(text: str, row: TableRow, choice: Choice) -> bool:
    """Whether a label that the form does not have, or a head, stands before a row's figures."""
    first = next((piece.end for piece in choice.way if piece is not None and piece.text), 0)
    return bool(_SUM_LINE.search(text, row.start, first))


def _head_doubt(placed: PlacedRow, separator: Separator, head: Head) -> str:
    """What the head above a row says against its columns."""
    row, columns, choice, zone, _ = placed
    if head.reordered and not (head.parted and head.complete):
        return "表头各列的次序与格式不同，请核对各列"
    if head.other_form:
        return f"表头是另一年度格式的“{head.other_form}”，请核对各列"
    unguarded = bool(row.block.caption)
    filled = choice.method is Method.EXACT and len(zone.cells) == len(columns)
    blank = any(piece is None or not piece.text for piece in choice.way)
    known = filled and separator is not Separator.NONE
    open_way = blank or not (known if unguarded else choice.balanced)
    if head.foreign and (open_way or (unguarded and head.shifted)):
        return f"表头有格式以外的“{head.foreign}”，请核对各列"
    grouped = {column.key for column in row.block.columns if column.group}
    lacking = (
        (unguarded or not grouped.issubset(columns)) and bool(head.order) and not head.complete
    )
    return "表头缺少格式规定的列，请核对各列" if lacking and blank else ""


def _cells_doubt(placed: PlacedRow, separator: Separator) -> str:
    """What a row's cells, as many as they should be, say against their places."""
    row, columns, choice, zone, _ = placed
    unguarded = bool(row.block.caption)
    if zone.rest and (len(zone.rest) < len(columns) or (unguarded and _goes_on(zone))):
        return FURTHER_FIGURES
    words = [piece is not None and piece.said.kind is Kind.TEXT for piece in choice.way]
    if zone.gaps and (any(map(is_odd, filter(None, choice.way))) or any(map(all, pairwise(words)))):
        return ODD_CELL  # A sentence of several lines looks like several cells of words.
    if choice.balanced:
        if unguarded and _unlike_gaps(zone):
            return "这一行各格的间隔不一，请核对各格的位置"
        short = separator is Separator.NONE and len(row.block.columns) > len(columns)
        return SHORT if short else ""
    if separator is Separator.NONE:
        return UNPARTED_AND_UNEVEN
    return BLANK_AND_UNEVEN if _has_blank(choice) else ""


def _goes_on(zone: Zone) -> bool:
    """Whether the figures behind a row may be its own: no other label stands before them."""
    last = zone.cells[-1].end if zone.cells else zone.start
    return bool(zone.gaps) or zone.rest[0].start - last <= _NEXT


def _has_blank(choice: Choice) -> bool:
    return any(piece is None or not piece.text for piece in choice.way)


def _unlike_gaps(zone: Zone) -> bool:
    """Whether cells on lines of their own stand farther from each other here than there."""
    return zone.ragged or len(set(zone.gaps[1:-1])) > 1


def confirmed_rows(table: FormTable, choices: Mapping[str, Chosen]) -> frozenset[str]:
    """Rows whose figures stand in columns that come out right, so that no cell is shifted."""
    columns = {columns for columns, _ in choices.values()}
    equations = column_equations(table)
    if len(columns) != 1 or not equations:
        return frozenset()
    values = {
        key: [piece.value if piece else 0.0 for piece in choice.way]
        for key, (_, choice) in choices.items()
    }
    (printed,) = columns
    broken: dict[str, set[int]] = {key: set() for key in values}
    for equation in equations:
        if not all(key in values for key, _ in equation):
            return frozenset()
        for place in range(len(printed)):
            if not comes_to_nothing(sign * values[key][place] for key, sign in equation):
                for key, _ in equation:
                    broken[key].add(place)
    if not any(any(row) for row in values.values()):
        return frozenset()
    return frozenset(
        key
        for key, row in values.items()
        if not any(value and place in broken[key] for place, value in enumerate(row))
        and (choices[key].choice.balanced or not broken[key])
    )
