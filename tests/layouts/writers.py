"""One function a layout: writes the lines of a table as such a text would have them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reviewer.forms.layout import Role
from tests.layouts.grid import Line, Piece
from tests.layouts.sink import Sink

Writer = Callable[[Sink, Sequence[Line]], None]


def word_tab(sink: Sink, lines: Sequence[Line]) -> None:
    """Word text extraction: each cell on a line after a TAB, a blank line ends the row."""
    for line in lines:
        for piece in line.with_covered_rows:
            sink.add("\t")
            sink.piece(piece)
            sink.add("\n")
        sink.add("\n")


def cell_marks(sink: Sink, lines: Sequence[Line]) -> None:
    """Raw text of a Word document: a mark behind each cell, and one more behind each row."""
    for line in lines:
        for piece in line.with_covered_rows:
            sink.piece(piece)
            sink.add("\x07")
        sink.add("\x07")


def _joined(sink: Sink, pieces: Sequence[Piece], separator: str) -> None:
    for index, piece in enumerate(pieces):
        sink.add(separator if index else "")
        sink.piece(piece)


def pipe(sink: Sink, lines: Sequence[Line], *, start: str, end: str) -> None:
    """A row a line; merged cells leave their places as bare bars at the end of the line."""
    for line in lines:
        sink.add(start)
        _joined(sink, line.shown, " | ")
        sink.add(end + "|" * (len(line.pieces) - len(line.shown)) * bool(end) + "\n")


def markdown(sink: Sink, lines: Sequence[Line], *, pads: str) -> None:
    """All grid places between bars; the text of a merged cell at its left or right end."""
    for index, line in enumerate(lines):
        sink.add("| ")
        _joined(sink, _padded(line, pads), " | ")
        sink.add(" |\n")
        if index == 0:
            sink.add("|" + "---|" * len(line.pieces) + "\n")


def _padded(line: Line, pads: str) -> list[Piece]:
    """The line's grid places; with pads ``left``, the blanks of a merged cell come first."""
    if pads == "right":
        return list(line.pieces)
    groups: list[list[Piece]] = []
    for piece in line.pieces:
        if piece.covered == "beside" and groups:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [piece for group in groups for piece in (*group[1:], group[0])]


def pipe_cells(sink: Sink, lines: Sequence[Line], *, start: str) -> None:
    """Each cell on a line and followed by a bar; a line of bars ends a row with merged cells."""
    for line in lines:
        sink.add(start)
        for piece in line.shown:
            sink.piece(piece)
            sink.add(" |\n" if piece.text else "|\n")
        missing = len(line.pieces) - len(line.shown)
        sink.add("|" * missing + "\n" if missing else "")


def pipe_moved(sink: Sink, lines: Sequence[Line], *, cell_end: str) -> None:
    """Cells that hold something, then a bar for each other place of the grid line.

    So blank cells leave their places, as merged ones do, and all stand at the line's end.
    """
    for line in lines:
        filled = [piece for piece in line.shown if piece.text]
        for piece in filled:
            sink.piece(piece)
            sink.add(" |" + cell_end)
        sink.add("|" * (len(line.pieces) - len(filled)) + "\n")


def bar_lines(sink: Sink, lines: Sequence[Line], *, filled_up: bool) -> None:
    """Cells and bars on lines in turn; bars for merged cells at the end if lines are filled up."""
    for line in lines:
        for piece in line.shown:
            sink.piece(piece)
            sink.add("\n|\n")
        missing = len(line.pieces) - len(line.shown)
        sink.add("|" * missing + "\n" if missing and filled_up else "")


def repeated(sink: Sink, lines: Sequence[Line]) -> None:
    """All grid places between bars, the text of a merged cell in each that it covers."""
    above: list[Piece] = []
    for line in lines:
        shown: list[Piece] = []
        for at, piece in enumerate(line.pieces):
            owner = shown[-1] if piece.covered == "beside" and shown else piece
            shown.append(above[at] if piece.covered == "above" and at < len(above) else owner)
        sink.add("| ")
        for at, piece in enumerate(shown):
            sink.add(" | " if at else "")
            again = at > 0 and piece is shown[at - 1]
            sink.add(piece.text) if again else sink.piece(piece)
        sink.add(" |\n")
        above = shown


def latex(sink: Sink, lines: Sequence[Line]) -> None:
    """A tabular with every grid place."""
    sink.add("\\begin{tabular}{" + "l" * len(lines[0].pieces) + "}\n\\hline\n")
    for line in lines:
        _joined(sink, line.pieces, " & ")
        sink.add(" \\\\ \\hline\n")
    sink.add("\\end{tabular}\n")


