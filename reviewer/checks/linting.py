"""Looks for rules that contradict each other, that say nothing new, or that never speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from reviewer.base import CellId, RuleId
from reviewer.checks.bounds import Limit, always, limit_of, never
from reviewer.checks.declaration import Example, filled
from reviewer.checks.elimination import Echelon, row_of
from reviewer.checks.examples import example_report
from reviewer.checks.expression import Comparison, linear, outcome
from reviewer.checks.findings import figures_of
from reviewer.checks.following import at_least, follows
from reviewer.checks.model import Outcome, Severity
from reviewer.checks.packs import ADJUSTMENTS
from reviewer.checks.program import Instance
from reviewer.checks.rule_set import BUILT_IN, Listed, RuleSet
from reviewer.forms.catalog import forms
from reviewer.forms.model import Form

_NEGATIVE = RuleId("figures.negative")
_BY_ID = {"problem", "problem_undeclared"}
"""Checks that look for what their rule's id says: several rules of them are no repetition."""


class Fault(StrEnum):
    """What is wrong with rules, as it is told."""

    LEFT_OUT = "未载入"
    CONTRADICTORY = "互相矛盾"
    REDUNDANT = "多余"
    DEAD = "不起作用"
    DUPLICATE = "标题重复"
    IMPLIED = "可由其他规则推出"
    OFF = "已停用"


