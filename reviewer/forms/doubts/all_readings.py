"""What was read, and from what: all that doubts about readings are drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from reviewer.base import CellId
from reviewer.document.model import Document, PageBox, Table
from reviewer.forms.model import Form
from reviewer.forms.report import PrintedLabel, Reading

Doubts = Mapping[CellId, str]
"""Why cells are doubted, in Chinese."""


@dataclass(frozen=True)
class AllReadings:
    """All readings of a report.

    Attributes:
        form: The form that the report uses.
        readings: One for every cell of the form, in its order.
        document: What they were read from.
        text: Its text without tables that are not the report's own.
        labels: Labels that it prints otherwise than the form.
    """

    form: Form
    readings: tuple[Reading, ...]
    document: Document
    text: str
    labels: tuple[PrintedLabel, ...] = ()

    @cached_property
    def by_cell(self) -> dict[CellId, Reading]:
        """Readings by key."""
        return {one.cell: one for one in self.readings}

    @cached_property
    def is_on_pages(self) -> bool:
        """Whether places on pages tell which column a figure stands in."""
        return any(isinstance(one.place, PageBox) for one in self.readings)

    @cached_property
    def is_plain(self) -> bool:
        """Whether only the text's own marks tell cells apart: no tables stated, no places."""
        stated = any(isinstance(block, Table) for block in self.document.blocks)
        return not stated and not self.is_on_pages

    def with_readings(self, readings: tuple[Reading, ...]) -> AllReadings:
        """The same with other readings of the cells."""
        return self if readings is self.readings else replace(self, readings=readings)

    def doubted(self, doubts: Doubts) -> AllReadings:
        """The same with some cells doubted."""
        if not doubts:
            return self
        return self.with_readings(
            tuple(
                one.doubted(doubts[one.cell]) if one.cell in doubts else one
                for one in self.readings
            )
        )
