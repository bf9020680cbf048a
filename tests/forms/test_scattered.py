"""Rows read from lines of a page: doubted where their figures are no row, or a line is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.base import CellId, cell_id
from reviewer.document.model import Document, Origin, PageBox, PageSize, Paragraph, Span, TextPlace
from reviewer.forms.catalog import form as form_of
from reviewer.forms.doubts.scattered import scattered
from reviewer.forms.report import Kind, Reading
from tests.forms.readings import read_of

FORM = form_of("2021")
ORIGIN = Origin(path="", format="pdf", encoding=None, sha256="0" * 64, size=1)
LABEL = "行 "
TAKEN = "0 1 2 3 4 5 6"


def row_of(start: int, top: float, row: str) -> list[Reading]:
    """The readings of a row whose line begins at a place in the text."""
    table = FORM.table("requests")
    assert table is not None
    found = []
    for place, column in enumerate(table.blocks[0].columns):
        at = start + len(LABEL) + 2 * place
        box = PageBox(
            page=1, x0=100.0 + 30 * place, y0=top, x1=105.0 + 30 * place, y1=top + 9,
            span=Span(start=at, end=at + 1),
        )  # fmt: skip
        cell = cell_id("requests", row, column.key)
        found.append(
            Reading(
                cell=cell, printed=str(place), kind=Kind.NUMBER, number=place, place=box, sure=True
            )
        )
    return found


def page(
    left_out: str = "", *, edges: bool = True, higher: float = 0.0
) -> tuple[Document, list[Reading]]:
    """A page with a line for each row of table three, and one that no row takes."""
    table = FORM.table("requests")
    assert table is not None
    text, blocks, readings = "", [], []
    rows = [row.key for row in table.blocks[0].rows]
    for number, row in enumerate([*rows[:9], "", *rows[9:]]):
        line = LABEL + TAKEN if row else left_out
        top, start = 100.0 + 20 * number - (0.0 if row else higher), len(text)
        text += line + "\n"
        span = Span(start=start, end=start + len(line))
        box = PageBox(page=1, x0=50.0, y0=top, x1=400.0, y1=top + 9, span=span)
        known = tuple(50.0 + at for at in range(len(line) + 1)) if edges else ()
        blocks.append(Paragraph(place=box, edges=known))
        readings += row_of(start, top, row) if row else []
    others = [
        Reading(cell=cell, kind=Kind.MISSING, sure=False)
        for cell in FORM.figures
        if not cell.startswith("requests.")
    ]
    size = PageSize(width=595.0, height=842.0)
    document = Document(origin=ORIGIN, text=text, blocks=tuple(blocks), pages=(size,))
    return document, [*readings, *others]


def doubted(document: Document, readings: list[Reading]) -> set[CellId]:
    doubts = scattered(read_of(FORM, readings, document))
    return {one.cell for one in readings if one.sure and one.cell in doubts}


@pytest.mark.parametrize("left_out", ["", "（三）不予公开", "第 2 页", "4 3"])
def test_rows_of_lines_are_not_doubted(left_out: str) -> None:
    assert doubted(*page(left_out)) == set()


@pytest.mark.parametrize("left_out", ["处理的 0 0 / 0 2 2", "— 1 2"])
def test_a_line_of_figures_that_no_row_takes_makes_the_table_doubted(left_out: str) -> None:
    document, readings = page(left_out)
    assert doubted(document, readings) == {one.cell for one in readings if one.sure}


@pytest.mark.parametrize("by", [{"y0": 12.0, "y1": 12.0}, {"x0": -300.0, "x1": -300.0}])
def test_a_figure_beside_its_row_makes_the_row_doubted(by: dict[str, float]) -> None:
    document, readings = page()
    last = next(at for at, one in enumerate(readings) if one.cell == "requests.new.total")
    box = readings[last].place
    assert isinstance(box, PageBox)
    place = replace(box, **{key: getattr(box, key) + far for key, far in by.items()})
    readings[last] = readings[last].model_copy(update={"place": place})
    row = {one.cell for one in readings if one.cell.startswith("requests.new.")}
    assert doubted(document, readings) == row


@pytest.mark.parametrize(("rest", "are_doubted"), [("4 3", True), ("第 3 页", False)])
def test_the_rest_of_numbers_right_below_a_row_makes_it_doubted(
    rest: str, are_doubted: bool
) -> None:
    document, readings = page(rest, higher=8.0)
    table = FORM.table("requests")
    assert table is not None
    key = table.blocks[0].rows[8].key
    row = {one.cell for one in readings if one.cell.startswith(f"requests.{key}.")}
    assert doubted(document, readings) == (row if are_doubted else set())


def test_a_blank_that_is_no_cell_makes_its_row_doubted() -> None:
    document, readings = page()
    at = next(at for at, one in enumerate(readings) if one.cell == "requests.new.business")
    place = TextPlace(span=Span(start=2, end=2))
    readings[at] = readings[at].model_copy(update={"place": place, "printed": ""})
    row = {one.cell for one in readings if one.cell.startswith("requests.new.")}
    assert doubted(document, readings) == row


def test_cells_of_tables_are_where_their_rules_are() -> None:
    assert doubted(*page("0 1 2", edges=False)) == set()
