"""Makes the fixtures that only an office program writes: doc, xls, pdf; needs soffice.

python -m tests.document.office_source    # writes them anew
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from tests.document.same import CASES, FOLDER, SHORT
from tests.writers.docx import body_of, docx, paragraph, run
from tests.writers.xlsx import bytes_of, sheets_of

WORDS = Path(__file__).parents[1] / "data" / "word"
SHEETS = Path(__file__).parents[1] / "data" / "sheets"


def odd_book() -> Workbook:
    """Merged, hidden and formatted cells, and formulas."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "数据"
    sheet.append(["名称", "甲", None, "乙"])
    sheet.merge_cells("B1:C1")
    sheet.append(["数", 12, 1234567.5, 0.125])
    sheet["C2"].number_format, sheet["D2"].number_format = "#,##0.00", "0.0%"
    sheet.append(["文本数", "0012", "+2", "１２"])
    for name in ("B3", "C3", "D3"):
        sheet[name].number_format, sheet[name].data_type = "@", "s"
    sheet.append(["日期", date(2023, 1, 20), True, "=B2+1"])
    sheet["B4"].number_format = 'yyyy"年"m"月"d"日"'
    sheet.append(["隐藏", 7])
    sheet.row_dimensions[5].hidden = True
    sheet.append(["件", 3])
    sheet["B6"].number_format = '0"件"'
    return book


def numbered_docx() -> bytes:
    """Headings and paragraphs with automatic numbers, of their own and of their styles."""
    formats = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3．"))
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(formats)
    )
    numbering = (
        f'<w:numbering><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    styles = (
        '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:name w:val="Numbered"/><w:pPr>'
        f'{number.format(0)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="b">'
        '<w:name w:val="Below"/><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    depths = (("总体", 0), ("主动", 1), ("申请", 1), ("项", 2), ("其次", 0), ("首", 1))
    body = "".join(paragraph(run(text), number.format(depth)) for text, depth in depths)
    body += paragraph(run("无号"))
    body += "".join(paragraph(run(one), f'<w:pStyle w:val="{one}"/>') for one in "ab")
    return docx(
        body,
        {"word/numbering.xml": numbering, "word/styles.xml": styles},
        {"rId1": ("numbering", "numbering.xml"), "rId2": ("styles", "styles.xml")},
    )


def convert(sources: Sequence[Path], kind: str, folder: Path) -> None:
    """Save files in another format."""
    with tempfile.TemporaryDirectory() as profile:
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = ["soffice", own, "--headless", "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*command, *map(str, sources)], check=True, timeout=300)


def main() -> None:
    """Write all fixtures."""
    for folder in (FOLDER, SHEETS):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        odd = Path(temporary) / "odd.xlsx"
        odd.write_bytes(bytes_of(odd_book()))
        documents, books = [], []
        for case in (*CASES, SHORT):
            documents.append(Path(temporary) / f"{case.name}.docx")
            documents[-1].write_bytes(docx(body_of(case.items)))
            books.append(Path(temporary) / f"{case.name}.xlsx")
            books[-1].write_bytes(bytes_of(sheets_of(case.items, apart=case.noted)))
        numbered = Path(temporary) / "numbered.docx"
        numbered.write_bytes(numbered_docx())
        convert([numbered], "doc:MS Word 97", WORDS)
        convert(documents, "doc:MS Word 97", FOLDER)
        convert(documents, "pdf", FOLDER)
        convert(books, "xls:MS Excel 97", FOLDER)
        convert([odd], "xls:MS Excel 97", SHEETS)


if __name__ == "__main__":
    main()
