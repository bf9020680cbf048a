"""What is kept of reports from one session to the next; without a library, nothing is."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from reviewer.errors import LibraryError, ReviewerError
from reviewer.forms.report import Report
from reviewer.window.desk.earlier_work import earlier_work

if TYPE_CHECKING:
    from reviewer.checks.rule_set import RuleSet
    from reviewer.library.library import Library
    from reviewer.library.stored import Seen
    from reviewer.review.carrying import Carried
    from reviewer.review.model import Annotate, Entry
    from reviewer.review.review import Review
    from reviewer.window.desk.erasing import Kept
    from reviewer.window.desk.openings import Opened

_T = TypeVar("_T")

_COMPARED = 100
"""A report is held against at most this many that were opened before."""
_LOOKED_THROUGH = 2000
"""At most this many reports opened before are looked through for them."""


class Shelf:
    """Takes reviews from the library and keeps them there.

    Args:
        library: None in trials.
        tell: Is told what could not be read or kept; work goes on without it.
    """

    def __init__(self, library: Library | None, tell: Callable[[ReviewerError], None]) -> None:
        self._library = library
        self._tell = tell
        self._remembered: set[str] = set()

    @property
    def library(self) -> Library | None:
        """Where reviews are kept."""
        return self._library

    def review(
        self,
        report: Report,
        author: str,
        rules: RuleSet | None,
        opened: Opened | None = None,
        known: Sequence[Entry] = (),
    ) -> Review:
        """The review of a report, begun or taken up again.

        Args:
            report: The report.
            author: Who reviews.
            rules: What it is checked with; the built-in rules if None.
            opened: The report with what the checks said of it already.
            known: Its journal where there is no library.

        Raises:
            ReviewerError: What was kept of it cannot be read.
        """
        from reviewer.review.review import Review

        begin = partial(Review, report, author=author, rules=rules)
        if opened is not None and (rules is None or rules is opened.rules):
            begin = partial(begin, checked=opened.checked)
        if self._library is None:
            return begin(entries=known)
        entries = self._library.entries(report.document.origin.sha256)
        return begin(entries=entries, store=partial(self._append, self._library, report))

    def remember(self, report: Report, about: str) -> None:
        """Keep that a report was opened; where the disk is full it can still be read.

        Args:
            report: The report.
            about: What an error of it is about.
        """
        try:
            if self._library is not None:
                self._remember(report, self._library)
        except LibraryError as error:
            error.about = about
            self._tell(error)

    def _remember(self, report: Report, library: Library) -> None:
        library.remember(report)
        self._remembered.add(report.document.origin.sha256)

    def _append(self, library: Library, report: Report, entry: Entry) -> None:
        """Keep an entry, and the report that it is on if that could not be kept before."""
        sha256 = report.document.origin.sha256
        if sha256 not in self._remembered:
            self._remember(report, library)
        library.append(sha256, entry)

    def drafts(self, sha256: str) -> tuple[Annotate, ...]:
        """The notes on a report that were being written when the program last ended."""
        try:
            return self._library.drafts(sha256) if self._library is not None else ()
        except LibraryError as error:
            self._tell(error)
            return ()

    def keep_drafts(
        self, sha256: str, drafts: Sequence[Annotate], before: Sequence[Annotate]
    ) -> None:
        """Keep the notes that are being written, in place of those written ``before``."""
        self._done(lambda library: library.keep_drafts(sha256, drafts, before))

    def outdated(self, reviews: Sequence[Review]) -> list[Review]:
        """Those whose journals went on in another window of the program."""
        try:
            lengths = self._library.lengths() if self._library is not None else None
        except LibraryError as error:
            self._tell(error)
            return []
        if lengths is None:
            return []
        known = ((one, one.sha256) for one in reviews)
        return [one for one, sha256 in known if lengths.get(sha256, 0) != len(one.entries)]

    def recent(self, limit: int) -> tuple[Seen, ...]:
        """Reports opened before that can be opened again, the last one first."""
        return self._asked(lambda library: library.recent(limit), ())

    def seen_beside(self, report: Report, but: Container[str]) -> tuple[Seen, ...]:
        """Files opened before with reports of the same year or the one before, the last first.

        Args:
            report: Whose year it is.
            but: The sha256 of those that are left out.
        """
        years = {report.year, report.year - 1} if report.year is not None else set()
        found = (
            one
            for one in self.recent(_LOOKED_THROUGH)
            if one.path and one.year in years and one.sha256 not in but
        )
        return tuple(islice(found, _COMPARED))

    def pasted_text(self, seen: Seen) -> str | None:
        """The text of a report that came from the clipboard."""
        return self._asked(lambda library: library.pasted_text(seen.sha256), None)

    def encodings(self) -> dict[str, str]:
        """The encodings that were chosen by hand, by the reports' sha256."""
        return self._asked(lambda library: library.encodings(), {})

    def keep_encoding(self, sha256: str, encoding: str | None) -> None:
        """Keep the encoding chosen for a report; None forgets it."""
        self._done(lambda library: library.choose_encoding(sha256, encoding))

    def kept(self, sha256: str) -> Kept | None:
        """What is kept of a report; None if nothing is, or it cannot be told."""
        from reviewer.window.desk.erasing import kept_of

        return self._asked(lambda library: kept_of(library, sha256), None)

    def erase(self, kept: Kept) -> bool:
        """Delete it for good; whether it was."""
        self._remembered.difference_update(kept.keys)
        return self._done(lambda library: library.erase(kept.keys))

    def unlist(self, seen: Seen) -> bool:
        """Take a file off the list of recent ones, keeping all that was said of it."""

        def unlist(library: Library) -> None:
            library.unlist(one.sha256 for one in library.versions(seen.sha256))

        return self._done(unlist)

    def earlier(self, review: Review) -> tuple[Carried, Seen] | None:
        """What was said of another version of a report that is opened first, and which it is."""
        return self._asked(lambda library: earlier_work(library, review), None)

    def _done(self, deed: Callable[[Library], None]) -> bool:
        def did(library: Library) -> bool:
            deed(library)
            return True

        return self._asked(did, otherwise=False)

    def _asked(self, question: Callable[[Library], _T], otherwise: _T) -> _T:
        """What the library says; ``otherwise`` without one, or if it cannot tell."""
        if self._library is None:
            return otherwise
        try:
            return question(self._library)
        except LibraryError as error:
            self._tell(error)
            return otherwise
