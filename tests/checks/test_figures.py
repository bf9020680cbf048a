"""Cells that do not hold the figure that the form wants."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.checks.model import Finding
from reviewer.document.model import Doubt
from reviewer.document.spreadsheets.sheets import UNSAVED
from reviewer.forms.report import Problem
from tests.reports import Values, make_report


def found(form_id: str, values: Values, rule: str) -> list[Finding]:
    checked = check(make_report(form_id, values))
    return [finding for finding in checked.findings if finding.rule == rule]


def test_a_table_left_blank_is_one_finding() -> None:
    cells = [cell for cell in make_report("2019").by_cell if not cell.startswith("active.")]
    three, four = found("2019", dict.fromkeys(cells, ""), "figures.blank")
    assert "有161格空白：全部161格。" in three.message
    assert "有15格空白：全部15格。" in four.message
    assert len(three.cells) == 161


def test_a_formula_without_a_saved_result_is_no_blank_cell() -> None:
    cells = [CellId(cell) for cell in ("requests.new.total", "requests.granted.total")]
    blank = make_report("2021", dict.fromkeys(cells, ""), doubts={cells[0]: UNSAVED})
    place = blank.by_cell[cells[0]].place
    assert place is not None
    doubt = Doubt(span=place.span, reason=UNSAVED)
    document = blank.document.model_copy(update={"doubts": (doubt,)})
    report = blank.model_copy(update={"document": document})
    (finding,) = [one for one in check(report).findings if one.rule == "figures.blank"]
    assert finding.cells == (cells[1],)


def test_a_missing_table_is_told_once() -> None:
    cells = [cell for cell in make_report("2021").by_cell if cell.startswith("disputes.")]
    values = dict.fromkeys(cells, None)
    assert len(found("2021", values, "figures.missing")) == 1
    for code in ("table.missing", "table.picture"):
        problems = (Problem(code=code, message="没有找到表四。"),)
        rules = [f.rule for f in check(make_report("2021", values, problems=problems)).findings]
        assert rules == [code]
        partly = dict.fromkeys(cells[1:], None)
        report = make_report("2021", partly, problems=problems)
        assert "figures.missing" in [finding.rule for finding in check(report).findings]


def test_long_texts_are_cut() -> None:
    (finding,) = found("2019", {"active.procurement.amount": "付设备安装" * 20}, "figures.text")
    assert "“付设备安装付设备安装付设备安装付…”" in finding.message


@pytest.mark.parametrize("cell", ["active.licence.change", "active.fee.change"])
def test_a_change_may_be_negative(cell: str) -> None:
    assert found("2019", {cell: -2}, "figures.negative") == []
    assert len(found("2019", {"active.licence.decisions": -2}, "figures.negative")) == 1


def test_amounts_may_have_decimals_counts_may_not() -> None:
    assert found("2019", {"active.procurement.amount": "208.6"}, "figures.fractional") == []
    assert len(found("2019", {"active.procurement.projects": "2.5"}, "figures.fractional")) == 1
    assert found("2019", {"active.procurement.projects": "2.0"}, "figures.fractional") == []


def test_yuan_under_ten_thousand_yuan_is_converted() -> None:
    (finding,) = found("2021", {"active.fee.amount": "329164元"}, "figures.other_unit")
    assert (finding.expected, finding.found) == ("32.9164", "329164元")
    assert found("2021", {"active.fee.amount": "32.9164万元"}, "figures.other_unit") == []


def test_blanks_that_may_be_other_cells_of_their_row_are_not_listed() -> None:
    cells = [f"requests.new.{column}" for column in ("research", "welfare", "legal_service")]
    report = make_report("2021", dict.fromkeys(cells, ""))
    doubt = "原文的空白格可能都移到了行末，请核对各格的位置"
    readings = tuple(
        reading.model_copy(update={"sure": False, "doubt": doubt})
        if reading.cell == cells[0]
        else reading
        for reading in report.readings
    )
    told = check(report.model_copy(update={"readings": readings})).findings
    (finding,) = [one for one in told if one.rule == "figures.blank"]
    assert finding.cells == tuple(cells[1:])
