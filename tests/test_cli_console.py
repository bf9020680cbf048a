"""Output that nobody reads, and disks that take no more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import CLEAN, SAMPLES


@pytest.mark.skipif(os.name != "posix", reason="pipes end another way elsewhere")
def test_a_closed_pipe_is_quiet() -> None:
    command = f'"{sys.executable}" -m reviewer check "{SAMPLES}" --json --text | head -c 1'
    done = subprocess.run(command, shell=True, capture_output=True, check=False, timeout=60)
    assert done.stdout == b"{"
    assert done.stderr == b""


@pytest.mark.skipif(os.name != "posix", reason="pipes end another way elsewhere")
def test_workbooks_are_written_when_nobody_reads_what_is_printed(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m reviewer check "{SAMPLES}" --xlsx "{tmp_path / "out"}"'
    piped = f"{{ {command}; echo $? >&2; }} | head -c 1"
    done = subprocess.run(piped, shell=True, capture_output=True, check=False, timeout=90)
    assert done.stderr == b"141\n"
    written = sorted(path.stem for path in (tmp_path / "out").iterdir())
    assert written == sorted(f"{path.stem}_审核表" for path in SAMPLES.glob("*.txt"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_disk_is_told() -> None:
    command = f'"{sys.executable}" -m reviewer check "{CLEAN}" > /dev/full'
    done = subprocess.run(command, shell=True, capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.decode() == "结果没有写完，磁盘已满。请腾出空间后重试。\n"
