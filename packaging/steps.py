"""The checks and tests, one after the other, with a summary at the end."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from typing import NamedTuple

from environment import ROOT, python, surroundings


class Step(NamedTuple):
    """One program that has to succeed."""

    name: str
    command: tuple[str, ...]


class Result(NamedTuple):
    """How a step ended."""

    name: str
    succeeded: bool
    seconds: float


def linters() -> tuple[Step, ...]:
    """Style, types and layers; they look at the code and never run it."""
    module = (str(python()), "-m")
    ruff = (str(python().with_name("ruff")),)
    return (
        Step("ruff check", (*ruff, "check", "--quiet", ".")),
        Step("ruff format", (*ruff, "format", "--check", "--quiet", ".")),
        Step("mypy", (*module, "mypy")),
        Step("mypy packaging", (*module, "mypy", "packaging")),
        Step("lint-imports", (str(python().with_name("lint-imports")),)),
    )


def tests(options: Sequence[str]) -> Step:
    """The whole suite, on as many processes as help."""
    given = any(option.startswith("-n") for option in options)
    processes = () if given else ("-n", str(min(4, os.cpu_count() or 1)))
    return Step("pytest", (str(python()), "-m", "pytest", *processes, *options))


def run_all(steps: Sequence[Step]) -> int:
    """Run every step, also after one that failed, and sum up.

    Returns:
        The exit status: 0 if all succeeded.
    """
    results = [run(step) for step in steps]
    _sum_up(results)
    return 0 if all(result.succeeded for result in results) else 1


def run(step: Step) -> Result:
    """Run one step in the project's folder without a display."""
    print(f"\n── {step.name} " + "─" * max(2, 70 - len(step.name)), flush=True)
    start = time.monotonic()
    offscreen = surroundings(QT_QPA_PLATFORM="offscreen")
    status = subprocess.run(step.command, cwd=ROOT, env=offscreen, check=False).returncode
    return Result(step.name, status == 0, time.monotonic() - start)


def _sum_up(results: Sequence[Result]) -> None:
    print("\n── 小结 summary " + "─" * 58)
    for name, succeeded, seconds in results:
        print(f"  {'通过 ok    ' if succeeded else '失败 FAILED'}  {name:<16}{seconds:7.1f} s")
    failed = [result.name for result in results if not result.succeeded]
    total = sum(result.seconds for result in results)
    verdict = f"失败 failed: {', '.join(failed)}" if failed else "全部通过 all passed"
    print(f"  {verdict}（{total:.0f} s）", flush=True)
