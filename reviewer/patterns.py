"""Regular expressions written as lists, so that each alternative can say what it is for."""

from __future__ import annotations


def any_of(*alternatives: str) -> str:
    """The pattern that matches what any of several do; they are tried in their order."""
    return f"(?:{'|'.join(alternatives)})"
