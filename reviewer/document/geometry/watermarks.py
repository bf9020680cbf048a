"""What tells a page's watermark from its text: it slants, or is large and can hardly be seen."""

from __future__ import annotations

LARGE = 1.8
"""Pale text from this many times the usual height on is a watermark."""

_SLANT = 3.0
"""Text may be this many degrees off its direction, as on scanned pages."""
_PALE, _FAINT = 150, 140


def quarter_turns(angle: float) -> int | None:
    """How often a direction of so many degrees is turned by 90, 0 to 3; None if it slants."""
    turns, rest = divmod(angle + _SLANT, 90)
    return int(turns) % 4 if rest <= 2 * _SLANT else None


def is_pale(darkest: float, opaque: float) -> bool:
    """Whether a colour can hardly be seen on paper.

    Args:
        darkest: The least of its red, green and blue, of 255.
        opaque: How much it covers, of 255.
    """
    return darkest >= _PALE or opaque <= _FAINT
