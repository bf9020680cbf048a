"""How well slips are found and mended: ``python -m tests.benchmarks repairs [KIND…]``.

Plants one slip of a kind in many correct reports, and prints for each kind how often

- found: a finding of severity error came of it (of those that break a sum at all);
- listed: suspects mend all that is amiss, with the figures that should stand there;
- first: so does the first of them, or a part of it;
- named: those that the findings name as the likeliest mend all of it;
- wrong: one that is named proposes another figure;
- ties: how many suspects there are, at the median.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterable, Iterator, Mapping
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
from tests.layouts import make_figures, render
from tests.reports import make_report

KINDS = {**SINGLE, **SEVERAL, **MISTAKES, **DISPUTES}
BODIES = {"town": (6, 3), "county": (60, 6), "city": (900, 14)}
"""How many requests at most, and of how many results, each kind of body has."""

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

    def line(self, name: str) -> str:
        """One row of the table."""
        counts = (self.found, self.listed, self.first, self.named, self.wrong)
        shares = "".join(f"{100 * count / max(1, self.planted):>8.1f}" for count in counts)
        return f"{name:<26}{self.planted:>5}{shares}{statistics.median(self.ties or [0]):>7.0f}"


HEAD = f"{'':<26}{'n':>5}{'found':>8}{'listed':>8}{'first':>8}{'named':>8}{'wrong':>8}{'ties':>7}"


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


def cases(kind: str, size: tuple[int, int], layout: str = "") -> Iterator[Case]:
    """Reports with a slip of a kind; read from a printed text if a layout is named."""
    for seed in range(PLANTED):
        form_id = ("2019", "2021")[seed % 2]
        dice = random.Random(f"{kind}/{size}/{seed}")
        case = _case(KINDS[kind], dice, form_id, size, layout)
        if case is not None:
            yield case


def _case(
    slip: Slipping, dice: random.Random, form_id: str, size: tuple[int, int], layout: str
) -> Case | None:
    """The first slip of some that changes a sum."""
    for _ in range(20):
        figures = make_figures(form_id, dice.randrange(10**6), size=size[0], outcomes=size[1])
        grid = {c: int(text) for c, text in figures.items() if not c.startswith("active.")}
        printed = slip(dice, form_id, grid)
        if printed and _noticed(form_id, figures, printed):
            report = _read(form_id, {**figures, **printed}, layout)
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


def _read(form_id: str, figures: Mapping[CellId, str], layout: str) -> Report:
    if layout:
        return read_report(open_text(render(figures, form_id, layout).text))
    return make_report(form_id, figures)


def agrees(suspect: Suspect, right: Mapping[CellId, int]) -> bool:
    """Whether all that a suspect proposes is what should stand there."""
    return all(right.get(one.cell) == one.proposed for one in suspect.changes)


def score(kind: str, size: tuple[int, int], layout: str = "") -> Score:
    """What becomes of the slips of a kind."""
    total = Score()
    for case in cases(kind, size, layout):
        checked = check(case.report)
        _count(total, case, checked)
    return total


def _count(total: Score, case: Case, checked: Checked) -> None:
    right = [suspect for suspect in checked.suspects if agrees(suspect, case.right)]
    offered = list(favourites(checked.suspects).values())
    total.planted += 1
    total.found += any(each.outcome is not Outcome.HOLDS for each in checked.evaluations)
    total.listed += _mended(right) >= case.truth.keys()
    total.first += checked.suspects[:1] == tuple(right[:1]) != ()
    total.named += _mended(offered) >= case.truth.keys()
    total.wrong += not all(agrees(suspect, case.right) for suspect in offered)
    total.ties.append(len(checked.suspects))


def _mended(suspects: Iterable[Suspect]) -> set[CellId]:
    return {one.cell for suspect in suspects for one in suspect.changes}


def print_table(kinds: list[str], layout: str = "") -> None:
    """One line a kind and body."""
    print(HEAD)
    for kind in KINDS:
        if not kinds or any(word in kind for word in kinds):
            for body, size in BODIES.items():
                print(score(kind, size, layout).line(f"{kind} · {body}"), flush=True)
