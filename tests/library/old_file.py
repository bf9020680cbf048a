"""Makes a library file of the present version, to be kept in ``tests/data`` for ever.

``python -m tests.library.old_file tests/data/library_v<version>.sqlite``, before a migration is
added. The test of old files expects what is written here in each of them.
"""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from reviewer.base import CellId
from reviewer.document.model import Span
from reviewer.forms.report import Report
from reviewer.library.library import Library
from reviewer.review.model import (
    Annotate,
    Confirm,
    Decide,
    Edit,
    Group,
    Propose,
    Transcribe,
    Verdict,
)
from reviewer.review.review import Review
from tests.reports import make_report

PATH = "/报告/石桥镇2022.txt"
ENCODING = "big5hkscs"
"""Chosen since version 2."""
DRAFT = Annotate(note="", text="写到一半", cell=CellId("requests.new.total"))
"""Kept since version 4."""
CORRECTED = CellId("requests.new.total")
PROPOSED = CellId("requests.total.total")
CONFIRMED = CellId("requests.granted.total")


def main(path: Path) -> None:
    """Write the file."""
    minutes = count()

    def clock() -> datetime:
        return datetime(2024, 3, 1, 9, 0, tzinfo=UTC) + timedelta(minutes=next(minutes))

    with closing(Library(path, clock)) as library:
        report = opened_from(PATH, 2022)
        library.remember(report)
        store = partial(library.append, report.document.origin.sha256)
        review = Review(report, author="李", store=store, clock=clock)
        for edit in _edits(review):
            review.do(edit, reason="扫描不清")
        review.undo()
        review.undo()
        review.redo()
        library.choose_encoding(report.document.origin.sha256, ENCODING)
        library.keep_drafts(report.document.origin.sha256, [DRAFT])
        library.remember(opened_from("", 2023))


def opened_from(path: str, year: int) -> Report:
    """A report with a fault, from a path or pasted."""
    report = make_report(values={CORRECTED: "15"}, year=year)
    origin = report.document.origin.model_copy(update={"path": path})
    document = report.document.model_copy(update={"origin": origin})
    return report.model_copy(update={"document": document})


def _edits(review: Review) -> list[Edit]:
    """One of each kind; the last one is undone, the one before undone and redone."""
    return [
        Transcribe(cell=CORRECTED, text="5"),
        Group(
            title="粘贴 2 格",
            edits=(Propose(cell=PROPOSED, text="6"), Confirm(cell=CONFIRMED)),
        ),
        Decide(finding=review.checked.findings[0].id, verdict=Verdict.EXPLAINED, reason="另计"),
        Annotate(note="first", text="请核实", span=Span(start=2, end=6)),
        Annotate(note="second", text="不再需要", cell=CORRECTED),
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
