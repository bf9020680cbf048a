"""Table four with a block, a row or a column for each kind of proceeding."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import make_figures, render

_RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
_KINDS = ("行政复议", "未经复议直接起诉", "复议后起诉")
_CELLS = [cell for cell in make_figures("2021", 3) if cell.startswith("disputes")]
_Rows = list[list[str]]


def _blocks(figures: Sequence[str]) -> _Rows:
    return [
        row
        for at, kind in enumerate(("行政复议", "行政诉讼（未经复议直接起诉）", _KINDS[2]))
        for row in ([kind], list(_RESULTS), list(figures[5 * at : 5 * at + 5]))
    ]


def _rows(figures: Sequence[str]) -> _Rows:
    head = ["类别", *_RESULTS]
    return [
        head,
        *([kind, *figures[5 * at : 5 * at + 5]] for at, kind in enumerate(_KINDS)),
    ]


def _columns(figures: Sequence[str]) -> _Rows:
    return [
        ["", "行政复议", "行政诉讼"],
        list(_KINDS[1:]),
        *([result, *figures[at::5]] for at, result in enumerate(_RESULTS)),
    ]


def _pairs(figures: Sequence[str]) -> _Rows:
    found: _Rows = []
    for at, kind in enumerate(_KINDS):
        found.append([kind])
        found += [[result, figures[5 * at + n]] for n, result in enumerate(_RESULTS)]
    return found


_SHAPES: list[Callable[[Sequence[str]], _Rows]] = [_blocks, _rows, _columns, _pairs]


def _read(rows: _Rows, mark: str) -> Report:
    rendered = render(make_figures("2021", 3), "2021", "tsv")
    start = rendered.text.index("行政复议\t")
    end = rendered.text.index("五、")
    table = "\n".join(mark.join(row) for row in rows)
    return read_report(open_text(f"{rendered.text[:start]}{table}\n\n{rendered.text[end:]}"))


def _figures(**changed: str) -> list[str]:
    figures = make_figures("2021", 3)
    return [changed.get(cell.split(".", 1)[1].replace(".", "_"), figures[cell]) for cell in _CELLS]


@pytest.mark.parametrize("mark", ["\t", " | ", ",", " ", "\n"])
@pytest.mark.parametrize("shape", _SHAPES)
def test_figures_are_told_by_their_two_labels(
    shape: Callable[[Sequence[str]], _Rows], mark: str
) -> None:
    figures = _figures(direct_lawsuit_other="7")
    figures[9] = str(sum(map(int, figures[5:9])))
    report = _read(shape(figures), mark)
    assert [report.by_cell[cell].printed for cell in _CELLS] == figures
    assert all(report.by_cell[cell].sure for cell in _CELLS)


@pytest.mark.parametrize("shape", _SHAPES)
def test_places_lead_to_the_figures(shape: Callable[[Sequence[str]], _Rows]) -> None:
    report = _read(shape(_figures()), "\t")
    for cell in _CELLS:
        reading = report.by_cell[cell]
        assert reading.place is not None
        span = reading.place.span
        assert report.document.text[span.start : span.end] == reading.printed


@pytest.mark.parametrize("mark", ["\t", " ", "\n"])
@pytest.mark.parametrize("shape", _SHAPES)
def test_sums_that_fail_leave_doubt(shape: Callable[[Sequence[str]], _Rows], mark: str) -> None:
    figures = _figures(reconsideration_total="99")
    report = _read(shape(figures), mark)
    assert [report.by_cell[cell].printed for cell in _CELLS] == figures
    assert not any(report.by_cell[cell].sure for cell in _CELLS)


@pytest.mark.parametrize("lost", range(15))
@pytest.mark.parametrize("mark", ["\t", " ", "\n"])
@pytest.mark.parametrize("shape", [_blocks, _rows, _pairs])
def test_a_lost_figure_gives_no_other_its_place(
    shape: Callable[[Sequence[str]], _Rows], mark: str, lost: int
) -> None:
    figures = [str(at) for at in range(11, 26)]
    rows = [[text for text in row if text != figures[lost]] for row in shape(figures)]
    report = _read([row for row in rows if row], mark)
    for cell, printed in zip(_CELLS, figures, strict=True):
        assert report.by_cell[cell].printed == printed or not report.by_cell[cell].sure


def test_a_blank_cell_between_marks_keeps_its_place() -> None:
    figures = _figures(reconsideration_upheld="", reconsideration_pending="")
    figures[4] = str(sum(int(text or 0) for text in figures[:4]))
    report = _read(_rows(figures), "\t")
    assert [report.by_cell[CellId(cell)].printed for cell in _CELLS] == figures
