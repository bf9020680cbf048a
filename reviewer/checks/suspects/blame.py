"""Suspects: the smallest sets of cells whose change would satisfy all equations of the form.

Where several sets of that size would do, all of them are listed, together with the slips of whole
lines that would explain as much. A set is split into parts that have no equation in common; each
part is a suspect of its own, since it mends its equations whatever becomes of the others. Only
figures that the form allows are proposed: whole ones, and none below 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from reviewer.base import cell_parts
from reviewer.checks.expression import Figures
from reviewer.checks.model import Evaluation, Outcome, Suspect
from reviewer.checks.program import Program
from reviewer.checks.suspects.cases import Cases, line_repair, sum_of
from reviewer.checks.suspects.judging import Judge
from reviewer.checks.suspects.solving import Component
from reviewer.forms.report import Report

MOST_SUSPECTS = 100
"""At most this many suspects are listed, the likeliest ones."""


def suspects(
    report: Report, program: Program, figures: Figures, evaluations: Iterable[Evaluation]
) -> tuple[Suspect, ...]:
    """All suspects of a report, the likeliest first; of equally likely ones those of fewer changes.

    Args:
        report: With the readings that are suspected.
        program: The rules of its form.
        figures: What the rules run on.
        evaluations: What the rules come to on these figures.
    """
    outcomes = {evaluation.key: evaluation.outcome for evaluation in evaluations}
    judge = Judge(report, program, figures, outcomes)
    found: list[Suspect] = []
    for components in _by_table(program):
        found += _of_table(judge, components)
    found.sort(
        key=lambda suspect: (
            -suspect.score,
            len(suspect.changes),
            program.places[suspect.changes[0].cell],
        )
    )
    return tuple(found[:MOST_SUSPECTS])


def _by_table(program: Program) -> Iterable[list[Sequence[str]]]:
    """For each table the keys of its equations, in groups that share cells with each other."""
    tables: dict[str, list[Sequence[str]]] = {}
    for keys in program.components:
        table, _, _ = cell_parts(next(iter(program.equations[keys[0]].coefficients)))
        tables.setdefault(table, []).append(keys)
    return tables.values()


def _of_table(judge: Judge, components: Sequence[Sequence[str]]) -> Iterator[Suspect]:
    """Suspects in each group of equations, and slips that reach over several groups."""
    amiss = [keys for keys in components if _is_amiss(judge, keys)]
    trials = [Cases(judge, keys) for keys in amiss]
    wide = []
    if len(amiss) > 1:
        everything = [key for keys in components for key in keys]
        slips = Component(judge.program, judge.figures, everything, judge.outcomes).slips()
        wide = [repair for slip in slips if (repair := line_repair(judge, slip))]
    apart = sum(trial.likelihood for trial in trials)
    total = sum_of([apart, *(repair.likelihood for repair in wide)])
    for repair in wide:
        yield judge.suspect(repair, math.exp(repair.likelihood - total))
    for trial in trials:
        yield from trial.suspects(math.exp(apart - total))


def _is_amiss(judge: Judge, keys: Iterable[str]) -> bool:
    return any(judge.outcomes[key] is not Outcome.HOLDS for key in keys)
