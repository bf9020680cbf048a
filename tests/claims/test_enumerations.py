"""Totals that sentences take apart: which parts belong to them, and when both cannot be right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.claims.enumerations import read_enumerations
from reviewer.claims.numerals import to_number
from reviewer.claims.parted import Enumeration
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report

_NAMES = ["政策文件", "工作动态", "公示公告", "机构概况", "财政信息"]
_TITLE = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n"


def _read(sentence: str) -> list[Enumeration]:
    report = read_report(open_text(f"{_TITLE}{sentence}\n二、主动公开\n"))
    found = list(read_enumerations(report))
    for each in found:
        for part in each.parts:
            assert to_number(report.document.at(part.place).removesuffix(part.unit)) == part.value
    return found


@pytest.mark.parametrize(
    ("sentence", "total", "parts"),
    [
        ("主动公开信息61条（其中组织机构3条、规范性文件6件、其他52条）。", 61, [3, 6, 52]),
        ("全年发布信息120条，其中：政策文件20条；工作动态90条；公示公告10条。", 120, [20, 90, 10]),
        ("公开信息32条，包括领导信息类2条、机构职能类30条。", 32, [2, 30]),
        ("公开信息90条，分别为政策文件40条、工作动态50条。", 90, [40, 50]),
        ("公开信息200条，其中政策文件20条，占10%，工作动态180条，占90%。", 200, [20, 180]),
        ("发布300条，其中网站（含转发）100条、微信（含转发）200条。", 300, [100, 200]),
        ("受理申请15件，同比增长7.1%，其中予以公开10件、部分公开5件。", 15, [10, 5]),
        ("收到申请15件，其中自然人10件，企业5件，网络申请12件。", 15, [10, 5]),
        ("收到申请15件，其中自然人10件、企业4件，予以公开12件，不予公开3件。", 15, [10, 4]),
        ("发布30条，其中政策10条（含解读4条）、动态20条。", 30, [10, 20]),
        ("收到申请16件，其中网络10、信函4、当面2。", 16, [10, 4, 2]),
        ("发布200条，其中网站、微信、公开栏分别公开120条、60条和20条。", 200, [120, 60, 20]),
        ("发布200条，其中政策文件90条。", 200, [90]),
        ("公开信息60条，其中网站公开数30条，微信公开数20，公开栏公开数10条。", 60, [30, 20, 10]),
        ("公开信息90篇，其中统计月报12期、组织人事信息8篇、热点回应70篇。", 90, [12, 8, 70]),
        ("公开信息30条，其中提案办理结果10条，群众关心的其他信息共计20条。", 30, [10, 20]),
        ("公开信息一百零六条（网站八十条，公开栏二十六条）。", 106, [80, 26]),
        ("公开信息17件。内容涉及工作动态12件，公告5件。", 17, [12, 5]),
        ("网络申请9件、信函申请8件，当面申请4件，共21件。", 21, [9, 8, 4]),
        ("举办讲座3场、开放日2场，合计5场。", 5, [3, 2]),
        ("办理情况：收到申请12件，上年结转4件，共16件。", 16, [12, 4]),
        ("收到的12件申请里，个人提出7件，其余5件由企业提出。", 12, [7, 5]),
        ("收到申请12件，均为网络、信函等方式，其中网络9件，信函2件。", 12, [9, 2]),
    ],
)
def test_the_parts_of_a_total(sentence: str, total: int, parts: list[int]) -> None:
    (each,) = _read(sentence)
    assert each.total == total
    assert [part.value for part in each.parts] == parts
    assert not each.differs


@pytest.mark.parametrize(
    "sentence",
    [
        "主动公开信息61条（其中组织机构3条、规范性文件6件、其他51条）。",
        "发布信息100条，其中网站80条、公开栏30条。",
        "制作信息100条，其中主动公开80条，依申请公开5条，不予公开10条。",
        "收到申请16件，其中网络申请10件、信函申请4件、当面申请1件。",
        "收到申请16件，其中网络10、信函4、当面1。",
        "收到申请16件，其中自然人10件、法人或其他组织5件。",
        "办理情况：收到申请12件，上年结转4件，共19件。",
        "收到的12件申请里，个人提出7件，其余6件由企业提出。",
        "收到申请12件，均为网络和信函方式，其中网络9件，信函2件。",
    ],
)
def test_parts_that_do_not_make_up_their_total(sentence: str) -> None:
    (each,) = _read(sentence)
    assert each.differs


@pytest.mark.parametrize(
    "sentence",
    [
        "制发公文175件，其中规范性文件1件，主动公开175件。",
        "共接收申请16件（线上10件，线下6件），其中自然人申请15件。",
        "发稿3篇，其中涉密的公文类信息0条，涉密以外的其他免予公开的信息0条。",
        "发布信息100条，其中政策解读5条、工作动态30条。",
        "发布信息100余条，其中网站80条、公开栏30条。",
        "发布信息100条，阅读量80万次，其中网站80次、公开栏30次。",
        "公开信息100条，召开会议200次，组织培训300次。",
        "公开信息100条，其中政策40条，举办发布会90场，接受咨询80次。",
        "公开信息9条，其中政策40条、动态5条。",
        "收到申请15件，其中自然人10件，企业5件，办结14件，1件结转下年度。",
        "发布信息100条，其中政策20条、其他文件30条，发布要闻40条，公示10条。",
        "引发争议11件，其中，行政复议7件，结果维持6件，尚未审结1件；行政诉讼4件，结果维持4件。",
        "发布信息100条，其中网站80条，政策50条、动态30条，微信20条。",
        "收到申请16件，其中网络申请10件、信函申请4件。",
        "办理复议12件、诉讼20件，其中信息公开类分别为5件、5件。",
        "网络申请9件，信函4件，当面3件，其中自然人通过网络提交7件。",
        "网络申请9件，信函4件，当面3件，其中自然人2件、企业3件。",
        "答复30件中，予以公开12件、部分公开8件，两者合计20件。",
        "收到意见16件，其中网络征集10件、信函4件、现场座谈1件。",
        "收到申请16件，其中自然人10件、企业5件。",
        "公开信息20条，其中：工作动态3条；其他文件2条；政策解读1条；其他信息14条。",
        "新收申请289件，上年结转申请12件，其中予以公开46件。",
        "公开信息50条，其中机构类20条，内有领导15条、职能4条；工作类12条，其中动态3条；文件18条。",
    ],
)
def test_what_leaves_room_is_not_told(sentence: str) -> None:
    assert not any(each.differs for each in _read(sentence))


@given(
    st.lists(st.integers(200, 399), min_size=2, max_size=6, unique=True),
    st.integers(-3, 3),
    st.sampled_from(["、", "，", "；"]),
)
def test_a_list_that_ends_in_the_rest_must_add_up(parts: list[int], slip: int, mark: str) -> None:
    """No part can be what the parts behind it make up: each is less than any two of them."""
    total = sum(parts) + slip
    names = [*_NAMES[: len(parts) - 1], "其他信息"]
    listed = mark.join(f"{name}{part}条" for name, part in zip(names, parts, strict=True))
    found = _read(f"公开信息{total}条，其中{listed}。")
    if total not in {sum(parts[:end]) for end in range(len(parts))}:
        assert [each.differs for each in found] == [slip != 0]


@pytest.mark.parametrize(
    "sentence",
    [
        "收到申请19件，上年结转2件，办结20件，结转下年1件，共21件。",
        "网站公开120条（含转载20条）、微信公开60条，共180条。",
        "网站公开120条、微信公开60条，共转载30条。",
        "比上年多收到8件、少办结2件，共30件。",
    ],
)
def test_no_total_stands_behind_other_figures(sentence: str) -> None:
    assert _read(sentence) == []
