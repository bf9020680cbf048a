"""Lines and areas of an OFD page: the path language of GB/T 33190 to corners."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.document.geometry.matrices import Matrix
from reviewer.document.geometry.strokes import Points
from reviewer.document.ofd.values import number

_ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""How many numbers follow each operator; the last two are a point's."""

_MOST = 60_000


def corners(data: str, matrix: Matrix) -> Iterator[Points]:
    """The corners of each part of a path on its page; the first again where it is closed."""
    points: Points = []
    for operator, values in _operations(data.split()):
        if operator == "C":
            points += points[:1]
        else:
            if operator in "SM":
                if len(points) > 1:
                    yield points
                points = []
            points.append(matrix.point(values[-2], values[-1]))
    if len(points) > 1:
        yield points


def _operations(words: list[str]) -> Iterator[tuple[str, list[float]]]:
    at = 0
    while at < min(len(words), _MOST):
        count = _ARGUMENTS.get(words[at])
        if count is None:
            at += 1
            continue
        values = [number(one) for one in words[at + 1 : at + 1 + count]]
        if len(values) == count:
            yield words[at], values
        at += 1 + count
