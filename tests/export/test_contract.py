from __future__ import annotations

import json
from decimal import Decimal

from reviewer.checks.model import Change, Checked, Suspect
from reviewer.document.model import PageBox, Span
from reviewer.errors import NotAReportError
from reviewer.export.contract import envelope, error_entry, report_entry
from reviewer.forms.report import Report
from reviewer.review.review import Review
from tests.export.conftest import WRONG, figures, open_review
from tests.reports import make_report

KEYS = [
    "path",
    "sha256",
    "format",
    "title",
    "organ",
    "organ_sure",
    "year",
    "school_year",
    "form",
    "form_due",
    "sections",
    "cells",
    "claims",
    "findings",
    "suspects",
    "error",
]


def entry_of(report: Report) -> dict[str, object]:
    review = open_review(report)
    return report_entry("a.txt", review.report, review.checked)


def cell_of(value: str | int | None, cell: str = "active.fee.amount") -> dict[str, object]:
    entry = entry_of(make_report("2021", {cell: value}))
    cells = entry["cells"]
    assert isinstance(cells, dict)
    found = cells[cell]
    assert isinstance(found, dict)
    return found


def test_the_keys_are_those_of_the_contract(review: Review) -> None:
    entry = report_entry("a.txt", review.report, review.checked)
    assert list(entry) == KEYS
    assert entry["path"] == "a.txt"
    assert entry["sha256"] == review.report.document.origin.sha256
    assert (entry["organ"], entry["year"]) == (review.report.body, 2023)
    assert (entry["form"], entry["form_due"]) == ("2021", "2021")
    assert entry["error"] is None
    assert envelope([entry])["schema"] == 1


def test_a_doubted_body_and_a_school_year_are_told() -> None:
    school = make_report("2008", year=None).model_copy(
        update={"school_year": "2021—2022", "body_sure": False}
    )
    entry = entry_of(school)
    assert (entry["organ_sure"], entry["school_year"]) == (False, "2021—2022")


def test_the_text_is_added_on_request(review: Review) -> None:
    entry = report_entry("a.txt", review.report, review.checked, with_text=True)
    assert entry["text"] == review.report.document.text
    assert list(entry) == [*KEYS, "text"]


def test_every_cell_of_the_form_is_there_with_its_place(review: Review) -> None:
    report = make_report("2021", figures())
    text = report.document.text
    cells = entry_of(report)["cells"]
    assert isinstance(cells, dict)
    assert list(cells) == list(report.form.figures)
    for cell in cells.values():
        start, end = cell["span"]
        assert text[start:end] == cell["printed"]


def test_what_stands_in_a_cell() -> None:
    assert cell_of("92.60") | {"span": None} == {
        "printed": "92.60",
        "value": 92.6,
        "kind": "number",
        "unit": None,
        "span": None,
        "page": None,
        "sure": True,
        "doubt": None,
    }
    assert cell_of("12件")["unit"] == "件"
    blank, nil, words, missing = (cell_of(given) for given in ("", "／", "无法统计", None))
    assert [given["kind"] for given in (blank, nil, words, missing)] == [
        "blank",
        "nil",
        "text",
        "missing",
    ]
    assert [given["value"] for given in (blank, nil, words, missing)] == [None] * 4
    assert blank["printed"] == ""
    assert missing["printed"] is missing["span"] is None
    assert missing["sure"] is False


def test_a_figure_on_a_page_names_the_page() -> None:
    report = make_report()
    first = report.readings[0]
    box = PageBox(page=3, x0=0, y0=0, x1=1, y1=1, span=Span(start=1, end=2))
    readings = (first.model_copy(update={"place": box}), *report.readings[1:])
    cells = entry_of(report.model_copy(update={"readings": readings}))["cells"]
    assert isinstance(cells, dict)
    assert (cells[first.cell]["page"], cells[first.cell]["span"]) == (3, [1, 2])


def test_findings_name_rule_cells_and_spans(review: Review) -> None:
    entry = report_entry("a.txt", review.report, review.checked)
    found = {finding["rule"]: finding for finding in entry["findings"]}
    flow = found["requests.flow"]
    assert (flow["severity"], flow["outcome"]) == ("error", "broken")
    assert WRONG in flow["cells"]
    text = review.report.document.text
    printed = [review.report.by_cell[cell].printed for cell in flow["cells"]]
    assert [text[start:end] for start, end in flow["spans"]] == printed
    assert [finding["id"] for finding in entry["findings"]] == [
        finding.id for finding in review.checked.findings
    ]


def test_what_cannot_be_assessed_says_so() -> None:
    report = make_report("2021", figures() | {"requests.new.total": None})
    outcomes = {f["outcome"] for f in entry_findings(report)}
    assert "cannot be assessed" in outcomes


def entry_findings(report: Report) -> list[dict[str, object]]:
    findings = entry_of(report)["findings"]
    assert isinstance(findings, list)
    return findings


def test_the_suspect_comes_first_with_the_rules_it_explains(review: Review) -> None:
    entry = report_entry("a.txt", review.report, review.checked)
    first = entry["suspects"][0]
    assert (first["cell"], first["printed"], first["proposed"]) == (WRONG, "11", 12)
    assert set(first["explains"]) <= {finding["rule"] for finding in entry["findings"]}
    assert len(first["explains"]) == 3


def test_cells_that_change_together_follow_each_other(review: Review) -> None:
    changes = (
        Change(cell=WRONG, printed="1", proposed=Decimal("2.5")),
        Change(cell=review.report.readings[0].cell, printed="2", proposed=1),
    )
    suspect = Suspect(changes=changes, why="两格对调", explains=("x[1]", "x[2]"), score=1)
    checked = Checked(findings=(), evaluations=(), suspects=(suspect,))
    suspects = report_entry("a.txt", review.report, checked)["suspects"]
    assert [one["cell"] for one in suspects] == [change.cell for change in changes]
    assert [one["together"] for one in suspects] == [[changes[1].cell], [WRONG]]
    assert json.dumps(suspects[0]["proposed"]) == "2.5"


def test_a_file_that_failed_has_the_same_keys() -> None:
    error = NotAReportError("不是年度报告。", "请确认选对了文件。", "detail")
    entry = error_entry("b.txt", error, make_report().document)
    assert list(entry) == KEYS
    assert entry["error"] == {"message": "不是年度报告。", "hint": "请确认选对了文件。"}
    assert entry["format"] == "txt"
    assert error_entry("b.txt", error)["sha256"] is None
    assert entry["cells"] == {}
