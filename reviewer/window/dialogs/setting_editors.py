"""A field of ``Settings`` as something to type or choose in."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from annotated_types import MaxLen
from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from reviewer.window.settings import bounds_of

CHOICES = {
    "system": "跟随系统",
    "light": "浅色",
    "dark": "深色",
    "zh": "中文",
    "en": "English",
    "down": "移到下一行",
    "right": "移到右边一格",
    "stay": "停在原处",
}
"""What the values of settings with fixed choices are called."""


def spoken(text: str) -> str:
    """A title or description of a setting in the interface's language."""
    return QCoreApplication.translate("Settings", text)


class ChoiceEditor(QComboBox):
    """One of several fixed values."""

    chosen = Signal(str, object)

    def __init__(self, name: str, field: FieldInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        for value in get_args(field.annotation):
            self.addItem(spoken(CHOICES[value]), value)
        self.activated.connect(self._tell)

    def show_value(self, value: Any) -> None:
        """Show the value in use."""
        self.setCurrentIndex(self.findData(value))

    def _tell(self) -> None:
        self.chosen.emit(self._name, self.currentData())


class FlagEditor(QCheckBox):
    """Yes or no."""

    chosen = Signal(str, object)

    def __init__(self, name: str, field: FieldInfo, parent: QWidget) -> None:
        super().__init__(spoken(field.title or name), parent)
        self._name = name
        self.clicked.connect(self._tell)

    def show_value(self, value: Any) -> None:
        """Show the value in use."""
        self.setChecked(bool(value))

    def _tell(self, checked: bool) -> None:
        self.chosen.emit(self._name, checked)


class NumberEditor(QDoubleSpinBox):
    """A number between two bounds."""

    chosen = Signal(str, object)

    def __init__(self, name: str, field: FieldInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setDecimals(1)
        self.setSingleStep(0.5)
        self.setKeyboardTracking(False)
        self.setRange(*bounds_of(field))
        self.valueChanged.connect(self._tell)

    def show_value(self, value: Any) -> None:
        """Show the value in use."""
        self.blockSignals(True)
        self.setValue(float(value))
        self.blockSignals(False)

    def _tell(self, value: float) -> None:
        self.chosen.emit(self._name, value)


class TextEditor(QLineEdit):
    """A line of text."""

    chosen = Signal(str, object)

    def __init__(self, name: str, field: FieldInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        for bound in field.metadata:
            if isinstance(bound, MaxLen):
                self.setMaxLength(bound.max_length)
        self.editingFinished.connect(self._tell)

    def show_value(self, value: Any) -> None:
        """Show the value in use."""
        self.setText(str(value))

    def _tell(self) -> None:
        self.chosen.emit(self._name, self.text().strip())


Editor = ChoiceEditor | FlagEditor | NumberEditor | TextEditor


def editor_for(name: str, field: FieldInfo, parent: QWidget) -> Editor:
    """The editor that fits a field's type."""
    if get_origin(field.annotation) is Literal:
        return ChoiceEditor(name, field, parent)
    kinds: dict[Any, type[FlagEditor | NumberEditor | TextEditor]] = {
        bool: FlagEditor,
        float: NumberEditor,
        str: TextEditor,
    }
    return kinds[field.annotation](name, field, parent)
