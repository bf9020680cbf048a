"""The one dialog that an unforeseen error opens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.window.crash.guard import Crash, mark_seen
from reviewer.window.look.fonts import ui_font
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.slim_scroll_bar import slim


class CrashDialog(QDialog):
    """Says that something went wrong and that nothing is lost; gives the details to copy.

    Further errors are added to the one that is open, so that there is never a second dialog.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("意外错误"))
        self.setModal(False)
        self.resize(680, 420)
        self._crashes: list[Crash] = []
        self._heading = QLabel(self.tr("程序出现了意外错误"), self)
        self._heading.setFont(ui_font(1.2, bold=True))
        self._advice = QLabel(
            self.tr(
                "您的审核已经保存，没有丢失，可以继续工作。"
                "如果同样的错误再次出现，请复制下面的详情，交给维护人员。"
            ),
            self,
        )
        self._advice.setWordWrap(True)
        self._details = QPlainTextEdit(self)
        self._details.setReadOnly(True)
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        slim(self._details, theme)
        self._copy = QPushButton(self.tr("复制详情"), self)
        self._copy.clicked.connect(self.copy_details)
        self._lay_out()

    def add(self, crash: Crash) -> None:
        """Show an error, beside those that are shown already."""
        self._crashes.append(crash)
        self._details.setPlainText("\n\n".join(one.text for one in self._crashes))
        self.show()
        self.raise_()

    def copy_details(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._details.toPlainText())
        self._copy.setText(self.tr("已复制"))

    def done(self, result: int) -> None:
        """Close; what was shown is not offered again at the next start."""
        for crash in self._crashes:
            if crash.path is not None:
                mark_seen(crash.path)
        self._crashes.clear()
        self._copy.setText(self.tr("复制详情"))
        super().done(result)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        carry_on = buttons.addButton(self.tr("继续工作"), QDialogButtonBox.ButtonRole.AcceptRole)
        carry_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._heading)
        layout.addWidget(self._advice)
        layout.addWidget(self._details, 1)
        layout.addWidget(buttons, alignment=Qt.AlignmentFlag.AlignRight)
