from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import dev
import pytest
import steps
from steps import Step

ROOT = Path(__file__).resolve().parents[2]


def test_every_step_runs_and_the_failed_one_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    python = sys.executable
    status = steps.run_all(
        [
            Step("bad", (python, "-c", "import sys; sys.exit(3)")),
            Step("good", (python, "-c", "print('good ran')")),
        ]
    )
    output = capfd.readouterr().out
    assert status == 1
    assert "good ran" in output
    assert "失败 failed: bad" in output


def test_all_steps_passing_is_status_0(capfd: pytest.CaptureFixture[str]) -> None:
    assert steps.run_all([Step("good", (sys.executable, "-c", ""))]) == 0
    assert "全部通过" in capfd.readouterr().out


def test_options_reach_pytest() -> None:
    assert steps.tests(["-k", "word"]).command[-2:] == ("-k", "word")
    assert "-n" in steps.tests([]).command
    assert steps.tests(["-n0"]).command[-1] == "-n0"
    assert "-n" not in steps.tests(["-n0"]).command


def test_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["fly"]) == 2
    assert "fly" in capsys.readouterr().err


def test_help_names_every_command() -> None:
    assert dev.__doc__ is not None
    for name in dev.COMMANDS:
        assert name.startswith("-") or f"dev.py {name}" in dev.__doc__


def test_an_old_python_without_a_newer_one_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    assert dev.main(["test"]) == 1
    assert "Python 3.11" in capsys.readouterr().err


def test_an_old_python_hands_over_to_a_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []

    def call(command: list[str]) -> int:
        calls.append(command)
        return 0

    monkeypatch.setattr("shutil.which", lambda name: name if name == "python3.13" else None)
    monkeypatch.setattr(subprocess, "call", call)
    assert dev.with_newer_python(["test"]) == 0
    assert calls == [["python3.13", str(ROOT / "packaging" / "dev.py"), "test"]]


def test_readmes_give_commands_that_exist() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        commands = re.findall(r"packaging/dev\.py ([a-z]+)", text)
        assert {"run", "test"} <= set(commands) <= set(dev.COMMANDS)


def test_ci_runs_the_same_command() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "packaging/dev.py test" in script.read_text(encoding="utf-8")
    subprocess.run(["bash", "-n", str(script)], check=True)
