"""Line icons: SVG files whose ``currentColor`` is replaced by a colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewer.paths import resource

_SIZES = (16, 18, 24, 36, 48, 96)
_DISABLED_SIZES = (18, 36)
"""Sizes for buttons and menus; screens of twice the density need twice the size."""


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def drawn_icon(name: str, color: QColor, disabled: QColor) -> QIcon:
    """The icon ``resources/icons/<name>.svg``, drawn for all usual sizes.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    icon = QIcon()
    _add(icon, name, color, QIcon.Mode.Normal, _SIZES)
    _add(icon, name, disabled, QIcon.Mode.Disabled, _DISABLED_SIZES)
    return icon


def _add(icon: QIcon, name: str, ink: QColor, mode: QIcon.Mode, sizes: tuple[int, ...]) -> None:
    svg = _source(name).replace("currentColor", ink.name())
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    for size in sizes:
        icon.addPixmap(_pixmap(renderer, size), mode)


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
