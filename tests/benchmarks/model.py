"""A measurement and its budget."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

FORMATS = {"ms": "{:.1f} ms", "s": "{:.2f} s", "MB": "{:.0f} MB"}


@dataclass(frozen=True)
class Benchmark:
    """Something that may take so much and no more.

    Attributes:
        name: What is measured, in English; words of it select the benchmark.
        unit: ``ms``, ``s`` or ``MB``; of ``budget`` and of what ``measure`` returns.
        measure: Returns one value a run.
    """

    name: str
    budget: float
    unit: str
    measure: Callable[[], Sequence[float]]

    def line(self) -> str:
        """Measure, and put the median beside the budget."""
        values = self.measure()
        median = statistics.median(values)
        shown = FORMATS[self.unit].format(median)
        allowed = FORMATS[self.unit].format(self.budget)
        worst = FORMATS[self.unit].format(max(values))
        verdict = "ok" if median <= self.budget else "OVER"
        return (
            f"{self.name:<46} median {shown:>10}   worst {worst:>10}   "
            f"budget {allowed:>10}   {verdict}"
        )


def timed(work: Callable[[], object], *, runs: int) -> list[float]:
    """Milliseconds of each run; a first run that fills caches is not counted."""
    work()
    values = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        values.append((time.perf_counter() - start) * 1000)
    return values
