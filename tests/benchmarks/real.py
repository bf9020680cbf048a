"""Real reports that are at hand, and what was found in them: true faults and false alarms.

``labels.toml`` says of findings in real reports whether they are right. It holds nothing of the
reports: a report is known by the hash of its file, a finding by its fingerprint.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewer.checks.engine import check
from reviewer.checks.model import Finding, Severity
from reviewer.document.opening import open_document
from reviewer.errors import ReviewerError
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.conftest import real_reports_folder

LABELS = Path(__file__).with_name("labels.toml")
HASH_LENGTH = 16


@dataclass(frozen=True)
class Said:
    """A finding of severity error or warning in a real report.

    Attributes:
        right: Whether it is a fault; None if nobody has looked yet.
    """

    report: Report
    finding: Finding
    right: bool | None

    @property
    def line(self) -> str:
        """Report and finding in one line, to be looked at and labelled."""
        report, finding = self.report.document.origin, self.finding
        name = Path(report.path).name
        return (
            f"{report.sha256[:HASH_LENGTH]} {finding.id} {finding.rule} {name}: {finding.message}"
        )


def read_real() -> list[Report]:
    """The real reports that can be read."""
    folder, read = real_reports_folder(), []
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in paths:
        try:
            read.append(read_report(open_document(path)))
        except ReviewerError:
            continue
    return read


def said_of(reports: list[Report]) -> Iterator[Said]:
    """What is said of real reports, with the labels."""
    labels: dict[str, dict[str, bool]] = tomllib.loads(LABELS.read_text(encoding="utf-8"))
    for report in reports:
        known = labels.get(report.document.origin.sha256[:HASH_LENGTH], {})
        for finding in check(report).findings:
            if finding.severity is not Severity.HINT:
                yield Said(report, finding, known.get(finding.id))
