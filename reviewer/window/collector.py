"""Garbage collection on the main thread only.

Python may collect on any thread; a cycle that holds a Qt object and is collected on the
worker would destroy that object there. So automatic collection is off and a timer does it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL = 1000


class Collector(QObject):
    """Collects garbage now and then while it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self._collect)
        gc.disable()
        self._timer.start()

    def spare(self) -> None:
        """Look no more at what there is now; what is garbage already is collected first.

        Program and window stay until the end: to go through all of them takes longer than to
        draw a panel, and finds nothing. A report that was opened has thousands of values; no
        cycle keeps them once it is closed, but with hundreds of reports to go through them all
        would hold up the window.
        """
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        """The oldest generation that is due, as Python itself would choose it."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
