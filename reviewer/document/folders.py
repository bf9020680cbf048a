"""Which files of a folder may be reports: the same for the window and the command line."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path

from reviewer.document.opening import suffixes
from reviewer.document.reviewed import is_review
from reviewer.errors import UnreadableError
from reviewer.paths import found
from reviewer.progress import Progress, ignore

_STARTS_OF_OTHERS = (".", "~$", "readme.")
"""How names begin of hidden files, of Word's locks, and of files that explain a folder."""

_EXPORTED = ".xlsx"
_COMPANION = re.compile(r"(.+)[._]files", re.IGNORECASE)
"""The folder of pictures, styles and frames that browsers and Word save beside a page."""

_PAGES = (".htm", ".html", ".xhtml", ".shtml")


def reports_in(folder: Path, progress: Progress = ignore) -> list[Path]:
    """Readable files in a folder and those under it, sorted.

    None that are hidden or belong to a saved page, no pipes, and no workbooks of earlier reviews. A
    folder under it that may not be looked into is one of them, so that whoever opens it is told.

    Args:
        folder: Where to look.
        progress: Told of each folder that is looked into.

    Raises:
        Cancelled: ``progress`` raised it.
        UnreadableError: There is none, or the folder itself may not be looked into.
    """
    _look_into(folder)
    files: list[Path] = []

    def keep(error: OSError) -> None:
        files.append(Path(error.filename))

    for here, folders, names in os.walk(folder, onerror=keep):
        progress(Path(here).name, 0.0)
        folders[:] = [name for name in folders if not _is_of_others(name, names)]
        files += [Path(here, name) for name in names if _may_be_report(Path(here, name))]
    if not files:
        kinds = "、".join(suffix.lstrip(".") for suffix in suffixes())
        raise UnreadableError(f"文件夹“{folder}”中没有可读的文件。", f"能读的格式：{kinds}。")
    return sorted(files)


def _look_into(folder: Path) -> None:
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise UnreadableError(
            f"没有权限打开文件夹“{folder}”。",
            "请检查权限，或者把报告复制到别处再打开。",
            str(error),
        ) from error


def _is_of_others(folder: str, files: Collection[str]) -> bool:
    """Whether a folder is hidden, or what was saved with a page that stands beside it."""
    companion = _COMPANION.fullmatch(folder)
    pages = {f"{companion[1]}{suffix}".lower() for suffix in _PAGES} if companion else ()
    return folder.startswith(".") or any(name.lower() in pages for name in files)


def _may_be_report(path: Path) -> bool:
    name = path.name.lower()
    known = name.endswith(suffixes()) and not name.startswith(_STARTS_OF_OTHERS)
    if not known or _is_special(path):
        return False
    return not (name.endswith(_EXPORTED) and is_review(path))


def _is_special(path: Path) -> bool:
    """Whether reading could wait for ever: a pipe, a socket, a device."""
    return found(path.exists) and not found(path.is_file)
