"""Compound files (OLE2): small file systems in one file, as Office wrote until 2003."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable

_MARK = b"\xd0\xcf\x11\xe0"
"""How a compound file begins."""

_SECTOR = 512
_HEAD = 512

DAMAGE: tuple[type[Exception], ...] = (
    IndexError, KeyError, AttributeError, TypeError, ValueError, AssertionError, OverflowError,
    ArithmeticError, NotImplementedError, RecursionError, MemoryError, OSError, struct.error,
)  # fmt: skip
"""The exceptions that reading raises if a file does not hold what it says."""


def is_compound(data: bytes) -> bool:
    """Whether the bytes begin as a compound file does."""
    return data.startswith(_MARK)


def padded(data: bytes) -> bytes:
    """The file, its last sector filled up if it was cut off."""
    return data + b"\0" * (-len(data) % _SECTOR)


def streams(data: bytes, names: Iterable[str] = ()) -> dict[str, bytes]:
    """The streams of those names that the file holds.

    Raises:
        DAMAGE: One of its kinds, where the file is damaged.
    """
    import olefile

    with olefile.OleFileIO(io.BytesIO(padded(data))) as file:
        return {name: file.openstream(name).read() for name in names if file.exists(name)}


def held(data: bytes, names: Iterable[str]) -> tuple[str, ...]:
    """Which of the streams a file holds; if it is damaged, those whose names it contains."""
    if not is_compound(data):
        return ()
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(padded(data))) as file:
            return tuple(name for name in names if file.exists(name))
    except DAMAGE:
        return tuple(name for name in names if _entry(name) in data)


def _entry(name: str) -> bytes:
    """A directory entry's name as the file writes it."""
    return (name + "\0").encode("utf-16-le")
