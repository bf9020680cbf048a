"""The built-in rules: ``resources/rules/*.toml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reviewer.base import RuleId
from reviewer.checks.declaration import Rule
from reviewer.checks.declaring import declared
from reviewer.checks.rule_set import RuleSet, listed
from reviewer.errors import RuleFileError
from reviewer.paths import resource


@cache
def built_in() -> RuleSet:
    """The built-in rules as they come.

    Raises:
        DeclarationError: A file is wrong; the message names file and entry.
    """
    return RuleSet(listed(rule) for rule in rules())


@cache
def rules() -> tuple[Rule, ...]:
    """All built-in rules in the order of their files.

    Raises:
        DeclarationError: A file is wrong; the message names file and entry.
    """
    return load_rules(resource("rules"))


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """The rules that the ``*.toml`` files of a folder declare.

    Raises:
        DeclarationError: A file is wrong; the message names file and entry.
    """
    loaded: dict[RuleId, Rule] = {}
    for path in sorted(folder.glob("*.toml")):
        for rule in declared(path.name, text_of(path)).rules:
            if rule.id in loaded:
                what = f"规则文件“{path.name}”的“{rule.id}”有误：编号重复。"
                raise RuleFileError(what, file=path.name, entry=rule.id)
            loaded[rule.id] = rule
    return tuple(loaded.values())


def text_of(path: Path) -> str:
    """What a rule file says.

    Raises:
        RuleFileError: It cannot be read, or is no text in UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        what = f"规则文件“{path.name}”无法读取：请另存为 UTF-8 编码的文本。"
        raise RuleFileError(what, file=path.name, detail=str(error)) from error
    except OSError as error:
        what = f"规则文件“{path.name}”无法读取，请检查它能否打开。"
        raise RuleFileError(what, file=path.name, detail=str(error)) from error
