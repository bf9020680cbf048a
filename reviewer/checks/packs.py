"""The office's own rules beside the built-in ones.

Each ``*.toml`` file of the user's folder is a pack: rules of its own, and entries that give a
built-in rule another severity or switch it off. A file with anything wrong in it is left out as
a whole and told; the program goes on with the others. What is chosen in the list of rules is
kept in a file of the same kind, which is read last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from reviewer.base import RuleId
from reviewer.checks.declaring import Adjustment, adjustments, declared, line_of_rule
from reviewer.checks.examples import trials
from reviewer.checks.rule_set import BUILT_IN, Listed, RuleSet, listed
from reviewer.checks.rules import built_in, text_of
from reviewer.errors import RuleFileError
from reviewer.paths import found, user_rules

ADJUSTMENTS = "adjustments.toml"
"""The file of what is chosen in the list of rules."""

LARGEST = 1_000_000
"""Bytes of a file of rules; the built-in ones together are a tenth of it."""

_LEFT_OUT = "这个文件没有载入，其余规则照常使用；请改正后保存。"
_HEAD = "# 在“首选项 › 全部规则”中选定的级别与开关，由程序写出。\n"


def office_rules(folder: Path | None = None) -> RuleSet:
    """The built-in rules and those of a folder; the user's own folder if none is given.

    Raises:
        DeclarationError: A built-in file is wrong. The user's are left out then, and named in
            ``faults``.
    """
    return assembled(*texts_in(folder if folder is not None else user_rules()))


def texts_in(folder: Path) -> tuple[dict[str, str], tuple[RuleFileError, ...]]:
    """What the rule files of a folder say, by name, and what cannot be read of them."""
    texts: dict[str, str] = {}
    faults = []
    for path in _files(folder):
        if _size(path) > LARGEST:
            faults.append(RuleFileError(f"规则文件“{path.name}”过大，没有载入。", file=path.name))
            continue
        try:
            texts[path.name] = text_of(path)
        except RuleFileError as error:
            faults.append(error)
    return texts, tuple(faults)


def assembled(texts: Mapping[str, str], faults: Iterable[RuleFileError] = ()) -> RuleSet:
    """The built-in rules with those that some files declare; the adjustments come last.

    Args:
        texts: The files' contents by name.
        faults: Of files that could not even be read.
    """
    left_out = list(faults)
    if not texts and not left_out:
        return built_in()
    known = dict(built_in().by_id)
    for name in sorted(texts, key=lambda name: (name == ADJUSTMENTS, name)):
        try:
            added, changes = read_pack(name, texts[name], known)
        except RuleFileError as error:
            left_out.append(error)
            continue
        known |= {one.rule.id: one for one in added}
        for change in changes:
            if change.id in known:  # not there: its file was left out, or it is of another version
                known[change.id] = _changed(known[change.id], change, name)
    for fault in left_out:
        fault.hint = _LEFT_OUT
    return RuleSet(known.values(), left_out)


def read_pack(
    name: str, text: str, known: Mapping[RuleId, Listed]
) -> tuple[tuple[Listed, ...], tuple[Adjustment, ...]]:
    """The rules and adjustments of a file, its examples tried.

    Args:
        name: The file's name.
        text: Its content.
        known: The rules of all files before it.

    Raises:
        RuleFileError: It is wrong; the message names file, line and entry.
    """
    if name == ADJUSTMENTS:
        return (), adjustments(name, text)
    content = declared(name, text, frozenset(known))
    using = RuleSet((*known.values(), *(listed(rule, name) for rule in content.rules)))
    for rule in content.rules:
        for trial in trials(rule, using):
            if trial.fault:
                line = line_of_rule(text, rule.id)
                at = f"第{line}行" if line else ""
                what = f"{trial.name}（{trial.form}格式）{trial.fault.rstrip('。')}"
                message = f"规则文件“{name}”{at}的“{rule.id}”有误：{what}。"
                raise RuleFileError(message, file=name, entry=rule.id, line=line)
    return tuple(listed(rule, name) for rule in content.rules), content.adjustments


def written(chosen: Iterable[Adjustment]) -> str:
    """Adjustments as the text of a file."""
    parts = [_HEAD]
    for one in chosen:
        lines = ["\n[[rules]]", f'id = "{one.id}"']
        if one.severity is not None:
            lines.append(f'severity = "{one.severity.value}"')
        if one.enabled is not None:
            lines.append(f"enabled = {str(one.enabled).lower()}")
        parts.append("\n".join(lines) + "\n")
    return "".join(parts)


def origin_name(pack: str) -> str:
    """Where rules come from, in words."""
    return "内置" if pack == BUILT_IN else pack


def _files(folder: Path) -> list[Path]:
    if not found(folder.is_dir):
        return []
    try:
        return sorted(path for path in folder.glob("*.toml") if found(path.is_file))
    except OSError:
        return []


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # reading it says why
        return 0


def _changed(one: Listed, change: Adjustment, by: str) -> Listed:
    rule = one.rule.model_copy(
        update={
            "severity": one.rule.severity if change.severity is None else change.severity,
            "enabled": one.rule.enabled if change.enabled is None else change.enabled,
        }
    )
    return one.model_copy(update={"rule": rule, "changed_by": by})
