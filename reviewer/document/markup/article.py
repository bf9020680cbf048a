"""Finds the report among what else is on its page.

Where the report's own wordings stand (section titles, labels of its tables), there it is: the
smallest element that holds them all. No wording of a page's programmers is needed for that, only
for pages on which too few of the report's are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from reviewer.document.composing import Content, Grid
from reviewer.document.markup.flow import Piece
from reviewer.document.markup.marks import is_title, marks_in
from reviewer.document.markup.patience import Patience

_ENOUGH_MARKS = 3
_NEW_MARKS = 2
_LINKS_IN_A_ROW = 3
_LEAST_TEXT = 120
_LINES_BETWEEN = 4
_LINE_LIMIT = 100
_KNOWN = re.compile(
    r"(?:^|\s)(?:zoom|article\w*|\w*[-_]?article|trs_editor|ucapcontent|vsb_content\w*|content\w*"
    r"|\w*[-_]?content|view|news\w*|detail\w*|pages_content|main\w*)(?=\s|$)",
    re.I,
)
_END_OF_PAGE = re.compile(
    r"版[权權]所有|ICP[备備]|公网安[备備]|网站标识码|网站地图|扫一扫|上一[篇条]|下一[篇条]"
    r"|打印本页|关闭窗口|【打印】|浏览次数|分享到"
)
_SIGNED = re.compile(
    r"[\u4e00-\u9fff]{3,30}(?:府|处|局|会|委|室|镇|乡|街道|院|署|中心)"
    r"|[12２〇○零一二][0-9０-９〇○零一二三四五六七八九]{3}年.{1,4}月.{1,4}日"
)
_SEPARATORS = re.compile(r"[_|｜]|\s[-–—]+\s|[–—]+|-{1,2}(?=[\u4e00-\u9fff])")


def article_of(pieces: Sequence[Piece], root: etree._Element, patience: Patience) -> list[Content]:
    """Lines and tables of the report in reading order, its title first."""
    shown = _without_asides(pieces, patience)
    region = _region(shown, patience)
    inside = [shown[index] for index in region]
    if any(isinstance(piece.content, str) and is_title(piece.text) for piece in _opening(inside)):
        before: list[Content] = []
    else:
        before = _heading(shown[: region.start], pieces) or _page_title(root)
    after = _signature(shown[region.stop :])
    return [*before, *(piece.content for piece in _without_link_lists(inside)), *after]


def _without_asides(pieces: Sequence[Piece], patience: Patience) -> list[Piece]:
    """What is shown and no furniture, and those asides that alone say what a report says.

    Sites call whole pages "header"; others show an article only when a script has run.
    """
    said: dict[etree._Element | None, set[str]] = {None: set()}
    for piece in pieces:
        patience()
        of_piece = set() if piece.linked else _marks_of(piece)
        said.setdefault(piece.aside, set()).update(of_piece)
    known = said.pop(None)
    kept: set[etree._Element | None] = {None}
    for aside, marks in said.items():
        if len(marks - known) >= _NEW_MARKS:
            kept.add(aside)
            known |= marks
    return [piece for piece in pieces if piece.aside in kept]


def _marks_of(piece: Piece) -> frozenset[str]:
    """What shows that a piece belongs to the report."""
    return marks_in(piece.text, table=isinstance(piece.content, Grid))


def _region(pieces: Sequence[Piece], patience: Patience) -> range:
    """The pieces of the smallest element with all that is a report's."""
    marked: list[Piece] = []
    found: set[str] = set()
    for piece in pieces:
        patience()
        marks = _marks_of(piece)
        if marks and not piece.linked:
            marked.append(piece)
            found |= marks
    if len(found) < _ENOUGH_MARKS:
        return _known_region(pieces)
    region = _pieces_in(pieces, _common(marked[0].owner, marked[-1].owner))
    last = max(index for index in region if pieces[index] is marked[-1])
    ends = (
        index
        for index in range(last + 1, region.stop)
        if _END_OF_PAGE.search(pieces[index].text) and len(pieces[index].text) <= 2 * _LINE_LIMIT
    )
    return range(region.start, next(ends, region.stop))


