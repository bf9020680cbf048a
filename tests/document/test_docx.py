"""Word's docx: what Word prints is what is read, every construct of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from reviewer.document.composing import Cell, Grid
from reviewer.document.model import Document, Table
from reviewer.document.opening import open_text
from reviewer.document.readers import docx as reader
from reviewer.errors import EmptyError, FormatError, OpenError
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind
from tests.document.reading import read_as, tables_of
from tests.layouts import make_figures, render
from tests.writers.docx import body_of, cell, docx, grid_table, paragraph, row, run, table, texts
from tests.writers.report import report_items

FALLBACK = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    "{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    "<w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    "</w:r>"
)


read = partial(read_as, "docx")


def lines(body: str) -> list[str]:
    return read(docx(body)).text.splitlines()


def shape(table: Table, document: Document) -> set[tuple[int, int, int, int, str]]:
    return {
        (one.row, one.column, one.row_span, one.column_span, document.at(one.place.span))
        for one in table.cells
    }


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(5))
def test_the_same_figures_give_the_same_report_as_text(form_id: str, seed: int) -> None:
    figures = make_figures(form_id, seed)
    report = read_report(read(docx(body_of(report_items(figures, form_id)))))
    other = read_report(open_text(render(figures, form_id, "word_tab", year=2022).text))
    assert (report.form.id, report.year, report.body) == (other.form.id, other.year, other.body)
    for key, reading in report.by_cell.items():
        same = other.by_cell[key]
        assert (reading.printed, reading.kind, reading.number) == (
            figures[key],
            same.kind,
            same.number,
        )
        assert reading.sure
        assert reading.place is not None
        assert report.document.at(reading.place.span) == figures[key]


@pytest.mark.parametrize("seed", range(3))
def test_every_cell_keeps_its_place_and_spans(seed: int) -> None:
    items = report_items(make_figures("2021", seed), "2021")
    document = read(docx(body_of(items)))
    grids = [item for item in items if isinstance(item, Grid)]
    for grid, found in zip(grids, tables_of(document), strict=True):
        assert shape(found, document) == {
            (one.row, one.column, one.row_span, one.column_span, one.text) for one in grid.cells
        }


def test_the_official_form_opens_with_every_cell_blank(real_reports: Path) -> None:
    (path,) = real_reports.glob("*空白模版.docx")
    report = read_report(read(path.read_bytes()))
    assert report.form.id == "2021"
    assert {reading.kind for reading in report.readings} == {Kind.BLANK}
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


def test_runs_in_wrappers_are_taken() -> None:
    inside = (
        f"<w:smartTag>{run('一')}</w:smartTag><w:hyperlink>{run('二')}</w:hyperlink>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('三')}</w:sdtContent></w:sdt>"
        f"<w:customXml>{run('四')}</w:customXml><w:fldSimple>{run('五')}</w:fldSimple>"
        f"<m:oMath><m:r><m:t>6</m:t></m:r></m:oMath>"
        f"<w:ruby><w:rt>{run('拼音')}</w:rt><w:rubyBase>{run('七')}</w:rubyBase></w:ruby>"
    )
    assert lines(paragraph(inside)) == ["一二三四五6七"]


def test_marks_within_runs() -> None:
    marks = (
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>软</w:t><w:softHyphen/><w:t>连</w:t>"
        '<w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/>'
        '<w:sym w:font="Symbol" w:char="F02B"/><w:sym w:font="Wingdings" w:char="F030"/></w:r>'
    )
    assert lines(paragraph(marks)) == ["甲\t乙", "软连-☑+\ufffd"]


def test_the_code_of_a_field_is_left_out() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    field = mark("begin") + code + run("代码") + mark("separate") + run("12") + mark("end")
    assert lines(paragraph(run("第") + field + run("页"))) == ["第12页"]


def test_a_field_in_a_cell_that_keeps_no_result_is_doubted() -> None:
    def field(code: str, result: str) -> str:
        begin, middle, end = (
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
            for kind in ("begin", "separate", "end")
        )
        told = f"{middle}{result}" if result else ""
        return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{told}{end}"

    overlaid = field("eq \\o(\\s\\up 5(12))", "")
    for content, doubted in (
        (overlaid, True),
        (field("=SUM(LEFT)", run("12")), False),
        (field("IF " + field("=1", ""), run("12")), False),
    ):
        document = read(docx(table([row([cell(paragraph(run("甲"))), cell(paragraph(content))])])))
        assert bool(document.doubts) is doubted
    assert not read(docx(paragraph(run("甲") + overlaid))).doubts


def test_tracked_changes_are_accepted_and_said() -> None:
    kept = paragraph(
        f"<w:ins>{run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('从')}</w:moveFrom><w:moveTo>{run('到')}</w:moveTo>"
    )
    rows = [
        row([cell(paragraph(run(text)))] * 2, mark)
        for text, mark in (("删", "<w:del/>"), ("增", "<w:ins/>"), ("原", ""))
    ]
    document = read(docx(kept + table(rows)))
    assert document.text == "新到\n增\t增\n原\t原\n"
    assert ["修订" in warning for warning in document.warnings] == [True]
    assert read(docx(paragraph(run("无")))).warnings == ()


def test_a_deleted_paragraph_end_joins_the_next() -> None:
    body = paragraph(run("受理1"), "<w:rPr><w:del/></w:rPr>") + paragraph(run("2件"))
    assert lines(body) == ["受理12件"]


def test_hidden_text_is_left_out_and_said() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
    seen = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r>'
    document = read(docx(paragraph(hidden + seen)))
    assert document.text == "明\n"
    assert len(document.warnings) == 1


def test_prompts_of_unfilled_content_controls_are_no_text() -> None:
    def control(content: str, properties: str) -> str:
        inner = f"<w:sdtContent>{content}</w:sdtContent>"
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{inner}</w:sdt>"

    prompt = control(cell(paragraph(run("单击此处输入"))), "<w:showingPlcHdr/>")
    filled = control(cell(paragraph(run("3"))), "")
    rows = control(row([cell(paragraph(run("甲"))), prompt, filled]), "")
    document = read(docx(control(table([rows]), "")))
    assert document.text == "甲\t\t3\n"


def test_cells_that_begin_late_and_old_horizontal_merges() -> None:
    late = row(
        [cell(paragraph(run("甲"))), cell(paragraph(run("乙")))], '<w:gridBefore w:val="2"/>'
    )
    merged = [
        cell(paragraph(run("丙")), '<w:hMerge w:val="restart"/>'),
        cell(paragraph(run("藏")), "<w:hMerge/>"),
        cell(paragraph(run("丁")), '<w:gridSpan w:val="2"/>'),
    ]
    document = read(docx(table([late, row(merged)])))
    assert shape(tables_of(document)[0], document) == {
        (0, 2, 1, 1, "甲"),
        (0, 3, 1, 1, "乙"),
        (1, 0, 1, 2, "丙"),
        (1, 2, 1, 2, "丁"),
    }


def test_a_table_within_a_layout_table_is_found() -> None:
    grid = Grid((Cell(0, 0, "行", row_span=2), Cell(0, 1, "1"), Cell(1, 1, "2")))
    inner = paragraph(run("上文")) + grid_table(grid) + paragraph(run("下文"))
    sides = [cell(paragraph(run("左"))), cell(inner)]
    outer = table([row([cell(paragraph(run("页")))] * 2), row(sides), row([cell(inner)])])
    document = read(docx(outer))
    assert document.text == "页\t页\n左\n上文\n行\t1\n\t2\n下文\n上文\n行\t1\n\t2\n下文\n"
    assert [(one.rows, one.columns) for one in tables_of(document)] == [(1, 2), (2, 2), (2, 2)]


def test_a_report_within_a_frame_is_read_like_any_other() -> None:
    figures = make_figures("2021", 3)
    framed = table([row([cell(body_of(report_items(figures, "2021")))])])
    report = read_report(read(docx(framed)))
    assert {key: one.printed for key, one in report.by_cell.items()} == figures


def test_a_small_table_within_a_figures_cell_is_its_text() -> None:
    rows = [row([cell(paragraph(run("甲"))), cell(texts(["12"]) + paragraph())])]
    assert lines(table(rows)) == ["甲\t12"]


def test_text_boxes_are_read_once() -> None:
    box = FALLBACK.format(paragraph(run("框中")) + texts(["甲", "1"]))
    document = read(docx(paragraph(run("段") + box)))
    assert document.text == "段\n框中\n甲\t1\n"
    old = f"<w:r><w:pict><w:txbxContent>{paragraph(run('旧框'))}</w:txbxContent></w:pict></w:r>"
    assert lines(paragraph(old)) == ["", "旧框"]


def test_tables_that_are_pictures_are_said_with_their_place() -> None:
    figures = make_figures("2021", 1)
    drawing = '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>'
    items = report_items(figures, "2021")
    (third,) = (n for n, item in enumerate(items) if str(item).startswith("三、"))
    body = body_of(items[: third + 1]) + paragraph(drawing) + body_of(items[third + 2 :])
    data = docx(body, relations={"rId9": ("image", "media/image1.png")})
    (problem,) = read_report(read(data)).problems
    assert problem.code == "table.picture"
    assert "“image1.png”" in problem.message
    assert problem.span is not None
    assert read(data).at(problem.span) == "image1.png"


def test_embedded_spreadsheets_are_said() -> None:
    embedded = (
        '<w:r><w:object><v:shape><v:imagedata r:id="rId8"/></v:shape>'
        '<o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    )
    data = docx(paragraph(embedded), relations={"rId8": ("image", "media/image2.emf")})
    assert read(data).text == "\n〔图片 image2.emf〕\n"
    assert "Excel" in read(data).warnings[0]


def test_footnotes_stand_at_the_end_and_headers_nowhere() -> None:
    notes = (
        f'<w:footnotes><w:footnote w:type="separator">{paragraph()}</w:footnote>'
        f"<w:footnote>{paragraph(run(' 含以前年度。'))}</w:footnote></w:footnotes>"
    )
    header = f"<w:hdr>{paragraph(run('页眉'))}</w:hdr>"
    body = paragraph(run("受理12") + "<w:r><w:footnoteReference/></w:r>" + run("件"))
    parts = {"word/footnotes.xml": notes, "word/header1.xml": header}
    relations = {"rId1": ("footnotes", "footnotes.xml"), "rId2": ("header", "header1.xml")}
    assert read(docx(body, parts, relations)).text == "受理12件\n〔脚注1〕含以前年度。\n"


def test_another_name_of_the_main_part() -> None:
    data = docx(paragraph(run("正文")), main="word/document2.xml")
    assert reader.accepts(data)
    assert read(data).text == "正文\n"


def test_the_strict_kind_of_file() -> None:
    data = docx(paragraph(run("正文")), strict=True)
    assert read(data).text == "正文\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 word/document.xml", "损坏"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 508 + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (docx("<w:p>"), "损坏"),
        (docx("", main="word/other.xml"), "没有任何文字"),
        (
            docx(
                paragraph("<w:r><w:t>&out;</w:t></w:r>"),
                prolog='<!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/passwd">]>',
            ),
            "实体",
        ),
    ],
    ids=["zip", "locked", "xml", "empty", "entity"],
)
def test_what_cannot_be_read_is_refused_with_a_hint(data: bytes, words: str) -> None:
    with pytest.raises((FormatError, EmptyError)) as caught:
        read(data)
    assert words in caught.value.message
    assert caught.value.hint.endswith("。")


def test_parts_that_unpack_to_too_much_are_not_read() -> None:
    bomb = docx(paragraph(run("零" * 9_000_000)))
    assert len(bomb) < 60_000
    with pytest.raises(OpenError) as caught:
        read(bomb)
    assert "过大" in caught.value.message


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl><w:tr><w:tc>" * 80 + paragraph(run("深")) + "</w:tc></w:tr></w:tbl>" * 80,
        "<w:sdt><w:sdtContent>" * 120 + paragraph(run("深")) + "</w:sdtContent></w:sdt>" * 120,
        table([row([cell(paragraph(run("宽")), '<w:gridSpan w:val="99999999"/>')] * 3)]),
        table([row([cell(paragraph(run("宽")))], '<w:gridBefore w:val="-5"/>')] * 3),
    ],
    ids=["tables", "controls", "wide", "negative"],
)
def test_absurd_structures_end_in_a_document_or_a_refusal(body: str) -> None:
    try:
        document = read(docx(body))
    except OpenError:
        return
    assert document.text.count("\t") < 2000
