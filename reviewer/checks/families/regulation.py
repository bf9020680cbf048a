"""规章 in the report of a body that may not issue any.

Only ministries, provinces, 设区的市 and 自治州 issue 规章. Whether a body is below them is told
from its name, and only where the name leaves no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.base import CellId
from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.bodies import BodyKind, body_named
from reviewer.checks.writing import number_text
from reviewer.forms.report import Report

_TOWN = re.compile(r"(?:镇|乡|街道|街道办事处|苏木)(?:人民政府|政府|办事处)?$")
_COUNTY = re.compile(r"(?:县|[^八]旗)(?![域级])")
_NO_DISTRICT = "治发验新范园景税作理社"
"""Before 区: 自治区, 开发区, 实验区, 新区 and the like are not districts of a city."""

_DISTRICT = re.compile(
    rf"(?<![{_NO_DISTRICT}])区(?:人民政府|政府|.+(?:局|委|委员会|办|办公室|署|中心))$"
)
_BEHIND_NAME = re.compile(r"[\s（(].*$")


_ZONE = re.compile(r"(?:开发|高新|园|风景名胜|景|度假|保税|保护)区(?:管理?委员?会)?$")
_NEVER = {
    BodyKind.CUSTOMS,
    BodyKind.SCHOOL,
    BodyKind.HOSPITAL,
    BodyKind.COMPANY,
    BodyKind.BRIGADE,
}


def may_not_issue(body: str) -> bool:
    """Whether a body's name shows that it may not issue 规章: a town, a county, their bureaus."""
    bare = _BEHIND_NAME.sub("", body.strip())
    below = any(pattern.search(bare) for pattern in (_TOWN, _COUNTY, _DISTRICT, _ZONE))
    return below or body_named(bare).kind in _NEVER


def _find(inspection: Inspection) -> Iterator[Hit]:
    report = inspection.report
    if not may_not_issue(report.body):
        return
    filled = [
        (report.form.figures[cell][2], report.by_cell[cell])
        for cell in _regulations(report)
        if report.by_cell[cell].number and report.by_cell[cell].sure
    ]
    if filled:
        listed = "、".join(f"{column.label} {number_text(r.number)}" for column, r in filled)
        yield Hit(
            place="表二 规章",
            fields={"body": report.body, "figures": listed},
            cells=tuple(reading.cell for _, reading in filled),
            expected="0",
            found="、".join(number_text(reading.number) for _, reading in filled),
        )


def _regulations(report: Report) -> list[CellId]:
    return [
        cell
        for cell, (table, row, _) in report.form.figures.items()
        if (table.key, row.key) == ("active", "regulation")
    ]


REGULATION = Check(_find, frozenset({"body", "figures"}), watches=_regulations)
