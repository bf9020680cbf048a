"""Loads and validates ``resources/forms/*.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from reviewer.errors import DeclarationError
from reviewer.forms.model import Form
from reviewer.paths import resource


@cache
def forms() -> dict[str, Form]:
    """All forms by id, oldest first.

    Raises:
        DeclarationError: A file is wrong; the message names file and entry.
    """
    return load_forms(resource("forms"))


def load_forms(folder: Path) -> dict[str, Form]:
    """The forms that the ``*.toml`` files of a folder declare, oldest first."""
    declared = {path: _parse(path) for path in sorted(folder.glob("*.toml"))}
    by_id: dict[str, dict[str, Any]] = {}
    for path, data in declared.items():
        form_id = str(data.get("id", ""))
        if form_id in by_id:
            raise DeclarationError(f"格式文件 {path.name} 的编号 {form_id} 重复。")
        by_id[form_id] = data
    loaded = [_build(path, data, by_id) for path, data in declared.items()]
    return {form.id: form for form in sorted(loaded, key=lambda form: form.first_year)}


def form(form_id: str) -> Form:
    """The form of that id."""
    return forms()[form_id]


def form_due(year: int) -> Form:
    """The form that a report on that year should use."""
    return next(
        (candidate for candidate in forms().values() if year <= (candidate.last_year or year)),
        list(forms().values())[-1],
    )


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DeclarationError(f"格式文件 {path.name} 无法解析。", detail=str(error)) from error


def _build(path: Path, data: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Form:
    try:
        built = Form.model_validate(_extended(data, by_id))
    except (ValidationError, KeyError, ValueError) as error:
        raise DeclarationError(f"格式文件 {path.name} 内容有误。", detail=str(error)) from error
    total = sum(1 for table in built.tables for _ in table.cells())
    if len(built.figures) != total:
        raise DeclarationError(f"格式文件 {path.name} 中有重复的单元格编号。")
    return built


def _extended(data: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A declaration merged into the one that it extends."""
    own = dict(data)
    parent_id = own.pop("extends", None)
    replaced = own.pop("rows_replaced", [])
    if parent_id is None:
        return own
    parent = _extended(by_id[parent_id], by_id)
    own_tables = {table["key"]: table for table in own.pop("tables", [])}
    tables = [own_tables.get(table["key"], table) for table in parent["tables"]]
    inherited = {"sections": parent["sections"], "tables": tables}
    return inherited | own | {"tables": [_with_rows(table, replaced) for table in tables]}


def _with_rows(table: dict[str, Any], replaced: list[dict[str, Any]]) -> dict[str, Any]:
    """A table with single rows exchanged for the rows that ``rows_replaced`` gives."""
    for change in replaced:
        if change["table"] == table["key"]:
            blocks = [
                block | {"rows": _exchanged(block["rows"], change)} for block in table["blocks"]
            ]
            table = table | {"blocks": blocks}
    return table


def _exchanged(rows: list[dict[str, Any]], change: dict[str, Any]) -> list[dict[str, Any]]:
    place = [row["key"] for row in rows].index(change["row"])
    return [*rows[:place], *change["rows"], *rows[place + 1 :]]
