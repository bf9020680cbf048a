"""Text from Word in which every place that a merged cell covers is an empty cell."""

from __future__ import annotations

import pytest

from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import Faults, Rendered, make_figures, render


def _as_from_word(rendered: Rendered) -> str:
    """A spreadsheet's lines with each cell on a line of its own behind a tab."""
    return "\n".join(
        "".join(f"\t{cell}\n" for cell in line.split("\t")) if "\t" in line else line
        for line in rendered.text.split("\n")
    )


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", [3, 5, 11])
@pytest.mark.parametrize("blanks", [False, True])
def test_covered_places_before_a_rows_figures_shift_none(
    form_id: str, seed: int, *, blanks: bool
) -> None:
    figures = make_figures(form_id, seed)
    rendered = render(figures, form_id, "tsv", Faults(blanks_for_zeros=blanks))
    report = read_report(open_text(_as_from_word(rendered)))
    own = [cell for cell in rendered.truth if cell.startswith("requests.")]
    wrong = [
        cell for cell in own if (report.by_cell[cell].printed or "") != (rendered.truth[cell] or "")
    ]
    assert own
    assert [cell for cell in wrong if report.by_cell[cell].sure] == []
    assert blanks or [cell for cell in own if cell in wrong or not report.by_cell[cell].sure] == []
