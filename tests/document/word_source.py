"""Makes the Word fixtures in tests/data/word: reports of known figures, saved by LibreOffice.

python -m tests.document.word_source    # writes them anew; needs soffice
"""

from __future__ import annotations

import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from reviewer.base import CellId
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import Layout, LayoutCell, layout_of
from tests.layouts import make_figures

FOLDER = Path(__file__).parents[1] / "data" / "word"
TITLE = "云岭县石桥镇人民政府2022年政府信息公开工作年度报告"
FOOTNOTE = "数据截至当年十二月三十一日。"

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_WORD_TYPE}.footnotes+xml"/></Types>'
)
_WIDTH = 9000
_PADDING = re.compile(rb"\\(?:cl|tr)padd?f?[tlbr]\d+|\\rtlch\S*? |\\hyphpar0|\\langfe\d+")
"""Words of RTF that say nothing of text and tables; without them the files are small."""


@dataclass(frozen=True)
class Source:
    """A fixture: the report's form and figures, and what is odd in it."""

    name: str
    form_id: str
    seed: int
    framed: bool = False
    tracked: bool = False

    @property
    def figures(self) -> dict[CellId, str]:
        """What every cell says."""
        return make_figures(self.form_id, self.seed)

    def saved_as(self, suffix: str) -> bytes:
        """The fixture in a format."""
        return (FOLDER / f"{self.name}.{suffix}").read_bytes()


SOURCES = (
    Source("town_2021", "2021", 1),
    Source("town_2019", "2019", 2, tracked=True),
    Source("framed_2021", "2021", 3, framed=True),
)


def document_xml(source: Source) -> str:
    """The report as WordprocessingML."""
    body = [_paragraph(TITLE), _paragraph("一、总体情况"), _situation()]
    form = form_of(source.form_id)
    for number, table in zip("二三四", form.tables, strict=True):
        body.append(_paragraph(f"{number}、{table.title}"))
        table_xml = _table(layout_of(form, table.key), source.figures, tracked=source.tracked)
        body.append(_frame(table_xml) if source.framed else table_xml)
    body.append(_paragraph("五、存在的主要问题及改进情况"))
    body.append(_paragraph("公开内容不够丰富。明年将继续改进。"))
    body.append(_paragraph("六、其他需要报告的事项"))
    body.append(_paragraph("没有其他需要报告的事项。"))
    return f"<w:document {_W}><w:body>{''.join(body)}</w:body></w:document>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(text: str) -> str:
    return f"<w:p>{_run(text)}</w:p>"


def _situation() -> str:
    """A sentence with a field (its result counts), a footnote, and a line break."""
    link = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "http://example.invalid/" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{_run("县政府网站")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    after = _run("公开信息31条。")
    return f"<w:p>{_run('本年通过')}{link}{after}{note}<w:r><w:br/></w:r>{_run('下同。')}</w:p>"


def _frame(table: str) -> str:
    """A table that only lays out another one, with its caption."""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="{_WIDTH}"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="{_WIDTH}" '
        f'w:type="dxa"/></w:tcPr>{_paragraph("（统计表）")}{table}{_paragraph("")}'
        f"</w:tc></w:tr></w:tbl>{_paragraph('')}"
    )


def _table(layout: Layout, figures: Mapping[CellId, str], *, tracked: bool) -> str:
    width = _WIDTH // layout.columns
    rows = "".join(
        f"<w:tr>{''.join(_cells(layout, row, width, figures, tracked=tracked))}</w:tr>"
        for row in range(layout.rows)
    )
    grid = f'<w:gridCol w:w="{width}"/>' * layout.columns
    size = f'<w:tblW w:w="{width * layout.columns}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{size}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _cells(
    layout: Layout, row: int, width: int, figures: Mapping[CellId, str], *, tracked: bool
) -> Iterable[str]:
    at = layout.at()
    for column in range(layout.columns):
        cell = at[row, column]
        if cell.column == column:
            text = (figures[cell.cell] if cell.cell else cell.text) if cell.row == row else ""
            merge = _merge(cell, row)
            properties = (
                f'<w:tcW w:w="{width * cell.column_span}" w:type="dxa"/>'
                f'<w:gridSpan w:val="{cell.column_span}"/>{merge}'
            )
            shown = _changed(text) if tracked and text.isdigit() else _run(text)
            yield f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{shown}</w:p></w:tc>"


def _merge(cell: LayoutCell, row: int) -> str:
    if cell.row_span == 1:
        return ""
    return '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"


def _changed(text: str) -> str:
    """A figure whose last digit was put in and another one taken out, under tracking."""
    who = 'w:id="1" w:author="某" w:date="2023-01-05T08:00:00Z"'
    return (
        f"{_run(text[:-1])}<w:del {who}><w:r><w:delText>9</w:delText></w:r></w:del>"
        f"<w:ins {who}>{_run(text[-1])}</w:ins>"
    )


def write_docx(source: Source, target: Path, xml: str = "") -> None:
    """The smallest package that a word processor opens; ``xml`` in the source's own place."""
    main = ("officeDocument", "word/document.xml")
    notes = ("footnotes", "footnotes.xml")
    footnotes = (
        f'<w:footnotes {_W}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        '<w:footnote w:id="1" w:type="continuationSeparator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{_paragraph(FOOTNOTE)}</w:footnote></w:footnotes>'
    )
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _relations(main))
        package.writestr("word/_rels/document.xml.rels", _relations(notes))
        package.writestr("word/document.xml", xml or document_xml(source))
        package.writestr("word/footnotes.xml", footnotes)


def _relations(one: tuple[str, str]) -> str:
    kind, target = one
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def main() -> None:
    """Write all fixtures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    filters = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format"}
    with tempfile.TemporaryDirectory() as folder:
        made = [Path(folder) / f"{source.name}.docx" for source in SOURCES]
        for source, path in zip(SOURCES, made, strict=True):
            write_docx(source, path)
        for name in filters.values():
            profile = f"-env:UserInstallation={Path(folder).as_uri()}/profile"
            command = ["soffice", profile, "--headless", "--convert-to", name, "--outdir"]
            subprocess.run([*command, str(FOLDER), *map(str, made)], check=True, timeout=300)
    for path in FOLDER.glob("*.rtf"):
        path.write_bytes(_PADDING.sub(b"", path.read_bytes()))


if __name__ == "__main__":
    main()
