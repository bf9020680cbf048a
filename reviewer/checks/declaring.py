"""The text of a rule file → its rules; what is wrong is told by file, line and entry."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Set
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reviewer.base import Frozen, RuleId
from reviewer.checks.declaration import Group, Rule, fields_of
from reviewer.checks.model import Severity
from reviewer.checks.parsing import ExpressionError
from reviewer.checks.program import compile_rules
from reviewer.checks.registry import CHECKS
from reviewer.errors import RuleFileError
from reviewer.forms.catalog import forms

_AT_LINE = re.compile(r"at line (\d+)")
_ENTRY = re.compile(r"^\s*\[\[\s*rules\s*\]\]")
_ADJUSTABLE = {"id", "severity", "enabled"}
_COMPLAINTS = {
    "missing": "缺少这一项，请补上",
    "extra_forbidden": "没有这个项目，请核对名称",
    "enum": "只能写 {expected}",
    "string_type": "请写成文字，放在引号里",
    "string_too_short": "不能空着，请填写",
    "bool_type": "请写 true（是）或 false（否）",
    "bool_parsing": "请写 true（是）或 false（否）",
    "tuple_type": "请写成列表，放在方括号里",
    "too_short": "请至少写一项",
    "dict_type": "请写成若干行“名称 = 内容”",
    "model_type": "请写成若干行“名称 = 内容”",
    "string_pattern_mismatch": "请用小写字母、数字和下划线，中间用点隔开，例如 office.my_rule",
}
"""pydantic's kinds of errors, in the words of those who write rules."""


class Adjustment(Frozen):
    """Another severity for a rule of another file, or whether it is run; None leaves it."""

    id: RuleId
    severity: Severity | None = None
    enabled: bool | None = None


class Declared(Frozen):
    """What a file declares, in its order."""

    rules: tuple[Rule, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()


def declared(name: str, text: str, adjustable: Collection[RuleId] = ()) -> Declared:
    """The rules in the text of a file.

    Args:
        name: The file's name, for messages.
        text: Its content.
        adjustable: Rules of other files; an entry of one of them that has no more than a
            severity and ``enabled`` changes it.

    Raises:
        RuleFileError: It is wrong; the message names file, line and entry.
    """
    return _File(name, text).declared(adjustable)


def adjustments(name: str, text: str) -> tuple[Adjustment, ...]:
    """The entries of a file that has nothing but adjustments, of whichever rules.

    Raises:
        RuleFileError: It is wrong; the message names file, line and entry.
    """
    return _File(name, text).adjustments()


def line_of_rule(text: str, rule: str) -> int | None:
    """The line that a rule's id stands in."""
    pattern = re.compile(rf"^\s*id\s*=\s*[\"']{re.escape(rule)}[\"']")
    found = (number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line))
    return next(found, None)


