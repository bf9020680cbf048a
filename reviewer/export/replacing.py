"""Which files a workbook may take the place of: other workbooks of a review, nothing else."""

from __future__ import annotations

import zipfile
from html import unescape
from pathlib import Path

from reviewer.errors import ExportError
from reviewer.export.book import OVERVIEW
from reviewer.paths import found

_SHEETS = "xl/workbook.xml"
_MOST = 1 << 20
"""Bytes of a workbook's list of sheets; a longer one is none of ours."""


def refuse_foreign(target: Path) -> None:
    """Let no report, and nothing else that a user chose by mistake, be replaced.

    Raises:
        ExportError: The target is a file, and no workbook of a review.
    """
    filled = found(lambda: target.is_file() and target.stat().st_size > 0)
    if filled and not _is_review(target):
        raise ExportError(
            f"“{target.name}”不是以前导出的审核表，没有覆盖。", "请换一个文件名保存。"
        )


def _is_review(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_SHEETS) as sheets:
            return OVERVIEW in unescape(sheets.read(_MOST).decode("utf-8", "ignore"))
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return False
