"""Rules made ready for one form: every row, column or group that they are run on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product

from reviewer.base import CellId, RuleId
from reviewer.checks.declaration import Rule, fields_of
from reviewer.checks.expression import Comparison, Formula, Linear, cells_of, linear
from reviewer.checks.model import Severity
from reviewer.checks.parsing import ExpressionError, bind, parse
from reviewer.forms.model import Form

SUM_FIELDS = frozenset({"left", "right", "left_value", "right_value", "difference", "parts"})
"""Fields that the message of every expression may have."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A rule on one row, column or group.

    Attributes:
        key: Rule and place (``requests.flow[natural_person]``).
        cells: The figures in it, each once, in the order of the formula.
        labels: What the names in braces are called on the form.
    """

    key: str
    rule: Rule
    formula: Formula
    cells: tuple[CellId, ...]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column of a table."""

    table: str
    upright: bool
    cells: tuple[CellId, ...]


@dataclass(frozen=True, eq=False)
class Program:
    """All expressions of a form, with the way from a cell to those that watch it.

    Two programs are alike only if they are the same one: much is kept by program.

    Attributes:
        arithmetic: The rules that state the form's own arithmetic.
    """

    form: Form
    instances: tuple[Instance, ...]
    arithmetic: frozenset[RuleId] = frozenset()

    @cached_property
    def watching(self) -> dict[CellId, tuple[Instance, ...]]:
        """The instances that have a cell in them, for every cell that any has."""
        watching: dict[CellId, list[Instance]] = {}
        for instance in self.instances:
            for cell in instance.cells:
                watching.setdefault(cell, []).append(instance)
        return {cell: tuple(instances) for cell, instances in watching.items()}

    @cached_property
    def equations(self) -> dict[str, Linear]:
        """Linear equations by instance: the form's own arithmetic, and what an office adds.

        An office's own equation on cells of the form's arithmetic is left out: what it demands
        says nothing of which figure is misprinted, and would clear or accuse the wrong one.
        """
        stated = {
            one.key: equation
            for one in self.instances
            if (equation := _equation_of(one)) is not None
        }
        own = {one.key for one in self.instances if one.rule.id in self.arithmetic}
        used = {cell for key in stated.keys() & own for cell in stated[key].coefficients}
        return {
            key: equation
            for key, equation in stated.items()
            if key in own or used.isdisjoint(equation.coefficients)
        }

    @cached_property
    def components(self) -> tuple[tuple[str, ...], ...]:
        """Keys of the equations, parted into those that hang together by common cells."""
        parts: list[tuple[list[str], set[CellId]]] = []
        for key, equation in self.equations.items():
            keys, cells = [key], set(equation.coefficients)
            apart = []
            for part in parts:
                if part[1].isdisjoint(cells):
                    apart.append(part)
                else:
                    keys = part[0] + keys
                    cells |= part[1]
            parts = [*apart, (keys, cells)]
        return tuple(tuple(keys) for keys, _ in parts)

    @cached_property
    def places(self) -> dict[CellId, int]:
        """Where each cell of the form comes in its order."""
        return {cell: place for place, cell in enumerate(self.form.figures)}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Rows and columns of the form's tables that have cells in the equations, in order."""
        used = {cell for equation in self.equations.values() for cell in equation.coefficients}
        lines: dict[tuple[str, str, bool], list[CellId]] = {}
        for cell, (table, row, column) in self.form.figures.items():
            if cell in used:
                lines.setdefault((table.key, row.key, False), []).append(cell)
                if table.layout == "matrix":
                    lines.setdefault((table.key, column.key, True), []).append(cell)
        return tuple(Line(key[0], key[2], tuple(cells)) for key, cells in lines.items())

    @cached_property
    def beside(self) -> dict[CellId, frozenset[CellId]]:
        """The cells next to each cell in its row and its column."""
        beside: dict[CellId, set[CellId]] = {}
        for line in self.lines:
            for first, second in pairwise(line.cells):
                beside.setdefault(first, set()).add(second)
                beside.setdefault(second, set()).add(first)
        return {cell: frozenset(others) for cell, others in beside.items()}


def compile_rules(
    rules: Iterable[Rule], form: Form, arithmetic: frozenset[RuleId] = frozenset()
) -> Program:
    """The rules' expressions for a form.

    Args:
        rules: Those that are run.
        form: The form.
        arithmetic: Those of them that state the form's own arithmetic.

    Raises:
        ExpressionError: A rule does not fit the form.
    """
    fitting = [rule for rule in rules if form.id in rule.forms and rule.expression is not None]
    instances = [instance for rule in fitting for instance in _instances(rule, form)]
    return Program(form, tuple(instances), arithmetic)


def _equation_of(instance: Instance) -> Linear | None:
    """What an instance equates, if it is an equation of severity error."""
    formula = instance.formula
    if not isinstance(formula, Comparison) or formula.relation != "＝":
        return None
    return linear(formula) if instance.rule.severity is Severity.ERROR else None


def _instances(rule: Rule, form: Form) -> Iterator[Instance]:
    used = set(rule.each.values()) | fields_of(rule.expression or "") & set(rule.groups)
    members = {name: rule.groups[name].members(form) for name in used}
    formula = parse(rule.expression or "")
    unknown = fields_of(rule.message) - SUM_FIELDS - set(rule.each)
    unknown |= fields_of(rule.place) - set(rule.each)
    if unknown:
        raise ExpressionError(
            f"文字中的“{'”“'.join(sorted(unknown))}”无法填入，请核对花括号里的名称"
        )
    groups = {name: tuple(keys) for name, keys in members.items()}
    for choice in product(*(groups[group] for group in rule.each.values())):
        names = dict(zip(rule.each, choice, strict=True))
        bound = bind(formula, names, groups)
        yield Instance(
            key=f"{rule.id}[{','.join(choice)}]" if choice else rule.id,
            rule=rule,
            formula=bound,
            cells=_known(bound, form),
            labels={name: members[rule.each[name]][key] for name, key in names.items()},
        )


def _known(formula: Formula, form: Form) -> tuple[CellId, ...]:
    cells = tuple(dict.fromkeys(cells_of(formula)))
    for cell in cells:
        if cell not in form.figures:
            raise ExpressionError(f"{form.id}格式没有单元格“{cell}”，请核对编号")
    return cells
