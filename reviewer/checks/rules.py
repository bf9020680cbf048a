"""Loads ``resources/rules/*.toml`` and makes sure that they fit the forms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from reviewer.base import RuleId
from reviewer.checks.declaration import Group, Rule, fields_of
from reviewer.checks.parsing import ExpressionError
from reviewer.checks.program import Program, compile_rules
from reviewer.checks.registry import CHECKS
from reviewer.errors import DeclarationError
from reviewer.forms.catalog import forms
from reviewer.forms.model import Form
from reviewer.paths import resource


@cache
def rules() -> tuple[Rule, ...]:
    """All built-in rules in the order of their files.

    Raises:
        DeclarationError: A file is wrong; the message names file and entry.
    """
    return load_rules(resource("rules"))


@cache
def rules_by_id() -> dict[RuleId, Rule]:
    """All built-in rules by key."""
    return {rule.id: rule for rule in rules()}


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """The rules that the ``*.toml`` files of a folder declare.

    Raises:
        DeclarationError: A file is wrong; the message names file and entry.
    """
    loaded: dict[RuleId, Rule] = {}
    for path in sorted(folder.glob("*.toml")):
        for rule in _read(path):
            if rule.id in loaded:
                raise _error(path, rule.id, "编号重复")
            loaded[rule.id] = rule
    return tuple(loaded.values())


def program_for(form: Form) -> Program:
    """The built-in rules made ready for a form; kept, so that it costs time only once."""
    kept = _programs.get(form.id)
    if kept is None or (kept.form is not form and kept.form != form):
        kept = compile_rules(rules(), form)
        _programs[form.id] = kept
    return kept


_programs: dict[str, Program] = {}


def _read(path: Path) -> Iterable[Rule]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DeclarationError(f"规则文件 {path.name} 无法解析。", detail=str(error)) from error
    if unknown := data.keys() - {"groups", "rules"}:
        raise _error(path, "、".join(sorted(unknown)), "未知的项目")
    groups = {name: _group(path, name, group) for name, group in data.get("groups", {}).items()}
    for number, entry in enumerate(data.get("rules", []), start=1):
        rule = _rule(path, str(entry.get("id", f"第{number}条")), entry | {"groups": groups})
        _fits(path, rule)
        yield rule


def _group(path: Path, name: str, data: object) -> Group:
    try:
        return Group.model_validate(data)
    except ValidationError as error:
        raise _error(path, f"groups.{name}", _told(error), str(error)) from error


def _rule(path: Path, name: str, entry: Mapping[str, Any]) -> Rule:
    try:
        return Rule.model_validate(entry)
    except ValidationError as error:
        raise _error(path, name, _told(error), str(error)) from error


def _fits(path: Path, rule: Rule) -> None:
    """Make sure that a rule refers only to what there is."""
    for form_id in (*rule.forms, *(form for each in rule.examples for form in each.forms)):
        if form_id not in forms():
            raise _error(path, rule.id, f"没有编号为“{form_id}”的表单")
    if unknown := fields_of(rule.basis) - {"notice"}:
        raise _error(path, rule.id, f"依据中有未知字段“{'”“'.join(sorted(unknown))}”")
    if rule.check is not None:
        if rule.check not in CHECKS:
            raise _error(path, rule.id, f"没有名为“{rule.check}”的检查")
        if unknown := fields_of(rule.message) - CHECKS[rule.check].fields:
            raise _error(path, rule.id, f"模板中有未知字段“{'”“'.join(sorted(unknown))}”")
    for form_id in rule.forms:
        try:
            compile_rules([rule], forms()[form_id])
        except ExpressionError as error:
            raise _error(path, rule.id, str(error)) from error
    for example in rule.examples:
        for form_id in example.forms or rule.forms:
            cells = {*example.cells, *example.missing, *example.unsure}
            if unknown := cells - set(forms()[form_id].figures):
                raise _error(path, rule.id, f"例子中的单元格“{min(unknown)}”不存在")


def _told(error: ValidationError) -> str:
    """A validation error in few words: the first wrong field and what is wrong with it."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}：{first['msg']}" if where else first["msg"]


def _error(path: Path, entry: str, what: str, detail: str = "") -> DeclarationError:
    return DeclarationError(f"规则文件 {path.name} 的“{entry}”有误：{what}。", detail=detail)
