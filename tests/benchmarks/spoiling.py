"""Ways to spoil a right report: its figures, its tables, its finished text.

Each function makes a ``Spoil``, which says with None that a report cannot have the fault.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.checks.model import Outcome
from tests.benchmarks.planting import Slipping
from tests.benchmarks.right_reports import Right
from tests.checks.planting import instead
from tests.layouts import Faults
from tests.reports import make_report

Spoil = Callable[[random.Random, Right], Right | None]


def printed(cells: Mapping[str, str]) -> Spoil:
    """Other texts in some cells, on forms that have them."""

    def spoil(_dice: random.Random, right: Right) -> Right | None:
        if not cells.keys() <= right.figures.keys():
            return None
        texts = {CellId(cell): text for cell, text in cells.items()}
        return replace(right, figures={**right.figures, **texts})

    return spoil


def anywhere(*texts: str, within: str = "requests.") -> Spoil:
    """Another text in any one cell whose key begins so."""

    def spoil(dice: random.Random, right: Right) -> Right:
        cell = dice.choice([cell for cell in right.figures if cell.startswith(within)])
        return replace(right, figures={**right.figures, cell: dice.choice(texts)})

    return spoil


def noughts(within: str) -> Spoil:
    """0 in all cells whose keys begin so."""

    def spoil(_dice: random.Random, right: Right) -> Right:
        cells = {cell: "0" for cell in right.figures if cell.startswith(within)}
        return replace(right, figures={**right.figures, **cells})

    return spoil


def label(wording: str, instead_of_it: str) -> Spoil:
    """A label or head printed otherwise, where the form has it."""

    def spoil(_dice: random.Random, right: Right) -> Right | None:
        if wording not in right.text:
            return None
        return replace(right, faults=Faults(labels={wording: instead_of_it}))

    return spoil


def without_row(*keys: str) -> Spoil:
    """One of some rows not printed."""

    def spoil(dice: random.Random, right: Right) -> Right:
        return replace(right, faults=Faults(missing_rows=frozenset({dice.choice(keys)})))

    return spoil


def undivided(_dice: random.Random, right: Right) -> Right | None:
    """其他处理 without the rows that the form of 2021 has below it."""
    if right.form_id != "2021":
        return None
    rows = ("not_corrected", "fee_unpaid", "misc")
    lost = frozenset(f"requests.other_{row}" for row in rows)
    heading = instead("（七）总计", "（六）其他处理\n（七）总计")
    return replace(right, faults=Faults(missing_rows=lost), edits=(heading,))


def without_table(number: str, after: str, instead_of_it: str) -> Spoil:
    """A sentence, or a picture, where the table of a section should be."""
    pattern = rf"(?s)(^{number}、[^\n]*\n).*?(?=^{after}、)"
    return text(instead(pattern, rf"\g<1>\n{instead_of_it}\n\n"))


def text(plant: Callable[[str], str], *, forms: tuple[str, ...] = ("2019", "2021")) -> Spoil:
    """A change of the finished text, where there is what it changes."""

    def spoil(_dice: random.Random, right: Right) -> Right | None:
        spoilt = replace(right, edits=(plant,))
        if right.form_id not in forms:
            return None
        try:
            return spoilt if spoilt.text != right.text else None
        except AssertionError:
            return None

    return spoil


def together(*spoils: Spoil) -> Spoil:
    """Several faults that are one only together, the last one in the text."""

    def spoil(dice: random.Random, right: Right) -> Right | None:
        spoilt: Right | None = right
        for each in spoils:
            spoilt = each(dice, spoilt) if spoilt is not None else None
        return spoilt

    return spoil


def stated(change: Callable[[Mapping[CellId, int]], Mapping[str, int] | None]) -> Spoil:
    """Sentences that state other figures than the tables.

    Args:
        change: From the figures to what is stated instead of some of them; None if nothing is.
    """

    def spoil(_dice: random.Random, right: Right) -> Right | None:
        grid = {c: int(n) for c, n in right.figures.items() if not c.startswith("active.")}
        other = change(grid)
        if other is None:
            return None
        told = {CellId(cell): str(number) for cell, number in other.items()}
        return replace(right, stated={**right.stated, **told})

    return spoil


def slipped(rule: str, slip: Slipping) -> Spoil:
    """A slip in the figures that breaks a rule; the sentences keep to the right ones."""

    def spoil(dice: random.Random, right: Right) -> Right | None:
        grid = {c: int(n) for c, n in right.figures.items() if not c.startswith("active.")}
        for _ in range(20):
            figures = {**right.figures, **slip(dice, right.form_id, grid)}
            checked = check(make_report(right.form_id, figures))
            if any(e.rule == rule and e.outcome is Outcome.BROKEN for e in checked.evaluations):
                return replace(right, figures=figures)
        return None

    return spoil


def in_other_year(year: int, form_id: str) -> Spoil:
    """A report on a form that is not the one of its year."""

    def spoil(_dice: random.Random, right: Right) -> Right | None:
        return replace(right, year=year) if right.form_id == form_id else None

    return spoil
