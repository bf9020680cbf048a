"""Sights for tests: what the extra ocr saw on scanned pages, kept as JSON."""

from __future__ import annotations

import json
from multiprocessing.connection import Connection
from pathlib import Path

from reviewer.document.pictures.sight import Sight, Word

SCANNED = Path(__file__).parents[1] / "data" / "pictures" / "askew_2021.json"
"""The pages of ``tests/data/same/plain_2021.pdf``, drawn, put askew, blurred, and recognised."""


def sights(path: Path = SCANNED) -> tuple[Sight, ...]:
    """The kept sights, one a page."""
    return tuple(
        Sight(
            width=one["width"],
            height=one["height"],
            words=tuple(Word(text, score, tuple(box)) for text, score, box in one["words"]),
            horizontal=tuple(map(tuple, one["horizontal"])),
            vertical=tuple(map(tuple, one["vertical"])),
            back=(tuple(one["back"][0]), tuple(one["back"][1])),
            size=tuple(one["size"]),
        )
        for one in json.loads(path.read_text(encoding="utf-8"))
    )


def serve(pipe: Connection) -> None:
    """Stands in for the process that looks at pictures; the bytes say what shall happen."""
    kept = sights()
    asked = 0
    while True:
        try:
            data = pipe.recv_bytes()
        except EOFError:
            return
        if data == b"end":
            return
        if data == b"sleep":
            pipe.poll(60)
        elif data == b"damaged":
            pipe.send("UnidentifiedImageError: cannot identify image file")
        elif data == b"all":
            pipe.send(kept)
        else:
            pipe.send((kept[asked],))
            asked += 1
