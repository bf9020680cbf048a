"""What holds of an RTF file's characters between two braces, and the control words that set it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reviewer.document.looks import RAISED, STRUCK

_LONGEST_FALLBACK = 16


@dataclass(slots=True)
class State:
    """What a brace opens and its counterpart restores.

    Attributes:
        skipped: Whether a group is read that holds nothing to be shown.
        fonts: Whether it is the table of fonts.
        colours: Whether it is the table of colours.
        hidden: Whether characters are hidden.
        doubt: What their look says against them, or empty.
        colour: Number of their colour.
        ground: Number of the colour behind them.
        listed: Whether they are an automatic number.
        aside: Whether they stand elsewhere than where the file has them.
        font: Number of their font, if one was set.
        fallback: How many characters stand behind each that is given by its number.
    """

    skipped: bool = False
    fonts: bool = False
    colours: bool = False
    hidden: bool = False
    doubt: str = ""
    colour: int = 0
    ground: int = 0
    listed: bool = False
    aside: bool = False
    font: int | None = None
    fallback: int = 1

    def hide(self, number: int | None) -> None:
        """Hide what follows, or (0) show it."""
        self.hidden = number != 0


_Setter = Callable[[State, int | None], None]


def _font(state: State, number: int | None) -> None:
    state.font = number


def _fallback(state: State, number: int | None) -> None:
    state.fallback = max(0, min(number or 0, _LONGEST_FALLBACK))


def _doubted(reason: str) -> _Setter:
    def doubt(state: State, number: int | None) -> None:
        state.doubt = reason if number != 0 else ""

    return doubt


def _plain(state: State, _number: int | None) -> None:
    state.hidden = False
    state.doubt = ""
    state.font = None
    state.colour = state.ground = 0


def _colour(state: State, number: int | None) -> None:
    state.colour = number or 0


def _ground(state: State, number: int | None) -> None:
    state.ground = number or 0


def _listed(state: State, _number: int | None) -> None:
    state.listed = True


STATE_WORDS: Mapping[bytes, _Setter] = {
    **dict.fromkeys((b"f", b"af"), _font),
    **dict.fromkeys((b"strike", b"striked"), _doubted(STRUCK)),
    **dict.fromkeys((b"super", b"sub"), _doubted(RAISED)),
    **dict.fromkeys((b"cb", b"highlight", b"chcbpat", b"cbpat"), _ground),
    **dict.fromkeys((b"listtext", b"pntext"), _listed),
    b"nosupersub": _doubted(""),
    b"cf": _colour,
    b"plain": _plain,
    b"uc": _fallback,
    b"v": State.hide,
}
"""What each control word on characters sets, given the number behind it."""
