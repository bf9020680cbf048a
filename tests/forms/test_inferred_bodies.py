"""Bodies that no title names: made out from what the text says, with a doubt where it is thin."""

from __future__ import annotations

import pytest

from reviewer.forms.identity.bodynames import is_short_for
from reviewer.forms.identity.identity import identify

HEADING = "一、总体情况\n"


def _body(text: str) -> tuple[str, bool]:
    identity = identify(f"{HEADING}{text}")
    return identity.body, identity.body_sure


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("2023年，云岭县水务局认真落实要求，我局公开30条。", "云岭县水务局"),
        ("2023年，石桥镇人民政府累计主动公开30条，我镇收到申请2件。", "石桥镇人民政府"),
        ("云岭市林业局高度重视，我局公开30条。云岭市林业局网站有序。", "云岭市林业局"),
    ],
)
def test_who_clearly_did_what_the_text_tells_is_sure(text: str, body: str) -> None:
    assert _body(text) == (body, True)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        # Named by a short name only, or once beside what it calls itself.
        ("2023年，县水务局认真落实要求，县水务局公开30条。", "县水务局"),
        ("我局公开30条，由云岭县水务局网站发布。", "云岭县水务局"),
        # Named only by documents that it made for itself.
        ("我局制定《云岭县水务局2023年政务公开工作方案》，公开30条。", "云岭县水务局"),
        ("我局制定《2023年云岭县水务局政务公开工作要点》，公开30条。", "云岭县水务局"),
        ("我校落实《云岭职业学院信息公开实施细则》，公开30条。", "云岭职业学院"),
        (
            "我局制定《云岭县水务局政府信息公开指南》，公开30条，接受县审计局监督。",
            "云岭县水务局",
        ),
        ("2021年，省外事办认真落实要求，我办公开30条。", "省外事办"),
        # A school by its site, an institution by the first words about it.
        ("按照《高等学校信息公开办法》，报告可从云岭大学信息公开网站下载。", "云岭大学"),
        ("云岭县实验小学，以美育为特色，我校有学生800人。", "云岭县实验小学"),
        ("2023年，区供销联社公开30条，我社收到1件，区供销联社答复。", "区供销联社"),
        ("2023年，辉苏木认真公开30条。", "辉苏木"),
        ("云岭省卫生健康委公开30条。云岭省卫生健康委网站有序。", "云岭省卫生健康委"),
    ],
)
def test_what_is_made_out_from_little_is_not_sure(text: str, body: str) -> None:
    assert _body(text) == (body, False)


@pytest.mark.parametrize(
    "text",
    [
        "按照《云岭市水务局关于印发工作要点的通知》，我局公开30条。",
        "按照《云岭县人民政府2023年政务公开工作方案》，我局公开30条。",
        "有序开展乡政府信息公开工作，组织人员对乡政务公开栏检查，公开30条。",
        "一是按时在局官网公开，服务大局，服务大局。",
        "云岭市局多次通报。云岭市局要求公开30条。",
        "我局公开云岭县第一中学、云岭县第二中学收费30条。云岭县第一中学公开1条。",
    ],
)
def test_other_bodies_and_no_bodies_are_not_taken(text: str) -> None:
    assert _body(text)[0] == ""


def test_others_that_are_named_as_well_are_told() -> None:
    text = (
        "我局公开30条，云岭县水务局网站有序，做好云岭县水务局网站维护。"
        "石桥县水务局来访，石桥县水务局作交流。"
    )
    identity = identify(f"{HEADING}{text}")
    assert (identity.body, identity.body_sure) == ("云岭县水务局", False)
    assert identity.other_bodies == ("石桥县水务局",)


