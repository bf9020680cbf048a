"""Whose figure a sentence states."""

from __future__ import annotations

import pytest

from reviewer.claims.earlier import is_of_years_before
from reviewer.claims.reading import read_claims
from reviewer.claims.scopes import is_of_many_years, scope_of, year_of
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report

_TITLE = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n（二）依申请公开。\n"


@pytest.mark.parametrize(
    ("before", "body", "scope"),
    [
        ("全县各街道共收到政府信息公开申请", "清溪街道办事处", "全县"),
        ("全县共收到政府信息公开申请", "云岭县石桥镇人民政府", "全县"),
        ("全县共收到政府信息公开申请", "云岭县人民政府", ""),
        ("近三年收到申请分别为", "石桥镇人民政府", "近三年"),
        ("全镇共收到申请", "石桥镇人民政府", ""),
        ("上半年收到申请", "石桥镇人民政府", "上半年"),
        ("疫情期间收到申请", "石桥镇人民政府", "疫情期间"),
        ("统计期间收到申请", "石桥镇人民政府", ""),
        ("各部门收到申请5件，办结", "云岭县人民政府", "各部门"),
        ("全县各部门收到申请", "云岭县人民政府", ""),
        ("上半年收到申请5件，下半年收到", "石桥镇人民政府", "下半年"),
        ("上半年收到申请5件，全年收到申请", "石桥镇人民政府", ""),
        ("每月上报依申请公开数量，今年以来收到申请", "石桥镇人民政府", ""),
        ("我县共收到申请", "石桥镇人民政府", "我县"),
        ("党政办收到申请", "云岭县石桥镇人民政府", "党政办"),
        ("司法所受理申请", "云岭县石桥镇人民政府", "司法所"),
        ("征收办收到申请", "云岭县石桥镇人民政府", "征收办"),
        ("县征收办收到申请", "云岭县征收办公室", ""),
        ("清溪社区收到申请", "云岭县石桥镇人民政府", "清溪社区"),
        ("各村收到申请", "云岭县石桥镇人民政府", "各村"),
        ("村级未收到申请", "云岭县石桥镇人民政府", "村级"),
        ("镇属各站所未收到申请", "云岭县石桥镇人民政府", "镇属各站所"),
        ("各单位", "云岭县石桥镇人民政府", "各单位"),
        ("政府新收申请2件;部门新收申请", "云岭县人民政府", "部门"),
        ("本部门收到申请", "云岭县水利局", ""),
        ("除县水利局外，各部门", "云岭县人民政府", "各部门"),
        ("全镇各单位", "云岭县石桥镇人民政府", ""),
        ("各单位未收到重复申请,收到申请", "云岭县石桥镇人民政府", ""),
        ("各单位均未收到申请,镇政府收到申请", "云岭县石桥镇人民政府", ""),
        ("全县共收到申请99件,我镇收到申请", "云岭县石桥镇人民政府", ""),
        ("石桥镇人民政府办公室制定规范性文件", "石桥镇人民政府", ""),
        ("其中向县政府办公室邮寄申请", "云岭县人民政府", ""),
        ("市政府本级受理申请", "临江市人民政府办公室", ""),
        ("各村、各站所", "云岭县石桥镇人民政府", "各站所"),
        ("局机关", "云岭县水利局", "局机关"),
        ("本机关", "云岭县水利局", ""),
        ("占全市总量的12%，其中收到申请", "云岭县石桥镇人民政府", ""),
        ("其中县政府本级收到32件，县直部门收到", "云岭县人民政府", "县直部门"),
        ("向市政府及市政府办公室提出申请，收到", "临江市人民政府", "市政府办公室"),
        ("村级公开栏更新，收到申请", "云岭县石桥镇人民政府", ""),
        ("县政府制发行政规范性文件", "云岭县石桥镇人民政府", "县政府"),
        ("县政府制发行政规范性文件", "云岭县人民政府", ""),
        ("县政府制发行政规范性文件", "云岭县人民政府办公室", ""),
        ("12月收到申请", "石桥镇人民政府", "12月"),
        ("截至10月底收到申请", "石桥镇人民政府", "截至10月底"),
        ("截至12月31日，收到申请", "石桥镇人民政府", ""),
        ("五年来共收到申请", "石桥镇人民政府", "五年来"),
        ("直属企业收到申请", "云岭县交通运输局", "直属企业"),
        ("我镇党政办共收到申请", "云岭县石桥镇人民政府", ""),
        ("网站收到申请", "云岭县石桥镇人民政府", ""),
        ("政务公开办公室收到申请", "云岭县石桥镇人民政府", ""),
        ("机关事务服务中心收到申请", "云岭县机关事务服务中心", ""),
    ],
)
def test_what_is_said_of_more_or_less_than_the_body(before: str, body: str, scope: str) -> None:
    assert scope_of(before, body) == scope


