"""Lines of a text, and what marks part within them, as stretches of places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Stretch = tuple[int, int]
"""Begin and end in the text."""


def lines_of(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The lines between two places, without their line ends."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def parted(start: int, end: int, marks: Sequence[int]) -> list[Stretch]:
    """The stretches between two places that marks of one character part, blank ones included."""
    return list(zip([start, *(mark + 1 for mark in marks)], [*marks, end], strict=True))
