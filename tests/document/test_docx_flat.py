"""Word documents saved as one XML file: the same as the zip."""

from __future__ import annotations

from base64 import b64encode
from functools import partial
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest

from reviewer.document.readers import docx as reader
from reviewer.errors import FormatError, ReviewerError
from reviewer.forms.reading import read_report
from tests.document.reading import read_as
from tests.layouts import make_figures
from tests.writers.docx import body_of, docx
from tests.writers.report import report_items

_read = partial(read_as, "docx")
_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def _flat(data: bytes) -> bytes:
    """The zip's parts in one file, the first of them as letters."""
    parts = []
    with ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name != "[Content_Types].xml"]
        for number, name in enumerate(names):
            text = archive.read(name).decode().partition("?>")[2] or archive.read(name).decode()
            held = f"<pkg:xmlData>{text}</pkg:xmlData>"
            if number == 0 and not name.startswith("word/document"):
                letters = b64encode(archive.read(name)).decode()
                held = f"<pkg:binaryData>{letters}</pkg:binaryData>"
            parts.append(f'<pkg:part pkg:name="/{name}">{held}</pkg:part>')
    head = '<?xml version="1.0" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
    return f'{head}<pkg:package xmlns:pkg="{_PACKAGE}">{"".join(parts)}</pkg:package>'.encode()


def test_every_figure_is_read_as_from_the_zip() -> None:
    figures = make_figures("2021", 2)
    zipped = docx(body_of(report_items(figures, "2021")))
    flat = _flat(zipped)
    assert reader.accepts(flat)
    document = _read(flat)
    assert document.text == _read(zipped).text
    assert {one.cell: one.printed for one in read_report(document).readings} == figures


def test_other_xml_is_none() -> None:
    assert not reader.accepts(b'<?xml version="1.0"?><w:wordDocument xmlns:w="urn:x"/>')
    assert not reader.accepts(f'<?xml version="1.0"?><a xmlns="{_PACKAGE}"/>'.encode())


def test_entities_are_refused() -> None:
    flat = _flat(docx(body_of(["一、总体情况"])))
    entity = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><pkg:package'
    with pytest.raises(FormatError, match="实体"):
        _read(flat.replace(b"<pkg:package", entity, 1))


def test_damage_ends_in_a_document_or_a_message() -> None:
    flat = _flat(docx(body_of(report_items(make_figures("2021", 2), "2021"))))
    for seed in range(60):
        dice = Random(seed)
        at = dice.randrange(400, len(flat))
        damaged = flat[:at] + bytes(dice.randrange(256) for _ in range(3)) + flat[at + 3 :]
        try:
            _read(damaged if seed % 3 else flat[:at])
        except ReviewerError:
            continue
