"""Numbers of notes beside figures: smaller than these, and set higher or lower."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.document.geometry.glyphs import Glyph

_SMALL = 0.8
"""A raised digit is lower than this share of the cell's largest digit's height."""

_OFF = 0.08
"""Its foot is at least this share of that height away from theirs."""


def without_raised(glyphs: Sequence[Glyph]) -> tuple[Sequence[Glyph], bool]:
    """A cell's characters without those that are raised, and whether there were digits so."""
    digits = [glyph for glyph in glyphs if glyph.text.isdigit()]
    if len(digits) < 2:
        return glyphs, False
    heights = [y1 - y0 for _, y0, _, y1, *_ in digits]
    high = max(heights)
    if min(heights) >= _SMALL * high:
        return glyphs, False
    full = [glyph for glyph in digits if glyph.height >= _SMALL * high]
    raised = {glyph for glyph in glyphs if _is_raised(glyph, full)}
    if not any(glyph.text.isdigit() for glyph in raised):
        return glyphs, False
    return [glyph for glyph in glyphs if glyph not in raised], True


def _is_raised(glyph: Glyph, full: Sequence[Glyph]) -> bool:
    """Whether a character is smaller than a digit beside it, and stands higher or lower."""
    return any(
        glyph.height < _SMALL * one.height
        and one.y0 - one.height / 2 < glyph.level < one.y1 + one.height / 2
        and abs(glyph.y1 - one.y1) > _OFF * one.height
        for one in full
    )
