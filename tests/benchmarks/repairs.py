"""How well slips are found and mended: ``python -m tests.benchmarks repairs [--told] [KIND…]``.

Plants one slip of a kind in many correct reports, and prints for each kind how often

- found: a finding of severity error came of it (of those that break a sum at all);
- listed: suspects mend all that is amiss, with the figures that should stand there;
- first: so does the first of them, or a part of it;
- named: those that the findings name as the likeliest mend all of it;
- wrong: one that is named proposes another figure;
- ties: how many suspects there are, at the median;
- decidable: of how many slips (a count) no other repair mends as much by as few slips. Where one
  does, sums cannot tell which is right, and all that fit are the right answer;
- right: of how many of these the first suspect is right.

With ``--told`` the reports say in sentences what their right figures come to.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.checks.model import Checked, Outcome, Suspect
from reviewer.checks.pointing import favourites
from reviewer.checks.rules import built_in
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.benchmarks.mistakes import MISTAKES
from tests.benchmarks.planting import DISPUTES, SEVERAL, SINGLE, Printed, Slipping
from tests.benchmarks.telling import sentences_on
from tests.layouts import make_figures, render
from tests.reports import make_report

KINDS = {**SINGLE, **SEVERAL, **MISTAKES, **DISPUTES}
BODIES = {"town": (6, 3), "county": (60, 6), "city": (900, 14)}
"""How many requests at most, and of how many results, each kind of body has."""

TOLD = "--told"
PLANTED = 60
"""So many reports a kind and body."""


@dataclass
class Score:
    """What became of the slips of a kind."""

    planted: int = 0
    found: int = 0
    listed: int = 0
    first: int = 0
    named: int = 0
    wrong: int = 0
    ties: list[int] = field(default_factory=list)
    decidable: int = 0
    right: int = 0

    def line(self, name: str) -> str:
        """One row of the table."""
        counts = (self.found, self.listed, self.first, self.named, self.wrong)
        shares = "".join(f"{100 * count / max(1, self.planted):>8.1f}" for count in counts)
        ties = statistics.median(self.ties or [0])
        return f"{name:<26}{self.planted:>5}{shares}{ties:>7.0f}{self.decidable:>11}{self.right:>7}"


HEAD = f"{'':<26}{'n':>5}{'found':>8}{'listed':>8}{'first':>8}{'named':>8}{'wrong':>8}{'ties':>7}"
HEAD += f"{'decidable':>11}{'right':>7}"


@dataclass(frozen=True)
class Case:
    """A report with a slip.

    Attributes:
        truth: The figures that should stand in the cells that are read otherwise.
        right: The figures that should stand in all cells, those misread included.
    """

    report: Report
    truth: Mapping[CellId, int]
    right: Mapping[CellId, int]


def cases(
    kind: str, size: tuple[int, int], layout: str = "", *, told: bool = False
) -> Iterator[Case]:
    """Reports with a slip of a kind.

    Args:
        kind: A name of ``KINDS``.
        size: One of ``BODIES``.
        layout: The reports are read from a printed text if one is named.
        told: Whether sentences state the right figures, where no layout is named.
    """
    for seed in range(PLANTED):
        form_id = ("2019", "2021")[seed % 2]
        dice = random.Random(f"{kind}/{size}/{seed}")
        case = _case(KINDS[kind], dice, form_id, size, layout, told=told)
        if case is not None:
            yield case


def _case(
    slip: Slipping,
    dice: random.Random,
    form_id: str,
    size: tuple[int, int],
    layout: str,
    *,
    told: bool,
) -> Case | None:
    """The first slip of some that changes a sum."""
    for _ in range(20):
        figures = make_figures(form_id, dice.randrange(10**6), size=size[0], outcomes=size[1])
        grid = {c: int(text) for c, text in figures.items() if not c.startswith("active.")}
        printed = slip(dice, form_id, grid)
        if printed and _noticed(form_id, figures, printed):
            overview = sentences_on(grid) if told else ""
            report = _read(form_id, {**figures, **printed}, layout, overview)
            read = report.by_cell
            truth = {cell: number for cell, number in grid.items() if read[cell].number != number}
            return Case(report, truth, grid)
    return None


def _noticed(form_id: str, figures: Mapping[CellId, str], printed: Printed) -> bool:
    """Whether a sum does not hold, or cannot be worked out."""
    after = {**figures, **printed}
    if "" in printed.values():
        return True
    equations = built_in().program(form_of(form_id)).equations.values()
    return any(
        sum((Decimal(after[cell]) * by for cell, by in each.coefficients.items()), Decimal())
        for each in equations
    )


def _read(form_id: str, figures: Mapping[CellId, str], layout: str, overview: str) -> Report:
    if layout:
        return read_report(open_text(render(figures, form_id, layout).text))
    return make_report(form_id, figures, overview=overview)


def agrees(suspect: Suspect, right: Mapping[CellId, int]) -> bool:
    """Whether all that a suspect proposes is what should stand there."""
    return all(right.get(one.cell) == one.proposed for one in suspect.changes)


def score(kind: str, size: tuple[int, int], layout: str = "", *, told: bool = False) -> Score:
    """What becomes of the slips of a kind."""
    total = Score()
    for case in cases(kind, size, layout, told=told):
        checked = check(case.report)
        _count(total, case, checked)
    return total


def _count(total: Score, case: Case, checked: Checked) -> None:
    right = [suspect for suspect in checked.suspects if agrees(suspect, case.right)]
    offered = list(favourites(checked.suspects).values())
    total.planted += 1
    total.found += any(each.outcome is not Outcome.HOLDS for each in checked.evaluations)
    total.listed += _mended(right) >= case.truth.keys()
    first = checked.suspects[:1] == tuple(right[:1]) != ()
    decidable = _is_decidable(checked.suspects, case)
    total.first += first
    total.decidable += decidable
    total.right += decidable and first
    total.named += _mended(offered) >= case.truth.keys()
    total.wrong += not all(agrees(suspect, case.right) for suspect in offered)
    total.ties.append(len(checked.suspects))


def _is_decidable(suspects: Sequence[Suspect], case: Case) -> bool:
    """Whether the right repairs that no other one rivals mend all that is amiss."""
    others = [one for one in suspects if not agrees(one, case.right)]
    alone = [
        one
        for one in suspects
        if agrees(one, case.right) and not any(_rivals(other, one) for other in others)
    ]
    return _mended(alone) >= case.truth.keys()


def _rivals(other: Suspect, right: Suspect) -> bool:
    """Whether another repair mends as much by as few slips."""
    return {*other.explains} >= {*right.explains} and other.slips <= right.slips


def _mended(suspects: Iterable[Suspect]) -> set[CellId]:
    return {one.cell for suspect in suspects for one in suspect.changes}


def print_table(words: list[str], layout: str = "") -> None:
    """One line a kind and body, of all kinds or those that are named."""
    told, kinds = TOLD in words, [word for word in words if word != TOLD]
    print(HEAD)
    for kind in KINDS:
        if not kinds or any(word in kind for word in kinds):
            for body, size in BODIES.items():
                print(score(kind, size, layout, told=told).line(f"{kind} · {body}"), flush=True)
