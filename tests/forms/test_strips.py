"""Table three whose labels stand anywhere: its figures are laid so that all sums hold."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewer.base import CellId, cell_id, cell_parts
from reviewer.forms.aligning.arithmetic import row_sums
from reviewer.forms.catalog import form as form_of
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.model import Block, Row
from reviewer.forms.report import Report
from reviewer.forms.tables.strips import by_sums
from tests.forms.around import report_around
from tests.layouts import make_figures, render

HEADS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]


def _block() -> Block:
    table = form_of("2021").table("requests")
    assert table is not None
    (block,) = table.blocks
    return block


def _figures() -> dict[CellId, str]:
    figures = make_figures("2021", 5, size=40, outcomes=12)
    return {cell: one for cell, one in figures.items() if cell.startswith("requests")}


def _laid(rows: Sequence[Row], columns: slice) -> list[str]:
    """The figures of some columns, row by row."""
    figures = _figures()
    keys = [column.key for column in _block().columns[columns]]
    return [figures[cell_id("requests", row.key, key)] for row in rows for key in keys]


def _report(lines: Sequence[str]) -> Report:
    return report_around("2021", {"active": "", "requests": "\n".join(lines), "disputes": ""})


def _assert_read_but_not_sure(report: Report) -> None:
    read = report.by_cell
    assert {cell: read[cell].printed for cell in _figures()} == _figures()
    assert not [cell for cell in _figures() if read[cell].sure]


def test_columns_of_each_page_behind_labels_that_stand_among_them() -> None:
    rows = _block().rows
    lines = [row.label for row in rows[:9]]
    for page in (rows[:9], rows[9:]):
        for at, head in enumerate(HEADS):
            lines += [head, *_laid(page, slice(at, at + 1))]
        lines += [row.label for row in rows[9:]] if page[0] is rows[0] else []
    _assert_read_but_not_sure(_report(lines))


def test_rows_before_their_labels() -> None:
    rows = _block().rows
    lines = [*HEADS, *_laid(rows[:10], slice(7)), "12", *_laid(rows[10:], slice(7))]
    _assert_read_but_not_sure(_report([*lines, *(row.label for row in rows)]))


@pytest.mark.parametrize("parts", [(3, 4), (5, 2), (3, 2, 2), (2, 3, 2)])
def test_a_table_cut_into_parts_of_which_the_first_has_its_labels(parts: Sequence[int]) -> None:
    lines: list[str] = []
    begin = 0
    for width in parts:
        columns = slice(begin, begin + width)
        lines.append("\t".join([*([""] if begin == 0 else []), *HEADS[columns]]))
        for row in _block().rows:
            label = [row.label] if begin == 0 else []
            lines.append("\t".join([*label, *_laid([row], columns)]))
        begin += width
    _assert_read_but_not_sure(_report(lines))


def test_nothing_is_read_so_of_figures_that_break_a_columns_sum() -> None:
    rows = _block().rows
    figures = _laid(rows, slice(7))
    figures[0], figures[1] = str(int(figures[0]) + 1), str(int(figures[1]) - 1)
    pieces = [Piece(at, at + 1, text) for at, text in enumerate(figures)]
    sums = row_sums([column.key for column in _block().columns])
    columns = [((0, 1), (1, 1), (len(rows) - 2, -1), (len(rows) - 1, -1))]
    assert by_sums(pieces, len(rows), sums, ()) != ()
    assert by_sums(pieces, len(rows), sums, columns) == ()


def test_the_search_for_pages_of_noughts_ends() -> None:
    pieces = [Piece(at, at + 1, "0") for at in range(24 * 7)] + [Piece(999, 1000, "1")] * 20
    sums = row_sums([column.key for column in _block().columns])
    assert by_sums(pieces, 25, sums, [((0, 1), (24, -1))]) == ()


def test_a_row_below_a_label_without_figures_is_not_sure() -> None:
    """Two labels, and behind them the figures of the first."""
    text = render(make_figures("2021", 3), "2021", "spaced").text
    start = text.index("三、收到和处理")
    first, then = (
        next(line for line in text[start:].split("\n") if name in line)
        for name in ("属于行政执法案卷", "属于行政查询事项")
    )
    label = first.split()[0]
    below = then.replace(" ", "\n", 1)
    copied = text[start:].replace(f"{first}\n{then}", f"{label}\n{below}")
    report = report_around("2021", {"active": "", "requests": copied, "disputes": ""})
    row = [one for one in report.readings if ".refused_enquiry." in one.cell]
    assert all(one.printed for one in row)
    assert not any(one.sure for one in row)


def test_rows_whose_labels_give_them_the_same_figures_are_sure() -> None:
    """On a second page all labels stand before the figures."""
    rows = _block().rows
    lines = [*HEADS]
    for row in rows[:14]:
        lines += [row.label, *_laid([row], slice(7))]
    lines += [*(row.label for row in rows[14:]), *_laid(rows[14:], slice(7))]
    read = _report(lines).by_cell
    assert {cell: read[cell].printed for cell in _figures()} == _figures()
    beside = {row.key for row in rows[:14]}
    for cell in _figures():
        assert read[cell].sure is (cell_parts(cell)[1] in beside), cell


def _slid() -> Report:
    """One label has two rows' figures behind it, the next ones the next row's, a later one none."""
    rows = _block().rows
    behind = {9: (9, 10), **{at: (at + 1,) for at in range(10, 14)}, 14: ()}
    lines = [*HEADS]
    for at, row in enumerate(rows):
        lines += [row.label, *_laid([rows[one] for one in behind.get(at, (at,))], slice(7))]
    return _report(lines)


def test_no_row_is_sure_whose_label_slides_down_by_a_row() -> None:
    read = _slid().by_cell
    keys = {row.key for row in _block().rows[9:15]}
    assert not [cell for cell in _figures() if cell_parts(cell)[1] in keys and read[cell].sure]


def test_rows_stay_sure_before_and_behind_labels_that_slide_down() -> None:
    read = _slid().by_cell
    keys = {row.key for row in _block().rows[:9] + _block().rows[16:]}
    apart = [cell for cell in _figures() if cell_parts(cell)[1] in keys]
    assert [read[cell].printed for cell in apart] == [_figures()[cell] for cell in apart]
    assert all(read[cell].sure for cell in apart)


def test_rows_stay_sure_where_two_labels_alone_stand_behind_the_others() -> None:
    """The figures of each follow those of the row above it."""
    rows = _block().rows
    behind = [rows[9], rows[-1]]
    lines = [*HEADS]
    for row in rows:
        lines += [*([row.label] if row not in behind else []), *_laid([row], slice(7))]
    read = _report([*lines, *(row.label for row in behind)]).by_cell
    assert {cell: read[cell].printed for cell in _figures()} == _figures()
    moved = {cell for cell in _figures() if cell_parts(cell)[1] in {row.key for row in behind}}
    assert {cell for cell in _figures() if not read[cell].sure} == moved
