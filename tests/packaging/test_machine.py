from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import machine
import pytest
from messages import Stop

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


def test_libraries_that_cannot_be_loaded_are_named_by_package() -> None:
    wanted = {"libc.so.6": "libc6", "libnot-on-any-machine.so.9": "libnot9"}
    assert machine.missing_libraries(wanted) == ["libnot9"]


@pytest.mark.parametrize(("name", "found"), [("wqy-microhei.ttc", True), ("DejaVuSans.ttf", False)])
def test_fonts_are_found_without_fc_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, found: bool
) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / name).touch()
    monkeypatch.setattr(machine, "FONT_FOLDERS", (str(tmp_path),))
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert machine.has_chinese_font() is found


@pytest.mark.parametrize("debian", [True, False])
def test_who_may_not_install_is_told_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, debian: bool
) -> None:
    monkeypatch.setattr(machine, "missing_packages", lambda *, window: ["libegl1"])
    monkeypatch.setattr(machine, "is_debian", lambda: debian)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(Stop) as caught:
        machine.provide(window=False)
    assert "libegl1" in caught.value.chinese
    assert "libegl1" in caught.value.english
    assert ("apt-get install libegl1" in caught.value.english) is debian


class Apt:
    """Stands in for subprocess.run."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        self.commands: list[list[str]] = []
        self.surroundings: list[dict[str, str]] = []

    def __call__(
        self, command: list[str], env: dict[str, str], **_: object
    ) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        self.surroundings.append(env)
        return subprocess.CompletedProcess(command, self.status, "", "E: no such package")


def _as_root_on_debian(monkeypatch: pytest.MonkeyPatch, apt: Apt, missing: list[list[str]]) -> None:
    monkeypatch.setattr(machine, "missing_packages", lambda *, window: missing.pop(0))
    monkeypatch.setattr(machine, "is_debian", lambda: True)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", apt)


def test_root_on_debian_installs_without_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    apt = Apt()
    _as_root_on_debian(monkeypatch, apt, [["libegl1", "libgl1"], []])
    machine.provide(window=False)
    assert apt.commands[-1][-2:] == ["libegl1", "libgl1"]
    assert "-y" in apt.commands[-1]
    assert apt.surroundings[-1]["DEBIAN_FRONTEND"] == "noninteractive"


def test_a_failed_installation_stops_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    _as_root_on_debian(monkeypatch, Apt(status=100), [["libegl1"]])
    with pytest.raises(Stop) as caught:
        machine.provide(window=False)
    assert caught.value.detail == "E: no such package"


def test_what_is_missing_after_installing_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    _as_root_on_debian(monkeypatch, Apt(), [["libegl1"], ["libegl1"]])
    with pytest.raises(Stop, match="libegl1"):
        machine.provide(window=False)
