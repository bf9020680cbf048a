"""The preferences dialog, made from the fields of ``Settings``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reviewer.paths import user_data
from reviewer.window.panel_heading import mute
from reviewer.window.setting_editors import Editor, FlagEditor, editor_for, spoken
from reviewer.window.settings import Settings, SettingsStore


class PreferencesDialog(QDialog):
    """Shows every setting that has a title; what is chosen is in force at once."""

    def __init__(self, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferencesDialog")
        self.setWindowTitle(self.tr("首选项"))
        self.setMinimumWidth(520)
        self._settings = settings
        self._editors: dict[str, Editor] = {}
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(20)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setVerticalSpacing(14)
        self._add_fields()
        self._add_saving()
        self._add_buttons()
        self._show_values(settings.value)
        settings.changed.connect(self._show_values)

    def _add_fields(self) -> None:
        for name, field in Settings.model_fields.items():
            if field.title is None:
                continue
            editor = editor_for(name, field, self)
            editor.setObjectName(name)
            editor.setAccessibleName(spoken(field.title))
            editor.chosen.connect(self._choose)
            self._editors[name] = editor
            label = "" if isinstance(editor, FlagEditor) else spoken(field.title)
            self._add_row(label, editor, spoken(field.description or ""))

    def _add_saving(self) -> None:
        saving = QLabel(self.tr("每一步操作都立即保存，不需要手动存盘。"), self)
        where = self.tr("审核记录保存在：{}").format(user_data())
        self._add_row(self.tr("保存"), saving, where)

    def _add_row(self, title: str, widget: QWidget, words: str) -> None:
        remark = QLabel(words, self)
        remark.setWordWrap(True)
        mute(remark)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        column.addWidget(remark)
        label = QLabel(title, self)
        label.setBuddy(widget)
        label.setFixedHeight(widget.sizeHint().height())
        self._form.addRow(label, column)

    def _add_buttons(self) -> None:
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        reset = buttons.addButton(QDialogButtonBox.StandardButton.RestoreDefaults)
        reset.setObjectName("restore")
        reset.clicked.connect(self._restore)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(self._form)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _choose(self, name: str, value: Any) -> None:
        self._settings.update(**{name: value})

    def _restore(self) -> None:
        defaults = Settings()
        self._settings.update(**{name: getattr(defaults, name) for name in self._editors})

    def _show_values(self, settings: Settings) -> None:
        for name, editor in self._editors.items():
            editor.show_value(getattr(settings, name))
