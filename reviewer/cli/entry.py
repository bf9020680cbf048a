"""The program's entry: a command, or the window.

Little is imported here, so that the window does not wait for what only commands need.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from reviewer.cli.arguments import HELP, Parser
from reviewer.cli.complaints import CLEAN, FAILED, complain, unforeseen
from reviewer.cli.console import PIPE_CLOSED, silence
from reviewer.errors import ReviewerError
from reviewer.version import version

_INTERRUPTED = 130
_COMMANDS = {
    "check": ("reviewer.cli.checking", "check"),
    "rules": ("reviewer.cli.listing", "list_rules"),
    "forms": ("reviewer.cli.listing", "list_forms"),
    "sample": ("reviewer.cli.listing", "copy_samples"),
}
"""The module and function of each command."""


def main(argv: list[str] | None = None) -> int:
    """Run the program; the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what the terminal cannot show becomes "?"
            stream.reconfigure(errors="replace")
    try:
        status = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        silence()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except ReviewerError as error:
        complain(error)
        return FAILED
    except OSError as error:
        complain(_unwritable(error) if error.errno == errno.ENOSPC else unforeseen(error))
        return FAILED
    except Exception as error:  # the last line of defence: a user never sees a traceback
        complain(unforeseen(error))
        return FAILED
    return status


def _run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in {"-h", "--help", "help"}:
        print(HELP, end="")
        return CLEAN
    if first == "--version":
        print(f"reviewer {version()}")
        return CLEAN
    if first not in _COMMANDS:
        return _window(arguments)
    if {"-h", "--help"}.intersection(arguments):
        print(HELP, end="")
        return CLEAN
    module, name = _COMMANDS[first]
    command: Callable[[list[str]], int] = getattr(import_module(module), name)
    return command(arguments[1:])


def _window(arguments: list[str]) -> int:
    parser = Parser()
    parser.add_argument("files", nargs="*", type=Path, metavar="文件")
    files: list[Path] = parser.parse_args(arguments).files
    try:
        from reviewer.window.app import run
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        raise ReviewerError(
            "窗口所需的系统组件没有装好。",
            "可以先用 reviewer check 核对报告；安装方法见 README。",
            str(error),
        ) from error
    return run(files)


def _unwritable(error: OSError) -> ReviewerError:
    silence()
    return ReviewerError("结果没有写完，磁盘已满。", "请腾出空间后重试。", str(error))
