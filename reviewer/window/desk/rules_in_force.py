"""What open reviews are checked with: when rules change, they are checked anew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.errors import Cancelled, ReviewerError, RuleFileError
from reviewer.window.desk.rules_store import RulesStore, checked_with
from reviewer.window.desk.tasks import Worker

if TYPE_CHECKING:
    from reviewer.checks.model import Checked
    from reviewer.checks.rule_set import RuleSet
    from reviewer.forms.report import Report
    from reviewer.review.review import Review


class RulesInForce(QObject):
    """Keeps reviews checked with the rules as they are now: the one shown at once, others in turn.

    Attributes:
        rechecked: A Review that was checked with other rules, and the Changes that this brought.
        failed: A ReviewerError: a file that was left out, or what could not be put in force.
        settled: What such errors are ``about`` that need be told of no longer.
        shown: The review that is looked at.
    """

    rechecked = Signal(object, object)
    failed = Signal(object)
    settled = Signal(str)

    def __init__(
        self, store: RulesStore | None, reviews: Sequence[Review], worker: Worker, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.shown: Review | None = None
        self._office = store.office if store is not None else None
        self._reviews = reviews
        self._worker = worker
        self._told: set[str] | None = None
        if store is not None:
            store.work_on(worker)
            store.changed.connect(self._use)
            store.failed.connect(self.failed)

    @property
    def value(self) -> RuleSet | None:
        """The office's rules with the built-in ones; None in trials."""
        return self._office.value if self._office is not None else None

    def bring_up_to_date(self, review: Review) -> None:
        """Check a review that waited for its turn."""
        rules = self.value
        if rules is not None and review.rules is not rules:
            review.use_rules(rules)

    def tell_faults(self) -> None:
        """Tell once, with the first report, which files were left out of the rules."""
        rules = self.value
        if rules is not None and self._told is None:
            self._told = {_about(fault) for fault in rules.faults}
            for fault in rules.faults:
                fault.about = _about(fault)
                self.failed.emit(fault)

    def _use(self, rules: RuleSet) -> None:
        self._settle_faults(rules)
        for review in self._reviews:
            if review is self.shown:
                self.rechecked.emit(review, review.use_rules(rules))
            else:
                done = partial(self._take, review, review.report, rules)
                job = partial(checked_with, review.report, rules)
                self._worker.submit(job, done, self._fail, told=False)

    def _take(self, review: Review, report: Report, rules: RuleSet, checked: Checked) -> None:
        """Take what the worker found out, unless something else came between."""
        if self.value is rules and review in self._reviews and review.rules is not rules:
            changes = review.use_rules(rules, checked if review.report is report else None)
            self.rechecked.emit(review, changes)

    def _fail(self, error: ReviewerError) -> None:
        """What the user stopped is checked when it is shown."""
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _settle_faults(self, rules: RuleSet) -> None:
        """Files that were mended, or removed, are told of no longer."""
        for about in (self._told or set()) - {_about(fault) for fault in rules.faults}:
            self.settled.emit(about)


def _about(fault: RuleFileError) -> str:
    return f"rules {fault.file}"
