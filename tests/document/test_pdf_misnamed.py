"""Fonts that name their characters wrongly: nothing on such pages is sure."""

from __future__ import annotations

from functools import partial

import pytest

from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind
from tests.document.pdf_pages import Look, print_report
from tests.document.reading import read_as
from tests.layouts import make_figures

_read = partial(read_as, "pdf")


def _as_others(letters: str, text: str) -> str:
    """A text some of whose letters are named as the next ones of the font."""
    return text.translate({ord(one): chr(ord(one) + 1) for one in letters})


@pytest.mark.parametrize(("letters", "are_sure"), [("维", True), ("维纠审属请织研业构", False)])
def test_figures_beside_labels_of_many_other_letters_are_in_doubt(
    letters: str, *, are_sure: bool
) -> None:
    figures = make_figures("2021", 3)
    look = Look(character=partial(_as_others, letters))
    report = read_report(_read(print_report("2021", figures, look)))
    read = [one for one in report.readings if one.kind is Kind.NUMBER]
    assert len(read) > 100
    assert {one.sure for one in read} == {are_sure}
