"""The program's fonts: a face that has Chinese, digits of equal width for figures."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
    "SimSun",
)
"""Faces that read well on a screen, best first."""

DEFAULT_SIZE = 10.0
"""Points."""

_MOST_HEIGHTS = 1000
_PROBE = "政"


@cache
def chinese_family() -> str | None:
    """The face to write Chinese in, or None if the system has none.

    A face that lacks Chinese shows boxes and nothing fails, so each is asked for a glyph.
    """
    installed = set(QFontDatabase.families())
    preferred = [family for family in FAMILIES if family in installed]
    others = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return next((family for family in (*preferred, *others) if _has_chinese(family)), None)


def _has_chinese(family: str) -> bool:
    font = QFont(family)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return QFontMetrics(font).inFont(_PROBE)


def use_size(points: float) -> None:
    """Set the application's font; all others are derived from it."""
    family = chinese_family()
    font = QFont(family) if family else QFont(QApplication.font())
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    QApplication.setFont(font)
    _derived.cache_clear()
    ui_metrics.cache_clear()
    for widget in QApplication.allWidgets():
        _take_font_under_sheet(widget)


def _take_font_under_sheet(widget: QWidget) -> None:
    """A widget with a style sheet keeps the font that it had when the sheet was set."""
    sheet = widget.styleSheet()
    if sheet:
        widget.setStyleSheet("")
        widget.setStyleSheet(sheet)


def ui_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The interface's font, ``scale`` times its usual size."""
    return QFont(_derived(scale, bold=bold))


@cache
def _derived(scale: float, *, bold: bool) -> QFont:
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(bold)
    return font


def figure_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """For figures in tables: all digits are equally wide."""
    font = ui_font(scale, bold=bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def text_font(scale: float = 1.0) -> QFont:
    """For the source text."""
    return figure_font(scale)


class Metrics(QFontMetrics):
    """Metrics that remember widths and heights: the same texts are measured again and again.

    Attributes:
        line: Height of a line in pixels, and how much of it is above the letters' feet.
    """

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self.line = self.height(), self.ascent()
        self._widths: dict[str, int] = {}
        self._heights: dict[tuple[str, int], int] = {}

    def width(self, text: str) -> int:
        """Pixels of a text on one line."""
        if text not in self._widths:
            self._widths[text] = self.horizontalAdvance(text)
        return self._widths[text]

    def wrapped(self, text: str, width: int) -> int:
        """Pixels from top to bottom of a text that is broken wherever a width ends."""
        if (text, width) not in self._heights:
            if len(self._heights) >= _MOST_HEIGHTS:  # a window that is drawn larger asks for many
                self._heights.clear()
            flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
            room = QRect(0, 0, max(width, 1), 10_000)
            self._heights[text, width] = self.boundingRect(room, int(flags), text).height()
        return self._heights[text, width]


@cache
def ui_metrics(scale: float = 1.0, *, bold: bool = False) -> Metrics:
    """Of the interface's font, for the few words that its own parts say."""
    return Metrics(ui_font(scale, bold=bold))
