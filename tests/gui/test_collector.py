"""Garbage is collected on the main thread, and what stays is not looked through again."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reviewer.window.collector import Collector


class Knot:
    """Something that holds on to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.stop()


def test_python_collects_nothing_by_itself_until_it_is_given_back(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


def test_a_report_is_spared_and_garbage_is_not(collector: Collector) -> None:
    gone = weakref.ref(Knot())
    kept = Knot()
    assert gone() is not None
    collector.spare()
    assert gone() is None
    assert not any(one is kept for one in gc.get_objects())


def test_what_was_spared_goes_when_the_program_ends(collector: Collector) -> None:
    kept = Knot()
    gone = weakref.ref(kept)
    collector.spare()
    del kept
    collector.stop()
    gc.collect()
    assert gone() is None
