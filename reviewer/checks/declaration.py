"""What an entry of ``resources/rules`` may say.

A rule either states an ``expression`` or names a ``check`` of CHECKS; all the rest (severity,
basis, wording, examples) is the same for both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Self

from pydantic import Field, model_validator

from reviewer.base import Frozen, RuleId
from reviewer.checks.model import Outcome, Severity
from reviewer.checks.naming import row_name
from reviewer.checks.parsing import ExpressionError
from reviewer.forms.model import Block, Form
from reviewer.forms.report import Problem

_FIELD = re.compile(r"\{(\w+)\}")


class Group(Frozen):
    """Rows or columns of a table that a rule names together.

    Attributes:
        table: The table's key.
        rows: Keys or patterns (``refused_*``), or none if it is a group of columns.
        columns: The same for columns.
    """

    table: str
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if bool(self.rows) == bool(self.columns):
            raise ValueError("rows 与 columns 请写其中一项，不要都写")
        return self

    def members(self, form: Form) -> dict[str, str]:
        """Keys in the form's order, with the name of each.

        Raises:
            ExpressionError: The form has no such table, or nothing that a pattern names.
        """
        table = form.table(self.table)
        if table is None:
            raise ExpressionError(f"{form.id}格式没有表“{self.table}”")
        names = {
            key: name
            for block in table.blocks
            for key, name in (_rows(block) if self.rows else _columns(block)).items()
        }
        patterns = self.rows or self.columns
        for pattern in patterns:
            if not any(fnmatchcase(key, pattern) for key in names):
                raise ExpressionError(f"{form.id}格式的表“{self.table}”中没有“{pattern}”")
        return {
            key: name
            for key, name in names.items()
            if any(fnmatchcase(key, pattern) for pattern in patterns)
        }


def _rows(block: Block) -> dict[str, str]:
    return {row.key: row_name(row) for row in block.rows}


def _columns(block: Block) -> dict[str, str]:
    return {column.key: column.label for column in block.columns}


class Example(Frozen):
    """A report that a rule must pass or must find fault with.

    Attributes:
        forms: Forms to try it on; all forms of the rule if empty.
        cells: Printed texts or figures by cell; all other cells are printed ``0``.
        missing: Cells that are not in the report.
        unsure: Cells whose reading is not sure.
        listed: Lines of a list of indicators, for forms that have no tables: indicator, this
            year's figure, total of all years.
        body: The reporting body.
        year: The year reported on.
        problems: Problems of the whole report.
        text: What its sentences say; headings in it make its sections.
        labels: Labels printed otherwise than the form has them: key of the table, the form's
            wording, what is printed (nothing if the label is not there).
        title: Its title.
        format: The format of its file.
        finds: Words that the finding's message must contain.
    """

    forms: tuple[str, ...] = ()
    cells: dict[str, str | int] = Field(default_factory=dict)
    missing: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    listed: tuple[tuple[str, int, int], ...] = ()
    body: str = "云岭县石桥镇人民政府"
    year: int | None = None
    problems: tuple[Problem, ...] = ()
    text: str = ""
    labels: tuple[tuple[str, str, str], ...] = ()
    title: str = ""
    format: str = "txt"
    finds: str = ""


class Rule(Frozen):
    """One rule.

    Attributes:
        id: Its key, which findings and verdicts refer to.
        title: In short, as the list of findings shows it.
        doc: What it looks for, one line.
        basis: Notice or note of the form; ``{notice}`` is the form's own notice.
        forms: Ids of the forms that it is run on.
        each: Names in braces, with the group whose members each of them runs over.
        place: Where a finding is, for an expression (``表三 {c}``).
        message: What a finding says; fields in braces.
        outcome: What a finding of a check means: broken, or not to be assessed.
        enabled: Whether it is run.
        passing: Reports that it must have nothing to say of.
        failing: Reports that it must find fault with.
        groups: The groups of its file.
    """

    id: RuleId = Field(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)+$")
    title: str = Field(min_length=1)
    doc: str = Field(min_length=1)
    severity: Severity
    basis: str = Field(min_length=1)
    forms: tuple[str, ...] = Field(min_length=1)
    expression: str | None = None
    check: str | None = None
    each: dict[str, str] = Field(default_factory=dict)
    place: str = ""
    message: str = Field(min_length=1)
    outcome: Outcome = Outcome.BROKEN
    enabled: bool = True
    passing: tuple[Example, ...] = Field(alias="pass", min_length=1)
    failing: tuple[Example, ...] = Field(alias="fail", min_length=1)
    groups: dict[str, Group] = Field(default_factory=dict)

    @property
    def examples(self) -> tuple[Example, ...]:
        """Passing and failing ones."""
        return (*self.passing, *self.failing)

    def basis_on(self, *forms: Form) -> str:
        """The basis with the notices that prescribe the forms."""
        return filled(self.basis, {"notice": "、".join(form.basis for form in forms)})

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.expression is None) == (self.check is None):
            raise ValueError("expression 与 check 请写其中一项，不要都写")
        if self.expression is not None and not self.place:
            raise ValueError("写了 expression 的规则，还请写 place（问题在哪里）")
        if self.check is not None and (self.each or self.place):
            raise ValueError("写了 check 的规则，请不要写 each 和 place")
        if unknown := set(self.each.values()) - set(self.groups):
            raise ValueError(f"each 用到的分组 {'、'.join(sorted(unknown))} 还没有写进 [groups]")
        return self


def fields_of(template: str) -> set[str]:
    """The fields that a template has."""
    return set(_FIELD.findall(template))


def filled(template: str, fields: Mapping[str, str]) -> str:
    """A template with its fields filled in.

    Raises:
        KeyError: A field is not given.
    """
    return _FIELD.sub(lambda match: fields[match[1]], template)
