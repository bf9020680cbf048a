"""The keys walk over every figure, whatever cells are merged."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.forms.catalog import form
from reviewer.forms.layout import Layout, LayoutCell, Role, layout_of
from reviewer.window.grid.moves import Move, Walk, heads_over, line_of

LAYOUTS = [
    pytest.param(layout_of(form(form_id), key), id=f"{form_id}-{key}")
    for form_id in ("2019", "2021")
    for key in ("active", "requests", "disputes")
]
ACTIVE = layout_of(form("2019"), "active")
REQUESTS = layout_of(form("2021"), "requests")


def place(layout: Layout, text: str) -> LayoutCell:
    return next(cell for cell in layout.cells if cell.text == text)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_tab_goes_through_every_figure_once_and_then_leaves(layout: Layout) -> None:
    walk = Walk(layout)
    seen: list[CellId | None] = []
    now = walk.step(None, Move.MoveNext)
    while now is not None:
        seen.append(now.cell)
        now = walk.step(now.cell, Move.MoveNext)
    assert seen == [cell.cell for row in walk.rows for cell in row]
    assert len(seen) == sum(1 for cell in layout.cells if cell.role is Role.FIGURE)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("move", [Move.MoveUp, Move.MoveDown, Move.MoveLeft, Move.MoveRight])
def test_arrows_lead_to_figures_and_stop_at_the_edge(layout: Layout, move: Move) -> None:
    walk = Walk(layout)
    for row in walk.rows:
        now = row[len(row) // 2]
        for _ in range(40):
            following = walk.step(now.cell, move)
            assert following is not None
            assert following.role is Role.FIGURE
            now = following
        assert walk.step(now.cell, move) == now


def test_down_stays_under_the_figure_it_came_from() -> None:
    walk = Walk(ACTIVE)
    under = walk.step(CellId("active.regulation.disclosed_total"), Move.MoveDown)
    assert under is not None
    assert under.cell == "active.normative_document.disclosed_total"
    wide = walk.step(CellId("active.coercion.decisions"), Move.MoveDown)
    assert wide is not None
    assert wide.cell == "active.fee.change"


def test_home_end_and_page_keys() -> None:
    walk = Walk(REQUESTS)
    middle = CellId("requests.granted.research")
    home, end = walk.step(middle, Move.MoveHome), walk.step(middle, Move.MoveEnd)
    assert home is not None
    assert end is not None
    assert (home.cell, end.cell) == ("requests.granted.natural_person", "requests.granted.total")
    page = walk.step(middle, Move.MovePageDown)
    assert page is not None
    assert page.row == place_of(middle).row + 10
    first, last = walk.corner(last=False), walk.corner(last=True)
    assert first is not None
    assert last is not None
    assert (first.cell, last.cell) == ("requests.new.natural_person", "requests.carried_out.total")


def place_of(cell: CellId) -> LayoutCell:
    return next(one for one in REQUESTS.cells if one.cell == cell)


def test_a_label_selects_its_rows_and_a_head_its_columns() -> None:
    refused = place(REQUESTS, "（三）不予公开")
    top, left, bottom, right = line_of(REQUESTS, refused)
    assert bottom - top + 1 == 8
    assert (left, right) == (1, REQUESTS.columns - 1)
    organisations = place(REQUESTS, "法人或其他组织")
    top, left, bottom, right = line_of(REQUESTS, organisations)
    assert (top, bottom) == (1, REQUESTS.rows - 1)
    assert right - left + 1 == 5


def test_the_corner_selects_everything() -> None:
    corner = next(cell for cell in REQUESTS.cells if cell.row_span == 3)
    assert line_of(REQUESTS, corner) == (0, 0, REQUESTS.rows - 1, REQUESTS.columns - 1)


def test_a_caption_selects_its_article_only() -> None:
    caption = place(ACTIVE, "第二十条第（五）项")
    top, left, bottom, right = line_of(ACTIVE, caption)
    assert top == caption.row
    assert place(ACTIVE, "第二十条第（六）项").row == bottom + 1
    assert (left, right) == (0, ACTIVE.columns - 1)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_figure_has_a_head_over_it(layout: Layout) -> None:
    at = layout.at()
    for cell in layout.cells:
        if cell.role is Role.FIGURE:
            roles = [at[anchor].role for anchor in heads_over(layout, cell)]
            assert Role.HEAD in roles
            assert (Role.LABEL in roles) == (layout.label_columns > 0)


def test_the_head_of_its_own_article_stands_over_a_figure() -> None:
    figure = next(cell for cell in ACTIVE.cells if cell.cell == "active.fee.change")
    heads = {ACTIVE.at()[anchor].text for anchor in heads_over(ACTIVE, figure)}
    assert heads == {"行政事业性收费", "本年增/减"}
