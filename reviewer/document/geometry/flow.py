"""The pages' tables and lines in reading order, whole again over page breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, zip_longest

from reviewer.document.composing import Box, Item, Passage
from reviewer.document.geometry import paragraphs, stitching
from reviewer.document.geometry.content import (
    UNREADABLE_DOUBT,
    PageContent,
    is_over,
    one_by_one,
)
from reviewer.document.geometry.frames import Frame
from reviewer.document.geometry.glyphs import UNREADABLE
from reviewer.document.geometry.laid import Places, laid_out, places_of
from reviewer.document.geometry.lines import Line
from reviewer.document.geometry.parts import PageTable
from reviewer.document.repeated import columns_joined


@dataclass(frozen=True)
class _Printed:
    """A line of text on a page, with the sides of that page's text, and places for columns."""

    page: int
    frame: Frame
    line: Line
    left: float
    right: float
    doubt: str
    places: Places | None


def items_of(contents: Sequence[PageContent]) -> list[Item]:
    """Paragraphs and tables of all pages, then the footnotes."""
    pages = one_by_one(contents)
    body = chain.from_iterable(
        _things(page, page.lines, [replace(table, order=order) for table in page.tables])
        for order, page in enumerate(pages)
    )
    notes = chain.from_iterable(_things(page, page.notes, ()) for page in pages)
    things = [*body, *notes]
    items: list[Item] = []
    for run in _runs(_without_spilled(things)):
        if isinstance(run[0], PageTable):
            items.append(stitching.stitched([one for one in run if isinstance(one, PageTable)]))
        else:
            items.append(_passage([one for one in run if isinstance(one, _Printed)]))
    return list(columns_joined(items))


def _things(
    content: PageContent, lines: Sequence[Line], tables: Sequence[PageTable]
) -> Iterator[_Printed | PageTable]:
    """Lines and tables of a page, from the top."""
    left, right = paragraphs.margins(lines, content.frame.size.width) if lines else (0.0, 0.0)
    places = None if content.frame.parts else places_of(lines)
    placed: list[tuple[float, _Printed | PageTable]] = []
    reached = 0.0
    for line in lines:  # of columns the second one begins above the end of the first
        reached = max(reached, line.box[1])
        reasons = (reason for place, reason in content.doubtful if is_over(place, line.box))
        doubt = content.doubt or next(reasons, "")
        printed = _Printed(content.number, content.frame, line, left, right, doubt, places)
        placed.append((reached, printed))
    placed += [(table.top, table) for table in tables]
    placed.sort(key=lambda pair: pair[0])
    return (thing for _, thing in placed)


def _without_spilled(things: Sequence[_Printed | PageTable]) -> list[_Printed | PageTable]:
    """With lines that spill over from a page's last label given back to it.

    A label beside rows of the next page, too, is written on below the rows of its page.
    """
    kept: list[_Printed | PageTable] = []
    spilled: list[Line] = []
    for thing in things:
        table = kept[-1 - len(spilled)] if len(kept) > len(spilled) else None
        if isinstance(table, PageTable) and isinstance(thing, _Printed):
            if thing.page == table.page and _is_below_label(thing.line, table):
                spilled.append(thing.line)
                kept.append(thing)
                continue
        elif _go_on(table, thing) and spilled and isinstance(table, PageTable):
            kept[-1 - len(spilled) :] = [_with_rest(table, spilled)]
        spilled = []
        kept.append(thing)
    return kept


def _go_on(table: _Printed | PageTable | None, thing: _Printed | PageTable) -> bool:
    if not (isinstance(table, PageTable) and isinstance(thing, PageTable)):
        return False
    return stitching.goes_on(table, thing)


def _is_below_label(line: Line, table: PageTable) -> bool:
    """Whether a line of words stands below a table's first column, within its width."""
    left, _, right, _ = line.box
    within = table.xs[0] - 1 < left and right < table.xs[1] + 1
    return within and not any(one.isdigit() for one in line.text)


def _with_rest(table: PageTable, rest: Sequence[Line]) -> PageTable:
    """With lines put into the last cell of the first column."""
    last = len(table.ys) - 1
    cells = tuple(
        replace(cell, lines=(*cell.lines, *rest), text=cell.text + "".join(x.text for x in rest))
        if cell.area.column == 0 and cell.area.row_end == last and cell.text
        else cell
        for cell in table.cells
    )
    return replace(table, cells=cells)


def _runs(things: Sequence[_Printed | PageTable]) -> Iterator[list[_Printed | PageTable]]:
    """What belongs together: lines of a paragraph, parts of a table."""
    if not things:
        return
    run = [things[0]]
    for thing, following in pairwise(things):
        if not _belongs(thing, following):
            yield run
            run = []
        run.append(following)
    yield run


def _belongs(thing: _Printed | PageTable, following: _Printed | PageTable) -> bool:
    if isinstance(thing, PageTable) and isinstance(following, PageTable):
        return stitching.goes_on(thing, following)
    if isinstance(thing, _Printed) and isinstance(following, _Printed):
        return paragraphs.goes_on(thing.line, following.line, following.left, thing.right)
    return False


def _passage(lines: Sequence[_Printed]) -> Passage:
    pieces = [piece for one in lines for piece in _by_page(one)]
    printed = [(text, box) for text, box, _ in pieces]
    edges = tuple(edges for _, _, edges in pieces)
    unreadable = any(UNREADABLE in text for text, _ in printed)
    doubt = next((one.doubt for one in lines if one.doubt), "") or (
        UNREADABLE_DOUBT if unreadable else ""
    )
    return Passage(tuple(printed), doubt, edges)


def _by_page(one: _Printed) -> Iterator[tuple[str, Box, tuple[float, ...]]]:
    """What a line says, where that is, and its characters' edges; of a wide sheet page by page."""
    frame = one.frame
    if one.places is not None and one.line.is_spaced:
        text, edges = laid_out(one.line, one.places)
        page, box = frame.place(one.page, one.line.box)
        yield text, Box(page, *box), _edges(frame, one.line, edges)
        return
    lines = one.line.parted([part.edge for part in frame.parts[1:]])
    for line, following in zip_longest(lines, lines[1:]):
        page, box = frame.place(one.page, line.box)
        edges = _edges(frame, line, line.edges)
        is_apart = following is not None and line.is_apart(following)
        yield line.text + " " * is_apart, Box(page, *box), edges + edges[-1:] * is_apart


def _edges(frame: Frame, line: Line, edges: tuple[float, ...]) -> tuple[float, ...]:
    """Where a line's characters stand, if it has figures that somebody may ask the place of."""
    start = 0.0
    if frame.parts:
        start, _, _, frame = frame.part((line.box[0] + line.box[2]) / 2)
    if frame.extra or not any(one.isdigit() for one in line.text):
        return ()
    start -= frame.aside or 0.0
    return tuple(x - start for x in edges) if start else edges
