"""Writes small PDF files: text at given places, rules, pictures. Knows nothing of reports."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from math import cos, radians, sin

from tests.document.box_font import NARROW, WIDE, box_font

A4 = (595.0, 842.0)

_MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{count} beginbfrange
{ranges}
endbfrange
endcmap end end"""


def width_of(text: str, size: float) -> float:
    """ASCII is half as wide as high, everything else as wide as high."""
    return sum(size / 2 if character.isascii() else size for character in text)


@dataclass
class Page:
    """A page's content; places are points from the top left corner.

    ``rotate`` and ``origin`` say how the file states the page: turned by so many degrees when
    shown, and with the lower left corner at these coordinates.
    """

    size: tuple[float, float] = A4
    rotate: int = 0
    origin: tuple[float, float] = (0.0, 0.0)
    operators: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        top: float,
        text: str,
        size: float = 10.5,
        *,
        angle: float = 0,
        mode: int = 0,
        grey: float = 0,
        mapped: bool = True,
    ) -> None:
        """A text that begins at ``x``.

        Args:
            x: From the left side.
            top: From the upper side.
            text: One line.
            size: Of the font.
            angle: Degrees counterclockwise.
            mode: 3 is invisible.
            grey: 0 is black, 1 white.
            mapped: Whether the font says which characters its codes are.
        """
        codes = text.encode("utf-16-be").hex()
        turned = radians(angle + self.rotate)
        a, b = cos(turned), sin(turned)
        left, base = self._at(x, top + 0.88 * size)
        self.operators.append(
            f"q BT {grey} g /{'F1' if mapped else 'F2'} {size} Tf {mode} Tr "
            f"{a:.4f} {b:.4f} {-b:.4f} {a:.4f} {left:.2f} {base:.2f} Tm <{codes}> Tj ET Q"
        )

    def line(self, x0: float, y0: float, x1: float, y1: float, *, dash: str = "") -> None:
        """A stroked line."""
        (a, b), (c, d) = self._at(x0, y0), self._at(x1, y1)
        self.operators.append(f"q 0.5 w [{dash}] 0 d {a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S Q")

    def area(self, x0: float, y0: float, x1: float, y1: float, *, grey: float = 0) -> None:
        """A filled rectangle."""
        self.operators.append(f"q {grey} g {self._box(x0, y0, x1, y1)} re f Q")

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A stroked rectangle."""
        self.operators.append(f"q 0.5 w {self._box(x0, y0, x1, y1)} re S Q")

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A picture of one grey pixel."""
        left, bottom, width, height = self._box(x0, y0, x1, y1).split()
        self.operators.append(f"q {width} 0 0 {height} {left} {bottom} cm /I1 Do Q")

    def _box(self, x0: float, y0: float, x1: float, y1: float) -> str:
        """Left, bottom, width and height in the page's own coordinates."""
        (a, b), (c, d) = self._at(x0, y0), self._at(x1, y1)
        return f"{min(a, c):.2f} {min(b, d):.2f} {abs(a - c):.2f} {abs(b - d):.2f}"

    def _at(self, x: float, y: float) -> tuple[float, float]:
        """A place as shown, in the page's own coordinates."""
        width, height = self.size
        left, bottom = self.origin
        places = {
            0: (x, height - y),
            90: (y, x),
            180: (width - x, y),
            270: (height - y, width - x),
        }
        own = places[self.rotate]
        return own[0] + left, own[1] + bottom

    def media_box(self) -> str:
        """The page's rectangle in its own coordinates."""
        width, height = self.size if self.rotate % 180 == 0 else self.size[::-1]
        left, bottom = self.origin
        return f"[{left} {bottom} {left + width} {bottom + height}]"


def write_pdf(pages: Sequence[Page], *, form: Page | None = None, form_says: str = "") -> bytes:
    """A PDF file of these pages.

    Args:
        pages: The pages.
        form: What an object of its own shows where an operator ``/X1 Do`` stands.
        form_says: What else its dictionary says.
    """
    objects = [b"", b"", *_font(), _picture(), _shapes(), _stream(box_font()), _face()]
    objects.append(_form(form or Page(), form_says))
    kids: list[str] = []
    for page in pages:
        content = "\n".join(page.operators).encode()
        objects.append(_stream(content))
        resources = "<< /Font << /F1 3 0 R /F2 10 0 R >> /XObject << /I1 7 0 R /X1 11 0 R >> "
        resources += "/Properties << /Layer << /Type /OCG /Name (Layer) >> >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {page.media_box()} /Rotate {page.rotate} "
            f"/Resources {resources} /Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(objects)


def _face(extra: str = "") -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /Fixture /Encoding /Identity-H {extra}"
        "/DescendantFonts [4 0 R] >>"
    ).encode()


@cache
def _font() -> list[bytes]:
    ranges = "\n".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256))
    cmap = _MAP.format(count=256, ranges=ranges).encode()
    descriptor = (
        b"<< /Type /FontDescriptor /FontName /Fixture /Flags 4 /ItalicAngle 0 /Ascent 880 "
        b"/Descent -120 /CapHeight 880 /StemV 80 /FontBBox [0 -120 1000 880] "
        b"/FontFile2 9 0 R >>"
    )
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Fixture /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R "
        b"/DW 1000 /W [32 126 500] /CIDToGIDMap 8 0 R >>"
    )
    return [_face("/ToUnicode 6 0 R "), descendant, descriptor, _stream(cmap)]


@cache
def _shapes() -> bytes:
    """Which glyph each code is drawn with."""
    glyphs = [NARROW if 32 <= code < 127 else WIDE for code in range(0x10000)]
    return _stream(b"".join(glyph.to_bytes(2) for glyph in glyphs))


def _picture() -> bytes:
    head = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    return f"<< {head} /BitsPerComponent 8 /Length 1 >>\nstream\n".encode() + b"\x80\nendstream"


def _form(page: Page, says: str) -> bytes:
    fonts = "/Resources << /Font << /F1 3 0 R /F2 10 0 R >> >>"
    head = f"/Type /XObject /Subtype /Form /BBox {page.media_box()} {fonts} {says} "
    return _stream("\n".join(page.operators).encode(), head)


def _stream(content: bytes, says: str = "") -> bytes:
    packed = zlib.compress(content)
    head = f"<< {says}/Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
    return head + packed + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n".encode()
    data += f"startxref\n{start}\n%%EOF\n".encode()
    return bytes(data)
