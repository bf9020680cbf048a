"""Sheets too wide for a page, which a spreadsheet prints over several: which belong together.

The pages behind the first have rows of figures without labels, level with the rows that they
belong to. They come page by page below each other and then to the right, or the other way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.document.geometry.lines import Line
from reviewer.document.geometry.relabelled import without_labels
from reviewer.document.geometry.sheets import Sheet, joined, level_of, without_repeated
from reviewer.document.geometry.words import words_of
from reviewer.document.geometry.zones import numbered

_LEVEL = 2.0
"""Lines of one row may be this many points higher or lower on another page."""

_FEWEST = 4
"""Such a page has at least this many rows of figures."""

_MOST = 0.7
"""This share of a page's lines is level with lines of the page that it belongs beside."""

_FULL = 12.0
"""A full line of writing may end this many points before the longest one."""

_LEAST_REACH = 0.25
"""A table with a part on the next page goes at least this share of the width farther."""


def spread(pages: Sequence[Sheet]) -> list[Sheet]:
    """The pages, those that are parts of one wide sheet put together."""
    pages = list(_told_once(pages))
    if not any(page.is_of_figures for page in pages[1:]):
        return pages
    groups = _across(pages) or _down(pages)
    return [joined(group, pages) for group in groups] or pages


def _told_once(pages: Sequence[Sheet]) -> Iterator[Sheet]:
    """The pages, those without their labels that have them from a page before."""
    for number, page in enumerate(pages):
        bare = (without_labels(page, one) for one in pages[:number])
        figures = [one for one in bare if one is not page and len(one.rows) >= _FEWEST]
        yield min(figures, key=lambda one: len(one.glyphs), default=page)


def _across(pages: Sequence[Sheet]) -> list[list[Sheet]]:
    """The pages that stand side by side, if they come from the left to the right."""
    groups: list[list[Sheet]] = []
    for page in pages:
        if groups and _fit(page, groups[-1]):
            groups[-1].append(page)
        else:
            groups.append([page])
    return groups if _are_certain(groups) else []


def _down(pages: Sequence[Sheet]) -> list[list[Sheet]]:
    """The same, if all pages on the left come first."""
    for height in range(1, len(pages)):
        groups = [[page] for page in pages[:height]]
        row = 0
        for page in pages[height:]:
            rows = [*range(row, height), *range(row)]
            found = _best(page, groups, rows)
            if found is None:
                break
            groups[found].append(page)
            row = found + 1
        else:
            return groups if _are_certain(groups) else []
    return []


def _best(page: Sheet, groups: Sequence[Sequence[Sheet]], rows: Sequence[int]) -> int | None:
    """The first of some groups that a page stands beside best, if it does so beside any.

    A table ends where it does not fill its page: nothing of it stands on a further one.
    """
    fits = {row: _fit(page, groups[row]) for row in rows}
    found = [row for row in rows if fits[row] and fits[row] == max(fits.values())]
    reaches = [_reach(page, groups[row][-1]) for row in found]
    least = max(reaches, default=0.0) - _LEAST_REACH * page.frame.size.width
    return next((row for row, reach in zip(found, reaches, strict=True) if reach > least), None)


def _reach(page: Sheet, before: Sheet) -> float:
    """How far to the right the figures of another page go that are level with a page's."""
    levels = [level_of(row) for row in page.rows]
    return max((row.box[2] for row in before.rows if _is_level(row, levels)), default=0.0)


def _are_certain(groups: Sequence[Sequence[Sheet]]) -> bool:
    """Whether a page of many rows stands beside another one, and none is left that should."""
    return any(len(page.rows) >= _FEWEST for group in groups for page in group[1:]) and not any(
        len(page.rows) >= _FEWEST and len(page.rows) > len(page.lines) / 2 for page, *_ in groups
    )


def _fit(page: Sheet, group: Sequence[Sheet]) -> float:
    """The share of a page's lines that are level with those of pages; 0 if it is none of them.

    It is not if it has labels, or rows of figures that are not level.
    """
    if page.frame.size != group[0].frame.size:
        return 0.0
    page = without_repeated(page, group[0])
    if not page.lines or _are_labelled(page, group):
        return 0.0
    levels = [level for one in group for level in one.levels]
    words = [level for one in group for level in one.levels_of_words]
    level = sum(_is_level(line, levels if line in page.rows else words) for line in page.lines)
    are_level = all(_is_level(row, levels) for row in page.rows)
    return level / len(page.lines) if are_level and level >= _MOST * len(page.lines) else 0.0


def _are_labelled(page: Sheet, group: Sequence[Sheet]) -> bool:
    """Whether lines begin with the number of a label, but as the rest of lines of writing may."""
    labelled = [line for line in page.lines if numbered(list(words_of(line))[:1])]
    right = max((glyph.x1 for glyph in group[-1].glyphs), default=0.0)
    full = [level_of(line) for line in group[-1].lines if right - line.box[2] < _FULL]
    return not all(_is_level(line, full) for line in labelled)


def _is_level(line: Line, levels: Sequence[float]) -> bool:
    own = level_of(line)
    return any(abs(own - level) < _LEVEL for level in levels)
