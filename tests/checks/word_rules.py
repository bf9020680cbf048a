"""The rules on a report's structure, time and identity, and what they find in a text."""

from __future__ import annotations

import tomllib

from reviewer.checks.engine import check
from reviewer.checks.model import Finding
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.paths import resource

FILES = ("structure", "time", "identity")
RULES = {
    str(entry["id"])
    for name in FILES
    for entry in tomllib.loads((resource("rules") / f"{name}.toml").read_text("utf-8"))["rules"]
}


def found(text: str) -> list[Finding]:
    """What the rules of structure, time and identity find in a text."""
    report = read_report(open_text(text))
    return [finding for finding in check(report).findings if finding.rule in RULES]
