"""Which figure a broken rule most likely owes its break to."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.checks.blame import favourites
from reviewer.checks.model import Suspect

_WORTH_NAMING = 0.2
"""A suspect is named beside the best one if it is at least so many times as likely."""


def likely(suspects: Iterable[Suspect], key: str) -> tuple[Suspect, ...]:
    """The suspects of one evaluation that no other is clearly likelier than; best first."""
    able = [suspect for suspect in suspects if key in suspect.explains]
    favourite = favourites(able).get(key)
    if favourite is not None:
        return (favourite,)
    return tuple(one for one in able if one.score >= _WORTH_NAMING * able[0].score)
