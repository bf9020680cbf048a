"""What the library keeps of reports, as it is written into rows and read from them again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from reviewer.base import Frozen
from reviewer.errors import LibraryError
from reviewer.forms.report import Reading, Report
from reviewer.review.chain import DAMAGED_HINT
from reviewer.review.model import Annotate, Entry

_READINGS = TypeAdapter(tuple[Reading, ...])
_DRAFTS = TypeAdapter(tuple[Annotate, ...])


class Seen(Frozen):
    """A report that was opened before.

    Attributes:
        path: Where it was opened from last; empty if it was pasted.
        form: Id of the form that it uses.
        format: Name of the reader that read it.
        opened_at: When it was opened last.
    """

    sha256: str
    path: str
    title: str
    body: str
    year: int | None
    form: str
    format: str
    opened_at: datetime


class Earlier(Frozen):
    """Another version of a report, which was reviewed before.

    Attributes:
        readings: What the program read in it, without places.
        entries: Its journal.
    """

    seen: Seen
    readings: tuple[Reading, ...]
    entries: tuple[Entry, ...]


def row_of(report: Report, moment: datetime) -> dict[str, object]:
    """A report's row, by the names of its columns; ``moment`` is when it was opened."""
    origin = report.document.origin
    return {
        "sha256": origin.sha256,
        "path": os.fsencode(Path(origin.path).absolute()) if origin.path else b"",
        "title": report.title,
        "body": report.body,
        "year": report.year,
        "form": report.form.id,
        "format": origin.format,
        "moment": moment.astimezone(UTC).isoformat(timespec="microseconds"),
    }


def seen_of(sha256: str, path: bytes, *rest: Any) -> Seen:
    """A report of its row; paths are bytes, because a file's name need not be valid text."""
    values = (sha256, os.fsdecode(path), *rest)
    return Seen.model_validate(dict(zip(Seen.model_fields, values, strict=True)))


def text_of_readings(readings: tuple[Reading, ...]) -> str:
    """Readings as they are stored: without places, and without what is as usual."""
    kept = _READINGS.dump_json(readings, exclude={"__all__": {"place"}}, exclude_defaults=True)
    return kept.decode()


def readings_of(stored: str) -> tuple[Reading, ...]:
    """Stored readings.

    Raises:
        LibraryError: They are damaged.
    """
    with _readable("报告的读数"):
        return _READINGS.validate_json(stored)


def text_of_drafts(drafts: Sequence[Annotate]) -> str:
    """Drafts of notes as they are stored."""
    return _DRAFTS.dump_json(tuple(drafts)).decode()


def drafts_of(stored: str) -> tuple[Annotate, ...]:
    """Stored drafts of notes.

    Raises:
        LibraryError: They are damaged.
    """
    with _readable("这份报告的批注草稿"):
        return _DRAFTS.validate_json(stored)


def entries_of(stored: Iterable[str]) -> tuple[Entry, ...]:
    """The stored entries of a journal.

    Raises:
        LibraryError: One of them is damaged.
    """
    with _readable("这份报告的审核记录"):
        return tuple(map(Entry.model_validate_json, stored))


@contextmanager
def _readable(what: str) -> Iterator[None]:
    """Say which content of the library is not what was once stored there."""
    try:
        yield
    except ValidationError as error:
        raise LibraryError(f"记录库中{what}已损坏，未载入。", DAMAGED_HINT, str(error)) from error
