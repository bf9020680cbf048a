"""Composed documents: text, lines and the place of every cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.document.composing import Cell, Grid, compose
from reviewer.document.model import Origin, SheetCell
from reviewer.errors import EmptyError, TooLargeError
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import layout_of
from reviewer.forms.reading import read_report
from tests.document.reading import tables_of
from tests.layouts import make_figures

ORIGIN = Origin(path="", format="docx", encoding=None, sha256="0" * 64, size=0)
WORDS = st.text(alphabet="甲乙丙 0123\t\n", max_size=6)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=4), WORDS)
def test_every_cell_is_found_where_its_place_says(rows: list[list[str]], before: str) -> None:
    cells = tuple(
        Cell(row, column, text) for row, line in enumerate(rows) for column, text in enumerate(line)
    )
    document = compose([before.replace("\t", " "), Grid(cells), "末"], ORIGIN)
    (table,) = tables_of(document)
    for cell in cells:
        found = table.grid[cell.row, cell.column]
        assert document.at(found.place.span).split() == cell.text.split()
    assert document.at(table.place.span).count("\n") == len(rows)


def test_covered_places_are_empty_and_belong_to_their_anchor() -> None:
    grid = Grid((Cell(0, 0, "甲", row_span=2), Cell(0, 1, "乙", column_span=2), Cell(1, 1, "1"),
                 Cell(1, 2, "2")))  # fmt: skip
    document = compose([grid], ORIGIN)
    assert document.text == "甲\t乙\t\n\t1\t2\n"
    (table,) = tables_of(document)
    assert table.grid[1, 0] is table.grid[0, 0]
    assert table.grid[0, 2] is table.grid[0, 1]


def test_nothing_but_blanks_is_refused() -> None:
    with pytest.raises(EmptyError):
        compose(["\u3000", Grid((Cell(0, 0, " "),))], ORIGIN)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(4))
def test_reports_are_read_from_composed_tables(form_id: str, seed: int) -> None:
    figures = make_figures(form_id, seed)
    blank = seed % 2 == 1
    if blank:
        figures[CellId("disputes.reconsideration.upheld")] = ""
    form = form_of(form_id)
    items: list[str | Grid] = ["云岭县石桥镇人民政府2022年政府信息公开工作年度报告"]
    for number, table in zip("二三四", form.tables, strict=True):
        items.append(f"{number}、{table.title}")
        layout = layout_of(form, table.key)
        items.append(
            Grid(
                tuple(
                    Cell(
                        cell.row,
                        cell.column,
                        figures[cell.cell] if cell.cell else cell.text,
                        cell.row_span,
                        cell.column_span,
                    )
                    for cell in layout.cells
                )
            )
        )
    items.append("五、存在的主要问题及改进情况")
    report = read_report(compose(items, ORIGIN))
    assert {cell: reading.printed for cell, reading in report.by_cell.items()} == figures
    assert blank or all(reading.sure for reading in report.readings)


def test_cells_of_a_sheet_keep_their_names() -> None:
    cells = (Cell(0, 0, "甲", ref="B2"), Cell(0, 1, "1", ref="C2"))
    document = compose([Grid(cells, sheet="表二")], ORIGIN)
    (table,) = tables_of(document)
    for cell in table.cells:
        assert isinstance(cell.place, SheetCell)
        assert cell.place.sheet == "表二"
    assert [document.at(cell.place.span) for cell in table.cells] == ["甲", "1"]
    assert isinstance(table.cells[1].place, SheetCell)
    assert table.cells[1].place.ref == "C2"


def test_tables_of_a_million_places_are_refused() -> None:
    with pytest.raises(TooLargeError):
        compose([Grid((Cell(0, 0, "甲", row_span=2000, column_span=1000),))], ORIGIN)


def test_what_nobody_sees_is_no_text() -> None:
    unseen = "\u00ad\u200b\u200e\u202c\u2060\ufeff"
    cells = (Cell(0, 0, f"甲{unseen}乙"), Cell(0, 1, unseen.join(" 12")), Cell(0, 2, unseen))
    document = compose([f"正{unseen}文", Grid(cells)], ORIGIN)
    assert document.text == "正文\n甲乙\t12\t\n"
