"""Whose report and of which year, in the ways that titles and signatures are written."""

from __future__ import annotations

import pytest

from reviewer.forms.identity.identity import identify

BODY = "云岭县石桥镇人民政府"
TEXT = "\n一、总体情况\n本机关认真做好政府信息公开工作。\n六、其他需要报告的事项\n无。"


@pytest.mark.parametrize(
    "body",
    [
        *("云岭县住房和城乡建设局", "云岭县林业和草原局", "云岭县工业和信息化局"),
        *("云岭县人力资源和社会保障局", "云岭县第一中学", "云岭县红十字会", "云岭县档案馆"),
        *("云岭县供销合作社联合社", "中共云岭县委宣传部", "云岭县消防救援大队"),
        *("滨县", "云岭县和平街", "云岭海关", "下各镇"),
        *("园艺场", "云岭县石桥农场", "国营云岭林场", "度假区管理委员会", "经开区"),
        *("经济技术开发区", "云岭度假区管委会"),
        *("岭和县", "和岭街道", "向岭镇", "为岭乡", "在岭街道", "和岭县审计局"),
        *("由岭镇", "以岭镇", "将岭县", "经岭镇", "与岭街道", "和岭格里县", "云岭市和岭路街道"),
    ],
)
def test_bodies_of_every_kind_are_named_by_the_title(body: str) -> None:
    identity = identify(f"{body}2023年政府信息公开工作年度报告\n{TEXT}")
    assert (identity.body, identity.year) == (body, 2023)


@pytest.mark.parametrize(
    "title",
    [
        f"{BODY} 2023 年政府信息公开工作年度报告",
        f"**{BODY}2023年政府信息公开工作年度报告**",
        f"# {BODY}2023年政府信息公开工作年度报告",
        f"【年报】{BODY}2023年政府信息公开工作年度报告",
        f"2023年{BODY}政府信息公开年报",
        f"{BODY}2023年政府信息公开工作总结",
        "云 岭 县 石 桥 镇 人 民 政 府\n2023年政府信息公开工作年度报告",
        f"{BODY}关于2023年度政府信息公开情况的报告",
        f"{BODY}2023年度政府\n信息公开工作年度报告",
        f"{BODY}2023年石桥镇政府信息公开年度报告",
        f"{BODY}2023年政府信息公开工作年度报告.docx",
        f"正文\n2023 年{BODY}政府信息\n公开工作年度报告",
        f"首页>政府信息公开年报>2022\n\n{BODY}2023年\n政府信息公开工作年度报告",
        f"2022年度发布\n{BODY}\n2023年政府信息公开工作年度报告",
    ],
)
def test_titles_in_other_words_and_marks(title: str) -> None:
    identity = identify(f"{title}\n{TEXT}")
    assert (identity.body, identity.year) == (BODY, 2023)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("本报告由云岭县石桥镇人民政府党政办公室编制。", BODY),
        ("由云岭县信访局结合有关统计数据编制。", "云岭县信访局"),
        (
            "如有疑问请与云岭县政务服务和大数据管理局（地址：云岭路1号）。",
            "云岭县政务服务和大数据管理局",
        ),
        ("如有疑问，可与石桥街道党政办联系。", "石桥街道"),
        ("2023年，和平街道办事处高度重视此项工作。", "和平街道办事处"),
        ("2023年，岭和县人民政府高度重视此项工作。", "岭和县人民政府"),
        ("现将太和县气象局2023年政府信息公开年度报告向社会公布。", "太和县气象局"),
        ("2023年，云岭县司法局在县委、县政府的坚强领导下，依法公开。", "云岭县司法局"),
        ("請與雲嶺縣鳳凰鎮(zhèn)人民政府黨政辦公室聯(lián)系。", "云岭县凤凰镇人民政府"),
        ("2023年，石桥街道办事处高度重视此项工作，按照县委、县政府部署推进。", "石桥街道办事处"),
        (
            "根据《条例》，特公布云岭县石桥镇人民政府2023年政府信息公开年度报告。",
            "云岭县石桥镇人民政府",
        ),
    ],
)
def test_sentences_name_the_body_where_no_title_does(sentence: str, body: str) -> None:
    identity = identify(f"统计期限自2023年1月1日起至2023年12月31日止。{sentence}{TEXT}")
    assert (identity.body, identity.year) == (body, 2023)


