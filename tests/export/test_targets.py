from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.errors import ExportError
from reviewer.export.targets import workbook_targets


def test_one_report_goes_to_a_file(tmp_path: Path) -> None:
    assert workbook_targets(tmp_path / "a.xlsx", [Path("r.txt")]) == [tmp_path / "a.xlsx"]


def test_reports_go_to_a_folder_that_is_made(tmp_path: Path) -> None:
    out = tmp_path / "新" / "表"
    sources = [Path("甲.txt"), Path("x/乙.txt"), Path("y/乙.txt")]
    names = ["甲_审核表.xlsx", "乙_审核表.xlsx", "乙_审核表_2.xlsx"]
    assert workbook_targets(out, sources) == [out / name for name in names]
    assert out.is_dir()


def test_a_folder_may_be_named_like_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "a.xlsx"
    folder.mkdir()
    assert workbook_targets(folder, [Path("r.txt")]) == [folder / "r_审核表.xlsx"]


def test_several_reports_do_not_go_to_one_file(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="2份报告"):
        workbook_targets(tmp_path / "a.xlsx", [Path("r.txt"), Path("s.txt")])


def test_a_report_is_never_written_over(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="报告本身"):
        workbook_targets(tmp_path / "a.xlsx", [tmp_path / "a.xlsx"])


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "占用").touch()
    with pytest.raises(ExportError, match="不是工作簿的文件名"):
        workbook_targets(tmp_path / "占用", [Path("r.txt")])


def test_a_long_name_is_cut_to_what_systems_take(tmp_path: Path) -> None:
    sources = [Path(f"{folder}/{'长' * 82}.txt") for folder in "xy"]
    first, second = workbook_targets(tmp_path, sources)
    first.touch()
    second.touch()
    assert first.name.endswith("长_审核表.xlsx")
    assert second.name.endswith("长_审核表_2.xlsx")


def test_a_name_that_no_system_takes_is_left_to_the_writing(tmp_path: Path) -> None:
    target = tmp_path / f"{'长' * 100}.xlsx"
    assert workbook_targets(target, [Path("r.txt")]) == [target]
