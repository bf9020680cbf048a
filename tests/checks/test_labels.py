"""Labels against the form's wording: every wrong character found, nothing else said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.checks.engine import check
from reviewer.checks.families.differences import marked, wording_difference
from reviewer.checks.model import Finding
from reviewer.document.opening import open_document, open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import LAYOUTS, Faults, make_figures, render
from tests.strategies import FORM_IDS, misprints

WRONG: Mapping[str, str] = {
    "结果维持": "结果维护",
    "（五）不予处理": "（五）不于处理",
    "本年增/减": "本年増/减",
    "第二十条第（一）项": "第二十条第（一）顼",
    "7.属于行政执法案卷": "7.属于行政执法案券",
    "法律服务机构": "法侓服务机构",
    "4.无正当理由大量反复申请": "4.无正当里由大量反复申请",
}
"""Labels with a wording that has wrong characters."""
PAGES = sorted((Path(__file__).parents[1] / "data").rglob("*_20??.pdf"))
"""Pages with and without ruled tables, on which long labels are wrapped."""

NARROW = {name for name in LAYOUTS if name.startswith("narrow_")}
TORN = {"pdf", "around", "figures_left", "turned", "applicants"} | NARROW
"""Layouts that tear labels apart, or whose rows are not read: what differs may be their doing."""


def read(form_id: str, layout: str, faults: Faults) -> Report:
    """The report printed from some figures."""
    rendered = render(make_figures(form_id, 3), form_id, layout, faults)
    return read_report(open_text(rendered.text))


def found(report: Report, rule: str) -> list[Finding]:
    """What a rule finds."""
    return [finding for finding in check(report).findings if finding.rule == rule]


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_forms_own_labels_are_not_found_fault_with(form_id: str, layout: str) -> None:
    report = read(form_id, layout, Faults())
    assert [finding for finding in check(report).findings if "wording" in finding.rule] == []
    assert layout in TORN or report.labels == ()


@settings(max_examples=25)
@given(FORM_IDS, st.sampled_from(sorted(set(LAYOUTS) - TORN)), st.sampled_from(sorted(WRONG)))
def test_a_wrong_character_is_shown_at_its_place(form_id: str, layout: str, label: str) -> None:
    rendered = render(
        make_figures(form_id, 3), form_id, layout, Faults(labels={label: WRONG[label]})
    )
    findings = found(read_report(open_text(rendered.text)), "wording.label")
    if WRONG[label] not in rendered.text:  # a label that the form lacks, or cut by a line end
        return
    (finding,) = findings
    assert finding.expected == label
    wrong = {rendered.text[span.start : span.end] for span in finding.spans}
    assert wrong == set(WRONG[label]) - set(label)
    assert 1 <= len(finding.spans) <= rendered.text.count(WRONG[label])


@settings(max_examples=20)
@given(FORM_IDS, st.sampled_from(sorted(LAYOUTS)), misprints(), st.booleans())
def test_only_wrong_characters_are_warned_of(
    form_id: str, layout: str, labels: dict[str, str], wrapped: bool
) -> None:
    report = read(form_id, layout, Faults(labels=labels, wrapped_heads=wrapped))
    for finding in found(report, "wording.label"):
        assert finding.expected in labels
        printed = {report.document.at(span) for span in finding.spans}
        assert printed <= set("护于増顼卷宗")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_labels_read_over_the_cells_of_a_page_are_not_found_fault_with(path: Path) -> None:
    report = read_report(open_document(path))
    assert report.form.tables
    assert found(report, "wording.label") == []
    assert found(report, "wording.label_lost") == []


def test_traditional_characters_are_no_slips() -> None:
    traditional = dict(
        zip("条项内规范处决数开对总业废发现", "條項內規範處決數開對總業廢發現", strict=True)
    )
    text = render(make_figures("2021", 3), "2021", "word_tab", Faults()).text
    report = read_report(open_text("".join(traditional.get(one, one) for one in text)))
    assert report.form.id == "2021"
    assert report.labels == ()


def test_a_label_cut_by_the_end_of_the_text_is_not_found_fault_with() -> None:
    text = render(make_figures("2021", 3), "2021", "word_tab", Faults()).text
    cut = text.index("属于三类内部事务信息") + len("属于三类内")
    report = read_report(open_text(text[:cut]))
    assert [finding for finding in check(report).findings if "wording" in finding.rule] == []


@pytest.mark.parametrize(
    ("label", "printed", "rule"),
    [
        ("2.重复申请", "2.重复中请", "wording.label"),
        (
            "二、上年结转政府信息公开申请数量",
            "二、上年结转政府信息公开申请数",
            "wording.label_variant",
        ),
    ],
)
def test_a_short_label_and_a_label_s_end_are_compared(label: str, printed: str, rule: str) -> None:
    rendered = render(make_figures("2021", 3), "2021", "word_tab", Faults(labels={label: printed}))
    report = read_report(open_text(rendered.text))
    assert [finding.rule for finding in check(report).findings if "wording" in finding.rule] == [
        rule
    ]


def test_a_head_that_runs_into_the_next_one_is_not_found_fault_with() -> None:
    text = render(make_figures("2021", 3), "2021", "word_tab", Faults()).text
    heads = re.compile(r"本年制发件数\s+本年废止件数\s+现行有效件数")
    wrapped = "本年制发件本年废止件现行有效件\n          数        数        数"
    report = read_report(open_text(heads.sub(wrapped, text)))
    assert any(label.printed == "本年制发件本" for label in report.labels)
    assert found(report, "wording.label") == []


@given(st.text("结果维持护处理", max_size=8), st.text("结果维持护处理", max_size=8))
def test_differences_leave_what_the_wordings_have_alike(printed: str, right: str) -> None:
    differs = wording_difference(printed, right)
    kept = [one for index, one in enumerate(printed) if index not in differs.wrong]
    wanted = [one for index, one in enumerate(right) if index not in differs.right]
    assert kept == wanted
    assert differs.replaced + differs.added == len(differs.wrong)
    assert differs.replaced + differs.lacking == len(differs.right)
    assert marked(printed, differs.wrong).replace("【", "").replace("】", "") == printed


def test_neighbouring_characters_are_marked_together() -> None:
    assert marked("本年新制作数量", {3, 4}) == "本年新【制作】数量"
    assert marked("结果维护", {3}) == "结果维【护】"


@pytest.mark.parametrize("head", ["本年收费金额（元）", "本年收费金额（单位：人民币元）"])
@pytest.mark.parametrize("layout", ["pipe_both", "word_tab", "csv"])
def test_a_unit_that_is_written_otherwise_is_compared_all_the_same(head: str, layout: str) -> None:
    own = "本年收费金额（单位：万元）"
    text = render(make_figures("2021", 4), "2021", layout).text
    told = []
    for printed in (own, own.replace("单位：", ""), head):
        findings = check(read_report(open_text(text.replace(own, printed)))).findings
        told.append("wording.unit" in {str(finding.rule) for finding in findings})
    assert told == [False, False, True]
