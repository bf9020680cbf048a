"""Running the rules: anew, again after an edit, and what another figure would do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.checks.engine import check, guards, recheck, what_if
from reviewer.checks.model import Checked, Finding, Outcome, Severity
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind, Problem, Report
from tests.benchmarks.right_reports import right_report
from tests.layouts.figures import make_figures
from tests.reports import Given, edited, make_report, read

FORM_IDS = st.sampled_from(["2019", "2021"])
TEXTS = st.one_of(
    st.integers(0, 40).map(str), st.sampled_from(["", "/", "本年没有", "1.5", "-3", "12件"])
)


@st.composite
def edits(draw: st.DrawFn) -> tuple[Report, dict[CellId, str]]:
    """A report whose sums hold, and other texts for some of its cells."""
    form_id = draw(FORM_IDS)
    report = make_report(form_id, make_figures(form_id, draw(st.integers(0, 30)), size=20))
    cells = st.sampled_from(list(report.by_cell))
    return report, draw(st.dictionaries(cells, TEXTS, min_size=1, max_size=3))


def by_rule(checked: Checked, rule: str) -> list[Finding]:
    return [finding for finding in checked.findings if finding.rule == rule]


@given(edits(), edits())
@settings(max_examples=40, deadline=None)
def test_rechecking_is_checking(
    first: tuple[Report, dict[CellId, str]], second: tuple[Report, dict[CellId, str]]
) -> None:
    report, texts = first
    before = edited(report, texts)
    again = {cell: text for cell, text in second[1].items() if cell in report.by_cell} or texts
    after = edited(before, again)
    assert recheck(after, check(before), frozenset(again)) == check(after)
    assert recheck(before, check(after), frozenset(again)) == check(before)


@given(edits())
@settings(max_examples=40, deadline=None)
def test_what_if_tells_what_the_edit_would_do(edit: tuple[Report, dict[CellId, str]]) -> None:
    report, texts = edit
    cell, text = next(iter(texts.items()))
    faulty = edited(report, dict(list(texts.items())[1:]))
    before, after = check(faulty), check(edited(faulty, {cell: text}))
    told = what_if(faulty, before, cell, read(cell, text).number)
    then = {evaluation.key: evaluation.outcome for evaluation in after.evaluations}
    now = {evaluation.key: evaluation.outcome for evaluation in before.evaluations}
    fixed = {k for k in now if now[k] is Outcome.BROKEN and then[k] is Outcome.HOLDS}
    broken = {k for k in now if now[k] is not Outcome.BROKEN and then[k] is Outcome.BROKEN}
    unknown = Outcome.UNKNOWN
    lost = {k for k in now if now[k] is not unknown and then[k] is unknown}
    assert (set(told.fixes), set(told.breaks), set(told.loses)) == (fixed, broken, lost)


@given(FORM_IDS, st.integers(0, 200))
@settings(max_examples=30, deadline=None)
def test_a_report_whose_sums_hold_has_no_errors(form_id: str, seed: int) -> None:
    checked = check(make_report(form_id, make_figures(form_id, seed)))
    assert [f for f in checked.findings if f.severity is Severity.ERROR] == []
    assert checked.suspects == ()


def test_an_empty_table_never_passes() -> None:
    cells = form("2021").figures
    values: dict[str, Given] = {cell: None for cell in cells if cell.startswith("requests.")}
    checked = check(make_report("2021", values))
    equations = [each for each in checked.evaluations if each.key.startswith("requests.")]
    assert {each.outcome for each in equations} == {Outcome.UNKNOWN}
    (unassessed,) = by_rule(checked, "figures.unassessed")
    assert unassessed.outcome is Outcome.UNKNOWN
    assert unassessed.severity is Severity.HINT
    assert len(unassessed.cells) == 175
    assert "7处" in unassessed.message
    assert "25处" in unassessed.message


def test_a_finding_names_figures_sides_difference_and_parts() -> None:
    values: dict[str, Given] = {
        "requests.new.natural_person": 12,
        "requests.new.total": 12,
        "requests.granted.natural_person": 5,
        "requests.granted.total": 5,
        "requests.declined_repeat.natural_person": 7,
        "requests.declined_repeat.total": 7,
        "requests.total.natural_person": 21,
        "requests.total.total": 12,
    }
    checked = check(make_report("2021", values))
    flow, details, row = [f for f in checked.findings if f.severity is Severity.ERROR]
    assert (flow.place_label, flow.title) == ("表三 自然人", "一＋二＝三（七）＋四")
    assert "12＋0＝12" in flow.message
    assert "21＋0＝21" in flow.message
    assert "相差9" in flow.message
    assert "最可疑：（七）总计 · 自然人（21→12）" in flow.message
    assert (flow.found, flow.expected) == ("（七）总计 · 自然人 21", "（七）总计 · 自然人 12")
    assert (details.found, details.expected) == ("21", "12")
    assert "（一）予以公开 5、（五）不予处理 2.重复申请 7" in details.message
    assert (row.place_label, row.found) == ("表三 （七）总计", "（七）总计 · 自然人 21")
    assert "〔2021〕30号" in flow.basis
    report = make_report("2021", values)
    assert {report.document.at(span) for span in row.spans} == {"0", "12", "21"}


def test_a_tie_names_no_likeliest_cell() -> None:
    checked = check(make_report("2021", {"disputes.reconsideration.pending": 1}))
    (finding,) = by_rule(checked, "disputes.total")
    assert "最可疑" not in finding.message


def test_where_one_sum_is_all_there_is_digits_alone_accuse_nobody() -> None:
    printed = {"upheld": 4, "corrected": 1, "other": 5, "pending": 7, "total": 16}
    group = {f"disputes.direct_lawsuit.{key}": number for key, number in printed.items()}
    checked = check(make_report("2021", group))
    (finding,) = by_rule(checked, "disputes.total")
    assert "最可疑" not in finding.message
    cells = {change.cell for suspect in checked.suspects for change in suspect.changes}
    assert cells == set(finding.cells)


def test_findings_are_in_order_and_keep_their_ids() -> None:
    values: dict[str, Given] = {
        "disputes.reconsideration.upheld": 1,
        "requests.new.total": 3,
        "active.fee.amount": "",
    }
    problem = Problem(code="table.missing", message="没有找到表四。")
    first = check(make_report("2021", values, problems=(problem,)))
    severities = [list(Severity).index(finding.severity) for finding in first.findings]
    assert severities == sorted(severities)
    errors = [finding.rule for finding in first.findings if finding.severity is Severity.ERROR]
    assert errors == ["table.missing", "requests.flow", "requests.applicants", "disputes.total"]
    more = check(make_report("2021", values | {"active.licence.decisions": "/"}))
    ids = {finding.id for finding in more.findings}
    assert all(f.id in ids for f in first.findings if f.rule != "table.missing")
    changed = check(make_report("2021", values | {"requests.new.total": 4}))
    assert by_rule(changed, "requests.flow")[0].id not in ids


def test_a_broken_sum_tells_which_of_its_figures_may_be_misread() -> None:
    total, part = (
        CellId("disputes.reconsideration.total"),
        CellId("disputes.reconsideration.upheld"),
    )
    values = {total: 4, part: 3}
    sure = check(make_report("2021", values)).findings[0]
    doubted = check(make_report("2021", values, doubts={part: "字迹不清"})).findings[0]
    assert "存疑" not in sure.message
    assert doubted.message.endswith("其中行政复议 · 结果维持的读数存疑，请先与原文核对。")
    many = dict.fromkeys((total, part, "disputes.reconsideration.other"), "字迹不清")
    values[CellId("disputes.reconsideration.other")] = 5
    findings = check(make_report("2021", values, doubts=many)).findings
    (message,) = (one.message for one in findings if one.rule == "disputes.total")
    assert message.endswith("其中3格的读数存疑，请先与原文核对。")


def test_a_sum_most_of_whose_figures_may_be_misread_is_no_error() -> None:
    total, part = (
        CellId("disputes.reconsideration.total"),
        CellId("disputes.reconsideration.upheld"),
    )
    other = CellId("disputes.reconsideration.other")
    values = {total: 4, part: 3, other: 5}
    for doubted, severity in (([part], Severity.ERROR), ([part, other], Severity.HINT)):
        doubts: dict[str, str] = dict.fromkeys(doubted, "位置不明")
        report = make_report("2021", values, doubts=doubts)
        (broken,) = (one for one in check(report).findings if one.rule == "disputes.total")
        assert (broken.severity, broken.outcome) == (severity, Outcome.BROKEN)


def test_a_regulation_that_may_be_misread_is_not_told() -> None:
    cell = CellId("active.regulation.in_force")
    sure, doubted = make_report("2021", {cell: 2}), {str(cell): "位置不明"}
    unsure = make_report("2021", {cell: 2}, doubts=doubted)
    told = [{one.rule for one in check(report).findings} for report in (sure, unsure)]
    assert ["active.regulation" in rules for rules in told] == [True, False]


def test_cells_of_a_table_that_could_not_be_read_are_not_called_missing() -> None:
    values = dict.fromkeys(("requests.other_misc.total", "requests.other_misc.business"))
    cells = [cell for cell in make_report("2021").by_cell if cell.startswith("requests.")]
    doubted: dict[str, str] = dict.fromkeys(cells, "位置不明")
    for doubts, told in ((None, True), (doubted, False)):
        findings = check(make_report("2021", values, doubts=doubts)).findings
        assert ("figures.missing" in {one.rule for one in findings}) is told


def test_a_cell_lost_from_a_table_of_one_row_is_missing_though_the_others_are_in_doubt() -> None:
    lost: dict[str, None] = {"disputes.reconsideration.upheld": None}
    cells = [cell for cell in make_report("2021").by_cell if cell.startswith("disputes.")]
    doubts: dict[str, str] = {str(cell): "位置不明" for cell in cells if cell not in lost}
    (found,) = by_rule(check(make_report("2021", lost, doubts=doubts)), "figures.missing")
    assert found.cells == tuple(lost)


def test_unsure_readings_are_summed_up_by_table() -> None:
    doubts = {f"requests.new.{key}": "数字连写" for key in ("total", "business", "research")}
    doubts["disputes.reconsideration.total"] = "数字连写"
    requests, disputes = by_rule(check(make_report(doubts=doubts)), "figures.unsure")
    assert (requests.place_label, disputes.place_label) == ("表三", "表四")
    assert "有3格的读数没有把握（数字连写）" in requests.message
    assert len(requests.cells) == 3


def test_problems_that_no_rule_is_named_after_are_told_all_the_same() -> None:
    problems = (
        Problem(code="page.order", message="页序可能有误。"),
        Problem(code="form.wrong", message="格式不对。"),
    )
    found = {str(f.rule): f for f in check(make_report(problems=problems)).findings}
    assert found["report.problem"].message == "页序可能有误。"
    assert found["form.wrong"].severity is Severity.ERROR


def test_a_form_without_tables_is_checked_too() -> None:
    problem = Problem(code="year.unknown", message="没有年度。")
    checked = check(make_report("2008", year=2016, problems=(problem,)))
    assert [finding.rule for finding in checked.findings] == ["year.unknown"]
    assert checked.evaluations == ()


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_guards_count_the_evaluations_of_each_cell(form_id: str) -> None:
    counts = guards(form(form_id))
    evaluations = check(make_report(form_id)).evaluations
    assert counts == {
        cell: sum(cell in evaluation.cells for evaluation in evaluations) for cell in counts
    }
    assert counts[CellId("requests.total.total")] == 3
    assert counts[CellId("requests.granted.business")] == 2
    assert counts[CellId("disputes.reconsideration.upheld")] == 1
    assert counts[CellId("active.licence.decisions")] == 0


def test_a_blank_stands_for_nought_only_where_the_form_says_so() -> None:
    report = make_report("2021", {"disputes.reconsideration.other": ""})
    assert by_rule(check(report), "figures.unassessed")
    tables = tuple(
        table.model_copy(
            update={
                "blocks": tuple(
                    block.model_copy(
                        update={
                            "rows": tuple(
                                row.model_copy(update={"blank_is_zero": True}) for row in block.rows
                            )
                        }
                    )
                    for block in table.blocks
                )
            }
        )
        for table in report.form.tables
    )
    lenient = report.model_copy(update={"form": report.form.model_copy(update={"tables": tables})})
    checked = check(lenient)
    assert checked.findings == ()
    assert report.by_cell[CellId("disputes.reconsideration.other")].kind is Kind.BLANK


def test_the_same_words_in_two_places_are_two_findings() -> None:
    heading = "一、总体情况"
    right = right_report("2021", 1, "word_tab").text
    assert heading in right
    spoilt = right.replace(heading, heading + "\n由XX同志负责。\n由XX同志负责。\n由XX同志负责。", 1)
    checked = check(read_report(open_text(spoilt)))
    found = by_rule(checked, "text.open")
    assert len(found) == 3
    assert len({finding.id for finding in checked.findings}) == len(checked.findings)
    (first, *_) = by_rule(
        check(read_report(open_text(spoilt.replace("由XX同志负责。\n", "", 2)))), "text.open"
    )
    assert first.id == found[0].id
