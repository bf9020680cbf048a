"""Notes that were begun and neither saved nor cancelled."""

from __future__ import annotations

from reviewer.review.review import Review
from reviewer.window.notes.targets import Target


class Drafts:
    """One text a place and report; kept while the program runs.

    Attributes:
        review: The report that is being written on.
    """

    def __init__(self) -> None:
        self.review: Review | None = None
        self._texts: dict[str, dict[Target, str]] = {}

    def of(self, review: Review) -> list[Target]:
        """The places with a draft, the one begun last first."""
        return list(reversed(self._on(review)))

    def text(self, review: Review, target: Target) -> str:
        """A draft's text; empty if there is none."""
        return self._on(review).get(target, "")

    def keep(self, review: Review, target: Target, text: str) -> None:
        """Keep a text."""
        self._on(review)[target] = text

    def take(self, review: Review, target: Target) -> str:
        """A draft's text, to go on writing; it is no draft any more."""
        return self._on(review).pop(target, "")

    def drop(self, review: Review, target: Target) -> None:
        """Forget a text."""
        self._on(review).pop(target, None)

    def _on(self, review: Review) -> dict[Target, str]:
        return self._texts.setdefault(review.report.document.origin.sha256, {})
