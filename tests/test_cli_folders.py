"""Folders named on the command line."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from reviewer import cli
from tests.command import CLEAN, Captured, check_json


def test_folders_are_walked_in_order_without_what_is_no_report(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "乙" / ".隐藏").mkdir(parents=True)
    for name in ("乙/2.TXT", "1.txt", "乙/.x.txt", "乙/.隐藏/y.txt", "README.md", "图.svg"):
        shutil.copyfile(CLEAN, tmp_path / name)
    _, result = check_json(capsys, tmp_path)
    names = [Path(entry["path"]).relative_to(tmp_path).as_posix() for entry in result["reports"]]
    assert names == ["1.txt", "乙/2.TXT"]


def test_folders_that_may_not_be_looked_into_are_told(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "无权"
    closed.mkdir()
    shutil.copyfile(CLEAN, tmp_path / "报告.txt")
    look = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse)
    status, result = check_json(capsys, tmp_path)
    assert status == 2
    told = {Path(entry["path"]).name: entry.get("error") for entry in result["reports"]}
    assert told["报告.txt"] is None
    assert "没有权限" in told["无权"]["message"]


def test_workbooks_of_reviews_are_no_reports(tmp_path: Path, capsys: Captured) -> None:
    shutil.copyfile(CLEAN, tmp_path / "报告.txt")
    assert cli.main(["check", str(tmp_path), "--xlsx", str(tmp_path)]) == 0
    capsys.readouterr()
    workbook = tmp_path / "报告_审核表.xlsx"
    assert workbook.is_file()
    _, result = check_json(capsys, tmp_path)
    assert [Path(entry["path"]).name for entry in result["reports"]] == ["报告.txt"]
    status, result = check_json(capsys, workbook)
    assert status == 2
    assert "审核表，不是报告" in result["reports"][0]["error"]["message"]


def test_a_folder_without_reports_is_an_error(tmp_path: Path, capsys: Captured) -> None:
    status, result = check_json(capsys, tmp_path)
    assert status == 2
    assert "没有可读的文件" in result["reports"][0]["error"]["message"]


def test_a_folder_that_may_not_be_looked_into_is_told(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("reviewer.document.folders.os.scandir", refuse)
    status, result = check_json(capsys, tmp_path)
    assert status == 2
    assert "没有权限打开文件夹" in result["reports"][0]["error"]["message"]


@pytest.mark.skipif(os.name != "posix", reason="no pipes among files")
def test_what_is_no_file_is_passed_over_in_a_folder(tmp_path: Path, capsys: Captured) -> None:
    shutil.copyfile(CLEAN, tmp_path / "1.txt")
    os.mkfifo(tmp_path / "管道.txt")
    _, result = check_json(capsys, tmp_path)
    assert [Path(entry["path"]).name for entry in result["reports"]] == ["1.txt"]


def test_a_damaged_workbook_does_not_stop_the_folder(tmp_path: Path, capsys: Captured) -> None:
    shutil.copyfile(CLEAN, tmp_path / "报告.txt")
    damaged = tmp_path / "台账.xlsx"
    with zipfile.ZipFile(damaged, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "".join(map(str, range(900))))
    data = bytearray(damaged.read_bytes())
    data[60:160] = bytes(100)
    damaged.write_bytes(bytes(data))
    status, result = check_json(capsys, tmp_path)
    assert status == 2
    told = {Path(entry["path"]).name: entry.get("error") for entry in result["reports"]}
    assert told["报告.txt"] is None
    assert "损坏" in told["台账.xlsx"]["message"]