_MERELY_TOLD = {Fault.IMPLIED, Fault.OFF}


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something about one or several rules.

    Attributes:
        rules: Their ids.
        message: In Chinese, with titles, ids and an example.
    """

    fault: Fault
    rules: tuple[RuleId, ...]
    message: str

    @property
    def grave(self) -> bool:
        """Whether somebody should put it right."""
        return self.fault not in _MERELY_TOLD


def lint(rules: RuleSet) -> tuple[Complaint, ...]:
    """All that is to be said of a set of rules; nothing grave if it is in order."""
    complaints = [
        *(found for form in forms().values() for found in _Form(rules, form).complaints()),
        *_examples(rules),
        *_repeated_checks(rules),
        *_titles(rules),
        *_switches(rules),
    ]
    first: dict[tuple[Fault, frozenset[RuleId]], Complaint] = {}
    for one in complaints:
        first.setdefault((one.fault, frozenset(one.rules)), one)
    left_out = (Complaint(Fault.LEFT_OUT, (), fault.message) for fault in rules.faults)
    order = list(Fault)
    return (*left_out, *sorted(first.values(), key=lambda one: order.index(one.fault)))


class _Form:
    """The expressions in force on one form."""

    def __init__(self, rules: RuleSet, form: Form) -> None:
        self._rules = rules
        self._form = form
        program = rules.program(form)
        self._instances = {one.key: one for one in program.instances}
        self._equations = Echelon()
        self._implied: dict[RuleId, list[tuple[Instance, set[RuleId]]]] = {}

    def complaints(self) -> Iterator[Complaint]:
        yield from self._bounded()
        yield from self._solved()
        yield from self._followed()
        yield from self._limited()
        yield from self._summed()

    def _bounded(self) -> Iterator[Complaint]:
        """What never holds, or always does, as long as no figure is negative."""
        for one in self._instances.values():
            if never(one.formula, self._form):
                yield self._of(
                    Fault.CONTRADICTORY, [one], "只要各格不是负数，就永远不成立，请核对算式"
                )
            elif always(one.formula, self._form, negative=True):
                yield self._of(Fault.DEAD, [one], "总是成立，不会发现任何问题")
            elif always(one.formula, self._form) and self._negatives_told():
                what = "只在填报负数时不成立，而“数量为负”已经查这一项"
                yield self._of(Fault.REDUNDANT, [one], what)

    def _negatives_told(self) -> bool:
        return any(one.id == _NEGATIVE and self._form.id in one.forms for one in self._rules.rules)

    def _solved(self) -> Iterator[Complaint]:
        """Equations that contradict those before them; those that follow are kept for later."""
        for one in self._instances.values():
            formula = one.formula
            if not isinstance(formula, Comparison) or formula.relation != "＝":
                continue
            left = self._equations.add(row_of(one.key, linear(formula)))
            if left.coefficients or not linear(formula).coefficients:
                continue
            others = [self._instances[key] for key in left.sources if key != one.key]
            if left.constant:
                yield self._of(Fault.CONTRADICTORY, [one, *others], "不能同时成立")
            else:
                sources = {other.rule.id for other in others}
                self._implied.setdefault(one.rule.id, []).append((one, sources))

    def _followed(self) -> Iterator[Complaint]:
        """Rules whose equations follow from others; of the form's own rules it is known."""
        for rule, implied in self._implied.items():
            total = sum(one.rule.id == rule for one in self._instances.values())
            first, sources = implied[0]
            own = self._rules.by_id[rule].pack != BUILT_IN
            whole = own and len(implied) == total
            names = "、".join(_name(self._rules.by_id[each]) for each in sorted(sources))
            fault = Fault.REDUNDANT if whole else Fault.IMPLIED
            what = f"{len(implied)}/{total} 处可由其他等式推出，可以不写"
            yield self._of(fault, [first], f"{what}（{names}）" if names else what)

    def _limited(self) -> Iterator[Complaint]:
        """Inequalities on the same sum that leave no figure, or of which one says nothing new."""
        limits: dict[object, list[tuple[Instance, Limit]]] = {}
        for one in self._instances.values():
            formula = one.formula
            if not isinstance(formula, Comparison) or formula.relation == "＝":
                continue
            row = self._equations.reduced(row_of(one.key, linear(formula)))
            if row.coefficients:
                direction, limit = limit_of(row, formula.relation)
                limits.setdefault(direction, []).append((one, limit))
            elif linear(formula).coefficients:
                yield self._settled(one, limit_of(row, formula.relation)[1])
        for group in limits.values():
            for (one, first), (other, second) in combinations(group, 2):
                if first.excludes(second):
                    yield self._of(Fault.CONTRADICTORY, [one, other], "不能同时成立")
                elif first.within(second):
                    yield self._contained(other, one)
                elif second.within(first):
                    yield self._contained(one, other)

    def _contained(self, instance: Instance, within: Instance) -> Complaint:
        """An inequality that another one says already."""
        what = f"已包含在{_name(self._rules.by_id[within.rule.id])}之中"
        return self._of(Fault.REDUNDANT, [instance], what)

    def _summed(self) -> Iterator[Complaint]:
        """Own inequalities that are a sum of the form's equations and of other rules."""
        known = [
            each
            for key, one in self._instances.items()
            if isinstance(one.formula, Comparison) and (each := at_least(key, one.formula))
        ]
        redundant: set[RuleId] = set()
        for rule in (one for one in self._rules.listed if one.pack != BUILT_IN):
            own = [each for each in known if self._rule_at(each.source) == rule.rule.id]
            others = [e for e in known if self._rule_at(e.source) not in {rule.rule.id, *redundant}]
            sums = [None if each.equation else follows(each, others, self._signed) for each in own]
            used = [source for each in sums for source in each or ()]
            if own and None not in sums and used:
                redundant.add(rule.rule.id)
                names = dict.fromkeys(_name(self._rules.by_id[self._rule_at(s)]) for s in used)
                what = f"在各格不是负数时可由其他规则推出，可以不写（{'、'.join(names)}）"
                yield self._of(Fault.REDUNDANT, [self._instances[own[0].source]], what)

    def _rule_at(self, source: str) -> RuleId:
        return self._instances[source].rule.id

    def _signed(self, cell: CellId) -> bool:
        return self._form.figures[cell][2].signed

    def _settled(self, one: Instance, limit: Limit) -> Complaint:
        """An inequality of which the equations leave no figure open."""
        if limit.allows_nought:
            return self._of(Fault.REDUNDANT, [one], "其他等式成立时总是成立，可以不写")
        return self._of(Fault.CONTRADICTORY, [one], "与其他等式不能同时成立，请核对算式")

    def _of(self, fault: Fault, instances: Sequence[Instance], what: str) -> Complaint:
        rules = tuple(dict.fromkeys(one.rule.id for one in instances))
        names = "与".join(_name(self._rules.by_id[rule]) for rule in rules)
        place = filled(instances[0].rule.place, instances[0].labels)
        return Complaint(fault, rules, f"{names}：{what}。（{self._form.id}格式，{place}）")


