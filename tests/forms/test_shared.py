"""A figure is one cell's: read for two of them, it is sure for neither."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.model import Span, TextPlace
from reviewer.forms.catalog import form as form_of
from reviewer.forms.doubts.shared import shared
from reviewer.forms.report import Kind, Reading
from tests.forms.readings import read_of

FORM = form_of("2021")


def _reading(cell: str, start: int, printed: str) -> Reading:
    place = TextPlace(span=Span(start=start, end=start + len(printed)))
    return Reading(cell=CellId(cell), printed=printed, kind=Kind.NUMBER, number=1, place=place)


APART = (
    _reading("requests.new.total", 0, "12"),
    _reading("requests.carried_in.total", 2, "3"),
    _reading("requests.total.total", 4, ""),
    _reading("requests.granted.total", 4, ""),
    Reading(cell=CellId("requests.other.total"), sure=False),
)


def test_figures_of_their_own_stay_sure() -> None:
    assert shared(read_of(FORM, APART)) == {}


@pytest.mark.parametrize(("start", "printed"), [(0, "12"), (1, "2")])
def test_a_figure_of_two_cells_is_sure_for_neither(start: int, printed: str) -> None:
    second = _reading("requests.refused_by_law.total", start, printed)
    assert shared(read_of(FORM, (second, *APART))).keys() == {APART[0].cell, second.cell}
