"""PDF files that are scans, locked, damaged, or do not say what they print."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import partial

import pytest

from reviewer.document.model import Document, Span
from reviewer.document.pdf import drawn, engine, printed
from reviewer.document.pdf.wholeness import DAMAGED, is_whole
from reviewer.document.readers import pdf
from reviewer.errors import (
    Cancelled,
    EmptyError,
    FormatError,
    OpenError,
    ScannedError,
    TooLargeError,
)
from reviewer.forms.reading import read_report
from tests.document.pdf_pages import Look, print_report
from tests.document.pdf_source import FOLDER
from tests.document.pdf_writer import A4, Page, write_pdf
from tests.document.reading import origin_of, read_as
from tests.layouts import make_figures

WHOLE_PAGE = (0.0, 0.0, *A4)
FIGURES = make_figures("2021", 3)


read = partial(read_as, "pdf")


def page_of(*texts: str, mode: int = 0, mapped: bool = True) -> Page:
    page = Page()
    for number, text in enumerate(texts):
        page.text(72, 72 + 20 * number, text, mode=mode, mapped=mapped)
    return page


def scan(page: Page | None = None) -> Page:
    scanned = page or Page()
    scanned.picture(*WHOLE_PAGE)
    return scanned


def many_pages() -> bytes:
    return write_pdf([page_of("第一页")] * 301)


@pytest.mark.parametrize(
    ("data", "kind", "told"),
    [
        (write_pdf([scan()]), ScannedError, "扫描件.*ocr"),
        (write_pdf([page_of("政府信息公开", mapped=False)]), ScannedError, "乱码.*ocr"),
        (write_pdf([Page()]), EmptyError, "没有任何文字"),
        (write_pdf([]), EmptyError, "没有页面"),
        (many_pages(), TooLargeError, "301 页"),
        (write_pdf([page_of("一")])[:400], FormatError, "损坏"),
        (write_pdf([Page(size=(50_000.0, 50_000.0))]), FormatError, "尺寸"),
        ((FOLDER / "locked.pdf").read_bytes(), FormatError, "密码"),
    ],
    ids=["scan", "codes", "blank", "no pages", "many", "cut off", "huge", "locked"],
)
def test_files_without_text_to_read_are_told(data: bytes, kind: type[OpenError], told: str) -> None:
    with pytest.raises(kind, match=told):
        read(data)


def _expanding(says: bytes) -> bytes:
    """A page behind which a stream stands that expands a thousand times, with its dictionary."""
    packed = zlib.compress(b" " * (65 * 1024 * 1024), 9)
    whole = write_pdf([page_of("年度报告")])
    stream = b"99 0 obj\n<</Filter/FlateDecode" + says + b">>\nstream\n" + packed
    return whole + stream + b"\nendstream\nendobj\n"


def test_a_stream_that_would_fill_the_memory_is_refused_before_it_is_expanded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert read(_expanding(b"/Subtype/Image")).text == "年度报告\n"
    monkeypatch.setattr(engine, "library", lambda: pytest.fail("PDFium was given the file"))
    with pytest.raises(TooLargeError, match="解压后过大"):
        read(_expanding(b""))


def test_pages_that_are_scans_among_others_are_named() -> None:
    document = read(write_pdf([page_of("年度报告"), scan(), Page(), scan()]))
    assert document.text == "年度报告\n"
    assert len(document.warnings) == 1
    assert "第2、4页是扫描图片" in document.warnings[0]
    assert len(document.pages) == 4


def test_text_that_was_recognised_in_a_scan_is_never_sure() -> None:
    document = read(write_pdf([scan(page_of("年度报告", "收到申请12件", mode=3))]))
    assert "第1页的文字是扫描后由程序识别的" in document.warnings[0]
    doubted = {document.at(doubt.span) for doubt in document.doubts}
    assert doubted == {"年度报告", "收到申请12件"}


def test_pictures_among_text_are_told() -> None:
    page = page_of("三、收到和处理政府信息公开申请情况")
    page.picture(72, 120, 500, 400)
    assert ["第1页有图片" in one for one in read(write_pdf([page])).warnings] == [True]
    stamp = page_of("石桥镇人民政府")
    stamp.picture(300, 700, 400, 800)
    assert read(write_pdf([stamp])).warnings == ()


def test_a_picture_behind_visible_text_makes_no_scan_of_it() -> None:
    page = scan()
    page.text(72, 72, "年度报告")
    document = read(write_pdf([page]))
    assert (document.warnings, document.doubts) == ((), ())


def _with(change: Callable[[Page], object], label: str = "行政许可") -> Document:
    """A ruled table of two rows, the lower one's figure as the change prints it."""
    page = Page()
    for x in (72.0, 172.0, 222.0):
        page.line(x, 72, x, 112)
    for y in (72.0, 92.0, 112.0):
        page.line(72, y, 222, y)
    page.text(80, 76, "规章")
    page.text(80, 96, label)
    page.text(190, 76, "7")
    change(page)
    return read(write_pdf([page]))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda page: page.text(190, 96, "12", mapped=False), "没有说明"),
        (lambda page: page.text(160, 96, "123456"), "越过表格线"),
        (lambda page: page.text(176, 96, "12") or page.text(206, 96, "3"), "分开的文字"),
        (lambda page: page.picture(180, 94, 200, 110), "图片"),
        (lambda page: page.text(190, 96, "12") or page.line(188, 101.5, 202, 101.5), "划去"),
        (lambda page: page.text(190, 105, "12"), "越过表格线"),
        (lambda page: page.text(180, 93, "123456789", 8) or page.text(180, 101, "8", 8), "换行"),
    ],
    ids=["codes", "over a rule", "several", "picture", "struck out", "too low", "wrapped"],
)
def test_a_cell_that_cannot_be_relied_on_is_doubted(
    change: Callable[[Page], object], told: str
) -> None:
    document = _with(change)
    assert any(told in doubt.reason for doubt in document.doubts)
    assert all(document.at(doubt.span) not in {"规章", "7"} for doubt in document.doubts)


