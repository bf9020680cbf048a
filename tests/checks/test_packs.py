"""The office's own rules: added, adjusted, and left out where they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.base import RuleId
from reviewer.checks.declaring import Adjustment, adjustments
from reviewer.checks.engine import check, recheck
from reviewer.checks.model import Severity
from reviewer.checks.packs import ADJUSTMENTS, LARGEST, assembled, office_rules, texts_in, written
from reviewer.checks.rules import built_in
from reviewer.errors import RuleFileError
from reviewer.paths import user_rules
from tests.checks.own_rules import FEW_CARRIED, GENTLE, own_rule
from tests.reports import make_report

OWN = RuleId("office.few_carried")


def fault(text: str) -> RuleFileError:
    """What is said of a file; nothing else of it may be in force."""
    good = FEW_CARRIED.replace("office.few_carried", "office.good")
    rules = assembled({"省.toml": text, "好.toml": good})
    assert rules.ids == built_in().ids | {"office.good"}
    (one,) = rules.faults
    return one


def test_without_files_the_built_in_rules_are_in_force() -> None:
    assert office_rules() is built_in()


def test_a_file_in_the_users_folder_adds_rules() -> None:
    user_rules().mkdir()
    (user_rules() / "省.toml").write_text(FEW_CARRIED, "utf-8")
    rules = office_rules()
    assert rules.by_id[OWN].pack == "省.toml"
    assert rules.packs == ("", "省.toml")
    report = make_report("2021", {"requests.carried_out.total": 9})
    found = {finding.rule for finding in check(report, rules).findings}
    assert OWN in found
    assert OWN not in {finding.rule for finding in check(report).findings}


def test_severity_and_switch_of_built_in_rules_are_changed() -> None:
    rules = assembled({"省.toml": GENTLE})
    assert rules.faults == ()
    report = make_report("2021", {"requests.total.business": 3, "requests.total.total": 3})
    before = {finding.rule: finding for finding in check(report).findings}
    after = {finding.rule: finding for finding in check(report, rules).findings}
    assert before[RuleId("requests.flow")].severity is Severity.ERROR
    assert after[RuleId("requests.flow")].severity is Severity.HINT
    assert "requests.details" in before
    assert "requests.details" not in after
    assert rules.by_id[RuleId("requests.flow")].changed_by == "省.toml"


def test_a_rule_that_is_switched_off_leaves_nothing_behind() -> None:
    """Neither in the inspector's evaluations nor as a problem that no rule is named after."""
    off = "".join(
        f'[[rules]]\nid = "{rule.id}"\nenabled = false\n'
        for rule in built_in().rules
        if rule.check != "problem_undeclared"
    )
    rules = assembled({"全停.toml": off})
    assert rules.faults == ()
    for values in ({}, {"requests.total.total": 3}, {"requests.new.total": None}):
        checked = check(make_report("2021", values), rules)
        assert checked.findings == ()
        assert checked.evaluations == ()


def test_rechecking_gives_the_same_as_checking_under_other_rules() -> None:
    rules = assembled({"a.toml": FEW_CARRIED, "b.toml": GENTLE})
    before = make_report("2021", {"requests.carried_out.total": 9})
    after = make_report("2021", {"requests.carried_out.total": 3})
    again = recheck(after, check(before, rules), ["requests.carried_out.total"], rules)  # type: ignore[list-item]
    assert again == check(after, rules)


def test_own_equations_take_part_in_the_search_for_suspects() -> None:
    text = own_rule(
        "active.licence.decisions = active.penalty.decisions",
        {"active.licence.decisions": 1, "active.penalty.decisions": 1},
        {"active.licence.decisions": 1},
        severity="error",
    )
    report = make_report("2021", {"active.licence.decisions": 1})
    checked = check(report, assembled({"a.toml": text}))
    named = {change.cell for suspect in checked.suspects for change in suspect.changes}
    assert named == {"active.licence.decisions", "active.penalty.decisions"}


