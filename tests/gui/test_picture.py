"""The picture shows the window with the reports asked for, and nothing of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reviewer.errors import ExportError, UnreadableError
from reviewer.paths import resource
from reviewer.window.picture import Wish, draw

SAMPLES = (resource("samples/石桥镇_2023.txt"), resource("samples/财政局_2021.txt"))


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """The window needs one."""


def _drawn(target: Path) -> QImage:
    image = QImage(str(target))
    assert not image.isNull()
    return image


def _share_of(image: QImage, lightness: range) -> float:
    points = [
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 16)
        for y in range(0, image.height(), 16)
    ]
    return sum(point in lightness for point in points) / len(points)


@pytest.mark.parametrize(("theme", "lightness"), [("light", range(200, 256)), ("dark", range(80))])
def test_window_is_drawn_in_its_theme(tmp_path: Path, theme: str, lightness: range) -> None:
    target = tmp_path / "window.png"
    draw(Wish(SAMPLES, target, theme=theme, size=(1440, 900), worked=True))
    image = _drawn(target)
    assert (image.width(), image.height()) == (1440, 900)
    assert _share_of(image, lightness) > 0.8


def test_the_selected_table_is_in_front(tmp_path: Path) -> None:
    targets = [tmp_path / f"{tab}.png" for tab in (1, 3)]
    for tab, target in zip((1, 3), targets, strict=True):
        draw(Wish(SAMPLES[:1], target, size=(1200, 800), tab=tab))
    assert _drawn(targets[0]) != _drawn(targets[1])


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        draw(Wish((tmp_path / "missing.txt",), tmp_path / "window.png"))


def test_a_target_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        draw(Wish(SAMPLES[:1], tmp_path / "no folder" / "window.png"))


def test_the_users_own_folder_is_left_alone(tmp_path: Path, home: Path) -> None:
    draw(Wish(SAMPLES[:1], tmp_path / "window.png", worked=True))
    assert list(home.iterdir()) == []
