"""Foundations shared by every layer: the frozen value type and the id types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NewType, Self

from pydantic import BaseModel, ConfigDict

CellId = NewType("CellId", str)
"""A figure's key, ``table.row.column`` (``requests.new.total``); never a grid position."""

RuleId = NewType("RuleId", str)
"""A rule's key in ``resources/rules`` (``requests.flow``)."""

FindingId = NewType("FindingId", str)
"""A finding's fingerprint: stable over re-checks while rule, cells and printed texts stay."""


_GIVEN: dict[frozenset[str], set[str]] = {}


class Frozen(BaseModel):
    """A value that is replaced, never changed, and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, context: object, /) -> None:
        """Share the set of given fields, which takes more room than most values themselves."""
        given = self.__pydantic_fields_set__
        shared = _GIVEN.setdefault(frozenset(given), given)
        object.__setattr__(self, "__pydantic_fields_set__", shared)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields replaced; what was derived from the old ones is not kept."""
        copied = super().model_copy(update=update, deep=deep)
        for derived in copied.__dict__.keys() - type(copied).model_fields.keys():
            del copied.__dict__[derived]
        return copied


def cell_id(table: str, row: str, column: str) -> CellId:
    """Join the three parts of a figure's key."""
    return CellId(f"{table}.{row}.{column}")


def cell_parts(cell: CellId) -> tuple[str, str, str]:
    """Split a figure's key into table, row and column."""
    table, row, column = cell.split(".")
    return table, row, column
