"""The reports that come with the program."""

from __future__ import annotations

from pathlib import Path

from reviewer.paths import resource


def sample_paths() -> list[Path]:
    """Their files, in the order of their names."""
    return sorted(resource("samples").glob("*.txt"))
