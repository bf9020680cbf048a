"""Pages and text under one heading: which is shown, and what stays so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.document.model import Document
from reviewer.window.frame.source_views import SourceViews
from tests.document.pdf_source import FOLDER
from tests.gui.programs import FAULTY, Program

PDF = FOLDER / "ruled_2021.pdf"
CONTROL = Qt.KeyboardModifier.ControlModifier


def views(program: Program) -> SourceViews:
    return program.window.panels.source


def wait_for_pages(program: Program) -> None:
    images = views(program).pages.images
    program.qtbot.waitUntil(lambda: images.image(1) is not None)


def test_a_pdf_is_shown_as_pages_and_a_key_leads_to_its_text(program: Program) -> None:
    program.open(PDF)
    assert views(program).shows_pages
    assert views(program).pages.place.text().startswith("1/4 页")
    wait_for_pages(program)
    views(program).setFocus()
    program.press(Qt.Key.Key_F7)
    assert not views(program).shows_pages
    assert views(program).text.isVisible()
    assert not views(program).pages.place.isVisible()
    assert views(program).text.text.hasFocus()
    program.press(Qt.Key.Key_F7)
    assert views(program).pages.isVisible()


def test_print_is_drawn_where_the_document_says_it_stands(program: Program) -> None:
    review = program.open(PDF)
    wait_for_pages(program)
    document: Document = review.original.document
    title = document.places[0]
    image = views(program).pages.images.image(1)
    assert image is not None
    scale = image.width() / document.pages[0].width
    box = document.box_of(title.span)
    assert box is not None

    def ink(top: float, bottom: float) -> int:
        return sum(
            image.pixelColor(x, y).lightness() < 140
            for y in range(round(top * scale), round(bottom * scale))
            for x in range(round(box.x0 * scale), round(box.x1 * scale))
        )

    assert ink(box.y0, box.y1) > 50
    assert ink(box.y0 - 20, box.y0 - 4) == 0


def test_a_text_report_has_neither_pages_nor_a_switch(program: Program) -> None:
    program.open(FAULTY)
    assert not views(program).shows_pages
    assert not views(program).switch.isVisible()
    assert not program.window.actions_by_id["view.source_shape"].isEnabled()
    program.open(PDF)
    assert views(program).switch.isVisible()
    assert program.window.actions_by_id["view.source_shape"].isEnabled()


def test_what_was_chosen_lasts(program: Program) -> None:
    program.open(PDF)
    QTest.mouseClick(views(program).switch.button(1), Qt.MouseButton.LeftButton)
    assert not views(program).shows_pages
    views(program).pages.set_zoom(120)
    program.restart()
    program.open(PDF)
    assert not views(program).shows_pages
    assert views(program).pages.zoom == 120
    QTest.mouseClick(views(program).switch.button(0), Qt.MouseButton.LeftButton)
    assert views(program).shows_pages


@pytest.mark.parametrize("change", ["moved", "altered"])
def test_a_file_that_is_no_longer_there_is_told_and_its_text_shown(
    program: Program, tmp_path: Path, change: str
) -> None:
    path = tmp_path / "报告.pdf"
    shutil.copyfile(PDF, path)
    views(program).set_wants_pages(False)
    program.open(path)
    away = path.rename(tmp_path / "别处.pdf")
    if change == "altered":
        path.write_bytes(PDF.read_bytes() + b"\n")
    program.press(Qt.Key.Key_F7)
    program.qtbot.waitUntil(views(program).notice.isVisible)
    assert "改看文字" in views(program).notice.text()
    assert not views(program).shows_pages
    shutil.copyfile(away, path)
    program.press(Qt.Key.Key_F7)
    assert views(program).shows_pages
    assert not views(program).notice.isVisible()
    wait_for_pages(program)


def test_zoom_keys_change_the_pages_while_they_are_shown(program: Program) -> None:
    program.open(PDF)
    views(program).setFocus()
    before = views(program).pages.view.percent
    program.press(Qt.Key.Key_Equal, CONTROL)
    assert views(program).pages.view.percent > before
    assert views(program).text.zoom == 100
    program.press(Qt.Key.Key_0, CONTROL)
    assert views(program).pages.view.percent == before


def test_a_found_passage_is_shown_in_both(program: Program) -> None:
    program.open(PDF)
    program.press(Qt.Key.Key_F, CONTROL)
    program.type("总体情况")
    program.press(Qt.Key.Key_Return)
    span = program.bench.selection.span
    assert span is not None
    scene = views(program).pages.view.scene
    assert [box.page for box in scene.chosen] == [1]
    assert scene.found
    assert views(program).text.text.overlay.framed == span


def test_pages_get_more_room_than_text(program: Program) -> None:
    text = program.open(FAULTY)
    source = program.window.panels.docks["source"]
    before = source.width()
    pages = program.open(PDF)
    QApplication.processEvents()
    wide = source.width()
    assert wide > before + 80
    for shown, width in ((text, before), (pages, wide)):
        program.bench.show(shown)
        QApplication.processEvents()
        assert source.width() == width
    program.press(Qt.Key.Key_F7)
    QApplication.processEvents()
    assert source.width() == before
