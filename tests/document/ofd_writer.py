"""Writes small OFD files: text at given places, rules, pictures. Knows nothing of reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from math import cos, radians, sin
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from tests.document.pdf_writer import Page, width_of

SPACE = "http://www.ofdspec.org/2016"
_MM = 25.4 / 72


def _mm(*points: float) -> str:
    return " ".join(f"{point * _MM:.4f}" for point in points)


@dataclass
class OfdPage(Page):
    """A page's objects; places are points from the top left corner, as for PDF."""

    objects: list[str] = field(default_factory=list)

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
        steps = [width_of(one, size) * _MM for one in text[:-1]]
        across = f' DeltaX="{_grouped(steps)}"' if steps else ""
        a, b = cos(radians(angle)), -sin(radians(angle))
        turned = f' CTM="{a:.5f} {b:.5f} {-b:.5f} {a:.5f} 0 0"' if angle else ""
        shade = int(255 * grey)
        fill = f'<ofd:FillColor Value="{shade} {shade} {shade}"/>' if grey else ""
        off = ' Fill="false"' if mode == 3 else ""
        self.objects.append(
            f'<ofd:TextObject Boundary="{_mm(x, top, width_of(text, size), size)}"{turned} '
            f'Font="1" Size="{size * _MM:.4f}"{off}>{fill}'
            f'<ofd:TextCode X="0" Y="{0.88 * size * _MM:.4f}"'
            f"{across}>{escape(text)}</ofd:TextCode></ofd:TextObject>"
        )

    def line(self, x0: float, y0: float, x1: float, y1: float, *, dash: str = "") -> None:
        self._path((x0, y0, x1, y1), f"M 0 0 L {_mm(x1 - x0, y1 - y0)}")

    def area(self, x0: float, y0: float, x1: float, y1: float, *, grey: float = 0) -> None:
        shade = int(255 * grey)
        fill = f'<ofd:FillColor Value="{shade} {shade} {shade}"/>'
        self._path((x0, y0, x1, y1), self._around(x1 - x0, y1 - y0), fill)

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._path((x0, y0, x1, y1), self._around(x1 - x0, y1 - y0))

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.objects.append(
            f'<ofd:ImageObject Boundary="{_mm(x0, y0, x1 - x0, y1 - y0)}" ResourceID="9"/>'
        )

    def _around(self, width: float, height: float) -> str:
        right, low = _mm(width), _mm(height)
        return f"M 0 0 L {right} 0 L {right} {low} L 0 {low} C"

    def _path(self, box: tuple[float, float, float, float], data: str, fill: str = "") -> None:
        x0, y0, x1, y1 = box
        how = ' Stroke="false" Fill="true"' if fill else ""
        self.objects.append(
            f'<ofd:PathObject Boundary="{_mm(x0, y0, x1 - x0, y1 - y0)}" LineWidth="0.2"{how}>'
            f"{fill}<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )


def _grouped(steps: Sequence[float]) -> str:
    """Equal distances as groups."""
    groups: list[tuple[str, int]] = []
    for step in (f"{one:.4f}" for one in steps):
        if groups and groups[-1][0] == step:
            groups[-1] = (step, groups[-1][1] + 1)
        else:
            groups.append((step, 1))
    return " ".join(
        f"g {count} {step}" if count > 2 else f"{step} " * count for step, count in groups
    )


def page_xml(objects: str, *, template: str = "", area: str = "") -> str:
    """A page or a template of objects (XML)."""
    used = f'<ofd:Template TemplateID="{template}" ZOrder="Background"/>' if template else ""
    return (
        f'<ofd:Page xmlns:ofd="{SPACE}">{area}{used}<ofd:Content><ofd:Layer Type="Body">{objects}'
        "</ofd:Layer></ofd:Content></ofd:Page>"
    )


def write_ofd(
    pages: Sequence[Page],
    parts: Mapping[str, str] | None = None,
    *,
    common: str = "",
) -> bytes:
    """An OFD file.

    Args:
        pages: Its pages.
        parts: Parts that replace those written otherwise, or are added.
        common: What else stands in the document's common data (XML).
    """
    width, height = pages[0].size if pages else (595.0, 842.0)
    listed = "".join(
        f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(len(pages))
    )
    content = {
        "OFD.xml": f'<ofd:OFD xmlns:ofd="{SPACE}" DocType="OFD" Version="1.0"><ofd:DocBody>'
        "<ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f'<ofd:Document xmlns:ofd="{SPACE}"><ofd:CommonData><ofd:PageArea>'
        f"<ofd:PhysicalBox>0 0 {_mm(width, height)}</ofd:PhysicalBox></ofd:PageArea>{common}"
        f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, page in enumerate(pages):
        assert isinstance(page, OfdPage)
        content[f"Doc_0/Pages/Page_{number}/Content.xml"] = page_xml("".join(page.objects))
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as zipped:
        for name, xml in {**content, **(parts or {})}.items():
            zipped.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{xml}')
    return target.getvalue()
