"""Weighs all readings of a report, when its tables are read: which of them are sure.

To add a doubt: a file here with a function from ``Read`` to the cells that it doubts, and its
name in DOUBTS.
"""

from __future__ import annotations

from collections.abc import Callable

from reviewer.forms.doubts.confirming import confirmed
from reviewer.forms.doubts.copies import copied
from reviewer.forms.doubts.ends import torn, vanished
from reviewer.forms.doubts.halved import halved
from reviewer.forms.doubts.misnamed import misnamed
from reviewer.forms.doubts.read import Doubts, Read
from reviewer.forms.doubts.recognised import recognised
from reviewer.forms.doubts.scattered import scattered
from reviewer.forms.doubts.shared import shared
from reviewer.forms.doubts.slid import slid
from reviewer.forms.doubts.thinned import thinned
from reviewer.forms.doubts.together import together
from reviewer.forms.doubts.unclaimed import unclaimed
from reviewer.forms.doubts.uneven import uneven
from reviewer.forms.doubts.wrapped import wrapped
from reviewer.forms.report import Reading

DOUBTS: tuple[Callable[[Read], Doubts], ...] = (
    scattered,
    shared,
    unclaimed,
    wrapped,
    halved,
    thinned,
    together,
    uneven,
    recognised,
    slid,
    copied,
    vanished,
    torn,
    misnamed,
)
"""In this order: the first reason against a reading is the one that is told."""


def weighed(read: Read) -> tuple[Reading, ...]:
    """The readings, each as sure as the whole report lets it be."""
    read = read.with_readings(confirmed(read))
    for doubting in DOUBTS:
        read = read.doubted(doubting(read))
    return read.readings
