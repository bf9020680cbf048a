"""Chooses a figure by the form's own words, for those who do not know the keys that rules use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.base import CellId
from reviewer.forms.catalog import forms
from reviewer.forms.model import Column, Form, FormTable, Row

_WIDTH = 28
"""At most this many characters of a label are shown."""

Placed = tuple[CellId, tuple[FormTable, Row, Column]]


class FiguresMenu(QMenu):
    """Forms, the newest first, their tables, rows and columns.

    Attributes:
        chosen: The CellId of a figure.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("figuresMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for form in reversed(forms().values()):
            if form.tables:
                menu = self.addMenu(self.tr("{} 格式").format(form.id))
                menu.aboutToShow.connect(partial(self._fill_form, menu, form))

    def _fill_form(self, menu: QMenu, form: Form) -> None:
        if menu.isEmpty():
            for table in form.tables:
                below = menu.addMenu(_short(f"{table.name} {table.title}"))
                placed = [one for one in form.figures.items() if one[1][0] is table]
                below.aboutToShow.connect(partial(self._fill_table, below, placed))

    def _fill_table(self, menu: QMenu, placed: Sequence[Placed]) -> None:
        if menu.isEmpty():
            under: dict[tuple[str, ...], QMenu] = {(): menu}
            for _, row in groupby(placed, key=lambda one: id(one[1][1])):
                cells = list(row)
                self._add_row(_below(under, cells[0][1][1].headings), cells)

    def _add_row(self, menu: QMenu, cells: Sequence[Placed]) -> None:
        """A row with its columns; one that has a single figure stands for it."""
        _, (_, row, _) = cells[0]
        below = menu.addMenu(_short(row.label)) if len(cells) > 1 else menu
        for cell, (_, _, column) in cells:
            label = _short(column.label if below is not menu else row.label)
            below.addAction(f"{label}\t{cell}", partial(self.chosen.emit, str(cell)))


def _below(under: dict[tuple[str, ...], QMenu], headings: tuple[str, ...]) -> QMenu:
    """The menu of what stands under some headings, made with those above it if need be."""
    if headings not in under:
        under[headings] = _below(under, headings[:-1]).addMenu(_short(headings[-1]))
    return under[headings]


def _short(label: str) -> str:
    words = label if len(label) <= _WIDTH else f"{label[: _WIDTH - 1]}…"
    return words.replace("&", "&&")