_SHORT_WORDS = ("由", "向", "在", "将", "经", "为", "以", "是", "和")


@pytest.mark.parametrize("word", _SHORT_WORDS)
@pytest.mark.parametrize("body", [BODY, "云岭县水务局", "岭阳街道办事处"])
def test_a_short_word_before_a_body_is_no_part_of_its_name(word: str, body: str) -> None:
    told = f"2023年，各项工作{word}{body}负责。\n一、总体情况\n{body}认真公开。"
    assert identify(told).body == body
    titled = f"按要求{word}{body}2023年政府信息公开工作年度报告公布如下。"
    assert identify(f"{titled}\n{body}\n2024年1月5日").body == body


@pytest.mark.parametrize("word", _SHORT_WORDS)
@pytest.mark.parametrize("rest", ["岭镇人民政府", "岭河镇人民政府", "岭县财政局"])
def test_a_short_word_that_the_text_writes_a_name_with_is_part_of_it(word: str, rest: str) -> None:
    body = word + rest
    text = (
        f"现将{body}2023年政府信息公开年度报告公布如下，{body}负责解释。\n一、总体情况\n"
        f"本年，{body}高度重视。由{body}牵头。\n{body}\n2024年1月5日"
    )
    assert identify(text).body == body


def test_what_stands_before_a_name_elsewhere_tells_where_it_begins() -> None:
    text = "2023年，工作和岭河市人民政府一致。\n{}人民政府认真公开。"
    assert identify(text.format("岭河市")).body == "岭河市人民政府"
    assert identify(text.format("和岭河市") * 2).body == "和岭河市人民政府"


def test_an_office_of_a_town_writes_for_the_town() -> None:
    text = f"统计期限自2023年1月1日起。请与{BODY}{{}}联系。{TEXT}"
    assert identify(text.format("综合督查办公室")).body == BODY
    assert identify(text.format("党政办")).body == BODY
    assert identify(text.format("办公室")).body == BODY
    street = "统计期限自2023年1月1日起。请与云岭县岭阳街道办事处办公室联系。"
    assert identify(street).body == "云岭县岭阳街道办事处"
    county = "统计期限自2023年1月1日起。请与云岭县人民政府外事办公室联系。"
    assert identify(county).body == "云岭县人民政府外事办公室"


@pytest.mark.parametrize(
    "signature",
    [
        f"{BODY}\n2024 年 1 月 20 日",
        f"（{BODY}）\n2024.1.20",
        f"{BODY}（公章）\n2024年1月20日",
        f"2024年1月20日\n{BODY}",
        f"{BODY}\n2024-01-20",
    ],
)
def test_signatures_name_body_and_year(signature: str) -> None:
    identity = identify(f"政府信息公开工作年度报告\n{TEXT}\n{signature}\n")
    assert (identity.body, identity.year) == (BODY, 2023)


_TOLD = (
    "\n本报告统计期限自2023年1月1日起至2023年12月31日止。\n一、总体情况\n"
    "2023年，公开信息20条。2023年收到申请3件。"
)


