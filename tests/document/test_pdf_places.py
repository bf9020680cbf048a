"""PDF: every figure's box is where the figure is printed, and nowhere else."""

from __future__ import annotations

import random

import pytest

from reviewer.document.model import PageBox
from reviewer.forms.reading import read_report
from tests.document.pdf_pages import Look, Press
from tests.document.pdf_writer import A4, write_pdf
from tests.document.reading import read_as
from tests.layouts import make_figures


def look_of(seed: int) -> Look:
    """Some look; the same seed gives the same one."""
    dice = random.Random(seed)
    return Look(
        rules=dice.choice(["lines", "frames", "areas", "dashed", "open"]),
        cut=dice.random() < 0.5,
        heads=dice.random() < 0.3,
        low=dice.random() < 0.3,
        footer=dice.random() < 0.5,
        watermark=dice.choice(["", "内部资料"]),
        size=dice.choice([8.0, 9.0, 10.5, 12.0]),
        page=dice.choice([A4, A4[::-1], (612.0, 792.0)]),
        rotate=dice.choice([0, 0, 90, 180, 270]),
        top=dice.uniform(72.0, 330.0),
    )


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(30))
def test_a_figure_is_right_and_in_its_own_box(seed: int, form_id: str) -> None:
    look = look_of(seed)
    figures = make_figures(form_id, seed)
    press = Press(form_id, figures, look)
    data = write_pdf(press.report())
    document = read_as("pdf", data)
    report = read_report(document)
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures
    for cell, (page, x, y) in press.places.items():
        place = report.by_cell[cell].place
        assert isinstance(place, PageBox)
        assert (place.page, place.x0 < x < place.x1, place.y0 < y < place.y1) == (page, True, True)
        assert document.box_of(place.span) == place
        assert document.at(place.span) == figures[cell]
        size = document.pages[page - 1]
        assert 0 <= place.x0 < place.x1 <= size.width
        assert 0 <= place.y0 < place.y1 <= size.height
    assert len({one.place for one in report.readings}) == len(figures)


@pytest.mark.parametrize("rules", ["none", "level"])
def test_figures_in_lines_of_text_have_boxes_of_their_own(rules: str) -> None:
    figures = make_figures("2021", 5)
    press = Press("2021", figures, Look(rules=rules))
    data = write_pdf(press.report())
    document = read_as("pdf", data)
    report = read_report(document)
    for cell, (page, x, y) in press.places.items():
        place = report.by_cell[cell].place
        assert isinstance(place, PageBox)
        assert (place.page, place.x0 <= x + 0.1 < place.x1, place.y0 < y < place.y1) == (
            page,
            True,
            True,
        )
    assert len({one.place for one in report.readings}) == len(figures)
