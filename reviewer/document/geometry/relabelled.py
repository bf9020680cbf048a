"""Pages of a wide sheet that print its label columns again: what is new on them stands behind.

A spreadsheet can repeat columns on every page that it prints. Such a page has, at its left, the
same characters at the same places as the page that it belongs beside.
"""

from __future__ import annotations

from dataclasses import replace

from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.sheets import Sheet
from reviewer.document.geometry.strokes import Rule, Strokes

_FEWEST = 30
"""Labels have at least this many Chinese characters; table three's have some 300."""

_Place = tuple[str, int, int]


def without_labels(page: Sheet, first: Sheet) -> Sheet:
    """A page without the label columns that another one prints, too, at the same places."""
    if page.frame.size != first.frame.size or page.first_words != first.first_words:
        return page
    there = set(map(_place, first.glyphs))
    new = min((one.x0 for one in page.glyphs if _place(one) not in there), default=0.0)
    labels = [one for one in page.glyphs if one.x1 < new and one.is_chinese]
    if len(labels) < _FEWEST:
        return page
    cut = _cut(page, max(one.x1 for one in labels), new)
    return replace(
        page,
        glyphs=tuple(one for one in page.glyphs if one.middle > cut),
        strokes=_behind(page.strokes, cut),
        begin=cut,
    )


def _cut(page: Sheet, labels: float, new: float) -> float:
    """Where what is new begins: at the first rule behind the labels, if there is one."""
    rules = [rule.at for rule in page.strokes.vertical if labels <= rule.at < new]
    return min(rules, default=labels)


def _behind(strokes: Strokes, cut: float) -> Strokes:
    """What is drawn behind a place; rules that go over it begin there."""
    level = [
        Rule(at, max(start, cut), end) for at, start, end in strokes.horizontal if end > cut + 1
    ]
    plumb = [rule for rule in strokes.vertical if rule.at >= cut - 0.5]
    return replace(
        strokes,
        horizontal=level,
        vertical=plumb,
        dots=[dot for dot in strokes.dots if dot[0] > cut],
    )


def _place(glyph: Glyph) -> _Place:
    return glyph.text, round(2 * glyph.x0), round(2 * glyph.y0)
