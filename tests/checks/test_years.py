from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.checks.model import Finding, Outcome, Severity
from reviewer.checks.years import candidates, compare, compare_certain, undecided
from reviewer.forms.report import Report
from tests.reports import make_report


def pair(
    now: dict[str, str | int | None],
    before: dict[str, str | int | None],
    form: str = "2021",
    year: int = 2023,
) -> tuple[Report, Report]:
    return make_report(form, now, year), make_report(form, before, year - 1)


def only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


def test_reports_that_follow_on_have_no_findings() -> None:
    now, before = pair(
        {
            "requests.carried_in.business": 2,
            "active.regulation.in_force": 4,
            "active.regulation.issued": 2,
            "active.regulation.repealed": 1,
        },
        {"requests.carried_out.business": 2, "active.regulation.in_force": 3},
    )
    assert compare(now, before) == ()


def test_applications_carried_over_must_agree() -> None:
    now, before = pair({"requests.carried_in.total": 2}, {"requests.carried_out.total": 3})
    finding = only(compare(now, before))
    assert (finding.rule, finding.severity) == ("years.carried", Severity.ERROR)
    assert finding.cells == ("requests.carried_in.total",)
    assert (finding.found, finding.expected) == ("2", "3")
    assert finding.message == "本年报告填 2，按2022年度报告应为 3。"
    assert now.document.at(finding.spans[0]) == "2"


def test_documents_in_force_follow_from_last_year() -> None:
    now, before = pair(
        {
            "active.normative_document.in_force": 15,
            "active.normative_document.issued": 3,
            "active.normative_document.repealed": 1,
        },
        {"active.normative_document.in_force": 12},
    )
    finding = only(compare(now, before))
    assert (finding.rule, finding.severity) == ("years.in_force", Severity.WARNING)
    assert "12＋3－1＝14" in finding.message


def test_form_2019_carries_items_and_documents_on() -> None:
    now, before = pair(
        {
            "active.licence.previous_items": 9,
            "active.penalty.previous_items": 3,
            "active.normative_document.disclosed_total": 8,
            "active.normative_document.disclosed": 2,
        },
        {
            "active.licence.previous_items": 10,
            "active.licence.change": -2,
            "active.penalty.previous_items": 4,
            "active.penalty.change": -1,
            "active.normative_document.disclosed_total": 5,
        },
        form="2019",
        year=2020,
    )
    found = {str(finding.rule): finding for finding in compare(now, before)}
    assert set(found) == {"years.items", "years.disclosed_total"}
    assert found["years.items"].cells == ("active.licence.previous_items",)
    assert "10－2＝8" in found["years.items"].message
    assert "5＋2＝7" in found["years.disclosed_total"].message


def test_table_two_of_different_forms_is_not_comparable() -> None:
    now = make_report("2021", {"requests.carried_in.total": 1}, year=2021)
    before = make_report("2019", {"active.licence.previous_items": 7}, year=2020)
    carried, hint = compare(now, before)
    assert carried.rule == "years.carried"
    assert (hint.rule, hint.outcome, hint.severity) == (
        "years.not_comparable",
        Outcome.UNKNOWN,
        Severity.HINT,
    )
    assert "表二不可比" in hint.message


def test_missing_figures_are_no_pass() -> None:
    now, before = pair({"requests.carried_in.total": None}, {"requests.carried_out.research": ""})
    hint = only(compare(now, before))
    assert hint.outcome is Outcome.UNKNOWN
    assert set(hint.cells) == {"requests.carried_in.total", "requests.carried_in.research"}
    assert "有2格" in hint.message


def test_only_the_year_before_of_the_same_body_is_compared() -> None:
    wrong = {"requests.carried_in.total": 5}
    now = make_report("2021", wrong, 2023)
    other = make_report("2021", {}, 2022, body="云岭县清溪街道办事处")
    assert "单位不同" in only(compare(now, other)).message
    assert "不是上一年度" in only(compare(now, make_report("2021", {}, 2021))).message
    assert "年度不明" in only(compare(now, make_report("2021", {}, None))).message
    prose = make_report("2008", year=2022)
    assert "没有统一格式" in only(compare(now, prose)).message


