"""The same text is read the same way each time, however Python orders its sets that day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import Faults, make_figures, render

for seed in range(3):
    figures = make_figures("2019", seed, size=9)
    rows = [cell for cell in figures if cell.startswith("requests.")]
    blank = frozenset(cell for cell in rows if figures[cell] == "0" and "total" not in cell)
    text = render(figures, "2019", "paragraphs", Faults(lost=blank)).text
    print(read_report(open_text(text)).readings)
"""


def test_readings_do_not_depend_on_the_order_of_sets() -> None:
    told = {_read(hash_seed) for hash_seed in ("1", "2", "3")}
    assert len(told) == 1


def _read(hash_seed: str) -> str:
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout
