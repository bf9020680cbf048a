"""Sentences that more than one panel says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer.checks.model import WhatIf
from reviewer.window.summary import Summary


def what_if_text(text: str, answer: WhatIf) -> str:
    """What a figure would fix and break: ``若为 12：消除 3 条问题，不产生新问题``."""
    shown = text.strip() or _tr("空白")
    fixes, breaks = len(answer.fixes), len(answer.breaks)
    fixed = _tr("消除 {n} 条问题").format(n=fixes) if fixes else _tr("不消除问题")
    broken = _tr("新增 {n} 条问题").format(n=breaks) if breaks else _tr("不产生新问题")
    if not fixes and not breaks:
        return _tr("若为 {text}：勾稽结果不变").format(text=shown)
    return _tr("若为 {text}：{fixed}，{broken}").format(text=shown, fixed=fixed, broken=broken)


def waiting_text(summary: Summary) -> str:
    """What waits for a verdict, by severity: ``待核：错误 3、提示 1。``."""
    counts = (
        (_tr("错误"), summary.errors),
        (_tr("警告"), summary.warnings),
        (_tr("提示"), summary.hints),
    )
    named = _tr("、").join(f"{name} {count}" for name, count in counts if count)
    return _tr("待核：{}。").format(named) if named else _tr("没有待核的问题。")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wording", text)
