"""The reports that come with the program."""

from __future__ import annotations

from pathlib import Path

from reviewer.paths import resource

_FIRST = "石桥镇_2023"
"""The sample that has the most to show."""


def sample_paths() -> list[Path]:
    """Their files, the one that has the most to show first."""
    return sorted(resource("samples").glob("*.txt"), key=_order)


def _order(path: Path) -> tuple[bool, str]:
    return (path.stem != _FIRST, path.stem)
