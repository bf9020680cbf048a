"""The windows that ask for a file, and those that tell; none of them stops the program."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from reviewer.document.model import Span
from reviewer.document.opening import suffixes
from reviewer.forms.report import Report
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.dialogs.about_dialog import AboutDialog
from reviewer.window.look.theme import Theme
from reviewer.window.menus.keys_dialog import KeysDialog
from reviewer.window.selection import Chooser
from reviewer.window.settings import SettingsStore

_UNSAFE = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\t', "_"))


class Dialogs(QObject):
    """Opens dialogs over a window.

    Attributes:
        paths_chosen: Files and folders to open.
        target_chosen: A Review, and the file to write its workbook to.
    """

    paths_chosen = Signal(object)
    target_chosen = Signal(object, object)

    def __init__(
        self, settings: SettingsStore, workbench: Workbench, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._workbench = workbench
        self._theme = theme
        self._window = window

    def choose_files(self) -> None:
        """Ask which files to open."""
        patterns = " ".join(f"*{suffix}" for suffix in suffixes())
        dialog = self._opening(self.tr("打开报告"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([f"{self.tr('年度报告')} ({patterns})", f"{self.tr('所有文件')} (*)"])
        _present(dialog)

    def choose_folder(self) -> None:
        """Ask for a folder to open all reports of."""
        dialog = self._opening(self.tr("打开文件夹中的全部报告"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        _present(dialog)

    def choose_target(self, review: Review) -> None:
        """Ask where to write the workbook of a review."""
        dialog = self._file_dialog(self.tr("导出审核表"))
        dialog.setObjectName("targetDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{self.tr('Excel 工作簿')} (*.xlsx)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.setDirectory(self._settings.value.export_folder or _documents())
        dialog.selectFile(workbook_name(review.report))
        dialog.fileSelected.connect(partial(self._on_target, review))
        _present(dialog)

    def show_preferences(self) -> None:
        """Show the settings and the rules."""
        from reviewer.window.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._settings, self._workbench, self._theme, self._window)
        _present(dialog)

    def show_sameness(self) -> None:
        """Show the current report's sections beside those that they repeat."""
        from reviewer.window.sameness.dialog import SamenessDialog

        review = self._workbench.current
        if review is not None:
            others = [one.original for one in self._workbench.reviews if one is not review]
            dialog = SamenessDialog(review.original, len(others), self._theme, self._window)
            dialog.wanted.connect(self._show_passage)
            dialog.wanted.connect(dialog.accept)
            sameness = self._workbench.sameness
            sameness.compare_open(review.original, others, dialog.add, dialog.give_up)
            task, count = sameness.compare_seen(review.original, dialog.add, dialog.give_up)
            if task is not None:
                dialog.expect(count)
                dialog.finished.connect(task.cancel)
            _present(dialog)

    def show_keys(self) -> None:
        """Show all commands with their keys."""
        _present(KeysDialog(self._theme, self._window))

    def show_about(self) -> None:
        """Show what this program is."""
        _present(AboutDialog(self._theme, self._window))

    def _show_passage(self, report: Report, span: Span) -> None:
        """Go to a passage of a report; one that was opened before is opened again."""
        self._workbench.add(report)
        self._workbench.select_span(span, Chooser.DIALOG)

    def _opening(self, title: str) -> QFileDialog:
        dialog = self._file_dialog(title)
        dialog.setObjectName("openDialog")
        dialog.setDirectory(self._settings.value.open_folder or _documents())
        dialog.filesSelected.connect(self._on_paths)
        return dialog

    def _file_dialog(self, title: str) -> QFileDialog:
        """A dialog whose labels are all in the interface's language: Qt leaves two in English."""
        dialog = QFileDialog(self._window, title)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("位置："))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("文件类型："))
        return dialog

    def _on_paths(self, chosen: list[str]) -> None:
        paths = [Path(one) for one in chosen]
        self._settings.update(open_folder=str(paths[0].parent))
        self.paths_chosen.emit(paths)

    def _on_target(self, review: Review, chosen: str) -> None:
        target = Path(chosen)
        self._settings.update(export_folder=str(target.parent))
        self.target_chosen.emit(review, target)


def workbook_name(report: Report) -> str:
    """A file name that says whose report on which year was reviewed."""
    year = f"{report.year}年" if report.year else report.year_name
    return f"{report.body}{year}年报审核表.xlsx".translate(_UNSAFE)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _present(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
