"""PDF reports of known figures: every cell right, in its box, whatever the pages look like."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.model import Document, PageBox
from reviewer.document.pdf.glyphs import Glyph
from reviewer.document.pdf.lines import Line
from reviewer.document.pdf.paragraphs import margins
from reviewer.document.readers import pdf
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.document.damage import origin_of
from tests.document.pdf_pages import Look, print_report
from tests.document.pdf_source import FOLDER, RULED
from tests.document.pdf_writer import A4
from tests.document.truth import printed_tables, true_tables
from tests.document.word_source import FOOTNOTE, Source
from tests.layouts import make_figures

RULES = ("lines", "frames", "areas", "dotted", "dashed", "open")
BREAKS = {
    "between rows": Look(),
    "within rows": Look(cut=True),
    "within rows, figures low": Look(cut=True, low=True),
    "heads repeated": Look(heads=True),
    "many pages": Look(top=330.0),
    "many pages, within rows": Look(top=330.0, cut=True, size=9.0),
    "titles, numbers, watermark": Look(footer=True, watermark="石桥镇政府"),
    "landscape": Look(page=A4[::-1], cut=True),
    "turned": Look(rotate=90),
    "upside down": Look(rotate=180),
    "turned back": Look(rotate=270, cut=True),
}


def read(data: bytes) -> Document:
    return pdf.read(data, origin_of(data, "pdf"), lambda _message, _fraction: None)


def check_report(report: Report, figures: dict[CellId, str]) -> None:
    """Every figure right and sure, its place its own text, the sections found."""
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures
    assert [one.cell for one in report.readings if not one.sure] == []
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    for reading in report.readings:
        assert isinstance(reading.place, PageBox)
        assert report.document.at(reading.place.span) == reading.printed


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("breaks", BREAKS)
def test_every_figure_is_read_over_page_breaks(form_id: str, breaks: str) -> None:
    figures = make_figures(form_id, 11)
    document = read(print_report(form_id, figures, BREAKS[breaks]))
    check_report(read_report(document), figures)
    assert document.warnings == ()


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_every_figure_is_read_whatever_the_rules_are_made_of(form_id: str, rules: str) -> None:
    figures = make_figures(form_id, 12)
    look = Look(rules=rules, cut=True, footer=True)
    check_report(read_report(read(print_report(form_id, figures, look))), figures)


@pytest.mark.parametrize("source", RULED, ids=lambda source: source.name)
def test_what_a_word_processor_prints_is_read(source: Source) -> None:
    document = read((FOLDER / f"{source.name}.pdf").read_bytes())
    check_report(read_report(document), source.figures)
    assert document.text.rstrip().endswith(FOOTNOTE)


@pytest.mark.parametrize("source", RULED, ids=lambda source: source.name)
def test_tables_have_the_merged_cells_of_the_form(source: Source) -> None:
    document = read((FOLDER / f"{source.name}.pdf").read_bytes())
    assert printed_tables(document) == true_tables(source)


def test_lines_without_height_have_margins_all_the_same() -> None:
    flat = Line((Glyph(10.0, 5.0, 20.0, 5.0, "甲"),))
    assert margins([flat, Line((Glyph(12.0, 9.0, 15.0, 9.0, "乙"),))]) == (10.0, 20.0)
