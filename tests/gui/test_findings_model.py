"""The findings as a model: whatever rows come and go, views are told rightly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from reviewer.base import FindingId, RuleId
from reviewer.checks.model import Finding, Severity
from reviewer.window.findings.model import FindingsModel, FindingsView
from reviewer.window.findings.rows import Field, Filter, FindingRow


def row(identity: str, order: int = 0, message: str = "说明") -> FindingRow:
    finding = Finding(
        id=FindingId(identity),
        rule=RuleId("rule"),
        severity=list(Severity)[order % 3],
        title="规则",
        place_label="表三",
        message=message,
    )
    texts = ("错误", "表三", "规则", message, "待核", "")
    return FindingRow(finding=finding, decision=None, order=order, texts=texts)


lists = st.lists(st.sampled_from("abcdef"), unique=True)


@given(st.lists(lists, min_size=2, max_size=5), st.booleans())
def test_rows_come_and_go(qapp: QApplication, stages: list[list[str]], reworded: bool) -> None:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for number, names in enumerate(stages):
        message = f"说明{number}" if reworded else "说明"
        rows = [row(name, order, message) for order, name in enumerate(names)]
        model.set_rows(rows)
        assert model.rows == rows
        assert model.rowCount() == len(rows)
    del tester


def test_rows_that_stay_are_the_same_rows_to_a_view(qapp: QApplication) -> None:
    model = FindingsModel()
    model.set_rows([row("a"), row("b"), row("c")])
    kept = QPersistentModelIndex(model.index(2, 0))
    model.set_rows([row("x"), row("c", message="anders")])
    assert kept.isValid()
    assert model.rows[kept.row()].finding.id == "c"


@pytest.mark.parametrize("chosen", list(Filter))
def test_a_filter_shows_what_falls_under_it(qapp: QApplication, chosen: Filter) -> None:
    model = FindingsModel()
    view = FindingsView(model)
    rows = [row(name, order) for order, name in enumerate("abcdef")]
    model.set_rows(rows)
    view.choose(chosen)
    assert view.shown() == [one for one in rows if one.falls_under(chosen)]


def test_severities_sort_by_weight_and_then_as_the_checks_have_them(qapp: QApplication) -> None:
    model = FindingsModel()
    view = FindingsView(model)
    model.set_rows([row(name, order) for order, name in enumerate("abcdef")])
    view.sort(Field.SEVERITY, Qt.SortOrder.AscendingOrder)
    assert "".join(one.finding.id for one in view.shown()) == "adbecf"
    view.sort(-1)
    assert "".join(one.finding.id for one in view.shown()) == "abcdef"
