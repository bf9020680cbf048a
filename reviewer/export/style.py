"""Fonts, fills and borders of the workbook, each made once; colours by the themes' names."""

from __future__ import annotations

import tomllib
from functools import cache

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from reviewer.paths import resource

FACE = "微软雅黑"
SIZE = 10
LINE_HEIGHT = 15.0
"""Points of a line of text in ``FACE`` at ``SIZE``."""


@cache
def colors() -> dict[str, str]:
    """The light theme's colours by name, as ``RRGGBB``; paper is always light."""
    theme = tomllib.loads(resource("themes/light.toml").read_text(encoding="utf-8"))
    return {name: value.removeprefix("#").upper() for name, value in theme["colors"].items()}


@cache
def font(
    color: str = "text", *, bold: bool = False, size: int = SIZE, underline: bool = False
) -> Font:
    """A font in a named colour."""
    return Font(
        name=FACE,
        size=size,
        bold=bold,
        color=colors()[color],
        underline="single" if underline else None,
    )


@cache
def fill(color: str) -> PatternFill:
    """A solid fill in a named colour."""
    return PatternFill("solid", fgColor=colors()[color])


@cache
def border(color: str = "muted") -> Border:
    """A thin line on all sides."""
    side = Side(style="thin", color=colors()[color])
    return Border(left=side, right=side, top=side, bottom=side)


@cache
def aligned(
    horizontal: str = "left", vertical: str = "center", *, wrap: bool = True, indent: int = 0
) -> Alignment:
    """Where a text stands in its cell."""
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=wrap, indent=indent)