def test_the_place_of_a_governments_site_is_told_as_what_may_be_meant() -> None:
    identity = identify(
        f"{HEADING}2023年，县水务局认真公开，在云岭县人民政府网站公开30条。县水务局收到1件。"
    )
    assert (identity.body, identity.other_bodies) == ("县水务局", ("云岭县水务局",))
    nameless = identify(f"{HEADING}县水务局认真公开，通过县政府门户网站公开。县水务局收到1件。")
    assert (nameless.body, nameless.other_bodies) == ("县水务局", ())


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("2023年，云岭市应急管理局认真公开，市应急局收到1件，市应急局答复。", "云岭市应急管理局"),
        (
            "云岭市教育系统有序。云岭市教育局公开1条。市教育局收到1件，市教育局答复。",
            "云岭市教育局",
        ),
        # Two places, or one that stands nowhere else: a verb may look like it.
        ("云岭市教育局、石桥市教育局公开。市教育局收到1件，市教育局答复。", "市教育局"),
        ("统筹市教育局公开1条。市教育局收到1件，市教育局答复。", "市教育局"),
    ],
)
def test_a_short_name_takes_the_full_one_that_the_text_has(text: str, body: str) -> None:
    assert _body(text)[0] == body


@pytest.mark.parametrize(
    ("short", "full", "is_short"),
    [
        ("市应急局", "云岭市应急管理局", True),
        ("区人社局", "云岭市石桥区人力资源和社会保障局", True),
        ("市卫生健康委", "云岭市卫生健康委员会", True),
        ("水务局", "云岭县水务局", True),
        ("县水务局", "云岭市水务局", False),
        ("市应急局", "云岭市教育局", False),
        ("云岭县水务局", "云岭县水务局", False),
    ],
)
def test_short_names_leave_out_area_and_letters(short: str, full: str, is_short: bool) -> None:
    assert is_short_for(short, full) is is_short


def test_a_sites_name_above_the_text_is_not_whose_report_it_is() -> None:
    told = "现公布石桥镇2023年政府信息公开工作年度报告。"
    page = f"云岭县人民政府\n首页 > 政务公开\n{told}\n{HEADING}我镇公开30条。"
    assert identify(page).body == "石桥镇"
    assert identify(page.replace(told, "")).body == ""


@pytest.mark.parametrize(
    "told",
    [
        "现将云岭县水务局2023年（1月至12月）政府信息公开工作开展情况报告如下。",
        "特向社会公布2023年度云岭县水务局政府信息公开工作情况。",
        "本报告由云岭县水务局综合各项数据编制。",
    ],
)
def test_who_is_told_of_or_wrote_it_is_sure(told: str) -> None:
    identity = identify(f"{told}\n{HEADING}我局公开30条。")
    assert (identity.body, identity.body_sure) == ("云岭县水务局", True)


_SITE = "云岭市人民政府\n首页 > 政务公开 > 年度报告\n来源：云岭市人民政府 浏览次数：12\n"


def test_what_a_page_names_gives_way_to_whom_the_text_tells_of() -> None:
    told = "2023年，石桥街道办事处认真公开。石桥街道办事处收到申请2件。"
    identity = identify(f"{_SITE}{HEADING}{told}")
    assert (identity.body, identity.body_sure) == ("石桥街道办事处", True)
    once = identify(f"{_SITE}{HEADING}2023年，石桥街道公开30条，石桥街道答复1件。")
    assert (once.body, once.body_sure) == ("石桥街道", False)
    assert once.other_bodies == ("云岭市人民政府",)


def test_what_a_page_alone_names_is_sure_if_the_text_calls_itself_so() -> None:
    fields = "发布机构：云岭县水务局 索引号：1\n"
    own = identify(f"{fields}{HEADING}我局公开30条。")
    assert (own.body, own.body_sure) == ("云岭县水务局", True)
    nameless = identify(f"{fields}{HEADING}全年公开30条。")
    assert (nameless.body, nameless.body_sure) == ("云岭县水务局", False)


def test_a_short_name_beside_the_title_takes_the_place_that_the_text_tells() -> None:
    page = f"来源\n县卫生健康局\n现公布云岭县卫生健康局2023年政府信息公开工作年度报告。\n{HEADING}"
    assert identify(page).body == "云岭县卫生健康局"
