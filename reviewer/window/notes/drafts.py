"""Notes that were begun and neither saved nor cancelled; only their writer makes notes of them."""

from __future__ import annotations

from reviewer.review.model import Annotate
from reviewer.review.review import Review
from reviewer.window.desk.shelf import Shelf
from reviewer.window.notes.targets import Target


class Drafts:
    """One text a place and report, kept in the library until the report is opened again.

    Attributes:
        review: The report that is being written on.
    """

    def __init__(self, shelf: Shelf) -> None:
        self.review: Review | None = None
        self._shelf = shelf
        self._texts: dict[str, dict[Target, str]] = {}
        self._written: dict[str, tuple[Annotate, ...]] = {}

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

    def write(self, review: Review, target: Target | None = None, text: str = "") -> None:
        """Write the drafts to the library, with the text that is being typed, if there is any."""
        typed = {target: text} if target is not None and text else {}
        drafts = tuple(_stored(*one) for one in {**self._on(review), **typed}.items())
        key = review.sha256
        before = self._written.get(key, ())
        if drafts != before:
            self._written[key] = drafts
            self._shelf.keep_drafts(key, drafts, before)

    def forget(self, sha256: str) -> None:
        """A report was closed: what is kept of it is read anew when it is opened again."""
        self._texts.pop(sha256, None)
        self._written.pop(sha256, None)

    def _on(self, review: Review) -> dict[Target, str]:
        """The drafts on a report; those that the last session left, when it is first asked for."""
        key = review.sha256
        if key not in self._texts:
            self._written[key] = self._shelf.drafts(key)
            self._texts[key] = {_target(one, review): one.text for one in self._written[key]}
        return self._texts[key]


def _stored(target: Target, text: str) -> Annotate:
    return Annotate(note=target.note or "", text=text, cell=target.cell, span=target.span)


def _target(draft: Annotate, review: Review) -> Target:
    """Where a draft was written; the report, if there is no such passage, the text being another.

    A draft of a note that is there no longer is one of a new note.
    """
    note = draft.note if any(one.id == draft.note for one in review.notes) else None
    span = draft.span
    there = span is not None and span.end <= len(review.original.document.text)
    return Target(cell=draft.cell, span=span if there else None, note=note)
