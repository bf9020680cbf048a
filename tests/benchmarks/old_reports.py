"""Right reports of the years up to 2018: six sections of prose and a list of indicators."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from reviewer.base import CellId
from tests.benchmarks.right_reports import BODIES, Right

_YEARS = (2014, 2015, 2016, 2017, 2018)
_SEPARATORS = {"pipe": " | ", "spaced": "    ", "markdown_right": " | "}
_BETWEEN = "\t"
"""Between the cells of a line, in layouts that have no separator of their own."""

_INDICATORS = (
    ("public", "主动公开政府信息数", "条"),
    ("online", "其中：1.政府网站公开数", "条"),
    ("boards", "2.其他方式公开数", "条"),
    ("received", "收到政府信息公开申请数", "件"),
    ("in_person", "其中：1.当面申请数", "件"),
    ("by_net", "2.网络申请数", "件"),
    ("by_other_way", "3.其他方式申请数", "件"),
    ("answered", "申请办结数", "件"),
    ("reconsideration", "行政复议数", "件"),
    ("lawsuits", "行政诉讼数", "件"),
)
"""The list's indicators, each with its unit, under names that the benchmark knows them by."""


class OldReport(Right):
    """A report of the years up to 2018; its figures are those of the list of indicators."""

    @property
    def text(self) -> str:
        """The report as it is printed."""
        text = _prose(self) + _list(self)
        for edit in self.edits:
            text = edit(text)
        return text


def listed(indicator: str, column: str) -> CellId:
    """The benchmark's own key for a figure of the list: ``statistics.received.current``."""
    return CellId(f"statistics.{indicator}.{column}")


def old_report(seed: int, layout: str) -> OldReport:
    """A report that has nothing wrong with it.

    Args:
        seed: The same seed gives the same report.
        layout: What stands between the cells of the list, as in layouts of that name.
    """
    dice = random.Random(f"old/{seed}")
    now = {name: dice.randint(2, 60) for name, _, _ in _INDICATORS}
    now["public"] = now["online"] + now["boards"]
    now["received"] = now["in_person"] + now["by_net"] + now["by_other_way"]
    now["answered"] = now["received"]
    now["reconsideration"], now["lawsuits"] = dice.randint(0, 3), dice.randint(0, 2)
    before = {name: number * dice.randint(1, 4) for name, number in now.items()}
    before["public"] = before["online"] + before["boards"]
    before["received"] = before["in_person"] + before["by_net"] + before["by_other_way"]
    figures = {listed(name, "current"): str(number) for name, number in now.items()}
    figures |= {listed(name, "cumulative"): str(now[name] + before[name]) for name in now}
    year, body = _YEARS[seed % len(_YEARS)], BODIES[seed % len(BODIES)]
    return OldReport("2008", year, body, layout, figures, figures)


def _prose(report: OldReport) -> str:
    year, name = report.year, f"云岭县{report.body}"
    told = _told(report.stated)
    return (
        f"{name}{year}年政府信息公开工作年度报告\n\n"
        f"根据《中华人民共和国政府信息公开条例》，{report.body}编制{year}年政府信息公开工作年度报告，"
        f"统计期限为{year}年1月1日至{year}年12月31日。\n\n"
        f"一、概述\n\n{year}年，按时更新公开栏，明确各办公室一名信息员，保密审查先于发布。\n\n"
        f"二、主动公开政府信息情况\n\n全年共主动公开政府信息{told['public']}条。\n\n"
        f"三、依申请公开政府信息情况\n\n{year}年共收到政府信息公开申请{told['received']}件，"
        f"其中当面申请{told['in_person']}件，均已办结。\n\n"
        "四、政府信息公开收费及减免情况\n\n全年没有收取费用，也没有减免。\n\n"
        "五、行政复议、行政诉讼情况\n\n"
        f"因政府信息公开引起的行政复议{told['reconsideration']}件，行政诉讼{told['lawsuits']}件。\n\n"
        "六、存在的主要问题和改进措施\n\n"
        "公开栏更新不够及时，今后由各办公室信息员按月检查，逾期未更新的当月通报。\n\n"
        f"{name}\n\n{year + 1}年1月16日\n\n"
    )


def _told(figures: Mapping[CellId, str]) -> Mapping[str, str]:
    return {name: figures[listed(name, "current")] for name, _, _ in _INDICATORS}


def _list(report: OldReport) -> str:
    """The list behind the text: each indicator with its unit, this year's figure and the sum."""
    lines: list[Sequence[str]] = [("指标名称", "计量单位", f"{report.year}年度", "历年累计")]
    for name, label, unit in _INDICATORS:
        numbers = [report.figures[listed(name, one)] for one in ("current", "cumulative")]
        lines.append((label, unit, *numbers))
    separator = _SEPARATORS.get(report.layout, _BETWEEN)
    rows = "\n".join(separator.join(line) for line in lines)
    return f"附件：政府信息公开情况统计表\n\n{rows}\n"
