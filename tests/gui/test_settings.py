from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError
from pytestqt.qtbot import QtBot

from reviewer.paths import user_config
from reviewer.window.app import build
from reviewer.window.settings import Settings, SettingsStore, load
from tests.gui.programs import Program


def test_a_change_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsStore(path).update(author="王审核", font_size=12.5)
    again = SettingsStore(path).value
    assert (again.author, again.font_size) == ("王审核", 12.5)


def test_a_change_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    with qtbot.waitSignal(store.changed) as told:
        store.update(theme="dark")
    assert told.args == [store.value]
    with qtbot.assertNotEmitted(store.changed):
        store.update(theme="dark")


def test_a_value_out_of_range_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    with pytest.raises(ValidationError):
        store.update(font_size=200)
    assert store.value.font_size == Settings().font_size


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe\x00", b""])
def test_a_broken_file_gives_defaults_and_is_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    loaded, trouble = load(path)
    assert loaded == Settings()
    assert (tmp_path / "settings.json.broken").read_bytes() == content
    assert trouble is not None
    assert str(tmp_path / "settings.json.broken") in trouble.hint


def test_a_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"author": "李", "theme": "pink", "font_size": 11}), "utf-8")
    loaded, trouble = load(path)
    assert trouble is not None
    assert "1 项" in trouble.message
    assert (loaded.author, loaded.theme, loaded.font_size) == ("李", "system", 11)


def test_settings_of_a_newer_version_are_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"author": "李", "telepathy": True}), "utf-8")
    loaded, trouble = load(path)
    assert loaded.author == "李"
    assert trouble is None
    assert not (tmp_path / "settings.json.broken").exists()


def test_a_file_that_cannot_be_written_is_no_disaster(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "gone" / "settings.json")
    store.update(author="赵")
    assert store.value.author == "赵"


def test_what_cannot_take_its_place_is_not_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    SettingsStore(path).update(author="赵")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("told", "author"), [("长" * 50, "长" * 40), (ImportError("no module named pwd"), "")]
)
def test_a_name_that_cannot_be_used_does_not_stand_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str | Exception, author: str
) -> None:
    def user() -> str:
        if isinstance(told, Exception):
            raise told
        return told

    monkeypatch.setattr("getpass.getuser", user)
    store = SettingsStore(tmp_path / "settings.json")
    assert store.value.author == author
    store.update(theme="dark")
    assert SettingsStore(tmp_path / "settings.json").value.theme == "dark"


def test_the_window_says_that_settings_were_lost(program: Program) -> None:
    program.end()
    (user_config() / "settings.json").write_text("{", "utf-8")
    window, _ = build()
    program.qtbot.addWidget(window)
    message = window.messages.message
    assert message is not None
    assert "已恢复默认" in message.text
    window.close()
