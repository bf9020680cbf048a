"""What the window does, measured in processes of their own (see ``probe.py``)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

from tests.benchmarks.model import Benchmark
from tests.benchmarks.probe import STARTED
from tests.benchmarks.reports import MANY, write_many, write_town

ROOT = Path(__file__).resolve().parents[2]
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


@cache
def _surroundings() -> dict[str, str]:
    """Environment variables that a probe runs with: no display, compiled modules at hand.

    Where Python is told to keep no compiled modules, every start would compile all of them,
    which no installed program does.
    """
    inherited = {key: text for key, text in os.environ.items() if key != NO_BYTECODE}
    compiled = str(ROOT / "build" / "bytecode")
    return inherited | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": compiled}


def _probed(name: str, *arguments: str) -> dict[str, float]:
    """Run a probe with a home of its own; its figures by name."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.probe", name, *arguments],
            cwd=ROOT,
            env=_surroundings() | {"REVIEWER_HOME": home, STARTED: str(time.time())},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"probe {name} failed:\n{done.stderr}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def starting() -> list[float]:
    """Seconds from the start of the process to a painted empty window."""
    _probed("start")  # compiles what is not compiled yet
    return [_probed("start")["seconds"] for _ in range(5)]


def opening() -> list[float]:
    """Milliseconds from the request to the painted report, in a window that is up."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(write_town(Path(folder)))
        return [_probed("open", path)["milliseconds"] for _ in range(5)]


@cache
def _folder() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        return _probed("folder", str(write_many(Path(folder))))


BENCHMARKS = (
    Benchmark("start to an empty window", 1, "s", starting),
    Benchmark("open a town report to a painted window", 150, "ms", opening),
    Benchmark(f"{MANY} reports in a folder", 60, "s", lambda: [_folder()["seconds"]]),
    Benchmark(
        "  longest wait of the window meanwhile", 200, "ms", lambda: [_folder()["longest_wait"]]
    ),
    Benchmark(f"  memory with {MANY} reports listed", 300, "MB", lambda: [_folder()["megabytes"]]),
)