def _common(first: etree._Element, last: etree._Element) -> etree._Element:
    """The smallest element that holds both, and so all that stands between."""
    around = {first, *first.iterancestors()}
    if last in around:
        return last
    return next((one for one in last.iterancestors() if one in around), last)


def _pieces_in(pieces: Sequence[Piece], element: etree._Element) -> range:
    """The pieces within an element; they follow each other."""
    elements = set(element.iter())
    inside = [index for index, piece in enumerate(pieces) if piece.owner in elements]
    return range(inside[0], inside[-1] + 1) if inside else range(len(pieces))


def _known_region(pieces: Sequence[Piece]) -> range:
    """The largest piece of text in an element that is named as articles are; else everything."""
    sizes: dict[etree._Element, int] = {}
    around: dict[etree._Element, etree._Element | None] = {}
    for piece in pieces:
        named = _named_around(piece.owner, around)
        if named is not None and not piece.linked:
            sizes[named] = sizes.get(named, 0) + len(piece.text)
    best = max(sizes, key=lambda one: sizes[one], default=None)
    if best is None or sizes[best] < _LEAST_TEXT:
        return range(len(pieces))
    return _pieces_in(pieces, best)


def _named_around(
    element: etree._Element, known: dict[etree._Element, etree._Element | None]
) -> etree._Element | None:
    """The innermost named element around one; what is found out is kept in ``known``."""
    way: list[etree._Element] = []
    here: etree._Element | None = element
    while here is not None and here not in known and not _is_named(here):
        way.append(here)
        here = here.getparent()
    found = known.get(here, here) if here is not None else None
    known.update(dict.fromkeys(way, found))
    return found


def _is_named(element: etree._Element) -> bool:
    if element.tag in {"article", "main"}:
        return True
    return bool(_KNOWN.search(f"{element.get('id') or ''} {element.get('class') or ''}"))


def _opening(inside: Sequence[Piece]) -> Iterator[Piece]:
    """The region's pieces before its first section or table."""
    for piece in inside:
        if _marks_of(piece):
            return
        if not piece.linked:
            yield piece


def _heading(outside: Sequence[Piece], pieces: Sequence[Piece]) -> list[Content]:
    """The title that stands before the region, with the lines between (source, date).

    A title in the page's own header counts if there is no other.
    """
    for place in range(len(outside) - 1, -1, -1):
        if _is_heading(outside[place]):
            between = [
                piece.content
                for piece in outside[place + 1 :]
                if not piece.linked and len(piece.text) <= _LINE_LIMIT
            ]
            return [outside[place].content, *between[-_LINES_BETWEEN:]]
    found = (piece.content for piece in pieces if piece.aside is not None and _is_heading(piece))
    first = next(found, None)
    return [first] if first is not None else []


def _is_heading(piece: Piece) -> bool:
    return isinstance(piece.content, str) and not piece.linked and is_title(piece.text)


def _page_title(root: etree._Element) -> list[Content]:
    """The title that the page's head states, without the site's name beside it."""
    stated = [
        meta.get("content") or ""
        for meta in root.iter("meta")
        if (meta.get("name") or "").lower() == "articletitle"
    ]
    title = next(iter(root.iter("title")), None)
    if title is not None:
        stated.append(title.text or "")
    for text in (" ".join(one.split()) for one in stated):
        for part in (*_SEPARATORS.split(text), text):
            if is_title(part):
                return [part.strip()]
    return []


def _signature(behind: Sequence[Piece]) -> list[Content]:
    """Body and date if they stand just behind the region."""
    lines: list[Content] = []
    for piece in behind[:2]:
        line = piece.content
        if not isinstance(line, str) or piece.linked or not _SIGNED.fullmatch(line.strip()):
            break
        lines.append(line)
    return lines


def _without_link_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces but those rows of links that lead elsewhere."""
    kept: list[Piece] = []
    run: list[Piece] = []
    for piece in pieces:
        if piece.linked:
            run.append(piece)
            continue
        kept += [] if len(run) >= _LINKS_IN_A_ROW else run
        run = []
        kept.append(piece)
    return kept + ([] if len(run) >= _LINKS_IN_A_ROW else run)
