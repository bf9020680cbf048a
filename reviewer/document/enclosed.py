"""Documents within a document: parts that Word shows in place, and Excel's tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reviewer.document.composing import Cell, Content, Grid
from reviewer.document.model import Document, Origin, SheetCell, Table
from reviewer.document.readers import READERS
from reviewer.errors import OpenError
from reviewer.progress import ignore

_TEXTS = ("rtf", "mht", "html", "txt")
_BOOKS = ("xlsx", "xls")
_ORIGIN = Origin(path="", format="", encoding=None, sha256="", size=0)
_DOUBT = "取自嵌入的 Excel 表格对象，请与原件显示的核对"


def shown_in_place(data: bytes) -> list[Content] | None:
    """What a part says that Word shows as if it were the document's own.

    It may be a page, a web archive, RTF or text; None if it is none of these, or damaged.
    """
    document = _read(data, _TEXTS)
    return None if document is None else list(_items(document))


def workbook_table(data: bytes) -> list[Content] | None:
    """The tables of a workbook with one sheet, each cell to be compared with what is shown.

    None of a workbook with several filled sheets: which of them is shown, its data do not say.
    """
    document = _read(data, _BOOKS)
    if document is None:
        return None
    cells = [cell for one in document.blocks if isinstance(one, Table) for cell in one.cells]
    if len({cell.place.sheet for cell in cells if isinstance(cell.place, SheetCell)}) != 1:
        return None
    return [_doubted(item) if isinstance(item, Grid) else item for item in _items(document)]


def _read(data: bytes, names: tuple[str, ...]) -> Document | None:
    for reader in READERS:
        if reader.name in names and reader.module.accepts(data):
            try:
                return reader.module.read(data, _ORIGIN, ignore)
            except OpenError:
                return None
    return None


def _items(document: Document) -> Iterator[Content]:
    """Paragraphs and tables again, to be written into another document."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield Grid(
                tuple(
                    Cell(
                        row=cell.row,
                        column=cell.column,
                        text=document.at(cell.place.span),
                        row_span=cell.row_span,
                        column_span=cell.column_span,
                    )
                    for cell in block.cells
                )
            )
        else:
            yield document.at(block.place.span)


def _doubted(grid: Grid) -> Grid:
    return Grid(tuple(replace(cell, doubt=_DOUBT) if cell.text else cell for cell in grid.cells))
