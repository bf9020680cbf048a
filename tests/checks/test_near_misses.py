"""Sentences of right reports that look like a fault: nothing is said of them."""

from __future__ import annotations

import pytest

from reviewer.checks.engine import check
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.checks.planting import added, instead, sample

STREET = "清溪街道_2023"
CONTACT = "联系单位：[^\n]*。$"
PERIOD = "统计期限自[^。]*。"
SIX = (
    "报告包括：总体情况，行政机关主动公开政府信息的情况，行政机关收到和处理政府信息公开申请的情况，"
    "因政府信息公开工作被申请行政复议、提起行政诉讼的情况，政府信息公开工作存在的主要问题及改进情况，"
    "其他需要报告的事项共六个部分。"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年，与白石镇人民政府联合执法，组织桃园街道办事处人员交流。",
        "学习桃园街道办事处经验做法，参照《云岭县桃园街道办事处工作办法》执行。",
        "2023年6月，桃园街道办事处、白石镇人民政府到我街道学习。",
        "云岭县人民政府高度重视我街道工作，县财政局通过网站公开预算。",
        "各乡镇街道积极配合，重点乡镇建立机制，一是街道党政办公室通过会议部署。",
        "针对2022年存在的问题，2023年街道逐项整改，2023年较2022年增加3件。",
        "2022年收到的4件申请结转至本年办理。",
        "2022年制定的公开目录继续有效，对2021年以前印发的文件进行清理。",
        "截至2024年1月10日，结转的申请已答复；截至2023年12月31日，共公开247条。",
        "2020年以来，街道累计公开信息900条。",
        "按照《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）改版专栏。",
        "落实《云岭县2023年政务公开工作要点》（云政办函〔2023〕31号）。",
        "2023年月均公开信息20条，2023年月报12期，2023年年底考核，2023年5月、6月检查。",
        "近20年来档案齐全，按年月日顺序归档，出生年月日不公开。",
        "设立联系电话：0899-5550166，接受监督。",
        "我县各部门给予支持，按照我市统一部署开展工作，邀请市民代表参加。",
        "索引号110101199003070013，编号110105491231002。",
        "二〇〇八年五月起实施，专栏（www.xx.gov.cn/xxgk）更新X光检查信息，建立“1+N”机制。",
    ],
)
def test_a_sentence_that_looks_like_a_fault(sentence: str) -> None:
    assert said(added(sentence, "（五）")(sample(STREET))) == []


@pytest.mark.parametrize(
    ("pattern", "right"),
    [
        (CONTACT, "如对本报告有疑问，请登录县政府网站留言。"),
        (CONTACT, ""),
        (PERIOD, "统计期限为2023年1月1日—12月31日。"),
        (PERIOD, "统计期限：2023.1.1-2023.12.31。"),
        ("(?=统计期限)", SIX),
        (r"（四）(?=无法提供)", "(四)"),
        (r"云岭县清溪街道办事处(?=\n2024)", "云岭县清溪街道党政办公室"),
        (r"2024年1月15日$", "2024年1月"),
        ("^二、主动公开", "二、行政机关主动公开"),
        ("(?=存在的主要问题：)", "2022年反映的目录不全已解决。"),
    ],
)
def test_another_way_to_write_it(pattern: str, right: str) -> None:
    assert said(instead(pattern, right)(sample(STREET))) == []


@pytest.mark.parametrize(
    "ending", ["没有收到申请，也没有", "第二十条第（五）项\n行政许可 | 0 |\n行政处"]
)
def test_a_text_cut_short_is_told_once(ending: str) -> None:
    """Neither its layout nor its tables are missed beside."""
    title = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告"
    text = f"{title}\n{'我镇及时公开。' * 20}{ending}"
    assert said(text) == ["sections.cut"]


def test_a_report_on_no_form_is_told_once() -> None:
    text = sample(STREET)
    prose = text[: text.index("一、总体情况")] + "".join(
        f"街道公开信息247条，收到申请29件，均已答复，{topic}已对外公布。"
        for topic in ("预算", "决算", "采购", "救助", "征地", "招聘")
    )
    assert said(prose) == ["sections.layout"]


def said(text: str) -> list[str]:
    """The rules that find something in a text's words; that no figures can be read is known."""
    findings = check(read_report(open_text(text))).findings
    told = [str(one.rule) for one in findings if one.rule != "period.missing"]
    return [rule for rule in told if not rule.startswith("figures.")]
