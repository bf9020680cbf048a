"""Folders named on the command line."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer import cli
from tests.command import CLEAN, SAMPLES, Captured, check_json


def test_folders_are_walked_in_order_without_what_is_no_report(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "乙" / ".隐藏").mkdir(parents=True)
    for name in ("乙/2.TXT", "1.txt", "乙/.x.txt", "乙/.隐藏/y.txt", "README.md", "图.svg"):
        shutil.copyfile(CLEAN, tmp_path / name)
    _, result = check_json(capsys, tmp_path)
    names = [Path(entry["path"]).relative_to(tmp_path).as_posix() for entry in result["reports"]]
    assert names == ["1.txt", "乙/2.TXT"]


@pytest.mark.parametrize("companion", ["报告.files", "报告_files"])
def test_what_was_saved_with_a_page_is_no_report(
    companion: str, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / companion).mkdir()
    (tmp_path / "别的_files").mkdir()
    (tmp_path / "报告.htm").write_text(f"<pre>{CLEAN.read_text('utf-8')}</pre>", "utf-8")
    (tmp_path / companion / "filelist.xml").write_text("<xml/>", "utf-8")
    shutil.copyfile(CLEAN, tmp_path / "别的_files" / "2.txt")
    _, result = check_json(capsys, tmp_path)
    names = [Path(entry["path"]).relative_to(tmp_path).as_posix() for entry in result["reports"]]
    assert names == ["别的_files/2.txt", "报告.htm"]


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


def test_of_two_reports_of_last_year_that_differ_none_is_compared_and_it_is_told(
    tmp_path: Path, capsys: Captured
) -> None:
    for name in ("石桥镇_2022.txt", "石桥镇_2023.txt"):
        shutil.copyfile(SAMPLES / name, tmp_path / name)
    text = (SAMPLES / "石桥镇_2022.txt").read_text("utf-8")
    before, label, figures = text.partition("四、结转下年度继续办理")
    other = before + label + figures.replace("1", "5", 1)
    (tmp_path / "又一份_2022.txt").write_text(other, "utf-8")
    _, result = check_json(capsys, str(tmp_path))
    rules = [one["rule"] for entry in result["reports"] for one in entry["findings"]]
    assert not [rule for rule in rules if rule.startswith("years.")]
    cli.main(["check", str(tmp_path)])
    said = capsys.readouterr().out
    assert "有2份2022年度报告，数字不同，没有比对。用 --previous 指定其中一份" in said
    assert "（又一份_2022.txt、石桥镇_2022.txt）" in said


def test_reports_of_one_body_of_two_years_are_compared(tmp_path: Path, capsys: Captured) -> None:
    for name in ("石桥镇_2022.txt", "石桥镇_2023.txt"):
        shutil.copyfile(SAMPLES / name, tmp_path / name)
    _, result = check_json(capsys, tmp_path)
    last, this = result["reports"]
    found = [one for one in this["findings"] if one["rule"].startswith("years.")]
    assert found
    _, result = check_json(capsys, this["path"], "--previous", last["path"])
    asked = [one for one in result["reports"][0]["findings"] if one["rule"].startswith("years.")]
    assert {one["id"] for one in found} <= {one["id"] for one in asked}
    _, result = check_json(capsys, this["path"])
    alone = [one["rule"] for one in result["reports"][0]["findings"]]
    assert not [rule for rule in alone if rule.startswith("years.")]
    assert cli.main(["check", str(tmp_path), "--xlsx", str(tmp_path / "表")]) == 1
    said = capsys.readouterr().out
    assert "石桥镇_2023.txt：与其他报告比对\n  已与本单位2022年度报告比对" in said
    assert said.count(found[0]["message"]) == 1
    sheets = load_workbook(tmp_path / "表" / "石桥镇_2023_审核表.xlsx")
    lines = [row[0].value for row in sheets["审核概览"].iter_rows()]
    assert "跨年度比对" in lines
    messages = [row[5].value for row in sheets["问题清单"].iter_rows()]
    assert messages.count(found[0]["message"]) == 1
