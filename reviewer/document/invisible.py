"""Characters that no reader sees: soft hyphens, marks of width nought and of direction."""

from __future__ import annotations

import re

INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
"""Left out of the text wherever the file states its cells; where bare text has nothing else to
part its cells by, a blank of width nought may do so."""
