"""Figures in lines that blanks set in columns: where they stand tells what blank cells do not."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.aligning.bands import bands_of, in_bands
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.reading import read_report
from tests.layouts import Faults, Rendered, make_figures, render

BLANKS = Faults(blanks_for_zeros=True)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _set_in_columns(text: str, *, right: bool) -> str:
    """Lines of tabs as a printer sets them: every grid place as wide as its widest cell."""
    out: list[str] = []
    table: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            table.append(line.split("\t"))
            continue
        out += _table(table, right=right)
        table = []
        out.append(line)
    return "\n".join(out)


def _table(rows: Sequence[Sequence[str]], *, right: bool) -> list[str]:
    """Rows set in columns; a caption, alone in its line, widens none."""
    count = max(map(len, rows), default=0)
    rows = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [
        max(_width(row[at]) for row in rows if sum(map(bool, row)) > 1) for at in range(count)
    ]
    lines = []
    for row in rows:
        cells = []
        for cell, width in zip(row, widths, strict=True):
            pad = " " * (width - _width(cell))
            cells.append(pad + cell if right and cell.isdigit() else cell + pad)
        lines.append("  ".join(cells).rstrip())
    return lines


def _told(rendered: Rendered, text: str) -> dict[CellId, tuple[str, bool]]:
    report = read_report(open_text(text))
    return {one.cell: (one.printed or "", one.sure) for one in report.readings}


@pytest.mark.parametrize("right", [False, True])
@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(3))
def test_blank_cells_of_lines_set_in_columns_shift_nothing(
    form_id: str, right: bool, seed: int
) -> None:
    rendered = render(make_figures(form_id, seed), form_id, "tsv", BLANKS)
    told = _told(rendered, _set_in_columns(rendered.text, right=right))
    for cell, printed in rendered.truth.items():
        assert told[cell][0] == printed, cell


def test_balanced_rows_are_sure_where_columns_are_seen() -> None:
    rendered = render(make_figures("2019", 1), "2019", "tsv", BLANKS)
    told = _told(rendered, _set_in_columns(rendered.text, right=False))
    rows = {cell: one for cell, one in told.items() if cell.startswith("requests.")}
    assert any(not printed for printed, _ in rows.values())
    assert all(sure for printed, sure in rows.values() if printed)


def _row(text: str) -> list[Piece]:
    """The figures of a line that is the whole text."""
    return [Piece(text.index(word), text.index(word) + len(word), word) for word in text.split()]


def test_figures_stand_below_the_head_that_begins_before_them() -> None:
    head = "规章名称    件数  合计金额"
    heads = _row(head)[1:]
    text = f"{head}\n某              7"
    row = [Piece(len(text) - 1, len(text), "7")]
    way = in_bands(text, row, next(iter(bands_of(text, [row], heads, 2))))
    assert way is not None
    assert [one.text for one in way if one] == ["7", ""]


@pytest.mark.parametrize("line", ["3 4 5", "  3", "1  22   3"])
def test_figures_between_two_columns_are_placed_in_none(line: str) -> None:
    rows = [_row("1  22  3"), _row(line)]
    bands = list(bands_of("1  22  3", rows[:1], [], 3))
    assert bands == [[(0, 1), (3, 5), (7, 8)]]
    assert in_bands(line, rows[1], bands[0]) is None
