"""Named colours, light and dark, and the icons drawn in them."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from pydantic import ValidationError, field_validator
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from reviewer.base import Frozen
from reviewer.errors import DeclarationError
from reviewer.paths import resource
from reviewer.window.look.icons import drawn_icon
from reviewer.window.look.roles import FIELDS, application_palette, field_palette

NAMES = ("system", "light", "dark")
"""What :meth:`Theme.use` takes."""

_HEX = re.compile(r"#[0-9a-f]{6}")


class Colors(Frozen):
    """One file of ``resources/themes``."""

    name: str
    dark: bool
    colors: dict[str, str]

    @field_validator("colors")
    @classmethod
    def _are_hexadecimal(cls, colors: dict[str, str]) -> dict[str, str]:
        wrong = [name for name, value in colors.items() if not _HEX.fullmatch(value)]
        if wrong:
            raise ValueError(f"not a colour: {', '.join(wrong)}")
        return colors


@cache
def load_colors(name: str) -> Colors:
    """The colours of ``light`` or ``dark``.

    Raises:
        DeclarationError: The file is wrong.
    """
    path = resource(f"themes/{name}.toml")
    try:
        return Colors.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise DeclarationError(f"主题文件 {path.name} 内容有误。", detail=str(error)) from error


class Theme(QObject):
    """The colours in use; panels read them again on ``changed``.

    Attributes:
        changed: Emitted after the application's palette was set anew.
    """

    changed = Signal()

    def __init__(self, name: str = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._colors = load_colors(self._resolved())
        self._cache: dict[str, QColor] = {}
        self._brushes: dict[str, QBrush] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._paint_application()

    @property
    def name(self) -> str:
        """``system``, ``light`` or ``dark``, as chosen."""
        return self._name

    @property
    def dark(self) -> bool:
        """Whether the colours in use are the dark ones."""
        return self._colors.dark

    def use(self, name: str) -> None:
        """Choose ``light``, ``dark``, or ``system`` to follow the desktop."""
        if name not in NAMES:
            raise KeyError(name)
        self._name = name
        self._reload()

    def color(self, name: str) -> QColor:
        """A named colour of ``resources/themes``; KeyError if there is none."""
        if name not in self._cache:
            self._cache[name] = QColor(self._colors.colors[name])
        return self._cache[name]

    def brush(self, name: str) -> QBrush:
        """A shared brush of a named colour."""
        if name not in self._brushes:
            self._brushes[name] = QBrush(self.color(name))
        return self._brushes[name]

    def icon(self, name: str, color: str = "text") -> QIcon:
        """An icon of ``resources/icons`` drawn in a named colour."""
        key = (name, color)
        if key not in self._icons:
            self._icons[key] = drawn_icon(name, self.color(color), self.color("missing"))
        return self._icons[key]

    def _resolved(self) -> str:
        if self._name != "system":
            return self._name
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def _on_scheme_changed(self) -> None:
        if self._name == "system":
            self._reload()

    def _reload(self) -> None:
        self._colors = load_colors(self._resolved())
        self._cache.clear()
        self._brushes.clear()
        self._icons.clear()
        self._paint_application()
        self.changed.emit()

    def _paint_application(self) -> None:
        if isinstance(QApplication.instance(), QApplication):
            QApplication.setPalette(application_palette(self))
            for widget in FIELDS:
                # The stubs want bytes, the function takes text only.
                QApplication.setPalette(field_palette(self), widget)  # type: ignore[arg-type]
