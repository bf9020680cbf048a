"""LibreOffice, where it is installed, for files that the program cannot read by itself.

Only what a reader refused as damaged or foreign comes here, never what it read. The file is
converted in a folder of its own, with a profile of its own in which macros and the network are
switched off; whatever happens, the program is ended and the folder is taken away.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.document.compound import held, is_compound
from reviewer.document.model import Document, Origin
from reviewer.document.packages import is_package
from reviewer.document.readers import READERS
from reviewer.errors import ForeignError, OpenError
from reviewer.progress import Progress

_SECONDS = 60.0
_STEP = 0.1
_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_HEAD = 4096
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_OPEN_SHEET = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_XML_TEXT = re.compile(rb"schemas\.microsoft\.com/office/word|opendocument\.text|uof:UOF")
_XML_SHEET = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet|opendocument\.spreadsheet")
_KNOWN = "公开"
"""Words of every report, which are never in what LibreOffice makes of garbage."""

_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""
"""No macros, no links that load something, and no way out into the network."""


def program() -> str | None:
    """Where LibreOffice is; None if it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def converted(data: bytes, origin: Origin, refusal: ForeignError, progress: Progress) -> Document:
    """The document that LibreOffice makes of a file, with a warning that says so.

    Raises:
        ForeignError: The refusal, if there is no LibreOffice or it makes nothing of the file.
        Cancelled: ``progress`` raised it.
    """
    office, kinds = program(), _kinds(data)
    if office is None or kinds is None:
        raise refusal
    progress("正在用 LibreOffice 转换", 0.2)
    suffix, wanted = kinds
    made = _made(office, data, suffix, wanted, progress)
    if made is None:
        raise refusal
    reader = next(one for one in READERS if one.name == wanted)
    try:
        document = reader.module.read(made, origin, progress)
    except OpenError:
        raise refusal from None
    if _KNOWN not in document.text:
        raise refusal
    told = f"{refusal.message}以下是用 LibreOffice 转换后读取的内容，请与原件核对。"
    return document.model_copy(update={"warnings": (told, *document.warnings)})


def _kinds(data: bytes) -> tuple[str, str] | None:
    """The suffix under which LibreOffice knows a file, and the format to convert it to.

    None for what has none of the streams that an office program writes: it would be guessed at.
    """
    if is_compound(data):
        there = held(data, ("Workbook", "Book", "WordDocument", "MatOST", "CONTENTS"))
        if "WordDocument" not in there and {"MatOST", "CONTENTS"} & set(there):
            return ".wps", "docx"
        if "WordDocument" in there:
            return ".doc", "docx"
        return (".xls", "xlsx") if there else None
    head = data[:_HEAD]
    known = (
        (_OPEN_TEXT in head, ".odt", "docx"),
        (_OPEN_SHEET in head, ".ods", "xlsx"),
        (is_package(data, "xl/workbook.bin"), ".xlsb", "xlsx"),
        (is_package(data, "xl/"), ".xlsx", "xlsx"),
        (is_package(data, "word/"), ".docx", "docx"),
        (_XML_SHEET.search(head), ".xml", "xlsx"),
        (_XML_TEXT.search(head), ".xml", "docx"),
    )
    return next(((suffix, wanted) for is_so, suffix, wanted in known if is_so), None)


def _made(office: str, data: bytes, suffix: str, wanted: str, progress: Progress) -> bytes | None:
    """The converted file; None if there is none within the time."""
    with tempfile.TemporaryDirectory(prefix="reviewer-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"report{suffix}"
        source.write_bytes(data)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [
            office, f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore",
            "--convert-to", wanted, "--outdir", str(folder / "out"), str(source),
        ]  # fmt: skip
        with _running(command, folder) as process:
            end = time.monotonic() + _SECONDS
            while process.poll() is None and time.monotonic() < end:
                progress("正在用 LibreOffice 转换", 0.3)
                time.sleep(_STEP)
        made = folder / "out" / f"report.{wanted}"
        return made.read_bytes() if made.is_file() else None


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A running program without input and output, ended together with all that it started."""
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        kill = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        if process.poll() is None:
            subprocess.run(kill, capture_output=True, check=False)
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
