"""Which characters of an OFD page cannot be seen: not printed, painted over, white on white."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reviewer.document.geometry.frames import Rectangle
from reviewer.document.ofd.letters import Letter
from reviewer.document.ofd.values import WHITE

_ALIKE = 10.0
"""By how much a colour must differ from its ground to be seen."""

_PAPER = 255.0


class Cover(NamedTuple):
    """An area that is painted over: when, where, and how dark (0 is black, 255 white)."""

    order: int
    box: Rectangle
    ink: float


def parted(letters: Sequence[Letter], covers: Sequence[Cover]) -> tuple[list[Letter], list[Letter]]:
    """The characters that can be seen, and those that cannot."""
    if not covers and all(letter.is_printed and letter.ink < WHITE for letter in letters):
        return list(letters), []
    seen: list[Letter] = []
    unseen: list[Letter] = []
    for letter in letters:
        (seen if _is_seen(letter, covers) else unseen).append(letter)
    return seen, unseen


def _is_seen(letter: Letter, covers: Sequence[Cover]) -> bool:
    if not letter.is_printed:
        return False
    x, y = letter.glyph.middle, letter.glyph.level
    over = [
        one for one in covers if one.box[0] <= x <= one.box[2] and one.box[1] <= y <= one.box[3]
    ]
    if any(one.order > letter.order for one in over):
        return False
    ground = over[-1].ink if over else _PAPER
    return abs(ground - letter.ink) >= _ALIKE
