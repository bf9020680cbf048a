"""A file is replaced as a whole or not at all."""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from reviewer.errors import ExportError
from reviewer.paths import found

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
"""No room on the disk, or none that this user may take."""
_ELSEWHERE = "请检查该位置能否写入，或者换一个位置保存。"


def write_atomically(target: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write a file beside its target and put it in the target's place when it is complete.

    Args:
        target: The file to make or replace; a link is followed.
        write: Writes the content.

    Raises:
        ExportError: The target cannot be written; what was there before is kept.
    """
    real = Path(os.path.realpath(target))
    temporary = real.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        _refuse_early(real)
        with temporary.open("xb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if real.exists():
            temporary.chmod(real.stat().st_mode & 0o777)
        temporary.replace(real)
        _sync_folder(real.parent)
    except OSError as error:
        raise _failure(real, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _refuse_early(target: Path) -> None:
    """Find out what replacing the file would only show late, or not at all."""
    if not target.parent.is_dir():
        raise ExportError(
            f"文件夹“{target.parent}”不存在。", "请先建立文件夹，或者换一个位置保存。"
        )
    if target.is_dir():
        raise ExportError(f"“{target}”是文件夹。", "请指定一个文件名。")
    if found(target.exists) and not target.is_file():
        raise ExportError(f"“{target}”不是普通文件，没有写入。", "请换一个文件名保存。")
    for lock in (target.with_name(f".~lock.{target.name}#"), target.with_name(f"~${target.name}")):
        if found(lock.exists):  # a name too long for a lock has none
            raise ExportError(
                f"“{target.name}”正在被其他程序打开，没有写入。",
                f"请关闭该文件后重试，或者换一个文件名；如果确实没有打开，请删除“{lock.name}”。",
            )
    if target.exists() and not os.access(target, os.W_OK):
        raise ExportError(f"“{target.name}”是只读文件，没有写入。", "请换一个文件名保存。")


def _failure(target: Path, error: OSError) -> ExportError:
    if isinstance(error, PermissionError):
        return ExportError(
            f"没有权限写入“{target}”，或者该文件正在被其他程序打开。",
            "请关闭打开它的程序后重试，或者换一个位置保存。",
            str(error),
        )
    if error.errno in _FULL:
        return ExportError(
            f"磁盘空间不足，没有写入“{target}”。",
            "请清理磁盘后重试，或者换一个位置保存。",
            str(error),
        )
    return ExportError(f"无法写入“{target}”。", _ELSEWHERE, str(error))


def _sync_folder(folder: Path) -> None:
    """Let the new name survive a power cut; where that cannot be had, the file is there anyway."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
