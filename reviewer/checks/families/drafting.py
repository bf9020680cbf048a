"""What a draft's writers left for each other: TBD, （待核实）, 【请核实】, a form's hints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import prose_of
from reviewer.checks.families.showing import hit_around
from reviewer.document.model import Span
from reviewer.patterns import any_of

_OPEN, _CLOSE = r"[(\[【〔<{]", r"[)\]】〕>}]"
_INSIDE = r"[^()\[\]【】〔〕<>{}\n]"
_TO_DO = "核实|核对|确认|补充|补录|补齐|完善|更新|修改|统计|提供|填报|填写|填入|输入|删除|删去|定"
_TYPE = "宋体|黑体|楷体|字体加粗|加粗[小一二三四五]|[小一二三四五]号字|首行缩进|固定值|倍行距"
"""Words of instructions on how a report is to be set."""

_ASKS = (
    r"(?:(?<![期等])待|请|(?<![所不])需要?)"
    r"(?:再|重新|进一步|后续|党政办|各?[科股]室|单位|具体|在此)?"
)
_WHAT = "(?:数字|数据|内容|数|情况|名称|日期)"

_REQUESTS = (
    # （待核实）, （请各科室补充数据）
    rf"{_OPEN}(?:注:|备注:)?{_INSIDE}{{0,12}}{_ASKS}(?:{_TO_DO})(?:{_INSIDE}{{0,4}}{_WHAT})?{_CLOSE}",
    # （此处由办公室补充）
    rf"{_OPEN}(?:请|此处|这里){_INSIDE}{{0,8}}(?:{_TO_DO}){_INSIDE}{{0,6}}{_CLOSE}",
    rf"{_OPEN}待(?!申请人){_INSIDE}{{1,10}}(?:补充|核实|核对|确认|填写|更新){_CLOSE}",
    # （数字请核）
    rf"{_OPEN}(?!经|已|未|无){_INSIDE}{{0,14}}(?:请核(?:实|对|准)?|待核(?:实|对)?|核实?一下){_CLOSE}",
    # 【财务科核】, [ZW1]
    rf"【{_INSIDE}{{1,10}}(?<![考审初复])核】",
    r"\[[A-Z]{1,3}\d{1,2}\]",
    # （此段请删去）, （此处略）
    rf"{_OPEN}(?:此[段处句]|本段|该段){_INSIDE}{{1,14}}{_CLOSE}",
    rf"{_OPEN}此处略{_CLOSE}",
)

"""What writers ask of each other, in brackets."""

_TO_COME = (
    # （数字）件
    r"\((?:数量|数字|数值)\)(?=[条件次份篇期人个])",
    rf"{_OPEN}(?:待定|待补|待填|待核|待查|待统计){_CLOSE}",
    # （插入图表）
    rf"{_OPEN}(?:此处)?(?:插入|附上?){_INSIDE}{{0,8}}(?:图|表|照片|截图|链接){_CLOSE}",
    # 数据暂缺，
    r"(?:待(?:统计|补录|填报)|(?<=:)待定)(?=[,。;)\n])",
    r"(?:数据?|数量|数字|金额)(?:暂缺|待补)(?=[,。;)\n])",
    # （本单位名称）
    r"\((?:本)?(?:单位|机关|部门)(?:名称|全称)\)(?=[\u4e00-\u9fff\d])",
)
"""What is still to be put in."""

_HINTS = (
    rf"{_OPEN}{_INSIDE}{{0,10}}(?:{_TYPE}){_INSIDE}{{0,14}}{_CLOSE}",
    # （简述工作情况，300字以内）
    rf"\((?:简要|简述|概述){_INSIDE}{{2,40}}\)",
    rf"\({_INSIDE}{{0,40}}\d+字(?:以内|左右|以上){_INSIDE}{{0,4}}\)",
)
"""What a form tells its writers, and is not taken out."""

_LEFT = re.compile(
    # What an alternative may begin with: most places in a text are passed over by it.
    r"(?=[TFt(\[【〔<{待数金])"
    + any_of(
        r"(?<![A-Za-z])(?:TO[ -]?DO|TBD|FIX-?ME|to-?do|tbd)(?![A-Za-z])",
        *(*_REQUESTS, *_TO_COME, *_HINTS),
    )
)
_FORM = re.compile("申请表|登记表|查阅|点击|登录|参见|见|拨打|联系|扫|关注")
"""In brackets these ask the public for something, not the writer."""


def _left(inspection: Inspection) -> Iterator[Hit]:
    document = inspection.report.document
    for match in _LEFT.finditer(prose_of(inspection.report).plain):
        if not _FORM.search(match[0]):
            yield hit_around(document, Span(start=match.start(), end=match.end()))


LEFT = Check(_left, frozenset({"around"}), reads_figures=False)
