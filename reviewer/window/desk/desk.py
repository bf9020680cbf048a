"""The open reviews: how they come, how they go, which one is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.errors import ReviewerError
from reviewer.forms.report import Report
from reviewer.window.desk.archive import Archive
from reviewer.window.desk.comparing import Comparing
from reviewer.window.desk.openings import Opened, Openings, rehearsal
from reviewer.window.desk.rereading import unplaced
from reviewer.window.desk.rules_in_force import RulesInForce
from reviewer.window.desk.sameness import Sameness
from reviewer.window.desk.shelf import Shelf
from reviewer.window.desk.tasks import Worker
from reviewer.window.summary import name_of

if TYPE_CHECKING:
    from reviewer.library.library import Library
    from reviewer.review.model import Changes, Entry
    from reviewer.review.review import Review
    from reviewer.window.desk.rules_store import RulesStore


@dataclass(frozen=True)
class Means:
    """What a desk works with.

    Attributes:
        library: Where reviews are kept; they live in memory only without.
        author: Who reviews.
        rules: The office's; without, the built-in ones are in force.
    """

    library: Library | None = None
    author: str = ""
    rules: RulesStore | None = None


class Desk(QObject):
    """What lies open: several reviews, one of them current.

    Attributes:
        changed: Changes of the current review.
        saved: When its last transaction was written.
        sameness: Compares the wording of reports.
        archive: Reports that were opened before.
        comparing: Holds reports against those of the year before.
        opened: A Review was added.
        closed: The sha256 of a review that was closed.
        leaving: Another review is about to be shown: the moment to hand over what is being typed.
        parting: A Review is about to be closed: the moment to keep in it what waits to be kept.
        current_changed: Another Review, or None, is shown.
        said: A line for the status bar.
        failed: A ReviewerError for the message bar.
        settled: What such errors are ``about``: it is tried again, or done, or of no matter now.
        busy: Message and share done, 0 to 1; ("", 1.0) at the end.
        rechecked: A Review that was checked with other rules, or read again, before it is shown.
        caught_up: A Review that another window of the program changed, with these changes.
        carriable: A Review, what can be Carried over into it, and the Seen it comes from.
    """

    changed = Signal(object)
    saved = Signal(object)
    opened = Signal(object)
    closed = Signal(object)
    leaving = Signal()
    parting = Signal(object)
    current_changed = Signal(object)
    said = Signal(str)
    failed = Signal(object)
    settled = Signal(str)
    busy = Signal(str, float)
    rechecked = Signal(object)
    caught_up = Signal(object)
    carriable = Signal(object, object, object)

    def __init__(self, means: Means | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        means = means or Means()
        self._rules = means.rules
        self._office = means.rules.office if means.rules is not None else None
        self._author = means.author
        self._shelf = Shelf(means.library, self.failed.emit)
        self._reviews: list[Review] = []
        self._current: Review | None = None
        self.worker = Worker(self)
        self.sameness = Sameness(self.worker, self._shelf, self._reviews)
        self.archive = Archive(self._shelf, self)
        self.comparing = Comparing(self._reviews, self._take_compared)
        self._in_force = RulesInForce(means.rules, self._reviews, self.worker, self)
        self._in_force.rechecked.connect(self._take_rechecked)
        self._in_force.failed.connect(self.failed)
        self._in_force.settled.connect(self.settled)
        self._openings = Openings(self.worker, self._office, self)
        self._openings.read.connect(self._take_opened)
        self._openings.read_again.connect(self._take_again)
        self._openings.begun.connect(self.settled)
        self._openings.failed.connect(self.failed)
        self.worker.progressed.connect(self.busy)
        self.worker.idled.connect(self._say_idle)

    # -- what is told ---------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Show a line in the status bar."""
        self.said.emit(text)

    def tell(self, error: ReviewerError, about: str = "") -> None:
        """Tell in the message bar what could not be done, until ``settled`` names it."""
        error.about = about or error.about
        self.failed.emit(error)

    # -- what is open ---------------------------------------------------------------------

    @property
    def reviews(self) -> tuple[Review, ...]:
        """All open reviews in the order they were opened."""
        return tuple(self._reviews)

    @property
    def current(self) -> Review | None:
        """The review shown."""
        return self._current

    @property
    def shelf(self) -> Shelf:
        """What is kept of reports from one session to the next."""
        return self._shelf

    @property
    def author(self) -> str:
        """Who reviews: named in every entry made from now on."""
        return self._author

    def set_author(self, author: str) -> None:
        """Let somebody else review from now on."""
        self._author = author
        for review in self._reviews:
            review.author = author

    @property
    def rules(self) -> RulesStore | None:
        """Where the office's rules are kept; None in trials."""
        return self._rules

    def prepare(self, done: Callable[[Review], None]) -> None:
        """Load in the background what the first report will need; ``done`` gets a sample's."""
        self.worker.prepare(partial(rehearsal, self._office), done)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read files in the background; each is added, or ``failed`` tells why not.

        The first one read is shown; the others only join it, so that the reviewer can begin.
        """
        self._openings.open_paths(paths, self._shelf.encodings())

    def stop(self) -> None:
        """Give up what the worker does, and what waits for it."""
        self.worker.cancel()
        self.said.emit(self.tr("已停止。"))

    def reread(self, path: Path, encoding: str | None) -> None:
        """Read a file of text in an encoding, or in the one that fits; that is kept for it.

        What cannot be read so is told, and stays as it was.
        """
        self._openings.reread(path, encoding)

    def open_text(self, text: str, markup: str = "") -> None:
        """Read a report that was pasted; ``markup`` is the same with its tables."""
        self._openings.open_text(text, markup)

    def add(self, report: Report) -> None:
        """Start or take up the review of a report and show it.

        The same content again shows the review that is open already.
        """
        self._take(report, bring=True)

    def show(self, review: Review) -> None:
        """Make an open review the current one."""
        if review is self._current:
            return
        self._set_current(review)

    def catch_up(self) -> None:
        """Take in what another window of the program wrote of the open reports since."""
        for before in self._shelf.outdated(self._reviews):
            try:
                after = self._review(before.original, None)
            except ReviewerError as error:
                self.failed.emit(error)
            else:
                self._exchange(before, after)
                self.caught_up.emit(after)

    def close_review(self, review: Review) -> None:
        """Take a review off the window; everything in it is kept in the library."""
        if review is self._current:
            self.leaving.emit()
        self.parting.emit(review)
        index = self._reviews.index(review)
        self._reviews.remove(review)
        if review is self._current:
            rest = self._reviews
            self._set_current(rest[min(index, len(rest) - 1)] if rest else None)
        self._let_go(review)

    def close_current(self) -> None:
        """Take the review that is shown off the window."""
        if self._current is not None:
            self.close_review(self._current)

    def close_all(self) -> None:
        """Take all reviews off the window, without showing one after the other."""
        if not self._reviews:
            return
        self.leaving.emit()
        for review in self._reviews:
            self.parting.emit(review)
        closed = self.reviews
        self._reviews.clear()
        self._set_current(None)
        for review in closed:
            self._let_go(review)

    def close(self) -> None:
        """End background work; the library's owner closes it after this."""
        self.worker.close()

    # -- inside ---------------------------------------------------------------------------

    def _take_in(self, review: Review) -> None:
        """Compared before any panel knows of it: they see at once what it comes to."""
        self.comparing.compare(review)
        self._say_compared(review)
        self.comparing.compare_followers(review)
        self.opened.emit(review)

    def _let_go(self, review: Review) -> None:
        self.settled.emit(edits_of(review))
        self.closed.emit(review.sha256)
        self.comparing.compare_followers(review)

    def _take_compared(self, review: Review, changes: Changes) -> None:
        self._take_rechecked(review, changes)
        self._say_compared(review)

    def _take_rechecked(self, review: Review, changes: Changes) -> None:
        """Let panels look again at a review that was checked with others, or otherwise."""
        if review is self._current:
            self._publish(changes)
        else:
            self.rechecked.emit(review)

    def _publish(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if self._current is not None and self._current.entries:
            self.saved.emit(self._current.entries[-1].time)

    def _say_compared(self, review: Review) -> None:
        compared, found = review.compared, self.comparing.candidates(review)
        if compared is not None:
            told = self.tr("“{}”已与 {} 年度的报告比对，{} 处不衔接。")
            self.say(told.format(name_of(review.report), compared.year, len(compared.broken)))
        elif found:
            told = self.tr("“{}”的上年度报告打开了 {} 份，数字不同，请在“概况”中选定一份。")
            self.say(told.format(name_of(review.report), len(found)))

    def _take_opened(self, opened: Opened, bring: bool) -> None:
        self._take(opened.report, opened, bring=bring)

    def _take(self, report: Report, opened: Opened | None = None, *, bring: bool) -> None:
        review = self._find(report.document.origin.sha256)
        known = review is not None
        if review is None:
            try:
                self._in_force.tell_faults()
                review = self._review(report, opened)
            except ReviewerError as error:
                self.failed.emit(error)
                return
            self._shelf.remember(report, edits_of(review))
            self._reviews.append(review)
            self._take_in(review)
            self._offer_earlier(review)
        if bring or self._current is None:
            self.show(review)
        if known:
            self.said.emit(self.tr("这份报告已经打开。"))

    def _take_again(self, opened: Opened, encoding: str | None) -> None:
        """Put a report in the place of the same content read otherwise."""
        report = opened.report
        before = self._find(report.document.origin.sha256)
        if before is None:
            self._take(report, opened, bring=True)
        else:
            self._replace(before, opened)
        origin = report.document.origin
        if self._find(origin.sha256) is not None:
            self._shelf.keep_encoding(origin.sha256, encoding)

    def _replace(self, before: Review, opened: Opened) -> None:
        """Show a report in place of one; its journal goes on, but notes lose their passages."""
        self.leaving.emit()
        moved = unplaced(before)
        try:
            review = self._review(opened.report, opened, before.entries)
            if moved is not None:  # the last that can fail: what is written is also shown
                review.do(moved)
        except ReviewerError as error:
            self.failed.emit(error)
            return
        self._shelf.remember(opened.report, edits_of(review))
        self._exchange(before, review)

    def _exchange(self, before: Review, after: Review) -> None:
        """Let a review stand where another one of the same report stood."""
        self._reviews[self._reviews.index(before)] = after
        self.comparing.compare(after)
        self.rechecked.emit(after)
        if before is self._current:
            self._set_current(after)
        self.comparing.compare_followers(after)

    def _review(self, report: Report, opened: Opened | None, known: Sequence[Entry] = ()) -> Review:
        return self._shelf.review(report, self._author, self._in_force.value, opened, known)

    def _offer_earlier(self, review: Review) -> None:
        """Tell of what was said of another version of a report that is opened first."""
        work = self._shelf.earlier(review)
        if work is not None:
            self.carriable.emit(review, *work)

    def _find(self, sha256: str) -> Review | None:
        return next((one for one in self._reviews if one.sha256 == sha256), None)

    def _set_current(self, review: Review | None) -> None:
        self.leaving.emit()
        if review is not None:
            before = review.checked
            self._in_force.bring_up_to_date(review)
            self.comparing.compare(review)  # last year's figures may have been corrected since
            if review.checked is not before:
                self.rechecked.emit(review)
        self._current = self._in_force.shown = review
        self.current_changed.emit(review)

    def _say_idle(self) -> None:
        self.busy.emit("", 1.0)


def edits_of(review: Review) -> str:
    """What errors of edits on a review are ``about``."""
    return f"edits {review.sha256}"
