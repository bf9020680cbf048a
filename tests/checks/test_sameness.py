"""Sections that repeat another report's: found, measured and pointed to; others left alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.checks.model import Severity
from reviewer.checks.sameness import compare_all, compare_words, likenesses, pairs_alike
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import make_figures, render

SENTENCES = (
    "镇政府每月末由宣传干事核对公开栏，把缺漏的事项逐条补上并登记。",
    "便民服务大厅新增两台自助查询机，村民可以查到惠农补贴的发放名单。",
    "会计站按季度公布各村资金往来，村务监督小组现场签字确认。",
    "对群众电话里提到的三处错别字，当天就在网站上改正并回电说明。",
    "水利员把河道清淤的工程量、单价和付款进度张贴在村口公示牌上。",
    "学校食堂的采购价格每周上墙，家长代表轮流查看进货单据。",
    "养老院床位数和收费标准印成小册子，放在卫生院候诊区供人取阅。",
    "年底请来退休教师逐页校对目录，统一了栏目的名称和排列顺序。",
    "修路占地的补偿清册由村民代表复核两遍之后才张榜公布。",
    "林长制的巡查记录按月汇总，护林员的联系方式印在宣传折页上。",
)
CHOICES = st.lists(st.sampled_from(SENTENCES), min_size=5, max_size=7, unique=True)


def report(body: str, year: int, problems: str) -> Report:
    """A report whose section five says what is given."""
    text = render(make_figures("2021", year), "2021", "word_tab", body=body, year=year).text
    head, _, rest = text.partition("一、总体情况\n")
    tables = rest[rest.index("二、主动公开") : rest.index("五、存在的主要问题")]
    end = rest[rest.index("六、其他需要报告的事项") :]
    written = (
        f"{head}一、总体情况\n见各节。\n{tables}五、存在的主要问题及改进情况\n{problems}\n{end}"
    )
    return read_report(open_text(written))


@settings(max_examples=15)
@given(CHOICES)
def test_a_repeated_section_is_shown_with_both_places(sentences: list[str]) -> None:
    text = "".join(sentences)
    this = report("云岭县石桥镇人民政府", 2023, f"2023年，共检查12次。{text}")
    last = report("云岭县石桥镇人民政府", 2022, f"2022年，共检查8次。{text}")
    (found,) = likenesses(this, last)
    assert found.title == "存在的主要问题及改进情况"
    assert found.share > 0.95
    assert this.document.at(found.here).startswith("五、")
    for passage in found.passages:
        here, there = this.document.at(passage.here), last.document.at(passage.there)
        assert [one for one in here if one.isalpha()] == [one for one in there if one.isalpha()]
    (finding,) = compare_words(this, last)
    assert finding.rule == "sameness.previous"
    assert finding.severity is Severity.WARNING
    assert finding.spans == tuple(passage.here for passage in found.passages)
    assert finding.place_label == f"正文 {this.document.where(finding.spans[0])}"
    assert compare_words(last, this) == ()


@settings(max_examples=15)
@given(st.permutations(SENTENCES))
def test_sections_that_say_other_things_are_not_alike(sentences: list[str]) -> None:
    this = report("云岭县石桥镇人民政府", 2023, "".join(sentences[:5]))
    other = report("清溪县河口镇人民政府", 2023, "".join(sentences[5:]))
    assert likenesses(this, other) == ()
    assert list(pairs_alike([this, other])) == []


def test_another_bodys_section_is_told_in_both_reports() -> None:
    text = "".join(SENTENCES[:6])
    reports = [
        report("云岭县石桥镇人民政府", 2023, text),
        report("云岭县松涧乡人民政府", 2023, "".join(SENTENCES[6:])),
        report("清溪县河口镇人民政府", 2023, text),
    ]
    first, second, third = compare_all(reports)
    assert [finding.rule for finding in (*first, *third)] == ["sameness.other"] * 2
    assert second == ()
    assert "清溪县河口镇人民政府" in first[0].message
    assert "100%" in first[0].message


def test_a_section_that_many_repeat_is_told_once_and_a_report_in_two_files_counts_once() -> None:
    text = "".join(SENTENCES[:6])
    this = report("云岭县石桥镇人民政府", 2023, text)
    last, again = (report("云岭县石桥镇人民政府", 2022, f"{text}{more}") for more in ("", "完。"))
    others = [report(f"清溪县{name}镇人民政府", 2023, text) for name in ("河口", "白沙", "枫林")]
    reports = [this, last, again, *others]
    first = compare_all(reports)[0]
    assert [one.rule for one in first] == ["sameness.previous", "sameness.other"]
    assert "另有" not in first[0].message
    assert "“清溪县河口镇人民政府”的报告" in first[1].message
    assert "另有2份报告与它过半相同" in first[1].message


def test_half_of_a_section_is_a_hint() -> None:
    this = report("云岭县石桥镇人民政府", 2023, "".join(SENTENCES[:6]))
    other = report("清溪县河口镇人民政府", 2023, "".join((*SENTENCES[:4], *SENTENCES[6:8])))
    (finding,) = compare_words(this, other)
    assert finding.severity is Severity.HINT


def test_the_same_report_twice_is_not_alike_to_itself() -> None:
    this = report("云岭县石桥镇人民政府", 2023, "".join(SENTENCES))
    again = report("石桥镇人民政府", 2023, "".join(SENTENCES))
    assert compare_all([this, again]) == ((), ())


def test_short_sections_and_the_forms_own_words_do_not_count() -> None:
    this = report("云岭县石桥镇人民政府", 2023, SENTENCES[0])
    other = report("清溪县河口镇人民政府", 2023, SENTENCES[0])
    assert likenesses(this, other) == ()