@pytest.mark.parametrize(
    ("title", "text", "signed", "year"),
    [
        (2024, _TOLD, 2024, 2023),
        (2022, _TOLD, 2024, 2023),
        (2023, _TOLD, 2024, 2023),
        # Signed another year: the period may be what was left from last year.
        (2024, _TOLD, 2025, 2024),
        # The sentences do not agree either.
        (2024, _TOLD + "2024年召开会议4次。2024年培训2次。", 2024, 2024),
        # No period is named.
        (2024, TEXT, 2024, 2024),
    ],
)
def test_a_title_alone_against_all_else_does_not_decide_the_year(
    title: int, text: str, signed: int, year: int
) -> None:
    identity = identify(f"{BODY}{title}年政府信息公开工作年度报告{text}\n{BODY}\n{signed}年1月15日")
    assert (identity.year, identity.title_year) == (year, title)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "云岭县旅游度假区管理委员会\n卫生健康办公室2023年政府信息公开工作年度报告",
            "云岭县旅游度假区管理委员会卫生健康办公室",
        ),
        (
            "云岭县旅游度假区管理委员会 卫生健康办公室2023年政府信息公开工作年度报告",
            "云岭县旅游度假区管理委员会卫生健康办公室",
        ),
        # The site's name above is not whose part it is.
        ("云岭县人民政府\n石桥镇2023年政府信息公开工作年度报告", "石桥镇"),
        ("云岭海关(本级机关)2023年政府信息公开工作年度报告", "云岭海关(本级机关)"),
        ("新区（石桥街道）2023年政府信息公开工作年度报告", "新区（石桥街道）"),
        ("云岭县人民政府机关\n2023年政府信息公开工作年度报告", "云岭县人民政府"),
        ("云岭旗石桥苏木\n2023年政府信息公开工作年度报告", "云岭旗石桥苏木"),
    ],
)
def test_a_title_on_two_lines_or_with_brackets_names_all_of_the_body(title: str, body: str) -> None:
    identity = identify(f"{title}\n{TEXT}")
    assert (identity.body, identity.year) == (body, 2023)


_UNTITLED = "统计期限自2023年1月1日起至2023年12月31日止。"


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("2023年，云岭县认真贯彻落实条例。", "云岭县"),
        ("2023年，云岭高新区坚持以公开为常态。", "云岭高新区"),
        ("2023年度，石桥街道全面贯彻落实条例，我街道收到申请0件。", "石桥街道"),
        ("结合国家税务总局云岭县税务局政府信息公开工作撰写。", "国家税务总局云岭县税务局"),
        ("云岭县税务局（以下简称“县局”）做好有关工作。", "云岭县税务局"),
        ("请与石桥乡政府信息公开办公室联系。", "石桥乡"),
        ("请与云岭县税务局政府信息公开领导小组办公室联系。", "云岭县税务局"),
        ("由云岭县信访局（综合协调办公室）编制。请与云岭县政务服务中心联系。", "云岭县信访局"),
        ("2023年，云岭新区（石桥区）医疗保障局认真公开。", "云岭新区（石桥区）医疗保障局"),
        ("2023年，云岭市公安局石桥区分局认真公开。", "云岭市公安局石桥区分局"),
        (
            "现公开云岭县人力资源和社会保障局2023年政府信息公开工作年度报告。",
            "云岭县人力资源和社会保障局",
        ),
        ("现公布云岭部（含石桥局）2023年政府信息公开工作年度报告。", "云岭部（含石桥局）"),
        ("编写石桥镇2023年政府信息公开工作年度报告。", "石桥镇"),
        ("按要求，云岭县供销合作社联合社编制了本报告。", "云岭县供销合作社联合社"),
        ("由县税务局办公室编制。请与云岭县税务局联系。", "云岭县税务局"),
        ("依法按时完成石桥街道2023年政府信息公开年度报告。", "石桥街道"),
        ("请与云岭县政府信息中心联系。", "云岭县政府"),
        ("请与云岭新区自然资源局综合一科联系。", "云岭新区自然资源局"),
        ("请与云岭县卫生健康委员会政策法规股联系。", "云岭县卫生健康委员会"),
        ("请与云岭县政府办公室政府信息公开中心联系。", "云岭县政府"),
        ("由云岭县统计局围绕年度工作编制而成。请与县统计局联系。", "云岭县统计局"),
        (
            "编制并向社会公开云岭市石桥区水务局2023年度政府信息公开工作年度报告。",
            "云岭市石桥区水务局",
        ),
        ("请与市数据管理局联系。2023年，云岭市坚持公开，全市有序。", "云岭市"),
        ("请与云岭市政府办公室联系。按照《2023年云河省政务公开工作要点》。", "云岭市政府"),
        ("2023年，云岭学院坚持以公开为常态。", "云岭学院"),
        ("本报告按照有关规定和要求，结合工作实际，由云岭县石桥\n镇人民政府编制。", BODY),
        # What calls itself otherwise is not the body.
        ("来源：云岭县人民政府 我局收到申请2件，我局答复2件。", ""),
        ("请与云岭县人民政府办公室联系。我镇收到申请2件。", ""),
        ("现将我旗2023年政府信息公开工作年度报告公布如下。", ""),
        ("现对我街2023年政府信息公开工作报告如下。", ""),
        ("发布机构：政府办公室 我旗严格公开。", ""),
        # Neither are other bodies that are named once, and rules for reports.
        ("我局多次召开专题会议研究部署。", ""),
        ("有些信息更新不及时，尤其是一些市县局更新慢。", ""),
        ("《云岭自治区政府信息公开工作年度报告制度》的规定。", ""),
        ("石桥镇人民政府来人学习。", ""),
        ("根据市政务服务局转发的通知，我局公开信息。", ""),
        ("县政府编制了本报告。", ""),
    ],
)
def test_sentences_name_a_body_that_agrees_with_what_the_text_calls_itself(
    sentence: str, body: str
) -> None:
    identity = identify(f"{_UNTITLED}{sentence}\n一、总体情况\n工作有序。")
    assert (identity.body, identity.year) == (body, 2023)


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("数据统计时段为2023年4月至12月。", 2023),
        ("据统计，全区2019年完成120件。", None),
        ("统计期限为上一年度，按2023年度要求编制。", None),
    ],
)
def test_a_period_is_named_by_its_word(told: str, year: int | None) -> None:
    assert identify(f"{BODY}政府信息公开工作年度报告\n{told}").period == year


