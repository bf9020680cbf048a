"""Titles of other reports that a page lists below its own: neither body nor year are theirs."""

from __future__ import annotations

import pytest

from reviewer.forms.identity.identity import identify

_TOLD = "一、总体情况\n我镇主动公开信息30条。\n六、其他需要报告的事项\n无。\n"
_LISTED = (
    "相关文章\n云岭县人力资源和社会保障局2023年政府信息公开工作年度报告\n"
    "石桥镇2022年政府信息公开工作年度报告\n"
)


def test_titles_below_the_sections_name_no_body() -> None:
    title = "石桥镇2023年政府信息公开工作年度报告\n"
    assert identify(f"{title}{_TOLD}{_LISTED}").body == "石桥镇"
    untitled = identify(f"{_TOLD}{_LISTED}")
    assert (untitled.title, untitled.body) == ("", "")


@pytest.mark.parametrize("link", ["上一篇：", "下一篇 ", "相关阅读\n", "相关文章\n办事指南\n"])
def test_titles_that_a_page_links_to_name_no_body(link: str) -> None:
    identity = identify(f"{_TOLD}{link}云岭县财政局2022年政府信息公开工作年度报告\n")
    assert (identity.body, identity.year) == ("", None)


@pytest.mark.parametrize("attached", ["附件：{}", "{}.docx"])
def test_the_file_attached_below_a_text_without_a_title_is_the_reports(attached: str) -> None:
    title = attached.format("石桥镇2023年政府信息公开工作年度报告")
    identity = identify(f"{_TOLD}{title}\n")
    assert (identity.body, identity.year) == ("石桥镇", 2023)


def test_titles_below_the_sections_name_no_year() -> None:
    title = "石桥镇政府信息公开工作年度报告\n统计期限为2023年1月1日至12月31日。\n"
    identity = identify(f"{title}{_TOLD}{_LISTED}")
    assert (identity.year, identity.title_year) == (2023, None)


def test_a_site_beside_the_name_of_its_list_is_no_body() -> None:
    line = "云岭市人民政府 政府信息公开年报 石桥镇2023年政府信息公开工作年度报告\n"
    assert identify(f"{line}{_TOLD}").body == "石桥镇"
