"""Cells that no separators part: pieces between blanks and line ends, without the form's words.

Where every cell has a line of its own, blank cells may show as blank lines only; where nothing
parts the cells, digits stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reviewer.forms.cells.cells import Broken, Zone, is_form_text, is_value
from reviewer.forms.cells.pieces import Piece, stripped
from reviewer.forms.figures.nearly import is_remarked, nearly_figure
from reviewer.forms.figures.numbers import is_note
from reviewer.forms.folding import fold
from reviewer.forms.lines import Stretch, lines_of

_PAGE_NUMBER = re.compile(
    r"[-—–－]\s*[1-9]\d{0,2}\s*[-—–－]|第?\s*\d{1,3}\s*页.*|\d{1,3}\s*/\s*\d{1,3}"
)
_RULE_LINE = re.compile(r"[\s|:：-]*-{2,}[\s|:：-]*")
_SIGN = r"(?:[+\-−－–＋]|(?<![^\W\d_])(?<![增増加][/／])(?:增加|减少|[增増减減]))(?=[0-9０-９])"
"""A word counts as a sign only at its own beginning: 减2, but neither 新增2 nor 增/减2."""

_NIL_RUN = r"(?<!无)(?:无{2,}(?!法)|无+(?=无法|[（(0-9０-９]))"
"""Nil marks, and no word that begins as they do: 无无（三）, 无无无法."""

_RUN_OR_WORD = re.compile(
    rf"(?:{_SIGN})?[0-9０-９][0-9０-９.,，．+\-−－–＋]*[万亿元件条份起宗次个项]*"
    rf"|[/／—―]+|[-−－–]{{2,}}|{_NIL_RUN}|(?:(?!{_SIGN}|{_NIL_RUN})[^0-9０-９])+"
)
_BARE_SIGNS = frozenset("增増减減") | {"增加", "减少", "減少"}
"""What a cell of changes may hold without a figure: letters of its head, and yet its own."""

_LONGEST_TEXT = 200
"""A cell of words has at most this many characters; more are a paragraph behind the table."""

_SEVERAL = 2
"""This many figures on a line of their own are a row's, some of whose cells are blank."""

_WORD = re.compile(r"\S+")
_INSTEAD = re.compile(r"(?:本|未|无|不|没|暂|尚|约|近|若干|待|详?见|同上)[\u4e00-\u9fff\d]{0,10}")
"""Words in a figure's place: 未开展, 不涉及, 约12, 见附表."""


def unseparated_cells(text: str, start: int, end: int, count: int, words: str) -> Zone:
    """The cells of a zone that has no separators."""
    worded = _worded(text, start, end, count, words)
    if worded:
        return Zone(cells=worded, separated=False)
    lines = _until_sentence(_line_values(text, *line, words) for line in _lines(text, start, end))
    if len(lines) == 1 and not lines[0].pure:
        return Zone(cells=tuple(lines[0].values), separated=False)
    glued = [value for line in lines for value in line.values]
    if len(glued) == 1 and _may_be_row(glued[0], count):
        return Zone(cells=tuple(glued), separated=False)
    zone = _of_lines(text, (start, end), lines, count, words)
    broken = _broken(text, _until_prose(lines), count)
    return replace(zone, broken=broken) if broken else zone


def _of_lines(text: str, place: Stretch, lines: list[_Line], count: int, words: str) -> Zone:
    """The cells of a zone of several lines."""
    if count > 1 and all(len(line.values) <= 1 for line in lines):
        return _line_zone(text, *place, _line_cells(text, lines, words), count)
    full = next((line for line in lines if line.pure and len(line.values) >= count > 1), None)
    if full is not None and not any(value.is_run for value in full.values):
        others = tuple(value for line in lines if line is not full for value in line.values)
        before = lines[: lines.index(full)]
        foreign = any(len(line.values) >= _SEVERAL or _tells_figures(text, line) for line in before)
        return Zone(cells=tuple(full.values), separated=True, rest=others, foreign=foreign)
    cells = tuple(_until_prose(lines))
    return Zone(cells=cells, separated=False, ragged=_is_ragged(lines))


def _broken(text: str, pieces: Sequence[Piece], count: int) -> Broken | None:
    """A row's pieces, more than it has cells, if any of them may go on in the line below."""
    if len(pieces) <= count or count == 1:
        return None
    between = (text[one.end : then.start] for one, then in pairwise(pieces))
    breaks = tuple(one if one.strip(" \u3000") == "\n" else "" for one in between)
    return Broken(tuple(pieces), breaks) if any(breaks) else None


