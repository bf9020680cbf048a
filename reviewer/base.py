"""Foundations shared by every layer: the frozen value type and the id types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NewType, Self, TypeVar, dataclass_transform

from pydantic import BaseModel, ConfigDict

CellId = NewType("CellId", str)
"""A figure's key, ``table.row.column`` (``requests.new.total``); never a grid position."""

RuleId = NewType("RuleId", str)
"""A rule's key in ``resources/rules`` (``requests.flow``)."""

FindingId = NewType("FindingId", str)
"""A finding's fingerprint: stable over re-checks while rule, cells and printed texts stay."""

Number = int | Decimal
"""A figure: whole, or exact to its decimals; floats do not occur."""


_T = TypeVar("_T")
_STRICT = ConfigDict(extra="forbid")

_UNASKED: set[str] = set()
"""Which fields of a value were given: nobody asks."""


class Frozen(BaseModel):
    """A value that is replaced, never changed, and refuses fields it does not know."""

    model_config = _STRICT | ConfigDict(frozen=True)

    def model_post_init(self, context: object, /) -> None:
        """Let go of the set of given fields, which takes more room than most values themselves."""
        object.__setattr__(self, "__pydantic_fields_set__", _UNASKED)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields replaced; what was derived from the old ones is not kept."""
        cls, given = type(self), update or {}
        held = (self.__deepcopy__() if deep else self).__dict__
        fields = {name: given[name] if name in given else held[name] for name in cls.model_fields}
        copied = cls.__new__(cls)
        for slot, content in (
            ("__dict__", fields),
            ("__pydantic_fields_set__", _UNASKED),
            ("__pydantic_extra__", None),
            ("__pydantic_private__", None),
        ):
            object.__setattr__(copied, slot, content)
        return copied


@dataclass_transform(frozen_default=True, kw_only_default=True)
def slotted(cls: type[_T]) -> type[_T]:
    """Make a frozen value of a class of which every report has hundreds or thousands.

    It has no dictionary: it takes a third of the room of a :class:`Frozen` and is made in a third
    of the time. What it may hold is checked where it comes from outside, as a part of a
    :class:`Frozen`; as that one it then refuses fields that it does not know.
    """
    made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    made.__pydantic_config__ = _STRICT  # type: ignore[attr-defined]
    return made


def cell_id(table: str, row: str, column: str) -> CellId:
    """Join the three parts of a figure's key."""
    return CellId(f"{table}.{row}.{column}")


def cell_parts(cell: CellId) -> tuple[str, str, str]:
    """Split a figure's key into table, row and column."""
    table, row, column = cell.split(".")
    return table, row, column
