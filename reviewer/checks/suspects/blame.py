"""Suspects: the smallest sets of cells whose change would satisfy all equations of the form.

Where several sets of the smallest size would do, all are listed, with the slips of whole lines
that would explain as much. A set falls into parts that have no equation in common; each part is
a suspect of its own, since it mends its equations whatever becomes of the others. Figures
proposed are what the form allows: not negative, whole.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from reviewer.base import cell_parts
from reviewer.checks.expression import Figures
from reviewer.checks.model import Evaluation, Outcome, Suspect
from reviewer.checks.program import Program
from reviewer.checks.suspects.judging import Bench
from reviewer.checks.suspects.solving import Component
from reviewer.checks.suspects.trial import Trial, sum_of, whole
from reviewer.forms.report import Report

MOST_SUSPECTS = 100
"""So many suspects are listed at most, the likeliest ones."""


def suspects(
    report: Report, program: Program, figures: Figures, evaluations: Iterable[Evaluation]
) -> tuple[Suspect, ...]:
    """All suspects of a report, best first; of equal ones those of fewer changes.

    Args:
        report: With the readings that are suspected.
        program: The rules of its form.
        figures: What the rules run on.
        evaluations: What the rules come to on these figures.
    """
    outcomes = {evaluation.key: evaluation.outcome for evaluation in evaluations}
    bench = Bench(report, program, figures, outcomes)
    found: list[Suspect] = []
    for components in _by_table(program):
        found += _of_table(bench, components)
    found.sort(
        key=lambda suspect: (
            -suspect.score,
            len(suspect.changes),
            program.places[suspect.changes[0].cell],
        )
    )
    return tuple(found[:MOST_SUSPECTS])


def _by_table(program: Program) -> Iterable[list[Sequence[str]]]:
    """Keys of the equations by table, parted into those that hang together."""
    tables: dict[str, list[Sequence[str]]] = {}
    for keys in program.components:
        table, _, _ = cell_parts(next(iter(program.equations[keys[0]].coefficients)))
        tables.setdefault(table, []).append(keys)
    return tables.values()


def _of_table(bench: Bench, components: Sequence[Sequence[str]]) -> Iterator[Suspect]:
    """Suspects of a table: of each part of it by itself, and slips that reach over all of it."""
    amiss = [keys for keys in components if _is_amiss(bench, keys)]
    trials = [Trial(bench, keys) for keys in amiss]
    wide = []
    if len(amiss) > 1:
        everything = [key for keys in components for key in keys]
        slips = Component(bench.program, bench.figures, everything, bench.outcomes).slips()
        wide = [judged for slip in slips if (judged := whole(bench, slip))]
    apart = sum(trial.likelihood for trial in trials)
    total = sum_of([apart, *(judged.likelihood for judged in wide)])
    for judged in wide:
        yield bench.suspect(judged, math.exp(judged.likelihood - total))
    for trial in trials:
        yield from trial.suspects(math.exp(apart - total))


def _is_amiss(bench: Bench, keys: Iterable[str]) -> bool:
    return any(bench.outcomes[key] is not Outcome.HOLDS for key in keys)
