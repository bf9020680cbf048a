"""Pages within a page: what a frame holds is put where the frame stands, if the file has it.

Nothing is fetched: a frame's page is written in the frame itself (``srcdoc``), or is another part
of the same web archive.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from lxml import etree

_MOST_FRAMES = 20
_FRAME = re.compile(r"<iframe\b[^<>]{0,2000}>", re.I)
_SOURCE = re.compile(r"""\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)


def with_pages(markup: str, pages: Mapping[str, str]) -> str:
    """A page with the other pages of its archive written into the frames that show them.

    Args:
        markup: The page.
        pages: The others, by each address that a frame may name them by.
    """
    left = [_MOST_FRAMES]

    def filled(frame: re.Match[str]) -> str:
        source = _SOURCE.search(frame[0])
        address = next(filter(None, source.groups()), "") if source else ""
        page = pages.get(address)
        if page is None or not left[0]:
            return frame[0]
        left[0] -= 1
        return f'<iframe srcdoc="{escape(page)}"' + frame[0][len("<iframe") :]

    return _FRAME.sub(filled, markup)


def open_frames(root: etree._Element) -> None:
    """Put the pages that stand in frames of a tree in the frames' places."""
    frames = [frame for frame in root.iter("iframe") if (frame.get("srcdoc") or "").strip()]
    for frame in frames[:_MOST_FRAMES]:
        page = _tree(frame.get("srcdoc") or "")
        parent = frame.getparent()
        if page is None or parent is None:
            continue
        page.tag = "div"
        page.set("style", frame.get("style") or "")
        page.tail = frame.tail
        parent.replace(frame, page)


def _tree(markup: str) -> etree._Element | None:
    """The page's root; None for what holds none."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root: etree._Element | None = etree.fromstring(markup.encode(errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root
