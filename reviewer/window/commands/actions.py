"""Every command of the window: menus, toolbar, palette, keys and their help come from here.

To add a command, add a row to ``ACTIONS`` and a method of that name to ``Workbench`` or
``Commands``. Titles are Chinese; ``resources/i18n`` has their translations.
"""

from __future__ import annotations

from functools import partial

from reviewer.review.model import Verdict
from reviewer.window.commands.action import Action, Menu, When
from reviewer.window.commands.figure import FigureCommand
from reviewer.window.commands.panel_keys import key_name

_file = partial(Action, Menu.FILE)
_edit = partial(Action, Menu.EDIT)
_view = partial(Action, Menu.VIEW)
_review = partial(Action, Menu.REVIEW)
_tools = partial(Action, Menu.TOOLS)
_help = partial(Action, Menu.HELP)


def _verdict(verdict: Verdict, title: str, key: str, *, begins: bool = False) -> Action:
    return _review(
        id=f"review.{verdict.value}",
        title=title,
        method="decide_selected",
        argument=verdict,
        keys=(f"Alt+{key}",),
        panel_key=key,
        when=When.FINDING,
        begins=begins,
    )


def _tab(index: int, title: str, *, begins: bool = False) -> Action:
    return _view(
        id=f"view.tab_{index + 1}",
        title=title,
        method="show_tab",
        argument=index,
        keys=(f"Ctrl+{index + 1}",),
        begins=begins,
    )


_FILE = (
    _file(
        "file.open",
        "打开报告…",
        "open_files",
        keys=("Ctrl+O",),
        when=When.ALWAYS,
        icon="open",
        bar="打开报告",
    ),
    _file(
        "file.open_folder",
        "打开文件夹…",
        "open_folder",
        keys=("Ctrl+Shift+O",),
        when=When.ALWAYS,
        icon="folder",
    ),
    _file(
        "file.paste",
        "粘贴报告文本",
        "paste_report",
        keys=("Ctrl+Shift+V",),
        when=When.ALWAYS,
        icon="paste",
    ),
    _file("file.sample", "打开样例", "open_sample", when=When.ALWAYS, icon="sample"),
    _file("file.encoding", "换编码重新读取…", "choose_encoding", when=When.TEXT),
    _file("file.stop", "停止当前任务", "stop", keys=("Ctrl+.",), when=When.BUSY, icon="stop"),
    _file(
        "file.export",
        "导出审核表…",
        "export",
        keys=("Ctrl+E",),
        icon="export",
        bar="导出审核表",
        begins=True,
    ),
    _file("file.close", "关闭报告", "close_current", keys=("Ctrl+W",), icon="close", begins=True),
    _file("file.close_all", "全部关闭", "close_all", keys=("Ctrl+Shift+W",)),
    _file("file.erase", "删除审核记录…", "erase_current", begins=True),
    _file(
        "file.quit", "退出", "quit", keys=("Ctrl+Q",), when=When.ALWAYS, icon="quit", begins=True
    ),
)

_EDIT = (
    _edit(
        "edit.undo",
        "撤销",
        "undo",
        keys=("Ctrl+Z",),
        when=When.UNDO,
        icon="undo",
        bar="撤销",
        begins=True,
    ),
    _edit(
        "edit.redo",
        "重做",
        "redo",
        keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        when=When.REDO,
        icon="redo",
        bar="重做",
    ),
    _edit("edit.find", "查找…", "find", keys=("Ctrl+F",), icon="find", begins=True),
    _edit("edit.find_next", "查找下一个", "find_next", keys=("F3",)),
    _edit("edit.find_previous", "查找上一个", "find_previous", keys=("Shift+F3",)),
)

