"""The window: menus, toolbar, panels, status line, and what happens on the whole of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from reviewer.errors import ReviewerError
from reviewer.window.action import Menu
from reviewer.window.action_set import ActionSet
from reviewer.window.command_palette import CommandPalette
from reviewer.window.commands import Commands
from reviewer.window.dock_area import DockArea
from reviewer.window.dropping import dropped_paths, dropped_text, markup_of
from reviewer.window.earlier_work import offer_text
from reviewer.window.empty_page import EmptyPage
from reviewer.window.find_bar import FindBar
from reviewer.window.message_bar import Message, MessageBar, Offer, Tone
from reviewer.window.panels import Panels
from reviewer.window.recent_menu import RecentMenu
from reviewer.window.settings import SettingsStore
from reviewer.window.situation import situation_of
from reviewer.window.status import StatusLine
from reviewer.window.tables import TAB_ORDER
from reviewer.window.theme import Theme
from reviewer.window.toolbar import MainToolBar
from reviewer.window.typing_watch import TypingWatch
from reviewer.window.widgets.separator_style import SeparatorStyle
from reviewer.window.window_layout import WindowLayout
from reviewer.window.workbench import Workbench

if TYPE_CHECKING:
    from reviewer.library.library import Seen
    from reviewer.review.carrying import Carried
    from reviewer.review.review import Review


class MainWindow(QMainWindow):
    """Puts the panels together and keeps the commands up to date.

    Attributes:
        closing: The user closes the window; the program ends its work on this.
    """

    closing = Signal()

    def __init__(self, workbench: Workbench, theme: Theme, settings: SettingsStore) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self._workbench = workbench
        self._theme = theme
        self._settings = settings
        self.panels = Panels(workbench, theme, self)
        self.area = DockArea(self.panels.tables, self.panels.docks, theme)
        self.find_bar = FindBar(workbench, theme, self)
        self.commands = Commands(workbench, theme, settings, self)
        self.actions_by_id = ActionSet((workbench, self.commands), theme, self)
        self.command_palette = CommandPalette(workbench, theme, self.actions_by_id, self)
        self.messages = MessageBar(theme, self)
        self.empty_page = EmptyPage(workbench, theme, self.actions_by_id, self)
        self._pages = QStackedWidget(self)
        self._typing = TypingWatch(self)
        self.setStyle(SeparatorStyle(theme, self))
        self._put_together()
        self._layout = WindowLayout(self, self.area, self.panels.reports_dock, settings)
        self._connect()
        self.panels.source.text.set_zoom(settings.value.source_zoom)
        self.panels.source.pages.set_zoom(settings.value.page_zoom)
        self.panels.source.set_wants_pages(settings.value.show_pages)
        self._follow()

    def prepare(self) -> None:
        """Load and lay out behind the user's back what the first report would wait for.

        Called when the empty window stands; nothing of it is seen.
        """
        self._workbench.prepare()
        QTimer.singleShot(0, self._prepare_panels)

    def _prepare_panels(self) -> None:
        if self._workbench.reviews:
            return
        self.panels.tables.prepare()
        self.area.resize(self._pages.size())
        self.area.grab()

    # -- for the commands -----------------------------------------------------------------

    def show_tab(self, index: int) -> bool:
        """Show one of the tables' tabs and go to it; whether the report has it."""
        self.panels.tables.show_tab(index)
        return TAB_ORDER[index] in self.panels.tables.keys

    def step_panel(self, by: int) -> None:
        """Give the focus to the panel ``by`` places on from the one that has it."""
        panels = [one for one in self.panels.in_order() if one.isVisible()]
        if not panels:
            self.empty_page.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        inside = [place for place, one in enumerate(panels) if _has_focus(one)]
        start = inside[0] if inside else -1 if by > 0 else 0
        for distance in range(1, len(panels) + 1):
            panel = panels[(start + by * distance) % len(panels)]
            panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
            # A panel that has nothing to go to is passed over.
            if _has_focus(panel):
                return

    def zoom_source(self, by: int) -> bool:
        """Zoom the source if it has the focus; whether it has."""
        source = self.panels.source
        if not _has_focus(source):
            return False
        {1: source.zoom_in, -1: source.zoom_out, 0: source.zoom_reset}[by]()
        return True

    def show_notes(self) -> None:
        """Bring the notes to the front."""
        self.panels.show_notes()

    def go_to_findings(self) -> None:
        """Let the keys of the findings' list work; those of the tables if it is not in sight."""
        seen = self.panels.findings.table.isVisible()
        panel = self.panels.findings if seen else self.panels.tables
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def reset_layout(self) -> None:
        """Put all panels back where they stand at first."""
        self._layout.reset()

    def commit_editor(self) -> None:
        """Finish what is being typed, so that nothing is left out."""
        self.panels.tables.commit_editor()

    def tell_exported(self, target: Path) -> None:
        """Say where the workbook is, with a way to open it."""
        offers = (
            Offer(self.tr("打开"), partial(_open_outside, target)),
            Offer(self.tr("打开所在文件夹"), partial(_open_outside, target.parent)),
        )
        self.messages.say(Message(Tone.NEWS, self.tr("已导出 {}").format(target), offers=offers))

    def _offer_earlier(self, review: Review, found: Carried, seen: Seen) -> None:
        """Offer what was said of an earlier version of the report."""
        take = Offer(self.tr("沿用"), partial(self._workbench.carry, review, found))
        self.messages.say(replace(offer_text(found, seen), offers=(take,)))

    # -- events ---------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and text."""
        if dropped_paths(event.mimeData()) or dropped_text(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        paths, text = dropped_paths(event.mimeData()), dropped_text(event.mimeData())
        event.acceptProposedAction()
        if paths:
            self._workbench.open_paths(paths)
        elif text:
            self._workbench.open_text(text, markup_of(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish typing, keep the layout, let the program end its work."""
        self.commit_editor()
        self._layout.keep()
        source = self.panels.source
        self._settings.update(
            source_zoom=source.text.zoom,
            page_zoom=source.pages.zoom,
            show_pages=source.wants_pages,
        )
        self.closing.emit()
        super().closeEvent(event)

    # -- building -------------------------------------------------------------------------

    def _put_together(self) -> None:
        self._fill_menus()
        self.addToolBar(MainToolBar(self.actions_by_id, self.find_bar, self._theme, self))
        self.status = StatusLine(self._workbench, self._theme, self)
        self.setStatusBar(self.status)
        self._pages.addWidget(self.empty_page)
        self._pages.addWidget(self.area)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.panels.reports_dock)

    def _fill_menus(self) -> None:
        menus = self.actions_by_id.fill(self.menuBar())
        recent = RecentMenu(self._workbench, self)
        menus[Menu.FILE].insertMenu(self.actions_by_id["file.sample"], recent)
        shown = QMenu(self.tr("面板"), self)
        for dock in (self.panels.reports_dock, *self.panels.docks.values()):
            shown.addAction(dock.toggleViewAction())
        menus[Menu.VIEW].insertMenu(self.actions_by_id["view.reset_layout"], shown)

    def _connect(self) -> None:
        bench = self._workbench
        bench.failed.connect(self._tell_failure)
        bench.carriable.connect(self._offer_earlier)
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
        # The panels heard of it before: they are filled when they are shown.
        bench.current_changed.connect(self._follow)
        bench.closed.connect(self._follow)
        bench.guard_map_changed.connect(self.actions_by_id["view.guard_map"].setChecked)
        self.panels.source.pages_shown.connect(self._make_room_for_pages)
        self.panels.source.pages_shown.connect(self._make_room_for_pages)
        self.find_bar.found.connect(self.panels.source.highlight)
        self.find_bar.left.connect(self.panels.tables.setFocus)

    # -- what the workbench says ----------------------------------------------------------

    def _follow(self) -> None:
        """The panels while something is open, else the ways to begin."""
        something = bool(self._workbench.reviews)
        began = self._pages.currentWidget() is self.empty_page
        if not something:
            self.empty_page.refresh()
        self._pages.setCurrentWidget(self.area if something else self.empty_page)
        self._layout.show_panels(something)
        self._make_room_for_pages()
        if something and began:
            self.go_to_findings()
        self._name()
        self._refresh()

    def _tell_failure(self, error: ReviewerError) -> None:
        """What went wrong; with a text it may be a matter of its encoding."""
        offers: tuple[Offer, ...] = ()
        if error.text_file is not None:
            choose = partial(self.status.offer_encodings, error.text_file)
            offers = (Offer(self.tr("换编码重新读取…"), choose),)
        self.messages.say_error(error, *offers)

    def _make_room_for_pages(self) -> None:
        """Once, for the first pages ever shown; after that the user's widths stand."""
        seen = self.panels.source.shows_pages and self.area.isVisible()
        if seen and not self._settings.value.pages_met:
            self._settings.update(pages_met=True)
            self.area.widen_source()

    def _name(self) -> None:
        review = self._workbench.current
        name = self.tr("年报审核")
        if review is not None:
            report = review.report
            name = f"{report.body or report.title} {report.year or ''} — {name}"
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
        self.actions_by_id[identity].setText(f"{verb}：{what}" if what else verb)


def _has_focus(panel: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (panel is focus or panel.isAncestorOf(focus))


def _open_outside(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
