"""Which boxes on the pages a span has."""

from __future__ import annotations

import pytest

from reviewer.document.model import (
    Document,
    Origin,
    PageBox,
    PageSize,
    Paragraph,
    Span,
    Table,
    TableCell,
    TextPlace,
)
from reviewer.window.page.spans import PageSpans, printed_between

EVEN, GAPS, AFTER = "本机关收到申请12件", "合计 5 6", "完"
TEXT = f"{EVEN}\n{GAPS}\n\t7\t\t{AFTER}"
HEIGHT = 10.0


def _box(start: int, end: int, y: float, x0: float, x1: float) -> PageBox:
    return PageBox(page=1, x0=x0, y0=y, x1=x1, y1=y + HEIGHT, span=Span(start=start, end=end))


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def _line(words: str, y: float, length: float) -> Paragraph:
    span = _span(words)
    return Paragraph(place=_box(span.start, span.end, y, 50, 50 + length))


@pytest.fixture
def document() -> Document:
    seven = _span("7")
    blank = seven.end + 1
    cells = (
        TableCell(row=0, column=0, place=_box(seven.start, seven.end, 40, 50, 150)),
        TableCell(row=0, column=1, place=_box(blank, blank, 40, 150, 250)),
    )
    table = Table(
        rows=1,
        columns=2,
        cells=cells,
        place=TextPlace(span=Span(start=seven.start, end=blank + 1)),
    )
    return Document(
        origin=Origin(path="a.pdf", format="pdf", encoding=None, sha256="0", size=1),
        text=TEXT,
        blocks=(_line(EVEN, 10, 90), _line(GAPS, 25, 400), table, _line(AFTER, 60, 10)),
        pages=(PageSize(width=600, height=800),),
    )


def _edges(document: Document, span: Span) -> list[tuple[float, float]]:
    return [(box.x0, box.x1) for box in PageSpans(document).of(span)]


def test_of_an_even_line_the_part_is_cut_out(document: Document) -> None:
    assert _edges(document, _span("12")) == [(120, 130)]
    assert _edges(document, _span("本机")) == [(50, 70)]
    assert _edges(document, _span(EVEN)) == [(50, 140)]


def test_a_line_with_gaps_is_taken_whole(document: Document) -> None:
    assert _edges(document, _span("6")) == [(50, 450)]


def test_a_cell_is_taken_whole_and_a_blank_one_too(document: Document) -> None:
    seven = _span("7")
    assert _edges(document, seven) == [(50, 150)]
    blank = Span(start=seven.end + 1, end=seven.end + 1)
    assert _edges(document, blank) == [(150, 250)]


def test_a_span_over_several_lines_has_a_box_on_each(document: Document) -> None:
    span = Span(start=_span("12件").start, end=_span("合计").end)
    assert _edges(document, span) == [(120, 140), (50, 450)]


def test_what_stands_nowhere_has_no_box() -> None:
    origin = Origin(path="", format="txt", encoding=None, sha256="0", size=1)
    assert PageSpans(Document(origin=origin, text="甲乙")).of(Span(start=0, end=1)) == ()


def test_margins_are_no_part_of_what_is_printed(document: Document) -> None:
    assert printed_between(document) == (42, 458)
    few = document.model_copy(update={"blocks": document.blocks[:1]})
    assert printed_between(few) == (0, 600)
