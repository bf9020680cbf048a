"""What sentences say of repairs that mend the sums alike."""

from __future__ import annotations

from reviewer.base import CellId, cell_id
from reviewer.checks.engine import check
from reviewer.checks.model import Checked
from reviewer.checks.pointing import favourites
from tests.checks.suspects.suspected import proposed
from tests.reports import Values, make_report

_GROUPS = ("reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration")
_COLUMNS = ("upheld", "corrected", "other", "pending", "total")
_CELLS = [cell_id("disputes", group, column) for group in _GROUPS for column in _COLUMNS]


def _checked(figures: tuple[int, ...], said: str) -> Checked:
    values: Values = dict(zip(_CELLS, figures, strict=True))
    return check(make_report("2021", values, overview=f"因政府信息公开引起{said}。\n"))


def _named(checked: Checked) -> dict[CellId, object]:
    offered = favourites(checked.suspects).values()
    return {cell: figure for one in offered for cell, figure in proposed(one).items()}


def test_several_sentences_together_speak_for_a_slip_of_the_whole_line() -> None:
    right = (4, 1, 0, 2, 7, 3, 0, 1, 0, 4, 0, 2, 0, 0, 2)
    slipped = (*right[1:], 0)
    said = "行政复议7件，其中结果维持4件、结果纠正1件、尚未审结2件；行政诉讼6件"
    moved = {
        cell: figure
        for cell, figure, printed in zip(_CELLS, right, slipped, strict=True)
        if figure != printed
    }
    assert _named(_checked(slipped, said)) == moved
    assert _named(_checked(slipped, "行政处罚6件")) != moved


def test_of_repairs_that_sentences_speak_for_alike_none_is_named() -> None:
    """The total was exchanged with one of two parts: which one, no sentence says."""
    figures = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0)
    checked = _checked(figures, "行政诉讼1件")
    attested = [one for one in checked.suspects if one.attested]
    assert len(attested) > 1
    assert not favourites(checked.suspects)


def test_what_a_sentence_contradicts_is_not_spoken_for_by_another() -> None:
    """Totals of two groups exchanged would make one sentence true, and another one false."""
    figures = (0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0)
    said = "行政复议0件，其中其他结果0件；因政府信息公开引起行政诉讼0件"
    checked = _checked(figures, said)
    exchanged = {_CELLS[4]: 0, _CELLS[9]: 1}
    (of_both,) = [one for one in checked.suspects if proposed(one) == exchanged]
    assert of_both.attested == 0
    assert _named(checked).items() <= {_CELLS[4]: 0, _CELLS[7]: 0}.items()
