"""Writes RTF as plainly as can be: tables told by the edges of cells, merges by marks."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.document.composing import Cell, Grid

_WIDTH = 600
"""Twips of a column."""


def rtf(items: Sequence[str | Grid]) -> bytes:
    """The file's bytes."""
    body = "\n".join(
        _table(item) if isinstance(item, Grid) else rf"\pard {_coded(item)}\par" for item in items
    )
    return (r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 SimSun;}}" + body + "}").encode("ascii")


def _coded(text: str) -> str:
    units = text.encode("utf-16-be")
    codes = (int.from_bytes(units[at : at + 2], signed=True) for at in range(0, len(units), 2))
    return "".join(rf"\u{code}?" if not 48 <= code < 58 else chr(code) for code in codes)


def _table(grid: Grid) -> str:
    at = {
        (row, one.column): one
        for one in grid.cells
        for row in range(one.row, one.row + one.row_span)
    }
    height = max(row for row, _ in at) + 1
    return "\n".join(
        _row([(one, row) for (here, _), one in sorted(at.items()) if here == row])
        for row in range(height)
    )


def _row(cells: Sequence[tuple[Cell, int]]) -> str:
    edges = "".join(
        f"{_merge(one, row)}\\cellx{(one.column + one.column_span) * _WIDTH}" for one, row in cells
    )
    texts = "".join(
        rf"\pard\intbl {_coded(one.text) if one.row == row else ''}\cell " for one, row in cells
    )
    return rf"\trowd\trleft0{edges} {texts}\row"


def _merge(one: Cell, row: int) -> str:
    if one.row_span == 1:
        return ""
    return r"\clvmgf" if one.row == row else r"\clvmrg"
