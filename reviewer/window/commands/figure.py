"""What can be done with a figure, wherever it is shown."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """What typing a figure means; the value names its colour in the theme."""

    TRANSCRIBE = "transcribed"
    PROPOSE = "proposed"


class FigureCommand(StrEnum):
    """What keys, menus and links ask for."""

    TRANSCRIBE = "transcribe"
    PROPOSE = "propose"
    SUGGEST = "suggest"
    SUGGEST_READING = "suggest_reading"
    WITHDRAW = "withdraw"
    WITHDRAW_PROPOSAL = "withdraw_proposal"
    CONFIRM = "confirm"
    NOTE = "note"
    SHOW_SOURCE = "show_source"
    COPY = "copy"
    PASTE = "paste"


TYPED = {FigureCommand.TRANSCRIBE: Mode.TRANSCRIBE, FigureCommand.PROPOSE: Mode.PROPOSE}
"""The commands that open an editor, and what is typed there."""
