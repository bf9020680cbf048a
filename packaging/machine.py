"""What this machine lacks: system libraries of Qt, a Chinese font, the venv module."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from messages import Stop, say

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
}
"""What Qt loads even without a display, with Debian's packages."""

WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
"""What it needs besides for a window under X11."""

FONT_PACKAGE = "fonts-wqy-microhei"
FONT_NAMES = ("wqy", "cjk", "notosanssc", "sourcehan", "simhei", "simsun", "msyh", "droidsansfall")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def provide(*, window: bool) -> None:
    """Install what Debian lacks when run as root there; name it and stop otherwise.

    Args:
        window: Whether a window will be shown on an X11 display.

    Raises:
        Stop: Something is missing and could not be installed.
    """
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages(window=window)
    if not packages:
        return
    if not _may_install():
        raise _to_install(packages)
    _install(packages)
    remaining = missing_packages(window=window)
    if remaining:
        raise _to_install(remaining)


def missing_packages(*, window: bool) -> list[str]:
    """Debian's names of what is not there."""
    wanted = QT_LIBRARIES | (WINDOW_LIBRARIES if window else {})
    packages = missing_libraries(wanted)
    if not has_chinese_font():
        packages.append(FONT_PACKAGE)
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    return packages


def missing_libraries(wanted: Mapping[str, str]) -> list[str]:
    """Packages of the shared libraries that cannot be loaded."""
    return [package for library, package in wanted.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Whether some font covers Chinese; without one every character is drawn as a box."""
    lister = shutil.which("fc-list")
    if lister is not None:
        listed = subprocess.run(
            [lister, ":lang=zh-cn", "family"],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        return bool(listed.stdout.strip())
    return any(_names_chinese(Path(folder).expanduser()) for folder in FONT_FOLDERS)


def _names_chinese(folder: Path) -> bool:
    names = (path.name.lower().replace("-", "") for path in folder.rglob("*.tt*"))
    return any(word in name for name in names for word in FONT_NAMES)


def _may_install() -> bool:
    return os.geteuid() == 0 and is_debian()


def is_debian() -> bool:
    """Whether packages come from apt here."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def _install(packages: Iterable[str]) -> None:
    names = list(packages)
    say(f"正在安装系统软件包：{' '.join(names)}", f"Installing system packages: {' '.join(names)}")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *names],
    ):
        done = subprocess.run(
            command, env=quiet, capture_output=True, text=True, errors="replace", check=False
        )
        if done.returncode and command[2] == "install":
            raise _to_install(names, done.stdout[-2000:] + done.stderr[-2000:])


def _to_install(packages: Iterable[str], detail: str = "") -> Stop:
    names = " ".join(packages)
    command = f"sudo apt-get install {names}"
    if is_debian():
        return Stop(
            f"系统缺少软件包：{names}。请先执行：{command}",
            f"the system lacks these packages: {names}. Install them first: {command}",
            detail,
        )
    return Stop(
        f"系统缺少程序库或中文字体（按 Debian 的名称）：{names}。请用本系统的软件管理工具安装。",
        f"the system lacks libraries or a Chinese font (Debian's names): {names}. "
        "Install them with this system's package tool.",
        detail,
    )
