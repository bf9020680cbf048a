"""The workbooks that this program exports: no reports, and the only files it may replace."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection
from html import unescape
from pathlib import Path

OVERVIEW = "审核概览"
FINDINGS = "问题清单"
_SHEETS = "xl/workbook.xml"
_MOST = 1 << 20
"""Most bytes of a list of sheets; a workbook with a longer one is none of ours."""

_UNREADABLE = (
    OSError,
    EOFError,
    KeyError,
    ValueError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
"""The exceptions that damaged, encrypted, foreign and unknown packages raise."""


def are_of_review(sheets: Collection[str]) -> bool:
    """Whether a workbook with sheets of these names is the review of a report."""
    return OVERVIEW in sheets and FINDINGS in sheets


def is_review(path: Path) -> bool:
    """Whether a file is the workbook of a review; what cannot be read is none."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_SHEETS) as sheets:
            listed = unescape(sheets.read(_MOST).decode("utf-8", "ignore"))
    except _UNREADABLE:
        return False
    return f'"{OVERVIEW}"' in listed and f'"{FINDINGS}"' in listed