def test_a_title_whose_last_letters_are_out_of_order_is_one() -> None:
    identity = identify(
        f"云岭县人民政府\n来源：云岭县人民政府办公室\n{BODY}2023年政府信息公开 工作告年度报\n{TEXT}"
    )
    assert (identity.body, identity.year) == (BODY, 2023)


def test_the_report_is_of_the_year_that_the_text_speaks_of_though_its_period_is_old() -> None:
    text = (
        "根据要求,云岭县水利局编制了2021年政府信息公开年度报告。数据的统计期限自2020年1月1日起至"
        "2020年12月31日止。\n一、总体情况\n2021年,云岭县水利局认真落实要求。2021年公开信息30条。"
        "2021年收到申请1件。\n"
    )
    identity = identify(text)
    assert (identity.body, identity.year, identity.period) == ("云岭县水利局", 2021, 2020)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("提高乡政府工作的透明度,公开乡内信息。", ""),
        ("充分发挥局门户网站作用。", ""),
        ("进一步健全完善石桥镇信息公开工作机制，我镇公开30条。", "石桥镇"),
        ("形成乡主要领导管理、分管领导负责的格局，我乡公开30条。", ""),
        ("请与云岭县石桥乡人民政府党政办联系。石桥乡未收到申请。", "云岭县石桥乡人民政府"),
        (
            "云岭县住房和城乡建设局公开3条。做好云岭县住房和城乡建设局网站。",
            "云岭县住房和城乡建设局",
        ),
        ("及时调整局政务公开领导小组，由局长任组长，我局3人参加。", ""),
        ("定期更新街道工作动态，公开街道信息30条。", ""),
        (
            "我镇公众号的账号为石桥镇人民政府。我镇公开30条。石桥镇人民政府收到1件。",
            "石桥镇人民政府",
        ),
        ("为认真做好云岭市水务局公开工作，市水务局公开30条。", "云岭市水务局"),
        (
            "2023年，云岭市机关事务管理局认真公开。市机关事务管理局公开30条。",
            "云岭市机关事务管理局",
        ),
        (
            "对拟在云岭市民政局网站公开的信息审查。云岭市民政局网站公开30条。做好云岭市民政局网站维护。",
            "云岭市民政局",
        ),
    ],
)
def test_words_before_a_name_are_no_part_of_it(sentence: str, body: str) -> None:
    assert identify(f"一、总体情况\n{sentence}\n二、主动公开政府信息情况\n").body == body


