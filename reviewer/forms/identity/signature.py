"""The signature: who signed a report, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.document.model import Span
from reviewer.forms.identity.bodynames import BODY_END, is_name
from reviewer.forms.identity.yearwords import DIGITS, to_year

_SIGNED_ON = (
    rf"(?P<year>[12２][{DIGITS}]{{3}}|二[{DIGITS}]{{3}})\s*[年.．/-]"
    rf"\s*[{DIGITS}十]{{1,3}}\s*[月.．/-]"
    rf"(?!\s*[{DIGITS}十]{{1,3}}\s*[日号]?\s*(?:起|至|到|[-—–~～]))"
)
"""No signature has a period behind it."""

_SIGNING_DATE = re.compile(_SIGNED_ON)
_SIGNED = re.compile(
    rf"(?P<body>[\u4e00-\u9fff（）() ]{{3,40}}?(?:{BODY_END}))"
    rf"(?:\s*[（(][公盖印]?章[）)])?[）)]?\s*\n?\s*{_SIGNED_ON}"
)

_LONGEST_SIGNATURE = 64
"""Characters of a name with its remarks."""

_SIGNED_BELOW = re.compile(
    rf"\n\s*(?P<year>[12２][{DIGITS}]{{3}}|二[{DIGITS}]{{3}})\s*年\s*[{DIGITS}十]{{1,3}}\s*月[^\n]{{0,6}}\n"
    rf"\s*(?P<body>[\u4e00-\u9fff（）()]{{3,40}}?(?:{BODY_END}))\s*$"
)
"""Where the date stands above the body's name."""
_END = 600


@dataclass(frozen=True)
class Signature:
    """Who signed, in which year; ``place`` is where the body's name stands."""

    body: str
    year: int | None
    place: Span


def _signed_above(end: str) -> re.Match[str] | None:
    """The last date with a body's name before it; names are looked for in front of dates only."""
    for dated in reversed([*_SIGNING_DATE.finditer(end)]):
        behind = len(end[: dated.start()].rstrip())
        found = _SIGNED.finditer(end, max(0, behind - _LONGEST_SIGNATURE), dated.end())
        for match in found:
            if match.start("year") == dated.start():
                return match
    return None


def signature(plain: str) -> Signature | None:
    """Body and date at the end of simplified text, if both stand there."""
    begin = max(len(plain) // 2, len(plain) - _END)
    end = plain[begin:]
    match = _SIGNED_BELOW.search(end) or _signed_above(end)
    if match is None:
        return None
    body = "".join(match["body"].split()).lstrip("（(")
    if not is_name(body):
        return None
    place = Span(start=begin + match.start("body"), end=begin + match.end("body"))
    return Signature(body, to_year(match["year"]), place)
