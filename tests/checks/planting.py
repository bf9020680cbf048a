"""Faults of structure, time and identity, planted in a report that has none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reviewer.paths import resource

Plant = Callable[[str], str]

CLEAN = ("石桥镇_2022", "清溪街道_2023")
"""Samples in which no rule finds fault: a town's on 2022 and a street's on 2023."""


@dataclass(frozen=True)
class Fault:
    """A fault, and the rule that must find it.

    Attributes:
        name: Which one it is.
        rule: The rule.
        plant: Puts it into a text.
        told: What its message or suggestion must contain.
    """

    name: str
    rule: str
    plant: Plant
    told: str = ""


def sample(name: str) -> str:
    """The text of a sample."""
    return (resource("samples") / f"{name}.txt").read_text(encoding="utf-8")


def year_of(text: str) -> int:
    """The year in the title."""
    found = re.search(r"(20\d\d)年", text)
    assert found
    return int(found[1])


def instead(pattern: str, by: str | Callable[[re.Match[str]], str], times: int = 1) -> Plant:
    """Replaces what a pattern finds, and makes sure that it does."""

    def plant(text: str) -> str:
        changed, count = re.subn(pattern, by, text, count=times, flags=re.MULTILINE)
        assert count, pattern
        return changed

    return plant


def shifted(pattern: str, years: int) -> Plant:
    """Moves the year that a pattern begins with."""
    return instead(rf"(20\d\d)(?={pattern})", lambda match: str(int(match[1]) + years))


def swapped(first: str, second: str) -> Plant:
    """Exchanges two lines' titles, each keeping its number."""

    def plant(text: str) -> str:
        assert first in text
        assert second in text
        return text.replace(first, "\0").replace(second, first).replace("\0", second)

    return plant


def without(start: str, end: str) -> Plant:
    """Leaves out what stands between two headings."""
    return instead(rf"(?s)(?<={start}\n).*?(?=^{end})", "\n")


def cut_at(word: str) -> Plant:
    """Ends the text in the middle of what follows a word."""

    def plant(text: str) -> str:
        return text[: text.index(word) + len(word) + 3]

    return plant


def twice(title: str, behind: str) -> Plant:
    """Prints a section, all of it, once more before the next one."""

    def plant(text: str) -> str:
        start, end = text.index(f"\n{title}\n"), text.index(f"\n{behind}\n")
        return text[:end] + text[start:end] + text[end:]

    return plant


BODY = "(石桥镇|清溪街道)"
SIX = "六、其他需要报告的事项"
FIVE = "五、存在的主要问题及改进情况"
FOUR = "政府信息公开行政复议、行政诉讼情况"
THREE = "收到和处理政府信息公开申请情况"
TWO = "主动公开政府信息情况"


def added(sentence: str, before: str = "（二）") -> Plant:
    """Puts a sentence into section one; {year}, {last} and {body} stand for the report's own."""

    def plant(text: str) -> str:
        year = year_of(text)
        found = re.search(BODY, text)
        assert found
        body = "石桥镇" if found[1].startswith("石") else "清溪街道办事处"
        told = sentence.format(year=year, last=year - 1, next=year + 1, body=body)
        return text.replace(before, f"{told}\n\n{before}", 1)

    return plant


def another(match: re.Match[str]) -> str:
    """A body of the same kind with another name."""
    return f"松涧{match[1][2:]}"


