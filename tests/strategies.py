"""Hypothesis strategies: consistent figures, what bodies print otherwise, faulty reports."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from reviewer.base import CellId, cell_id
from reviewer.forms.catalog import form as form_of
from tests.layouts import LAYOUTS, Faults, Rendered, make_figures, render
from tests.layouts.figures import APPLICANTS, detail_rows, with_row_totals

FORM_IDS = st.sampled_from(("2019", "2021"))
MISPRINTS: dict[str, tuple[str, ...]] = {
    "结果维持": ("结果维护",),
    "（五）不予处理": ("（五）不于处理", "(五)不予处理"),
    "本年增/减": ("本年増/减", "本年增／减"),
    "（三）不予公开": ("（三） 不予公开", "（三）不予公 开"),
    "第二十条第（一）项": ("第二十条第（一）顼", "第二十条（一）项", "第二十条第(一)项"),
    "规章": ("规    章", "规　章"),
    "商业企业": ("商业 企业",),
    "其他": ("其它",),
    "总计": ("合计",),
    "行政复议": ("行政法复议",),
    "7.属于行政执法案卷": ("7、属于行政执法案卷", "7属于行政执法卷宗"),
    "3.危及“三安全一稳定”": ('3.危及"三安全一稳定"', "3.危及三安全一稳定"),
}
"""Labels of the form with wordings that real bodies print for them."""


@st.composite
def consistent_figures(draw: st.DrawFn, form_id: str) -> dict[CellId, str]:
    """Printed text of every cell; the sums of tables three and four hold."""
    figures = make_figures(form_id, draw(st.integers(0, 10**6)), size=draw(st.integers(0, 300)))
    counts = st.integers(0, 30) | st.just(0)
    details = draw(
        st.dictionaries(
            st.tuples(st.sampled_from(detail_rows(form_of(form_id))), st.sampled_from(APPLICANTS)),
            counts,
            max_size=8,
        )
    )
    return {**figures, **_requests_of(form_id, details)} if details else figures


def _requests_of(form_id: str, details: Mapping[tuple[str, str], int]) -> dict[CellId, str]:
    """Table three with the given details, nothing carried in or out."""
    numbers: dict[CellId, int] = {}
    for column in APPLICANTS:
        for row in detail_rows(form_of(form_id)):
            numbers[cell_id("requests", row, column)] = details.get((row, column), 0)
        total = sum(number for (_, applicant), number in details.items() if applicant == column)
        numbers[cell_id("requests", "new", column)] = total
        numbers[cell_id("requests", "carried_in", column)] = 0
        numbers[cell_id("requests", "total", column)] = total
        numbers[cell_id("requests", "carried_out", column)] = 0
    return {cell: str(number) for cell, number in with_row_totals(numbers).items()}


@st.composite
def misprints(draw: st.DrawFn) -> dict[str, str]:
    """Up to four labels with a wording that is not the form's."""
    labels = draw(st.lists(st.sampled_from(sorted(MISPRINTS)), max_size=4, unique=True))
    return {label: draw(st.sampled_from(MISPRINTS[label])) for label in labels}


def _row(cell: CellId) -> str:
    """A row that has lost one cell and doubled another looks whole: nothing could tell."""
    return cell.rpartition(".")[0]


@st.composite
def faults(draw: st.DrawFn, form_id: str) -> Faults:
    """What can be wrong with a report that keeps its separators; mostly little."""
    cells = [cell for cell in form_of(form_id).figures if cell.startswith("requests.")]
    some = st.frozensets(st.sampled_from(cells), max_size=2)
    lost = draw(some)
    doubled = draw(some)
    return Faults(
        subtotal=draw(st.booleans()),
        lost=lost,
        doubled=frozenset(cell for cell in doubled if _row(cell) not in set(map(_row, lost))),
        labels=draw(misprints()),
        blanks_for_zeros=draw(st.booleans()),
        full_width=draw(st.booleans()),
        padding=draw(st.sampled_from(("", "\u3000", "\u00a0"))),
        wrapped_heads=draw(st.booleans()),
    )


@st.composite
def faulty_reports(draw: st.DrawFn, layouts: tuple[str, ...] = tuple(LAYOUTS)) -> Rendered:
    """A report with faults in one of the layouts."""
    form_id = draw(FORM_IDS)
    return render(
        draw(consistent_figures(form_id)),
        form_id,
        draw(st.sampled_from(layouts)),
        draw(faults(form_id)),
    )
