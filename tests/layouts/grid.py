"""The tables of a report as printed lines of cells, with the faults asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.base import CellId, cell_id
from reviewer.forms.layout import LayoutCell, Role, lay_out
from reviewer.forms.model import Block, Column, Form, FormTable
from tests.layouts.figures import ORGANISATIONS

FURTHER = "further"
FULL_WIDTH = str.maketrans("0123456789+-.", "０１２３４５６７８９＋－．")


@dataclass(frozen=True)
class Faults:
    """What is wrong with, or odd about, a printed report.

    Attributes:
        subtotal: A column 小计 stands after the five organisations.
        no_total_column: The column 总计 of table three is not printed.
        blank_total_column: The column 总计 is there and empty.
        lost: Figures that the extraction dropped, cell and all.
        doubled: Figures that the extraction printed twice.
        labels: The form's label (or heading, or column head) → what is printed for it.
        missing_rows: Rows not printed, as ``requests.other``.
        no_head: Keys of tables whose head is not printed.
        blanks_for_zeros: Empty cells where the figure is 0.
        full_width: Digits and signs in full width.
        padding: Blanks before each figure, e.g. U+3000.
        wrapped_heads: Heads and longer labels broken in two within their cell.
        order: Keys of table three's columns in the order printed; empty for the form's.
        further_column: Head of a blank column printed behind table three's last one.
        head_again_after: Row key of table three after which a page ends: the head is repeated.
    """

    subtotal: bool = False
    no_total_column: bool = False
    blank_total_column: bool = False
    lost: frozenset[CellId] = frozenset()
    doubled: frozenset[CellId] = frozenset()
    labels: Mapping[str, str] = field(default_factory=dict)
    missing_rows: frozenset[str] = frozenset()
    no_head: frozenset[str] = frozenset()
    blanks_for_zeros: bool = False
    full_width: bool = False
    padding: str = ""
    wrapped_heads: bool = False
    order: tuple[str, ...] = ()
    further_column: str = ""
    head_again_after: str = ""


@dataclass(frozen=True)
class Piece:
    """A cell of a printed line.

    Attributes:
        covered: Nothing is printed here since a merged cell reaches over it:
            ``above`` (first column of a cell that starts in an earlier line) or ``beside``.
    """

    text: str
    role: Role
    cell: CellId | None = None
    covered: str = ""


@dataclass(frozen=True)
class Line:
    """A printed row; ``row`` is the key of the form's row, empty in heads and captions."""

    pieces: tuple[Piece, ...]
    row: str = ""

    @property
    def shown(self) -> tuple[Piece, ...]:
        """The cells that really stand there."""
        return tuple(piece for piece in self.pieces if not piece.covered)

    @property
    def with_covered_rows(self) -> tuple[Piece, ...]:
        """As Word gives them: one empty cell where a cell above reaches down."""
        return tuple(piece for piece in self.pieces if piece.covered != "beside")

    @property
    def is_head(self) -> bool:
        """Whether no label of a row and no figure stands in it."""
        return not any(piece.role in {Role.LABEL, Role.FIGURE} for piece in self.shown)


def printed_lines(
    form: Form, key: str, figures: Mapping[CellId, str], faults: Faults
) -> list[Line]:
    """The lines of one table as the faulty report prints it."""
    table = form.table(key)
    assert table is not None
    changed = _changed(table, faults)
    shown = figures_shown(changed, figures, faults)
    layout = lay_out(changed)
    lines = [_line(layout.at(), line, layout.columns, shown, faults) for line in range(layout.rows)]
    if key in faults.no_head:
        lines = [line for line in lines if not line.is_head]
    return _with_page_end(lines, faults.head_again_after)


def _with_page_end(lines: list[Line], row: str) -> list[Line]:
    heads = [line for line in lines if line.is_head]
    at = next((index for index, line in enumerate(lines) if row and line.row == row), None)
    return lines if at is None else [*lines[: at + 1], *heads, *lines[at + 1 :]]


def _changed(table: FormTable, faults: Faults) -> FormTable:
    """The table with the rows and columns that this report prints."""
    blocks = tuple(_changed_block(table.key, block, faults) for block in table.blocks)
    return table.model_copy(update={"blocks": tuple(block for block in blocks if block.rows)})


def _changed_block(key: str, block: Block, faults: Faults) -> Block:
    rows = tuple(row for row in block.rows if f"{key}.{row.key}" not in faults.missing_rows)
    columns = list(block.columns)
    if key == "requests":
        if faults.subtotal:
            columns.insert(-1, Column(key="subtotal", label="小计", group="法人或其他组织"))
        if faults.no_total_column:
            columns.pop()
        if faults.order:
            columns = [column for key in faults.order for column in columns if column.key == key]
        if faults.further_column:
            columns.append(Column(key=FURTHER, label=faults.further_column))
    return block.model_copy(update={"rows": rows, "columns": tuple(columns)})


def figures_shown(
    table: FormTable, figures: Mapping[CellId, str], faults: Faults
) -> dict[CellId, str]:
    """What each figure's cell holds, the additional column included."""
    return {cell: _shown(cell, figures, faults) for cell, _, _ in table.cells()}


def _shown(cell: CellId, figures: Mapping[CellId, str], faults: Faults) -> str:
    table, row, column = cell.split(".")
    if column == FURTHER:
        return ""
    if column == "subtotal":
        parts = [figures[cell_id(table, row, part)] for part in ORGANISATIONS]
        text = str(sum(int(part) for part in parts)) if all(map(str.isdigit, parts)) else "0"
    else:
        text = figures[cell]
    blank = (faults.blanks_for_zeros and text == "0") or (
        faults.blank_total_column and table == "requests" and column == "total"
    )
    if blank:
        return ""
    return text.translate(FULL_WIDTH) if faults.full_width else text


def _line(
    at: Mapping[tuple[int, int], LayoutCell],
    line: int,
    columns: int,
    figures: Mapping[CellId, str],
    faults: Faults,
) -> Line:
    pieces: list[Piece] = []
    for column in range(columns):
        cell = at.get((line, column))
        if cell is not None:
            pieces += _pieces(cell, line, column, figures, faults)
    row = next((piece.cell.split(".")[1] for piece in pieces if piece.cell), "")
    return Line(tuple(pieces), row)


def _pieces(
    cell: LayoutCell, line: int, column: int, figures: Mapping[CellId, str], faults: Faults
) -> list[Piece]:
    """The cell at a position: printed once, twice, not at all, or covered."""
    if column != cell.column:
        return [Piece("", cell.role, covered="beside")]
    if line != cell.row:
        return [Piece("", cell.role, covered="above")]
    if cell.cell is None:
        return [Piece(faults.labels.get(cell.text, cell.text), cell.role)]
    if cell.cell in faults.lost:
        return []
    piece = Piece(figures[cell.cell], Role.FIGURE, cell.cell)
    return [piece, piece] if cell.cell in faults.doubled else [piece]
