"""Names of a spreadsheet's cells and ranges (``B7``, ``B2:D4``) and the places they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

Place = tuple[int, int]
"""A cell's row and column, from 0."""

_NAME = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


@dataclass(frozen=True)
class Merge:
    """A merged range; all four inclusive, from 0."""

    top: int
    left: int
    bottom: int
    right: int


def reference(row: int, column: int) -> str:
    """A cell's name: ``B7``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def place_of(name: str) -> Place | None:
    """The row and column of a cell's name; None if it is no name."""
    match = _NAME.fullmatch(name)
    if match is None or int(match[2]) == 0:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def merge_of(name: str) -> Merge | None:
    """The range of a name such as ``B2:D4``."""
    ends = [place_of(end) for end in name.split(":")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    (top, left), (bottom, right) = ends[0], ends[1]
    return Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
