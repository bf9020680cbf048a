"""The virtual environment in ``.venv``: made, filled, and left alone while nothing changed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

from messages import Stop, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
STAMP = "reviewer-stamp.txt"
NETWORK_SIGNS = ("Retrying (", "ConnectionError", "timed out", "SSLError", "ProxyError", "resolve")


def python(folder: Path = VENV) -> Path:
    """The interpreter of a virtual environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def surroundings(**changes: str) -> dict[str, str]:
    """Environment variables for programs that are run: this one's, with names in UTF-8."""
    utf8 = {} if os.name == "nt" else {"PYTHONUTF8": "1"}
    return os.environ | utf8 | changes


def prepare(*, development: bool) -> None:
    """Make ``.venv`` and install the project in it, unless that is done already.

    Args:
        development: Also what tests and linters need.

    Raises:
        Stop: The environment cannot be made, or pip cannot install.
    """
    wanted = stamp(development=development)
    if not python().exists() or not stamp_holds(VENV / STAMP, wanted):
        if not python().exists():
            _make()
        _install(development=development)
        (VENV / STAMP).write_text(wanted, encoding="utf-8")
    _compile()


def stamp(*, development: bool) -> str:
    """What the installation depends on, as two lines: a digest and the extent."""
    digest = hashlib.sha256()
    for part in (ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(part.read_bytes())
    digest.update(str(sys.version_info[:2]).encode() + os.fsencode(ROOT))
    return f"{digest.hexdigest()}\n{'development' if development else 'use'}\n"


def stamp_holds(path: Path, wanted: str) -> bool:
    """Whether what is installed is what is wanted, or more."""
    if not path.exists():
        return False
    digest, extent = path.read_text(encoding="utf-8").split()
    wanted_digest, wanted_extent = wanted.split()
    return digest == wanted_digest and extent in {wanted_extent, "development"}


def _make() -> None:
    say("正在建立虚拟环境 .venv …", "Making the virtual environment .venv ...")
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(VENV)
    except (OSError, subprocess.CalledProcessError, ImportError) as error:
        raise Stop(
            "不能建立虚拟环境。在 Debian 上请先执行：sudo apt-get install python3-venv",
            "cannot make the virtual environment. On Debian first: "
            "sudo apt-get install python3-venv",
            str(error),
        ) from error


def _install(*, development: bool) -> None:
    say(
        "正在安装程序及依赖，首次约需一至三分钟 …",
        "Installing the program and what it needs; one to three minutes the first time ...",
    )
    target = f"{ROOT}[dev]" if development else str(ROOT)
    failed = _pip(target, constrained=True)
    if failed and not _is_network(failed) and "No matching distribution" in failed:
        say("此处没有所列版本，改用允许的其他版本 …", "Falling back to other allowed versions ...")
        failed = _pip(target, constrained=False)
    if failed:
        raise _not_installed(failed)


def _compile() -> None:
    """Compile the program once: where nothing is kept, each start would take half as long again.

    What is compiled already costs a look; a folder that cannot be written to is left as it is.
    """
    command = [str(python()), "-m", "compileall", "-q", str(ROOT / "reviewer")]
    subprocess.run(command, env=surroundings(), stdout=subprocess.DEVNULL, check=False)


def _pip(target: str, *, constrained: bool) -> str:
    """Install in editable form; the error output if that fails, or nothing."""
    limits = ["-c", str(CONSTRAINTS)] if constrained else []
    command = [str(python()), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    done = subprocess.run(
        [*command, "-e", target, *limits],
        env=surroundings(),
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
    )
    return done.stderr or "pip failed" if done.returncode else ""


def _is_network(output: str) -> bool:
    return any(sign in output for sign in NETWORK_SIGNS)


def _not_installed(output: str) -> Stop:
    if _is_network(output):
        return Stop(
            "pip 连不上软件包源。请检查网络或代理，或用 pip config 设置可用的镜像，再运行一次。",
            "pip cannot reach its package index. Check the network or the proxy, or set a mirror "
            "with pip config, then run this again.",
            output[-3000:],
        )
    return Stop(
        "pip 安装失败，原因见上。",
        "pip could not install; the reason stands above.",
        output[-3000:],
    )
