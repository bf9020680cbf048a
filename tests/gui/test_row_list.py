"""Rows with something at their right: however short, and however long the title is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from reviewer.window.widgets.rows import Row, RowList
from tests.gui.desks import Desk

_BESIDE = 16
"""Pixels between a row's detail and the edge, and a few of the gap before it."""


def colours_at_the_right(desk: Desk, row: Row) -> set[int]:
    """The colours where the row's detail stands."""
    made = RowList(desk.theme, desk.host)
    made.rows.show([row])
    made.resize(desk.lines(20), made.height_for(1))
    image = made.grab().toImage()
    wide = made.fontMetrics().horizontalAdvance(row.detail) + _BESIDE
    place = QRect(image.width() - wide, 2, wide, image.height() - 4)
    made.deleteLater()
    return {
        image.pixelColor(x, y).rgb()
        for x in range(place.left(), place.right())
        for y in range(place.top(), place.bottom())
    }


@pytest.mark.parametrize("detail", ["第5行", "1", "第12345行"])
def test_a_detail_is_seen_beside_a_long_title(desk: Desk, detail: str) -> None:
    title = "主动公开政府信息情况" * 8
    assert len(colours_at_the_right(desk, Row(title, detail))) > 2
