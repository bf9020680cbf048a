"""Modal dialogs would stop a test run for ever, so they fail a test instead.

A test that expects a question answers it by replacing the same method again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import pytest

STATIC = {
    "QMessageBox": ("information", "question", "warning", "critical", "about", "aboutQt"),
    "QFileDialog": (
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
        "getExistingDirectory",
    ),
    "QInputDialog": ("getText", "getMultiLineText", "getInt", "getDouble", "getItem"),
    "QColorDialog": ("getColor",),
    "QFontDialog": ("getFont",),
}
BLOCKING = ("QDialog", "QMessageBox", "QFileDialog", "QInputDialog")


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every call that would wait for the user fail the test that made it."""
    from PySide6 import QtWidgets

    for name, methods in STATIC.items():
        for method in methods:
            monkeypatch.setattr(getattr(QtWidgets, name), method, _refusal(name, method))
    for name in BLOCKING:
        monkeypatch.setattr(getattr(QtWidgets, name), "exec", _refusal(name, "exec"))


def _refusal(name: str, method: str) -> Callable[..., NoReturn]:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError(f"{name}.{method} would have waited for the user")

    return refuse
