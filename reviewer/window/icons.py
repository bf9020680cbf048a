"""Line icons: SVG files whose ``currentColor`` is replaced by a colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewer.paths import resource

_SIZES = (16, 20, 24, 32, 40, 48, 64, 128)


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def drawn_icon(name: str, color: QColor, disabled: QColor) -> QIcon:
    """The icon ``resources/icons/<name>.svg``, drawn for all usual sizes.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    icon = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled)):
        svg = _source(name).replace("currentColor", ink.name())
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        for size in _SIZES:
            icon.addPixmap(_pixmap(renderer, size), mode)
    return icon


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
