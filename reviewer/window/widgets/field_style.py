"""Fields and buttons inside panels: a hair line, round corners, the accent where it matters."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from reviewer.window.look.theme import Theme


def dress_field(field: QWidget, theme: Theme) -> None:
    """Give a named field its looks; again after the theme changed."""
    name = field.objectName()
    line, accent, base, text = (
        theme.color(color).name() for color in ("border", "accent", "base", "text")
    )
    field.setStyleSheet(
        f"#{name} {{ border: 1px solid {line}; border-radius: 4px; padding: 1px 5px;"
        f" background: {base}; color: {text}; }}"
        f"#{name}:focus {{ border-color: {accent}; }}"
    )


def dress_button(button: QPushButton, theme: Theme, *, primary: bool = False) -> None:
    """Give a button its looks; again after the theme changed."""
    fill, text = ("accent", "accent_text") if primary else ("base", "text")
    names = (fill, text, "accent" if primary else "border", "accent", "hover", "missing", "panel")
    back, ink, line, accent, over, off, flat = (theme.color(name).name() for name in names)
    button.setStyleSheet(
        f"QPushButton {{ border: 1px solid {line}; border-radius: 4px; padding: 2px 10px;"
        f" background: {back}; color: {ink}; }}"
        f"QPushButton:hover {{ border-color: {accent}; background: {back if primary else over}; }}"
        f"QPushButton:focus {{ border-color: {accent}; }}"
        f"QPushButton:disabled {{ background: {flat}; color: {off}; border-color: {flat}; }}"
    )
