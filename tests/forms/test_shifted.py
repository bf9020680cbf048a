"""A row that lost a cell is not relied on; a forgotten total and blank noughts are no such row."""

from __future__ import annotations

import pytest

from reviewer.base import CellId, cell_id
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.doubts.shifted import shifted_rows
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind, Reading
from tests.forms.readings import read_of
from tests.layouts import Faults, make_figures, render

FORM = form_of("2021")
EMPTY = "0 0 0 0 0 0 0"


def _row(table: str, row: str, printed: str) -> dict[CellId, Reading]:
    """Readings of a row; ``_`` stands for a blank."""
    found = FORM.table(table)
    assert found is not None
    keys = [column.key for column in found.blocks[0].columns]
    cells = [cell_id(table, row, key) for key in keys]
    return {
        cell: Reading(cell=cell, printed="", kind=Kind.BLANK)
        if text == "_"
        else Reading(cell=cell, printed=text, kind=Kind.NUMBER, number=int(text))
        for cell, text in zip(cells, printed.split(), strict=True)
    }


def _doubted(*rows: tuple[str, str, str], others: str = EMPTY) -> set[str]:
    """The rows doubted of a report whose other rows of table three are all alike."""
    readings = {cell: Reading(cell=cell, sure=False) for cell in FORM.figures}
    requests = FORM.table("requests")
    assert requests is not None
    for row in requests.blocks[0].rows:
        readings |= _row("requests", row.key, others)
    for printed in rows:
        readings |= _row(*printed)
    return {cell.rpartition(".")[0] for cell in shifted_rows(read_of(FORM, readings.values()))}


NEW = ("requests", "new", "6 0 0 0 0 3 9")
TOTAL = ("requests", "total", "6 0 0 0 0 3 9")


@pytest.mark.parametrize("row", ["6 0 0 0 3 9 _", "6 0 0 0 0 9 _", "0 0 0 0 3 9 _"])
def test_a_row_that_slid_to_the_left_is_doubted(row: str) -> None:
    assert _doubted(NEW, TOTAL, ("requests", "granted", row)) == {"requests.granted"}


def test_a_row_of_noughts_that_slid_is_doubted() -> None:
    row = ("requests", "granted", "0 0 0 0 0 0 _")
    assert _doubted(row) == {"requests.granted"}
    assert _doubted(row, others="0 _ 0 0 0 0 0") == set()
    assert _doubted(row, others="0 0 0 0 0 0 _") == set()


def test_a_row_of_table_two_that_ends_in_the_only_blanks_is_doubted() -> None:
    ending = ("active", "regulation", "0 7 _")
    assert _doubted(ending) == {"active.regulation"}
    assert _doubted(("active", "regulation", "0 _ 7")) == set()
    assert _doubted(ending, others="0 _ 0 0 0 0 0") == set()


def test_a_row_that_slid_is_doubted_where_no_total_is_printed() -> None:
    readings = {cell: Reading(cell=cell, sure=False) for cell in FORM.figures}
    for key in [row.key for row in FORM.tables[1].blocks[0].rows]:
        text = {"new": "6 0 0 0 0 3 _", "total": "0 0 0 0 3 _ _"}.get(key, "0 0 0 0 0 0 _")
        row = _row("requests", key, text)
        readings |= {cell: one for cell, one in row.items() if not cell.endswith(".total")}
    doubted = {cell.rpartition(".")[0] for cell in shifted_rows(read_of(FORM, readings.values()))}
    assert doubted == {"requests.total"}


def test_of_a_line_of_noughts_the_last_groups_may_have_slid() -> None:
    rows = [
        ("disputes", "reconsideration", "0 0 0 0 0"),
        ("disputes", "direct_lawsuit", "1 0 0 1 2"),
    ]
    line = [*rows, ("disputes", "lawsuit_after_reconsideration", "0 0 0 0 _")]
    assert _doubted(*line) == {"disputes.lawsuit_after_reconsideration"}


@pytest.mark.parametrize("row", ["6 0 0 0 0 3 _", "6 _ _ _ _ 3 _"])
def test_a_forgotten_total_is_no_lost_cell(row: str) -> None:
    assert _doubted(NEW, TOTAL, ("requests", "granted", row)) == set()


def test_figures_that_the_columns_bear_out_stand_where_they_should() -> None:
    equal = "3 0 0 0 0 3"
    new, total = ("requests", "new", f"{equal} 6"), ("requests", "total", f"{equal} 6")
    assert _doubted(new, total, ("requests", "granted", f"{equal} _")) == set()


@pytest.mark.parametrize(
    ("groups", "moved"),
    [
        (("2 0 0 22 16", "9 2 8 35 19", "14 18 20 71 _"), True),
        (("2 20 0 0 22", "16 9 2 8 35", "19 18 20 71 _"), True),
        (("2 20 0 0 22", "16 9 2 8 35", "19 14 18 20 _"), False),
        (("2 20 0 0 _", "16 9 2 8 _", "19 14 18 20 _"), False),
    ],
)
def test_a_line_of_table_four_that_slid_is_doubted(groups: tuple[str, ...], moved: bool) -> None:
    disputes = FORM.table("disputes")
    assert disputes is not None
    keys = [row.key for row in disputes.blocks[0].rows]
    rows = [("disputes", key, text) for key, text in zip(keys, groups, strict=True)]
    assert _doubted(*rows) == ({f"disputes.{key}" for key in keys} if moved else set())


@pytest.mark.parametrize("faults", [Faults(blank_total_column=True), Faults(blanks_for_zeros=True)])
@pytest.mark.parametrize("seed", range(6))
def test_blank_noughts_and_a_blank_column_are_not_doubted(faults: Faults, seed: int) -> None:
    text = render(make_figures("2021", seed), "2021", "pipe", faults).text
    report = read_report(open_text(text))
    assert not any("左移" in (one.doubt or "") for one in report.readings)
