"""A page's markup to what ``compose`` makes a document of."""

from __future__ import annotations

from reviewer.document.composing import Content
from reviewer.document.markup.article import article_of
from reviewer.document.markup.flow import pieces_of
from reviewer.document.markup.parsing import parse
from reviewer.document.markup.patience import Patience


def items_of(markup: str, patience: Patience) -> list[Content]:
    """The report's lines and tables.

    Raises:
        OpenError: Nothing in the page, or far more than a report is.
        Cancelled: As ``patience`` says.
    """
    root = parse(markup)
    return article_of(pieces_of(root, patience), root, patience)
