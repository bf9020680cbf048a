from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reviewer.errors import DeclarationError
from reviewer.paths import resource
from reviewer.window.commands.actions import ACTIONS
from reviewer.window.look import theme as themes
from reviewer.window.look.theme import Theme, load_colors
from reviewer.window.widgets.menu_style import ruled
from tests.gui.desks import Desk
from tests.gui.wordings import SOURCES

ROWS = ("window", "panel", "head", "hover", "selection", "related_fill")
"""What lists, tables and panels are drawn on."""

CELLS = ("broken_fill", "doubtful_fill", "transcribed_fill", "noted_fill", "missing_fill")
INKS = ("text", "muted", "accent", "error", "warning", "hint", "transcribed", "confirmed")

TEXT_PAIRS = [
    *((ink, ground) for ink in INKS for ground in ROWS),
    *((ink, ground) for ink in ("text", "muted", "proposed") for ground in CELLS),
    *(("muted", f"guard_{rules}") for rules in range(4)),
    ("accent_text", "accent"),
    ("broken", "broken_fill"),
    ("doubtful", "doubtful_fill"),
    ("transcribed", "transcribed_fill"),
    ("proposed", "proposed_fill"),
    ("noted", "noted_fill"),
]


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two ``#rrggbb`` colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_both_themes_name_the_same_colours() -> None:
    assert load_colors("light").colors.keys() == load_colors("dark").colors.keys()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(name: str, ink: str, ground: str) -> None:
    colors = load_colors(name).colors
    assert contrast(colors[ink], colors[ground]) >= 4.5


def test_a_change_repaints_the_application_and_is_told(qtbot: QtBot) -> None:
    theme = Theme("light")
    with qtbot.waitSignal(theme.changed):
        theme.use("dark")
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    assert ground == theme.color("window")
    assert theme.dark
    theme.use("light")
    assert not theme.dark


def test_an_unknown_colour_is_an_error(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        Theme("light").color("mauve")


def test_a_wrong_theme_file_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("themes") / "odd.toml"
    path.write_text('name = "odd"\ndark = false\n[colors]\ntext = "black"\n', "utf-8")
    monkeypatch.setattr(themes, "resource", lambda _: path)
    with pytest.raises(DeclarationError, match=r"odd\.toml"):
        load_colors.__wrapped__("odd")


def test_icons_are_drawn_in_the_colour_asked_for(qtbot: QtBot) -> None:
    theme = Theme("light")
    image = theme.icon("confirm", "broken").pixmap(48, 48).toImage()
    colors = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colors == {theme.color("broken").name()}


def test_every_icon_of_a_command_exists() -> None:
    wanted = {action.icon for action in ACTIONS if action.icon}
    assert wanted <= {path.stem for path in resource("icons").glob("*.svg")}


def test_every_icon_is_named_in_the_program() -> None:
    code = "".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    named = set(re.findall(r'"(?:icons/)?(\w+)(?:\.svg)?"', code))
    assert {path.stem for path in resource("icons").glob("*.svg")} <= named


@pytest.mark.parametrize("name", ["light", "dark"])
def test_groups_of_a_menu_are_told_apart(desk: Desk, name: str) -> None:
    desk.theme.use(name)
    menu = ruled(QMenu(desk.host), desk.theme)
    menu.addAction("撤销")
    line = menu.addSeparator()
    menu.addAction("重做")
    menu.popup(desk.host.mapToGlobal(QPoint(0, 0)))
    picture = menu.grab().toImage()
    area = menu.actionGeometry(line)
    drawn = {
        picture.pixelColor(area.center().x(), y).name() for y in range(area.top(), area.bottom())
    }
    menu.close()
    assert desk.theme.color("border").name() in drawn