def test_a_government_and_its_office_make_documents_as_one() -> None:
    assert scope_of("制发市政府及市政府办公室规范性文件", "临江市人民政府", joint=True) == ""


@pytest.mark.parametrize(
    ("behind", "scope"),
    [
        (",其中我局42件", "全县"),
        (",我局收到42件", "全县"),
        (",其中以我局为被申请人的5件", "全县"),
        ("(其中本单位受理42件)", "全县"),
        (",我局办结42件", ""),
        (",其中自然人42件", ""),
    ],
)
def test_a_regions_figure_is_of_others_beside_the_bodys_own(behind: str, scope: str) -> None:
    assert scope_of("全县收到申请", "云岭县水利局", behind) == scope
    own = "全县收到申请689件,其中我局"
    assert scope_of(own, "云岭县水利局") == ""


def test_papers_in_the_name_of_a_government_are_its_own() -> None:
    before = "以县政府名义印发规范性文件"
    assert scope_of(before, "云岭县水利局") == "县政府"
    assert scope_of(f"{before}3件,以我局名义印发", "云岭县水利局") == ""


@pytest.mark.parametrize(
    ("before", "year"),
    [
        ("2022年收到申请", 2022),
        ("上年度收到政府信息公开申请", 2022),
        ("上年度收到政府信息公开申请20件，今年", 2023),
        ("2023年，上一年度收到申请", 2022),
        ("较2022年增加2件，共收到申请", 2023),
        ("收到申请", 2023),
        ("收到申请16件，上年为", 2022),
        ("收到申请15件,2件结转2024年继续办理,其他", 2023),
        ("申请数量由2022年的", 2022),
        ("申请数量由2022年的30件降至", 2023),
        ("申请数量由去年的30件降至今年的", 2023),
        ("申请数量从30件增加到", 2023),
    ],
)
def test_the_year_that_is_named_last(before: str, year: int) -> None:
    assert year_of(before, 2023) == year


