"""Spreadsheets that are printed over several pages side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

import pytest

from reviewer.base import CellId
from reviewer.document.model import Document, PageBox, Span
from reviewer.forms.reading import read_report
from tests.document.pdf_pages import Look, Press
from tests.document.pdf_writer import Page, width_of, write_pdf
from tests.document.reading import read_as
from tests.layouts import make_figures

_WIDE = (1000.0, 842.0)
_CUT = (756.0, 848.0)
"""Between columns of table three: behind the third and the fifth one of figures."""

_SIDE = 60.0
_PAPER = (842.0, 842.0)


read = partial(read_as, "pdf")


@dataclass
class Wide(Page):
    """A page that knows from where to where each of its things goes."""

    things: list[tuple[float, float, str]] = field(default_factory=list)

    def text(self, x: float, top: float, text: str, size: float = 10.5, **look: Any) -> None:
        super().text(x, top, text, size, **look)
        self.things.append((x, x + width_of(text, size), self.operators.pop()))

    def line(self, x0: float, y0: float, x1: float, y1: float, *, dash: str = "") -> None:
        ends = [x0, *(cut for cut in _CUT if x0 < cut < x1), x1]
        for start, end in pairwise(ends):
            super().line(start, y0, end, y1, dash=dash)
            self.things.append((start, end, self.operators.pop()))

    def within(self, left: float, right: float) -> list[str]:
        """What stands between two places; of words that go on beyond them a part is seen."""
        return [
            operator
            for x0, x1, operator in self.things
            if (x0 < right and x1 > left) or left <= x0 == x1 <= right
        ]


def strips(wide: Page, cuts: tuple[float, ...]) -> list[Page]:
    """The parts of a wide page, each on a page of its own, cut off at its sides."""
    assert isinstance(wide, Wide)
    found = []
    for left, right in pairwise((_SIDE, *cuts, _WIDE[0])):
        page = Page(size=_PAPER)
        clip = f"q {_SIDE} 0 {right - left} {_PAPER[1]} re W n 1 0 0 1 {_SIDE - left} 0 cm"
        page.operators += [clip, *wide.within(left, right), "Q"]
        found.append(page)
    return found


def spread_out(press: Press, order: str, cuts: tuple[float, ...]) -> tuple[bytes, list[int]]:
    """The file, and the pages (from 1) of its strips: those of the first wide page come first."""
    wide = [strips(page, cuts) for page in press.report()]
    across = [(row, column) for row in range(len(wide)) for column in range(len(cuts) + 1)]
    down = sorted(across, key=lambda place: place[::-1])
    places = across if order == "across" else down
    pages = [wide[row][column] for row, column in places]
    return write_pdf(pages), [places.index(place) + 1 for place in across]


@pytest.mark.parametrize("cuts", [_CUT[:1], _CUT], ids=["two", "three"])
@pytest.mark.parametrize("order", ["across", "down"])
@pytest.mark.parametrize("rules", ["lines", "none"])
@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_a_sheet_over_several_pages_is_one_sheet(
    form_id: str, rules: str, order: str, cuts: tuple[float, ...]
) -> None:
    figures = make_figures(form_id, 31, size=9)
    press = Press(form_id, figures, Look(rules=rules, page=_WIDE, footer=True), Wide)
    data, pages = spread_out(press, order, cuts)
    document = read(data)
    report = read_report(document)
    table = [cell for cell in figures if cell.startswith("requests.")]
    assert {cell: report.by_cell[cell].printed for cell in table} == {
        cell: figures[cell] for cell in table
    }
    wrong = [
        cell for cell, one in report.by_cell.items() if one.sure and one.printed != figures[cell]
    ]
    assert wrong == []
    for cell in table:
        assert _is_at(report.by_cell[cell].place, press, cell, pages, cuts)


def _is_at(
    place: object, press: Press, cell: CellId, pages: list[int], cuts: tuple[float, ...]
) -> bool:
    """Whether a place is on the right strip, around where the figure begins."""
    wide, x, y = press.places[cell]
    column = sum(cut <= x for cut in cuts)
    aside = ((_SIDE, *cuts)[column]) - _SIDE
    assert isinstance(place, PageBox)
    is_over = place.x0 - 1 < x - aside < place.x1 and place.y0 - 1 < y < place.y1
    return is_over and place.page == pages[(wide - 1) * (len(cuts) + 1) + column]


def test_a_line_of_writing_goes_on_on_the_page_beside() -> None:
    press = Press("2021", make_figures("2021", 32), Look(page=_WIDE), Wide)
    data, _ = spread_out(press, "down", _CUT[:1])
    document = read(data)
    assert "全面推进政务公开工作，及时回应群众关切，通过县政府网站主动公开政府信息31条" in (
        document.text.replace(" ", "")
    )


def test_pages_of_figures_that_are_not_level_stay_apart() -> None:
    labels, figures = Page(), Page()
    for row in range(8):
        labels.text(60, 100 + 30 * row, f"{row + 1}.行政机关的事项", 10)
        figures.text(60, 115 + 30 * row, f"{row} 0 {row + 1}", 10)
    text = read(write_pdf([labels, figures])).text
    assert text.index("8.行政机关的事项") < text.index("0 0 1")


ROWS = "甲乙丙丁戊己庚辛"


def _labelled(heads: str, figures: list[list[str]], *, ruled: bool) -> Page:
    """A page of a sheet that prints its column of labels on every page."""
    page = Page()
    levels = [100.0 + 30 * line for line in range(len(ROWS) + 2)]
    edges = [60.0, 300.0, *(300.0 + 60 * (at + 1) for at in range(len(heads)))]
    lines = [
        ["类别", *heads],
        *([f"{one}类行政机关的事项", *row] for one, row in zip(ROWS, figures, strict=True)),
    ]
    for top, line in zip(levels, lines, strict=False):
        for left, text in zip(edges, line, strict=False):
            page.text(left + 20, top + 8, text, 10)
    if ruled:
        for top in levels:
            page.line(edges[0], top, edges[-1], top)
        for left in edges:
            page.line(left, levels[0], left, levels[-1])
    return page


@pytest.mark.parametrize("ruled", [True, False])
def test_columns_of_labels_that_every_page_repeats_are_taken_once(ruled: bool) -> None:
    figures = [[str(10 * line + at) for at in range(5)] for line in range(1, 9)]
    parts = [("东西", slice(0, 2)), ("南北", slice(2, 4)), ("中", slice(4, 5))]
    pages = [_labelled(heads, [row[cut] for row in figures], ruled=ruled) for heads, cut in parts]
    document = read(write_pdf(pages))
    said = [line.split() for line in document.text.splitlines() if "事项" in line]
    assert said == [
        [f"{one}类行政机关的事项", *row] for one, row in zip(ROWS, figures, strict=True)
    ]
    last = document.place_of(_span_of(document, "84"))
    assert isinstance(last, PageBox)
    assert (last.page, round(last.x0) in range(299, 322)) == (3, True)


def _span_of(document: Document, text: str) -> Span:
    start = document.text.index(text)
    return Span(start=start, end=start + len(text))


def test_a_label_beside_figures_that_stands_higher_moves_no_row_apart() -> None:
    labels, figures = Page(), Page()
    for row in range(8):
        labels.text(60, 100 + 30 * row, f"{row + 1}.行政机关的事项", 10)
        labels.text(300, 105 + 30 * row, f"{row + 10}", 10)
        figures.text(60, 105 + 30 * row, f"{row + 30}", 10)
        figures.text(120, 105 + 30 * row, f"{row + 50}", 10)
    said = [line.split() for line in read(write_pdf([labels, figures])).text.splitlines()]
    assert [f"{row + 1}.行政机关的事项" for row in range(8)] == [one[0] for one in said if one]
    assert [one[-1] for one in said if one] == [f"{row + 50}" for row in range(8)]