def _examples(rules: RuleSet) -> Iterator[Complaint]:
    """Figures that one rule's example calls right, and that break another rule of error.

    The built-in rules' examples say nothing of what an office may demand.
    """
    for rule in rules.rules:
        for example in rule.passing:
            for form_id in () if example.listed else example.forms or rule.forms:
                stated = _stated(rules, rule.id, example, form_id)
                # Most examples state too little for another rule: no report is made of them.
                figures = figures_of(example_report(example, form_id)) if stated else {}
                for one in stated:
                    if outcome(one.formula, figures) is Outcome.BROKEN:
                        names = [_name(rules.by_id[each]) for each in (rule.id, one.rule.id)]
                        what = f"{names[0]}应通过的例子不符合{names[1]}（{form_id}格式）。"
                        yield Complaint(Fault.CONTRADICTORY, (rule.id, one.rule.id), what)


def _stated(rules: RuleSet, rule: RuleId, example: Example, form_id: str) -> list[Instance]:
    """Where other rules of error look at nothing but figures that an example states."""
    return [
        one
        for one in rules.program(forms()[form_id]).instances
        if one.rule.severity is Severity.ERROR
        and one.rule.id != rule
        and _may_meet(rules, rule, one.rule.id)
        and one.cells
        and all(cell in example.cells for cell in one.cells)
    ]


def _may_meet(rules: RuleSet, told: RuleId, broken: RuleId) -> bool:
    """Whether a rule's examples must satisfy another one."""
    packs = rules.by_id[told].pack, rules.by_id[broken].pack
    return packs[0] != BUILT_IN or packs[1] == BUILT_IN


def _repeated_checks(rules: RuleSet) -> Iterator[Complaint]:
    """Own rules that name a check which another rule runs on the same form."""
    ran = [rule for rule in rules.rules if rule.check and rule.check not in _BY_ID]
    for one, other in combinations(ran, 2):
        own = rules.by_id[other.id].pack != BUILT_IN
        if own and one.check == other.check and set(one.forms) & set(other.forms):
            names = [_name(rules.by_id[each.id]) for each in (other, one)]
            what = f"{names[0]}与{names[1]}是同一项检查，会重复报告。"
            yield Complaint(Fault.REDUNDANT, (other.id, one.id), what)


def _titles(rules: RuleSet) -> Iterator[Complaint]:
    """Rules that a reviewer cannot tell apart in the list of findings."""
    for one, other in combinations(rules.rules, 2):
        if one.title == other.title and set(one.forms) & set(other.forms):
            names = [_name(rules.by_id[each.id]) for each in (one, other)]
            yield Complaint(
                Fault.DUPLICATE, (one.id, other.id), f"{names[0]}与{names[1]}标题相同。"
            )


def _switches(rules: RuleSet) -> Iterator[Complaint]:
    """Rules that are switched off, and adjustments that change nothing."""
    for one in rules.listed:
        if not one.rule.enabled:
            yield Complaint(Fault.OFF, (one.rule.id,), f"{_name(one)}已停用。")
        elif one.changed_by not in {"", ADJUSTMENTS} and not one.changed:
            what = f"{one.changed_by} 对{_name(one)}的调整没有改变什么。"
            yield Complaint(Fault.DEAD, (one.rule.id,), what)


def _name(one: Listed) -> str:
    return f"“{one.rule.title}”（{one.rule.id}）"
