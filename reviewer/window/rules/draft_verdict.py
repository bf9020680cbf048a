"""What was found out about a file of rules that is being written, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer.window.language import told

if TYPE_CHECKING:
    from reviewer.checks.drafts import Effect, Examined
    from reviewer.checks.linting import Complaint
    from reviewer.checks.model import Finding

_SHOWN = 6
"""At most this many findings of each kind are written out."""


def headline(found: Examined | None) -> tuple[str, str]:
    """One line, and the theme's name of its colour."""
    if found is None:
        return _tr("正在检查…"), "muted"
    if found.fault is not None:
        return told(found.fault.message), "broken"
    failed = sum(bool(trial.fault) for _, trial in found.trials)
    if failed:
        return _tr("有 {n} 个例子不符合预期，请改好后再保存。").format(n=failed), "broken"
    passed = _tr("书写正确，{n} 个例子全部符合预期。").format(n=len(found.trials))
    return passed + (_effect(found.effect) if found.effect is not None else ""), "confirmed"


def lines_of(found: Examined | None) -> Iterator[str]:
    """The examples one by one, what the linter says, and the findings that would change."""
    if found is None or found.fault is not None:
        return
    for complaint in found.complaints:
        yield complaint_text("◆", complaint)
    if found.effect is not None:
        yield from _findings("＋", found.effect.added)
        yield from _findings("－", found.effect.removed)
    for rule, trial in sorted(found.trials, key=lambda one: not one[1].fault):
        sign = "✗" if trial.fault else "✓"
        fault = _tr("：{}").format(told(trial.fault)) if trial.fault else ""
        yield _tr("{sign} {rule} {example}（{form}格式）{told}").format(
            sign=sign, rule=rule, example=told(trial.name), form=trial.form, told=fault
        )


def complaint_text(sign: str, complaint: Complaint) -> str:
    """What the linter says, after a sign."""
    fault, message = told(complaint.fault.value), told(complaint.message)
    return _tr("{sign} {fault}：{message}").format(sign=sign, fault=fault, message=message)


def _effect(effect: Effect) -> str:
    if not effect.reports:
        return _tr("没有打开的报告可供试算。")
    text = _tr("保存后，打开的 {n} 份报告：问题 ＋{added}，－{removed}").format(
        n=effect.reports, added=len(effect.added), removed=len(effect.removed)
    )
    if effect.regraded:
        text += _tr("，改级别 {n}").format(n=effect.regraded)
    return text + _tr("。")


def _findings(sign: str, findings: tuple[tuple[str, Finding], ...]) -> Iterator[str]:
    for body, one in findings[:_SHOWN]:
        yield f"{sign} {body} {one.place_label}：{one.message}"
    if len(findings) > _SHOWN:
        yield _tr("{sign} 等 {n} 处").format(sign=sign, n=len(findings))


def _tr(text: str) -> str:
    return QCoreApplication.translate("DraftVerdict", text)
