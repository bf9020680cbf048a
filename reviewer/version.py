"""Which version of the program this is."""

from __future__ import annotations


def version() -> str:
    """The installed version; a plain checkout that was never installed has none."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed_version

    try:
        return installed_version("reviewer")
    except PackageNotFoundError:
        return "0"
