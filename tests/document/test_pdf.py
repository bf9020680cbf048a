"""PDF reports of known figures: every cell right, in its box, whatever the pages look like."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial

import pytest

from reviewer.base import CellId
from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.lines import Line
from reviewer.document.geometry.paragraphs import margins
from reviewer.document.model import PageBox
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.document.pdf_pages import Look, print_report
from tests.document.pdf_source import FOLDER, PLAIN, RULED
from tests.document.pdf_writer import A4
from tests.document.reading import read_as
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


read = partial(read_as, "pdf")


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
    assert margins([flat, Line((Glyph(12.0, 9.0, 15.0, 9.0, "乙"),))], 15.0) == (
        10.0,
        20.0,
    )


@pytest.mark.parametrize("rules", ["level", "none"])
@pytest.mark.parametrize("breaks", BREAKS)
def test_figures_are_read_where_columns_are_not_ruled(breaks: str, rules: str) -> None:
    figures = make_figures("2021", 13)
    look = replace(BREAKS[breaks], rules=rules)
    report = read_report(read(print_report("2021", figures, look)))
    wrong = [one for cell, one in report.by_cell.items() if one.printed != figures[cell]]
    assert [one.cell for one in wrong if one.sure] == []
    assert len(wrong) <= 7  # a row that is cut by the page's end, of which nothing tells


@pytest.mark.parametrize("rules", ["lines", "level", "none"])
@pytest.mark.parametrize("seed", range(12))
def test_no_blank_cell_takes_a_figure_from_another(seed: int, rules: str) -> None:
    dice = random.Random(seed)
    whole = make_figures("2021", seed)
    figures = {cell: text if dice.random() < 0.85 else "" for cell, text in whole.items()}
    report = read_report(read(print_report("2021", figures, Look(rules=rules, cut=True))))
    wrong = [one for cell, one in report.by_cell.items() if one.printed != figures[cell]]
    assert [one.cell for one in wrong if one.sure] == []
    assert rules != "lines" or wrong == []


@pytest.mark.parametrize("source", PLAIN, ids=lambda source: source.name)
def test_what_a_word_processor_prints_without_rules_is_read(source: Source) -> None:
    report = read_report(read((FOLDER / f"{source.name}.pdf").read_bytes()))
    assert {cell: one.printed for cell, one in report.by_cell.items()} == source.figures