def paragraphs(sink: Sink, lines: Sequence[Line], *, separator: str) -> None:
    """Every cell is a paragraph of its own; nothing tells the rows apart."""
    for line in lines:
        for piece in line.shown:
            sink.piece(piece)
            sink.add(separator)


def spaced(sink: Sink, lines: Sequence[Line]) -> None:
    """A row a line, cells parted by a blank; an empty cell leaves nothing."""
    for line in lines:
        _joined(sink, [piece for piece in line.shown if piece.text], " ")
        sink.add("\n")


def glued(sink: Sink, lines: Sequence[Line], *, before_figures: str, row_end: str) -> None:
    """No separators between cells at all."""
    for line in lines:
        previous: Piece | None = None
        for piece in line.shown:
            starts = piece.cell is not None and (previous is None or previous.cell is None)
            sink.add(before_figures if starts else "")
            sink.piece(piece)
            previous = piece
        sink.add(row_end)


def separated(sink: Sink, lines: Sequence[Line], *, separator: str) -> None:
    """A row a line with every grid place, as a spreadsheet saves it."""
    for line in lines:
        for index, piece in enumerate(line.pieces):
            quote = '"' if separator in piece.text else ""
            sink.add((separator if index else "") + quote)
            sink.piece(piece)
            sink.add(quote)
        sink.add("\n")


def marked(sink: Sink, lines: Sequence[Line], *, mark: str, whole: bool) -> None:
    """A row a line, its cells parted by a mark; all grid places if ``whole``."""
    for line in lines:
        _joined(sink, line.pieces if whole else line.shown, mark)
        sink.add("\n")


def quoted(sink: Sink, lines: Sequence[Line]) -> None:
    """Every grid place in quotes, parted by commas."""
    for line in lines:
        for index, piece in enumerate(line.pieces):
            sink.add(',"' if index else '"')
            sink.piece(piece)
            sink.add('"')
        sink.add("\n")


def separated_flat(sink: Sink, lines: Sequence[Line]) -> None:
    """Comma separated with the headings written into each label, as scripts save it."""
    headings: list[str] = []
    for line in lines:
        labels = [piece for piece in line.pieces if piece.role is Role.LABEL]
        for depth, piece in enumerate(labels):
            if not piece.covered:
                headings[depth:] = [piece.text]
        figures = [piece for piece in line.pieces if piece.cell]
        if figures:
            sink.add("-".join(headings) + ("," if headings else ""))
            _joined(sink, figures, ",")
        else:
            sink.add(",".join(piece.text for piece in line.shown))
        sink.add("\n")


def drawn(sink: Sink, lines: Sequence[Line]) -> None:
    """A table drawn with lines: a rule between rows, bars between cells."""
    rule = "├" + "┼".join("────" for _ in lines[0].pieces) + "┤\n"
    for line in lines:
        sink.add(rule + "│")
        for piece in line.pieces:
            sink.piece(piece)
            sink.add("  │")
        sink.add("\n")
    sink.add(rule)


def boxed(
    sink: Sink, lines: Sequence[Line], *, rules: tuple[str, str, str], bar: str, close: bool
) -> None:
    """A table in a frame of short strokes: rules above, between and below; bars around cells."""
    above, between, below = rules
    for at, line in enumerate(lines):
        sink.add((between if at else above) + "\n" + bar)
        for piece in line.shown:
            sink.piece(piece)
            sink.add(bar)
        sink.add("\n")
    sink.add(below + "\n" if close else "")


def indented(sink: Sink, lines: Sequence[Line]) -> None:
    """A page's source indentation is left: each cell on a line behind several tabs."""
    for line in lines:
        for piece in line.with_covered_rows:
            sink.add("\t\t\t    ")
            sink.piece(piece)
            sink.add("\n")
        sink.add("\n")


def page_source(sink: Sink, lines: Sequence[Line]) -> None:
    """A page's source without its tags: rows begin and end in lines less indented than cells."""
    for line in lines:
        sink.add("\t\n")
        for piece in line.shown:
            sink.add("\t\t")
            sink.piece(piece)
            sink.add("\n")
        sink.add("\t\n")


def covered_cells(sink: Sink, lines: Sequence[Line]) -> None:
    """Each cell with its bar on a line, one for each place that a cell above reaches down to."""
    for line in lines:
        for piece in line.with_covered_rows:
            sink.piece(piece)
            sink.add(" |\n")


def tab_ended(sink: Sink, lines: Sequence[Line]) -> None:
    """Each cell on a line that a tab ends; nothing tells where rows end."""
    for line in lines:
        for piece in line.shown:
            sink.piece(piece)
            sink.add("\t\n")


def tab_between(sink: Sink, lines: Sequence[Line]) -> None:
    """A page's visible text: a line with a tab alone between two cells of a row."""
    for line in lines:
        _joined(sink, line.shown, "\n\t\n")
        sink.add("\n")


