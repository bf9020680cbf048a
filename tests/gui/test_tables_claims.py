"""The tab of figures in sentences: what is listed, compared and gone to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.base import CellId, RuleId
from reviewer.checks.model import Severity
from reviewer.document.opening import open_document
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from reviewer.paths import resource
from reviewer.window.desk.rules_store import RulesStore
from reviewer.window.selection import Chooser
from reviewer.window.tabs.claims_lines import Standing, claim_lines
from reviewer.window.tabs.tables import TAB_ORDER, Tables
from tests.gui.desks import Desk, sound

NEW = CellId("requests.new.total")


def _sample() -> Report:
    return read_report(open_document(resource("samples") / "石桥镇_2023.txt"))


def _open(desk: Desk, report: Report) -> Tables:
    desk.open(report)
    tables = desk.show(Tables, 900, 640)
    tables.show_tab(TAB_ORDER.index("claims"))
    return tables


def test_each_claim_is_compared_with_the_tables() -> None:
    lines = {line.claim.subject: line for line in claim_lines(_sample())}
    assert lines[NEW].standing is Standing.EXPLAINED
    assert (lines[NEW].claim.value, lines[NEW].found) == (15, "14")
    assert lines[NEW].reason == "新收与上年结转之和（14＋1）"


def test_the_tab_counts_findings_without_a_verdict(desk: Desk) -> None:
    tables = _open(desk, _sample())
    review = desk.workbench.current
    assert review is not None
    assert tables.current_key == "claims"
    assert tables.claims.lines.rowCount() == len(claim_lines(_sample()))
    finding = next(one for one in review.checked.findings if one.rule.startswith("claims."))
    assert finding.cells == (NEW,)


def test_a_click_shows_the_sentence_and_enter_the_cell(desk: Desk) -> None:
    tables = _open(desk, _sample())
    row = [line.claim.subject for line in claim_lines(_sample())].index(NEW)
    index = tables.claims.lines.index(row, 0)
    QTest.mouseClick(
        tables.claims.viewport(),
        Qt.MouseButton.LeftButton,
        pos=tables.claims.visualRect(index).center(),
    )
    assert desk.workbench.selection.span == tables.claims.lines.line(row).claim.figure
    assert desk.workbench.selection.cell == NEW
    assert tables.page("requests").view.current_cell == NEW
    assert tables.current_key == "claims"
    QTest.keyClick(tables.claims, Qt.Key.Key_Return)
    assert desk.workbench.selection.cell == NEW
    assert tables.current_key == "requests"


def test_an_edit_is_compared_anew(desk: Desk) -> None:
    tables = _open(desk, _sample())
    desk.workbench.transcribe(NEW, "15")
    lines = [tables.claims.lines.line(row) for row in range(tables.claims.lines.rowCount())]
    assert {line.standing for line in lines if line.claim.subject == NEW} == {Standing.SAME}


def test_a_text_without_figures_says_so(desk: Desk) -> None:
    tables = _open(desk, sound())
    assert tables.claims.lines.rowCount() == 0
    assert not tables.claims.grab().isNull()


def test_a_cell_and_a_sentence_chosen_elsewhere_mark_the_line(desk: Desk) -> None:
    tables = _open(desk, _sample())
    claims = tables.claims
    subjects = [line.claim.subject for line in claim_lines(_sample())]
    desk.workbench.select_cell(NEW, Chooser.GRID)
    assert claims.currentIndex().row() == subjects.index(NEW)
    other = next(row for row, one in enumerate(subjects) if one != NEW)
    desk.workbench.select_span(claims.lines.line(other).claim.figure, Chooser.SOURCE)
    assert claims.currentIndex().row() == other
    assert tables.current_key == "claims"


@pytest.mark.parametrize(
    ("severity", "sign"),
    [(Severity.ERROR, "▲"), (Severity.WARNING, "◆"), (Severity.HINT, "●")],
)
def test_a_line_that_differs_is_as_grave_as_the_office_weighs_it(
    desk: Desk, tmp_path: Path, severity: Severity, sign: str
) -> None:
    review = desk.open(_sample())
    desk.workbench.transcribe(NEW, "25")
    store = RulesStore(tmp_path / "rules")
    store.choose(RuleId("claims.cells"), severity=severity)
    review.use_rules(store.value)
    view = desk.show(Tables, 900, 640).claims
    view.show_review(review)
    (line,) = (line for line in view.lines.all() if line.claim.subject == NEW)
    assert line.standing is Standing.DIFFERENT
    comparison = 7
    assert view.lines.texts(line)[comparison] == f"{sign} 不一致"
    assert view.lines.color(line, comparison) == severity.value
    others = [one for one in view.lines.all() if one.standing is Standing.SAME]
    assert all(view.lines.color(one, comparison) == "confirmed" for one in others)
