"""Files of rules as an office writes them."""

from __future__ import annotations

from collections.abc import Mapping

_RULE = """
[[rules]]
id = "{id}"
title = "{title}"
doc = "只是例子。"
severity = "{severity}"
basis = "本办公室的约定"
forms = ["{form}"]
expression = "{expression}"
place = "表三 总计"
message = "左边{{left}}，右边{{right}}。"

[[rules.pass]]
cells = {passing}

[[rules.fail]]
cells = {failing}
"""


def own_rule(
    expression: str,
    passing: Mapping[str, int],
    failing: Mapping[str, int],
    *,
    identity: str = "office.rule",
    title: str = "",
    severity: str = "warning",
    form: str = "2021",
) -> str:
    """A rule that states an expression."""
    return _RULE.format(
        id=identity,
        title=title or f"约定 {identity}",
        severity=severity,
        form=form,
        expression=expression,
        passing=_inline(passing),
        failing=_inline(failing),
    )


def _inline(cells: Mapping[str, int]) -> str:
    return "{ " + ", ".join(f'"{cell}" = {figure}' for cell, figure in cells.items()) + " }"


FEW_CARRIED = own_rule(
    "requests.carried_out.total <= 5",
    {"requests.carried_out.total": 5},
    {"requests.carried_out.total": 6},
    identity="office.few_carried",
    title="结转不超过5件",
)

GENTLE = """
[[rules]]
id = "requests.flow"
severity = "hint"

[[rules]]
id = "requests.details"
enabled = false
"""