@pytest.mark.parametrize(
    ("before", "many"),
    [
        ("自2008年施行以来，累计收到申请", True),
        ("网站开通以来收到申请", True),
        ("2019年至2023年收到申请", True),
        ("2019-2023年收到申请", True),
        ("2023年1月1日至2023年12月31日收到申请", False),
        ("累计制发行政规范性文件", True),
        ("截至2023年底，累计制发规范性文件", True),
        ("今年以来，累计收到申请", False),
        ("2023年以来收到申请", False),
        ("2023年，累计制发规范性文件", False),
        ("全年累计制发规范性文件", False),
        ("截至12月31日，累计收到申请", False),
    ],
)
def test_figures_of_many_years(before: str, *, many: bool) -> None:
    assert is_of_many_years(before, 2023) is many


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("因信息公开工作，上年度行政复议4件。", "R 4 2022"),
        ("去年同期信息公开行政复议4件、行政诉讼2件。", "R 4 2022;L 2 2022"),
        ("上一年信息公开行政复议4件，行政诉讼2件，本年行政复议6件。", "R 4 2022;L 2 2022;R 6 2023"),
        ("上年度信息公开行政复议4件，本年度6件。", "R 4 2022;R 6 2023"),
        ("信息公开行政复议6件，去年行政复议4件，行政诉讼1件。", "R 6 2023;R 4 2022;L 1 2023"),
        ("信息公开行政复议6件、上年行政复议4件。", "R 6 2023;R 4 2022"),
        ("信息公开行政复议6件（去年同期行政复议4件）。", "R 6 2023;R 4 2022"),
        ("因信息公开工作上年度发生行政复议4件。", "R 4 2022"),
        ("石桥镇去年信息公开行政复议4件。", "R 4 2022"),
        ("发布全镇上年度决算1份，收到信息公开申请6件。", "new 6 2023"),
        ("公开上年度决算1份，收到信息公开申请6件。", "new 6 2023"),
        ("前年信息公开行政复议4件。", "R 4 2021"),
        ("往年信息公开行政复议4件，行政诉讼2件，今年行政复议6件。", "R 6 2023"),
        ("与上年的4件信息公开行政复议、2件行政诉讼相比，明显上升。", "R 4 2022;L 2 2022"),
        ("与2021年的4件信息公开行政复议、2件行政诉讼相比，明显上升。", "R 4 2021;L 2 2021"),
        (
            "信息公开行政复议6件，较上年的4件行政复议、2件行政诉讼增加。",
            "R 6 2023;R 4 2022;L 2 2022",
        ),
        ("与去年相比，信息公开行政复议6件，行政诉讼1件。", "R 6 2023;L 1 2023"),
        ("上年同期共收到信息公开申请4件，本年收到信息公开申请6件。", "new 4 2022;new 6 2023"),
        ("与2022年收到信息公开申请4件相比，有所上升。", "new 4 2022"),
        ("与上年的4件信息公开申请相比，本年收到6件。", "new 6 2023"),
        ("与上年相比收到信息公开申请6件，办结5件。", "new 6 2023;total 5 2023"),
        ("收到信息公开申请6件，上年为4件，办结5件。", "new 6 2023;new 4 2022;total 5 2023"),
        ("上年结转信息公开申请1件，收到信息公开申请6件。", "carried_in 1 2023;new 6 2023"),
        ("去年同期制发行政规范性文件4件，本年制发行政规范性文件6件。", "doc 4 2022;doc 6 2023"),
        ("与上年作出行政处罚决定9件相比，本年作出行政处罚决定8件。", "fine 9 2022;fine 8 2023"),
        ("公开历年预决算9条，收到信息公开申请6件。", "new 6 2023"),
    ],
)
def test_figures_of_earlier_years_are_those_of_their_year(sentence: str, stated: str) -> None:
    short = {
        "R": "disputes.reconsideration.total",
        "L": "disputes.lawsuits.total",
        "doc": "active.normative_document.issued",
        "fine": "active.penalty.decisions",
    }
    expected = []
    for each in stated.split(";"):
        name, value, year = each.split()
        expected.append((short.get(name, f"requests.{name}.total"), int(value), int(year)))
    report = read_report(open_text(f"{_TITLE}{sentence}\n二、主动公开\n"))
    claims = [(one.subject, one.value, one.year) for one in read_claims(report) if one.counted]
    assert sorted(claims) == sorted(expected)


def test_years_before_are_not_named_by_a_comparison_or_what_was_left_over() -> None:
    assert is_of_years_before("收到申请6件,往年收到")
    assert not is_of_years_before("较往年,收到申请")
    assert not is_of_years_before("往年结转")
    assert not is_of_years_before("往年收到4件,今年收到")
    assert not is_of_years_before("往年印发且仍有效的规范性文件")


def test_figures_of_listed_years_are_each_of_its_own() -> None:
    told = "2021年、2022年、2023年分别收到政府信息公开申请3件、5件、8件。"
    claims = read_claims(read_report(open_text(f"{_TITLE}{told}\n二、主动公开\n")))
    assert [(claim.year, claim.value) for claim in claims] == [(2021, 3), (2022, 5), (2023, 8)]
