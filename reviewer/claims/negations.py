"""Sentences that say there was none: 未收到…申请, 没有发生行政复议, 无."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NOT = r"(?:尚?未(?!经)曾?|没有|没|无(?!正当)|零)"
_CLAUSE = re.compile(r"[^，,]+")
_APPLICATION = re.compile(
    rf"{_NOT}(?:收到|接到|接收|受理|有|发生|出现|产生|任何|公民|办理|收)?[^，,0-9]{{0,40}}?(?:申请|请求)"
)
_DISPUTE = re.compile(rf"{_NOT}[^0-9]{{0,45}}?(?P<what>复议|诉讼)")
_PUBLIC = re.compile(r"公开|依申请")
_OTHER_MATTER = re.compile(
    r"复议|诉讼|申诉|收费|减免|费用|不予公开|部分公开|投诉|举报|留言|提案|建议"
)
_NO_DENIAL = re.compile(r"\d|审结|结果维持|费用|收费")
_NEW = "requests.new.total"
_RECONSIDERATION = "disputes.reconsideration.total"
_LAWSUITS = "disputes.lawsuits.total"


def negations(sentence: str, context: str) -> Iterator[tuple[str, int, int]]:
    """Subjects that a sentence denies, each with begin and end of the denying words.

    Args:
        sentence: A sentence in simplified characters.
        context: The text shortly before it, for sentences that do not name their matter.
    """
    for clause in _CLAUSE.finditer(sentence):
        text, base = clause[0], clause.start()
        match = _APPLICATION.search(text)
        about = _PUBLIC.search(text) or _PUBLIC.search(context)
        if match and about and not _OTHER_MATTER.search(text):
            yield _NEW, base + match.start(), base + match.end()
    yield from _disputes(sentence)


def _disputes(sentence: str) -> Iterator[tuple[str, int, int]]:
    """Denied proceedings; one denial may cover both (未发生行政复议、行政诉讼)."""
    for clause in _CLAUSE.finditer(sentence):
        match = _DISPUTE.search(clause[0])
        if match is None:
            continue
        begin, end = clause.start() + match.start(), clause.start() + match.end()
        rest = clause[0][match.start() :]
        if _NO_DENIAL.search(rest):
            continue
        if "复议" in rest:
            yield _RECONSIDERATION, begin, end
        if "诉讼" in rest:
            yield _LAWSUITS, begin, end
