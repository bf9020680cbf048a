"""Tables that are copied column by column, or labels first and then figures, page by page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewer.base import CellId, cell_id
from reviewer.forms.catalog import form as form_of
from reviewer.forms.model import Block, FormTable, Row
from reviewer.forms.report import Report
from tests.forms.around import not_sure, report_around
from tests.layouts import make_figures

_NOTHING = {"active": "", "requests": "", "disputes": ""}


def _table(form_id: str, key: str) -> FormTable:
    table = form_of(form_id).table(key)
    assert table is not None
    return table


def _labels(rows: Sequence[Row]) -> list[str]:
    """Labels as their columns have them: headings first."""
    headings = dict.fromkeys(heading for row in rows for heading in row.headings)
    return [*headings, *(row.label for row in sorted(rows, key=lambda one: len(one.headings)))]


def _columns(key: str, block: Block, figures: dict[CellId, str]) -> list[str]:
    """Each column's name, and below it its figures."""
    return [
        text
        for column in block.columns
        for text in (
            column.label,
            *(figures[cell_id(key, row.key, column.key)] for row in block.rows),
        )
    ]


def _of(figures: dict[CellId, str], key: str) -> dict[CellId, str]:
    return {cell: figure for cell, figure in figures.items() if cell.startswith(key)}


def _wrong(report: Report, figures: dict[CellId, str]) -> list[str]:
    return [cell for cell, printed in figures.items() if report.by_cell[cell].printed != printed]


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_columns_below_their_names_are_read(form_id: str) -> None:
    figures = make_figures(form_id, 3)
    (block,) = _table(form_id, "requests").blocks
    lines = [*_labels(block.rows), *_columns("requests", block, figures)]
    report = report_around(form_id, _NOTHING | {"requests": "\n".join(lines)})
    assert not_sure(report, _of(figures, "requests")) == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_columns_of_table_two_are_read_article_by_article(form_id: str) -> None:
    figures = make_figures(form_id, 3)
    blocks = _table(form_id, "active").blocks
    labels = [text for one in blocks for text in (one.caption, "信息内容", *_labels(one.rows))]
    columns = [text for one in blocks for text in _columns("active", one, figures)]
    report = report_around(form_id, _NOTHING | {"active": "\n".join([*labels, *columns])})
    assert not_sure(report, _of(figures, "active")) == []


def test_columns_of_exchanged_rows_are_not_read_for_sure() -> None:
    figures = make_figures("2021", 3, size=9, outcomes=12)
    (block,) = _table("2021", "requests").blocks
    rows = list(block.rows)
    rows[6], rows[7] = rows[7], rows[6]
    exchanged = block.model_copy(update={"rows": tuple(rows)})
    lines = [*_labels(rows), *_columns("requests", exchanged, figures)]
    report = report_around("2021", _NOTHING | {"requests": "\n".join(lines)})
    assert not [cell for cell in _wrong(report, figures) if report.by_cell[CellId(cell)].sure]


def test_a_column_that_lacks_a_figure_is_left_out() -> None:
    figures = make_figures("2021", 3)
    (block,) = _table("2021", "requests").blocks
    lines = [*_labels(block.rows), *_columns("requests", block, figures)]
    del lines[lines.index("科研机构") + 3]
    report = report_around("2021", _NOTHING | {"requests": "\n".join(lines)})
    wrong = _wrong(report, _of(figures, "requests"))
    assert {cell.rpartition(".")[2] for cell in wrong} == {"research"}
    assert not [cell for cell in wrong if report.by_cell[CellId(cell)].sure]


def _in_strips(
    rows: Sequence[Row], block: Block, figures: dict[CellId, str], strips: Sequence[int]
) -> list[str]:
    """Figures row by row in each strip of columns."""
    lines: list[str] = []
    begin = 0
    for strip in strips:
        columns = block.columns[begin : begin + strip]
        lines += [figures[cell_id("requests", row.key, one.key)] for row in rows for one in columns]
        begin += strip
    return lines


@pytest.mark.parametrize("strips", [(7,), (1,) * 7, (1, 2, 2, 1, 1), (3, 4)])
def test_figures_behind_each_pages_labels_are_laid_by_their_sums(strips: tuple[int, ...]) -> None:
    figures = make_figures("2021", 5, size=40, outcomes=12)
    (block,) = _table("2021", "requests").blocks
    pages = (block.rows[:11], block.rows[11:])
    lines = [
        text
        for rows in pages
        for text in (*(row.label for row in rows), *_in_strips(rows, block, figures, strips))
    ]
    report = report_around("2021", _NOTHING | {"requests": "\n".join(lines)})
    assert _wrong(report, _of(figures, "requests")) == []
    assert not any(one.sure for one in report.readings if one.cell.startswith("requests"))


def test_figures_that_do_not_add_up_however_they_are_laid_are_not_read() -> None:
    figures = make_figures("2021", 5, size=40, outcomes=12)
    (block,) = _table("2021", "requests").blocks
    laid = _in_strips(block.rows, block, figures, (1,) * 7)
    lines = [*(row.label for row in block.rows), *laid[5:], *laid[:5]]
    report = report_around("2021", _NOTHING | {"requests": "\n".join(lines)})
    assert not any(one.sure for one in report.readings if one.cell.startswith("requests"))


def _behind(form_id: str, figures: Sequence[str], *, fee_last: bool = False) -> str:
    """Table two with its figures behind its labels; the last column's name may stand among them."""
    blocks = _table(form_id, "active").blocks
    names = [
        text
        for one in blocks
        for text in (one.caption, "信息内容", *(column.label for column in one.columns))
    ]
    last = names.pop() if fee_last else ""
    labels = [*names, *(row.label for one in blocks for row in one.rows)]
    return "\n".join([*labels, *figures[:-1], *filter(None, [last]), figures[-1]])


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("fee_last", [True, False])
def test_figures_behind_all_labels_of_table_two_are_read_in_the_forms_order(
    form_id: str, *, fee_last: bool
) -> None:
    figures = _of(make_figures(form_id, 3), "active")
    table = _behind(form_id, list(figures.values()), fee_last=fee_last)
    report = report_around(form_id, _NOTHING | {"active": table})
    assert _wrong(report, figures) == []
    assert not any(report.by_cell[cell].sure for cell in figures)


@pytest.mark.parametrize("odd", ["7", "", "另有7件"])
def test_figures_more_or_fewer_or_with_other_words_have_no_order(odd: str) -> None:
    figures = list(_of(make_figures("2021", 3), "active").values())
    others = [*figures[:4], odd, *figures[4:]] if odd else figures[1:]
    report = report_around("2021", _NOTHING | {"active": _behind("2021", others)})
    read = [one for one in report.readings if one.cell.startswith("active")]
    assert sum(one.printed is None for one in read) > len(read) / 2
    assert not any(one.sure and one.printed for one in read)


def test_figures_behind_labels_in_another_order_are_not_taken_for_theirs() -> None:
    figures = list(_of(make_figures("2021", 3), "active").values())
    table = _behind("2021", figures)
    exchanged = table.replace("行政许可", "某").replace("行政强制", "行政许可")
    exchanged = exchanged.replace("某", "行政强制")
    report = report_around("2021", _NOTHING | {"active": exchanged})
    read = [one for one in report.readings if one.cell.startswith("active")]
    assert sum(one.printed is None for one in read) > len(read) / 2