def around(sink: Sink, lines: Sequence[Line]) -> None:
    """Longer labels broken before and behind their figures, which stand beside the middle."""
    for line in lines:
        labels = [piece.text for piece in line.shown if piece.cell is None]
        figures = [piece for piece in line.shown if piece.cell and piece.text]
        label = labels[-1] if labels else ""
        parts = [label[at : at + 10] for at in range(0, len(label), 10)]
        for text in labels[:-1]:
            sink.add(text + "\n")
        for at, part in enumerate(parts):
            sink.add(part)
            if at == (len(parts) - 1) // 2 and figures:
                sink.add(" ")
                _joined(sink, figures, " ")
            sink.add("\n")
        if not parts:
            _joined(sink, figures, " ")
            sink.add("\n")


def listed(sink: Sink, lines: Sequence[Line]) -> None:
    """Each cell an item of a list, figures below their label."""
    for line in lines:
        for piece in line.shown:
            sink.add("  - " if piece.cell else "- ")
            sink.piece(piece)
            sink.add("\n")


def paged(sink: Sink, lines: Sequence[Line]) -> None:
    """A row a line; after each tenth line a page ends with its number."""
    for at in range(0, len(lines), 10):
        sink.add(f"— {at // 10 + 2} —\n" if at else "")
        spaced(sink, lines[at : at + 10])


def figures_left(sink: Sink, lines: Sequence[Line]) -> None:
    """A row a line, the figures left of their label."""
    for line in lines:
        for piece in (*_figures_of(line), *(piece for piece in line.shown if not piece.cell)):
            sink.piece(piece)
            sink.add(" | ")
        sink.add("\n")


def turned(sink: Sink, lines: Sequence[Line]) -> None:
    """Rows and columns exchanged: each grid column is a line."""
    for column in range(max(len(line.pieces) for line in lines)):
        shown = [line.pieces[column] for line in lines if column < len(line.pieces)]
        _joined(sink, shown, "\t")
        sink.add("\n")


def _figures_of(line: Line) -> list[Piece]:
    return [piece for piece in line.shown if piece.cell]


WRITERS: dict[str, Writer] = {
    "word_tab": word_tab,
    "pipe": partial(pipe, start="", end=" |"),
    "pipe_both": partial(pipe, start="| ", end=" |"),
    "pipe_bare": partial(pipe, start="", end=""),
    "markdown_right": partial(markdown, pads="right"),
    "markdown_left": partial(markdown, pads="left"),
    "pipe_cells": partial(pipe_cells, start=""),
    "pipe_cells_open": partial(pipe_cells, start="|\n"),
    "pipe_spaced": partial(pipe, start="", end=" | "),
    "bar_lines": partial(bar_lines, filled_up=False),
    "bar_lines_filled": partial(bar_lines, filled_up=True),
    "repeated": repeated,
    "cell_marks": cell_marks,
    "latex": latex,
    "pipe_moved": partial(pipe_moved, cell_end=" "),
    "pipe_cells_moved": partial(pipe_moved, cell_end="\n"),
    "paragraphs": partial(paragraphs, separator="\n"),
    "paragraphs_blank": partial(paragraphs, separator="\n\n"),
    "spaced": spaced,
    "glued": partial(glued, before_figures="", row_end=""),
    "glued_rows": partial(glued, before_figures="", row_end="\n"),
    "glued_figures": partial(glued, before_figures=" ", row_end=""),
    "csv": partial(separated, separator=","),
    "csv_flat": separated_flat,
    "tsv": partial(separated, separator="\t"),
    "slashes": partial(marked, mark=" / ", whole=False),
    "wide_commas": partial(marked, mark="，", whole=True),
    "two_tabs": partial(marked, mark="\t\t", whole=False),
    "quoted": quoted,
    "drawn": drawn,
    "boxed": partial(boxed, rules=("┌─┬─┐", "├─┼─┤", "└─┴─┘"), bar="│", close=True),
    "boxed_double": partial(boxed, rules=("╔═╦═╗", "╠═╬═╣", "╚═╩═╝"), bar="║", close=True),
    "boxed_plus": partial(boxed, rules=("+-+-+",) * 3, bar="|", close=True),
    "boxed_open": partial(boxed, rules=("├─┼─┤",) * 3, bar="│", close=False),
    "indented": indented,
    "page_source": page_source,
    "covered_cells": covered_cells,
    "tab_ended": tab_ended,
    "tab_between": tab_between,
    "around": around,
    "listed": listed,
    "paged": paged,
    "figures_left": figures_left,
    "turned": turned,
}
"""All layouts but ``pdf`` (see ``tests/layouts/pdf.py``)."""
