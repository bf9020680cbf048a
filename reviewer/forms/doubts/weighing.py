"""Weighs all readings of a report, when its tables are read: which of them are sure.

To add a doubt: a file here with a function from ``AllReadings`` to the cells that it doubts, and
its name in DOUBTS.
"""

from __future__ import annotations

from collections.abc import Callable

from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.doubts.confirming import confirmed
from reviewer.forms.doubts.copies import copied
from reviewer.forms.doubts.crowded import crowded
from reviewer.forms.doubts.deduplicated import deduplicated
from reviewer.forms.doubts.interleaved import interleaved
from reviewer.forms.doubts.misnamed import misnamed
from reviewer.forms.doubts.recognised import recognised
from reviewer.forms.doubts.same_line import on_one_line
from reviewer.forms.doubts.scattered import scattered
from reviewer.forms.doubts.shared import shared
from reviewer.forms.doubts.shifted import shifted_rows
from reviewer.forms.doubts.split_figures import split_figures
from reviewer.forms.doubts.stacked import stacked
from reviewer.forms.doubts.text_ends import cut_off, lost_blanks
from reviewer.forms.doubts.unclaimed import unclaimed
from reviewer.forms.doubts.uneven import uneven
from reviewer.forms.doubts.wrapped import wrapped
from reviewer.forms.report import Reading

DOUBTS: tuple[Callable[[AllReadings], Doubts], ...] = (
    scattered,
    shared,
    unclaimed,
    wrapped,
    split_figures,
    crowded,
    deduplicated,
    stacked,
    on_one_line,
    interleaved,
    uneven,
    recognised,
    shifted_rows,
    copied,
    lost_blanks,
    cut_off,
    misnamed,
)
"""In this order: the first reason against a reading is the one that is told."""


def weighed(read: AllReadings) -> tuple[Reading, ...]:
    """The readings, each as sure as the whole report lets it be."""
    read = read.with_readings(confirmed(read))
    for doubting in DOUBTS:
        read = read.doubted(doubting(read))
    return read.readings
