from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from reviewer import cli
from reviewer.checks.rules import rules
from reviewer.cli import checking, listing
from reviewer.cli.arguments import HELP
from reviewer.document.model import Document
from reviewer.forms.catalog import forms
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.command import CLEAN, FAULTY, SAMPLES, Captured, check_json

BEFORE = SAMPLES / "石桥镇_2022.txt"


def python(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **more)


# exit status


def test_a_clean_report_gives_0(capsys: Captured) -> None:
    assert cli.main(["check", str(CLEAN)]) == 0
    assert "云岭县清溪街道办事处　2023年度" in capsys.readouterr().out


def test_an_error_gives_1(capsys: Captured) -> None:
    assert cli.main(["check", str(FAULTY)]) == 1
    assert "▲ 错误　表三 自然人" in capsys.readouterr().out


def test_warnings_alone_give_0(tmp_path: Path, capsys: Captured) -> None:
    report = tmp_path / "a.txt"
    text = CLEAN.read_text(encoding="utf-8").replace("| 规章 | 0 | 0 | 0 |", "| 规章 | 1 | 0 | 1 |")
    report.write_text(text, encoding="utf-8")
    status, result = check_json(capsys, report)
    severities = {finding["severity"] for finding in result["reports"][0]["findings"]}
    assert severities == {"warning"}
    assert status == 0


def test_a_file_that_cannot_be_read_gives_2_and_the_rest_is_read(
    tmp_path: Path, capsys: Captured
) -> None:
    lost = tmp_path / "没有.txt"
    assert cli.main(["check", str(lost), str(FAULTY)]) == 2
    captured = capsys.readouterr()
    assert "找不到文件" in captured.err
    assert "▲ 错误" in captured.out
    assert "共2份：有错误1，无错误0，未能读取1。" in captured.out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "空的"),
        (b" \n\t\n", "没有任何文字"),
        (bytes(range(256)) * 40, "不是文本"),
        ("今天天气很好。\n".encode() * 50, "不像政府信息公开工作年度报告"),
    ],
    ids=["empty", "blank", "binary", "no report"],
)
def test_bad_input_is_told_in_plain_words(
    tmp_path: Path, capsys: Captured, content: bytes, says: str
) -> None:
    bad = tmp_path / "坏.txt"
    bad.write_bytes(content)
    assert cli.main(["check", str(bad)]) == 2
    captured = capsys.readouterr()
    assert says in captured.err
    assert "Traceback" not in captured.err + captured.out
    status, result = check_json(capsys, bad)
    assert status == 2
    assert says in result["reports"][0]["error"]["message"]
    assert result["reports"][0]["error"]["hint"]


def test_json_is_utf_8_whatever_the_locale() -> None:
    surroundings = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"}
    call = "import sys; import reviewer.cli as c; sys.exit(c.main(sys.argv[1:]))"
    done = python(call, "check", str(CLEAN), "--json", env=surroundings)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["reports"][0]["organ"] == "云岭县清溪街道办事处"
    assert done.stderr == b""


# folders


