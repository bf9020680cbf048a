"""A low and narrow window: what matters is seen."""

from __future__ import annotations

from tests.gui.programs import FAULTY, Program


def test_in_a_small_window_every_column_of_table_three_is_seen(program: Program) -> None:
    program.open(FAULTY)
    grid = program.window.panels.tables.page("requests").view
    for size in ((1024, 700), (1440, 900), (1000, 660)):
        program.window.resize(*size)
        program.qtbot.wait(50)
        assert program.window.width() == size[0]
        assert grid.horizontalScrollBar().maximum() == 0
