"""The command line called as a user calls it, for tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reviewer import cli
from reviewer.paths import resource

SAMPLES = resource("samples")
FAULTY = SAMPLES / "石桥镇_2023.txt"
CLEAN = SAMPLES / "清溪街道_2023.txt"

Captured = pytest.CaptureFixture[str]


def check_json(capsys: Captured, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    """The exit status of ``reviewer check … --json`` and the object that it prints."""
    status = cli.main(["check", *map(str, arguments), "--json"])
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return status, result
