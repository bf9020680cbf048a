"""What the window's tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.desks import Desk, faulty
from tests.gui.hands import Hand
from tests.gui.programs import Program


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A workbench whose work ends with the test."""
    made = Desk(qtbot)
    yield made
    made.workbench.close()


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    """The whole program, ended with the test."""
    made = Program(qtbot)
    yield made
    made.end()
    QGuiApplication.clipboard().clear()  # Qt crashes over what Python still keeps there at exit


@pytest.fixture
def hand(desk: Desk) -> Hand:
    """A hand on the grid of table three of a report with a fault."""
    return Hand(desk, faulty())
