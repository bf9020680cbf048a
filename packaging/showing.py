"""The sample report in the window, or without one where there is no display."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from environment import ROOT, python, surroundings
from messages import Stop, say

SAMPLES = ROOT / "resources" / "samples"
SAMPLE = "石桥镇_2023.txt"
BUILD = ROOT / "build"
WINDOWLESS_PLATFORMS = ("offscreen", "minimal", "vnc", "linuxfb")
FINDINGS_STATUS = 1


def has_display() -> bool:
    """Whether the surroundings promise a display."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in WINDOWLESS_PLATFORMS:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def display_answers() -> bool:
    """Whether a window can really be opened: a display may be named and not be there."""
    trial = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    try:
        done = subprocess.run(
            [str(python()), "-c", trial], capture_output=True, timeout=30, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def show(files: Sequence[str]) -> int:
    """Open the files, or the sample, in the window or without one; the exit status."""
    paths = [str(Path(file).resolve()) for file in files] or [str(sample())]
    if has_display() and display_answers():
        return _reviewer(*paths)
    return show_without_window(paths)


def sample() -> Path:
    """The report that a first start opens."""
    named = SAMPLES / SAMPLE
    others = sorted(SAMPLES.glob("*.txt"))
    if named.exists() or not others:
        return named
    return others[0]


def samples() -> list[str]:
    """Some of the samples, the first one as :func:`sample`."""
    others = sorted(path for path in SAMPLES.glob("*.txt") if path != sample())
    return [str(path) for path in (sample(), *others[:3])]


def show_without_window(paths: Sequence[str]) -> int:
    """Print the findings, write the workbook and a picture of the window into ``build/``."""
    say(
        "没有可用的显示器，改为在命令行完成同样的工作。",
        "There is no display: doing the same job without one.",
    )
    BUILD.mkdir(exist_ok=True)
    workbook, picture = BUILD / "审核表.xlsx", BUILD / "window.png"
    status = _reviewer("check", *paths, "--xlsx", str(workbook))
    if status > FINDINGS_STATUS:
        return status
    draw(paths, picture)
    say(
        "审核表和窗口图已写到 build/ 中。",
        "The workbook and a picture of the window are in build/.",
    )
    return 0


def draw(paths: Sequence[str], target: Path, *options: str) -> None:
    """Write a picture of the window with the reports open.

    Raises:
        Stop: No picture came out.
    """
    command = [str(python()), "-m", "reviewer.window.picture", *paths]
    done = subprocess.run(
        [*command, "--out", str(target), *options],
        cwd=ROOT,
        env=surroundings(QT_QPA_PLATFORM="offscreen"),
        check=False,
    )
    if done.returncode:
        raise Stop("窗口图没有画成，原因见上。", "the picture of the window could not be made.")


def _reviewer(*arguments: str) -> int:
    command = [str(python()), "-m", "reviewer", *arguments]
    return subprocess.run(command, cwd=ROOT, env=surroundings(), check=False).returncode
