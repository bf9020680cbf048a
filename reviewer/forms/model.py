"""What a year's report must contain: forms, their tables, rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from reviewer.base import CellId, Frozen, cell_id
from reviewer.forms.folding import fold


class Column(Frozen):
    """A column of figures.

    Attributes:
        label: The form's wording.
        aliases: Other wordings that mean this column.
        unit: The unit that the form prescribes, if any.
        decimals: Whether fractions are allowed.
        group: The heading above it (法人或其他组织), if any.
    """

    key: str
    label: str
    aliases: tuple[str, ...] = ()
    unit: str | None = None
    decimals: bool = False
    signed: bool = False
    group: str | None = None

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Its wordings as they are compared with printed heads."""
        return tuple(map(fold, (self.label, *self.aliases)))

    @cached_property
    def folded_group(self) -> str:
        """The heading above it in the same way; empty if there is none."""
        return fold(self.group or "")


class Row(Frozen):
    """A row of figures.

    Attributes:
        label: The form's wording without the headings above it.
        headings: The headings that it stands under, outermost first.
        aliases: Other wordings that mean this row.
        blank_is_zero: Whether the form lets a blank stand for nought.
    """

    key: str
    label: str
    headings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    blank_is_zero: bool = False

    @property
    def full_label(self) -> str:
        """Headings and label, joined as the reviewer names the row."""
        return " › ".join((*self.headings, self.label))


class Block(Frozen):
    """Rows that share their columns: one article of table two, or a whole table."""

    caption: str = ""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @cached_property
    def folded_groups(self) -> frozenset[str]:
        """The headings above its columns as they are compared with printed heads."""
        return frozenset(column.folded_group for column in self.columns if column.group)


class FormTable(Frozen):
    """A table of the form.

    Attributes:
        key: First part of the cells' keys (``requests``).
        name: How reviewers call it (表三).
        title: The section's title that it belongs to.
        section: The section's number.
        layout: How the form prints it: each row on its own line, or all figures in one.
    """

    key: str
    name: str
    title: str
    section: int
    layout: Literal["articles", "matrix", "single_row", "list"]
    corner: str = ""
    blocks: tuple[Block, ...]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all its blocks, in the form's order."""
        return tuple(row for block in self.blocks for row in block.rows)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of all its blocks, in the form's order."""
        return tuple(column for block in self.blocks for column in block.columns)

    def cells(self) -> Iterator[tuple[CellId, Row, Column]]:
        """Every figure in the form's order."""
        for block in self.blocks:
            for row in block.rows:
                for column in block.columns:
                    yield cell_id(self.key, row.key, column.key), row, column


class FormSection(Frozen):
    """A section that the form prescribes; aliases are wordings that are right too."""

    number: int
    title: str
    aliases: tuple[str, ...] = ()


class Form(Frozen):
    """A year's form.

    Attributes:
        id: ``2008``, ``2019`` or ``2021``.
        first_year: First report year that it is due for.
        last_year: Last one, or none.
        basis: The notice that prescribes it.
    """

    id: str
    first_year: int
    last_year: int | None = None
    basis: str
    sections: tuple[FormSection, ...] = ()
    tables: tuple[FormTable, ...] = ()

    @cached_property
    def figures(self) -> dict[CellId, tuple[FormTable, Row, Column]]:
        """Every figure of the form in its order, with what it stands in."""
        return {
            cell: (table, row, column)
            for table in self.tables
            for cell, row, column in table.cells()
        }

    def table(self, key: str) -> FormTable | None:
        """The table of that key, if the form has it."""
        return next((table for table in self.tables if table.key == key), None)

    def describe(self, cell: CellId) -> str:
        """A cell as reviewers name it: ``表三 （七）总计 · 自然人``."""
        table, row, column = self.figures[cell]
        return f"{table.name} {row.label} · {column.label}"
