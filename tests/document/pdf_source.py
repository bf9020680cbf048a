"""Makes the PDF fixtures in tests/data/pdf: reports of known figures, printed by LibreOffice.

python -m tests.document.pdf_source    # writes them anew; needs soffice
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from tests.document.word_source import SOURCES, write_docx

FOLDER = Path(__file__).parents[1] / "data" / "pdf"


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
        made = [Path(folder) / f"{source.name}.docx" for source in SOURCES[:1]]
        for source, path in zip(SOURCES, made, strict=False):
            write_docx(source, path)
        print_all(made, FOLDER)


if __name__ == "__main__":
    main()
