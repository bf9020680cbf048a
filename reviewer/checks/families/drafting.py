"""What a draft's writers left for each other: TBD, （待核实）, 【请核实】, a form's hints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import prose_of
from reviewer.checks.families.showing import hit_around
from reviewer.document.model import Span

_OPEN, _CLOSE = r"[(\[【〔<{]", r"[)\]】〕>}]"
_INSIDE = r"[^()\[\]【】〔〕<>{}\n]"
_TO_DO = "核实|核对|确认|补充|补录|补齐|完善|更新|修改|统计|提供|填报|填写|填入|输入|删除|删去|定"
_TYPE = "宋体|黑体|楷体|字体加粗|加粗[小一二三四五]|[小一二三四五]号字|首行缩进|固定值|倍行距"
"""Words of instructions on how a report is to be set."""

_LEFT = re.compile(
    r"(?=[TFt(\[【〔<{待数金])(?:"
    r"(?<![A-Za-z])(?:TO[ -]?DO|TBD|FIX-?ME|to-?do|tbd)(?![A-Za-z])"
    rf"|{_OPEN}(?:注:|备注:)?{_INSIDE}{{0,12}}(?:(?<![期等])待|请|(?<![所不])需要?)(?:再|重新|进一步|后续|党政办|各?[科股]室|单位|具体|在此)?"
    rf"(?:{_TO_DO})(?:{_INSIDE}{{0,4}}(?:数字|数据|内容|数|情况|名称|日期))?{_CLOSE}"
    rf"|{_OPEN}(?:请|此处|这里){_INSIDE}{{0,8}}(?:{_TO_DO}){_INSIDE}{{0,6}}{_CLOSE}"
    rf"|{_OPEN}待(?!申请人){_INSIDE}{{1,10}}(?:补充|核实|核对|确认|填写|更新){_CLOSE}"
    rf"|{_OPEN}(?!经|已|未|无){_INSIDE}{{0,14}}(?:请核(?:实|对|准)?|待核(?:实|对)?|核实?一下){_CLOSE}"
    rf"|【{_INSIDE}{{1,10}}(?<![考审初复])核】|\[[A-Z]{{1,3}}\d{{1,2}}\]|{_OPEN}(?:此[段处句]|本段|该段){_INSIDE}{{1,14}}{_CLOSE}"
    rf"|{_OPEN}此处略{_CLOSE}|\((?:数量|数字|数值)\)(?=[条件次份篇期人个])"
    rf"|{_OPEN}(?:待定|待补|待填|待核|待查|待统计){_CLOSE}"
    rf"|{_OPEN}(?:此处)?(?:插入|附上?){_INSIDE}{{0,8}}(?:图|表|照片|截图|链接){_CLOSE}"
    r"|(?:待(?:统计|补录|填报)|(?<=:)待定)(?=[,。;)\n])|(?:数据?|数量|数字|金额)(?:暂缺|待补)(?=[,。;)\n])"
    r"|\((?:本)?(?:单位|机关|部门)(?:名称|全称)\)(?=[\u4e00-\u9fff\d])"
    rf"|{_OPEN}{_INSIDE}{{0,10}}(?:{_TYPE}){_INSIDE}{{0,14}}{_CLOSE}"
    rf"|\((?:简要|简述|概述){_INSIDE}{{2,40}}\)|\({_INSIDE}{{0,40}}\d+字(?:以内|左右|以上){_INSIDE}{{0,4}}\))"
)
_FORM = re.compile("申请表|登记表|查阅|点击|登录|参见|见|拨打|联系|扫|关注")
"""In brackets these ask the public for something, not the writer."""


def _left(inspection: Inspection) -> Iterator[Hit]:
    document = inspection.report.document
    for match in _LEFT.finditer(prose_of(inspection.report).plain):
        if not _FORM.search(match[0]):
            yield hit_around(document, Span(start=match.start(), end=match.end()))


LEFT = Check(_left, frozenset({"around"}), reads_figures=False)
