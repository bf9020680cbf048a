"""What models and delegates of lists have in common."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
"""The index that stands for no parent; never changed."""
ROW_ROLE = Qt.ItemDataRole.UserRole
"""Everything about a row, for the delegate that draws it."""


def row_aloud(names: Iterable[str], texts: Iterable[str]) -> str:
    """A whole row for a screen reader, which else says of it the one cell that the keys are on."""
    said = _tr("{name}：{said}")
    pairs = zip(names, texts, strict=True)
    return _tr("；").join(said.format(name=name, said=text) for name, text in pairs if text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lists", text)
