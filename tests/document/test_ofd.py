"""OFD: the same pages as a PDF's give the same document; the format's own ways; refusals."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from reviewer.document.model import Document, PageBox
from reviewer.document.opening import open_document
from reviewer.document.pictures import recognition
from reviewer.document.pictures.recogniser import Recogniser
from reviewer.document.readers import docx, ofd, pdf
from reviewer.errors import (
    Cancelled,
    EmptyError,
    FormatError,
    OpenError,
    ScannedError,
    TooLargeError,
)
from reviewer.forms.reading import read_report
from tests.document.ofd_writer import SPACE, OfdPage, page_xml, write_ofd
from tests.document.pdf_pages import Look, Press, print_report
from tests.document.reading import origin_of, tables_of
from tests.document.sights import serve, sights
from tests.layouts import make_figures

SAME = Path(__file__).parents[1] / "data" / "same"
LOOKS = {
    "lines": Look(),
    "frames": Look(rules="frames", cut=True),
    "areas": Look(rules="areas", heads=True),
    "open": Look(rules="open", low=True),
    "watermark": Look(cut=True, footer=True, watermark="内部资料"),
    "wide": Look(page=(842.0, 595.0)),
}


def _silent(_message: str, _fraction: float) -> None:
    pass


def _read(data: bytes) -> Document:
    return ofd.read(data, origin_of(data, "ofd"), _silent)


def _printed(form_id: str, seed: int, look: Look) -> bytes:
    return write_ofd(Press(form_id, make_figures(form_id, seed), look, OfdPage).report())


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_pages_read_as_those_of_a_pdf(form_id: str, look: Look) -> None:
    figures = make_figures(form_id, 3)
    data = print_report(form_id, figures, look)
    expected = pdf.read(data, origin_of(data, "pdf"), _silent)
    found = _read(_printed(form_id, 3, look))
    assert found.text == expected.text
    assert found.warnings == ()
    assert {cell: one.printed for cell, one in read_report(found).by_cell.items()} == figures


def test_every_cell_has_the_box_that_it_has_in_a_pdf() -> None:
    data = print_report("2021", make_figures("2021", 3), Look())
    expected = pdf.read(data, origin_of(data, "pdf"), _silent)
    for table, other in zip(
        tables_of(_read(_printed("2021", 3, Look()))), tables_of(expected), strict=True
    ):
        for cell, same in zip(table.cells, other.cells, strict=True):
            assert isinstance(cell.place, PageBox)
            assert isinstance(same.place, PageBox)
            assert cell.place.page == same.place.page
            assert _sides(cell.place) == pytest.approx(_sides(same.place), abs=0.6)


def _sides(box: PageBox) -> tuple[float, float, float, float]:
    return box.x0, box.y0, box.x1, box.y1


def test_its_pages_are_not_shown_since_nothing_draws_them() -> None:
    assert _read(_printed("2021", 3, Look())).pages == ()


def _text(content: str, attributes: str = "", code: str = 'X="0" Y="4"', inside: str = "") -> str:
    return (
        f'<ofd:TextObject Boundary="20 20 100 6" Size="4" {attributes}>{inside}'
        f"<ofd:TextCode {code}>{escape(content)}</ofd:TextCode></ofd:TextObject>"
    )


def test_columns_without_rules_go_on_over_page_breaks() -> None:
    look = Look(rules="none", centred=True, size=9)
    whole = make_figures("2021", 5)
    figures = {cell: "" if text == "0" else text for cell, text in whole.items()}
    report = read_report(_read(write_ofd(Press("2021", figures, look, OfdPage).report())))
    told = {one.cell: one.printed or "" for one in report.readings if "requests." in one.cell}
    assert told == {cell: text for cell, text in figures.items() if cell in told}


def _page(*objects: str) -> OfdPage:
    return OfdPage(objects=list(objects))


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        (_text("甲乙丙", code='X="0" Y="4" DeltaX="g 2 4"'), "甲乙丙"),
        (_text("甲乙12", code='X="0" Y="4" DeltaX="4 4 2"'), "甲乙12"),
        (_text("甲乙", code='X="0" Y="4" DeltaX="20"'), "甲        乙"),
        (_text("甲乙 12"), "甲乙 12"),
        (_text("甲&lt;", code='X="0" Y="4" DeltaX="4"'), "甲&lt;"),
        (_text("乙", 'CTM="1 0 0 1 0 0"'), "乙"),
        (_text("甲", inside='<ofd:FillColor Value="0 0 0"/>'), "甲"),
        (f"<ofd:PageBlock><ofd:PageBlock>{_text('甲')}</ofd:PageBlock></ofd:PageBlock>", "甲"),
        (_text("\ue123甲"), "\N{REPLACEMENT CHARACTER}甲"),
    ],
)
def test_characters_stand_where_the_file_puts_them(thing: str, text: str) -> None:
    assert _read(write_ofd([_page(thing)])).text == f"{text}\n"


@pytest.mark.parametrize(
    "thing",
    [
        _text("密", 'CTM="0.7 0.7 -0.7 0.7 0 0"'),
        _text("密", 'Visible="false"'),
        f'<ofd:PageBlock Visible="false">{_text("密")}</ofd:PageBlock>',
        _text("密", 'CTM="3 0 0 3 0 0"', inside='<ofd:FillColor Value="220 220 220"/>'),
        _text("密", 'CTM="0 0 0 0 0 0"'),
        _text("密", code='X="nan" Y="1e999"').replace('Size="4"', 'Size="x"'),
    ],
    ids=["slanting", "hidden", "hidden_block", "pale", "flat", "sizeless"],
)
def test_what_is_not_part_of_the_text_is_left_out(thing: str) -> None:
    shown = _text("甲乙丙").replace("20 20", "20 60")
    assert _read(write_ofd([_page(thing, shown)])).text == "甲乙丙\n"


def test_templates_and_drawings_that_pages_share_stand_on_them() -> None:
    common = (
        '<ofd:TemplatePage ID="7" BaseLoc="Tpls/T.xml"/><ofd:DocumentRes>Res.xml</ofd:DocumentRes>'
    )
    unit = f"<ofd:Content>{_text('共用').replace('20 20', '0 0')}</ofd:Content>"
    composite = '<ofd:CompositeObject Boundary="20 80 50 10" ResourceID="5"/>'
    parts = {
        "Doc_0/Tpls/T.xml": page_xml(_text("模板")),
        "Doc_0/Res.xml": f'<ofd:Res xmlns:ofd="{SPACE}"><ofd:CompositeGraphicUnits>'
        f'<ofd:CompositeGraphicUnit ID="5">{unit}</ofd:CompositeGraphicUnit>'
        "</ofd:CompositeGraphicUnits></ofd:Res>",
        "Doc_0/Pages/Page_0/Content.xml": page_xml(
            composite + _text("正文").replace("20 20", "20 50"), template="7"
        ),
    }
    assert _read(write_ofd([_page()], parts, common=common)).text == "模板\n正文\n共用\n"


def test_other_names_for_the_namespace_are_borne() -> None:
    plain = {
        "Doc_0/Pages/Page_0/Content.xml": page_xml(_text("甲"))
        .replace("ofd:", "")
        .replace("xmlns:ofd", "xmlns")
    }
    assert _read(write_ofd([_page()], plain)).text == "甲\n"


def test_pages_that_are_pictures_are_told() -> None:
    picture = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="3"/>'
    document = _read(write_ofd([_page(_text("甲")), _page(picture)]))
    assert ["第2页是图片" in warning for warning in document.warnings] == [True]
    with pytest.raises(ScannedError, match=re.escape("reviewer[ocr]")):
        _read(write_ofd([_page(picture)]))


def test_pages_that_are_pictures_are_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "Recogniser", partial(Recogniser, serve))
    monkeypatch.setattr("reviewer.document.readers.ofd.is_available", lambda: True)
    count = len(sights())
    objects = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="{}"/>'
    media = "".join(
        f'<ofd:MultiMedia ID="{9 + n}" Type="Image"><ofd:MediaFile>scan_{n}.jpg</ofd:MediaFile>'
        "</ofd:MultiMedia>"
        for n in range(count)
    )
    parts = {f"Doc_0/Res/scan_{n}.jpg": "picture" for n in range(count)}
    parts["Doc_0/DocumentRes.xml"] = (
        f'<ofd:Res xmlns:ofd="{SPACE}" BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias>'
        "</ofd:Res>"
    )
    pages = [_page(objects.format(9 + n)) for n in range(count)]
    common = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
    document = _read(write_ofd([*pages, _page(_text("附页"))], parts, common=common))
    assert document.recognised == tuple(range(1, count + 1))
    assert ["由程序识别" in warning for warning in document.warnings] == [True]
    assert document.text.endswith("附页\n")
    truth = read_report(open_document(SAME / "plain_2021.pdf"))
    report = read_report(document)
    told = {one.cell: (one.kind, one.number) for one in report.readings}
    assert told == {one.cell: (one.kind, one.number) for one in truth.readings}
    for reading in report.readings:
        assert isinstance(reading.place, PageBox)
        assert document.at(reading.place.span) == reading.printed


def _endless(name: str) -> dict[str, str]:
    """A drawing within itself."""
    inside = "".join('<ofd:CompositeObject Boundary="0 0 1 1" ResourceID="5"/>' for _ in range(40))
    return {
        f"Doc_0/{name}": f'<ofd:Res xmlns:ofd="{SPACE}"><ofd:CompositeGraphicUnits>'
        f'<ofd:CompositeGraphicUnit ID="5"><ofd:Content>{inside}</ofd:Content>'
        "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>",
        "Doc_0/Pages/Page_0/Content.xml": page_xml(inside),
    }


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (write_ofd([_page()]), EmptyError),
        (write_ofd([_page()] * 301), TooLargeError),
        (write_ofd([_page(_text("甲" * 100_001))]), TooLargeError),
        (
            write_ofd([_page()], _endless("R.xml"), common="<ofd:PublicRes>R.xml</ofd:PublicRes>"),
            TooLargeError,
        ),
        (write_ofd([_page()], {"OFD.xml": "<OFD/>"}), FormatError),
        (write_ofd([_page()], {"Doc_0/Document.xml": "<Document>"}), FormatError),
        (write_ofd([_page()], {"Doc_0/Pages/Page_0/Content.xml": "<a>&b;</a>"}), FormatError),
        (
            write_ofd([_page()], {"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><OFD>&b;</OFD>'}),
            FormatError,
        ),
    ],
    ids=["blank", "pages", "characters", "endless", "no_body", "damaged", "entity", "doctype"],
)
def test_what_is_no_report_is_refused(data: bytes, error: type[OpenError]) -> None:
    assert ofd.accepts(data)
    with pytest.raises(error):
        _read(data)


def test_encryption_is_told() -> None:
    parts = {
        "Encryptions.xml": "<Encryptions/>",
        "OFD.xml": "<OFD><DocBody><DocRoot>Doc_0/Secret.xml</DocRoot></DocBody></OFD>",
    }
    with pytest.raises(FormatError, match="加密"):
        _read(write_ofd([_page()], parts))


def test_it_is_told_from_other_packages_and_can_be_cancelled() -> None:
    data = _printed("2021", 3, Look())
    assert not docx.accepts(data)

    def cancel(message: str, _fraction: float) -> None:
        if "第2页" in message:
            raise Cancelled

    with pytest.raises(Cancelled):
        ofd.read(data, origin_of(data, "ofd"), cancel)
