"""Report texts made from known figures, in every layout that reports come to us in.

``render(figures, form, layout, faults)`` prints a complete report around the three tables and
returns the text with the truth: what each cell of the form says, and where. Tests of reading
compare with it; nothing here looks at how the program reads.

    figures = make_figures("2021", seed=7)
    rendered = render(figures, "2021", "glued", Faults(subtotal=True))
    rendered.text, rendered.truth[CellId("requests.new.total")], rendered.places[...]
"""

from __future__ import annotations

from tests.layouts.figures import make_figures
from tests.layouts.grid import Faults
from tests.layouts.rendering import LAYOUTS, NOT_READABLE, TITLES, Rendered, render

__all__ = ["LAYOUTS", "NOT_READABLE", "TITLES", "Faults", "Rendered", "make_figures", "render"]
