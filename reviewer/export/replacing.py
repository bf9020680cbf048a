"""Which files a workbook may take the place of: other workbooks of a review, nothing else."""

from __future__ import annotations

from pathlib import Path

from reviewer.document.reviewed import is_review
from reviewer.errors import ExportError
from reviewer.paths import found


def refuse_foreign(target: Path) -> None:
    """Let no report, and nothing else that a user chose by mistake, be replaced.

    Raises:
        ExportError: The target is a file, and no workbook of a review.
    """
    filled = found(lambda: target.is_file() and target.stat().st_size > 0)
    if filled and not is_review(target):
        raise ExportError(
            f"“{target.name}”不是以前导出的审核表，没有覆盖。", "请换一个文件名保存。"
        )
