"""What stands on an OFD page: characters, rules and pictures, its templates' included."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from reviewer.document.geometry.content import (
    RECOGNISED_DOUBT,
    PageContent,
    content_of,
    doubted,
)
from reviewer.document.geometry.frames import Frame, Rectangle
from reviewer.document.geometry.matrices import Matrix
from reviewer.document.geometry.strokes import THIN, Strokes, box_of
from reviewer.document.ofd.hidden import Cover, parted
from reviewer.document.ofd.letters import Letter, letters_of, without_watermark
from reviewer.document.ofd.paths import corners
from reviewer.document.ofd.values import (
    POINTS,
    box,
    colour,
    is_off,
    is_seen,
    local,
    matrix_on,
    said,
)
from reviewer.errors import TooLargeError

_MOST_OBJECTS = 100_000
_MOST_CORNERS = 60_000
_COVERED = 0.7
"""The share of a page that a picture covers at least if it is a picture of that page."""

_DEEPEST = 6
"""Blocks and composites are followed this deep."""

_RECTANGLE = 5
"""Corners of a path that may be a rectangle, the first one repeated at its end."""

_OPAQUE = 250.0

_GROUPS = frozenset({"Layer", "PageBlock", "Content", "CompositeGraphicUnit"})


class PageReading:
    """Collects what stands on one page.

    Args:
        area: Left, top, width and height of what is shown, in millimetres.
        units: Drawings that pages share, by their number.
        step: Called now and then; may raise Cancelled.
    """

    def __init__(
        self,
        area: tuple[float, float, float, float],
        units: Mapping[str, etree._Element],
        step: Callable[[], None],
    ) -> None:
        left, top, width, height = area
        self.frame = Frame(0.0, 0.0, width * POINTS, height * POINTS, 0)
        self._base = Matrix(POINTS, 0.0, 0.0, POINTS, -left * POINTS, -top * POINTS)
        self._units = units
        self._step = step
        self._letters: list[Letter] = []
        self._covers: list[Cover] = []
        self._strokes = Strokes()
        self._scan: tuple[float, str] = 0.0, ""
        self._objects = self._corners = 0

    def add(self, page: etree._Element) -> None:
        """Take in a page or a template.

        Raises:
            TooLargeError: More stands on it than on a report's page.
        """
        for content in page:
            if local(content) == "Content":
                self._group(content, self._base, 0)

    @property
    def is_pictured(self) -> bool:
        """Whether there are pictures and no text."""
        return bool(self._strokes.pictures) and not self._letters

    @property
    def scan(self) -> str:
        """The number of the picture that all of the page is; empty if there is text, or none."""
        size = self.frame.size
        area, number = self._scan
        return number if self.is_pictured and area >= _COVERED * size.width * size.height else ""

    @property
    def is_drawing(self) -> bool:
        """Whether its rules are too many to be those of tables."""
        return self._corners > _MOST_CORNERS

    @property
    def characters(self) -> int:
        """How many characters it has."""
        return len(self._letters)

    def content(self, number: int, above: Sequence[tuple[float, float]] = ()) -> PageContent:
        """Tables and lines of the page, counted from 1.

        ``above`` are the columns of a table without rules that the page before ended with.
        """
        strokes = Strokes() if self.is_drawing else self._strokes
        seen, unseen = parted(self._letters, self._covers)
        if len(unseen) > len(seen):  # some program recognised it in a picture
            letters = without_watermark(self._letters)
            return doubted(content_of(number, self.frame, letters, strokes), RECOGNISED_DOUBT)
        figures = (one.glyph[:4] for one in unseen if one.glyph.text.isascii())
        strokes = replace(strokes, unread=[*strokes.unread, *figures])
        return content_of(number, self.frame, without_watermark(seen), strokes, above)

    def _group(self, parent: etree._Element, outer: Matrix, depth: int) -> None:
        for thing in _shown(parent):
            self._objects += 1
            if self._objects % 1000 == 0:
                self._step()
            self._thing(thing, outer, depth)
            if max(self._objects, len(self._letters)) > _MOST_OBJECTS:
                raise TooLargeError(
                    "OFD 文件的一页上内容过多，不像年度报告。", "请确认选对了文件。"
                )

    def _thing(self, thing: etree._Element, outer: Matrix, depth: int) -> None:
        kind = local(thing)
        if kind in _GROUPS and depth < _DEEPEST:
            self._group(thing, outer, depth + 1)
        elif kind == "TextObject":
            self._letters += letters_of(thing, matrix_on(thing, outer), self._objects)
        elif kind == "PathObject":
            self._path(thing, matrix_on(thing, outer))
        elif kind == "ImageObject":
            self._picture(thing, outer)
        elif kind == "CompositeObject" and depth < _DEEPEST:
            unit = self._units.get(thing.get("ResourceID", ""))
            if unit is not None:
                self._group(unit, matrix_on(thing, outer), depth + 1)

    def _path(self, thing: etree._Element, matrix: Matrix) -> None:
        stroked = not is_off(thing, "Stroke") and is_seen(thing, "StrokeColor")
        is_area = not is_off(thing, "Fill", "false")
        filled = is_area and is_seen(thing, "FillColor")
        paths = list(corners(said(thing, "AbbreviatedData"), matrix))
        if is_area and len(paths) == 1 and len(paths[0]) <= _RECTANGLE:
            self._cover(thing, box_of(paths[0]))
        if not paths or not (stroked or filled) or self.is_drawing:
            return
        bounds = box_of([point for points in paths for point in points])
        if min(bounds[2] - bounds[0], bounds[3] - bounds[1]) <= THIN:
            self._strokes.add(bounds)
            return
        self._corners += sum(map(len, paths))
        if not self.is_drawing:
            self._strokes.draw(paths, stroked=stroked, filled=filled)

    def _cover(self, thing: etree._Element, bounds: Rectangle) -> None:
        """Note an opaque area."""
        ink, opaque = colour(thing, "FillColor")
        if opaque >= _OPAQUE and min(bounds[2] - bounds[0], bounds[3] - bounds[1]) > THIN:
            self._covers.append(Cover(self._objects, bounds, ink))

    def _picture(self, thing: etree._Element, outer: Matrix) -> None:
        place = box(thing.get("Boundary"))
        if place is not None:
            x, y, width, height = place
            ends = [outer.point(x, y), outer.point(x + width, y + height)]
            x0, y0, x1, y1 = box_of(ends)
            self._strokes.pictures.append((x0, y0, x1, y1))
            self._scan = max(self._scan, ((x1 - x0) * (y1 - y0), thing.get("ResourceID", "")))


def _shown(parent: etree._Element) -> Iterator[etree._Element]:
    return (one for one in parent if not is_off(one, "Visible"))
