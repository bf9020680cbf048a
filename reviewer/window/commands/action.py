"""What a command of the window is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Menu(StrEnum):
    """The menus, in their order; the value is the title."""

    FILE = "文件"
    EDIT = "编辑"
    VIEW = "查看"
    REVIEW = "审核"
    TOOLS = "工具"
    HELP = "帮助"


class When(StrEnum):
    """When a command can be given."""

    ALWAYS = "always"
    OPEN = "a report is open"
    SEVERAL = "more than one report is open"
    TEXT = "the report was read from a text, whose encoding can be chosen"
    PAGES = "the report's file has pages that can be shown"
    FINDINGS = "there are findings"
    FINDING = "a finding is selected"
    SUGGESTION = "a finding is selected that says what should stand there"
    CELL = "a figure is selected, and no cell editor is open"
    SUSPECT = "a repair is known for what is selected, and no cell editor is open"
    UNDO = "something can be undone, and no editor is open that has an undo of its own"
    REDO = "something can be done again, and no editor is open"
    BUSY = "reports are being read, or a workbook written"


@dataclass(frozen=True)
class Action:
    """One command.

    Attributes:
        id: Stable name, ``menu.what``.
        method: Of ``Workbench`` or ``Commands``; called with ``argument`` if that is given.
        keys: Shortcuts as Qt writes them; the first one is shown.
        panel_key: A key that the findings panel takes for it while it has the focus.
        icon: Name in ``resources/icons``.
        bar: Its short title in the toolbar; empty if it is not there.
        begins: A separator stands before it, in menu and toolbar.
        checkable: It is on or off.
    """

    menu: Menu
    id: str
    title: str
    method: str
    argument: object = None
    keys: tuple[str, ...] = ()
    panel_key: str = ""
    when: When = When.OPEN
    icon: str = ""
    bar: str = ""
    begins: bool = False
    checkable: bool = False
