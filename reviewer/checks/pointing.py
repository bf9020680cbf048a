"""Which suspects are named, and which cells a finding points at: what grid and workbook mark."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.base import CellId, RuleId
from reviewer.checks.model import Checked, Finding, Suspect

CLEAR_LEAD = 0.5
"""A suspect is named in a finding if its score is so much above the next one's."""

_CLEAR_LEAD_ALONE = 0.8
"""The same where one sum is all there is to go by, and nothing is said of it."""

_PAIR = 2

MOST_MARKED = 6
"""At most this many equally likely cells are marked: more would point at nothing."""

_WORTH_NAMING = 0.2
"""A suspect is named beside the best one if it is at least so many times as likely."""


def favourites(blamed: Iterable[Suspect]) -> dict[str, Suspect]:
    """For each evaluation the suspect that is clearly likelier than all others, if one is.

    Args:
        blamed: Suspects of a report, best first.
    """
    blames: dict[str, list[Suspect]] = {}
    for suspect in blamed:
        for key in suspect.explains:
            blames.setdefault(key, []).append(suspect)
    return {key: first for key, (first, *others) in blames.items() if _is_clear(first, others)}


def _is_clear(first: Suspect, others: Iterable[Suspect]) -> bool:
    """Whether a suspect is so much likelier than the others that it may be accused.

    Several slips that would have to come together are no more than a guess. So is a figure where
    one sum is all there is to go by, if others would mend it with as few: which digits are
    likelier to be mistaken is not enough then; nor is it against a repair that more speaks for.
    """
    others = tuple(others)
    lead = first.score - max((other.score for other in others), default=0.0)
    as_few = [other for other in others if _is_as_few(other, first)]
    lone = len(first.explains) == 1
    if lone and any(_is_better_attested(other, first) for other in others):
        return False
    if first.attested > max((other.attested for other in as_few), default=0):
        return lead >= CLEAR_LEAD
    if first.slips > 1:
        return False
    return lead >= _CLEAR_LEAD_ALONE and not as_few if lone else lead >= CLEAR_LEAD


def _is_better_attested(other: Suspect, first: Suspect) -> bool:
    """Whether more than sums and digits speaks for another suspect of as few slips."""
    return other.attested > first.attested and other.slips <= first.slips


def _is_as_few(other: Suspect, first: Suspect) -> bool:
    """Whether a suspect changes no more than another; two figures exchanged are one mistake."""
    return len(other.changes) <= len(first.changes) or (
        len(other.changes) == _PAIR and other.slips == 1
    )


def likely(suspects: Iterable[Suspect], key: str) -> tuple[Suspect, ...]:
    """The suspects of one evaluation that no other is clearly likelier than; best first."""
    able = [suspect for suspect in suspects if key in suspect.explains]
    favourite = favourites(able).get(key)
    if favourite is not None:
        return (favourite,)
    return tuple(one for one in able if one.score >= _WORTH_NAMING * able[0].score)


class Pointing:
    """What the findings of a report point at.

    A broken sum points at its likeliest wrong cells, or at its first one if these are unknown
    or many; any other finding at all cells that it speaks of.
    """

    def __init__(self, checked: Checked) -> None:
        explained = {key for suspect in checked.suspects for key in suspect.explains}
        self._culprits: dict[tuple[RuleId, tuple[CellId, ...]], tuple[CellId, ...]] = {}
        for evaluation in checked.evaluations:
            if evaluation.key in explained or len(evaluation.cells) > MOST_MARKED:
                cells = _culprits(checked, evaluation.key) or evaluation.cells[:1]
                self._culprits[evaluation.rule, evaluation.cells] = cells

    def cells(self, finding: Finding) -> tuple[CellId, ...]:
        """The cells to mark."""
        return self._culprits.get((finding.rule, finding.cells), finding.cells)


def _culprits(checked: Checked, key: str) -> tuple[CellId, ...]:
    """The cells of the likeliest repairs: all of a favourite's, or a few that tie."""
    best = likely(checked.suspects, key)
    cells = tuple(dict.fromkeys(change.cell for one in best for change in one.changes))
    return cells if len(best) == 1 or len(cells) <= MOST_MARKED else ()
