from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import showing
from messages import Stop


@pytest.mark.parametrize(
    ("display", "wayland", "platform", "expected"),
    [
        (":0", "", "", True),
        ("", "wayland-0", "", True),
        ("", "", "", False),
        (":0", "", "offscreen", False),
        (":0", "", "minimal:fontengine=freetype", False),
    ],
)
def test_display_is_told_from_the_surroundings(
    monkeypatch: pytest.MonkeyPatch, display: str, wayland: str, platform: str, expected: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert showing.has_display() is expected


class Programs:
    """Stands in for subprocess.run; one exit status after the other."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.commands: list[list[str]] = []

    def __call__(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        return subprocess.CompletedProcess(command, self.statuses.pop(0))


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(showing, "ROOT", tmp_path)
    monkeypatch.setattr(showing, "BUILD", tmp_path / "build")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return tmp_path / "build"


def test_without_display_findings_workbook_and_picture_come_out(
    build: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    programs = Programs(1, 0)  # findings of severity error are no failure of the start
    monkeypatch.setattr(subprocess, "run", programs)
    assert showing.show([]) == 0
    checked, drawn = programs.commands
    assert checked[2:4] == ["reviewer", "check"]
    assert checked[4] == str(showing.sample())
    assert checked[-2:] == ["--xlsx", str(build / "审核表.xlsx")]
    assert drawn[2] == "reviewer.window.picture"
    assert str(build / "window.png") in drawn
    assert "没有可用的显示器" in capsys.readouterr().out


def test_an_unreadable_file_ends_without_a_picture(
    build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = Programs(2)
    monkeypatch.setattr(subprocess, "run", programs)
    assert showing.show(["missing.txt"]) == 2
    assert len(programs.commands) == 1


def test_a_failed_picture_stops(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", Programs(0, 1))
    with pytest.raises(Stop, match="picture"):
        showing.show([])


def test_a_display_that_does_not_answer_is_no_display(
    build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "has_display", lambda: True)
    programs = Programs(134, 0, 0)  # the trial aborts
    monkeypatch.setattr(subprocess, "run", programs)
    assert showing.show([]) == 0
    assert programs.commands[1][3] == "check"


def test_the_sample_is_there() -> None:
    assert showing.sample().name == showing.SAMPLE
    assert showing.sample().is_file()
