"""What readers tell of files is told in the interface's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.document.pdf.wholeness import DAMAGED
from reviewer.document.pictures.recogniser import HOW_TO_GET_IT
from reviewer.paths import resource
from reviewer.window.language import Glossary, load_words
from tests.gui.wordings import CHINESE, DOUBTED, said_in

WORDS = load_words(resource("i18n/en.toml"))
KNOWN = {source for section in WORDS.values() for source in section}
READERS = [path for path in DOUBTED if "document" in path.parts]


@pytest.mark.parametrize("path", READERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_sentences_of_readers_are_translated(path: Path) -> None:
    assert {said for said in said_in(path) if said.endswith("。")} - KNOWN == set()


@pytest.mark.parametrize(
    "said",
    [
        "文件已损坏，无法读取其中的文字。以下是用 LibreOffice 转换后读取的内容，请与原件核对。",
        f"第3、4页是扫描图片，其中的文字没有读取。{HOW_TO_GET_IT}",
        f"{DAMAGED}。",
    ],
)
def test_warnings_with_values_are_told_in_english(said: str) -> None:
    told = Glossary(WORDS).translate("Told", said)
    assert told
    assert not CHINESE.search(told)
