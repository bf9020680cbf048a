"""What the program's modules say in Chinese, found by looking at their code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import reviewer.window

SOURCES = Path(reviewer.window.__file__).parent
CHINESE = re.compile("[\u4e00-\u9fff]")
DOUBTED = [
    path
    for layer in ("document", "forms")
    for path in sorted((SOURCES.parent / layer).rglob("*.py"))
]
"""Modules that say why a reading is in doubt."""
DOUBT = re.compile("核对|推定|请对照|再打开")
"""What a doubt asks for; a warning says so too, and ends in a full stop."""


def in_window(path: Path) -> str:
    """A module's place in the window."""
    return path.relative_to(SOURCES).as_posix()


def chinese_in(path: Path) -> Iterator[str]:
    """Chinese literals outside docstrings and errors; single characters measure fonts."""
    tree = ast.parse(path.read_text("utf-8"))
    passed_over = {id(node) for part in _no_words(tree) for node in ast.walk(part)}
    for node in ast.walk(tree):
        if id(node) in passed_over or not isinstance(node, ast.Constant):
            continue
        if isinstance(node.value, str) and CHINESE.search(node.value) and len(node.value) > 1:
            yield node.value


def _no_words(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        docstring = _is_docstring(node)
        error = isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Error")
        if docstring or error:
            yield node


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def translated(path: Path) -> Iterator[str]:
    """What is given to ``tr`` itself."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            first = node.args[0] if node.args else None
            if node.func.attr == "tr" and isinstance(first, ast.Constant):
                yield str(first.value)


def doubts_in(path: Path) -> Iterator[str]:
    """What a module says of doubtful readings; ``{}`` for values."""
    tree = ast.parse(path.read_text("utf-8"))
    passed_over = {id(node) for part in _no_words(tree) for node in ast.walk(part)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed_over |= {id(part) for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if id(node) not in passed_over and isinstance(node, ast.Constant | ast.JoinedStr):
            said = _template(node)
            if DOUBT.search(said) and not said.endswith("。"):
                yield said


def said_in(path: Path) -> Iterator[str]:
    """All that a module says outside docstrings; ``{}`` for values."""
    tree = ast.parse(path.read_text("utf-8"))
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) or _is_docstring(node)
        for part in ast.walk(node)
        if part is not node
    }
    for node in ast.walk(tree):
        if id(node) not in inside and isinstance(node, ast.Constant | ast.JoinedStr):
            said = re.sub(r"{\w+}", "{}", _template(node))
            if CHINESE.search(said):
                yield said


def errors_in(path: Path) -> Iterator[str]:
    """What errors of a module say, first what happened, then what to do; ``{}`` for values."""
    tree = ast.parse(path.read_text("utf-8"))
    named = {
        ast.unparse(target): node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Error"):
            for given in node.args[:2]:
                template = _template(named.get(ast.unparse(given), given))
                if CHINESE.search(template):
                    yield template


def _template(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_template(part) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return "{}"
    return str(node.value) if isinstance(node, ast.Constant) else ""
