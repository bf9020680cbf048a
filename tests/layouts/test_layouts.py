"""The printed reports are what they say they are: truth and places agree with the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.forms.catalog import form as form_of
from tests.layouts import LAYOUTS, Faults, Rendered, make_figures, render
from tests.layouts.figures import APPLICANTS, detail_rows
from tests.strategies import consistent_figures, faulty_reports

TOTAL = CellId("requests.total.total")


def _agrees(rendered: Rendered) -> None:
    for cell, (start, end) in rendered.places.items():
        assert rendered.text[start:end] == rendered.truth[cell]
    spans = sorted(rendered.places.values())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(faulty_reports())
@settings(max_examples=40)
def test_places_agree_with_the_text_whatever_the_faults(rendered: Rendered) -> None:
    _agrees(rendered)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_every_figure_is_printed_once_in_every_layout(form_id: str, layout: str) -> None:
    figures = make_figures(form_id, 5)
    rendered = render(figures, form_id, layout)
    _agrees(rendered)
    assert rendered.truth == figures
    assert set(rendered.places) == set(form_of(form_id).figures)


@given(
    st.sampled_from(["2019", "2021"]).flatmap(
        lambda f: st.tuples(st.just(f), consistent_figures(f))
    )
)
@settings(max_examples=40)
def test_figures_satisfy_the_sums(drawn: tuple[str, dict[CellId, str]]) -> None:
    form_id, figures = drawn
    number = {cell: int(text) for cell, text in figures.items() if text.lstrip("+-").isdigit()}
    for column in (*APPLICANTS, "total"):
        total = number[CellId(f"requests.total.{column}")]
        details = (
            number[CellId(f"requests.{row}.{column}")] for row in detail_rows(form_of(form_id))
        )
        new, carried_in, carried_out = (
            number[CellId(f"requests.{row}.{column}")]
            for row in ("new", "carried_in", "carried_out")
        )
        assert total == sum(details)
        assert new + carried_in == total + carried_out


def test_faults_change_the_truth_of_their_cells_only() -> None:
    figures = make_figures("2021", 1)
    lost = CellId("requests.new.natural_person")
    faults = Faults(lost=frozenset({lost}), missing_rows=frozenset({"requests.granted"}))
    truth = render(figures, "2021", "spaced", faults).truth
    changed = {cell for cell in figures if truth[cell] != figures[cell]}
    assert changed == {lost, *(cell for cell in figures if ".granted." in cell)}


def test_no_total_column_and_subtotal() -> None:
    figures = make_figures("2019", 1)
    rendered = render(figures, "2019", "word_tab", Faults(subtotal=True, no_total_column=True))
    assert rendered.truth[TOTAL] is None
    assert "小计" in rendered.text


def test_page_end_repeats_the_head() -> None:
    figures = make_figures("2021", 1)
    rendered = render(figures, "2021", "pdf", Faults(head_again_after="refused_enquiry"))
    assert rendered.text.count("申请人情况") == 2
    _agrees(rendered)


def test_blanks_leave_no_trace_without_separators() -> None:
    figures = make_figures("2021", 1, size=0)
    rendered = render(figures, "2021", "glued", Faults(blanks_for_zeros=True))
    assert rendered.traceless == frozenset(figures)
    kept = render(figures, "2021", "csv", Faults(blanks_for_zeros=True))
    assert not kept.traceless
    assert set(kept.truth.values()) == {""}
