"""The keys that do something with the figures of a grid."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence

from reviewer.window.commands import actions
from reviewer.window.commands.figure import FigureCommand
from reviewer.window.commands.panel_keys import Panel, meant, panel_keys
from reviewer.window.keys import pressed

_ACTIONS = {
    FigureCommand.TRANSCRIBE: "review.transcribe",
    FigureCommand.PROPOSE: "review.propose",
    FigureCommand.SUGGEST: "review.take",
    FigureCommand.SUGGEST_READING: "review.take_reading",
    FigureCommand.CONFIRM: "review.confirm",
    FigureCommand.NOTE: "review.note",
}
"""The window's commands that do the same: the grid takes their keys."""

_OWN_KEYS = {
    "tables.edit": FigureCommand.TRANSCRIBE,
    "tables.withdraw": FigureCommand.WITHDRAW,
    "tables.copy": FigureCommand.COPY,
    "tables.paste": FigureCommand.PASTE,
}
"""Keys that only the grid has."""


_SHARED = {
    QKeySequence(key).toString(): command
    for command, identity in _ACTIONS.items()
    for key in actions.keys_of(identity)
}

KEPT = frozenset(
    {
        FigureCommand.TRANSCRIBE,
        FigureCommand.PROPOSE,
        FigureCommand.WITHDRAW,
        FigureCommand.COPY,
        FigureCommand.PASTE,
    }
)
"""Commands whose keys the grid keeps from the window's shortcuts."""


def keys_of(command: FigureCommand) -> tuple[str, ...]:
    """The keys of a command, the one to be named first."""
    shared = actions.keys_of(_ACTIONS[command]) if command in _ACTIONS else ()
    own = (panel_keys(identity) for identity, one in _OWN_KEYS.items() if one is command)
    return (*shared, *(key for keys in own for key in keys))


def command_of(event: QKeyEvent) -> FigureCommand | None:
    """The command that a key gives."""
    own = meant(event, Panel.TABLES)
    if own is not None:
        return _OWN_KEYS[own]
    return _SHARED.get(pressed(event))