FAULTS = (
    Fault("section four left out", "sections.missing", instead(f"^四、{FOUR}$", ""), "四、"),
    Fault("section six left out", "sections.missing", instead(rf"^{SIX}\n+.*$", ""), "六、"),
    Fault("text ends in a table", "sections.cut", cut_at("行政处罚"), THREE),
    Fault("two sections changed places", "sections.order", swapped(TWO, THREE)),
    Fault("own title", "sections.title", instead("^一、总体情况$", "一、工作开展情况"), "总体情况"),
    Fault("arabic number", "sections.number", instead("^一、总体情况$", "1、总体情况"), "一、"),
    Fault("no number", "sections.number", instead(f"^四、{FOUR}$", FOUR), "没有序号"),
    Fault("number twice", "sections.number", instead(f"^四、{FOUR}$", f"三、{FOUR}"), "四、"),
    Fault("number and a dot", "sections.stop", instead(f"^三、{THREE}$", f"三．{THREE}"), "三、"),
    Fault("section five twice", "sections.doubled", twice(FIVE, SIX), "两次"),
    Fault("section two twice", "sections.doubled", twice(f"二、{TWO}", f"三、{THREE}"), "两次"),
    Fault(
        "problems only",
        "contents.halved",
        instead(rf"(?s)(?<={FIVE}\n\n).*?(?=^六)", "公开栏更新不及时。\n\n"),
        "改进情况",
    ),
    Fault(
        "plans only",
        "contents.halved",
        instead(rf"(?s)(?<={FIVE}\n\n).*?(?=^六)", "今后将进一步提高公开质量。\n\n"),
        "主要问题",
    ),
    Fault("section number in brackets", "sections.number", instead("^五、", "（五）"), "五、"),
    Fault("nothing under five", "contents.empty", without(FIVE, SIX), FIVE),
    Fault("nothing under six", "contents.silent", instead(rf"^{SIX}\n+.*$", SIX), SIX),
    Fault(
        "no word about fees", "contents.fees", instead(rf"(?<={SIX}\n\n).*$", "无。"), "信息处理费"
    ),
    Fault("long overview", "contents.long", added("镇街公开栏逐一检查，缺的补上。" * 80)),
    Fault("item skipped", "numbering.sequence", instead("^（四）", "（六）"), "没有“（四）”"),
    Fault("item twice", "numbering.sequence", instead("^（四）", "（三）"), "两次"),
    Fault("point for item", "numbering.kind", instead("^（二）", "2."), "（二）"),
    Fault(
        "headings only",
        "contents.empty",
        instead(rf"(?s)(?<={FIVE}\n).*?(?=^{SIX})", "（一）存在的主要问题\n（二）改进情况\n\n"),
        "只有小标题",
    ),
    Fault("item in digits", "numbering.kind", instead("^（二）", "（2）"), "（二）"),
    Fault("point skipped", "numbering.points", added("1.公开栏。\n2.网站。\n4.会议。"), "没有“3.”"),
    Fault("period ends early", "period.days", instead("年12月31日", "年11月30日"), "12月31日"),
    Fault("no period", "period.missing", instead("统计期限[^。]*。", "特此公布。"), "1月1日"),
    Fault(
        "date without 年", "dates.malformed", instead(r"(20\d\d)年1月1日", r"\g<1>1月1日"), "“20"
    ),
    Fault("date of digits", "dates.malformed", instead(r"(20\d\d)年12月31日", r"\g<1>1231日")),
    Fault("no day", "dates.malformed", instead(r"年1月1\d日$", "年1月日"), "没有写日的数字"),
    Fault("no month", "dates.malformed", added("{year}年月15日召开会议。"), "没有写月的数字"),
    Fault("年 twice", "dates.malformed", added("{year}年年5月召开会议。"), "多一个"),
    Fault("letters for digits", "dates.malformed", added("2O23年5月l日召开会议。"), "2023年5月1日"),
    Fault("no 日", "dates.malformed", added("{year}年5月12召开会议。"), "缺“日”字"),
    Fault("no such day in words", "dates.malformed", added("二〇二四年二月三十日检查。"), "30日"),
    Fault("no such day", "dates.malformed", added("{year}年2月30日召开会议。"), "2月没有30日"),
    Fault("year too short", "dates.malformed", added("现公布二O二年政府信息公开报告。")),
    Fault("year without 年", "dates.unsigned", added("{year}，本机关公开信息。"), "年”"),
    Fault("letter in a year", "dates.latin", added("二O二二年三月召开会议。"), "二〇二二年"),
    Fault("signed late", "deadlines.late", instead(r"1月1\d日$", "3月28日"), "1月31日"),
    Fault("signed a year early", "deadlines.early", shifted(r"年1月1\d日$", -1), "应为"),
    Fault(
        "last year's name", "yearslip.name", added("现公布{last}年政府信息公开年度报告。", "一、")
    ),
    Fault(
        "last year's deeds", "yearslip.done", added("{last}年，{body}主动公开信息30条。"), "上年"
    ),
    Fault("until last year", "yearslip.done", added("截至{last}年12月31日，共公开30条。"), "上年"),
    Fault(
        "last year's files", "yearslip.done", added("对{last}年印发的30份文件标明属性。"), "上年"
    ),
    Fault(
        "last year's requests",
        "yearslip.done",
        added("{last}年，新收政府信息公开申请若干件，上年结转若干件。"),
        "上年",
    ),
    Fault(
        "last year's trouble",
        "yearslip.done",
        instead(rf"(?<={FIVE}\n\n)", "2021年公开工作虽有进展，但仍有不足。"),
        "上年",
    ),
    Fault(
        "last year by a wrong number",
        "yearslip.base",
        added("公开信息若干条，比上年（{year}年）增加4条。"),
        "请核对年度",
    ),
    Fault(
        "plans for a year gone by",
        "yearslip.planned",
        added("{last}年公开不够及时，{year}年将加强培训，改进工作。", SIX),
        "写成将来",
    ),
    Fault("title without year", "titles.year", instead(r"\A(.*)20\d\d年", r"\1"), "没有写明年度"),
    Fault("title of a summary", "titles.name", instead(r"\A(.*)工作年度报告", r"\1工作总结")),
    Fault("我局 in a town", "selfname.kind", added("我局高度重视。"), "“我局”"),
    Fault("a bureau's head", "selfname.led", added("由局长任组长。"), "“局长”"),
    Fault("我市 did it", "selfname.above", added("{year}年，我市公开信息30条。"), "“我市”"),
    Fault("我县 did it", "selfname.above", added("我县主动公开信息30条。"), "“我县”"),
    Fault(
        "another's name",
        "otherbody.name",
        instead(rf"(?<=云岭县){BODY}(?=.*\n+202\d年1月)", another),
    ),
    Fault(
        "a bureau's signature",
        "otherbody.name",
        instead(rf"云岭县{BODY}.*(?=\n+202\d年1月)", "云岭县财政局"),
        "财政局",
    ),
    Fault(
        "another town's unit",
        "otherbody.units",
        added("在桃园乡便民服务中心设立查阅点。"),
        "便民服务中心",
    ),
    Fault(
        "another town spoken of",
        "otherbody.mentioned",
        added("把桃园乡公开工作纳入年度考核。"),
        "桃园乡",
    ),
    Fault("我 alone", "selfname.halved", added("{year}年我通过网站公开信息。"), "疑为“我"),
    Fault("another did it", "otherbody.name", added("桃园乡人民政府高度重视公开工作。"), "桃园乡"),
    Fault(
        "another notice", "notices.wrong", instead("〔2021〕30号", "〔2021〕31号"), "〔2021〕30号"
    ),
    Fault("another sender", "notices.wrong", instead("国办公开办函", "国办函"), "代字"),
    Fault("no such notice", "notices.wrong", instead("〔2021〕30号", "〔2019〕30号"), "不存在"),
    Fault(
        "last form's notice",
        "notices.wrong",
        instead("〔2021〕30号", "〔2019〕60号"),
        "〔2021〕30号",
    ),
    Fault(
        "another title",
        "notices.title",
        instead(
            "根据《", "根据《国务院办公厅关于年度报告格式的通知》（国办公开办函〔2021〕30号）、《"
        ),
        "政府信息与政务公开办公室关于",
    ),
    Fault(
        "other brackets", "notices.brackets", instead("〔2021〕30号", "[2021]30号"), "〔2021〕30号"
    ),
)
"""Every kind of fault once or more."""
