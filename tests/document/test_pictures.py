from __future__ import annotations

import zipfile
from dataclasses import replace
from decimal import Decimal
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest

from reviewer.base import cell_id
from reviewer.document.composing import compose
from reviewer.document.geometry.flow import items_of
from reviewer.document.model import Document, Origin, PageBox
from reviewer.document.opening import open_document
from reviewer.document.pictures import embedded, recogniser, recognition
from reviewer.document.pictures.pages import PicturePage, settled
from reviewer.document.pictures.recogniser import Recogniser
from reviewer.document.pictures.sight import Sight, Word
from reviewer.errors import Cancelled, FormatError, ScannedError
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.document.sights import serve, sights
from tests.writers.docx import docx, paragraph, run

SAME = Path(__file__).parents[1] / "data" / "same"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
TITLE = "云岭县石桥镇人民政府2022年政府信息公开工作年度报告"
ORIGIN = Origin(path="扫描件.png", format="picture", encoding=None, sha256="0" * 64, size=1)


def misread(seen: tuple[Sight, ...], text: str, instead: str) -> tuple[Sight, ...]:
    first, *others = seen
    words = tuple(
        word._replace(text=instead) if word.text == text else word for word in first.words
    )
    return (replace(first, words=words), *others)


def document_of(seen: tuple[Sight, ...]) -> Document:
    pages = [PicturePage(number, sight) for number, sight in enumerate(seen, start=1)]
    items = items_of([page.content() for page in pages])
    document = compose(settled(items, pages), ORIGIN, (), [page.size for page in pages])
    return document.model_copy(update={"recognised": tuple(range(1, len(pages) + 1))})


@pytest.fixture(scope="module")
def truth() -> Report:
    return read_report(open_document(SAME / "plain_2021.pdf"))


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that looks at pictures is the tests' own."""
    monkeypatch.setattr(recognition, "Recogniser", partial(Recogniser, serve))
    monkeypatch.setattr("reviewer.document.readers.pdf.is_available", lambda: True)


def test_a_scanned_report_says_what_its_original_says(truth: Report) -> None:
    report = read_report(document_of(sights()))
    told = {one.cell: (one.kind, one.number) for one in report.readings}
    assert told == {one.cell: (one.kind, one.number) for one in truth.readings}
    assert (report.title, report.body, report.year) == (truth.title, truth.body, truth.year)
    assert [one.title for one in report.sections] == [one.title for one in truth.sections]


def test_places_lie_on_the_picture_as_it_is() -> None:
    seen = sights()
    document = document_of(seen)
    report = read_report(document)
    for reading in report.readings:
        place = reading.place
        assert isinstance(place, PageBox)
        page = PicturePage(place.page, seen[place.page - 1])
        size = document.pages[place.page - 1]
        assert 0 <= place.x0 < place.x1 <= size.width
        assert 0 <= place.y0 < place.y1 <= size.height
        assert document.at(place.span) == reading.printed
        words = {
            word.text
            for word in page.sight.words
            if _holds(place, page, page.sight.on_picture(word.box))
        }
        assert any((reading.printed or "") in word for word in words)


def _holds(place: PageBox, page: PicturePage, box: tuple[float, float, float, float]) -> bool:
    points = page.size.height / page.sight.size[1]
    x, y = (box[0] + box[2]) / 2 * points, (box[1] + box[3]) / 2 * points
    return place.x0 <= x <= place.x1 and place.y0 <= y <= place.y1


def test_an_uncertain_word_makes_its_figure_unsure() -> None:
    first, *others = sights()
    words = tuple(word._replace(score=0.6) if word.text == "29" else word for word in first.words)
    report = read_report(document_of((replace(first, words=words), *others)))
    reading = report.by_cell[
        next(cell for cell in report.by_cell if cell == "requests.new.natural_person")
    ]
    assert reading.number == 29
    assert not reading.sure
    assert "60%" in (reading.doubt or "")


def test_a_misread_figure_is_not_sure_however_certain_its_word() -> None:
    report = read_report(document_of(misread(sights(), "29", "24")))
    reading = report.by_cell[cell_id("requests", "new", "natural_person")]
    assert reading.number == 24
    assert not reading.sure
    assert report.by_cell[cell_id("active", "licence", "decisions")].sure


def test_strokes_of_characters_are_no_rules() -> None:
    words = (Word("规范性文件", 1.0, (100, 100, 300, 140)),)
    plain = Sight(400, 400, words, (), (), ((1, 0, 0), (0, 1, 0)), (400, 400))
    struck = replace(plain, horizontal=((120, 110, 290),), vertical=((200, 100, 140),))
    assert PicturePage(1, struck).content() == PicturePage(1, plain).content()


def test_only_what_is_on_pictures_of_a_page_is_taken() -> None:
    whole = PicturePage(1, sights()[0])
    tables = whole.content().tables
    assert len(tables) > 1
    last = tables[-1]
    around = (last.xs[0] - 3, last.ys[0] - 3, last.xs[-1] + 3, last.ys[-1] + 3)
    (alone,) = replace(whole, within=(around,)).content().tables
    assert [cell.text for cell in alone.cells] == [cell.text for cell in last.cells]


def test_scanned_pages_of_a_pdf_are_recognised(
    stand_in: None, tmp_path: Path, truth: Report
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned_pdf(len(sights())))
    document = open_document(path)
    assert any("由程序识别" in warning for warning in document.warnings)
    report = read_report(document)
    assert {one.cell: one.number for one in report.readings} == {
        one.cell: one.number for one in truth.readings
    }
    assert all(isinstance(one.place, PageBox) for one in report.readings)


