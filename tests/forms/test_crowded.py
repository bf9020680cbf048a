"""A row with more figures than cells is sure of none of them."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.model import Span, TextPlace
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.doubts.crowded import crowded
from reviewer.forms.report import Kind, Reading
from tests.forms.readings import read_of

FORM = form_of("2021")
COLUMNS = ("natural_person", "business", "research")


def _doubted(line: str, *printed: str) -> int:
    """How many cells of a row are doubted that stand in a line, one behind the other."""
    readings, place = [], 0
    for column, text in zip(COLUMNS, printed, strict=True):
        place = line.index(text, place)
        span = Span(start=place, end=place + len(text))
        cell = CellId(f"requests.new.{column}")
        readings.append(
            Reading(cell=cell, printed=text, kind=Kind.NUMBER, number=0, place=TextPlace(span=span))
        )
        place = span.end
    return len(crowded(read_of(FORM, readings, open_text(f"{line}\n二、上年结转\n"))))


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("新收\t0  \u30000\t1\t2", ("0  \u30000", "1", "2")),
        ("新收 0\t1 \t2\t 3", ("0", "1", "2")),
    ],
)
def test_a_row_with_more_figures_than_cells_is_doubted(
    line: str, printed: tuple[str, str, str]
) -> None:
    assert _doubted(line, *printed) == len(COLUMNS)


@pytest.mark.parametrize("line", ["新收\t0\t1\t2", "新收 0 1 2 ", "新收 0 1 2 3.其他"])
def test_other_rows_stay_as_they_are(line: str) -> None:
    assert _doubted(line, "0", "1", "2") == 0