def test_a_body_is_known_with_and_without_its_county_and_office() -> None:
    now = make_report("2021", {"requests.carried_in.total": 5}, 2023)
    before = make_report("2021", {}, 2022, body="石桥镇人民政府办公室")
    assert only(compare(now, before)).rule == "years.carried"


def test_a_finding_keeps_its_id_until_a_figure_changes() -> None:
    def found(now: int, before: int) -> str:
        reports = pair({"requests.carried_in.total": now}, {"requests.carried_out.total": before})
        return only(compare(*reports)).id

    assert found(2, 3) == found(2, 3)
    assert len({found(2, 3), found(2, 4), found(1, 3)}) == 3


def test_what_a_comparison_comes_to_is_told_though_nothing_is_wrong() -> None:
    now, before = pair({"requests.carried_in.total": 2}, {"requests.carried_out.total": 2})
    compared = compare_certain(now, before)
    assert (compared.broken, compared.unknown, compared.other_form) == ((), (), False)
    assert compared.sentences == ("已与本单位2022年度报告比对，9处衔接，0处不衔接。",)


def test_what_could_not_be_compared_is_told_with_it() -> None:
    now = make_report("2021", {"requests.carried_in.total": 1}, year=2021)
    before = make_report("2019", {"requests.carried_out.research": ""}, year=2020)
    compared = compare_certain(now, before)
    assert compared.sentences == (
        "已与本单位2020年度报告比对，5处衔接，1处不衔接。",
        "有1处因本年或上年缺少数字或读数存疑，没有比对。",
        "两年的格式不同，表二不可比。",
    )


def test_last_years_report_is_found_among_many_and_two_only_if_they_differ() -> None:
    now, before = pair({}, {})
    others = [now, make_report("2021", {}, 2021), make_report("2021", {}, 2022, body="清溪街道")]
    assert candidates(now, others) == ()
    reading = before.by_cell[CellId("requests.new.total")].model_copy(update={"sure": False})
    doubted = before.replaced({reading.cell: reading})
    assert candidates(now, [*others, doubted, before, doubted]) == (before,)
    assert undecided((before,)) == ""
    reissued = make_report("2021", {"requests.new.total": 4}, 2022)
    both = candidates(now, [*others, before, reissued])
    assert both == (before, reissued)
    assert undecided(both).startswith("有2份2022年度报告，数字不同")


def saying(report: Report, sentence: str) -> Report:
    """The report with a sentence behind its text."""
    document = report.document
    text = f"{document.text}\n{sentence}\n"
    return report.model_copy(update={"document": document.model_copy(update={"text": text})})


@pytest.mark.parametrize(
    ("sentence", "rule", "expected"),
    [
        ("2023年，我镇收到政府信息公开申请9件。", "years.told_again", "12"),
        ("2023年，我镇收到政府信息公开申请12件，较2022年的8件增加4件。", "years.told_before", "9"),
        ("2022年，我镇收到政府信息公开申请7件。", "years.told_before", "9"),
    ],
)
def test_sentences_are_held_beside_last_years_report(
    sentence: str, rule: str, expected: str
) -> None:
    now, before = pair({"requests.new.total": 12}, {"requests.new.total": 9})
    finding = only(compare(saying(now, sentence), before))
    assert (finding.rule, finding.expected) == (rule, expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年，我镇收到政府信息公开申请12件，较2022年的9件增加3件。",
        "2023年，我镇收到政府信息公开申请11件。",
        "2022年上半年，我镇收到政府信息公开申请5件。",
    ],
)
def test_sentences_that_agree_with_last_years_report_or_speak_of_less_are_left(
    sentence: str,
) -> None:
    now, before = pair({"requests.new.total": 12}, {"requests.new.total": 9})
    assert compare(saying(now, sentence), before) == ()


def test_sentences_on_table_two_of_another_form_are_not_compared() -> None:
    now = make_report("2021", {"active.licence.decisions": 12}, year=2021)
    before = make_report("2019", {"active.licence.decisions": 9}, year=2020)
    found = compare(saying(now, "2020年，作出行政许可决定7件。"), before)
    assert [finding.rule for finding in found] == ["years.not_comparable"]
