from __future__ import annotations

import subprocess
from pathlib import Path

import environment
import pytest
from environment import stamp, stamp_holds
from messages import Stop


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a virtual environment whose interpreter is there."""
    constraints = tmp_path / "constraints.txt"
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    constraints.write_text("thing==1.0", encoding="utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "CONSTRAINTS", constraints)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    interpreter = environment.python(tmp_path / ".venv")
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    monkeypatch.setattr(environment, "python", lambda: interpreter)
    return tmp_path


class Pip:
    """Stands in for subprocess.run; answers with the outputs given, in turn."""

    def __init__(self, *errors: str) -> None:
        self.errors = list(errors)
        self.commands: list[list[str]] = []
        self.compiled = 0

    def __call__(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        if "pip" not in command:
            self.compiled += 1
            return subprocess.CompletedProcess(command, 0, "", "")
        self.commands.append(command)
        error = self.errors.pop(0) if self.errors else ""
        return subprocess.CompletedProcess(command, 1 if error else 0, "", error)


def test_second_start_installs_nothing(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pip = Pip()
    monkeypatch.setattr(subprocess, "run", pip)
    environment.prepare(development=False)
    environment.prepare(development=False)
    assert len(pip.commands) == 1
    assert pip.compiled == 2  # what was edited since is compiled before it is run


def test_changed_versions_are_installed(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pip = Pip()
    monkeypatch.setattr(subprocess, "run", pip)
    environment.prepare(development=True)
    (tree / "constraints.txt").write_text("thing==1.1", encoding="utf-8")
    environment.prepare(development=True)
    assert len(pip.commands) == 2


def test_development_covers_use_and_not_the_other_way(tree: Path) -> None:
    path = tree / "stamp"
    path.write_text(stamp(development=True), encoding="utf-8")
    assert stamp_holds(path, stamp(development=False))
    path.write_text(stamp(development=False), encoding="utf-8")
    assert not stamp_holds(path, stamp(development=True))


def test_a_version_that_is_not_there_is_replaced(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = Pip("ERROR: No matching distribution found for thing==1.0")
    monkeypatch.setattr(subprocess, "run", pip)
    environment.prepare(development=False)
    assert ["-c" in command for command in pip.commands] == [True, False]


def test_no_network_is_said_and_leaves_no_stamp(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = Pip("WARNING: Retrying (Retry(total=0)) ... No matching distribution found for thing")
    monkeypatch.setattr(subprocess, "run", pip)
    with pytest.raises(Stop, match="cannot reach"):
        environment.prepare(development=False)
    assert len(pip.commands) == 1
    assert not (tree / ".venv" / environment.STAMP).exists()


def test_other_failures_keep_pips_words(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", Pip("ERROR: disk is full"))
    with pytest.raises(Stop) as caught:
        environment.prepare(development=False)
    assert caught.value.detail == "ERROR: disk is full"
