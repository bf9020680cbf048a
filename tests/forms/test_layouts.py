"""Reading in every layout: every figure right, and nothing wrong that looks sure."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import LAYOUTS, NOT_READABLE, Faults, Rendered, make_figures, render
from tests.layouts.figures import APPLICANTS
from tests.strategies import faulty_reports

GLUED = {"glued", "glued_rows", "glued_figures"}

PARTED = ["word_tab", "pipe", "csv", "tsv", "markdown_left", "tab_between"]
ORDER = (*APPLICANTS, "total")
FORMS = ("2019", "2021")


def _read(rendered: Rendered) -> Report:
    report = read_report(open_text(rendered.text))
    for reading in report.readings:
        if reading.place is not None:
            assert report.document.at(reading.place.span) == reading.printed
    return report


def _wrong(rendered: Rendered, report: Report) -> list[CellId]:
    """Cells read otherwise than printed; an empty cell that leaves no trace may be missing."""
    return [
        cell
        for cell, printed in rendered.truth.items()
        if (got := report.by_cell[cell].printed) != printed
        and not (cell in rendered.traceless and not got)
    ]


def _wrong_and_sure(rendered: Rendered, report: Report) -> list[CellId]:
    return [cell for cell in _wrong(rendered, report) if report.by_cell[cell].sure]


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - GLUED - NOT_READABLE))
def test_every_figure_is_read_and_sure(form_id: str, layout: str) -> None:
    rendered = render(make_figures(form_id, 3), form_id, layout)
    report = _read(rendered)
    assert report.form.id == form_id
    assert _wrong(rendered, report) == []
    assert [reading.cell for reading in report.readings if not reading.sure] == []


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("layout", sorted(NOT_READABLE))
@pytest.mark.parametrize("faults", [Faults(), Faults(blanks_for_zeros=True)])
def test_layouts_that_are_not_understood_are_in_doubt(
    form_id: str, layout: str, faults: Faults
) -> None:
    rendered = render(make_figures(form_id, 41), form_id, layout, faults)
    assert _wrong_and_sure(rendered, _read(rendered)) == []


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("layout", sorted(GLUED))
def test_glued_figures_are_parted_by_the_sums(form_id: str, layout: str) -> None:
    rendered = render(make_figures(form_id, 3), form_id, layout)
    report = _read(rendered)
    guarded = [cell for cell in _wrong(rendered, report) if not cell.startswith("active.")]
    assert guarded == []
    inferred = [reading for reading in report.readings if reading.inferred]
    assert inferred
    assert all(reading.doubt for reading in inferred)


def test_glued_figures_that_no_sum_parts_show_all_ways_and_are_not_sure() -> None:
    figures = make_figures("2021", 3)
    figures |= dict(
        zip(
            (CellId(f"active.normative_document.{column}") for column in
             ("issued", "repealed", "in_force")),
            ("88", "55", "698"),
            strict=True,
        )
    )  # fmt: skip
    report = _read(render(figures, "2021", "glued"))
    reading = report.by_cell[CellId("active.normative_document.issued")]
    assert not reading.sure
    assert {reading.printed, *reading.candidates} >= {"8", "88", "885"}


@pytest.mark.parametrize(
    "faults",
    [
        Faults(subtotal=True),
        Faults(no_total_column=True),
        Faults(wrapped_heads=True),
        Faults(full_width=True, padding="\u3000"),
        Faults(no_head=frozenset({"requests"})),
        Faults(head_again_after="refused_enquiry"),
        Faults(missing_rows=frozenset({"requests.refused_internal"})),
        Faults(
            labels={
                "（一）予以公开": "（一）予以公布",
                "结果维持": "结果维护",
                "4.保护第三方合法权益": "4.保护第三方合法权利",
            }
        ),
    ],
    ids=[
        "subtotal",
        "no_total",
        "wrapped",
        "wide",
        "no_head",
        "page_end",
        "no_row",
        "misspelt",
    ],
)
@pytest.mark.parametrize("layout", ["word_tab", "pipe_cells_open", "csv", "spaced", "pdf"])
def test_oddities_do_not_shift_the_rest(layout: str, faults: Faults) -> None:
    rendered = render(make_figures("2021", 3), "2021", layout, faults)
    report = _read(rendered)
    assert _wrong_and_sure(rendered, report) == []
    assert len(_wrong(rendered, report)) <= 7


@pytest.mark.parametrize("layout", ["word_tab", "pipe", "markdown_left", "csv", "paragraphs"])
def test_a_lost_cell_leaves_its_row_in_doubt_and_the_rest_right(layout: str) -> None:
    lost = CellId("requests.granted.business")
    rendered = render(make_figures("2021", 3), "2021", layout, Faults(lost=frozenset({lost})))
    report = _read(rendered)
    assert _wrong_and_sure(rendered, report) == []
    assert {cell.split(".")[1] for cell in _wrong(rendered, report)} <= {"granted"}


@pytest.mark.parametrize(
    "layout", ["word_tab", "pipe", "csv", "tsv", "markdown_left", "tab_between"]
)
def test_columns_in_another_order_are_read_by_their_heads(layout: str) -> None:
    order = (*ORDER[1:-1][::-1], ORDER[0], ORDER[-1])
    rendered = render(make_figures("2021", 3), "2021", layout, Faults(order=order))
    report = _read(rendered)
    assert _wrong(rendered, report) == []
    assert all(reading.sure for reading in report.readings)


@pytest.mark.parametrize("layout", [*PARTED, "spaced", "paragraphs", "glued"])
@pytest.mark.parametrize(
    "order", [("total", *ORDER[:-1]), tuple(key for key in ORDER if key != "other_org")]
)
def test_columns_moved_or_gone_shift_nothing(layout: str, order: tuple[str, ...]) -> None:
    rendered = render(make_figures("2021", 3), "2021", layout, Faults(order=order))
    assert _wrong_and_sure(rendered, _read(rendered)) == []


@pytest.mark.parametrize("layout", ["spaced", "paragraphs", "glued_rows"])
def test_columns_in_another_order_are_in_doubt_without_separators(layout: str) -> None:
    order = (ORDER[0], ORDER[2], ORDER[1], *ORDER[3:])
    rendered = render(make_figures("2021", 3), "2021", layout, Faults(order=order))
    assert _wrong_and_sure(rendered, _read(rendered)) == []


@pytest.mark.parametrize("layout", ["csv", "tsv", "markdown_right", "drawn"])
@pytest.mark.parametrize("faults", [Faults(blank_total_column=True), Faults(further_column="备注")])
def test_blank_columns_leave_no_doubt_where_the_grid_is_kept(layout: str, faults: Faults) -> None:
    rendered = render(make_figures("2021", 3), "2021", layout, faults)
    report = _read(rendered)
    assert _wrong(rendered, report) == []
    assert all(reading.sure for reading in report.readings)


@given(faulty_reports())
@settings(max_examples=40, phases=[Phase.explicit, Phase.generate])
def test_nothing_wrong_looks_sure(rendered: Rendered) -> None:
    report = _read(rendered)
    assert _wrong_and_sure(rendered, report) == []
