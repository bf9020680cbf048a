"""The same reports saved by a word processor as doc and as rtf: figures, merged cells, notes."""

from __future__ import annotations

import pytest

from reviewer.document.model import Document
from reviewer.forms.reading import read_report
from tests.document.reading import read_as
from tests.document.truth import printed_tables, true_tables
from tests.document.word_source import FOOTNOTE, SOURCES, TITLE, Source

SITUATION = "一、总体情况\n本年通过县政府网站公开信息31条。\n下同。\n二、"
by_format = pytest.mark.parametrize("name", ["doc", "rtf"])
by_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)


def _read(source: Source, name: str) -> Document:
    return read_as(name, source.saved_as(name))


@by_format
@by_source
def test_every_figure_is_read_and_sure(source: Source, name: str) -> None:
    report = read_report(_read(source, name))
    assert {cell: one.printed for cell, one in report.by_cell.items()} == source.figures
    assert all(reading.sure for reading in report.readings)
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


@by_format
@by_source
def test_tables_have_the_merged_cells_of_the_form(source: Source, name: str) -> None:
    assert printed_tables(_read(source, name)) == true_tables(source)


@by_format
@by_source
def test_fields_show_their_results_and_notes_stand_behind_the_text(
    source: Source, name: str
) -> None:
    text = _read(source, name).text
    assert text.startswith(f"{TITLE}\n{SITUATION}")
    assert text.rstrip().endswith(FOOTNOTE)
    assert not set(text) & set(map(chr, range(9)))
