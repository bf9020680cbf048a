"""Contact details: where a report gives some, all that a reader needs to write or call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.families.prose import place_label, prose_of
from reviewer.checks.family import Family, Hit, Inspection

_ASKED = re.compile(
    r"(?:报告|年报)[^。\n]{0,8}(?:疑问|意见|建议|问题)|进一步咨询|获取(?:本|该)?报告的?联系方式"
)
_NUMBER = r"(?:\(?0\d{2,3}\)?[\s\-—–一]{0,2})?\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)"
_DETAILS = {
    "地址": re.compile(r"地\s*址|(?:路|街|道|巷|村|镇|乡).{0,12}\d+号|邮寄至|位于"),
    "电话": re.compile(rf"电\s*话|热线|{_NUMBER}"),
    "邮编": re.compile(r"邮\s*编|邮政编码|邮码|(?<!\d)\d{6}(?!\d)"),
}
_FIGURES = re.compile(rf"地址:|邮编:?\d|{_NUMBER}")
_END = re.compile(r"(?:^|[。\n)])[ ]*[一1][、.]")
_REACH = 220


def _incomplete(inspection: Inspection) -> Iterator[Hit]:
    """What is lacking where readers are told whom to ask."""
    report = inspection.report
    prose = prose_of(report)
    asked = _ASKED.search(prose.flow)
    if asked is None:
        return
    told = prose.flow[asked.end() : asked.end() + _REACH]
    end = _END.search(told)
    told = told[: end.start()] if end else told
    lacking = [name for name, given in _DETAILS.items() if not given.search(told)]
    if lacking and _FIGURES.search(told):
        span = prose.span(asked.start(), asked.end())
        yield Hit(
            place=place_label(report.document, span.start),
            fields={"lacking": "、".join(lacking)},
            spans=(span,),
            expected="（地址：……，电话：……，邮编：……）",
            marks=tuple(lacking),
        )


INCOMPLETE = Family(_incomplete, frozenset({"lacking"}), reads_figures=False)
