"""Documents made public, against all that the sentences say was made public in the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewer.base import CellId
from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.claim_reasons import number_of
from reviewer.checks.families.prose import place_label, prose_of
from reviewer.checks.writing import number_text
from reviewer.claims.figures import Figure, figures_of
from reviewer.claims.reading import Words, read_claims
from reviewer.document.model import Span

_DISCLOSED = CellId("active.normative_document.disclosed")
_PIECES = frozenset("条件份篇个项部")
_PUBLIC = re.compile(r"公开|发布|公布|公示")
_WHOLE = re.compile(
    r"主动公开(?:了|的|各类|各种|各项|政府|政务)*信息(?:的|总数|总量|数量|共计?|累计|合计|为|有|达)*$"
)


def _more_documents(inspection: Inspection) -> Iterator[Hit]:
    """More documents than there were pieces of information, documents included."""
    report = inspection.report
    documents = number_of(report, [_DISCLOSED])
    most = _most(Words(report))
    if documents is None or most is None or documents <= most[0].value:
        return
    total, place = most
    claims = [one for one in read_claims(report) if one.subject.startswith("active.normative")]
    yield Hit(
        place=place_label(report.document, place.start),
        fields={
            "total": f"{number_text(total.value)}{total.unit}",
            "documents": number_text(documents),
        },
        cells=(_DISCLOSED,),
        spans=(place, *(one.figure for one in claims if one.value == documents)),
        found=f"{number_text(total.value)}{total.unit}",
        marks=(number_text(total.value), str(place.start)),
    )


@lru_cache(maxsize=16)
def _most(words: Words) -> tuple[Figure, Span] | None:
    """The greatest number of pieces made public, if it is told to be that of all of them.

    Sites and boards may be counted one by one: a greater number of any of them is no total.
    """
    found = [
        (one, sentence)
        for sentence in prose_of(words.report).sentences
        if _PUBLIC.search(sentence.text)
        for one in figures_of(sentence.text)
        if one.unit in _PIECES and "规范性文件" not in one.lead
    ]
    most = max(found, key=lambda each: each[0].value, default=None)
    if most is None or most[0].rough or not _WHOLE.search(most[0].lead):
        return None
    figure, sentence = most
    return figure, sentence.span(figure.start, figure.end)


DISCLOSED = Check(_more_documents, frozenset({"total", "documents"}))
