"""Doubts of place are lifted by a table that is whole, in rows and columns, and adds up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reviewer.base import CellId, cell_id
from reviewer.document.looks import STRUCK, UNRULED
from reviewer.document.model import PageBox, Span
from reviewer.forms.aligning.alignment import Method
from reviewer.forms.catalog import form as form_of
from reviewer.forms.doubts.confirming import confirmed
from reviewer.forms.report import Kind, Reading
from tests.forms.readings import read_of
from tests.layouts import make_figures

FORM = form_of("2021")
Cells = dict[CellId, Reading]
NEW, CARRIED = (cell_id("requests", row, "business") for row in ("new", "carried_in"))
TOTAL = cell_id("requests", "new", "total")


def cells(doubt: str = UNRULED) -> Cells:
    """Table three on two pages, all of it doubted."""
    table = FORM.table("requests")
    assert table is not None
    figures = make_figures("2021", 7)
    (block,) = table.blocks
    found: Cells = {}
    for line, row in enumerate(block.rows):
        for place, column in enumerate(block.columns):
            cell = cell_id("requests", row.key, column.key)
            page, top = 1 + line // 20, 100.0 + 20 * (line % 20)
            span = Span(start=0, end=1)
            box = PageBox(
                page=page, x0=200.0 + 40 * place, y0=top, x1=210.0 + 40 * place, y1=top + 9,
                span=span,
            )  # fmt: skip
            found[cell] = Reading(
                cell=cell, printed=figures[cell], kind=Kind.NUMBER, number=int(figures[cell]),
                place=box, sure=False, doubt=doubt,
            )  # fmt: skip
    return found


def unsure(held: Cells) -> set[CellId]:
    return {one.cell for one in confirmed(read_of(FORM, held.values())) if not one.sure}


@pytest.mark.parametrize("doubt", [UNRULED, Method.LOST.value, f"{Method.EXTRA.value}；{UNRULED}"])
def test_a_whole_table_that_adds_up_is_sure(doubt: str) -> None:
    found = confirmed(read_of(FORM, cells(doubt).values()))
    assert [one.doubt for one in found if one.doubt or not one.sure] == []


def moved(cell: CellId, **by: float) -> Callable[[Cells], None]:
    def move(held: Cells) -> None:
        box = held[cell].place
        assert isinstance(box, PageBox)
        place = replace(box, **{key: getattr(box, key) + far for key, far in by.items()})
        held[cell] = held[cell].model_copy(update={"place": place})

    return move


def blank(held: Cells) -> None:
    held[NEW] = held[NEW].model_copy(update={"kind": Kind.BLANK, "number": None, "printed": ""})


def exchanged(held: Cells) -> None:
    one, other = held[NEW], held[CARRIED]
    held[NEW] = one.model_copy(update={"place": other.place})
    held[CARRIED] = other.model_copy(update={"place": one.place})


@pytest.mark.parametrize(
    "spoil",
    [
        blank,
        exchanged,
        moved(NEW, y0=12.0, y1=12.0),
        moved(NEW, x0=45.0, x1=45.0),
        moved(NEW, page=1),
    ],
)
def test_a_figure_out_of_its_place_leaves_the_table_doubted(spoil: Callable[[Cells], None]) -> None:
    held = cells()
    spoil(held)
    assert unsure(held) == set(held)


def test_sums_that_fail_stay_doubted_and_no_other() -> None:
    held = cells()
    number = held[TOTAL].number
    assert number is not None
    held[TOTAL] = held[TOTAL].model_copy(update={"number": number + 1})
    row = {cell for cell in held if cell.startswith("requests.new.")}
    totals = {cell for cell in held if cell.endswith(".total")}
    assert row <= unsure(held) <= row | totals


def test_other_doubts_are_not_lifted() -> None:
    held = cells()
    held[NEW] = held[NEW].model_copy(update={"doubt": f"{UNRULED}；{STRUCK}"})
    assert unsure(held) == {NEW}
