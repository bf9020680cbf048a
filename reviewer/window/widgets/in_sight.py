"""Whether what is looked for can be seen where it stands, or has to be scrolled to."""

from __future__ import annotations

_TOP, _BOTTOM = 0.12, 0.8
"""The part of a view's height in which a place is seen well enough not to scroll."""


def is_in_sight(y: float, height: float) -> bool:
    """Whether a place at ``y`` of a view so high is seen well enough to leave it there."""
    return _TOP * height <= y <= _BOTTOM * height
