"""Web pages: the same report as text, whatever dresses and surrounds it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer.document.markup.pages import items_of
from reviewer.document.markup.patience import Patience
from reviewer.document.model import Document, Origin, Table
from reviewer.document.opening import open_document, open_html, open_text
from reviewer.document.readers import html
from reviewer.errors import Cancelled, EmptyError, FormatError, ReviewerError, TooLargeError
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import layout_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.document.pages import DRESSES, FRAMES, TITLE, article, bare, flat, portal
from tests.document.reading import tables_of
from tests.layouts import make_figures, render

ORIGIN = Origin(path="", format="html", encoding=None, sha256="0" * 64, size=0)
FORMS = ("2019", "2021")
OTHER = "云岭县松涧乡2022年政府信息公开年度报告"
STYLES = ("closed", "open", "grouped")


def _silent(_message: str, _fraction: float) -> None:
    pass


def _opened(page: str | bytes) -> Document:
    data = page if isinstance(page, bytes) else page.encode()
    assert html.accepts(data)
    return html.read(data, ORIGIN, _silent)


def _texts(table: Table, document: Document) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): document.at(cell.place.span) for cell in table.cells}


def _table(inside: str) -> tuple[Table, Document]:
    document = _opened(f"<table>{inside}</table>")
    (table,) = tables_of(document)
    return table, document


def _essence(report: Report) -> tuple[object, ...]:
    """What a report says, places left out."""
    figures = {
        cell: (one.printed, one.number, one.kind, one.unit, one.sure)
        for cell, one in report.by_cell.items()
    }
    sections = [(section.number, section.title) for section in report.sections[1:5]]
    return figures, sections, report.form.id, [problem.code for problem in report.problems]


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("frame", FRAMES)
def test_every_dress_gives_the_same_report_as_text(form_id: str, dress: str, frame: str) -> None:
    figures = make_figures(form_id, 3)
    style = STYLES[(list(DRESSES).index(dress) + list(FRAMES).index(frame)) % len(STYLES)]
    document = _opened(FRAMES[frame](article(figures, form_id, dress=dress, style=style)))
    report = read_report(document)
    text = read_report(open_text(render(figures, form_id, "tsv", year=2023).text))
    assert _essence(report)[:3] == _essence(text)[:3]
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures
    assert (report.title, report.year) == (TITLE, 2023)
    assert report.body == text.body
    for foreign in ("网站标识码", "首页", "某某政府网", "document.write", "777", "2018年"):
        assert foreign not in document.text


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("seed", range(6))
def test_every_cell_leads_back_to_its_printed_text(form_id: str, seed: int) -> None:
    figures = make_figures(form_id, seed, size=(0, 40, 4000)[seed % 3])
    dress = list(DRESSES)[seed % len(DRESSES)]
    document = _opened(portal(article(figures, form_id, dress=dress)))
    form = form_of(form_id)
    for stated, read in zip(form.tables, tables_of(document), strict=True):
        texts = _texts(read, document)
        for cell in layout_of(form, stated.key).cells:
            shown = figures[cell.cell] if cell.cell else cell.text
            assert texts[cell.row, cell.column].split() == shown.split()
            anchor = read.grid[cell.row, cell.column]
            assert (anchor.row_span, anchor.column_span) == (cell.row_span, cell.column_span)
    report = read_report(document)
    for reading in report.readings:
        assert reading.place is not None
        assert document.at(reading.place.span) == reading.printed == figures[reading.cell]


def test_the_real_page_is_read_to_the_last_figure(real_reports: Path) -> None:
    (path,) = real_reports.glob("005_*.html")
    report = read_report(_opened(path.read_bytes()))
    assert len(report.readings) == 200
    assert all(reading.sure and reading.printed for reading in report.readings)
    assert report.title == "测试市2025年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("encoding", "declared", "named"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "gb2312", "utf-8"),
        ("utf-8-sig", "", "utf-8-sig"),
        ("gbk", "gb2312", "gb18030"),
        ("gbk", "", "gb18030"),
        ("gb18030", "utf-8", "gb18030"),
        ("gbk", "iso-8859-1", "gb18030"),
        ("gbk", "big5", "gb18030"),
        ("gbk", "no-such-code", "gb18030"),
        ("utf-16", "utf-16", "utf-16"),
        ("utf-16-le", "", "utf-16-le"),
    ],
)
def test_what_a_page_declares_is_only_a_hint(encoding: str, declared: str, named: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    page = f"<html><head>{meta if declared else ''}</head><body>{article(make_figures('2021', 1))}"
    document = _opened(page.encode(encoding))
    assert document.origin.encoding == named
    assert document.text.startswith(TITLE)
    assert document.warnings == ()


def test_traditional_characters_in_their_own_encoding() -> None:
    page = '<html><meta charset="big5"><p>雲嶺縣政府信息公開工作年度報告</p><p>一、總體情況</p>'
    assert _opened(page.encode("big5")).text.startswith("雲嶺縣政府信息公開")


@pytest.mark.parametrize(
    ("head", "outside", "title"),
    [
        (f"<title>{OTHER}_甲县人民政府网</title>", "", OTHER),
        (f"<title>年报</title><meta name='ArticleTitle' content='{OTHER}'>", "", OTHER),
        (f"<title>{TITLE}</title>", f"<h1>{OTHER}</h1>", OTHER),
        ("<title>欢迎访问</title>", "", ""),
    ],
    ids=["head", "meta", "heading", "none"],
)
def test_the_title_stands_first(head: str, outside: str, title: str) -> None:
    inside = article(make_figures("2021", 2), titled=False)
    source = "<div class='info'>来源：甲县　日期：2023-01-20</div>" if outside else ""
    page = (
        f"<html><head>{head}</head><body><a href='/'>首页</a>{outside}{source}<div>{inside}</div>"
    )
    lines = _opened(page).text.split("\n")
    assert lines[0] == (title or "本报告所列数据的统计期限为2023年1月1日至12月31日。")
    assert (lines[1].startswith("来源")) == bool(outside)


def test_body_and_date_behind_the_article_belong_to_it() -> None:
    page = (
        f"<body><div><div>{article(make_figures('2021', 2))}</div><p>云岭县石桥镇人民政府</p>"
        "<p>2024年1月20日</p></div><p>版权所有：某某</p></body>"
    )
    assert _opened(page).text.endswith("无。\n云岭县石桥镇人民政府\n2024年1月20日\n")


@pytest.mark.parametrize("around", ["display:none", "visibility: hidden", ""])
def test_a_table_with_the_forms_labels_is_never_lost(around: str) -> None:
    figures = make_figures("2021", 2)
    page = re.sub("<TABLE", f"<TABLE class=footer style='{around}'", flat(article(figures)))
    report = read_report(_opened(page))
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures


def test_hidden_copies_and_hidden_cells_are_left_out() -> None:
    figures = make_figures("2021", 2)
    inside = article(figures)
    page = bare(f"{inside}<div style='display: none'>{inside}</div><p hidden>隐藏</p>")
    page = page.replace("</tr>", "<td style='display:none'>99999</td></tr>")
    document = _opened(page)
    assert len(tables_of(document)) == 3
    assert "99999" not in document.text
    assert "隐藏" not in document.text


def test_pictures_in_the_place_of_tables_are_said() -> None:
    inside = re.sub("(?s)<TABLE.*?</TABLE>", '<p><img src="/a/W02024.png?v=1" alt="x"></p>',
                    article(make_figures("2021", 2)), count=1)  # fmt: skip
    report = read_report(_opened(bare(f"<img src='icon_doc.gif'>{inside}<img src=a.png width=1>")))
    assert report.document.text.count("〔图片 W02024.png〕") == 1
    (problem,) = [one for one in report.problems if one.code == "table.picture"]
    assert problem.span is not None
    assert "W02024.png" in problem.message
    assert "W02024.png" in report.document.at(problem.span)


def test_wrong_spans_do_not_overlap() -> None:
    table, document = _table(
        "<tr><td rowspan=2 colspan=0>甲<td>乙<td rowspan=9>丙</tr>"
        "<tr><td colspan=3>丁<td rowspan=-1 colspan='x'>戊</tr>"
        "<tr><td colspan=99999999999>己"
    )
    seen: set[tuple[int, int]] = set()
    for cell in table.cells:
        places = {
            (row, column)
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        assert not places & seen
        seen |= places
    assert table.rows == 3
    assert table.columns <= 10
    assert set(_texts(table, document).values()) == set("甲乙丙丁戊己")


def test_a_span_of_no_rows_reaches_to_the_end_of_its_group() -> None:
    table, document = _table(
        "<tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody><tbody><tr><td>乙<td>3</tbody>"
    )
    assert table.grid[1, 0] is table.grid[0, 0]
    assert document.text == "甲\t1\n\t2\n乙\t3\n"


def test_rows_in_a_form_rows_without_table_and_tables_without_rows() -> None:
    document = _opened(
        "<table><form><tr><td>甲<td>1</tr></form></table><div><tr><td>乙</td><td>2</td></tr>"
        "<tr><td>丙</td><td>3</td></tr></div><table>空表</table><table></table>"
    )
    assert [line for line in document.text.split("\n") if line][:1] == ["甲\t1"]
    assert "乙\t2\n丙\t3\n" in document.text
    assert "空表" in document.text


def test_lines_break_where_a_browser_breaks_them() -> None:
    document = _opened(
        "<p>甲<br/>乙<b>丙</b> \n 丁</p>戊<div>己\n庚  &amp; &lt;b&gt;\tA\n B</div>"
        "<pre>一  二\n\t三</pre><li>辛<li>壬"
    )
    assert document.text == "甲\n乙丙丁\n戊\n己庚 & <b> A B\n一  二\n\t三\n辛\n壬\n"


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("<html></html>", EmptyError),
        ("<!-- --><html><script>1</script>", EmptyError),
        ("<html>" + "<b>" * 150_001, TooLargeError),
        ("<html>" + "<div>" * 5000 + "文", FormatError),
        (f"<table>{'<tr>' + '<td colspan=1000>0' * 500}</table>", TooLargeError),
        (f"<table>{'<tr><td rowspan=60000>1' * 70_000}</table>", TooLargeError),
        (f"<table><tr>{'<td>1' * 60_001}</table>", TooLargeError),
        (f"<html><p>{'一、总体情况 ' * 200_000}", TooLargeError),
        (f"<html><p {' '.join(f'a{at}=1' for at in range(200_000))}>文", FormatError),
        (f"<html><p x='>' {'a ' * 1000}>文", FormatError),
    ],
    ids=[
        "empty",
        "script",
        "tags",
        "depth",
        "places",
        "staircase",
        "cells",
        "text",
        "attributes",
        "quoted",
    ],
)
def test_pages_beyond_the_limits_are_refused(page: str, error: type[ReviewerError]) -> None:
    with pytest.raises(error) as caught:
        _opened(page)
    assert caught.value.message.endswith("。")


def test_a_page_that_takes_too_long_is_stopped() -> None:
    seconds = iter(range(1000))
    patience = Patience(lambda: None, lambda: float(next(seconds)))
    with pytest.raises(TooLargeError, match="过长"):
        items_of("<div>一、总体情况</div>" * 3000, patience)


def test_reading_a_page_can_be_cancelled_on_the_way() -> None:
    told: list[float] = []

    def cancel(_message: str, fraction: float) -> None:
        told.append(fraction)
        if len(told) > 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        html.read(("<html>" + "<div>一、总体情况</div>" * 3000).encode(), ORIGIN, cancel)


WINDOWS = (
    "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000009999\r\nStartFragment:0000000141\r\n"
    "EndFragment:0000009999\r\nSourceURL:https://example.org/a\r\n"
)


@pytest.mark.parametrize("before", ["", WINDOWS])
@pytest.mark.parametrize("form_id", FORMS)
def test_a_pasted_table_stays_a_table(before: str, form_id: str) -> None:
    figures = make_figures(form_id, 8)
    inside = article(figures, form_id, dress="nested")
    # Spreadsheets put the mark within the table.
    fragment = inside.replace("<colgroup>", "<!--StartFragment--><colgroup>", 1)
    document = open_html(f"{before}<html><body>\r\n{fragment}<!--EndFragment--></body></html>")
    assert document.text.startswith(TITLE)
    assert len(tables_of(document)) == 3
    report = read_report(document)
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures
    again = open_text(document.text)
    assert (again.text, again.origin.sha256) == (document.text, document.origin.sha256)


def test_a_lone_surrogate_on_the_clipboard_is_borne() -> None:
    assert open_html("<table><tr><td>\ud800甲<td>\x85\u20281</table>").text.endswith("甲\t1\n")


@pytest.mark.parametrize("name", ["报告.html", "报告.doc", "报告.txt", "报告"])
def test_the_content_of_a_file_tells_that_it_is_a_page(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bare(article(make_figures("2021", 1))).encode("gbk"))
    document = open_document(tmp_path / name)
    assert document.origin.format == "html"
    assert len(tables_of(document)) == 3


def test_lines_around_a_table_in_a_text_stay_lines() -> None:
    document = _opened(
        "石桥镇年报\n一、总体情况\n<table><tr><td>甲</td>\n<td>1</td></tr></table>\n末\n"
    )
    assert document.text == "石桥镇年报\n一、总体情况\n甲\t1\n末\n"


def test_nothing_outside_the_page_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>甲&x;乙</p>'
        f'<iframe src="{secret.as_uri()}"></iframe><object data="{secret}"></object>'
    )
    assert "机密" not in _opened(page).text


@pytest.mark.parametrize(
    ("data", "accepted"),
    [
        (b"<!-- a --><!-- b -->\n<!DOCTYPE html>", True),
        (b"\xef\xbb\xbf<HTML>", True),
        (b'<?xml version="1.0"?><html xmlns="x">', True),
        (b"<meta charset=gbk><table>", True),
        (b"Version:0.9\r\n<table><tr><td>1</td></tr></table>", True),
        ("年报 <b>3</b> 件".encode(), False),
        ("<石桥镇>2023年年报".encode(), False),
        (b'<?xml version="1.0"?><w:document>', False),
        (b"<!-- " * 2000, False),
        (b"", False),
    ],
)
def test_pages_are_known_by_their_content(data: bytes, accepted: bool) -> None:
    assert html.accepts(data) == accepted


def test_pages_written_in_frames_stand_where_the_frames_do() -> None:
    figures = make_figures("2021", 8)
    inner = article(figures, "2021").replace("&", "&amp;").replace('"', "&quot;")
    framed = f'<html><body><p>上文</p><iframe srcdoc="{inner}"></iframe><p>下文</p></body></html>'
    report = read_report(_opened(framed))
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures
    assert (
        "外面" not in _opened('<html><iframe src="http://x.invalid/">外面</iframe>上文</html>').text
    )


def test_frames_within_frames_are_not_followed() -> None:
    page = "<p>里面</p>"
    for _ in range(30):
        page = '<p>外面</p><iframe srcdoc="' + page.replace("&", "&amp;").replace('"', "&quot;")
        page += '"></iframe>'
        if len(page) > 10_000:
            break
    assert "里面" not in _opened(f"<html><body>{page}</body></html>").text


def test_what_floats_beside_each_other_is_parted() -> None:
    cell = '<span style="float: left; width:10%">{}</span>'
    assert _opened(f"<div>{cell.format(12)}{cell.format(3)}</div>").text == "12 3\n"
    assert _opened("<div><span style='color:red'>1</span><span>2</span></div>").text == "12\n"


def test_comments_that_spreadsheets_write_into_cells_are_no_figures() -> None:
    table, document = _table(
        "<tr><td>新收</td><td><comment>批注 99</comment>12</td></tr>"
        "<tr><td>结转</td><td>3</td></tr>"
    )
    assert _texts(table, document)[0, 1] == "12"
