"""Damaged variants of a file: bytes changed, cut out, cut off, doubled."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from reviewer.document.model import Document, Origin
from reviewer.errors import OpenError

Read = Callable[[bytes, Origin, Callable[[str, float], None]], Document]


def origin_of(data: bytes, name: str) -> Origin:
    return Origin(path="", format=name, encoding=None, sha256="0" * 64, size=len(data))


def damaged_variants(data: bytes, count: int) -> Iterator[bytes]:
    """So many variants, the same on every run."""
    dice = random.Random(len(data))
    for _ in range(count):
        broken = bytearray(data)
        kind = dice.randrange(4)
        place = dice.randrange(len(data))
        if kind == 0:
            for _ in range(dice.randint(1, 12)):
                broken[dice.randrange(len(broken))] = dice.randrange(256)
        elif kind == 1:
            del broken[place:]
        elif kind == 2:
            del broken[place : place + dice.randint(1, 400)]
        else:
            broken[place:place] = broken[place : place + dice.randint(1, 200)]
        yield bytes(broken)


def damaged_texts(text: str, count: int) -> Iterator[str]:
    """The same for XML: tags and attributes lost, doubled and swapped, the nesting kept or not."""
    dice = random.Random(len(text))
    pieces = text.replace("<", "\0<").split("\0")
    for _ in range(count):
        broken = list(pieces)
        for _ in range(dice.randint(1, 4)):
            place = dice.randrange(len(broken))
            kind = dice.randrange(4)
            if kind == 0:
                del broken[place]
            elif kind == 1:
                broken.insert(place, broken[dice.randrange(len(broken))])
            elif kind == 2:
                broken[place] = broken[place].replace('"1', '"99999').replace('"2', '"-1')
            else:
                broken[place] = broken[place].replace('="', '="x')
        yield "".join(broken)


def ends_well(read: Read, data: bytes, name: str) -> Document | None:
    """The document, or None where it was refused; anything but a refusal is raised."""
    try:
        return read(data, origin_of(data, name), lambda _message, _fraction: None)
    except OpenError:
        return None
