"""Reports are read on another thread, of plain values."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from reviewer.window.tasks import Task
from tests.gui.programs import FAULTY, SOUND, Program


def within(values: Iterable[Any]) -> list[object]:
    """The values, with what is bound to those that are calls."""
    found: list[object] = []
    for value in values:
        found.append(value)
        if isinstance(value, partial):
            found += within((value.func, *value.args, *value.keywords.values()))
        elif hasattr(value, "__self__"):
            found.append(value.__self__)
    return found


def test_no_job_is_given_a_qobject(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = program.bench.worker
    submit = worker.submit
    jobs: list[object] = []

    def watch(job: Any, *rest: Any, **named: Any) -> Task:
        jobs.append(job)
        return submit(job, *rest, **named)

    monkeypatch.setattr(worker, "submit", watch)
    program.open(FAULTY)
    program.bench.open_text(SOUND.read_text("utf-8"))
    program.bench.reread(Path(FAULTY), "utf-8")
    program.wait()
    assert len(jobs) >= 3
    assert not [one for one in within(jobs) if isinstance(one, QObject)]
