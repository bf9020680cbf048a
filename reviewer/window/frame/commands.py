"""The commands that concern the window; those on reviews are methods of ``Workbench``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reviewer.errors import ReviewerError
from reviewer.paths import user_data
from reviewer.review.model import Verdict
from reviewer.window.commands.figure import FigureCommand
from reviewer.window.desk.openings import PASTED
from reviewer.window.desk.samples import sample_paths
from reviewer.window.desk.workbench import Workbench
from reviewer.window.dialogs.dialogs import Dialogs
from reviewer.window.look.fonts import DEFAULT_SIZE
from reviewer.window.look.theme import Theme
from reviewer.window.selection import Chooser
from reviewer.window.settings import Settings, SettingsStore, bounds_of
from reviewer.window.widgets.dropping import markup_of

if TYPE_CHECKING:
    from reviewer.window.frame.main_window import MainWindow


class Commands(QObject):
    """What menus, keys and buttons call."""

    def __init__(
        self, workbench: Workbench, theme: Theme, settings: SettingsStore, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._theme = theme
        self._settings = settings
        self._window = window
        self._dialogs = Dialogs(settings, workbench, theme, window)
        self._dialogs.paths_chosen.connect(workbench.open_paths)
        self._dialogs.target_chosen.connect(workbench.export_workbook)

    # -- file -----------------------------------------------------------------------------

    def open_files(self) -> None:
        """Choose reports to open."""
        self._dialogs.choose_files()

    def open_folder(self) -> None:
        """Choose a folder whose reports are opened."""
        self._dialogs.choose_folder()

    def paste_report(self) -> None:
        """Open what is on the clipboard as a report."""
        clipboard = QGuiApplication.clipboard()
        text, markup = clipboard.text(), markup_of(clipboard.mimeData())
        if text.strip() or markup:
            self._workbench.open_text(text, markup)
        else:
            message = self.tr("剪贴板里没有文字。")
            hint = self.tr("请先在网页或文档里复制整份报告，再粘贴。")
            self._workbench.tell(ReviewerError(message, hint), PASTED)

    def open_sample(self) -> None:
        """Open the reports that were written for the program."""
        self._workbench.open_paths(sample_paths())

    def choose_encoding(self) -> None:
        """Offer the encodings in which the report shown can be read again."""
        self._window.status.offer_encodings()

    def export(self) -> None:
        """Choose where to write the workbook."""
        self._window.commit_editor()
        review = self._workbench.current
        if review is not None:
            self._dialogs.choose_target(review)

    def erase_current(self) -> None:
        """Ask whether what is kept of the report that is shown is to be deleted."""
        self._window.commit_editor()
        if self._workbench.current is not None:
            self._workbench.archive.ask_to_erase(self._workbench.current.sha256)

    def quit(self) -> None:
        """End the program."""
        self._window.close()

    # -- edit -----------------------------------------------------------------------------

    def find(self) -> None:
        """Go to the search box."""
        self._window.find_bar.start()

    def find_next(self) -> None:
        """Go to the next hit."""
        self._window.find_bar.step(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self._window.find_bar.step(-1)

    # -- view -----------------------------------------------------------------------------

    def show_tab(self, index: int) -> None:
        """Show a table or the sections."""
        if not self._window.workspace.show_tab(index):
            self._workbench.say(self.tr("这份报告没有这张表。"))

    def focus_next_panel(self) -> None:
        """Go to the panel after the one that has the focus."""
        self._window.step_panel(1)

    def focus_previous_panel(self) -> None:
        """Go to the panel before."""
        self._window.step_panel(-1)

    def show_report(self, by: int) -> None:
        """Show the report ``by`` places on in the list, round its end."""
        reviews = self._workbench.reviews
        if self._workbench.current is not None:
            place = reviews.index(self._workbench.current) + by
            self._workbench.show(reviews[place % len(reviews)])

    def toggle_guard_map(self) -> None:
        """Show how many rules watch each cell, or the marks again."""
        self._workbench.set_guard_map(not self._workbench.guard_map)

    def toggle_pages(self) -> None:
        """Show the source as pages, or as text."""
        self._window.panels.source.toggle()

    def zoom(self, by: int) -> None:
        """Larger or smaller letters everywhere, or in the source if one reads there; 0 resets."""
        if self._window.zoom_source(by):
            return
        size = self._settings.value.font_size + by if by else DEFAULT_SIZE
        least, greatest = bounds_of(Settings.model_fields["font_size"])
        self._settings.update(font_size=min(max(size, least), greatest))

    def toggle_theme(self) -> None:
        """Light for dark, dark for light."""
        self._settings.update(theme="light" if self._theme.dark else "dark")

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it again."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def reset_layout(self) -> None:
        """Put all panels back where they stand at first."""
        self._window.workspace.reset_layout()

    # -- review ---------------------------------------------------------------------------

    def step_finding(self, by: int) -> None:
        """Go to the next finding, or the one before, and to the list that judges it."""
        self._window.commit_editor()
        if by > 0:
            self._workbench.next_finding()
        else:
            self._workbench.previous_finding()
        self._window.workspace.go_to_findings()

    def decide_selected(self, verdict: Verdict | None = None) -> None:
        """Give the selected finding a verdict, or take it back."""
        finding = self._workbench.selection.finding
        if finding is not None:
            self._workbench.decide(finding, verdict)

    def do_with_figure(self, command: FigureCommand) -> None:
        """Do something with the selected figure."""
        cell = self._workbench.selection.cell
        if cell is not None:
            self._workbench.do_with(cell, command, Chooser.KEYS)

    def take_as_reading(self) -> None:
        """Take the likeliest repair as what the source says."""
        self._workbench.take_suspect(as_transcription=True)

    def write_note(self) -> None:
        """Begin a note on what is selected."""
        self._window.workspace.show_notes()
        self._workbench.want_note()

    # -- tools and help -------------------------------------------------------------------

    def show_palette(self) -> None:
        """Find a command by its name."""
        self._window.command_palette.start()

    def open_data_folder(self) -> None:
        """Show where reviews are kept."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(user_data())))

    def show_sameness(self) -> None:
        """Show the sections that repeat those of the other open reports, side by side."""
        self._dialogs.show_sameness()

    def show_preferences(self) -> None:
        """Show the settings."""
        self._dialogs.show_preferences()

    def show_keys(self) -> None:
        """Show all keys."""
        self._dialogs.show_keys()

    def show_about(self) -> None:
        """Show which program this is."""
        self._dialogs.show_about()
