"""Damaged files of every format: each ends in a checked report or in a refusal that says why.

The same variants on every run; ``HYPOTHESIS_PROFILE=explore`` draws others, and more.
"""

from __future__ import annotations

import gc
import os
import random
import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from reviewer.checks.engine import check
from reviewer.document.model import Document
from reviewer.document.opening import open_document
from reviewer.errors import ReviewerError, TooLargeError
from reviewer.forms.reading import read_report
from tests.document.damage import damaged_texts, damaged_variants
from tests.document.formats import WRITERS, pages_of
from tests.document.pdf_source import FOLDER as PRINTED
from tests.document.pdf_writer import Page, write_pdf
from tests.document.same import SHORT
from tests.writers.docx import body_of, docx

EXPLORE = os.environ.get("HYPOTHESIS_PROFILE") == "explore"
COUNT = 5000 if EXPLORE else 500
SEED = random.SystemRandom().randrange(10**9) if EXPLORE else 1
MEMORY = 400 * 1024 * 1024
"""Bytes that reading all variants of a format may need more than reading one."""

_MAIN_PARTS = {
    "docx": "word/document.xml",
    "xlsx": "xl/worksheets/sheet1.xml",
    "ofd": "Doc_0/Pages/Page_0/Content.xml",
}


def _originals(name: str) -> list[bytes]:
    """The undamaged files of a format."""
    if name == "pdf":
        return [write_pdf(pages_of(SHORT, Page)), (PRINTED / "ruled_2021.pdf").read_bytes()]
    whole = WRITERS[name](SHORT)
    if name == "html":
        return [whole, whole.decode().encode("gb18030"), whole.decode().encode("utf-16")]
    return [whole]


def _variants(name: str) -> Iterator[bytes]:
    """Damaged bytes; of packages every other one is whole, with damaged contents."""
    files = _originals(name)
    of_bytes = [damaged_variants(data, COUNT, SEED) for data in files]
    inner = [_repacked(files[0], name)] if name in _MAIN_PARTS else []
    while True:
        for variants in (*of_bytes, *inner):
            yield next(variants)


def _repacked(data: bytes, name: str) -> Iterator[bytes]:
    with ZipFile(BytesIO(data)) as source:
        parts = {one: source.read(one) for one in source.namelist()}
    main = _MAIN_PARTS[name]
    for text in damaged_texts(parts[main].decode(), COUNT, SEED):
        target = BytesIO()
        with ZipFile(target, "w", ZIP_STORED) as copy:
            for one, content in parts.items():
                copy.writestr(one, text if one == main else content)
        yield target.getvalue()


def _outcome(path: Path, seen: dict[str, bool]) -> bool:
    """Whether a file becomes a report; anything but a refusal is raised."""
    try:
        document = open_document(path)
        _look_over(document)
        if document.text not in seen:
            seen[document.text] = False
            check(read_report(document))
            seen[document.text] = True
        return seen[document.text]
    except ReviewerError:
        return False


def _look_over(document: Document) -> None:
    for block in document.blocks:
        assert 0 <= block.place.span.start <= block.place.span.end <= len(document.text)


def _peak() -> int:
    """Bytes that the program needed at most so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


@pytest.mark.timeout(7200 if EXPLORE else 300)
@pytest.mark.parametrize("name", WRITERS)
def test_damaged_files_end_in_a_report_or_a_refusal(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"报告.{name}"
    seen: dict[str, bool] = {}
    path.write_bytes(_originals(name)[0])
    assert _outcome(path, seen)
    gc.collect()
    before = _peak()
    outcomes = []
    for number, data in enumerate(islice(_variants(name), COUNT)):
        path.write_bytes(data)
        try:
            outcomes.append(_outcome(path, seen))
        except Exception as error:
            error.add_note(f"{name}: variant {number} of seed {SEED}")
            raise
    assert any(outcomes)
    assert not all(outcomes)
    assert _peak() - before < MEMORY
    assert capfd.readouterr().out == ""


def _bomb(name: str) -> bytes:
    """A package whose main part unpacks to 60 MB."""
    target = BytesIO()
    with (
        ZipFile(BytesIO(WRITERS[name](SHORT))) as source,
        ZipFile(target, "w", ZIP_DEFLATED) as copy,
    ):
        for one in source.namelist():
            blanks = b" " * (60 * 1024 * 1024) if one == _MAIN_PARTS[name] else b""
            copy.writestr(one, source.read(one) + blanks)
    return target.getvalue()


@pytest.mark.parametrize("name", _MAIN_PARTS)
def test_what_unpacks_to_far_more_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"报告.{name}"
    path.write_bytes(_bomb(name))
    before = _peak()
    with pytest.raises(TooLargeError):
        open_document(path)
    assert _peak() - before < MEMORY


def test_macros_and_what_lies_beside_are_never_looked_at(tmp_path: Path) -> None:
    plain = docx(body_of(SHORT.items))
    beside = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\xff" * 999, "evil.xml": b"<!DOCTYPE"}
    target = BytesIO(plain)
    with ZipFile(target, "a") as package:
        for name, content in beside.items():
            package.writestr(name, content)
    for name, data in (("甲.docx", plain), ("乙.docm", target.getvalue())):
        (tmp_path / name).write_bytes(data)
    one, other = (open_document(tmp_path / name) for name in ("甲.docx", "乙.docm"))
    assert (one.text, one.warnings) == (other.text, other.warnings)
