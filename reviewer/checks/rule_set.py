"""The rules in force: the built-in ones and the office's own, each with where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from reviewer.base import Frozen, RuleId
from reviewer.checks.declaration import Rule
from reviewer.checks.model import Severity
from reviewer.checks.program import Program, compile_rules
from reviewer.errors import RuleFileError
from reviewer.forms.model import Form

BUILT_IN = ""
"""The pack of the rules that come with the program."""


class Listed(Frozen):
    """A rule as it stands.

    Attributes:
        rule: With severity and ``enabled`` as they were chosen.
        pack: Name of the file that declares it; BUILT_IN for the program's own.
        severity: As its file declares it.
        enabled: As its file declares it.
        changed_by: Name of the file that chose something else; empty if none did.
    """

    rule: Rule
    pack: str
    severity: Severity
    enabled: bool
    changed_by: str = ""

    @property
    def changed(self) -> bool:
        """Whether it stands otherwise than its file declares."""
        return (self.rule.severity, self.rule.enabled) != (self.severity, self.enabled)


def listed(rule: Rule, pack: str = BUILT_IN) -> Listed:
    """A rule as its file declares it."""
    return Listed(rule=rule, pack=pack, severity=rule.severity, enabled=rule.enabled)


class RuleSet:
    """All rules that there are, and programs made of those that are run; never changed.

    Attributes:
        listed: All rules, also those switched off, in the order of their files.
        faults: The user's files that were left out, with what is wrong with them.
        rules: Those that are run.
    """

    def __init__(self, listed: Iterable[Listed], faults: Iterable[RuleFileError] = ()) -> None:
        self.listed = tuple(listed)
        self.faults = tuple(faults)
        self.rules = tuple(one.rule for one in self.listed if one.rule.enabled)
        self._programs: dict[str, Program] = {}

    @cached_property
    def by_id(self) -> dict[RuleId, Listed]:
        """All rules by key."""
        return {one.rule.id: one for one in self.listed}

    @cached_property
    def ids(self) -> frozenset[RuleId]:
        """Keys of all rules, also of those switched off."""
        return frozenset(self.by_id)

    @cached_property
    def _arithmetic(self) -> frozenset[RuleId]:
        return frozenset(one.rule.id for one in self.listed if one.pack == BUILT_IN)

    @property
    def packs(self) -> tuple[str, ...]:
        """The files that declare rules, the built-in ones first."""
        return tuple(dict.fromkeys(one.pack for one in self.listed))

    def program(self, form: Form) -> Program:
        """The rules made ready for a form; kept, so that it costs time only once."""
        kept = self._programs.get(form.id)
        if kept is None or (kept.form is not form and kept.form != form):
            kept = compile_rules(self.rules, form, self._arithmetic)
            self._programs[form.id] = kept
        return kept

    def having(self, rule: Rule) -> RuleSet:
        """These rules with one more, or with another one in the place of its namesake."""
        kept = (one for one in self.listed if one.rule.id != rule.id)
        return RuleSet((*kept, listed(rule)))
