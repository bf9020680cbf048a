"""Where things lie: packaged resources and the user's folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("reviewer", appauthor=False)


def resources() -> Path:
    """The folder of packaged data files, in a checkout, a wheel or a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "reviewer" / "resources"
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


def resource(name: str) -> Path:
    """The path of one packaged data file, e.g. ``forms/2021.toml``."""
    return resources() / name


def user_data() -> Path:
    """The user's data folder (the library lies here); made on first use.

    The environment variable ``REVIEWER_HOME`` replaces it, for trials and portable copies.
    """
    return _made(Path(os.environ.get("REVIEWER_HOME") or _DIRS.user_data_dir))


def crash_records() -> Path:
    """The folder of what is written down of unforeseen errors; it may not be there yet."""
    return user_data() / "crashes"


def user_config() -> Path:
    """The user's configuration folder (settings, own rules); made on first use."""
    home = os.environ.get("REVIEWER_HOME")
    return _made(Path(home) / "config" if home else Path(_DIRS.user_config_dir))


def user_rules() -> Path:
    """The folder of the office's own rules; it may not be there yet."""
    return user_config() / "rules"


def _made(folder: Path) -> Path:
    """The folder; where it cannot be made, whoever opens a file in it finds that out."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def found(look: Callable[[], bool]) -> bool:
    """What a look at a path finds: nothing, where the system refuses it.

    ``found(path.is_dir)`` is false also of a name that is too long, or in a folder that must not
    be searched, where ``path.is_dir()`` raises OSError.
    """
    try:
        return look()
    except OSError:
        return False
