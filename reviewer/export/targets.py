"""Where workbooks go: one file, or one for each report in a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from reviewer.document.opening import suffixes
from reviewer.errors import ExportError
from reviewer.paths import found

SUFFIX = ".xlsx"
_LONGEST_NAME = 240
"""Most bytes of a file's name: systems take 255, and spreadsheet programs add a lock's name."""


def workbook_targets(out: Path, sources: Sequence[Path]) -> list[Path]:
    """The path of each report's workbook.

    Args:
        out: A folder, made if need be; or, for one report, a file that ends in ``.xlsx``.
        sources: The reports' files.

    Raises:
        ExportError: ``out`` does not fit, or is one of the reports.
    """
    if out.suffix.lower() == SUFFIX and not found(out.is_dir):
        if len(sources) > 1:
            raise ExportError(f"有{len(sources)}份报告，不能都写入“{out}”。", "请指定一个文件夹。")
        if any(os.path.realpath(out) == os.path.realpath(source) for source in sources):
            raise ExportError(f"“{out}”就是报告本身，没有写入。", "请换一个文件名。")
        return [out] * len(sources)
    if found(out.is_file) or (out.suffix.lower() in suffixes() and not found(out.is_dir)):
        raise ExportError(
            f"“{out.name}”不是工作簿的文件名，没有写入。", "请以 .xlsx 结尾，或者指定一个文件夹。"
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"无法建立文件夹“{out}”。", "请换一个位置。", str(error)) from error
    return [out / name for name in _names(sources)]


def _names(sources: Sequence[Path]) -> list[str]:
    """A name for each file; reports of the same name get a number."""
    names: list[str] = []
    for source in sources:
        name, number = _name(source.stem, f"_审核表{SUFFIX}"), 1
        while name in names:
            number += 1
            name = _name(source.stem, f"_审核表_{number}{SUFFIX}")
        names.append(name)
    return names


def _name(stem: str, ending: str) -> str:
    """Stem and ending; a stem that is too long for a file's name is cut between characters."""
    while stem and len(os.fsencode(stem + ending)) > _LONGEST_NAME:
        stem = stem[:-1]
    return stem + ending
