"""Writes reports as web pages, web archives and text with bars."""

from __future__ import annotations

import quopri
from collections.abc import Sequence
from html import escape

from reviewer.document.composing import Cell, Grid


def page(items: Sequence[str | Grid]) -> str:
    """A page."""
    inside = "\n".join(
        _table(item) if isinstance(item, Grid) else f"<p>{escape(item)}</p>" for item in items
    )
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{inside}</body></html>"


def archive(items: Sequence[str | Grid]) -> bytes:
    """The page in a web archive."""
    head = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_1"\r\n\r\n--=_1\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
        "\r\n\r\n"
    )
    return head.encode() + quopri.encodestring(page(items).encode()) + b"\r\n--=_1--\r\n"


def barred(items: Sequence[str | Grid]) -> str:
    """Text with bars between the places of a table's grid."""
    return "".join(_bars(item) if isinstance(item, Grid) else f"{item}\n" for item in items)


def _rows(grid: Grid) -> list[list[Cell]]:
    height = max(one.row for one in grid.cells) + 1
    return [
        sorted((one for one in grid.cells if one.row == row), key=lambda one: one.column)
        for row in range(height)
    ]


def _table(grid: Grid) -> str:
    rows = ("".join(_cell(one) for one in row) for row in _rows(grid))
    return "<table border=1>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _cell(one: Cell) -> str:
    spans = f' rowspan="{one.row_span}" colspan="{one.column_span}"'
    return f"<td{spans}>{escape(one.text)}</td>"


def _bars(grid: Grid) -> str:
    columns = max(one.column + one.column_span for one in grid.cells)
    lines = []
    for row in _rows(grid):
        texts = {one.column: one.text for one in row}
        lines.append(" | ".join(texts.get(column, "") for column in range(columns)))
    return "".join(f"| {line} |\n" for line in lines)
