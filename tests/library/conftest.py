from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from reviewer.library.library import Library

START = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library is, in a folder that is not there yet."""
    return tmp_path / "资料" / "library.sqlite"


@pytest.fixture
def connect(path: Path) -> Iterator[Callable[[], Library]]:
    """Opens the library, as often as asked; the clock goes on by a minute at each look."""
    minutes = count()
    opened: list[Library] = []

    def connected() -> Library:
        opened.append(Library(path, lambda: START + timedelta(minutes=next(minutes))))
        return opened[-1]

    yield connected
    for library in opened:
        library.close()


@pytest.fixture
def library(connect: Callable[[], Library]) -> Library:
    return connect()