def test_text_that_a_spreadsheet_cuts_off_at_its_cell_is_not_read() -> None:
    def change(page: Page) -> None:
        page.text(190, 96, "12")
        page.operators.append("q 72 730 93 20 re W n")
        page.text(80, 96, "属于行政执法案卷的申请数量")
        page.operators.append("Q")

    document = _with(change, label=" ")
    assert document.text == "规章\t7\n属于行政执法案卷\t12\n"
    assert document.doubts == ()


def test_a_font_that_names_other_characters_is_refused() -> None:
    page = Page()
    for row in range(6):
        page.text(72, 72 + 18 * row, "ÄÅÇÉÑÖ àáâä 2022 ã åçéèêë")
    with pytest.raises(ScannedError, match="字体"):
        read(write_pdf([page]))


def test_a_figure_in_doubt_is_read_as_unsure() -> None:
    document = read(print_report("2021", FIGURES, Look()))
    report = read_report(document)
    cell, place = next((one.cell, one.place) for one in report.readings if one.printed == "0")
    assert place is not None
    doubt = {"span": Span(start=place.span.start, end=place.span.end), "reason": "字迹不清"}
    doubted = Document.model_validate({**document.model_dump(), "doubts": (doubt,)})
    unsure = [one for one in read_report(doubted).readings if not one.sure]
    assert [(one.cell, one.doubt, one.printed) for one in unsure] == [(cell, "字迹不清", "0")]


def test_a_drawing_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "_MOST_OBJECTS", 50)
    document = read(print_report("2021", FIGURES, Look(rules="areas")))
    assert any("图形过多" in warning for warning in document.warnings)
    wrong = [one for one in read_report(document).readings if one.printed != FIGURES[one.cell]]
    assert [one.cell for one in wrong if one.sure] == []


def test_a_page_full_of_characters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed, "_MOST", 3)
    with pytest.raises(TooLargeError, match="文字过多"):
        read(write_pdf([page_of("一二三四")]))


