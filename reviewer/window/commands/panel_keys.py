"""The keys that a panel has to itself while it has the focus; tips, menus and the help name them.

Commands of the whole window stand in ``ACTIONS``, whose keys win nowhere over these.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeyEvent, QKeySequence

from reviewer.window.keys import pressed


class Panel(StrEnum):
    """The panels that have keys; the value is the title."""

    TABLES = "表格"
    FINDINGS = "问题"
    NOTES = "批注"
    REPORTS = "报告"
    RECENT = "最近的报告"


@dataclass(frozen=True)
class PanelKey:
    """What some keys mean in a panel.

    Attributes:
        id: Stable name.
        title: What they do.
        keys: As Qt writes them; the first one is shown.
    """

    panel: Panel
    id: str
    title: str
    keys: tuple[str, ...]


PANEL_KEYS: tuple[PanelKey, ...] = (
    PanelKey(Panel.TABLES, "tables.edit", "更正读数", ("Enter",)),
    PanelKey(Panel.TABLES, "tables.withdraw", "撤回更正", ("Delete", "Backspace")),
    PanelKey(Panel.TABLES, "tables.copy", "复制", ("Ctrl+C", "Ctrl+Insert")),
    PanelKey(Panel.TABLES, "tables.paste", "粘贴", ("Ctrl+V", "Shift+Insert")),
    PanelKey(Panel.FINDINGS, "findings.locate", "定位", ("Enter",)),
    PanelKey(Panel.FINDINGS, "findings.reason", "写理由", ("R",)),
    PanelKey(Panel.FINDINGS, "findings.copy", "复制所选问题", ("Ctrl+C", "Ctrl+Insert")),
    PanelKey(Panel.NOTES, "notes.edit", "修改批注", ("F2",)),
    PanelKey(Panel.NOTES, "notes.delete", "删除批注", ("Delete",)),
    PanelKey(Panel.NOTES, "notes.save", "保存", ("Ctrl+Enter",)),
    PanelKey(Panel.NOTES, "notes.cancel", "不保存", ("Esc",)),
    PanelKey(Panel.REPORTS, "reports.close", "关闭报告", ("Delete",)),
    PanelKey(Panel.RECENT, "recent.unlist", "从列表中移除", ("Delete",)),
)
"""All such keys; Enter is both the main one and the keypad's."""

_BY_ID = {one.id: one for one in PANEL_KEYS}

_MEANT = {
    (one.panel, QKeySequence(key.replace("Enter", "Return")).toString()): one.id
    for one in PANEL_KEYS
    for key in one.keys
}
"""The command that each panel means by a key, as :func:`pressed` writes it."""


def panel_keys(identity: str) -> tuple[str, ...]:
    """The keys that do it, the one to be named first."""
    return _BY_ID[identity].keys


def panel_key(identity: str) -> str:
    """The key by which it is named in tips and menus."""
    return key_name(panel_keys(identity)[0])


def key_name(key: str) -> str:
    """A key as the platform and the interface's language write it: ``Ctrl+回车``."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def meant(event: QKeyEvent, panel: Panel) -> str | None:
    """What a key means in a panel."""
    return _MEANT.get((panel, pressed(event)))
