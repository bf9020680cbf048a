"""How cells look: named colours of the light theme, each combination made once a workbook."""

from __future__ import annotations

import tomllib
from copy import copy
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray

from reviewer.paths import resource

FACE = "微软雅黑"
SIZE = 10
LINE_HEIGHT = 15.0
"""Points of a line of text in ``FACE`` at ``SIZE``."""
INDENT = 1.5
"""Characters that an indent of one step takes."""


class Look(NamedTuple):
    """A cell's looks.

    Attributes:
        color: Name of the text's colour.
        fill: Name of the ground's colour; none for plain paper.
        lined: Whether lines are drawn around it.
        goes_on: Whether there is none between it and the cell below, where its text goes on.
        went_on: The same of the cell above.
        wrapped: Whether a long text goes on in the next line.
    """

    color: str = "text"
    bold: bool = False
    size: int = SIZE
    underline: bool = False
    fill: str | None = None
    lined: bool = True
    goes_on: bool = False
    went_on: bool = False
    horizontal: str = "left"
    vertical: str = "center"
    wrapped: bool = True

    @property
    def is_indented(self) -> bool:
        """Whether text would touch a line of its cell otherwise."""
        return self.lined and self.horizontal != "center"

    def room(self, width: float) -> float:
        """Characters of a column's width that are left for text."""
        return width - INDENT if self.is_indented else width


_MADE: WeakKeyDictionary[Workbook, dict[Look, StyleArray]] = WeakKeyDictionary()
"""openpyxl compares each part of a style with all parts so far: half of the time without this."""


@cache
def colors() -> dict[str, str]:
    """The light theme's colours by name, as ``RRGGBB``; paper is always light."""
    theme = tomllib.loads(resource("themes/light.toml").read_text(encoding="utf-8"))
    return {name: value.removeprefix("#").upper() for name, value in theme["colors"].items()}


def dress(cell: Cell, look: Look) -> None:
    """Give a cell its looks, and nothing else of a style."""
    workbook = cell.parent.parent
    assert workbook is not None
    made = _MADE.setdefault(workbook, {})
    if look not in made:
        _make(cell, look)
        made[look] = copy(cell._style)  # type: ignore[attr-defined]  # no public way to copy
    cell._style = copy(made[look])  # type: ignore[attr-defined]


def _make(cell: Cell, look: Look) -> None:
    cell.font = Font(
        name=FACE,
        size=look.size,
        bold=look.bold,
        color=colors()[look.color],
        underline="single" if look.underline else None,
    )
    if look.fill is not None:
        cell.fill = PatternFill("solid", fgColor=colors()[look.fill])
    if look.lined:
        side = Side(style="thin", color=colors()["missing"])
        top, bottom = None if look.went_on else side, None if look.goes_on else side
        cell.border = Border(left=side, right=side, top=top, bottom=bottom)
    cell.alignment = Alignment(
        horizontal=look.horizontal,
        vertical=look.vertical,
        wrap_text=look.wrapped,
        indent=int(look.is_indented),
    )
