"""What a page's elements are: blocks, hidden ones, the page's furniture, pictures."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from reviewer.document.looks import PALE, RAISED, STRUCK

_BLOCKS = (
    "address article aside blockquote body br caption center dd details dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main"
    " menu nav ol p pre section summary table tbody td tfoot th thead tr ul xmp listing"
)
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end a line."""

VERBATIM = frozenset({"pre", "xmp", "listing", "plaintext"})
"""Elements whose blanks and line ends count."""

_SILENT = (
    "applet audio button canvas colgroup comment datalist embed head iframe link map meta noframes"
    " noscript object script select style svg template textarea title video"
)
SILENT = frozenset(_SILENT.split())
"""Elements whose content is never part of the report's text."""

_FURNITURE = frozenset({"nav", "header", "footer", "aside", "menu"})
_FURNITURE_WORDS = (
    "nav navbar navigation menu header banner breadcrumb breadcrumbs crumb crumbs footer foot"
    " copyright share sidebar sidenav search login pager pagination related toolbar qrcode"
)
_FURNITURE_NAMES = frozenset(_FURNITURE_WORDS.split())
_HIDDEN_NAMES = frozenset({"hidden", "hide", "d-none", "sr-only", "visually-hidden"})
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:p[xt]|r?em|%)?\s*(?:;|!|$)",
    re.I,
)
_STRUCK_TAGS = frozenset({"s", "strike", "del"})
_STRUCK = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.I)
_RAISED_TAGS = frozenset({"sup", "sub"})
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|sub)\b", re.I)
_PALE = re.compile(r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?)\b", re.I)
_APART = re.compile(r"float\s*:\s*(?:left|right)|display\s*:\s*(?:inline-block|table-cell)", re.I)
_NAMES = re.compile(r"[^\w-]+")
_LEADING_NUMBER = re.compile(r"\s*\+?(\d{1,9})")
_ORNAMENT = re.compile(
    r"icon|logo|spacer|blank|bullet|arrow|share|weixin|wechat|weibo|qrcode|ewm|print|close", re.I
)
_DATA_URI = re.compile(r"data:image/(\w+)", re.I)
_SMALLEST_PICTURE = 40
_NAME_LIMIT = 34
_NAME_PARTS = re.compile(r"[-_]")
_PATH_END = re.compile(r"[?#]")
_UNWANTED = re.compile(r"[\s|〔〕]+")


def tag_of(element: etree._Element) -> str:
    """The tag in lower case; empty for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def number_of(element: etree._Element, attribute: str) -> int | None:
    """The number that an attribute begins with, as browsers read it; None without one."""
    match = _LEADING_NUMBER.match(element.get(attribute) or "")
    return int(match[1]) if match else None


def hides(declared: str) -> bool:
    """Whether declared styles hide the element that they apply to."""
    return _HIDDEN.search(declared) is not None


def is_hidden(element: etree._Element) -> bool:
    """Whether a browser does not show the element."""
    if "hidden" in element.attrib or hides(element.get("style") or ""):
        return True
    return not _HIDDEN_NAMES.isdisjoint(_NAMES.split((element.get("class") or "").lower()))


def doubt_of(element: etree._Element, tag: str) -> str:
    """Why text that an element shows may not count; empty if it looks like any other."""
    style = element.get("style") or ""
    if tag in _STRUCK_TAGS or _STRUCK.search(style):
        return STRUCK
    if tag in _RAISED_TAGS or _RAISED.search(style):
        return RAISED
    if _PALE.search(style) or (element.get("color") or "").lower() in {"white", "#ffffff", "#fff"}:
        return PALE
    return ""


def is_furniture(element: etree._Element, tag: str) -> bool:
    """Whether the element belongs to the page and not to what is published on it."""
    if tag in _FURNITURE:
        return True
    if tag not in {"div", "ul", "ol", "table", "td", "section", "p"}:
        return False
    names = f"{element.get('id') or ''} {element.get('class') or ''}".lower()
    return bool(names.strip()) and any(
        not _FURNITURE_NAMES.isdisjoint({name, *_NAME_PARTS.split(name)})
        for name in _NAMES.split(names)
    )


def stands_apart(element: etree._Element) -> bool:
    """Whether an element within a line is placed beside what stands around it, as a cell is."""
    return _APART.search(element.get("style") or "") is not None


def picture_line(element: etree._Element) -> str:
    """The line that stands for a picture in the text; empty for ornaments."""
    sizes = (number_of(element, "width"), number_of(element, "height"))
    source = (element.get("src") or element.get("data-src") or "").strip()
    if any(size is not None and size < _SMALLEST_PICTURE for size in sizes):
        return ""
    name = _picture_name(source, (element.get("alt") or element.get("title") or "").strip())
    return f"〔图片 {name}〕" if name and not _ORNAMENT.search(name) else ""


def _picture_name(source: str, caption: str) -> str:
    data = _DATA_URI.match(source)
    if data:
        name = f"{caption or '图片'}.{data[1].lower()}"
    else:
        path = _PATH_END.split(source, maxsplit=1)[0][-400:]
        name = unquote(PurePosixPath(path.replace("\\", "/")).name, errors="replace")
        if "." not in name:
            name = f"{caption or name}.png" if caption or name else ""
    return _UNWANTED.sub("", name)[-_NAME_LIMIT:]
