"""Words and sentences that more than one panel says."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reviewer.checks.model import SEVERITY_NAMES, Severity, WhatIf
from reviewer.document.model import Document, Span
from reviewer.review.model import VERDICT_NAMES, Verdict
from reviewer.window.commands.actions import key_of, keys_of
from reviewer.window.commands.panel_keys import panel_key
from reviewer.window.language import told
from reviewer.window.summary import Summary

_COUNTED = {Severity.ERROR: "错误 {}", Severity.WARNING: "警告 {}", Severity.HINT: "提示 {}"}


def with_key(text: str, identity: str) -> str:
    """A tip with the key of the command that does the same: ``给这一格写批注（Ctrl+M）``."""
    return _with(text, key_of(identity))


def with_panel_key(text: str, identity: str) -> str:
    """The same with a key that a panel has to itself."""
    return _with(text, panel_key(identity))


def short_key(identity: str) -> str:
    """The key of a command as short as it can be told: ``Ctrl+↵``."""
    return keys_of(identity)[0].replace("Enter", "↵")


def _with(text: str, key: str) -> str:
    return _tr("{text}（{key}）").format(text=text, key=key)


def what_if_text(text: str, answer: WhatIf) -> str:
    """What a figure would fix and break: ``若为 12：消除 3 条问题，不产生新问题``."""
    shown = text.strip() or _tr("空白")
    fixes, breaks = len(answer.fixes), len(answer.breaks)
    fixed = _tr("消除 {n} 条问题").format(n=fixes) if fixes else _tr("不消除问题")
    broken = _tr("新增 {n} 条问题").format(n=breaks) if breaks else _tr("不产生新问题")
    if answer.loses:
        lost = _tr("{n} 条规则将无法核对").format(n=len(answer.loses))
        return _tr("若为 {text}：{lost}").format(text=shown, lost=lost)
    if not fixes and not breaks:
        return _tr("若为 {text}：勾稽结果不变").format(text=shown)
    return _tr("若为 {text}：{fixed}，{broken}").format(text=shown, fixed=fixed, broken=broken)


def waiting_text(summary: Summary) -> str:
    """What waits for a verdict, by severity: ``待核：错误 3、提示 1。``."""
    counts = (
        (Severity.ERROR, summary.errors),
        (Severity.WARNING, summary.warnings),
        (Severity.HINT, summary.hints),
    )
    named = _tr("、").join(_tr(_COUNTED[one]).format(count) for one, count in counts if count)
    return _tr("待核：{}。").format(named) if named else _tr("没有待核的问题。")


def where_text(document: Document, span: Span) -> str:
    """Where a span is looked up with the file open: ``第8行``, ``第3页``, ``表三 B7``."""
    return told(document.where(span))


def severity_name(severity: Severity) -> str:
    """The severity as a word."""
    return told(SEVERITY_NAMES[severity])


def verdict_name(verdict: Verdict) -> str:
    """The verdict as a word."""
    return told(VERDICT_NAMES[verdict])


def moment(time: datetime) -> str:
    """A time as short as it can be understood today."""
    local, today = time.astimezone(), datetime.now().astimezone()
    clock = f"{local:%H:%M}"
    if local.date() == today.date():
        return clock
    day = _tr("{month}月{day}日").format(month=local.month, day=local.day)
    if local.year == today.year:
        return f"{day} {clock}"
    return _tr("{year}年{day}").format(year=local.year, day=day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wording", text)
