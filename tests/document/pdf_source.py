"""Makes the PDF fixtures in tests/data/pdf: reports of known figures, printed by LibreOffice.

python -m tests.document.pdf_source    # writes them anew; needs soffice
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from tests.document.word_source import Source, document_xml, write_docx

FOLDER = Path(__file__).parents[1] / "data" / "pdf"
RULED = (Source("ruled_2021", "2021", 1), Source("ruled_2019", "2019", 2))
PLAIN = (Source("plain_2021", "2021", 4),)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in _SIDES)


def _ruled(xml: str) -> str:
    """A document whose tables have borders."""
    return xml.replace("<w:tblLayout", f"<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout")


def print_all(paths: list[Path], target: Path) -> None:
    """Print documents as PDF into a folder."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(target), *map(str, paths)]
        subprocess.run(command, check=True, timeout=300)


def main() -> None:
    """Write all fixtures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = []
        for source in (*RULED, *PLAIN):
            made.append(Path(folder) / f"{source.name}.docx")
            xml = document_xml(source)
            write_docx(source, made[-1], _ruled(xml) if source in RULED else xml)
        print_all(made, FOLDER)


if __name__ == "__main__":
    main()
