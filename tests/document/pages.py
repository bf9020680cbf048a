"""Web pages with known figures, dressed as sites, Word, and spreadsheets dress them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from reviewer.base import CellId
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import Layout, LayoutCell, Role, layout_of

Dress = Callable[[str, LayoutCell], str]
"""The inside of a cell from its text."""

TITLE = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告"


def plain(text: str, cell: LayoutCell) -> str:
    return escape(text)


def nested(text: str, cell: LayoutCell) -> str:
    """Each character or two in a span of its own, in a paragraph between empty ones."""
    middle = max(1, len(text) // 2)
    runs = f"<span><font>{escape(text[:middle])}</font></span><b>{escape(text[middle:])}</b>"
    return f"\n <div><p class=MsoNormal>{runs}<o:p></o:p></p><p>&nbsp;</p></div>\n"


def padded(text: str, cell: LayoutCell) -> str:
    """No-break spaces and wide blanks around, as entities, and invisible characters."""
    return f"&nbsp;&#12288;\u200b{escape(text)}&#160;&ensp;"


def broken(text: str, cell: LayoutCell) -> str:
    """Labels over two lines of the source, or two of the page."""
    middle = len(text) // 2
    if cell.role is Role.FIGURE or len(text) < 6:
        return f"<!-- {middle} -->{escape(text)}<script>document.write(1)</script>"
    return f"{escape(text[:middle])}\r\n      {escape(text[middle:])}"


DRESSES: dict[str, Dress] = {"plain": plain, "nested": nested, "padded": padded, "broken": broken}


def table(layout: Layout, figures: Mapping[CellId, str], dress: Dress, style: str) -> str:
    """A table: ``closed``, ``open`` (no end tags, capitals), or ``grouped`` (foot first)."""
    rows = [_row(layout, line, figures, dress, style) for line in range(layout.rows)]
    if style == "grouped" and layout.head_rows:
        head, rest, last = rows[: layout.head_rows], rows[layout.head_rows : -1], rows[-1]
        body = f"<tbody>{''.join(rest)}</tbody>" if rest else ""
        inside = f"<tfoot>{last}</tfoot>{body}<thead>{''.join(head)}</thead>"
    else:
        inside = "\n".join(rows)
    columns = "<colgroup><col width=20><col></colgroup>"
    return f"<TABLE border=1>{columns}{inside}</TABLE>"


def _row(layout: Layout, line: int, figures: Mapping[CellId, str], dress: Dress, style: str) -> str:
    cells = []
    for cell in sorted(layout.cells, key=lambda one: one.column):
        if cell.row != line:
            continue
        text = dress(figures[cell.cell] if cell.cell else cell.text, cell)
        spans = (f' rowspan="{cell.row_span}"' if cell.row_span > 1 else "") + (
            f" colspan={cell.column_span}" if cell.column_span > 1 else ""
        )
        tag = "th" if style == "grouped" and cell.role is Role.HEAD else "td"
        cells.append(f"<TD{spans}>{text}" if style == "open" else f"<{tag}{spans}>{text}</{tag}>")
    inside = "".join(cells)
    return f"<TR>{inside}" if style == "open" else f"<tr>{inside}</tr>"


def article(
    figures: Mapping[CellId, str],
    form_id: str = "2021",
    *,
    dress: str = "plain",
    style: str = "closed",
    titled: bool = True,
) -> str:
    """The report's markup without the page around it."""
    form = form_of(form_id)
    parts = [f"<h2>{TITLE}</h2>"] if titled else []
    parts += [
        "<p>本报告所列数据的统计期限为2023年1月1日至12月31日。</p>",
        "<p>一、<strong>总体</strong>情况</p><p>　　全年依法公开，<br>规范办理。</p>",
    ]
    for number, one in zip("二三四", form.tables, strict=True):
        shown = table(layout_of(form, one.key), figures, DRESSES[dress], style)
        parts.append(f"<p>{number}、{one.title}</p>\n{shown}")
    parts.append("<p>五、存在的主要问题及改进情况</p><p>公开不够及时。</p>")
    parts.append("<p>六、其他需要报告的事项</p><p>无。</p>")
    return "\n".join(parts)


OTHER_YEARS = range(2015, 2022)
NAVIGATION = (
    "<ul class='nav-list'><li><a href='/'>首页</a></li><li><a href='/zfxxgk/'>政府信息公开</a></li>"
    "<li><a href='/nb'>政府信息公开年报</a></li><li><a href='/ysq'>依申请公开</a></li></ul>"
)
FOOTER = (
    "<table><tr><td>主办：云岭县某某中心</td><td>网站标识码 0000000000</td></tr>"
    "<tr><td>ICP备00000000号</td><td>访问量 12345</td></tr></table>"
)


def bare(inside: str) -> str:
    return f"<html><body>{inside}</body></html>"


def portal(inside: str) -> str:
    """A government site: everything in one form, news beside, footer tables below."""
    return (
        "<!DOCTYPE html><html><head><title>年报_某某网</title><style>p{color:red}</style></head>"
        "<body><form id='aspnetForm'><input type=hidden value=777>"
        f"<div class='header'><h1>某某政府网</h1>{NAVIGATION}</div>"
        "<div class='wrap'><div class='left'><ul>"
        + "".join(f"<li><a href='/{n}'>石桥镇{n}年政府信息公开年度报告</a>" for n in OTHER_YEARS)
        + f"</ul></div><div class='TRS_Editor'>{inside}</div>"
        "<p><a href='/up'>上一篇：2022年年报</a></p></div>"
        f"<div class='footer'>{FOOTER}</div></form><script>var a='一、总体情况';</script></body>"
    )  # fmt: skip


def framed(inside: str) -> str:
    """A page laid out by tables within tables."""
    return (
        f"<html><body><table width=100%><tr><td colspan=2>{NAVIGATION}</td></tr>"
        f"<tr><td width=200><table><tr><td><a href=1>通知</a><td><a href=2>公告</a></table></td>"
        f"<td><table><tr><td>{inside}</td></tr></table></td></tr>"
        f"<tr><td colspan=2>{FOOTER}</td></tr></table></body></html>"
    )


def flat(inside: str) -> str:
    """No element around the article but the body."""
    return f"<body><div id=nav>{NAVIGATION}</div>{inside}<div id='footer'>{FOOTER}</div></body>"


FRAMES: dict[str, Callable[[str], str]] = {
    "bare": bare, "portal": portal, "framed": framed, "flat": flat,
}  # fmt: skip
