"""Bytes read as a format, without a file around them, and the tables that were read."""

from __future__ import annotations

from importlib import import_module

from reviewer.document.model import Document, Origin, Table
from reviewer.progress import ignore


def origin_of(data: bytes, name: str) -> Origin:
    return Origin(path="", format=name, encoding=None, sha256="0" * 64, size=len(data))


def read_as(name: str, data: bytes) -> Document:
    """Read by the reader of that name, whatever the bytes look like."""
    reader = import_module(f"reviewer.document.readers.{name}")
    document: Document = reader.read(data, origin_of(data, name), ignore)
    return document


def tables_of(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]