def test_a_workbook_goes_to_no_name_of_another_kind(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "表.doc"
    assert cli.main(["check", str(CLEAN), "--xlsx", str(target)]) == 2
    assert "不是工作簿的文件名" in capsys.readouterr().err
    assert not target.exists()


def test_an_encoding_chosen_by_hand_may_be_the_wrong_one(capsys: Captured) -> None:
    assert cli.main(["check", str(CLEAN), "--encoding", "gbk"]) == 2
    assert "不指定编码" in capsys.readouterr().err


def test_a_path_that_no_system_takes_is_told_and_the_rest_is_read(capsys: Captured) -> None:
    status, result = check_json(capsys, "长" * 300 + ".txt", CLEAN)
    assert status == 2
    assert [entry["error"] is None for entry in result["reports"]] == [False, True]


def test_a_file_named_twice_is_read_once(capsys: Captured) -> None:
    _, result = check_json(capsys, CLEAN, SAMPLES / "." / CLEAN.name)
    assert len(result["reports"]) == 1


# workbooks


def test_one_report_goes_into_a_workbook(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "表.xlsx"
    assert cli.main(["check", str(FAULTY), "--xlsx", str(target)]) == 1
    assert f"审核表：{target}" in capsys.readouterr().out
    assert load_workbook(target).sheetnames[:3] == ["审核概览", "问题清单", "表二"]


def test_several_reports_go_into_a_folder(tmp_path: Path, capsys: Captured) -> None:
    out, lost = tmp_path / "表", tmp_path / "没有.txt"
    status, result = check_json(capsys, CLEAN, lost, FAULTY, "--xlsx", out)
    assert status == 2
    assert len(result["reports"]) == 3
    assert sorted(path.name for path in out.iterdir()) == [
        "清溪街道_2023_审核表.xlsx",
        "石桥镇_2023_审核表.xlsx",
    ]


def test_a_workbook_that_cannot_be_written_is_told(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "没有" / "表.xlsx"
    assert cli.main(["check", str(CLEAN), "--xlsx", str(target)]) == 2
    captured = capsys.readouterr()
    assert "不存在" in captured.err
    assert "云岭县清溪街道办事处" in captured.out


# last year


def test_last_year_is_compared(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "表.xlsx"
    _, plain = check_json(capsys, FAULTY)
    _, result = check_json(capsys, FAULTY, "--previous", BEFORE, "--xlsx", target)
    more = result["reports"][0]["findings"][len(plain["reports"][0]["findings"]) :]
    assert [finding["rule"] for finding in more] == ["years.in_force"]
    titles = [cell.value for cell in load_workbook(target)["问题清单"]["E"]]
    assert titles[-1] == more[0]["title"]


def test_a_comparison_with_last_year_is_told(capsys: Captured) -> None:
    cli.main(["check", str(FAULTY), "--previous", str(BEFORE)])
    assert "已与本单位2022年度报告比对，8处衔接，1处不衔接。" in capsys.readouterr().out
    cli.main(["check", str(FAULTY), "--previous", str(CLEAN)])
    said = capsys.readouterr().out
    assert "已与本单位" not in said
    assert "单位不同，没有比对" in said


def test_reports_are_checked_although_last_year_cannot_be_read(
    tmp_path: Path, capsys: Captured
) -> None:
    lost = tmp_path / "没有.txt"
    assert cli.main(["check", str(CLEAN), "--previous", str(lost)]) == 2
    captured = capsys.readouterr()
    assert "找不到文件" in captured.err
    assert "云岭县清溪街道办事处" in captured.out


# other reports


def test_reports_that_repeat_each_other_are_told(tmp_path: Path, capsys: Captured) -> None:
    text = CLEAN.read_text(encoding="utf-8")
    copied = tmp_path / "河口镇_2023.txt"
    renamed = text.replace("清溪街道办事处", "河口镇人民政府").replace("清溪街道", "河口镇")
    copied.write_text(renamed, encoding="utf-8")
    _, result = check_json(capsys, CLEAN, copied)
    for report in result["reports"]:
        repeated = [one for one in report["findings"] if one["rule"] == "sameness.other"]
        assert repeated
        assert all(one["spans"] for one in repeated)
    assert cli.main(["check", str(CLEAN), str(copied)]) == 0
    told = capsys.readouterr().out
    assert f"{CLEAN}：与其他报告比对" in told
    assert "“云岭县河口镇人民政府”的报告" in told


# other commands


def test_rules_and_forms_are_listed(capsys: Captured) -> None:
    assert cli.main(["rules"]) == 0
    listed = capsys.readouterr().out
    assert all(rule.id in listed and rule.title in listed for rule in rules())
    assert "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号" in listed
    assert "{" not in listed
    assert cli.main(["forms"]) == 0
    listed = capsys.readouterr().out
    assert all(form.basis in listed for form in forms().values())
    assert "表三　收到和处理政府信息公开申请情况　175格" in listed


def test_samples_are_copied_and_never_written_over(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "样例"
    assert cli.main(["sample", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        path.name for path in SAMPLES.iterdir()
    )
    mine = folder / FAULTY.name
    mine.write_text("我的修改", encoding="utf-8")
    assert cli.main(["sample", str(folder)]) == 0
    assert mine.read_text(encoding="utf-8") == "我的修改"
    assert "没有覆盖" in capsys.readouterr().out


def test_a_sample_folder_that_cannot_be_made(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "占用").touch()
    assert cli.main(["sample", str(tmp_path / "占用")]) == 2
    assert "无法写入" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check"], "缺少路径"),
        (["check", "a", "--xlsx"], "--xlsx"),
        (["check", "a", "--jsno"], "不认识的参数 --jsno"),
        (["sample"], "缺少文件夹"),
        (["rules", "x"], "不认识的参数 x"),
        (["--jsno"], "不认识的参数 --jsno"),
    ],
)
def test_a_wrong_command_line_shows_the_usage(
    arguments: list[str], says: str, capsys: Captured
) -> None:
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert says in captured.err
    assert "用法" in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"]])
def test_help(arguments: list[str], capsys: Captured) -> None:
    assert cli.main(arguments) == 0
    assert capsys.readouterr().out == HELP


def test_version(capsys: Captured) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("reviewer")


# what nobody foresaw


def fail(*_: object) -> Report:
    raise ZeroDivisionError("a fault in the program")


def test_an_unforeseen_error_stops_one_report_only(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured, home: Path
) -> None:
    calls = []

    def fail_once(document: Document) -> Report:
        calls.append(document)
        return fail() if len(calls) == 1 else read_report(document)

    monkeypatch.setattr(checking, "read_report", fail_once)
    status, result = check_json(capsys, CLEAN, FAULTY)
    assert status == 2
    first, second = result["reports"]
    assert first["error"]["message"] == "程序发生了意外错误。"
    assert second["error"] is None
    (details,) = (home / "crashes").glob("error-*.txt")
    assert str(details) in first["error"]["hint"]
    assert "ZeroDivisionError: a fault in the program" in details.read_text(encoding="utf-8")


def test_no_traceback_reaches_the_user(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(listing, "office_rules", fail)
    assert cli.main(["rules"]) == 2
    captured = capsys.readouterr()
    assert "意外错误" in captured.err
    assert "Traceback" not in captured.err


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def interrupt(*_: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "read_report", interrupt)
    assert cli.main(["check", str(CLEAN)]) == 130
    assert capsys.readouterr().err == ""


def test_json_for_nobody_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert cli.main(["check", str(CLEAN), "--json"]) == 0


# the window


def test_files_are_handed_to_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[list[Path]] = []

    class Window:
        @staticmethod
        def run(paths: list[Path]) -> int:
            handed.append(paths)
            return 7

    monkeypatch.setitem(sys.modules, "reviewer.window.app", Window)
    assert cli.main(["甲.txt", "乙.txt"]) == 7
    assert cli.main([]) == 7
    assert handed == [[Path("甲.txt"), Path("乙.txt")], []]


def test_without_a_display_a_file_that_is_not_there_is_told_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    call = "import sys; sys.platform = 'linux'; "
    call += "import reviewer.cli as c; sys.exit(c.main(sys.argv[1:]))"
    done = python(call, "chekc", env=dict(os.environ))
    assert "找不到文件“chekc”" in done.stderr.decode()
    assert done.returncode == 2
    done = python(call, str(CLEAN), env=dict(os.environ))
    assert "没有可用的图形显示" in done.stderr.decode()


def test_checking_needs_no_window() -> None:
    call = "import sys; import reviewer.cli as c; c.main(['check', sys.argv[1]]); "
    done = python(call + "print('PySide6' in sys.modules)", str(CLEAN))
    assert done.stdout.decode().splitlines()[-1] == "False"


def test_missing_window_libraries_are_explained() -> None:
    done = python("import sys; sys.modules['PySide6'] = None; import reviewer.cli as c; c.main([])")
    assert "reviewer check" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_an_encoding_can_be_named(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(CLEAN.read_text("utf-8").encode("utf-16-le"))
    assert check_json(capsys, path, "--encoding", "UTF-8")[0] == 2
    status, result = check_json(capsys, path, "--encoding", "UTF-16")
    assert status == 0
    assert result["reports"][0]["error"] is None


def test_an_unknown_encoding_is_told_with_those_that_are_known(capsys: Captured) -> None:
    assert cli.main(["check", str(CLEAN), "--encoding", "klingon"]) == 2
    said = capsys.readouterr().err
    assert "klingon" in said
    assert "GBK" in said
