"""Rows whose cells stand beside their heads: never read for sure, in any format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

import pytest

from reviewer.base import CellId
from reviewer.document.composing import Cell, Grid, compose
from reviewer.document.model import Document, Origin, Table
from reviewer.document.opening import open_html
from reviewer.document.ragged import RAGGED, ragged_rows
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import layout_of
from reviewer.forms.reading import read_report
from tests.document.pages import article, bare
from tests.document.reading import read_as
from tests.layouts import make_figures
from tests.writers.docx import cell, docx, paragraph, row, run, table

ORIGIN = Origin(path="", format="docx", encoding=None, sha256="0" * 64, size=0)


_read = partial(read_as, "docx")


def _sure_and_wrong(document: Document, figures: Mapping[CellId, str]) -> list[CellId]:
    readings = read_report(document).by_cell
    return [
        key
        for key, one in readings.items()
        if one.sure and (one.printed or "").strip() != figures[key].strip()
    ]


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("key", ["active", "requests", "disputes"])
def test_no_row_of_a_form_is_ragged(form_id: str, key: str) -> None:
    layout = layout_of(form_of(form_id), key)
    places = [(one.row, one.column, one.row_span, one.column_span) for one in layout.cells]
    assert not ragged_rows(places)


def test_rows_under_a_head_that_covers_too_much() -> None:
    head = [(0, 0, 2, 3), (0, 3, 1, 6), (0, 9, 2, 1), (1, 3, 1, 1), (1, 4, 1, 5)]
    figures = [(row, column, 1, 1) for row in range(2, 6) for column in range(9)]
    assert ragged_rows([*head, *figures]) == {2, 3, 4, 5}
    assert not ragged_rows([*head, *[(row, 9, 1, 1) for row in range(2, 6)], *figures])


def test_figures_that_are_parted_otherwise_than_the_heads_above() -> None:
    head = [(0, 0, 1, 1), (0, 1, 1, 2), (0, 3, 1, 2)]
    assert ragged_rows([*head, (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)]) == {1}
    moved = [(0, 0, 1, 3), (0, 3, 1, 1), (0, 4, 1, 1), (0, 5, 1, 1)]
    assert not ragged_rows([*moved, *[(1, column, 1, 1) for column in range(4)]])


@pytest.mark.parametrize("wrong", ["4", "6"])
def test_a_head_of_a_page_that_covers_other_columns_makes_no_figure_wrong(wrong: str) -> None:
    figures = make_figures("2021", 4)
    page = bare(article(figures, "2021"))
    broken = re.sub(r'colspan="?5"?', f'colspan="{wrong}"', page)
    assert broken != page
    assert not _sure_and_wrong(open_html(broken), figures)


def test_the_whole_row_is_doubted() -> None:
    head = [Cell(0, 0, "甲", column_span=4), *[Cell(0, at, "头") for at in (4, 5, 6)]]
    rows = [Cell(at, column, "1") for at in (1, 2, 3) for column in range(6)]
    document = compose([Grid((*head, *rows))], ORIGIN)
    assert [document.at(one.span) for one in document.doubts] == ["1\t1\t1\t1\t1\t1\t"] * 3
    assert {one.reason for one in document.doubts} == {RAGGED}


def _wide(text: str, width: int, more: str = "") -> str:
    return cell(paragraph(run(text)), f'<w:tcW w:w="{width}" w:type="dxa"/>{more}')


def test_word_goes_by_the_widths_where_spans_contradict_each_other() -> None:
    rows = [
        row([_wide("甲", 3000, '<w:gridSpan w:val="2"/>'), _wide("头", 1000), _wide("尾", 1000)]),
        row([_wide("乙", 3000), _wide("1", 1000), _wide("2", 1010)]),
    ]
    document = _read(docx(table(rows)))
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    columns = {document.at(one.place.span): one.column for one in found.cells}
    assert columns == {"甲": 0, "头": 1, "尾": 2, "乙": 0, "1": 1, "2": 2}
    assert {one.reason for one in document.doubts} == {RAGGED}


def test_figures_in_a_row_within_a_wide_cell_stand_in_its_columns() -> None:
    def nested(texts: str) -> str:
        return table([row([cell(paragraph(run(text))) for text in texts])]) + paragraph()

    wide = cell(nested("123"), '<w:gridSpan w:val="3"/>')
    plain = [cell(paragraph(run(text))) for text in "行456"]
    document = _read(docx(table([row(plain), row([cell(paragraph(run("列"))), wide])])))
    assert document.text == "行\t4\t5\t6\n列\t1\t2\t3\n"
    assert not document.doubts
    fewer = cell(nested("12"), '<w:gridSpan w:val="3"/>')
    doubted = _read(docx(table([row(plain), row([cell(paragraph(run("列"))), fewer])])))
    assert [doubted.at(one.span) for one in doubted.doubts] == ["1 2\t\t", "列\t1 2\t\t"]


ROW = re.compile(r"<tr[^>]*>(?:(?!</tr>).)*</tr>", re.S)
CELL = re.compile(r"<td[^>]*>(?:(?!</td>).)*</td>", re.S)


def _nested(line: str, kept: int) -> str:
    """A row of a page with its last figures in a table of their own; ``kept`` of them stay."""
    cells = CELL.findall(line)
    if len(cells) < 8 or not all(re.search(r">\s*\d+\s*<", one) for one in cells[-7:]):
        return line
    inner = "".join(cells[-kept:])
    wide = f'<td colspan="7"><table><tr>{inner}</tr></table></td>'
    return line.replace("".join(cells[-7:]), wide)


def test_figures_in_a_row_within_a_wide_cell_of_a_page() -> None:
    figures = make_figures("2021", 6)
    page = bare(article(figures, "2021"))
    whole = ROW.sub(lambda line: _nested(line[0], 7), page)
    assert whole != page
    readings = read_report(open_html(whole)).by_cell
    assert {key: one.printed for key, one in readings.items() if one.sure} == figures
    fewer = open_html(ROW.sub(lambda line: _nested(line[0], 6), page))
    assert not _sure_and_wrong(fewer, figures)
