"""Tables that styles make of divisions."""

from __future__ import annotations

import pytest

from reviewer.document.model import Table
from reviewer.document.opening import open_html

_SHEET = (
    "<style>.tb{display:table}.wrap .tr{display: table-row}.td,div.th{display:table-cell;"
    "border:1px solid}</style>"
)
_ROWS = (
    "<div class='tr'><div class='td'>规章</div><div class='td'></div><div class='td'>3</div></div>"
)


def _tables(inside: str) -> list[str]:
    document = open_html(f"<html><head></head><body><p>一、总体情况</p>{inside}</body></html>")
    blocks = [block for block in document.blocks if isinstance(block, Table)]
    return [document.at(block.place.span) for block in blocks]


def test_divisions_shown_as_a_table_are_one() -> None:
    heads = "".join(f"<div class='th'>{text}</div>" for text in "甲乙丙")
    head = f"<div class='tr'>{heads}</div>"
    (text,) = _tables(f"{_SHEET}<div class='wrap'><div class='tb'>{head}{_ROWS}</div></div>")
    assert text.rstrip("\n").split("\n") == ["甲\t乙\t丙", "规章\t\t3"]


def test_own_styles_and_groups_of_rows_count() -> None:
    row = "<div style='display:table-row'>" + "".join(
        f"<span style='display: table-cell'>{text}</span>" for text in ("甲", "", "1")
    )
    group = f"<div style='display:table-row-group'>{row}</div>{row}</div></div>"
    (text,) = _tables(f"<div style='display:table'>{group}</div>")
    assert text.rstrip("\n").split("\n") == ["甲\t\t1", "甲\t\t1"]


@pytest.mark.parametrize(
    "inside",
    [
        f"<style>.tr{{display:none}}</style><div>{_ROWS}</div>",
        "<div style='display:table-row'><p style='display:table-cell'>孤行</p></div>",
        f"{_SHEET}<div class='tb'>{_ROWS}</div>",
    ],
)
def test_what_is_no_table_of_rows_and_cells_is_none(inside: str) -> None:
    assert _tables(inside) == []
