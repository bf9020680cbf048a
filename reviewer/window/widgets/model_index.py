"""What models and delegates of lists have in common."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
"""The parent of what has none; never changed."""
ROW_ROLE = Qt.ItemDataRole.UserRole
"""All there is to a row, for the delegate that draws it."""
