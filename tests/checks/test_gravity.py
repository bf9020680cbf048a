"""How grave a broken sum is where its figures may have been misread."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.checks.model import Outcome, Severity
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render


def _errors(text: str) -> set[str]:
    """Rules whose broken sums are errors."""
    findings = check(read_report(open_text(text))).findings
    grave = [one for one in findings if one.severity is Severity.ERROR]
    return {one.rule for one in grave if one.outcome is Outcome.BROKEN}


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("layout", ["paragraphs", "pdf", "tsv"])
@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("requests.granted.natural_person", "requests.details"),
        ("disputes.reconsideration.total", "disputes.total"),
    ],
)
def test_one_wrong_figure_is_an_error_whatever_parts_the_figures(
    form_id: str, layout: str, cell: str, rule: str
) -> None:
    figures = dict(make_figures(form_id, 5))
    assert not _errors(render(figures, form_id, layout).text)
    figures[CellId(cell)] = str(int(figures[CellId(cell)]) + 3)
    assert rule in _errors(render(figures, form_id, layout).text)
