"""The window: menus, toolbar, panels, status line, and what happens on the whole of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from reviewer.window.commands.action import Menu
from reviewer.window.desk.workbench import Workbench
from reviewer.window.frame.commands import Commands
from reviewer.window.frame.news import News
from reviewer.window.frame.status import StatusLine
from reviewer.window.frame.tab_order import next_stop
from reviewer.window.frame.toolbar import MainToolBar
from reviewer.window.frame.when_painted import WhenPainted
from reviewer.window.frame.window_layout import keep_size, restore_size
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.menus.action_set import ActionSet
from reviewer.window.menus.command_palette import CommandPalette
from reviewer.window.menus.recent_menu import RecentMenu
from reviewer.window.menus.situation import situation_of
from reviewer.window.menus.typing_watch import TypingWatch
from reviewer.window.search.find_bar import FindBar
from reviewer.window.settings import SettingsStore
from reviewer.window.start.empty_page import EmptyPage
from reviewer.window.summary import name_of
from reviewer.window.widgets.drop_cover import DropCover
from reviewer.window.widgets.dropping import dropped_paths, dropped_text, markup_of
from reviewer.window.widgets.message_bar import MessageBar
from reviewer.window.widgets.separator_style import SeparatorStyle

if TYPE_CHECKING:
    from reviewer.review.review import Review
    from reviewer.window.frame.dock_area import DockArea
    from reviewer.window.frame.panels import Panels
    from reviewer.window.frame.workspace import Workspace


class MainWindow(QMainWindow):
    """Puts the panels together and keeps the commands up to date.

    Attributes:
        prepared: The window has made in quiet what the first report needs.
        closing: The user closes the window; the program ends its work on this.
    """

    prepared = Signal()
    closing = Signal()

    def __init__(self, workbench: Workbench, theme: Theme, settings: SettingsStore) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self._workbench = workbench
        self.theme = theme
        self._settings = settings
        self._workspace: Workspace | None = None
        self._leaving = False
        self.find_bar = FindBar(workbench, theme, self)
        self.commands = Commands(workbench, theme, settings, self)
        self.actions_by_id = ActionSet((workbench, self.commands), theme, self)
        self.command_palette = CommandPalette(workbench, theme, self.actions_by_id, self)
        self.messages = MessageBar(theme, self)
        self.empty_page = EmptyPage(workbench, theme, self.actions_by_id, self)
        self.drop_cover = DropCover(theme, self)
        self._pages = QStackedWidget(self)
        self._typing = TypingWatch(self)
        self.setStyle(SeparatorStyle(theme, self))
        self._put_together()
        restore_size(self, settings)
        self._connect()
        self._follow()

    @property
    def workspace(self) -> Workspace:
        """The panels in their places, made when they are first asked for."""
        if self._workspace is None:
            self._workspace = self._new_workspace()
        return self._workspace

    @property
    def panels(self) -> Panels:
        """The panels of the workspace."""
        return self.workspace.panels

    @property
    def area(self) -> DockArea:
        """The tables with the docks around them."""
        return self.workspace.area

    def prepare(self) -> None:
        """Load and lay out behind the user's back what the first report would wait for.

        Called when the empty window stands; nothing of it is seen.
        """
        WhenPainted(self, self._need_workspace)
        self._workbench.prepare(self._rehearse)

    def _rehearse(self, sample: Review) -> None:
        if not self._workbench.reviews and not self._workbench.worker.busy:
            self.workspace.rehearse(sample, self._pages.size())
        self.prepared.emit()

    # -- for the commands -----------------------------------------------------------------

    def step_panel(self, by: int) -> None:
        """Give the focus to the next panel; while there is none, to the ways to begin."""
        if self._workspace is None or not self._workspace.step_panel(by, self.messages):
            self.empty_page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def zoom_source(self, by: int) -> bool:
        """Zoom the source if it has the focus; whether it has."""
        return self._workspace is not None and self._workspace.zoom_source(by)

    def commit_editor(self) -> None:
        """Finish what is being typed, so that nothing is left out."""
        if self._workspace is not None:
            self._workspace.commit_editor()

    def _close_if_waited_for(self) -> None:
        """The last workbook is written: that was all that kept the window open."""
        if self._leaving and not self._workbench.exporting:
            self.close()

    def _stay(self) -> None:
        """Something went wrong: that is to be read first."""
        self._leaving = False

    # -- events ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing else has a use for it, puts the message away."""
        if event.key() == Qt.Key.Key_Escape and self.messages.isVisible():
            self.messages.dismiss()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through bars and panels as F6 does, and through all that is in them."""
        something = self._workspace is not None and self._workbench.reviews
        middle = self.panels.regions() if something else (self.empty_page,)
        regions = (self._toolbar, self.messages, *middle, self.status)
        here = [one for one in regions if one.window() is self]  # a panel may float
        found = next_stop(here, forward=forward)
        if found is not None:
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            found.setFocus(reason)
        return found is not None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and text, and say what letting go would do."""
        paths = dropped_paths(event.mimeData())
        if len(paths) > 1:
            self.drop_cover.cover(self.tr("松开鼠标，打开 {} 项").format(len(paths)))
        elif paths:
            self.drop_cover.cover(self.tr("松开鼠标，打开“{}”").format(paths[0].name))
        elif dropped_text(event.mimeData()):
            self.drop_cover.cover(self.tr("松开鼠标，按报告读取这段文字"))
        else:
            return
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is let go here."""
        self.drop_cover.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.drop_cover.hide()
        paths, text = dropped_paths(event.mimeData()), dropped_text(event.mimeData())
        event.acceptProposedAction()
        if paths:
            self._workbench.open_paths(paths)
        elif text:
            self._workbench.open_text(text, markup_of(event.mimeData()))

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back from another window of the program sees what was done there."""
        super().changeEvent(event)
        came = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came and self._workspace is not None and not self._typing.typing:
            self._workbench.catch_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish typing, keep the layout, let the program end its work.

        A workbook that is being written is waited for; whoever closes once more gives it up.
        """
        if self._workbench.exporting and not self._leaving:
            self._leaving = True
            self._workbench.say(self.tr("正在导出，写完后关闭；再次关闭则放弃导出。"))
            event.ignore()
            return
        if self._workspace is not None:
            self._workspace.keep()
        keep_size(self, self._settings)
        self.closing.emit()
        super().closeEvent(event)

    # -- building -------------------------------------------------------------------------

    def _put_together(self) -> None:
        self._fill_menus()
        self._toolbar = MainToolBar(self.actions_by_id, self.find_bar, self.theme, self)
        self.addToolBar(self._toolbar)
        self.status = StatusLine(self._workbench, self.theme, self)
        self.setStatusBar(self.status)
        News(self._workbench, self.messages, self.commands.export, self.status.offer_encodings)
        self._pages.addWidget(self.empty_page)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(middle)

    def _new_workspace(self) -> Workspace:
        from reviewer.window.frame.workspace import Workspace  # loaded when the empty window stands

        made = Workspace(self, self._workbench, self.theme, self._settings)
        self._pages.addWidget(made.area)
        self.find_bar.found.connect(made.panels.source.highlight)
        self.find_bar.left.connect(made.panels.tables.setFocus)
        # The panels hear of it first: they are filled when they are shown.
        self._workbench.current_changed.connect(self._follow)
        return made

    def _fill_menus(self) -> None:
        menus = self.actions_by_id.fill(self.menuBar())
        recent = RecentMenu(self._workbench, self)
        menus[Menu.FILE].insertMenu(self.actions_by_id["file.sample"], recent)
        shown = QMenu(self.tr("面板"), self)
        shown.aboutToShow.connect(partial(self._fill_panel_menu, shown))
        menus[Menu.VIEW].insertMenu(self.actions_by_id["view.reset_layout"], shown)

    def _fill_panel_menu(self, menu: QMenu) -> None:
        if menu.isEmpty():
            menu.addActions([dock.toggleViewAction() for dock in self.workspace.docks])

    def _connect(self) -> None:
        bench = self._workbench
        bench.opened.connect(self._need_workspace)
        bench.failed.connect(self._stay)
        bench.exported.connect(self._close_if_waited_for)
        bench.archive.changed.connect(self.empty_page.refresh)
        self.messages.left.connect(self._resume)
        for signal in (
            bench.opened,
            bench.closed,
            bench.current_changed,
            bench.changed,
            bench.selection_changed,
            bench.editing_changed,
            self._typing.changed,
        ):
            signal.connect(self._refresh)
        bench.busy.connect(self._refresh_if_begun_or_ended)
        bench.guard_map_changed.connect(self.actions_by_id["view.guard_map"].setChecked)

    # -- what the workbench says ----------------------------------------------------------

    def _need_workspace(self) -> None:
        """Before the first report is shown: only what is there hears of it."""
        _ = self.workspace

    def _follow(self) -> None:
        """The panels while something is open, else the ways to begin."""
        something = bool(self._workbench.reviews)
        began = self._pages.currentWidget() is self.empty_page
        if not something:
            self.empty_page.refresh()
        if self._workspace is not None:
            # Before they are seen: each step would lay them out anew.
            self._workspace.show_panels(something)
        self._pages.setCurrentWidget(self.area if something else self.empty_page)
        if something and began:
            self.workspace.go_to_findings()
        self._name()
        self._refresh()

    def _resume(self) -> None:
        """Let the keys work again where reviewers work most."""
        if self._workbench.reviews:
            self.workspace.go_to_findings()
        else:
            self.empty_page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        review = self._workbench.current
        name = self.tr("年报审核")
        if review is not None:
            name = f"{name_of(review.report)} — {name}"
        self.setWindowTitle(name)

    def _refresh_if_begun_or_ended(self) -> None:
        """Progress is told often; the commands depend only on whether there is any."""
        if self._workbench.worker.busy != self.actions_by_id["file.stop"].isEnabled():
            self._refresh()

    def _refresh(self) -> None:
        self.actions_by_id.refresh(situation_of(self._workbench, typing=self._typing.typing))
        status = self._workbench.undo_status
        self._word("edit.undo", self.tr("撤销"), status.undo)
        self._word("edit.redo", self.tr("重做"), status.redo)

    def _word(self, identity: str, verb: str, what: str | None) -> None:
        self.actions_by_id[identity].setText(
            self.tr("{verb}：{what}").format(verb=verb, what=told(what)) if what else verb
        )
