"""Looks at pictures; runs in a process of its own, which alone loads the libraries of the extra.

They take 840 MB of memory and seconds of time for a page. The direction classifier stays off:
with it figures in cells are read upside down.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from math import atan2, degrees
from multiprocessing.connection import Connection
from statistics import median
from typing import Any

from reviewer.document.pictures.paper import on_paper
from reviewer.document.pictures.sight import Rectangle, Sight, Word

_MOST_PIXELS = 80_000_000
_MOST_FRAMES = 60
_LONGEST = 3600
"""Pixels of the longer side; larger pictures take longer and show nothing more."""

_SLANT = 8.0
"""Degrees by which a page may lie askew at most."""

_STRAIGHT = 0.05
"""A page that lies askew by fewer degrees is not turned."""

_EDGE = 9
"""Pixels around a rule that belong to it: half of them on each side."""

_STROKE = 0.3
"""Strokes shorter than this share of a word's height are dirt."""

_TALL = 1.6
"""Words of several characters that are this many times as high as wide lie on their side."""


def serve(pipe: Connection) -> None:
    """Answer each picture's bytes with its sights, or with words on why not, until it ends."""
    engine = _engine()
    while True:
        try:
            data = pipe.recv_bytes()
        except EOFError:
            return
        try:
            pipe.send(tuple(sight_of(engine, picture) for picture in _frames(data)))
        except Exception as error:  # whatever the libraries raise on a strange picture
            pipe.send(f"{type(error).__name__}: {error}")


def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.use_cls": False, "Global.log_level": "critical"})


def _frames(data: bytes) -> Iterator[Any]:
    """The pictures in a file (a TIFF may have several) as arrays of blue, green, red."""
    import numpy
    from PIL import Image, ImageSequence

    with Image.open(io.BytesIO(data)) as picture:
        if getattr(picture, "n_frames", 1) > _MOST_FRAMES:
            raise ValueError("too many pages")
        for frame in ImageSequence.Iterator(picture):
            if frame.width * frame.height > _MOST_PIXELS:
                raise ValueError("too large")
            yield numpy.array(on_paper(frame))[:, :, ::-1].copy()


def sight_of(engine: Any, picture: Any) -> Sight:
    """What stands on one picture (an array of rows of blue, green, red)."""
    import numpy

    shrink = min(1.0, _LONGEST / max(picture.shape[:2]))
    seen, matrix = _scaled(picture, shrink)
    quads, texts, scores = _read(engine, seen)
    if _lies_on_its_side(quads, texts):
        seen, matrix, (quads, texts, scores) = _righted(engine, seen, matrix)
    angle = _slant(seen, quads, texts)
    if abs(angle) > _STRAIGHT:
        seen, matrix, quads = _turned(seen, matrix, quads, angle)
    high = median(quad[:, 1].max() - quad[:, 1].min() for quad in quads) if quads else 30
    dark = _dark(seen)
    level, plumb = (_straight(dark, float(high), upright=upright) for upright in (False, True))
    words = tuple(map(_word, texts, scores, quads))
    back = numpy.linalg.inv(numpy.vstack([matrix, [0, 0, 1]]))[:2]
    return Sight(
        width=seen.shape[1],
        height=seen.shape[0],
        words=words,
        horizontal=tuple(_rules_of(level, float(high), upright=False)),
        vertical=tuple(_rules_of(plumb, float(high), upright=True)),
        back=(tuple(map(float, back[0])), tuple(map(float, back[1]))),  # type: ignore[arg-type]
        size=(picture.shape[1], picture.shape[0]),
        ink=tuple(_ink(dark, level, plumb, [word.box for word in words], float(high))),
    )


def _scaled(picture: Any, shrink: float) -> tuple[Any, Any]:
    import cv2
    import numpy

    matrix = numpy.array([[shrink, 0, 0], [0, shrink, 0]], dtype=float)
    if shrink == 1.0:
        return picture, matrix
    size = (round(picture.shape[1] * shrink), round(picture.shape[0] * shrink))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA), matrix


def _read(engine: Any, picture: Any) -> tuple[list[Any], list[str], list[float]]:
    """Corners, text and score of each stretch of text."""
    found = engine(picture, use_cls=False)
    if found.boxes is None or found.txts is None:
        return [], [], []
    return list(found.boxes), list(found.txts), [float(score) for score in found.scores]


def _word(text: str, score: float, quad: Any) -> Word:
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    return Word(text, score, (float(x0), float(y0), float(x1), float(y1)))


def _lies_on_its_side(quads: Sequence[Any], texts: Sequence[str]) -> bool:
    sides = [
        (quad[:, 1].max() - quad[:, 1].min()) > _TALL * (quad[:, 0].max() - quad[:, 0].min())
        for quad, text in zip(quads, texts, strict=True)
        if len(text) > 2
    ]
    return len(sides) > 3 and sum(sides) > 0.6 * len(sides)


