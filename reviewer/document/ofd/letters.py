"""Characters of an OFD page with their boxes, from the places that the file gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, degrees, hypot
from statistics import median

from lxml import etree

from reviewer.document.geometry.glyphs import UNREADABLE, Glyph
from reviewer.document.geometry.matrices import Matrix
from reviewer.document.geometry.watermarks import LARGE, is_pale, quarter_turns
from reviewer.document.ofd.values import colour, distances, is_off, local, number

_ASCENT, _DESCENT = 0.88, 0.12
"""Of a character's size, above and below the line that it stands on."""

_NARROW, _NARROWEST = 0.65, 0.5
"""Of its size: how wide a Latin letter or digit may be, and is as a rule."""


@dataclass(frozen=True)
class Letter:
    """A character, and whether it is hardly visible.

    ``order`` says when it is painted, ``ink`` how dark (0 is black, 255 white).
    """

    glyph: Glyph
    pale: bool
    order: int = 0
    ink: float = 0.0
    is_printed: bool = True


def letters_of(text: etree._Element, matrix: Matrix, order: int = 0) -> Iterator[Letter]:
    """The characters of a text object that is painted in its turn; none that slant."""
    turns = _turns(matrix)
    if turns is None:
        return
    size = number(text.get("Size"))
    wide = number(text.get("HScale"), 1.0) or 1.0
    darkest, opaque = colour(text, "FillColor")
    pale = is_pale(darkest, opaque)
    is_printed = opaque > 0 and not (is_off(text, "Fill") and is_off(text, "Stroke", "false"))
    x = y = 0.0
    for code in text:
        if local(code) != "TextCode":
            continue
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        for left, top, width, letter in _placed(code, (x, y), size, wide):
            corners = (
                matrix.point(left, top - _ASCENT * size),
                matrix.point(left + width, top + _DESCENT * size),
            )
            (x0, y0), (x1, y1) = corners
            box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            if box[0] < box[2] and box[1] < box[3]:
                yield Letter(Glyph(*box, letter, turns), pale, order, darkest, is_printed)


def without_watermark(letters: list[Letter]) -> list[Glyph]:
    """The characters that are not far larger than the rest and hardly visible."""
    usual = median(one.glyph.height for one in letters) if letters else 0.0
    return [one.glyph for one in letters if not (one.pale and one.glyph.height > LARGE * usual)]


def _turns(matrix: Matrix) -> int | None:
    """Quarter turns counterclockwise of what is written; None if it slants."""
    if hypot(matrix.a, matrix.b) == 0:
        return None
    return quarter_turns(degrees(atan2(-matrix.b, matrix.a)))


def _placed(
    code: etree._Element, start: tuple[float, float], size: float, wide: float
) -> Iterator[tuple[float, float, float, str]]:
    """Left edge, base line, width of each character, in the object's own coordinates."""
    written = [one for one in code.text or "" if one >= " "]
    across, down = distances(code.get("DeltaX")), distances(code.get("DeltaY"))
    x, y = start
    for at, letter in enumerate(written):
        most, usual = (_NARROW, _NARROWEST) if letter.isascii() else (1.0, 1.0)
        # Where nothing is said all would stand upon each other.
        unsaid = 0.0 if down else usual * size * wide
        step = across[at] if at < len(across) else unsaid
        # A character is as wide as the next one is away, but for a gap that parts words.
        width = min(step, most * size * wide) if step > 0 else usual * size * wide
        if not letter.isspace():
            yield x, y, width, letter if _is_character(letter) else UNREADABLE
        x += step
        y += down[at] if at < len(down) else 0.0


def _is_character(letter: str) -> bool:
    """Whether it says which character it is; those for private use do not."""
    return not ("\ue000" <= letter < "\uf900" or letter in "\ufffd\ufffe\uffff")
