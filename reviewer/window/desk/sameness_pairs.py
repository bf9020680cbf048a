"""A report held against others: those that lie open, and those that were opened before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.checks.sameness import Likeness, are_compared, likenesses
from reviewer.errors import Cancelled, ReviewerError
from reviewer.forms.report import Report
from reviewer.progress import Progress


@dataclass(frozen=True)
class Pair:
    """A section of a report, and the report that it repeats."""

    other: Report
    likeness: Likeness


@dataclass(frozen=True)
class Compared:
    """What came of holding a report against some others.

    Attributes:
        read: How many were read again for it.
    """

    pairs: tuple[Pair, ...]
    read: int


def pairs_of(report: Report, others: Iterable[Report]) -> list[Pair]:
    """The sections of a report that repeat others', the most repeated first."""
    found = [
        Pair(other, likeness)
        for other in others
        if are_compared(report, other)
        for likeness in likenesses(report, other)
        if likeness.passages
    ]
    return sorted(found, key=lambda pair: -pair.likeness.share)


def compare(report: Report, others: Sequence[Report], progress: Progress) -> Compared:
    """Hold a report against others; runs on the worker."""
    return Compared(tuple(pairs_of(report, others)), 0)


def compare_again(
    report: Report, paths: Sequence[Path], known: Mapping[str, str], progress: Progress
) -> Compared:
    """Read reports again and hold one against them; runs on the worker.

    Args:
        report: The report that may repeat them.
        paths: Their files; what cannot be read any more is passed over.
        known: Encodings chosen earlier, by sha256.
        progress: Told which one is being read.
    """
    pairs: list[Pair] = []
    read = 0
    for other in _read(paths, known, progress):
        read += 1
        pairs += pairs_of(report, (other,))
    return Compared(tuple(pairs), read)


def _read(paths: Sequence[Path], known: Mapping[str, str], progress: Progress) -> Iterator[Report]:
    from reviewer.document.opening import open_document
    from reviewer.forms.reading import read_report

    for done, path in enumerate(paths):
        progress(path.name, done / len(paths))
        try:
            yield read_report(open_document(path, known=known))
        except Cancelled:
            raise
        except ReviewerError:
            continue  # moved, changed or gone: it is not what the user asked for
