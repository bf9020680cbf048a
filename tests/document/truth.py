"""The merged cells that a fixture's tables have, and those that a document was read with."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.document.model import Document, Table
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import layout_of
from tests.document.word_source import Source

Placed = tuple[int, int, int, int, str]
"""Row, column, rows, columns, text."""


def true_tables(source: Source) -> list[set[Placed]]:
    """As the form lays them out."""
    form = form_of(source.form_id)
    tables = []
    for table in form.tables:
        cells = layout_of(form, table.key).cells
        tables.append(
            _closed_up(
                (
                    cell.row,
                    cell.column,
                    cell.row_span,
                    cell.column_span,
                    source.figures[cell.cell] if cell.cell else cell.text,
                )
                for cell in cells
            )
        )
    return tables


def printed_tables(document: Document) -> list[set[Placed]]:
    """As the document was read."""
    return [
        _closed_up(
            (
                cell.row,
                cell.column,
                cell.row_span,
                cell.column_span,
                document.at(cell.place.span),
            )
            for cell in block.cells
        )
        for block in document.blocks
        if isinstance(block, Table)
    ]


def _closed_up(cells: Iterable[Placed]) -> set[Placed]:
    """Without grid columns at which no cell begins: a file cannot state them."""
    placed = list(cells)
    edges = sorted({column for _, column, _, _, _ in placed})
    edges.append(max(column + width for _, column, _, width, _ in placed))
    return {
        (row, edges.index(column), height, _edge(edges, column + width) - edges.index(column), text)
        for row, column, height, width, text in placed
    }


def _edge(edges: list[int], column: int) -> int:
    return next(index for index, edge in enumerate(edges) if edge >= column)
