"""The review as a workbook for those who have no reviewer: to print, file and send back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reviewer.atomic import write_atomically
from reviewer.checks.model import Finding
from reviewer.progress import Progress, ignore
from reviewer.review.review import Review

_BEGUN, _SAVED, _PACKED = 0.2, 0.7, 0.9
"""Progress when the sheets are begun, when they are filled, and when the file is packed."""


def write_workbook(
    review: Review,
    target: Path,
    *,
    reviewer_name: str = "",
    time: datetime | None = None,
    more_findings: Sequence[Finding] = (),
    progress: Progress = ignore,
) -> None:
    """Write a review to an ``.xlsx`` file, whole or not at all.

    Args:
        review: The review as it stands.
        target: The file to make or replace.
        reviewer_name: Who answers for it; shown on the first sheet.
        time: When it was written; now, if not given.
        more_findings: Findings from outside the review (a comparison with another year).
        progress: Told how far it is; once it is told that writing begins, nothing stops it.

    Raises:
        Cancelled: ``progress`` raised it; nothing has been written.
        ExportError: The target cannot be written; what was there before is kept.
    """
    progress("正在生成审核表", 0.0)
    from reviewer.export.book import Book  # openpyxl takes 0.1-0.2 s to load
    from reviewer.export.replacing import refuse_foreign
    from reviewer.export.sheets import SHEETS

    refuse_foreign(target)
    book = Book(review, reviewer_name, time or datetime.now().astimezone(), more_findings)
    for done, write_sheet in enumerate(SHEETS):
        progress("正在生成审核表", _BEGUN + (_SAVED - _BEGUN) * done / len(SHEETS))
        write_sheet(book)
    progress("正在生成审核表", _SAVED)
    content = io.BytesIO()  # a zip file that the disk cuts off complains once more when it goes
    book.workbook.save(content)
    progress("正在写入审核表", _PACKED)
    write_atomically(target, lambda stream: stream.write(content.getbuffer()))
