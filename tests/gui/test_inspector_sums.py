"""Sums written out: each figure leads to its cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reviewer.base import CellId, RuleId
from reviewer.checks.findings import figures_of
from reviewer.checks.model import Evaluation, Outcome, Severity
from reviewer.review.review import Review
from reviewer.window.inspector.sums import Figures, Inks, pieces_of, sum_html
from tests.gui.desks import CARRIED_IN, NEW, TOTAL, faulty

INKS = Inks(text="#111111", broken="#aa0000", muted="#888888", accent="#0000aa")
A, B, C, D = (CellId(f"requests.{row}.total") for row in ("new", "granted", "total", "other"))


def evaluation(
    left: str,
    right: str,
    cells: tuple[CellId, ...],
    *,
    relation: str = "＝",
    outcome: Outcome = Outcome.BROKEN,
    difference: int | Decimal | None = 1,
) -> Evaluation:
    return Evaluation(
        key="k",
        rule=RuleId("r"),
        title="t",
        severity=Severity.ERROR,
        outcome=outcome,
        cells=cells,
        left=left,
        right=right,
        relation=relation,
        left_value=None,
        right_value=None,
        difference=difference,
    )


def cells_in(one: Evaluation, figures: Figures) -> list[CellId | None]:
    left, right = pieces_of(one, figures)
    written = (one for one in (*left, *right) if one.text[-1].isdigit() or one.text == "？")
    return [piece.cell for piece in written]


def test_figures_belong_to_the_cells_in_their_order() -> None:
    one = evaluation("12＋1", "12", (A, B, C))
    assert cells_in(one, {A: 12, B: 1, C: 12}) == [A, B, C]


def test_noughts_that_are_not_written_are_passed_over() -> None:
    one = evaluation("3", "1＋2", (A, B, C, D))
    assert cells_in(one, {A: 3, B: 1, C: 0, D: 2}) == [A, B, D]


def test_a_missing_figure_is_a_question_mark() -> None:
    one = evaluation("？", "1", (A, B))
    assert cells_in(one, {A: None, B: 1}) == [A, B]


def test_decimals_and_negative_figures() -> None:
    one = evaluation("5＋（-7）", "0.37", (A, B, C))
    assert cells_in(one, {A: 5, B: -7, C: Decimal("0.37")}) == [A, B, C]


def test_a_figure_of_the_rule_itself_belongs_to_no_cell() -> None:
    one = evaluation("3×4", "12", (A, B))
    assert cells_in(one, {A: 4, B: 12}) == [None, A, B]


def test_the_text_is_not_changed_by_cutting() -> None:
    review = Review(faulty(), author="甲")
    figures = figures_of(review.report)
    for one in review.checked.evaluations:
        left, right = pieces_of(one, figures)
        assert "".join(piece.text for piece in left) == one.left
        assert "".join(piece.text for piece in right) == one.right


def test_every_written_figure_of_the_forms_sums_is_found() -> None:
    review = Review(faulty(), author="甲")
    figures = figures_of(review.report)
    flow = next(one for one in review.checked.evaluations if one.key.startswith("requests.flow"))
    cells = cells_in(flow, figures)
    assert cells[:3] == [NEW, CARRIED_IN, TOTAL]
    for one in review.checked.evaluations:
        if one.rule.startswith("requests."):
            assert None not in cells_in(one, figures) or one.left == "0" or one.right == "0"


def test_the_current_figure_stands_out_and_the_others_are_links() -> None:
    html = sum_html(evaluation("12＋1", "11", (A, B, C)), {A: 12, B: 1, C: 11}, C, INKS)
    assert f"href='{A}'" in html
    assert f"href='{C}'" not in html
    assert "<span style='color:#aa0000;font-weight:600'>11</span>" in html
    assert "≠" in html
    assert "差&nbsp;1" in html


@pytest.mark.parametrize(
    ("relation", "outcome", "sign"),
    [
        ("＝", Outcome.BROKEN, "≠"),
        ("＝", Outcome.HOLDS, "＝"),
        ("≥", Outcome.BROKEN, "＜"),
        ("≤", Outcome.BROKEN, "＞"),
        ("<", Outcome.BROKEN, "≥"),
        (">", Outcome.HOLDS, "＞"),
        ("⇔", Outcome.BROKEN, "⇔"),
    ],
)
def test_what_stands_between_the_sides(relation: str, outcome: Outcome, sign: str) -> None:
    one = evaluation("1", "2", (A, B), relation=relation, outcome=outcome)
    assert f"<b>{sign}</b>" in sum_html(one, {A: 1, B: 2}, A, INKS)


def test_a_nought_that_is_not_written_is_said_to_count() -> None:
    one = evaluation("3", "1＋1", (A, B, C, D))
    assert "已计入" in sum_html(one, {A: 3, B: 1, C: 0, D: 1}, C, INKS)
    assert "已计入" not in sum_html(one, {A: 3, B: 1, C: 0, D: 1}, A, INKS)


def test_a_difference_has_no_sign() -> None:
    one = evaluation("1", "3", (A, B), difference=Decimal("-2.50"))
    assert "差&nbsp;2.5" in sum_html(one, {A: 1, B: 3}, A, INKS)
