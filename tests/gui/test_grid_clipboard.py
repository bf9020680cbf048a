"""Blocks to and from spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.forms.catalog import form
from reviewer.forms.layout import Layout, layout_of
from reviewer.review.model import Transcribe
from reviewer.window.grid.clipboard import (
    Corners,
    block_text,
    parse_block,
    plan_paste,
    without_labels,
)
from reviewer.window.grid.moves import Walk

REQUESTS = layout_of(form("2021"), "requests")
ACTIVE_2019 = layout_of(form("2019"), "active")
NEW = CellId("requests.new.natural_person")


def texts_of(layout: Layout) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text or str(cell.cell) for cell in layout.cells}


def nought(cell: CellId) -> str:
    return "0"


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", []),
        ("12", [["12"]]),
        ("12\r\n", [["12"]]),
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\t2\n3", [["1", "2"], ["3", ""]]),
        ('"1,408"\t１２', [["1,408", "１２"]]),
        ('"本年\n新公开数量"\t5', [["本年 新公开数量", "5"]]),
        (" 12 \t\u3000 0", [["12", "0"]]),
        ("\t\n\t", [["", ""], ["", ""]]),
    ],
)
def test_spreadsheet_text_becomes_cells(text: str, block: list[list[str]]) -> None:
    assert parse_block(text) == block


def test_a_quote_that_never_closes_costs_no_more_than_its_quoting() -> None:
    text = '"' + "1\t2\n" * 60_000
    assert parse_block(text)[1] == ["1", "2"]


@given(st.lists(st.lists(st.text("0123456789,.-／无"), min_size=2, max_size=4), min_size=1))
def test_any_block_comes_back_as_it_was_written(rows: list[list[str]]) -> None:
    width = max(len(row) for row in rows)
    target = io.StringIO()
    csv.writer(target, delimiter="\t", lineterminator="\r\n").writerows(rows)
    assert parse_block(target.getvalue()) == [row + [""] * (width - len(row)) for row in rows]


def test_labels_and_heads_that_were_copied_along_are_left_out() -> None:
    block = [["", "自然人", "商业企业"], ["一、新收", "1", "2"], ["", "3", "4"]]
    assert without_labels(block) == [["1", "2"], ["3", "4"]]
    assert without_labels([["1", "2"]]) == [["1", "2"]]
    assert without_labels([["本单位未制作规章"]]) == [["本单位未制作规章"]]
    assert without_labels([]) == []


def test_misread_figures_are_no_labels() -> None:
    block = [["l2", "O"], ["7", "8"]]
    assert without_labels(block) == block
    assert without_labels([["l2"], ["1"]]) == [["l2"], ["1"]]
    assert plan_paste(Walk(REQUESTS), NEW, block, nought).doubtful


def test_a_block_lands_on_the_figures_from_the_start_on() -> None:
    plan = plan_paste(Walk(REQUESTS), NEW, [["5", "6"], ["7", "0"]], nought)
    assert plan.edits == (
        Transcribe(cell=NEW, text="5"),
        Transcribe(cell=CellId("requests.new.business"), text="6"),
        Transcribe(cell=CellId("requests.carried_in.natural_person"), text="7"),
    )
    assert (plan.same, plan.lost, plan.words) == (1, 0, 0)
    assert not plan.doubtful


def test_what_does_not_fit_or_is_no_figure_is_told() -> None:
    last = CellId("requests.carried_out.other_org")
    plan = plan_paste(Walk(REQUESTS), last, [["1", "2", "3"], ["4", "5", "6"]], nought)
    assert [edit.cell for edit in plan.edits] == [last, "requests.carried_out.total"]
    assert plan.lost == 4
    assert plan.doubtful
    assert plan_paste(Walk(REQUESTS), NEW, [["1", "3/5"]], nought).words == 1


def test_a_missing_cell_takes_a_blank() -> None:
    plan = plan_paste(Walk(REQUESTS), NEW, [["", "0"]], lambda cell: None)
    assert [edit.text for edit in plan.edits] == ["", "0"]


def test_a_block_in_table_two_goes_from_figure_to_figure_not_from_grid_place_to_place() -> None:
    start = CellId("active.licence.previous_items")
    plan = plan_paste(Walk(ACTIVE_2019), start, [["82", "-7", "15"]], nought)
    assert [edit.cell for edit in plan.edits] == [
        "active.licence.previous_items",
        "active.licence.change",
        "active.licence.decisions",
    ]


def test_a_merged_cell_is_copied_once_where_it_begins() -> None:
    copied = block_text(REQUESTS, texts_of(REQUESTS), Corners(3, 0, 5, 4))
    rows = list(csv.reader(io.StringIO(copied), delimiter="\t"))
    assert rows[0] == ["一、本年新收政府信息公开申请数量", "", NEW, "requests.new.business"]
    assert rows[2][:2] == ["三、本年度办理结果", "（一）予以公开"]


def test_a_block_that_starts_inside_a_merged_cell_has_its_text() -> None:
    copied = block_text(REQUESTS, texts_of(REQUESTS), Corners(6, 0, 6, 3))
    assert copied.startswith("三、本年度办理结果\t")


def test_a_copied_block_of_table_two_has_no_empty_columns() -> None:
    rows = [cell.row for cell in ACTIVE_2019.cells if cell.cell == "active.licence.change"]
    copied = block_text(
        ACTIVE_2019, texts_of(ACTIVE_2019), Corners(rows[0], 1, rows[0], ACTIVE_2019.columns - 1)
    )
    assert len(copied.rstrip("\n").split("\t")) == 3


@pytest.mark.parametrize("key", ["requests", "disputes"])
@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_a_whole_table_copied_can_be_pasted_whole(form_id: str, key: str) -> None:
    layout = layout_of(form(form_id), key)
    texts = {(cell.row, cell.column): cell.text or "1" for cell in layout.cells}
    whole = Corners(0, 0, layout.rows - 1, layout.columns - 1)
    walk = Walk(layout)
    start = walk.rows[0][0].cell
    assert start is not None
    block = parse_block(block_text(layout, texts, whole))
    plan = plan_paste(walk, start, block, nought)
    assert len(plan.edits) == sum(len(row) for row in walk.rows)
    assert not plan.doubtful