class _File:
    """One text being read."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._lines = text.splitlines()
        self._entries = [n for n, line in enumerate(self._lines) if _ENTRY.match(line)]
        self._data = self._parsed(text)

    def declared(self, adjustable: Collection[RuleId]) -> Declared:
        if unknown := self._data.keys() - {"groups", "rules"}:
            first = min(unknown)
            raise self._error(
                "、".join(sorted(unknown)), "没有这个项目，请核对名称", self._line_of(first)
            )
        groups = self._groups()
        rules: dict[str, Rule] = {}
        adjustments: dict[str, Adjustment] = {}
        for number, entry in self._numbered():
            name = str(entry.get("id", ""))
            if name in rules or name in adjustments:
                raise self._error(
                    name, "编号与前面的规则相同，请换一个", self._line_in(number, "id")
                )
            if name in adjustable and entry.keys() <= _ADJUSTABLE:
                adjustments[name] = self._adjustment(number, entry)
            else:
                rules[name] = self._rule(number, entry, groups, adjustable)
        return Declared(rules=tuple(rules.values()), adjustments=tuple(adjustments.values()))

    def adjustments(self) -> tuple[Adjustment, ...]:
        return tuple(self._adjustment(number, entry) for number, entry in self._numbered())

    def _parsed(self, text: str) -> dict[str, Any]:
        try:
            return tomllib.loads(text)
        except RecursionError as error:
            what = f"规则文件“{self._name}”无法读取：括号套得太多，请简化。"
            raise RuleFileError(what, file=self._name) from error
        except tomllib.TOMLDecodeError as error:
            at = _AT_LINE.search(str(error))
            line = int(at[1]) if at else len(self._lines) or 1
            what = f"规则文件“{self._name}”无法读取：请检查第{line}行附近的引号、括号和等号。"
            raise RuleFileError(what, file=self._name, line=line, detail=str(error)) from error

    def _numbered(self) -> Iterator[tuple[int, dict[str, Any]]]:
        entries = self._data.get("rules", [])
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            raise self._error("rules", "请在每条规则前另起一行写 [[rules]]", self._line_of("rules"))
        yield from enumerate(entries)

    def _groups(self) -> dict[str, Group]:
        given = self._data.get("groups", {})
        if not isinstance(given, dict):
            raise self._error("groups", "请写成若干行“名称 = 内容”", self._line_of("groups"))
        groups = {}
        for name, group in given.items():
            try:
                groups[name] = Group.model_validate(group)
            except ValidationError as error:
                raise self._invalid(f"groups.{name}", error, self._line_of(name)) from error
        return groups

    def _adjustment(self, number: int, entry: Mapping[str, Any]) -> Adjustment:
        try:
            return Adjustment.model_validate(entry)
        except ValidationError as error:
            name = str(entry.get("id", f"第{number + 1}条"))
            raise self._invalid(name, error, self._where(number, error)) from error

    def _rule(
        self,
        number: int,
        entry: Mapping[str, Any],
        groups: Mapping[str, Group],
        adjustable: Collection[RuleId],
    ) -> Rule:
        name = str(entry.get("id", f"第{number + 1}条"))
        if name in adjustable:
            what = (
                "编号与已有的规则相同，请换一个；要调整已有的规则，请只写 id、severity 和 enabled"
            )
            raise self._error(name, what, self._line_in(number, "id"))
        if adjustable and "id" in entry and entry.keys() <= _ADJUSTABLE:
            raise self._error(
                name, "没有这个编号的规则可以调整，请核对编号", self._line_in(number, "id")
            )
        try:
            rule = Rule.model_validate({**entry, "groups": groups})
        except ValidationError as error:
            raise self._invalid(name, error, self._where(number, error)) from error
        for field, what in misfits(rule):
            raise self._error(rule.id, what, self._line_in(number, field))
        return rule

    # -- where and what -------------------------------------------------------------------

    def _invalid(self, entry: str, error: ValidationError, line: int | None) -> RuleFileError:
        return self._error(entry, _told(error), line, str(error))

    def _error(self, entry: str, what: str, line: int | None, detail: str = "") -> RuleFileError:
        at = f"第{line}行" if line else ""
        message = f"规则文件“{self._name}”{at}的“{entry}”有误：{what}。"
        return RuleFileError(message, file=self._name, entry=entry, line=line, detail=detail)

    def _line_of(self, word: str) -> int | None:
        """The first line that a key or the head of a table stands in."""
        pattern = re.compile(rf"^\s*\[*[\w.\s\"]*\b{re.escape(word)}\b\s*(?:=|\]|\.)")
        found = (number for number, line in enumerate(self._lines, 1) if pattern.match(line))
        return next(found, None)

    def _where(self, number: int, error: ValidationError) -> int | None:
        place = _worst(error)["loc"]
        return self._line_in(number, str(place[0]) if place else "")

    def _line_in(self, number: int, field: str) -> int | None:
        """The line of a field of the n-th rule; of the rule itself if it has no such field."""
        if number >= len(self._entries):
            return None
        start = self._entries[number]
        end = self._entries[number + 1] if number + 1 < len(self._entries) else len(self._lines)
        pattern = re.compile(rf"^\s*(?:{re.escape(field)}\s*=|\[\[\s*rules\.{re.escape(field)}\b)")
        inside = range(start, end)
        return next((n + 1 for n in inside if field and pattern.match(self._lines[n])), start + 1)


_UNKNOWN_IN_BASIS = "依据中的“{}”无法填入，请核对花括号里的名称"
_UNKNOWN_IN_MESSAGE = "说明中的“{}”无法填入，请核对花括号里的名称"


def misfits(rule: Rule) -> Iterator[tuple[str, str]]:
    """What a rule refers to and what there is not: the field, and what is wrong with it."""
    for form_id in (*rule.forms, *(form for each in rule.examples for form in each.forms)):
        if form_id not in forms():
            known = "、".join(forms())
            yield "forms", f"没有编号为“{form_id}”的格式，可以写 {known}"
            return
    yield from _unknown_fields("basis", _UNKNOWN_IN_BASIS, rule.basis, {"notice"})
    if rule.check is not None:
        if rule.check not in CHECKS:
            yield "check", f"没有名为“{rule.check}”的检查，请核对名称"
            return
        filled = CHECKS[rule.check].fields
        yield from _unknown_fields("message", _UNKNOWN_IN_MESSAGE, rule.message, filled)
    if fault := _expression_fault(rule):
        yield "expression", fault
        return
    yield from _unknown_cells(rule)


def _unknown_fields(field: str, what: str, text: str, known: Set[str]) -> Iterator[tuple[str, str]]:
    """The names in braces of a rule's text that nothing is put in for, if there are any."""
    if unknown := fields_of(text) - known:
        yield field, what.format("”“".join(sorted(unknown)))


def _expression_fault(rule: Rule) -> str:
    """What is wrong with the expression on one of the rule's forms; empty if nothing is."""
    for form_id in rule.forms:
        try:
            compile_rules([rule], forms()[form_id])
        except ExpressionError as error:
            return str(error)
        except ValueError:  # Python reads no number of thousands of digits
            return "数字的位数太多，请核对"
    return ""


def _unknown_cells(rule: Rule) -> Iterator[tuple[str, str]]:
    for example in rule.examples:
        for form_id in example.forms or rule.forms:
            cells = {*example.cells, *example.missing, *example.unsure}
            if unknown := cells - set(forms()[form_id].figures):
                field = "pass" if example in rule.passing else "fail"
                yield field, f"例子中的单元格“{min(unknown)}”不在格式里，请核对编号"


def _worst(error: ValidationError) -> ErrorDetails:
    """The error to be told: a misspelt name comes before the name that is missing for it."""
    errors = error.errors()
    return next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])


def _told(error: ValidationError) -> str:
    """A validation error in few words: the first wrong field and what is wrong with it."""
    first = _worst(error)
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "value_error":
        what = str(first["ctx"]["error"])
    else:
        pattern = _COMPLAINTS.get(first["type"], first["msg"])
        what = pattern.format(**{"expected": "", **first.get("ctx", {})})
    return f"{where}：{what.replace(' or ', ' 或 ')}" if where else what