def _worded(text: str, start: int, end: int, count: int, words: str) -> tuple[Piece, ...]:
    """A row that has as many pieces as figures, words in the place of some; empty if it has not.

    They stand on the label's line; a single one may stand on the line below it.
    """
    lines = [line for line in text[start:end].split("\n") if line.strip()] if count == 1 else []
    line = lines[0] if lines else text[start:end].partition("\n")[0]
    base = text.index(line, start)
    found = [Piece(base + at.start(), base + at.end(), at[0]) for at in _WORD.finditer(line)]
    odd = [piece for piece in found if not is_value(piece)]
    if len(found) != count or not odd or len(odd) > max(1, count // 2):
        return ()
    stands = all(_INSTEAD.fullmatch(piece.text) or _is_numeral(piece.text) for piece in odd)
    return tuple(found) if stands and not any(is_form_text(one, words) for one in odd) else ()


def _may_be_row(piece: Piece, count: int) -> bool:
    """Whether a line's only figure has a digit for each of a row's cells, so that it may be all."""
    return piece.is_digits and sum(map(str.isdecimal, piece.text)) >= count > 1


def _is_numeral(text: str) -> bool:
    """Whether a text is a figure in Chinese numerals."""
    nearly = nearly_figure(text)
    return nearly is not None and not nearly.slip


def _is_ragged(lines: Sequence[_Line]) -> bool:
    """Whether figures stand on several lines, not as many on each."""
    numbers = {len(line.values) for line in lines if line.values}
    return len(numbers) > 1


@dataclass(frozen=True)
class _Line:
    """A line's values; ``pure`` unless text that is neither value nor form ends them."""

    start: int
    end: int
    values: list[Piece]
    pure: bool


def _tells_figures(text: str, line: _Line) -> bool:
    """Whether a line has words that are not the form's, and digits: another row's, or a cell's."""
    return not line.pure and any(map(str.isdigit, text[line.start : line.end]))


def _lines(text: str, start: int, end: int) -> list[Stretch]:
    """The lines that say something: no page's number, no rule; behind a label these are cells."""
    found = []
    for begin, stop in lines_of(text, start, end):
        line = text[begin:stop].strip()
        is_whole = begin == 0 or text[begin - 1] == "\n"
        is_furniture = is_whole and (_PAGE_NUMBER.fullmatch(line) or _RULE_LINE.fullmatch(line))
        if line and not is_furniture:
            found.append((begin, stop))
    return found


def _line_values(text: str, start: int, end: int, words: str) -> _Line:
    values: list[Piece] = []
    for piece in _chunks(text, start, end):
        if is_value(piece) or is_remarked(piece.text):
            values.append(piece)
        elif not is_note(piece.text) and fold(piece.text) and not is_form_text(piece, words):
            return _Line(start, end, values, pure=False)
    return _Line(start, end, values, pure=True)


def _until_sentence(lines: Iterable[_Line]) -> list[_Line]:
    """Lines up to one that begins with a figure and goes on with text, unless it is the first."""
    kept: list[_Line] = []
    for line in lines:
        if kept and line.values and not line.pure:
            break
        kept.append(line)
    return kept


def _until_prose(lines: list[_Line]) -> list[Piece]:
    values: list[Piece] = []
    for line in lines:
        values += line.values
        if not line.pure:
            break
    return values


def _chunks(text: str, start: int, end: int) -> list[Piece]:
    """Pieces between blanks, parted further where digits meet letters."""
    chunks: list[Piece] = []
    for word in _WORD.finditer(text[start:end]):
        base = start + word.start()
        whole = Piece(base, base + len(word[0]), word[0])
        if is_value(whole) or is_remarked(whole.text):
            chunks.append(whole)
        else:
            chunks.extend(
                Piece(base + part.start(), base + part.end(), part[0])
                for part in _RUN_OR_WORD.finditer(word[0])
            )
    return chunks


def _stands_among_values(lines: Sequence[_Line], index: int) -> bool:
    """Whether a line stands between two that hold a value each, as no part of a head does."""
    around = [*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2]]
    return len(around) == 2 and all(line.pure and line.values for line in around)


def _line_cells(text: str, lines: list[_Line], words: str) -> list[Piece]:
    """Lines as one cell each, without the label's own rest and pieces of the form."""
    cells = []
    for index, line in enumerate(lines):
        piece = stripped(text, line.start, line.end)
        if line.pure and line.values:
            cells.append(line.values[0])
        elif piece.text in _BARE_SIGNS and _stands_among_values(lines, index):
            cells.append(piece)
        elif len(piece.text) > _LONGEST_TEXT:
            break
        elif not line.pure and (index > 0 or text[line.start - 1] == "\n"):
            cells.append(piece)
    return cells


def _line_zone(text: str, start: int, end: int, cells: list[Piece], count: int) -> Zone:
    """Cells on lines of their own, with the line ends between them."""
    row, rest = cells[:count], cells[count:]
    edges = [start, *(piece.end for piece in row)]
    behind = _text_or_end(text, edges[-1], rest[0].start if rest else end)
    begins = [*(piece.start for piece in row), behind]
    gaps = tuple(text.count("\n", edge, begin) for edge, begin in zip(edges, begins, strict=True))
    return Zone(
        cells=tuple(row),
        separated=gaps[0] > 0 and not any(piece.is_run for piece in row),
        rest=_further(row, rest),
        gaps=gaps,
        start=start,
    )


def _further(row: Sequence[Piece], rest: Sequence[Piece]) -> tuple[Piece, ...]:
    """Figures behind a row's own; behind words that follow a whole row they are another row's."""
    if rest and not is_value(rest[0]) and all(map(is_value, row)):
        return ()
    return tuple(filter(is_value, rest))


def _text_or_end(text: str, place: int, end: int) -> int:
    """Where the next text stands between two places, or the second of them."""
    while place < end and text[place].isspace():
        place += 1
    return place
