"""Open reports beside those of the year before: figures that must follow on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.review.model import Changes
    from reviewer.review.review import Review


class Comparing:
    """Holds open reports against their bodies' of the year before, if those are open too.

    Args:
        reviews: Those that are open.
        tell: Is told of a review that comes out otherwise than before, and what that changes.
    """

    def __init__(
        self,
        reviews: Sequence[Review],
        tell: Callable[[Review, Changes], None],
    ) -> None:
        self._reviews = reviews
        self._tell = tell

    def compare(self, review: Review) -> Changes:
        """Hold one against last year's as it is now; what that changes."""
        from reviewer.checks.years import last_years  # loaded with the first report

        others = (one.report for one in self._reviews)
        return review.stand_beside(last_years(review.report, others))

    def compare_followers(self, changed: Review) -> None:
        """Compare anew the reports of the year after one that came, changed or went."""
        year = changed.report.year
        for review in self._reviews:
            if year is not None and review.report.year == year + 1:
                before = review.compared
                changes = self.compare(review)
                if review.compared != before:
                    self._tell(review, changes)