@pytest.mark.parametrize(
    ("old", "new", "entry", "line", "complaint"),
    [
        ("[[rules]]", "[[rules]", "", 2, "引号、括号和等号"),
        ("doc =", "dok =", "office.few_carried", 5, "dok：没有这个项目"),
        ('doc = "只是例子。"', "", "office.few_carried", 2, "doc：缺少这一项"),
        ('"warning"', '"fatal"', "office.few_carried", 6, "只能写 'error', 'warning' 或 'hint'"),
        ("carried_out.total <=", "carried_off.total <=", "office.few_carried", 9, "carried_off"),
        ('["2021"]', '["2020"]', "office.few_carried", 8, "没有编号为“2020”的格式"),
        (
            'total" = 5',
            'total" = 7',
            "office.few_carried",
            3,
            "例子1（2021格式）不应有问题",
        ),
        ('total" = 6', 'total" = 1', "office.few_carried", 3, "应发现的例子1（2021格式）应当发现"),
        ("office.few_carried", "requests.flow", "requests.flow", 3, "编号与已有的规则相同"),
        ("office.few_carried", "Few", "Few", 3, "小写字母"),
        ("<= 5", "<= " + "9" * 5000, "office.few_carried", 9, "位数太多"),
        ("[[rules]]", "x = " + "[" * 9000, "", None, "括号套得太多"),
        ("[[rules]]", "[other]\n[[rules]]", "other", 2, "没有这个项目"),
    ],
)
def test_a_wrong_file_is_left_out_and_told(
    old: str, new: str, entry: str, line: int | None, complaint: str
) -> None:
    assert old in FEW_CARRIED
    told = fault(FEW_CARRIED.replace(old, new, 1))
    assert (told.file, told.entry, told.line) == ("省.toml", entry, line)
    assert "省.toml" in told.message
    assert complaint in told.message


def test_an_adjustment_of_no_rule_is_told() -> None:
    told = fault('[[rules]]\nid = "requests.flaw"\nseverity = "hint"\n')
    assert "没有这个编号的规则可以调整" in told.message


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.toml").write_text("#" * (LARGEST + 1), "utf-8")
    (tmp_path / "c.toml").mkdir()
    (tmp_path / "d.toml").write_text(FEW_CARRIED, "utf-8")
    texts, faults = texts_in(tmp_path)
    assert list(texts) == ["d.toml"]
    assert [one.file for one in faults] == ["a.toml", "b.toml"]
    assert OWN in office_rules(tmp_path).ids


def test_a_second_file_adjusts_what_the_first_one_adds() -> None:
    text = '[[rules]]\nid = "office.few_carried"\nseverity = "hint"\n'
    rules = assembled({"a.toml": FEW_CARRIED, "b.toml": text})
    assert rules.faults == ()
    assert rules.by_id[OWN].rule.severity is Severity.HINT


def test_what_is_chosen_in_the_list_is_written_and_wins() -> None:
    chosen = (
        Adjustment(id=RuleId("requests.flow"), severity=Severity.WARNING),
        Adjustment(id=RuleId("requests.details"), enabled=True),
        Adjustment(id=RuleId("of.another_version"), enabled=False),
    )
    text = written(chosen)
    assert adjustments(ADJUSTMENTS, text) == chosen
    rules = assembled({ADJUSTMENTS: text, "省.toml": GENTLE})
    assert rules.faults == ()
    assert rules.by_id[RuleId("requests.flow")].rule.severity is Severity.WARNING
    assert rules.by_id[RuleId("requests.details")].rule.enabled


def test_a_check_can_be_named_by_an_own_rule() -> None:
    text = """
[[rules]]
id = "office.blank"
title = "本办规定：不得空白"
doc = "比内置的更严。"
severity = "error"
basis = "本办公室的约定"
forms = ["2021"]
check = "figures_blank"
message = "{count}格空白。"
[[rules.pass]]
[[rules.fail]]
cells = { "requests.new.total" = "" }
finds = "1格空白"
"""
    rules = assembled({"a.toml": text})
    assert rules.faults == ()
    found = check(make_report("2021", {"requests.new.total": ""}), rules).findings
    assert "office.blank" in {one.rule for one in found}
