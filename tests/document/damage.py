"""Damaged variants of a file: bytes changed, cut out, cut off, doubled."""

from __future__ import annotations

import random
from collections.abc import Iterator

JUNK = (
    b"<", b">", b"<table>", b"</td>", b"<tr rowspan=", b"\x00", b"&#x", b"<!--", b"{\\", b"}",
    b"--", b"charset=x", b"=", b"\xff\xfe", b"\r\n\r\n", b"99999999", b"-1", b"endobj", b"stream\n",
)  # fmt: skip
"""Pieces that mean something in one format or another."""


def damaged_variants(data: bytes, count: int, seed: int = 0) -> Iterator[bytes]:
    """So many variants, the same on every run."""
    dice = random.Random(len(data) + seed)
    for _ in range(count):
        broken = bytearray(data)
        kind = dice.randrange(5)
        place = dice.randrange(len(data))
        if kind == 0:
            for _ in range(dice.randint(1, 12)):
                broken[dice.randrange(len(broken))] = dice.randrange(256)
        elif kind == 1:
            del broken[place:]
        elif kind == 2:
            del broken[place : place + dice.randint(1, 400)]
        elif kind == 3:
            broken[place:place] = broken[place : place + dice.randint(1, 200)]
        else:
            for _ in range(dice.randint(1, 6)):
                place = dice.randrange(len(broken))
                broken[place : place + dice.randint(0, 60)] = dice.choice(JUNK)
        yield bytes(broken)


def damaged_texts(text: str, count: int, seed: int = 0) -> Iterator[str]:
    """The same for XML: tags and attributes lost, doubled and swapped, the nesting kept or not."""
    dice = random.Random(len(text) + seed)
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
