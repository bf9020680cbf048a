"""Where the Tab key goes: from region to region, within each as one reads.

Qt follows the order in which widgets were made and the widgets that panels hand their focus to;
what is made anew with every selection would come last, and most panels would be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from reviewer.window.widgets.focus import has_focus

_LINE = 10
"""Widgets whose middles are at most this many pixels apart stand on one line."""


def stops(regions: Sequence[QWidget]) -> list[QWidget]:
    """What can be gone to in some regions, in their order."""
    found: list[QWidget] = []
    for region in regions:
        inside = [one for one in (region, *region.findChildren(QWidget)) if _is_stop(one)]
        found += [one for one in _as_read(inside, region) if one not in found]
    return found


def next_stop(regions: Sequence[QWidget], *, forward: bool) -> QWidget | None:
    """What follows that which has the focus, round the end; None if there is nothing."""
    found = stops(regions)
    if not found:
        return None
    here = [place for place, one in enumerate(found) if has_focus(one)]
    if not here:
        return found[0] if forward else found[-1]
    # Of several the innermost: what has the focus stands within the others.
    place = max(here, key=lambda place: _depth(found[place]))
    return found[(place + (1 if forward else -1)) % len(found)]


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()


def _as_read(widgets: Sequence[QWidget], region: QWidget) -> Iterator[QWidget]:
    """From top to bottom, and on each line from left to right; what holds others before them."""
    middles = {one: one.mapTo(region, QPoint(0, _middle(one))) for one in widgets}
    left = sorted(widgets, key=lambda one: (middles[one].y(), middles[one].x()))
    while left:
        line = [one for one in left if middles[one].y() - middles[left[0]].y() <= _LINE]
        yield from sorted(line, key=lambda one: middles[one].x())
        left = left[len(line) :]


def _middle(widget: QWidget) -> int:
    """Of what is higher than a line, the first line counts."""
    return min(widget.height(), 2 * widget.fontMetrics().height()) // 2


def _depth(widget: QWidget) -> int:
    depth = 0
    while (above := widget.parentWidget()) is not None:
        widget, depth = above, depth + 1
    return depth
