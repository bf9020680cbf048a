"""Open reports beside those of the year before: figures that must follow on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from reviewer.forms.report import Report
    from reviewer.review.model import Changes
    from reviewer.review.review import Review


class Comparing:
    """Holds open reports against their bodies' of the year before, if those are open too.

    Where several are open that say different figures, somebody chooses.

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
        self._chosen: dict[str, str] = {}
        self._candidates: WeakKeyDictionary[Review, tuple[Report, ...]] = WeakKeyDictionary()

    def candidates(self, review: Review) -> tuple[Report, ...]:
        """The reports of the year before that one can be held against."""
        return self._candidates.get(review, ())

    def chosen(self, review: Review) -> Report | None:
        """The one of these that it is held against; of several none until one is chosen."""
        found = self.candidates(review)
        wanted = self._chosen.get(review.sha256)
        if len(found) > 1:
            return next((one for one in found if one.document.origin.sha256 == wanted), None)
        return found[0] if found else None

    def choose(self, review: Review, previous: Report) -> None:
        """Hold one against this one of its candidates from now on."""
        self._chosen[review.sha256] = previous.document.origin.sha256
        self._tell(review, self.compare(review))

    def compare(self, review: Review) -> Changes:
        """Hold one against last year's as it is now; what that changes."""
        from reviewer.checks.years import candidates  # loaded with the first report

        others = (one.report for one in self._reviews)
        self._candidates[review] = candidates(review.report, others)
        return review.stand_beside(self.chosen(review))

    def compare_followers(self, changed: Review) -> None:
        """Compare anew the reports of the year after one that came, changed or went."""
        year = changed.report.year
        for review in self._reviews:
            if year is not None and review.report.year == year + 1:
                before = review.compared, len(self.candidates(review))
                changes = self.compare(review)
                if (review.compared, len(self.candidates(review))) != before:
                    self._tell(review, changes)
