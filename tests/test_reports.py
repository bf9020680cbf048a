"""The hand-made reports of the other tests are what they say."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.model import TextPlace
from reviewer.forms.report import Kind
from tests.reports import make_report


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_every_figure_stands_at_its_place(form_id: str) -> None:
    report = make_report(form_id, {"requests.new.total": 12, "disputes.reconsideration.total": ""})
    assert list(report.by_cell) == list(report.form.figures)
    for reading in report.readings:
        assert isinstance(reading.place, TextPlace)
        assert report.document.at(reading.place.span) == reading.printed
    for section in report.sections:
        assert report.document.at(section.heading).endswith(section.title)


def test_kinds_of_figures() -> None:
    report = make_report(
        "2019",
        {
            "requests.new.total": None,
            "requests.new.natural_person": "",
            "requests.new.business": "/",
            "requests.new.research": "约5件",
            "requests.new.welfare": "3件",
        },
    )
    kinds = {
        key: report.by_cell[CellId(f"requests.new.{key}")].kind
        for key in ("total", "natural_person", "business", "research", "welfare")
    }
    assert kinds == {
        "total": Kind.MISSING,
        "natural_person": Kind.BLANK,
        "business": Kind.NIL,
        "research": Kind.TEXT,
        "welfare": Kind.NUMBER,
    }
    assert report.by_cell[CellId("requests.new.welfare")].unit == "件"


def test_an_unknown_cell_is_refused() -> None:
    with pytest.raises(KeyError):
        make_report("2021", {"requests.other.total": 1})


def test_prose_form_has_no_figures() -> None:
    assert make_report("2008", year=2016).readings == ()
