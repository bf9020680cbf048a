"""How well the built-in rules were measured to find what they are for.

``resources/measures.toml`` is written by the benchmark ``rules`` (``tests/benchmarks``): faults of
known kinds planted in right reports, and real reports whose findings were looked at one by one.
"""

from __future__ import annotations

import tomllib
from functools import cache

from pydantic import Field

from reviewer.base import Frozen, RuleId
from reviewer.paths import resource


class Measure(Frozen):
    """What was measured of one rule.

    Attributes:
        planted: Faults planted for it in right reports.
        found: Those that it found.
        alarms: What it said of right reports: false alarms.
        real: What it said of real reports, of severity error or warning.
        false: How much of that was no fault.
    """

    planted: int = 0
    found: int = 0
    alarms: int = 0
    real: int = 0
    false: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            planted=self.planted + other.planted,
            found=self.found + other.found,
            alarms=self.alarms + other.alarms,
            real=self.real + other.real,
            false=self.false + other.false,
        )


class Measures(Frozen):
    """A whole measurement.

    Attributes:
        version: Of the program that was measured.
        measured: The day, as ``2026-11-22``.
        right_reports: How many reports without a fault were read.
        real_reports: How many real ones were read.
        rules: What came of it, for every rule that anything came of.
    """

    version: str
    measured: str
    right_reports: int
    real_reports: int
    rules: dict[RuleId, Measure] = Field(default_factory=dict)


@cache
def measures() -> Measures:
    """The measurement that comes with the program."""
    text = resource("measures.toml").read_text(encoding="utf-8")
    return Measures.model_validate(tomllib.loads(text))
