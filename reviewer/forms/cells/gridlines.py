"""Tables that stand line by line with every grid place: columns are found by their heads.

A spreadsheet's text, and some web pages' text, keep all places of the grid, so that a figure
stands at the same place of its line as its column's head does. Where that holds it is decisive,
whatever blank cells there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from reviewer.forms.cells.cells import PIPES, Separator
from reviewer.forms.cells.pieces import Piece, stripped
from reviewer.forms.folding import fold
from reviewer.forms.lines import parted
from reviewer.forms.model import Block

_MARKS = {
    Separator.TAB: re.compile("\t"),
    Separator.PIPE: re.compile(f"[{PIPES}]"),
    Separator.COMMA: re.compile(","),
    Separator.NONE: re.compile("(?!)"),
}
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_LINE = re.compile(r"[^\n]+")
_MOST = 0.5
_TALLEST = 12
"""Wrapped cells of a head are put together over at most this many lines."""

_HeadLines = tuple[tuple[tuple[str, str], ...], ...]
"""The cells of each line of a head, as printed and folded."""


def cells_of_line(text: str, place: int, separator: Separator) -> list[Piece]:
    """The cells of the line that a place stands in, blank ones included."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return _cells_between(text, start, len(text) if end < 0 else end, separator)


def _cells_between(text: str, start: int, end: int, separator: Separator) -> list[Piece]:
    cuts = [mark.start() for mark in _MARKS[separator].finditer(text, start, end)]
    if cuts and text.find('"', start, end) >= 0:
        quoted = [match.span() for match in _QUOTED.finditer(text, start, end)]
        cuts = [cut for cut in cuts if not any(low <= cut < high for low, high in quoted)]
    return [_unquoted(stripped(text, *stretch)) for stretch in parted(start, end, cuts)]


def may_hold_head(text: str, start: int, end: int, block: Block) -> bool:
    """Whether the lines between two places name every column: quicker to tell than where."""
    behind = text.find("\n", end)
    lines = text[text.rfind("\n", 0, start) + 1 : behind if behind >= 0 else len(text)]
    folded = fold(lines)
    return all(any(wording in folded for wording in column.folded) for column in block.columns)


def head_places(
    text: str, start: int, end: int, block: Block, separator: Separator
) -> dict[str, int]:
    """Column key → place in its line, for the heads that stand between two places."""
    wanted = {wording: column.key for column in block.columns for wording in column.folded}
    places: dict[str, int] = {}
    lines = _head_lines(text, start, end, separator)
    for cells in lines:
        _find_heads([words for _, words in cells], wanted, places)
    if 0 < len(places) < len(block.columns) and len(lines) <= _TALLEST:
        for words in _stacked(lines):
            _find_heads(words, wanted, places)
    return places


def _find_heads(words: Sequence[str], wanted: Mapping[str, str], places: dict[str, int]) -> None:
    for index, one in enumerate(words):
        if one in wanted:
            places.setdefault(wanted[one], index)


def _stacked(lines: _HeadLines) -> Iterator[list[str]]:
    """The cells of successive lines, read downwards: 商业 above 企业 is 商业企业."""
    for first, above in enumerate(lines):
        words = [said for _, said in above]
        for below in lines[first + 1 :]:
            if len(below) != len(words):
                break
            words = [one + said for one, (_, said) in zip(words, below, strict=True)]
            yield words


def head_reach(text: str, start: int, end: int, block: Block, separator: Separator) -> int:
    """Places up to the last filled one in the longest line that holds a column's head."""
    wanted = {wording for column in block.columns for wording in column.folded}
    reach = 0
    for cells in _head_lines(text, start, end, separator):
        if any(words in wanted for _, words in cells):
            filled = [index for index, (printed, _) in enumerate(cells) if printed]
            reach = max(reach, filled[-1] + 1)
    return reach


def head_length(text: str, start: int, end: int, block: Block, separator: Separator) -> int:
    """How many cells the line has that holds most columns' heads; 0 if none holds most.

    Where heads go on in the next line, as browsers copy them, no line has all cells.
    A line that a row before begins, or that goes on with the first row's label, is not its own.
    """
    end = text.rfind("\n", start, end) + 1
    start = start if text[start - 1 : start] in {"", "\n"} else text.find("\n", start) + 1
    if start >= end:
        return 0
    wanted = {wording for column in block.columns for wording in column.folded}
    lines = _head_lines(text, start, end, separator)
    held = [(sum(words in wanted for _, words in cells), len(cells)) for cells in lines]
    most, length = max(held, key=lambda one: one[0], default=(0, 0))
    return length if most > _MOST * len(block.columns) else 0


@lru_cache(maxsize=4)
def _head_lines(text: str, start: int, end: int, separator: Separator) -> _HeadLines:
    """The cells of each line of a head, as printed and folded: several ways to read ask for it."""
    return tuple(
        tuple(
            (piece.text, fold(piece.text)) for piece in cells_of_line(text, line.start(), separator)
        )
        for line in _LINE.finditer(text, start, end)
    )


def usable(places: Mapping[str, int], block: Block, label_place: int) -> bool:
    """Whether every column's head was found, at a place of its own right of the labels.

    Heads under a group's stand beside each other: else the page states wrong widths of its heads.
    """
    found = [places.get(column.key, -1) for column in block.columns]
    if len(set(found)) < len(found) or min(found) <= label_place:
        return False
    inside = [places[column.key] for column in block.columns if column.group]
    others = (places[column.key] for column in block.columns if not column.group)
    return not inside or not any(min(inside) < place < max(inside) for place in others)


def label_place(cells: Sequence[Piece], place: int) -> int:
    """The place in its line of the cell that a label stands in."""
    return next((index for index, cell in enumerate(cells) if cell.end > place), len(cells))


def _unquoted(piece: Piece) -> Piece:
    if len(piece.text) >= 2 and piece.text[0] == piece.text[-1] == '"':
        return Piece(piece.start + 1, piece.end - 1, piece.text[1:-1])
    return piece
