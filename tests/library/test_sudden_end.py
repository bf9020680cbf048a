from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.library.library import Library
from reviewer.review.review import Review
from tests.reports import make_report

ROOT = Path(__file__).parents[2]


def run(path: Path, dies_in_commit: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.library.editing", str(path), str(dies_in_commit)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kept(path: Path) -> Review:
    report = make_report()
    with closing(Library(path)) as library:
        entries = library.entries(report.document.origin.sha256)
    return Review(report, author="李", entries=entries)


@pytest.mark.parametrize("lines", [1, 7])
def test_a_killed_process_loses_nothing_that_was_done(path: Path, lines: int) -> None:
    for _ in range(2):  # the second run goes on where the first one ended
        with run(path, 0) as process:
            assert process.stdout is not None
            seen = [int(process.stdout.readline()) for _ in range(lines)]
            process.kill()
            seen += [int(line) for line in process.stdout.read().split("\n")[:-1]]
        review = kept(path)
        assert len(review.entries) in {seen[-1], seen[-1] + 1}
        assert len(review.transcriptions) == min(len(review.entries), len(review.report.readings))


def test_a_process_that_dies_while_it_commits_loses_just_that_edit(path: Path) -> None:
    with run(path, 5) as process:
        assert process.stdout is not None
        done = process.stdout.read().split()
    assert process.returncode == 9
    assert done == ["1", "2", "3", "4"]
    assert len(kept(path).entries) == 4
