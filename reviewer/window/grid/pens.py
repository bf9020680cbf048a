"""The fonts of a grid at one size, with their metrics."""

from __future__ import annotations

from reviewer.window.look.fonts import Metrics, figure_font, ui_font


class Pens:
    """Fonts and metrics of one size, shared by all cells.

    Attributes:
        scale: Times the interface's usual size.
    """

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        self.label = ui_font(scale)
        self.label_bold = ui_font(scale, bold=True)
        self.figure = figure_font(scale)
        self.figure_bold = figure_font(scale, bold=True)
        self.small = figure_font(scale * 0.82)
        self.label_metrics = Metrics(self.label)
        self.figure_metrics = Metrics(self.figure_bold)
        self.plain_metrics = Metrics(self.figure)
        self.small_metrics = Metrics(self.small)
