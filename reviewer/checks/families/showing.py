"""How findings show what stands in a text: in its line, counted, the first few of many."""

from __future__ import annotations

from collections.abc import Sequence, Sized

from reviewer.checks.check import Hit
from reviewer.checks.families.prose import around, place_label
from reviewer.document.model import Document, Span


def hit_around(document: Document, span: Span, **fields: str) -> Hit:
    """A hit that is shown, and told from others, by the words around it."""
    shown = around(document, span)
    return Hit(
        place=place_label(document, span.start),
        fields={"around": shown, **fields},
        spans=(span,),
        found=document.at(span),
        marks=(shown,),
    )


def hit_of_all(
    document: Document, spans: Sequence[Span], found: str, right: str, /, **fields: str
) -> Hit:
    """One hit for all places where the same stands, with how many these are."""
    return Hit(
        place=place_label(document, spans[0].start),
        fields={"times": times(spans), **fields},
        spans=tuple(spans),
        expected=right,
        found=found,
        marks=(found,),
    )


def as_printed(document: Document, span: Span) -> str:
    """The words of a stretch in the report's own characters, in one line."""
    return "".join(document.at(span).split())


def times(places: Sized) -> str:
    """How often something was found, if more than once: ``（共3处）``."""
    return f"（共{len(places)}处）" if len(places) > 1 else ""


def first_of(names: Sequence[str], most: int) -> str:
    """The first names of a list, and 等 if there are more."""
    return "、".join(names[:most]) + ("等" if len(names) > most else "")
