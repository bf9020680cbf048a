"""Open reports beside those of the year before: figures that must follow on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.forms.report import Report
from reviewer.window.desk.desk import Desk

if TYPE_CHECKING:
    from reviewer.review.model import Changes
    from reviewer.review.review import Review


class Comparing(Desk):
    """Holds each open report against its body's of the year before, if that is open too."""

    def _take_in(self, review: Review) -> None:
        """Compared before any panel knows of it: they see at once what it comes to."""
        self._compare(review, shown=False)
        self._compare_followers(review)
        super()._take_in(review)

    def _compare_followers(self, changed: Review) -> None:
        """Compare anew the reports of the year after one that came, changed or went."""
        for review in self.reviews:
            if _precedes(changed.report, review.report):
                self._compare(review)

    def _compare(self, review: Review, *, shown: bool = True) -> None:
        before = review.compared
        changes = review.stand_beside(self._last_years(review))
        compared = review.compared
        if compared == before:
            return
        if shown:
            self._tell_compared(review, changes)
        if compared is not None:
            told = self.tr("{} 已与 {} 年度的报告比对，{} 处不衔接。")
            self.say(told.format(review.report.year, compared.year, len(compared.broken)))

    def _last_years(self, review: Review) -> Report | None:
        from reviewer.checks.years import last_years  # loaded with the first report

        return last_years(review.report, (one.report for one in self.reviews))

    def _tell_compared(self, review: Review, changes: Changes) -> None:
        """Let panels look again at a review that was held against another report."""
        self.rechecked.emit(review)

    def _let_go(self, review: Review) -> None:
        super()._let_go(review)
        self._compare_followers(review)

    def _exchange(self, before: Review, after: Review) -> None:
        after.stand_beside(self._last_years(after))
        super()._exchange(before, after)
        self._compare_followers(after)

    def _set_current(self, review: Review | None) -> None:
        """Last year's figures may have been corrected since the report was shown last."""
        if review is None:
            super()._set_current(review)
            return
        changes = review.stand_beside(self._last_years(review))
        super()._set_current(review)
        if changes.findings_added or changes.findings_removed:
            self.rechecked.emit(review)


def _precedes(previous: Report, report: Report) -> bool:
    from reviewer.checks.years import follow_on  # loaded with the first report

    if previous.year is None or report.year != previous.year + 1:
        return False  # said first: there may be hundreds
    return follow_on(report, previous)
