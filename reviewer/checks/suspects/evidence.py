"""What a report's sentences say of figures that are suspected."""

from __future__ import annotations

from functools import cached_property

from reviewer.base import CellId, Number
from reviewer.checks.expression import Figures, known_sum
from reviewer.checks.suspects.slips import Proposed
from reviewer.claims.model import Claim
from reviewer.claims.reading import read_claims
from reviewer.forms.report import Report


class SentenceEvidence:
    """The claims of a report, which are read only once something is suspected."""

    def __init__(self, report: Report, figures: Figures) -> None:
        self._report = report
        self._figures = figures

    def of(self, proposed: Proposed) -> int:
        """How many sentences agree with the figures proposed and not with those printed.

        Returns:
            The count; -1 if any sentence agrees with those printed and not with those proposed.
        """
        gained = 0
        for claim in {id(c): c for cell in proposed for c in self._about.get(cell, ())}.values():
            before, after = self._sum(claim, {}), self._sum(claim, proposed)
            if before == claim.value != after:
                return -1
            gained += after == claim.value != before
        return gained

    @cached_property
    def _about(self) -> dict[CellId, list[Claim]]:
        """Counts of the whole body in the report's year, by the cells that they speak of."""
        about: dict[CellId, list[Claim]] = {}
        for claim in read_claims(self._report):
            if claim.counted and not claim.scope and claim.year == self._report.year:
                for cell in claim.cells:
                    about.setdefault(cell, []).append(claim)
        return about

    def _sum(self, claim: Claim, proposed: Proposed) -> Number | None:
        """What the cells of a claim add up to with the figures proposed; None if one is missing."""
        return known_sum(proposed.get(cell, self._figures[cell]) for cell in claim.cells)
