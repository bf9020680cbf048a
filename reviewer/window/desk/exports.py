"""Writes workbooks in the background; a review can be worked on meanwhile."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.errors import Cancelled, ReviewerError
from reviewer.progress import Progress
from reviewer.window.desk.tasks import Worker

if TYPE_CHECKING:
    from reviewer.review.review import Review


class Exports(QObject):
    """Workbooks on their way to the disk.

    Attributes:
        begun: What errors of it would be ``about``: it is being written, perhaps again.
        written: The Path of one that is complete, and the sha256 of its report.
        failed: The ReviewerError of one that could not be written; what was there is kept.
    """

    begun = Signal(str)
    written = Signal(object, str)
    failed = Signal(object)

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._under_way = 0

    @property
    def busy(self) -> bool:
        """Whether a workbook is not written yet."""
        return self._under_way > 0

    def export(self, review: Review, target: Path, author: str) -> None:
        """Write a review as it stands now, before what else waits to be done."""
        self._under_way += 1
        sha256 = review.sha256
        about = f"export {sha256}"
        self.begun.emit(about)
        job = partial(_write, review.snapshot(), target, author)
        done, failed = partial(self._tell, target, sha256), partial(self._fail, about)
        self._worker.submit(job, done, failed, ahead=True)

    def _tell(self, target: Path, sha256: str, _: None) -> None:
        self._under_way -= 1
        self.written.emit(target, sha256)

    def _fail(self, about: str, error: ReviewerError) -> None:
        self._under_way -= 1
        error.about = about
        if not isinstance(error, Cancelled):
            self.failed.emit(error)


def _write(review: Review, target: Path, author: str, progress: Progress) -> None:
    from reviewer.export.workbook import write_workbook

    write_workbook(review, target, reviewer_name=author, progress=progress)
