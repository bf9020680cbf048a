"""What the file says of readings: where they stand, and whether their text may be relied on."""

from __future__ import annotations

from reviewer.document.model import Document, Span
from reviewer.forms.report import Reading


def placed(readings: tuple[Reading, ...], document: Document) -> tuple[Reading, ...]:
    """Readings as the document prints them, with the richest place it knows, and its doubts."""
    readings = tuple(_as_printed(reading, document) for reading in readings)
    if not (document.places or document.doubts):
        return readings
    found = tuple(_placed(reading, document) for reading in readings)
    return _with_blanks(found) if document.doubts else found


def _with_blanks(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """With blank cells doubted, too, of rows all of whose figures the file makes doubtful."""
    figures: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.printed:
            figures.setdefault(_row(reading), []).append(reading)
    doubtful = {
        row: held[0].doubt or ""
        for row, held in figures.items()
        if len(held) > 1 and not any(one.sure for one in held)
    }
    return tuple(
        one.doubted(doubtful[_row(one)]) if one.sure and _row(one) in doubtful else one
        for one in readings
    )


def _row(reading: Reading) -> str:
    return reading.cell.rpartition(".")[0]


def _as_printed(reading: Reading, document: Document) -> Reading:
    """A reading with what stands in the text itself, which was made even to be read."""
    if reading.place is None or document.at(reading.place.span) == reading.printed:
        return reading
    return reading.model_copy(update={"printed": document.at(reading.place.span)})


def _placed(reading: Reading, document: Document) -> Reading:
    if reading.place is None:
        return reading
    span = reading.place.span
    reasons = [one.reason for one in document.doubts if _touches(one.span, span)]
    update: dict[str, object] = {"place": document.place_of(span)}
    if reasons:
        told = filter(None, [reading.doubt, *dict.fromkeys(reasons)])
        update |= {"sure": False, "doubt": "；".join(told)}
    return reading.model_copy(update=update)


def _touches(one: Span, other: Span) -> bool:
    """Whether two stretches share a character, or an empty one stands in or at the other."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 or (shared == 0 and not (one.length and other.length))
