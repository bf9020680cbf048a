"""Rules as data: what the built-in ones cover, and what is wrong with a file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reviewer.base import cell_parts
from reviewer.checks.model import Severity
from reviewer.checks.registry import CHECKS
from reviewer.checks.rules import built_in, load_rules, rules
from reviewer.errors import DeclarationError
from reviewer.forms.catalog import forms
from reviewer.paths import resource
from tests.layouts.figures import APPLICANTS, detail_rows

GOOD = """
[groups]
columns = { table = "requests", columns = ["natural_person", "total"] }

[[rules]]
id = "own.rule"
title = "新收≥结转"
doc = "只是例子。"
severity = "hint"
basis = "本办公室的约定（{notice}）"
forms = ["2021"]
each = { c = "columns" }
expression = "requests.new.{c} >= requests.carried_in.{c}"
place = "表三 {c}"
message = "{c}：{left}少于{right}。"

[[rules.pass]]
cells = { "requests.new.total" = 1 }

[[rules.fail]]
cells = { "requests.carried_in.total" = 1 }
"""


def load(folder: Path, text: str) -> tuple[Any, ...]:
    (folder / "own.toml").write_text(text, encoding="utf-8")
    return load_rules(folder)


def test_a_good_file_is_loaded(tmp_path: Path) -> None:
    (rule,) = load(tmp_path, GOOD)
    assert rule.severity is Severity.HINT
    assert len(rule.examples) == 2


@pytest.mark.parametrize(
    ("old", "new", "entry", "complaint"),
    [
        ("doc =", "dok =", "own.rule", "dok"),
        ("[groups]", "[grupps]", "grupps", "没有这个项目"),
        ('columns = ["natural', 'kolumns = ["natural', "groups.columns", "kolumns"),
        ('["natural_person", "total"]', "[]", "groups.columns", "不要都写"),
        ('"hint"', '"fatal"', "own.rule", "severity"),
        ('["2021"]', '["1999"]', "own.rule", "没有编号为“1999”的格式"),
        ('c = "columns"', 'c = "lines"', "own.rule", "分组 lines 还没有写进"),
        ("requests.new.{c}", "requests.newest.{c}", "own.rule", "没有单元格“requests.newest"),
        ("requests.new.{c}", "requests.new.{r}", "own.rule", "没有定义"),
        ('"natural_person"', '"natural"', "own.rule", "没有“natural”"),
        ('table = "requests"', 'table = "request"', "own.rule", "没有表“request”"),
        (">=", ">>", "own.rule", "单元格编号"),
        ("{left}少于", "{lift}少于", "own.rule", "“lift”无法填入"),
        ('"表三 {c}"', '"表三 {r}"', "own.rule", "“r”无法填入"),
        ("{notice}", "{note}", "own.rule", "依据中的“note”无法填入"),
        ('place = "表三 {c}"', 'check = "figures_nil"', "own.rule", "不要都写"),
        ('"requests.new.total" = 1', '"requests.new.sum" = 1', "own.rule", "requests.new.sum"),
        ("[[rules.fail]]", "[[rules.pass]]", "own.rule", "fail"),
        ('title = "新收≥结转"', "", "own.rule", "title"),
        ('"own.rule"', '"Own rule"', "Own rule", "id"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_entry(
    tmp_path: Path, old: str, new: str, entry: str, complaint: str
) -> None:
    assert old in GOOD
    with pytest.raises(DeclarationError) as caught:
        load(tmp_path, GOOD.replace(old, new, 1))
    assert "own.toml" in caught.value.message
    assert f"“{entry}”" in caught.value.message
    assert complaint in caught.value.message + caught.value.detail


def test_checks_are_referred_to_by_name_and_field(tmp_path: Path) -> None:
    text = (resource("rules") / "report.toml").read_text(encoding="utf-8")
    with pytest.raises(DeclarationError, match="没有名为“problems”的检查"):
        load(tmp_path, text.replace('check = "problem"', 'check = "problems"', 1))
    with pytest.raises(DeclarationError, match="“text”无法填入"):
        load(tmp_path, text.replace('message = "{message}"', 'message = "{text}"', 1))


def test_text_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError, match=r"own\.toml"):
        load(tmp_path, "[[rules]\n")


def test_the_same_id_in_two_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "first.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(DeclarationError, match=r"own\.toml.*own\.rule.*重复"):
        load(tmp_path, GOOD)


@pytest.mark.parametrize(("form_id", "rows"), [("2019", 23), ("2021", 25)])
def test_every_equation_of_the_form_is_there(form_id: str, rows: int) -> None:
    """An own statement of the form's arithmetic, against the one in the rules."""
    form = forms()[form_id]
    details = detail_rows(form)
    expected = set()
    for c in (*APPLICANTS, "total"):
        left = {f"requests.new.{c}": 1, f"requests.carried_in.{c}": 1}
        right = {f"requests.total.{c}": -1, f"requests.carried_out.{c}": -1}
        expected.add(frozenset((left | right).items()))
        parts = {f"requests.{row}.{c}": -1 for row in details}
        expected.add(frozenset((parts | {f"requests.total.{c}": 1}).items()))
    for row in (*details, "new", "carried_in", "total", "carried_out"):
        parts = {f"requests.{row}.{c}": -1 for c in APPLICANTS}
        expected.add(frozenset((parts | {f"requests.{row}.total": 1}).items()))
    for row in ("reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration"):
        parts = {f"disputes.{row}.{c}": -1 for c in ("upheld", "corrected", "other", "pending")}
        expected.add(frozenset((parts | {f"disputes.{row}.total": 1}).items()))
    assert len(expected) == 14 + rows + 3
    equations = built_in().program(form).equations.values()
    assert {frozenset(each.coefficients.items()) for each in equations} == expected
    assert all(each.constant == 0 for each in equations)


def test_groups_of_equations_that_hang_together() -> None:
    components = built_in().program(forms()["2021"]).components
    assert sorted(len(keys) for keys in components) == [1, 1, 1, 39]


def test_a_form_without_tables_has_no_expressions() -> None:
    assert built_in().program(forms()["2008"]).instances == ()


def test_every_check_has_a_rule_and_every_table_its_own_file() -> None:
    assert {rule.check for rule in rules()} - {None} == set(CHECKS)
    for path in resource("rules").glob("*.toml"):
        for rule in tomllib.loads(path.read_text(encoding="utf-8"))["rules"]:
            stated = rule.get("expression")
            assert not stated or cell_parts(stated.split()[0])[0] == path.stem
