"""How well reports are read, by layout and fault: share of cells right, and wrong yet sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.errors import ReviewerError
from reviewer.forms.reading import read_report
from tests.layouts import LAYOUTS, Faults, Rendered, make_figures, render

SEEDS = (1, 2, 3)
ODD_CELLS = frozenset(
    {CellId("requests.new.business"), CellId("requests.refused_enquiry.natural_person")}
)
FAULTS: dict[str, Faults] = {
    "none": Faults(),
    "subtotal": Faults(subtotal=True),
    "no total": Faults(no_total_column=True),
    "empty total": Faults(blank_total_column=True),
    "blanks": Faults(blanks_for_zeros=True),
    "full width": Faults(full_width=True, padding="\u3000"),
    "wrapped": Faults(wrapped_heads=True),
    "rows gone": Faults(missing_rows=frozenset({"requests.refused_process", "active.coercion"})),
    "no heads": Faults(no_head=frozenset({"requests", "disputes"})),
    "page end": Faults(head_again_after="refused_enquiry"),
    "lost": Faults(lost=ODD_CELLS),
    "doubled": Faults(doubled=ODD_CELLS),
    "misprints": Faults(labels={"结果维持": "结果维护", "（五）不予处理": "（五）不于处理"}),
}


@dataclass(frozen=True)
class Score:
    """Cells read right, read wrong though sure, and all."""

    right: int = 0
    wrong_and_sure: int = 0
    cells: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.wrong_and_sure + other.wrong_and_sure,
            self.cells + other.cells,
        )

    def __str__(self) -> str:
        return f"{100 * self.right / max(1, self.cells):.1f}/{self.wrong_and_sure}"


def score(rendered: Rendered) -> Score:
    """Compare what is read with what was printed.

    A cell that is empty, or is not in the report, is right if no figure was read for it.
    """
    try:
        report = read_report(open_text(rendered.text))
    except ReviewerError:
        return Score(cells=len(rendered.truth))
    right = wrong_and_sure = 0
    for cell, truth in rendered.truth.items():
        reading = report.by_cell.get(cell)
        if (reading.printed if reading else None) == truth or not (
            truth or (reading and reading.printed)
        ):
            right += 1
        elif reading is not None and reading.sure:
            wrong_and_sure += 1
    return Score(right, wrong_and_sure, len(rendered.truth))


def scored(layout: str, faults: Faults) -> Score:
    """Over several reports of both forms."""
    total = Score()
    for form_id in ("2019", "2021"):
        for seed in SEEDS:
            total += score(render(make_figures(form_id, seed), form_id, layout, faults))
    return total


def print_table(layouts: Sequence[str] = tuple(LAYOUTS)) -> None:
    """One line a layout, one column a fault: ``per cent right/wrong and sure``."""
    print(f"{'':<18}" + "".join(f"{name:>12}" for name in FAULTS))
    for layout in layouts:
        print(f"{layout:<18}", end="", flush=True)
        for faults in FAULTS.values():
            print(f"{scored(layout, faults)!s:>12}", end="", flush=True)
        print()
