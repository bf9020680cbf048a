"""Text of Word's own formats, which count its UTF-16 units."""

from __future__ import annotations


def readable(units: str) -> str:
    """UTF-16 units as text: pairs joined, halves of pairs replaced."""
    return units.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
