from __future__ import annotations

import os
from pathlib import Path
from typing import IO

import pytest

from reviewer.atomic import write_atomically
from reviewer.errors import ExportError


def new(stream: IO[bytes]) -> None:
    stream.write("新".encode())


def full_disk(stream: IO[bytes]) -> None:
    stream.write("半".encode())
    raise OSError(28, "No space left on device")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "表.xlsx"
    path.write_text("旧", encoding="utf-8")
    return path


def assert_kept(target: Path) -> None:
    assert target.read_text(encoding="utf-8") == "旧"
    assert [path.name for path in target.parent.iterdir() if path.suffix == ".tmp"] == []


def test_replaces_what_was_there(target: Path) -> None:
    write_atomically(target, new)
    assert target.read_text(encoding="utf-8") == "新"
    assert list(target.parent.iterdir()) == [target]


def test_makes_a_file_with_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_atomically(tmp_path / "made", new)
    assert (tmp_path / "made").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_keeps_the_rights_of_the_file(target: Path) -> None:
    target.chmod(0o640)
    write_atomically(target, new)
    assert target.stat().st_mode & 0o777 == 0o640


def test_follows_a_link(target: Path) -> None:
    link = target.with_name("link.xlsx")
    link.symlink_to(target)
    write_atomically(link, new)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "新"


def test_keeps_the_old_file_when_the_disk_is_full(target: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_atomically(target, full_disk)
    assert "磁盘空间不足" in caught.value.message
    assert caught.value.hint
    assert "No space" in caught.value.detail
    assert_kept(target)


def test_a_folder_that_cannot_be_synced_is_no_failure(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "open", refuse)
    write_atomically(target, new)
    assert target.read_text(encoding="utf-8") == "新"


def test_leaves_nothing_behind_when_writing_fails_otherwise(target: Path) -> None:
    def fail(stream: IO[bytes]) -> None:
        raise ValueError("a fault in the program")

    with pytest.raises(ValueError, match="a fault"):
        write_atomically(target, fail)
    assert_kept(target)


def test_says_that_another_program_holds_the_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, other: Path) -> Path:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError, match="其他程序打开"):
        write_atomically(target, new)
    assert_kept(target)


@pytest.mark.parametrize("lock", [".~lock.表.xlsx#", "~$表.xlsx"])
def test_respects_the_locks_of_spreadsheet_programs(target: Path, lock: str) -> None:
    target.with_name(lock).touch()
    with pytest.raises(ExportError, match="正在被其他程序打开") as caught:
        write_atomically(target, new)
    assert lock in caught.value.hint
    assert_kept(target)


def test_does_not_replace_a_read_only_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write to any file
    with pytest.raises(ExportError, match="只读"):
        write_atomically(target, new)
    assert_kept(target)


def test_names_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="不存在") as caught:
        write_atomically(tmp_path / "没有" / "表.xlsx", new)
    assert str(tmp_path / "没有") in caught.value.message


def test_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="是文件夹"):
        write_atomically(tmp_path, new)


def test_reports_a_name_that_the_system_does_not_take(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_atomically(tmp_path / ("长" * 200 + ".xlsx"), new)
    assert list(tmp_path.iterdir()) == []


def test_writes_under_a_name_too_long_for_a_lock_beside_it(tmp_path: Path) -> None:
    target = tmp_path / ("a" * 250 + ".xlsx")
    write_atomically(target, new)
    assert target.exists()


def test_a_file_in_the_place_of_the_folder_is_named(target: Path) -> None:
    with pytest.raises(ExportError, match="不存在"):
        write_atomically(target / "新表.xlsx", new)
    assert_kept(target)
