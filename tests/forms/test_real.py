"""The real reports that are at hand: five town reports exactly, all others without a crash."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_document
from reviewer.errors import NotAReportError
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind

# Figures of the four town reports with tables that are not 0.
TOWNS: dict[str, tuple[str, int, dict[str, int | Decimal | None]]] = {
    "柳川镇_2019": (
        "剑河县柳川镇人民政府",
        2019,
        {
            "active.licence.previous_items": 2,
            "active.licence.change": 2,
            "active.other_service.previous_items": 82,
            "active.other_service.change": -7,
            "active.penalty.previous_items": 4,
            "active.penalty.change": -1,
            "active.coercion.previous_items": 3,
            "active.coercion.change": 1,
        },
    ),
    "里仁镇_2020": (
        "龙南市里仁镇人民政府办公室",
        2020,
        {
            "active.normative_document.made": 4,
            "active.normative_document.disclosed": 4,
            "active.normative_document.disclosed_total": 38,
            "active.procurement.projects": 3,
            "active.procurement.amount": 329164,
        },
    ),
    "火花镇_2019": (
        "火花镇人民政府",
        2019,
        {
            "active.normative_document.made": 198,
            "active.normative_document.disclosed": 198,
            "active.normative_document.disclosed_total": 198,
            "active.licence.previous_items": 4,
            "active.other_service.previous_items": 50,
            "active.other_service.change": -2,
            "active.penalty.previous_items": 4,
            "active.coercion.previous_items": 4,
        },
    ),
    "江城镇_2019": (
        "玉溪市江川区江城镇人民政府",
        2019,
        {"active.procurement.projects": None, "active.procurement.amount": 75680},
    ),
}


@pytest.mark.parametrize("name", TOWNS)
def test_town_reports_give_every_figure(real_reports: Path, name: str) -> None:
    body, year, figures = TOWNS[name]
    report = read_report(open_document(real_reports / f"{name}.txt"))
    assert (report.body, report.year, report.form.id) == (body, year, "2019")
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    for cell, reading in report.by_cell.items():
        assert reading.number == figures.get(cell, 0)
        assert reading.sure


def test_a_sentence_in_a_cell_is_text_and_a_unit_is_kept(real_reports: Path) -> None:
    cells = read_report(open_document(real_reports / "江城镇_2019.txt")).by_cell
    assert cells[CellId("active.procurement.projects")].kind is Kind.TEXT
    assert cells[CellId("active.procurement.amount")].unit == "元"


def test_a_report_of_2017_has_sections_and_no_table(real_reports: Path) -> None:
    report = read_report(open_document(real_reports / "露水河镇_2017.txt"))
    assert (report.form.id, report.form_due, report.year) == ("2008", "2008", 2017)
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6, 7]
    assert report.readings == ()


def test_figures_without_separators_are_parted(real_reports: Path) -> None:
    (path,) = real_reports.glob("014_*")
    report = read_report(open_document(path))
    disputes = [reading.number for cell, reading in report.by_cell.items() if "disputes" in cell]
    assert disputes == [1, 0, 2, 0, 3, 12, 0, 0, 0, 12, 0, 0, 0, 0, 0]


def test_every_real_report_opens_and_its_places_are_true(real_report: Path) -> None:
    document = open_document(real_report)
    try:
        report = read_report(document)
    except NotAReportError:
        pytest.fail("refused")
    for reading in report.readings:
        if reading.place is not None:
            assert document.at(reading.place.span) == reading.printed