_REVIEW = (
    _review(
        "review.previous",
        "上一处问题",
        "step_finding",
        -1,
        keys=("Shift+F8",),
        when=When.FINDINGS,
        icon="previous",
        bar="上一处",
        begins=True,
    ),
    _review(
        "review.next",
        "下一处问题",
        "step_finding",
        1,
        keys=("F8",),
        when=When.FINDINGS,
        icon="next",
        bar="下一处",
    ),
    _verdict(Verdict.REPORT_WRONG, "核定：报告有误", "1", begins=True),
    _verdict(Verdict.MISREAD, "核定：解析有误", "2"),
    _verdict(Verdict.EXPLAINED, "核定：口径说明", "3"),
    _verdict(Verdict.CANNOT_TELL, "核定：无法判断", "4"),
    _review(
        "review.open_again",
        "撤回核定",
        "decide_selected",
        keys=("Alt+0",),
        panel_key="0",
        when=When.FINDING,
    ),
    _review(
        "review.copy_suggestion",
        "复制建议",
        "copy_suggestion",
        keys=("Ctrl+Shift+C",),
        when=When.SUGGESTION,
    ),
    _review(
        "review.transcribe",
        "更正读数（原文如此，读错了）",
        "do_with_figure",
        FigureCommand.TRANSCRIBE,
        keys=("F2",),
        when=When.CELL,
        icon="edit",
        begins=True,
    ),
    _review(
        "review.propose",
        "修改建议（原文有误，应为）",
        "do_with_figure",
        FigureCommand.PROPOSE,
        keys=("Shift+F2",),
        when=When.CELL,
        icon="propose",
    ),
    _review(
        "review.take",
        "采纳推荐数作为建议",
        "take_suspect",
        keys=("Ctrl+Enter", "Ctrl+Return"),
        when=When.SUSPECT,
        icon="take",
    ),
    _review(
        "review.take_reading",
        "采纳推荐数作为更正读数",
        "take_as_reading",
        keys=("Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
        when=When.SUSPECT,
    ),
    _review(
        "review.confirm",
        "确认读数无误",
        "do_with_figure",
        FigureCommand.CONFIRM,
        keys=("Ctrl+K",),
        when=When.CELL,
        icon="confirm",
    ),
    _review(
        "review.note",
        "添加批注…",
        "write_note",
        keys=("Ctrl+M",),
        icon="note",
        bar="批注",
        begins=True,
    ),
)

_VIEW = (
    _tab(0, "表二 主动公开"),
    _tab(1, "表三 申请情况"),
    _tab(2, "表四 复议诉讼"),
    _tab(3, "正文数据"),
    _tab(4, "章节"),
    _tab(5, "目视核对"),
    _view("view.next_panel", "下一个面板", "focus_next_panel", keys=("F6",), begins=True),
    _view("view.previous_panel", "上一个面板", "focus_previous_panel", keys=("Shift+F6",)),
    _view(
        "view.next_report",
        "下一份报告",
        "show_report",
        1,
        keys=("Ctrl+PgDown", "Ctrl+Tab"),
        when=When.SEVERAL,
    ),
    _view(
        "view.previous_report",
        "上一份报告",
        "show_report",
        -1,
        keys=("Ctrl+PgUp", "Ctrl+Shift+Tab"),
        when=When.SEVERAL,
    ),
    _view(
        "view.guard_map",
        "防护图",
        "toggle_guard_map",
        keys=("Ctrl+G",),
        icon="shield",
        bar="防护图",
        begins=True,
        checkable=True,
    ),
    _view(
        "view.source_shape",
        "原文：页面与文字切换",
        "toggle_pages",
        keys=("F7",),
        when=When.PAGES,
        begins=True,
    ),
    _view(
        "view.zoom_in",
        "放大",
        "zoom",
        1,
        keys=("Ctrl+=", "Ctrl++"),
        when=When.ALWAYS,
        icon="zoom_in",
        begins=True,
    ),
    _view("view.zoom_out", "缩小", "zoom", -1, keys=("Ctrl+-",), when=When.ALWAYS, icon="zoom_out"),
    _view("view.zoom_reset", "默认大小", "zoom", 0, keys=("Ctrl+0",), when=When.ALWAYS),
    _view(
        "view.theme",
        "切换浅色与深色",
        "toggle_theme",
        keys=("Ctrl+Shift+L",),
        when=When.ALWAYS,
        icon="theme",
        begins=True,
    ),
    _view("view.full_screen", "全屏", "toggle_full_screen", keys=("F11",), when=When.ALWAYS),
    _view("view.reset_layout", "恢复默认布局", "reset_layout", icon="layout"),
)

_TOOLS = (
    _tools(
        "tools.palette",
        "命令面板…",
        "show_palette",
        keys=("Ctrl+Shift+P",),
        when=When.ALWAYS,
        icon="command",
    ),
    _tools("tools.sameness", "与其他报告比对雷同…", "show_sameness", when=When.OPEN),
    _tools("tools.data_folder", "打开数据文件夹", "open_data_folder", when=When.ALWAYS),
    _tools(
        "tools.preferences",
        "首选项…",
        "show_preferences",
        keys=("Ctrl+,",),
        when=When.ALWAYS,
        icon="settings",
        begins=True,
    ),
)

_HELP = (
    _help("help.keys", "快捷键一览", "show_keys", keys=("F1",), when=When.ALWAYS, icon="keyboard"),
    _help("help.about", "关于", "show_about", when=When.ALWAYS, icon="about"),
)

ACTIONS: tuple[Action, ...] = (*_FILE, *_EDIT, *_VIEW, *_REVIEW, *_TOOLS, *_HELP)
"""All commands, in the order of the menus."""

_BY_ID = {action.id: action for action in ACTIONS}

VERDICT_KEYS: dict[str, Verdict | None] = {
    action.panel_key: action.argument if isinstance(action.argument, Verdict) else None
    for action in ACTIONS
    if action.panel_key
}
"""The verdicts that the keys of the findings panel give; None takes one back."""


def keys_of(identity: str) -> tuple[str, ...]:
    """The keys of a command as Qt writes them; the first one is the one to be named."""
    return _BY_ID[identity].keys


def key_of(identity: str) -> str:
    """The key by which a command is named in tips and sentences, as menus write it."""
    return key_name(keys_of(identity)[0])


TOOLBAR: tuple[tuple[str, ...], ...] = (
    ("file.open",),
    ("edit.undo", "edit.redo"),
    ("review.previous", "review.next"),
    ("review.note", "view.guard_map"),
    ("file.export",),
)
"""The commands of the toolbar, in its order; a line is drawn between groups."""
