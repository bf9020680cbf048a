"""The table of measured rules in the READMEs, one row a family."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.checks.measures import Measure, Measures

START, END = "<!-- measures -->", "<!-- /measures -->"
_PLACE = re.compile(rf"(?s){START}.*?{END}")


@dataclass(frozen=True)
class Family:
    """Rules that a reader thinks of together.

    Attributes:
        names: In English and in Chinese.
        prefixes: What their ids begin with, before the first dot.
    """

    names: tuple[str, str]
    prefixes: tuple[str, ...]


FAMILIES = (
    Family(("sums of table three", "表三勾稽"), ("requests",)),
    Family(("sums of table four", "表四勾稽"), ("disputes",)),
    Family(("table two", "表二"), ("active",)),
    Family(("cells: blank, nil, words, units", "单元格：空白、斜杠、文字、单位"), ("figures",)),
    Family(("sentences and tables", "正文数据与表格"), ("claims",)),
    Family(("whole report: form, tables", "整份报告：格式、表格"), ("report", "table", "form")),
    Family(("sections and numbering", "章节与序号"), ("sections", "contents", "numbering")),
    Family(("year and dates", "年度与日期"), ("year", "period", "dates", "deadlines", "yearslip")),
    Family(
        ("body, title, notices", "单位、标题、文号"),
        ("body", "titles", "selfname", "otherbody", "notices"),
    ),
    Family(("labels and headings", "栏目与标题用语"), ("wording",)),
    Family(("the text itself", "文字"), ("text",)),
    Family(("personal data", "个人信息"), ("privacy",)),
    Family(("lists of indicators", "指标清单"), ("lists",)),
)

HEADS = {
    "README.md": (
        (
            "| Rules | Planted | Found | False alarms, {right} right reports "
            "| Findings, {real} real reports | of these false |"
        ),
        "{version}, {measured}.",
    ),
    "README.zh-CN.md": (
        "| 规则 | 植入错误 | 查出 | {right}份正确报告中误报 | {real}份真实报告中提出 | 其中误报 |",
        "版本 {version}，{measured}。",
    ),
}
README_NAMES = tuple(HEADS)


def with_table(text: str, name: str, measures: Measures) -> str:
    """A README with its table renewed.

    Args:
        text: The README.
        name: Its file's name, which tells its language.
        measures: What the table says.
    """
    return _PLACE.sub(f"{START}\n{table(name, measures)}\n{END}", text)


def table(name: str, measures: Measures) -> str:
    """The table in the language of a README, and what was measured when."""
    head, note = HEADS[name]
    fields = {
        "right": measures.right_reports,
        "real": measures.real_reports,
        "version": measures.version,
        "measured": measures.measured,
    }
    rows = [
        _row(family.names[name != "README.md"], _sum(family, measures))
        for family in FAMILIES
        if _sum(family, measures) != Measure()
    ]
    total = _row("all" if name == "README.md" else "合计", _sum(None, measures))
    lines = [head.format(**fields), "|---|---:|---:|---:|---:|---:|", *rows, total]
    return "\n".join([*lines, "", note.format(**fields)])


def _row(name: str, each: Measure) -> str:
    share = f"{each.found} ({each.found / each.planted:.0%})" if each.planted else "—"
    cells = (each.planted, share, each.alarms, each.real, each.false)
    return f"| {name} | " + " | ".join(str(cell) for cell in cells) + " |"


def _sum(family: Family | None, measures: Measures) -> Measure:
    total = Measure()
    for rule, each in measures.rules.items():
        if family is None or rule.split(".")[0] in family.prefixes:
            total += each
    return total