def test_a_picture_file_is_recognised(stand_in: None, tmp_path: Path) -> None:
    path = tmp_path / "页.png"
    path.write_bytes(PNG)
    document = open_document(path)
    assert document.origin.format == "picture"
    assert len(document.pages) == 1
    assert "2022年政府信息公开工作年度报告" in document.text


def test_tables_on_pictures_in_word_files_are_recognised(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(embedded, "Recogniser", partial(Recogniser, serve))
    monkeypatch.setattr(embedded, "is_available", lambda: True)
    drawing = '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>'
    pages = range(len(sights()))
    body = "".join(paragraph(drawing.replace("rId9", f"rId{page}")) for page in pages)
    relations = {f"rId{page}": ("image", f"media/{page}.png") for page in pages}
    path = tmp_path / "图片表格.docx"
    path.write_bytes(docx(paragraph(run(TITLE)) + body, relations=relations))
    with zipfile.ZipFile(path, "a") as zipped:
        for page in pages:
            zipped.writestr(f"word/media/{page}.png", PNG + bytes(range(256)) * 40)
    document = open_document(path)
    assert any("表格图片由程序识别" in warning for warning in document.warnings)
    report = read_report(document)
    assert report.by_cell[cell_id("active", "fee", "amount")].number == Decimal("208.6")
    assert report.by_cell[cell_id("requests", "new", "natural_person")].number == 29


def test_photographs_in_word_files_stay_pictures(tmp_path: Path) -> None:
    drawing = '<w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r>'
    path = tmp_path / "照片.docx"
    path.write_bytes(
        docx(paragraph(run("正文") + drawing), relations={"rId1": ("image", "media/1.png")})
    )
    assert open_document(path).text == "正文\n〔图片 1.png〕\n"


def test_without_the_extra_one_line_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recogniser, "is_available", lambda: False)
    path = tmp_path / "页.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(64))
    with pytest.raises(ScannedError, match=r"reviewer\[ocr\]"):
        open_document(path)


def test_damage_is_told_and_the_process_goes_on() -> None:
    with Recogniser(serve) as eye:
        with pytest.raises(FormatError, match="图片已损坏"):
            eye.look(b"damaged", lambda: None)
        assert len(eye.look(b"all", lambda: None)) == len(sights())


def test_a_process_that_ends_is_told() -> None:
    with Recogniser(serve) as eye, pytest.raises(FormatError, match="意外结束"):
        eye.look(b"end", lambda: None)


def test_looking_can_be_cancelled() -> None:
    def tick() -> None:
        raise Cancelled

    with pytest.raises(Cancelled), Recogniser(serve) as eye:
        eye.look(b"sleep", tick)


@pytest.mark.skipif(find_spec("rapidocr") is None, reason="the extra ocr is not installed")
def test_the_extra_reads_a_drawn_page(tmp_path: Path, truth: Report) -> None:
    data = (SAME / "plain_2021.pdf").read_bytes()
    pages = recognition.pages_of_pdf(data, (1,), lambda message, share: None)
    words = {word.text for word in pages[1].sight.words}
    assert {"29", "22", "208.6"} <= words


_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Count %d/Kids[%s]>>"
_GREY = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
    b"/BitsPerComponent 8/Length 1>>stream\n\xf0\nendstream"
)
_DRAWN = b"<</Length 27>>stream\n612 0 0 792 0 0 cm /Im Do  \nendstream"
_PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]"
    b"/Resources<</XObject<</Im 3 0 R>>>>/Contents 4 0 R>>"
)


def scanned_pdf(count: int) -> bytes:
    """A PDF of so many Letter pages, each of them one grey picture."""
    kids = b" ".join(b"%d 0 R" % (5 + index) for index in range(count))
    objects = [_CATALOG, _PAGES % (count, kids), _GREY, _DRAWN, *[_PAGE] * count]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj" % number + body + b"endobj\n"
    size, begin = len(objects) + 1, len(data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return data + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, begin)


@pytest.mark.parametrize("is_seen", [True, False])
def test_strokes_in_a_cell_that_no_word_was_made_of_are_told(is_seen: bool) -> None:
    first, *others = sights()
    cell = cell_id("active", "licence", "decisions")
    figure = read_report(document_of((first, *others))).by_cell[cell].printed
    (word,) = (one for one in first.words if one.text == figure)
    blank = replace(first, words=tuple(one for one in first.words if one is not word))
    seen = replace(blank, ink=(word.box,)) if is_seen else blank
    reading = read_report(document_of((seen, *others))).by_cell[cell]
    assert reading.printed == ""
    assert ("没有认出来" in (reading.doubt or ""), reading.sure) == (is_seen, not is_seen)


def test_a_dash_in_a_cell_is_none_of_the_characters_that_look_like_it() -> None:
    first, *others = sights()
    cell = cell_id("active", "licence", "decisions")
    figure = read_report(document_of((first, *others))).by_cell[cell].printed or ""
    reading = read_report(document_of(misread((first, *others), figure, "一"))).by_cell[cell]
    assert (reading.printed, reading.sure) == ("—", True)


def test_a_single_stroke_that_no_sum_attests_may_be_a_slash() -> None:
    first, *others = sights()
    cell = cell_id("active", "licence", "decisions")
    figure = read_report(document_of((first, *others))).by_cell[cell].printed or ""
    report = read_report(document_of(misread((first, *others), figure, "1")))
    assert (report.by_cell[cell].printed, report.by_cell[cell].sure) == ("1", False)
    ones = [one for one in report.readings if one.printed == "1" and one.cell.startswith("req")]
    assert ones
    assert all(one.sure for one in ones)