def _righted(engine: Any, picture: Any, matrix: Any) -> tuple[Any, Any, Any]:
    """The picture turned by the quarter after which more of it is recognised."""
    import cv2
    import numpy

    height, width = picture.shape[:2]
    ways = (
        (cv2.ROTATE_90_CLOCKWISE, [[0, -1, height], [1, 0, 0]]),
        (cv2.ROTATE_90_COUNTERCLOCKWISE, [[0, 1, 0], [-1, 0, width]]),
    )
    tried = []
    for way, rows in ways:
        turned = cv2.rotate(picture, way)
        moved = _after(matrix, numpy.array(rows, dtype=float))
        tried.append((turned, moved, _read(engine, turned)))
    return max(tried, key=lambda one: _weight(*one[2]))


def _weight(_: object, texts: Sequence[str], scores: Sequence[float]) -> float:
    """How much was recognised, and how surely."""
    return sum(score * len(text) for text, score in zip(texts, scores, strict=True))


def _after(first: Any, second: Any) -> Any:
    """The matrix of two movements, one after the other."""
    import numpy

    bottom = [[0, 0, 1]]
    return (numpy.vstack([second, bottom]) @ numpy.vstack([first, bottom]))[:2]


def _slant(picture: Any, quads: Sequence[Any], texts: Sequence[str]) -> float:
    """Degrees by which the page lies askew, by its rules or else by its lines of text."""
    import cv2
    import numpy

    dark = _dark(picture)
    width = picture.shape[1]
    found = cv2.HoughLinesP(
        dark, 1, numpy.pi / 1800, 300, minLineLength=width // 5, maxLineGap=width // 100
    )
    lines = [] if found is None else found.reshape(-1, 4).tolist()
    angles = [degrees(atan2(y1 - y0, x1 - x0)) for x0, y0, x1, y1 in lines]
    level = [angle for angle in angles if abs(angle) < _SLANT]
    if not level:
        level = [
            degrees(atan2(quad[1][1] - quad[0][1], quad[1][0] - quad[0][0]))
            for quad, text in zip(quads, texts, strict=True)
            if len(text) >= 8
        ]
    slant = float(median(level)) if level else 0.0
    return slant if abs(slant) < _SLANT else 0.0


def _turned(
    picture: Any, matrix: Any, quads: Sequence[Any], angle: float
) -> tuple[Any, Any, list[Any]]:
    import cv2
    import numpy

    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    level = cv2.warpAffine(picture, turn, (width, height), borderValue=(255, 255, 255))
    moved = [quad @ turn[:, :2].T + turn[:, 2] for quad in map(numpy.asarray, quads)]
    return level, _after(matrix, turn), moved


def _dark(picture: Any) -> Any:
    """Ink as 255, paper as 0."""
    import cv2

    gray = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    return cv2.adaptiveThreshold(
        gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12
    )


def _straight(dark: Any, high: float, *, upright: bool) -> Any:
    """The straight ink that is longer than any stroke of a character, as a picture of its own."""
    import cv2

    length = max(40, round(high * (1.2 if upright else 1.8)))
    kernel = (1, length) if upright else (length, 1)
    bridge = (1, 9) if upright else (9, 1)
    joined = cv2.morphologyEx(
        dark, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, bridge)
    )
    return cv2.morphologyEx(
        joined, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, kernel)
    )


def _rules_of(straight: Any, high: float, *, upright: bool) -> Iterator[tuple[float, float, float]]:
    import cv2

    _, _, stats, _ = cv2.connectedComponentsWithStats(straight, connectivity=8)
    for x, y, wide, tall, _ in stats[1:].tolist():
        thick = wide if upright else tall
        if thick > max(8.0, high / 2):
            continue  # a bar, a stamp, a shadow
        yield (
            (x + wide / 2, float(y), float(y + tall))
            if upright
            else (y + tall / 2, float(x), float(x + wide))
        )


def _ink(
    dark: Any, level: Any, plumb: Any, words: Sequence[Rectangle], high: float
) -> Iterator[Rectangle]:
    """Rectangles around strokes as large as a character's that stand apart from rules and words.

    What is missed here only is not doubted, what is too much only is: dirt is small.
    """
    import cv2

    around = cv2.getStructuringElement(cv2.MORPH_RECT, (_EDGE, _EDGE))
    left = cv2.subtract(dark, cv2.dilate(cv2.max(level, plumb), around))
    for x0, y0, x1, y1 in words:
        left[max(0, int(y0) - 2) : int(y1) + 3, max(0, int(x0) - 2) : int(x1) + 3] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(left, connectivity=8)
    for x, y, wide, tall, dots in stats[1:].tolist():
        if max(wide, tall) > _STROKE * high and dots > _STROKE * high:
            yield float(x), float(y), float(x + wide), float(y + tall)
