"""A run of edits in a process of its own, which the test of lost edits ends at any moment."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

from reviewer.library.library import Library
from reviewer.review.model import Transcribe
from reviewer.review.review import Review
from tests.reports import make_report


def main(path: Path, dies_in_commit: int) -> None:
    """Edit without end, naming each entry on standard output once it is done.

    Args:
        path: The library's file.
        dies_in_commit: Number of the entry whose commit ends the process; 0 for none.
    """
    library = Library(path)
    report = make_report()
    key = report.document.origin.sha256
    library.remember(report)
    entries = library.entries(key)
    review = Review(report, author="李", entries=entries, store=partial(library.append, key))

    def traced(statement: str) -> None:
        if statement == "COMMIT" and len(review.entries) + 1 == dies_in_commit:
            os._exit(9)

    library._connection.set_trace_callback(traced)
    cells = list(report.by_cell)
    while True:
        number = len(review.entries)
        review.do(Transcribe(cell=cells[number % len(cells)], text=str(number + 1)))
        sys.stdout.write(f"{len(review.entries)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
