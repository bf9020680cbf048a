"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer.paths import resource, user_data
from reviewer.version import version
from reviewer.window.look.fonts import ui_font
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.dialog_style import dress_dialog


class AboutDialog(QDialog):
    """Name, version, purpose, and where the user's data lie."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("关于"))
        picture = QLabel(self)
        icon = QIcon(str(resource("icons/reviewer.svg")))
        picture.setPixmap(icon.pixmap(QSize(64, 64), self.devicePixelRatio()))
        words = QVBoxLayout()
        words.setSpacing(8)
        for label in self._labels():
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(buttons)
        dress_dialog(self, theme)

    def _labels(self) -> list[QLabel]:
        name = QLabel(self.tr("年报审核"), self)
        name.setFont(ui_font(1.5, bold=True))
        purpose = QLabel(
            self.tr("对照规定格式和勾稽关系，审核政府信息公开工作年度报告。不联网，不改动原文件。"),
            self,
        )
        purpose.setWordWrap(True)
        purpose.setMinimumWidth(340)
        number = QLabel(self.tr("版本 {}").format(version()), self)
        data = QLabel(self.tr("审核记录保存在：{}").format(user_data()), self)
        data.setTextFormat(Qt.TextFormat.PlainText)
        data.setWordWrap(True)
        data.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return [name, purpose, number, data]
