"""Tables fit the room there is, and stay readable where there is none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from reviewer.forms.catalog import form
from reviewer.forms.layout import Layout, Role, layout_of
from reviewer.window.grid.sizes import (
    MARK_ROOM,
    PAD,
    Sizes,
    head_lines,
    is_short_head,
    sizes_of,
    stands_upright,
    text_height,
    wants_of,
)
from reviewer.window.look import fonts
from reviewer.window.look.fonts import Metrics

LAYOUTS = [
    pytest.param(layout_of(form(form_id), key), id=f"{form_id}-{key}")
    for form_id in ("2019", "2021")
    for key in ("active", "requests", "disputes")
]


@pytest.fixture(autouse=True)
def font(qtbot: QtBot) -> None:
    fonts.use_size(10.0)


def measured(layout: Layout, width: int, height: int, figure: str = "128") -> Sizes:
    """Sizes with a figure in the first column of figures and noughts in all others."""
    metrics = Metrics(fonts.ui_font(0.92))
    figures = {
        place.cell: metrics.width(figure if place.column == layout.label_columns else "0")
        + MARK_ROOM
        + PAD
        for place in layout.cells
        if place.cell is not None
    }
    return sizes_of(wants_of(layout, metrics, figures), QSize(width, height))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("width", [690, 900, 1100])
def test_columns_spread_over_the_whole_width(layout: Layout, width: int) -> None:
    sizes = measured(layout, width, 600)
    assert sum(sizes.columns) == width
    assert len(sizes.columns) == layout.columns
    figures = sizes.columns[layout.label_columns :]
    assert max(figures) - min(figures) <= 1


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_the_whole_of_table_three_fits_where_it_has_to(form_id: str) -> None:
    layout = layout_of(form(form_id), "requests")
    sizes = measured(layout, 664, 506)
    assert sum(sizes.rows) <= 506
    assert sum(sizes.columns) <= 664


def test_rows_grow_with_the_room_but_not_without_end() -> None:
    layout = layout_of(form("2021"), "requests")
    small, large, huge = (measured(layout, 690, height) for height in (500, 700, 4000))
    assert sum(small.rows) < sum(large.rows) <= 700
    assert max(huge.rows[3:]) <= 2 * max(small.rows[3:])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_heads_are_seen_whole(layout: Layout) -> None:
    metrics = Metrics(fonts.ui_font(0.92))
    sizes = measured(layout, 690, 500)
    for cell in layout.cells:
        if cell.role is Role.HEAD and cell.column >= layout.label_columns:
            width = sum(sizes.columns[cell.column : cell.column + cell.column_span])
            height = sum(sizes.rows[cell.row : cell.row + cell.row_span])
            needed = text_height(cell.text, width - 4, metrics)
            assert height >= min(needed, metrics.height() * 5) - metrics.leading() - 3


def test_too_little_room_makes_the_grid_larger_than_the_room() -> None:
    sizes = measured(layout_of(form("2021"), "requests"), 300, 200)
    assert sum(sizes.columns) > 300
    assert sum(sizes.rows) > 200
    assert min(sizes.columns) > 15
    assert min(sizes.rows) > 12


def test_where_room_is_scarce_only_the_column_with_large_figures_is_wide() -> None:
    layout = layout_of(form("2021"), "requests")
    sizes = measured(layout, 460, 500, "1234567")
    first, *others = sizes.columns[layout.label_columns :]
    assert sum(sizes.columns) == 460
    assert first >= Metrics(fonts.ui_font(0.92)).width("1234567") + MARK_ROOM
    assert max(others) < first


def test_an_empty_layout_has_no_sizes() -> None:
    empty = Layout(rows=0, columns=0, head_rows=0, label_columns=0, cells=())
    assert measured(empty, 500, 500) == Sizes((), ())


@pytest.mark.parametrize(
    ("text", "per_line", "lines"),
    [
        ("其他", 4, ["其他"]),
        ("商业企业", 3, ["商业", "企业"]),
        ("社会公益组织", 3, ["社会", "公益", "组织"]),
        ("社会公益组织", 4, ["社会公益", "组织"]),
        ("法律服务机构", 5, ["法律服务", "机构"]),
        ("自然人", 2, ["自然", "人"]),
        ("商业企业", 1, ["商业", "企业"]),
    ],
)
def test_heads_break_between_words(text: str, per_line: int, lines: list[str]) -> None:
    assert head_lines(text, per_line) == lines


def test_long_heads_wrap_as_prose() -> None:
    assert not is_short_head("本年收费金额（单位：万元）")
    assert is_short_head("法律服务机构")


def test_only_the_outer_heading_of_table_three_stands_upright() -> None:
    layout = layout_of(form("2021"), "requests")
    upright = [cell.text for cell in layout.cells if stands_upright(layout, cell)]
    assert upright == ["三、本年度办理结果"]