def test_reading_can_be_stopped_at_every_page_and_leaves_nothing_locked() -> None:
    asked = []

    def stop(message: str, _fraction: float) -> None:
        asked.append(message)
        if "第2页" in message:
            raise Cancelled

    data = write_pdf([page_of("一"), page_of("二"), page_of("三")])
    with pytest.raises(Cancelled):
        pdf.read(data, origin_of(data, "pdf"), stop)
    assert len(asked) == 2
    assert engine.LOCK.acquire(blocking=False)
    engine.LOCK.release()


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_the_content_decides_not_the_name(before: bytes) -> None:
    data = before + write_pdf([page_of("年度报告")])
    assert pdf.accepts(data)
    assert read(data).text == "年度报告\n"


def test_a_text_that_speaks_of_pdf_is_none() -> None:
    assert not pdf.accepts("PDF 文件以 %PDF-1.7 开头。".encode())


def test_text_that_is_printed_invisibly_among_visible_text_is_not_read() -> None:
    page = page_of("政府信息公开工作年度报告")
    page.text(72, 200, "收到申请")
    page.text(120, 200, "77", mode=3)
    page.text(120, 200, "5")
    assert "77" not in read(write_pdf([page])).text


def test_words_above_a_figure_in_its_cell_make_it_doubtful() -> None:
    def change(page: Page) -> None:
        page.text(176, 92, "结", 6)
        page.text(176, 100, "12", 8)

    document = _with(change)
    assert [document.at(doubt.span) for doubt in document.doubts] == ["结 12"]


def test_digits_that_a_page_break_parts_are_one_number_in_doubt() -> None:
    upper, lower = Page(), Page()
    for page, tops in ((upper, (740.0, 760.0)), (lower, (72.0, 92.0))):
        for x in (72.0, 172.0, 206.0):
            page.line(x, tops[0], x, tops[1])
        for y in tops:
            page.line(72, y, 206, y)
    upper.text(80, 744, "结转下年度")
    upper.text(178, 744, "1044")
    lower.text(178, 76, "5")
    document = read(write_pdf([upper, lower]))
    assert document.text == "结转下年度\t10445\n"
    assert [document.at(doubt.span) for doubt in document.doubts] == ["10445"]


def test_a_label_that_spills_over_at_a_page_end_is_no_text_between_the_parts() -> None:
    upper, lower = Page(), Page()
    for page, tops in ((upper, (740.0, 760.0)), (lower, (72.0, 92.0))):
        for x in (72.0, 122.0, 222.0, 256.0):
            page.line(x, tops[0], x, tops[1])
        for y in tops:
            page.line(72, y, 256, y)
    upper.text(80, 744, "办理")
    upper.text(80, 764, "结果")
    upper.text(130, 744, "（一）予以公开")
    upper.text(230, 744, "3")
    lower.text(130, 76, "（二）其他")
    lower.text(230, 76, "5")
    document = read(write_pdf([upper, lower]))
    assert document.text == "办理结果\t（一）予以公开\t3\n\t（二）其他\t5\n"
    assert len(document.blocks) == 1


def test_nothing_of_a_file_whose_bytes_moved_or_that_was_cut_off_is_sure() -> None:
    data = print_report("2021", FIGURES, Look())
    whole = read(data)
    assert any(one.sure for one in read_report(whole).readings)
    place = data.index(b"endobj") + len(b"endobj")
    for damaged in (data[:place] + b" " * 40 + data[place:], data[: data.rindex(b"startxref")]):
        document = read(damaged)
        assert document.text == whole.text
        assert document.warnings == (f"{DAMAGED}。", *whole.warnings)
        assert not any(one.sure for one in read_report(document).readings)


@pytest.mark.parametrize("before", [b"", b"\r\n", b"X-Mail: 1\r\n\r\n"])
@pytest.mark.parametrize("behind", [b"", b"\0" * 64])
def test_a_file_with_something_around_it_is_whole(before: bytes, behind: bytes) -> None:
    assert is_whole(before + write_pdf([page_of("年度报告")]) + behind)


def test_a_file_whose_end_tells_no_place_of_its_index_is_not_whole() -> None:
    data = write_pdf([page_of("年度报告")])
    assert not is_whole(data[: data.rindex(b"startxref")])
    assert not is_whole(data + b"startxref\n999999999\n%%EOF\n")
