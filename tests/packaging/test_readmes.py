"""The two READMEs say the same, and what they say of keys and files is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer.document.opening import suffixes
from reviewer.window.commands.actions import ACTIONS

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("README.md", "README.zh-CN.md")
KEY_ROW = re.compile(r"^\| `([^`]+)` \| (.+) \|$", re.M)


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _keys(name: str) -> dict[str, str]:
    start = re.search(r"^## (快捷键|Keys)$", _text(name), re.M)
    assert start is not None
    section = _text(name)[start.end() :].split("\n## ")[0]
    return dict(KEY_ROW.findall(section))


def test_every_key_gives_the_command_that_is_named() -> None:
    titles = {key: action.title.rstrip("…") for action in ACTIONS for key in action.keys}
    listed = _keys("README.zh-CN.md")
    assert listed == {key: titles.get(key) for key in listed}
    assert len(listed) > 20


def test_both_list_the_same_keys() -> None:
    assert list(_keys("README.md")) == list(_keys("README.zh-CN.md"))


def test_both_have_the_same_sections_and_commands() -> None:
    def shape(name: str) -> tuple[int, list[str]]:
        text = _text(name)
        return text.count("\n## "), re.findall(
            r"packaging/dev\.py \w+|^reviewer [a-z]+", text, re.M
        )

    assert shape("README.md") == shape("README.zh-CN.md")


@pytest.mark.parametrize("name", NAMES)
def test_every_file_that_is_linked_is_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", _text(name))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_readable_format_is_named(name: str) -> None:
    assert [suffix for suffix in suffixes() if f"`{suffix}`" not in _text(name)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_and_the_two_commands_stand_on_the_first_screen(name: str) -> None:
    first = "\n".join(_text(name).splitlines()[:16])
    for wanted in ("dev.py run", "dev.py test", "resources/pictures/window-light.png"):
        assert wanted in first
