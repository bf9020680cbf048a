"""Pictures set upright on white paper, as they are looked at and as they are shown."""

from __future__ import annotations

from typing import Any


def on_paper(picture: Any) -> Any:
    """A picture of the library PIL, upright as its own data say, without anything clear in it."""
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    paper = Image.new("RGBA", upright.size, "white")
    paper.alpha_composite(upright)
    return paper.convert("RGB")
