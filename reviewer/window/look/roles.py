"""Which named colour stands for which role of Qt's palette."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QColor, QPalette

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "broken",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "window",
    QPalette.ColorRole.Midlight: "panel",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)
_FUSION_DARKENS = 140
"""How much darker Fusion draws frames than the window colour (QColor.darker)."""


class NamedColors(Protocol):
    """What gives a colour for a name."""

    def color(self, name: str) -> QColor:
        """A named colour."""


def application_palette(colors: NamedColors) -> QPalette:
    """The palette of the whole program."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, colors.color(name))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, colors.color("missing"))
    return palette


FIELDS = ("QLineEdit", "QAbstractSpinBox", "QPlainTextEdit", "QTextEdit", "QCheckBox", "QMenu")
"""Widgets whose frames Fusion draws in a darker shade of their window colour."""


def field_palette(colors: NamedColors) -> QPalette:
    """For ``FIELDS``: their frames can be seen on a dark ground too."""
    palette = application_palette(colors)
    frame = colors.color("border").lighter(_FUSION_DARKENS)
    palette.setColor(QPalette.ColorRole.Window, frame)
    return palette
