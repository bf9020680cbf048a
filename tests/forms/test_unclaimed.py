"""Labels that go on below their figures are not taken for the next row's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms import reading
from reviewer.forms.reading import read_report
from tests.layouts import LAYOUTS, NOT_READABLE, make_figures, render

DATA = Path(__file__).resolve().parent.parent / "data"


def _wrapped(width: int, text: str) -> str:
    """Labels broken after so many characters, the figures behind the first piece."""

    def broken(match: re.Match[str]) -> str:
        label, rest = match["label"], match["rest"]
        below = [label[at : at + width] for at in range(width, len(label), width)]
        return "\n".join([(match["group"] or "") + label[:width] + rest, *below])

    filled = re.sub(r"(?m)^\t+|(?<=\t)\t+|\t+$", "", text)
    row = r"(?m)^(?P<group>[^\t\n]*\t)??(?P<label>[^\t\n]{2,})(?P<rest>(?:\t[\d/—-]+){5,})$"
    return re.sub(row, broken, filled)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("width", [4, 5, 6, 7, 8])
@pytest.mark.parametrize("seed", [2, 3, 11])
def test_figures_behind_the_first_piece_of_a_label_are_right_or_doubted(
    form_id: str, width: int, seed: int
) -> None:
    rendered = render(make_figures(form_id, seed), form_id, "tsv")
    text = _wrapped(width, rendered.text)
    assert text != rendered.text
    report = read_report(open_text(text))
    wrong = [
        cell
        for cell, printed in rendered.truth.items()
        if report.by_cell[cell].sure and (report.by_cell[cell].printed or "") != (printed or "")
    ]
    assert wrong == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - set(NOT_READABLE)))
def test_every_row_claims_its_line_where_labels_stand_whole(form_id: str, layout: str) -> None:
    report = read_report(open_text(render(make_figures(form_id, 1), form_id, layout).text))
    assert [one.cell for one in report.readings if "没有读入这一行" in (one.doubt or "")] == []


def test_rows_whose_labels_go_on_below_their_figures_are_read_in_order() -> None:
    """By their labels alone each row would be given the next one's figures."""
    text = (DATA / "labels_below_figures.txt").read_text(encoding="utf-8")
    report = read_report(open_text(text))
    assert report.by_cell[CellId("requests.new.total")].printed == "383"
    assert all(one.sure for one in report.readings)


def test_a_row_whose_line_nobody_claims_leaves_its_table_in_doubt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the order of the lines tells nothing."""
    monkeypatch.setattr(reading, "reread", lambda *given: given[-1])
    text = (DATA / "labels_below_figures.txt").read_text(encoding="utf-8")
    report = read_report(open_text(text))
    new = report.by_cell[CellId("requests.new.total")]
    assert new.printed == "383" or not new.sure
    assert not any(one.sure for one in report.readings if one.cell.startswith("requests."))
    assert any("一本年新收" in (one.doubt or "") for one in report.readings)
