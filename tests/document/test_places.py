"""Places: in which cell of a sheet or where on which page a text stands."""

from __future__ import annotations

import pytest

from reviewer.document.composing import Box, Cell, Grid, Passage, compose
from reviewer.document.model import Document, PageBox, Place, SheetCell, Span, TextPlace
from tests.document.reading import origin_of

LEFT, RIGHT, BELOW = Box(1, 10, 20, 50, 30), Box(1, 50, 20, 90, 30), Box(2, 10, 5, 70, 15)


def _document() -> Document:
    cells = (
        Cell(0, 0, "规章", box=LEFT),
        Cell(0, 1, "", box=RIGHT),
        Cell(0, 2, "12", box=RIGHT),
    )
    passage = Passage((("一、总体", LEFT), ("情况", BELOW)))
    on_sheet = Grid((Cell(0, 0, "34", ref="B7"),), sheet="表三")
    return compose([passage, Grid(cells), on_sheet, "别的"], origin_of(b"", "pdf"))


def _place(text: str) -> Place:
    document = _document()
    start = document.text.index(text)
    return document.place_of(Span(start=start, end=start + len(text)))


@pytest.mark.parametrize(
    ("text", "box"),
    [("总", LEFT), ("情况", BELOW), ("规章", LEFT), ("2", RIGHT), ("体情", LEFT)],
)
def test_a_text_stands_in_the_box_of_its_line_or_cell(text: str, box: Box) -> None:
    place = _place(text)
    assert place == box.holding(place.span)


def test_a_text_over_several_cells_stands_in_the_box_around_them() -> None:
    assert _place("规章\t\t12") == Box(1, 10, 20, 90, 30).holding(_place("规章\t\t12").span)


def test_a_blank_cell_has_its_own_box() -> None:
    document = _document()
    behind = document.text.index("规章") + 3
    assert document.box_of(Span(start=behind, end=behind)) == RIGHT.holding(
        Span(start=behind, end=behind)
    )


def test_sheets_name_the_cell_and_text_only_itself() -> None:
    assert _place("3") == SheetCell(sheet="表三", ref="B7", span=_place("3").span)
    assert isinstance(_place("别"), TextPlace)
    assert _document().box_of(_place("别").span) is None
    assert not isinstance(_place("3"), PageBox)


def test_a_figure_in_a_line_has_a_box_of_its_own() -> None:
    passage = Passage((("规章 3", LEFT), ("条", BELOW)), edges=((10, 20, 30, 40, 50), ()))
    document = compose([passage], origin_of(b"", "pdf"))
    assert document.box_of(Span(start=3, end=4)) == Box(1, 40, 20, 50, 30).holding(
        Span(start=3, end=4)
    )
    assert document.box_of(Span(start=0, end=2)) == Box(1, 10, 20, 30, 30).holding(
        Span(start=0, end=2)
    )
    assert document.box_of(Span(start=3, end=5)) == Box(1, 40, 20, 50, 30).holding(
        Span(start=3, end=5)
    )
