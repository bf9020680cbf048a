"""Reports that are right, in the many ways in which they are written: nothing is said of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewer.checks.engine import check
from reviewer.checks.model import Severity
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.checks.planting import sample
from tests.checks.word_rules import RULES

BODY = "云岭县石桥镇人民政府"
TITLE = f"{BODY}2023年政府信息公开工作年度报告"
INTRODUCTION = (
    "根据《中华人民共和国政府信息公开条例》第五十条，按照国办公开办函〔2021〕30号编制本报告。"
    "统计期限自2023年1月1日起至2023年12月31日止。"
)
SIX = "六、其他需要报告的事项"
HEADINGS = ("一、总体情况", "五、存在的主要问题及改进情况", SIX)
CONTENTS = """一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
"""


def tables() -> str:
    """The three tables of a sample, with their headings."""
    text = sample("清溪街道_2023")
    return text[text.index("二、主动公开") : text.index("五、存在")]


def report(
    title: str = TITLE,
    introduction: str = INTRODUCTION,
    one: str = "2023年，我镇公开信息30条。",
    five: str = "公开不及时。2024年改进。",
    six: str = "没有收取信息处理费。",
    end: str = f"{BODY}\n2024年1月18日",
    headings: Sequence[str] = HEADINGS,
    middle: str | None = None,
) -> str:
    """A whole report in which one part or another is written in its own way."""
    parts = (
        f"{title}\n\n{introduction}\n\n{headings[0]}\n{one}\n",
        middle or tables(),
        f"{headings[1]}\n{five}\n\n{headings[2]}\n{six}\n\n{end}\n",
    )
    return "\n".join(parts)


RIGHT = {
    "plain": report(),
    "title on three lines": report(f"{BODY}\n2023年政府信息公开\n工作年度报告"),
    "year at the line's end": report(f"{BODY}2023年\n政府信息公开工作年度报告"),
    "year first": report("2023年度石桥镇政府信息公开工作年度报告"),
    "contents": report(introduction=f"目录\n{CONTENTS}{INTRODUCTION}"),
    "contents with pages": report(
        introduction=f"目录\n{CONTENTS}{INTRODUCTION}".replace("情况\n", "情况……1\n")
    ),
    "a notice on another year": report(
        introduction="根据《关于做好2022年政府信息公开工作年度报告编制发布工作的通知》，现公布石桥镇"
        "2023年政府信息公开工作年度报告。统计期限为2023年1月1日至12月31日。"
    ),
    "last year's report": report(
        one="2023年，我镇按时公布了2022年政府信息公开工作年度报告，公开信息30条，比2022年多4条。"
        "2022年，我镇整改问题4个。"
    ),
    "lists in lists": report(
        one="（一）主动公开\n1.公开栏。\n2.网站。\n（1）县网站。\n（2）公众号。\n3.会议。\n"
        "（二）依申请公开\n1.没有申请。\n（三）管理\n（四）平台\n（五）监督。"
    ),
    "two lists": report(
        five="存在问题：\n（一）慢。\n（二）少。\n改进措施：\n（一）快。\n（二）多。"
    ),
    "items in a line": report(
        one="2023年：（一）主动公开。公开30条。（二）依申请公开。没有。（三）管理。按第二十条"
        "第（一）项、第（五）项公开。（四）平台。（五）监督。"
    ),
    "another's words": report(
        one="2023年，我镇公开了县水务局“我局已办结”的答复，办理《关于我局工作的函》。自我局限仍在。"
    ),
    "date above the name": report(end=f"2024年1月18日\n{BODY}"),
    "date in words": report(end=f"{BODY}\n二〇二四年一月十八日"),
    "an enclosure": report(end=f"{BODY}\n2024年1月18日\n附件：石桥镇2023年统计表"),
    "a page's foot": report(
        end=f"{BODY}\n2024年1月18日\n\n打印本页 关闭窗口\n上一篇：石桥镇2022年政府信息公开工作年度"
        "报告\n下一篇：清溪镇2023年政府信息公开工作年度报告\n主办：云岭县人民政府\n"
        "今天是2024年5月3日"
    ),
    "a page's head": report(
        "首页 > 年度报告\n清溪镇2023年政府信息公开工作年度报告\n松涧乡2022年政府信息公开工作年度"
        f"报告\n发布日期：2024-01-20 10:10 更新时间：2024-05-01\n{TITLE}"
    ),
    "a county's": report(
        "云岭县2023年政府信息公开工作年度报告",
        one="2023年，我县公开信息300条。石桥镇主动公开信息30条，县水务局收到申请2件。",
        end="云岭县人民政府办公室\n2024年2月18日",
    ),
    "a city's": report(
        "临川市2023年政府信息公开工作年度报告",
        one="2023年，我市公开信息300条。",
        end="临川市人民政府\n2024年3月8日",
    ),
    "a bureau's": report(
        "云岭县水务局2023年政府信息公开工作年度报告",
        f"{INTRODUCTION}如有疑问，请与县政务服务和大数据管理局联系。",
        one="我局联合县教育局开展宣传。2023年，县财政局主动公开预算，我县节水。",
        end="云岭县水利局\n2024年1月18日",
    ),
    "a zone's": report(
        "云岭经济开发区管理委员会2023年政府信息公开工作年度报告",
        one="2023年，我委、我区、我管委会公开信息30条。",
        end="云岭经济开发区管理委员会\n2024年2月18日",
    ),
    "an office's": report(
        f"{BODY}办公室2023年政府信息公开工作年度报告",
        one="2023年，我镇公开信息300条，我办负责。",
        end=f"{BODY}办公室\n2024年1月8日",
    ),
    "longer titles": report(
        headings=("一、总体情况", "五、政府信息公开工作存在的主要问题及改进情况", SIX),
        middle=tables().replace("四、政府信息公开行", "四、因政府信息公开工作被申请行"),
    ),
    "parts": report(
        headings=("第一部分 总体情况", "第五部分 存在的主要问题及改进情况", f"第六部分 {SIX[2:]}")
    ),
    "marked headings": report(headings=[f"## {one}" for one in HEADINGS]),
    "dates": report(
        one="2023年1-12月，我镇公开信息2023条。自2022年12月起至2023年3月31日，开展专项检查。"
        "2023.5.6公布名单，9月30日、2月28日开会。1989年建镇。计划2035年建成。"
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_nothing_is_said_of_a_right_report(name: str) -> None:
    findings = check(read_report(open_text(RIGHT[name]))).findings
    told = [one.message for one in findings if one.rule in RULES]
    assert told == []


def test_a_whole_file_without_a_title_is_told_louder_than_a_page() -> None:
    document = open_text(report(title=""))
    word = document.model_copy(
        update={"origin": document.origin.model_copy(update={"format": "docx"})}
    )
    told = [
        {one.rule: one.severity for one in check(read_report(each)).findings if "title" in one.rule}
        for each in (document, word)
    ]
    assert told == [{"titles.unseen": Severity.HINT}, {"titles.missing": Severity.WARNING}]
