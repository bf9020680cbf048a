"""What parts words is a mark of the interface's language, as the words are."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.gui.wordings import SOURCES, in_window


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.py")), ids=in_window)
def test_marks_between_words_are_those_of_the_language(path: Path) -> None:
    joined = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr == "join"
        and isinstance(node.value, ast.Constant)
        and re.search("[，、；：]", str(node.value.value))
    ]
    assert joined == []
