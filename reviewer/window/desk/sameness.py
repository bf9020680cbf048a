"""Holds a report against others in the background: there may be hundreds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError
from reviewer.forms.report import Report
from reviewer.window.desk.shelf import Shelf
from reviewer.window.desk.tasks import Task, Worker

if TYPE_CHECKING:
    from reviewer.review.review import Review
    from reviewer.window.desk.sameness_pairs import Compared


class Sameness:
    """Looks for sections that repeat those of other reports.

    Args:
        worker: Does it.
        shelf: Knows what was opened before.
        reviews: Those that are open.
    """

    def __init__(self, worker: Worker, shelf: Shelf, reviews: Sequence[Review]) -> None:
        self._worker = worker
        self._shelf = shelf
        self._reviews = reviews

    def compare_open(
        self,
        report: Report,
        others: Sequence[Report],
        done: Callable[[Compared], None],
        failed: Callable[[ReviewerError], None],
    ) -> None:
        """Hold a report against others that lie open."""
        from reviewer.window.desk.sameness_pairs import compare

        self._worker.fetch(partial(compare, report, tuple(others)), done, failed)

    def compare_seen(
        self,
        report: Report,
        done: Callable[[Compared], None],
        failed: Callable[[ReviewerError], None],
    ) -> tuple[Task | None, int]:
        """Hold a report against those opened before.

        Returns:
            The task, so that it can be cancelled, and against how many; None and 0 without any.
        """
        from reviewer.window.desk.sameness_pairs import compare_again

        open_now = {one.sha256 for one in self._reviews}
        seen = self._shelf.seen_beside(report, open_now)
        if not seen:
            return None, 0
        paths = [Path(one.path) for one in seen]
        job = partial(compare_again, report, paths, self._shelf.encodings())
        return self._worker.submit(job, done, failed), len(seen)
