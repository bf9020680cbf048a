"""Which figure a broken rule most likely owes its break to."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.checks.engine import CLEAR_LEAD
from reviewer.checks.model import Suspect


def likely(suspects: Iterable[Suspect], key: str) -> tuple[Suspect, ...]:
    """The suspects of one evaluation that no other is clearly likelier than; best first."""
    able = [suspect for suspect in suspects if key in suspect.explains]
    return tuple(suspect for suspect in able if able[0].score - suspect.score < CLEAR_LEAD)
