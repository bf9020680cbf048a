"""How many points a paragraph says that it makes, beside those it counts: 三个方面：一是…二是…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.headings import NUMERALS
from reviewer.checks.families.prose import place_label, prose_of, without_blanks
from reviewer.claims.numerals import to_number
from reviewer.document.model import Span

_STATED = re.compile(
    rf"(?<![第\d之十百])(?P<count>[{NUMERALS}两]|\d)(?:个|大|项|点|条)?(?:主要)?"
    r"(?:点|方面|项|条|个方面)?的?(?:不足|问题|短板|差距|措施|工作|方面|改进)(?:和不足|之处)?"
    r"(?:入手|着手|发力|改进|加强|推进|进行整改|做好工作|努力)?[:,。](?=[^\n:]{0,6}一是)"
)
_ORDINAL = re.compile(rf"(?<![{NUMERALS}统之第唯])(?P<numeral>[{NUMERALS}])是")
_ENDS = re.compile(r"\n|[:。](?=[^。;\n]{0,40}一是)")
"""Where a paragraph ends, or another list begins."""


def _counted(inspection: Inspection) -> Iterator[Hit]:
    report = inspection.report
    plain = prose_of(report).plain
    for match in _STATED.finditer(plain):
        end = _ENDS.search(plain, match.end())
        told = plain[match.end() : end.start() if end else len(plain)]
        values = [to_number(each["numeral"]) for each in _ORDINAL.finditer(told)]
        stated = to_number(match["count"])
        if end is None or values != [*range(1, len(values) + 1)] or len(values) in {1, stated}:
            continue
        span = Span(start=match.start(), end=match.end() - 1)
        printed = without_blanks(report.document.at(span))
        yield Hit(
            place=place_label(report.document, span.start),
            fields={"printed": printed, "count": str(len(values))},
            spans=(span,),
            expected=str(len(values)),
            found=printed,
            marks=(printed,),
        )


COUNTED = Check(_counted, frozenset({"printed", "count"}), reads_figures=False)
