"""How work says how far it is, whoever listens."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Told what goes on and how far, 0 to 1; raises ``Cancelled`` if the user stopped the work."""


def ignore(message: str, fraction: float) -> None:
    """A progress callable for nobody."""