def test_sentences_of_another_year_put_the_period_in_doubt() -> None:
    told = "\n统计期限为2022年1月1日至12月31日。2023年度我乡公开信息20条，2023年未收到申请。"
    identity = identify(f"石桥乡政府信息公开工作年度报告{told}")
    assert (identity.year, identity.evidence[0]) == (
        2022,
        "年度取自统计期限（2022 年），正文多写 2023 年",
    )
    agreeing = identify(f"石桥乡政府信息公开工作年度报告{told.replace('2023', '2022')}")
    assert agreeing.evidence[0] == "年度取自统计期限（2022 年）"


def test_a_title_without_a_place_takes_the_one_that_the_text_gives() -> None:
    told = "税务局2023年政府信息公开工作年度报告\n一、概述\n{}认真公开。{}严格审查。"
    assert identify(told.format(*["云岭县税务局"] * 2)).body == "云岭县税务局"
    assert identify(told.format("云岭县税务局", "石桥县税务局")).body == "税务局"
    assert identify(f"县{told}".format(*["云岭县税务局"] * 2)).body == "云岭县税务局"


@pytest.mark.parametrize(
    "listed",
    [
        "首页 > 政务公开 > 政府信息公开工作年度报告",
        "索引号 | 9901/2024-1 | 分 类 | 政府信息公开年报 综合政务 |",
    ],
)
def test_the_way_to_a_page_and_its_fields_are_no_title(listed: str) -> None:
    told = "现公布云岭县税务局2023年政府信息公开工作年度报告。"
    assert identify(f"{listed}\n{told}{TEXT}").title == ""
    assert identify(f"政府信息公开工作年度报告\n{TEXT}").title == "政府信息公开工作年度报告"


@pytest.mark.parametrize("behind", [" 2023", "（2023年）", "(2023年度)"])
def test_a_year_behind_the_title_is_the_titles(behind: str) -> None:
    identity = identify(f"{BODY}政府信息公开工作年度报告{behind}\n{TEXT}")
    assert (identity.body, identity.title_year) == (BODY, 2023)
    assert identity.title.endswith(behind if behind == " 2023" else "报告")


def test_a_head_of_a_body_is_no_body() -> None:
    text = "一、总体情况\n由局分管副局长具体指导全局工作。我局2023年公开信息25条。\n"
    assert identify(text).body == ""


def test_the_name_of_a_list_of_reports_is_no_body() -> None:
    way = "首页 > 政务公开 > 2021 > 街道办事处政府信息公开工作年度报告\n"
    text = f"{way}2021年清溪街道政府信息公开工作年度报告\n清溪街道办事处\n{TEXT}"
    assert identify(text).body == "清溪街道"


def test_words_before_a_body_are_told_from_it_in_traditional_characters_too() -> None:
    text = (
        "一、總體情況\n2022年度，雲嶺縣交通運輸局認真貫徹要求，通過門戶網站，積極做好交通運輸局"
        "政府信息公開工作。\n"
    )
    assert identify(text).body == "云岭县交通运输局"


def test_a_title_that_begins_with_about_leaves_the_body_on_the_line_above_it() -> None:
    identity = identify(f"{BODY}\n关于2021年度政府信息公开工作的年度报告\n{TEXT}")
    assert (identity.body, identity.year, identity.title_year) == (BODY, 2021, 2021)


def test_a_period_behind_a_name_is_no_signature() -> None:
    told = "现公布云岭县水务局2021年度政府信息公开年度报告。"
    period = "内容涵盖云岭县水务局2021年1月1日至12月31日期间的工作。"
    assert identify(f"{told}本报告{period}").body == "云岭县水务局"


def test_what_was_done_tells_the_year_and_a_date_does_not() -> None:
    text = "2019年3月26日\n政府信息公开年度报告\n一、概述\n石桥镇2018年共公开信息20条。"
    assert identify(text).year == 2018


def test_a_zone_that_says_of_no_place_takes_the_name_that_does() -> None:
    told = "高新区认真公开。2023年，高新区坚持公开。云岭高新区管委会办公室负责。"
    assert identify(f"一、总体情况\n{told}").body == "云岭高新区管委会"


def test_a_short_word_alone_before_a_title_is_no_name() -> None:
    told = "根据《关于做好2023年度政务公开工作总结和政府信息公开工作年度报告有关事项的通知》编制。"
    assert identify(f"{told}\n请与云岭县水务局联系。{TEXT}").body == "云岭县水务局"
