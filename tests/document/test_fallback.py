"""What LibreOffice is asked to read, how it is ended, and what is said of it."""

from __future__ import annotations

import random
import stat
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.document import fallback
from reviewer.document.folders import reports_in
from reviewer.document.opening import open_document
from reviewer.errors import Cancelled, FormatError
from reviewer.forms.reading import read_report
from tests.document.same import CASES
from tests.writers.docx import body_of, docx

DOC = CASES[0].fixture(".doc")
SOFFICE = fallback.program()
needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="stand-ins are shell scripts")


def _older(path: Path) -> Path:
    """A Word file that says of itself that it is older than those that are read."""
    data = bytearray(DOC.read_bytes())
    head = data.index(b"\xec\xa5")
    data[head + 2 : head + 4] = b"\x68\x00"
    path.write_bytes(data)
    return path


def _stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program in LibreOffice's place; $out is the folder it is given."""
    path = folder / "stand-in"
    head = '#!/bin/sh\nwhile [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done\n'
    path.write_text(head + script, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(fallback, "program", lambda: str(path))


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary folders are made; nothing may be left there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@posix
@pytest.mark.office
def test_what_was_converted_is_read_and_said(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(docx(body_of(CASES[0].items)))
    _stand_in(tmp_path, monkeypatch, f'mkdir "$out"; cp "{made}" "$out/report.docx"')
    path = _older(tmp_path / "旧.doc")
    document = open_document(path)
    assert {cell: one.printed for cell, one in read_report(document).by_cell.items()} == (
        CASES[0].figures
    )
    assert document.origin.format == "doc"
    assert document.origin.size == path.stat().st_size
    assert ["LibreOffice" in warning for warning in document.warnings] == [True]


@posix
@pytest.mark.office
@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        'mkdir "$out"; echo x > "$out/report.docx"',
        'mkdir "$out"; cp "$0.docx" "$out/report.docx"',
    ],
    ids=["nothing", "damaged", "garbage"],
)
def test_where_nothing_comes_of_it_the_first_refusal_stands(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    (tmp_path / "stand-in.docx").write_bytes(docx(body_of(["锟斤拷烫烫烫屯屯屯"])))
    _stand_in(tmp_path, monkeypatch, script)
    with pytest.raises(FormatError, match="Word 97 以前"):
        open_document(_older(tmp_path / "旧.doc"))


def _gone(number: int) -> bool:
    """Whether a process ends soon: one that was killed may be seen for a moment longer."""
    for _ in range(200):
        try:
            if Path(f"/proc/{number}/stat").read_text().split()[2] in "ZX":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.05)
    return False


@posix
@pytest.mark.office
@pytest.mark.parametrize("how", ["cancelled", "late"])
def test_it_is_ended_with_all_that_it_started(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    _stand_in(tmp_path, monkeypatch, f'sleep 300 & echo $! > "{tmp_path}/child"; wait')
    child = tmp_path / "child"

    def progress(_message: str, _fraction: float) -> None:
        if how == "cancelled" and child.exists() and child.read_text():
            raise Cancelled

    monkeypatch.setattr(fallback, "_SECONDS", 3.0 if how == "late" else 60.0)
    with pytest.raises(Cancelled if how == "cancelled" else FormatError):
        open_document(_older(tmp_path / "旧.doc"), progress)
    assert _gone(int(child.read_text()))


@posix
@pytest.mark.office
def test_it_is_never_asked_for_what_is_read_or_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, monkeypatch, f'touch "{tmp_path}/asked"')
    assert open_document(DOC).warnings == ()
    locked = bytearray(DOC.read_bytes())
    locked[locked.index(b"\xec\xa5") + 11] |= 0x01
    forged = docx(body_of(["公开"]), prolog='<!DOCTYPE x [<!ENTITY a "b">]>')
    noise = DOC.read_bytes()[:8] + random.Random(2).randbytes(50_000)
    for data in (bytes(locked), forged, noise, b"GIF89a", b"\x00\x01\x02" * 99):
        (tmp_path / "报告.doc").write_bytes(data)
        with pytest.raises(FormatError):
            open_document(tmp_path / "报告.doc")
    assert not (tmp_path / "asked").exists()


@needs_soffice
@pytest.mark.office
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_libreoffice_reads_what_the_program_cannot(
    tmp_path: Path, temporary: Path, kind: str
) -> None:
    path = _open_text(tmp_path / "报告.odt") if kind == "odt" else _older(tmp_path / "旧.doc")
    document = open_document(path)
    assert "云岭县石桥镇人民政府" in document.text
    assert any("LibreOffice" in warning for warning in document.warnings)
    if kind == "doc":
        report = read_report(document)
        assert {cell: one.printed for cell, one in report.by_cell.items()} == CASES[0].figures


def _open_text(path: Path) -> Path:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0"><manifest:file-entry '
        'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:text="{names}:text:1.0"><office:body><office:text>'
        "<text:p>云岭县石桥镇人民政府2022年政府信息公开工作年度报告</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", content)
    return path


@needs_soffice
@pytest.mark.office
def test_what_it_makes_of_garbage_is_not_taken(tmp_path: Path, temporary: Path) -> None:
    path = tmp_path / "报告.doc"
    name = "WordDocument\0".encode("utf-16-le")
    path.write_bytes(DOC.read_bytes()[:512] + name + random.Random(1).randbytes(4000))
    with pytest.raises(FormatError, match="损坏"):
        open_document(path)


def test_files_that_only_libreoffice_reads_are_offered_as_well(tmp_path: Path) -> None:
    for name in ("报告.odt", "报告.FODT", "图表.odg"):
        (tmp_path / name).write_bytes(b"PK")
    assert [path.name for path in reports_in(tmp_path)] == ["报告.FODT", "报告.odt"]
