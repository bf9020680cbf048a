"""Words that go over the rules of a table belong to one of its cells."""

from __future__ import annotations

import pytest

from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.holding import held_by, with_rest
from reviewer.document.geometry.ruling import Area, RuledTable

_CELLS = (Area(0, 0, 1, 1), Area(0, 1, 1, 2), Area(0, 2, 1, 3))
_TABLE = RuledTable((0.0, 100.0, 140.0, 180.0), (0.0, 20.0), _CELLS)


def _written(x: float, text: str, size: float = 10.0) -> list[Glyph]:
    glyphs: list[Glyph] = []
    for letter in text:
        width = size / 2 if letter.isascii() else size
        glyphs.append(Glyph(x, 5.0, x + width, 5.0 + size, letter))
        x += width
    return glyphs


def _read(*words: list[Glyph]) -> tuple[list[str], list[bool]]:
    held, across = held_by(_TABLE, [glyph for word in words for glyph in word])
    said = ["".join(glyph.text for glyph in held[area]) for area in _CELLS]
    return said, [area in across for area in _CELLS]


@pytest.mark.parametrize("figure", ["0", "12", "—", "无"])
def test_a_label_that_goes_over_a_figure_is_no_part_of_it(figure: str) -> None:
    label = _written(3, "（二）部分公开（区分处理")  # up to 123
    said, doubts = _read(label, _written(116, figure), _written(158, "7"))
    assert said == ["（二）部分公开（区分处理", figure, "7"]
    assert doubts == [True, False, False]


def test_a_label_cut_by_a_rule_between_two_letters_is_no_part_of_the_figure_below_it() -> None:
    said, doubts = _read(_written(30, "区分处理的，只计"), _written(102, "5"), _written(158, "7"))
    assert said == ["区分处理的，只计", "5", "7"]
    assert doubts == [True, False, False]


def test_a_label_that_goes_into_an_empty_cell_leaves_it_in_doubt() -> None:
    said, doubts = _read(_written(3, "（二）部分公开（区分处理"), _written(158, "7"))
    assert said == ["（二）部分公开（区分处理", "", "7"]
    assert doubts == [True, True, False]


def test_a_head_in_the_middle_of_its_cell_is_not_taken_for_its_neighbours() -> None:
    said, doubts = _read(_written(88, "社会公益组织"[:6]), _written(150, "其他"))
    assert said == ["", "社会公益组织", "其他"]
    assert doubts[:2] == [True, True]


def test_a_number_wider_than_its_cell_stays_whole_and_in_doubt() -> None:
    said, doubts = _read(_written(97, "123456789"), _written(158, "7"))  # up to 142
    assert said == ["", "123456789", "7"]
    assert doubts[1]


def test_numbers_that_touch_at_a_rule_stay_two() -> None:
    said, doubts = _read(_written(110, "123456"), _written(140, "789"))
    assert said == ["", "123456", "789"]
    assert doubts == [False, True, True]


def test_a_figure_right_behind_a_label_is_not_taken_for_its_end() -> None:
    said, doubts = _read(_written(65, "规章5"), _written(158, "7"))
    assert said[0].startswith("规章")
    moved, doubts = _read(_written(82, "规章5"), _written(158, "7"))
    assert moved == ["规章", "5", "7"]
    assert doubts[:2] == [True, True]


def test_digits_beside_a_table_that_go_on_with_a_number_of_it_are_not_lost() -> None:
    number = _written(160, "12345")  # up to 185: the last stands beside the table
    inside, others = number[:4], [*number[4:], *_written(300, "9")]
    inside, others = with_rest(inside, others, _TABLE.box)
    held, across = held_by(_TABLE, inside)
    assert "".join(glyph.text for glyph in held[_CELLS[2]]) == "12345"
    assert _CELLS[2] in across
    assert [glyph.text for glyph in others] == ["9"]
