"""Exit statuses, and what a terminal is told of errors."""

from __future__ import annotations

import sys
import traceback
from datetime import datetime

from reviewer.errors import ReviewerError
from reviewer.paths import crash_records

CLEAN, FAULTY, FAILED = 0, 1, 2
"""Exit statuses: no finding of severity error, some, something could not be read or written."""


def complain(error: ReviewerError) -> None:
    """Say on standard error what is wrong and what to do."""
    if sys.stderr is not None:
        print(str(error), file=sys.stderr)


def unforeseen(error: Exception) -> ReviewerError:
    """An error of the program itself, its details written down for engineers.

    Beside the window's, under a name that the window does not tell of again.
    """
    try:
        folder = crash_records()
        folder.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        details = folder / f"error-{stamp}.txt"
        text = "".join(traceback.format_exception(error))
        details.write_text(text, encoding="utf-8", errors="backslashreplace")
        hint = f"详细信息已写入“{details}”，请把它发给维护人员。"
    except OSError:
        hint = "详细信息也未能写下，请检查磁盘空间和用户文件夹的权限。"
    return ReviewerError("程序发生了意外错误。", hint, repr(error))
