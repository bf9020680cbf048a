"""A workbook takes the place of an earlier one, never of a report or of anything else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import openpyxl
import pytest

from reviewer.errors import Cancelled, ExportError
from reviewer.export.workbook import write_workbook
from reviewer.review.review import Review
from tests.reports import make_report


@pytest.fixture
def review() -> Review:
    return Review(make_report("2021"), author="甲")


def test_an_earlier_workbook_is_replaced(review: Review, tmp_path: Path) -> None:
    target = tmp_path / "审核表.xlsx"
    write_workbook(review, target)
    before = target.stat().st_ino
    write_workbook(review, target)
    assert target.stat().st_ino != before


def _a_spreadsheet(path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(path)


def _a_text(path: Path) -> None:
    path.write_text("云岭县石桥镇人民政府2023年政府信息公开工作年度报告", encoding="utf-8")


@pytest.mark.parametrize("make", [_a_spreadsheet, _a_text])
@pytest.mark.parametrize("name", ["报告.txt", "报告.xlsx"])
def test_what_is_no_review_is_kept(review: Review, tmp_path: Path, name: str, make: object) -> None:
    assert callable(make)
    target = tmp_path / name
    make(target)
    before = target.read_bytes()
    with pytest.raises(ExportError, match="不是以前导出的审核表"):
        write_workbook(review, target)
    assert target.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo") or sys.platform == "win32", reason="has no pipes")
def test_a_pipe_is_kept(review: Review, tmp_path: Path) -> None:
    target = tmp_path / "管道.xlsx"
    os.mkfifo(target)
    with pytest.raises(ExportError, match="不是普通文件"):
        write_workbook(review, target)
    assert target.is_fifo()


@pytest.mark.parametrize("stop", range(1, 8))
def test_what_the_user_stops_leaves_the_earlier_workbook(
    review: Review, tmp_path: Path, stop: int
) -> None:
    target = tmp_path / "审核表.xlsx"
    write_workbook(review, target)
    before = target.read_bytes()
    shares: list[float] = []

    def progress(message: str, share: float) -> None:
        shares.append(share)
        if len(shares) == stop:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_workbook(review, target, progress=progress)
    assert shares == sorted(shares)
    assert shares[-1] < 1
    assert [target.read_bytes(), list(tmp_path.iterdir())] == [before, [target]]
