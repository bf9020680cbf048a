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


def _probed(name: str, *arguments: str) -> dict[str, float]:
    """Run a probe with a home of its own; its figures by name."""
    with tempfile.TemporaryDirectory() as home:
        surroundings = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "REVIEWER_HOME": home,
            STARTED: str(time.time()),
        }
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.probe", name, *arguments],
            cwd=ROOT,
            env=surroundings,
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
