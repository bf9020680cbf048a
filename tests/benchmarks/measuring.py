"""``python -m tests.benchmarks rules [--write] [RULE…]``: detection and false alarms of the rules.

With ``--write`` the figures go to ``resources/measures.toml``, which ``reviewer rules`` shows, and
into the tables of both READMEs.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from reviewer.base import RuleId
from reviewer.checks.measures import Measure, Measures
from reviewer.checks.rules import rules
from reviewer.paths import resource
from tests.benchmarks.detection import Detection, alarms_on_right, detected
from tests.benchmarks.measure_table import README_NAMES, with_table
from tests.benchmarks.real import Said, read_real, said_of

ROOT = Path(__file__).resolve().parents[2]
HEAD = f"{'':<26}{'planted':>8}{'found':>8}{'alarms':>8}{'real':>8}{'false':>8}"


def main(words: list[str]) -> None:
    """Measure all rules, or print what those that are named miss."""
    chosen = [word for word in words if not word.startswith("--")]
    detection = detected(chosen)
    said = [one for one in said_of(read_real()) if _is_chosen(one.finding.rule, chosen)]
    if chosen:
        _print(_by_rule(detection, Counter(), said), detection, said)
        return
    right, alarms = alarms_on_right()
    measured = _by_rule(detection, alarms, said)
    _print(measured, detection, said)
    reports = len(read_real())
    print(f"false alarms: {sum(alarms.values())} in {right} right reports,", end=" ")
    print(f"{sum(one.right is False for one in said)} in {reports} real ones")
    if "--write" in words:
        write(
            Measures(
                version=version("reviewer"),
                measured=f"{datetime.now().astimezone():%Y-%m-%d}",
                right_reports=right,
                real_reports=reports,
                rules=measured,
            )
        )


def _is_chosen(rule: str, chosen: list[str]) -> bool:
    return not chosen or any(word in rule for word in chosen)


def _by_rule(detection: Detection, alarms: Counter[str], said: list[Said]) -> dict[RuleId, Measure]:
    real = Counter(one.finding.rule for one in said if one.right is not None)
    false = Counter(one.finding.rule for one in said if one.right is False)
    measured = {
        rule.id: Measure(
            planted=detection.planted[rule.id],
            found=detection.found[rule.id],
            alarms=alarms[rule.id],
            real=real[rule.id],
            false=false[rule.id],
        )
        for rule in rules()
    }
    return {rule: measure for rule, measure in measured.items() if measure != Measure()}


def _print(measured: dict[RuleId, Measure], detection: Detection, said: list[Said]) -> None:
    print(HEAD)
    for rule, each in measured.items():
        counts = (each.planted, each.found, each.alarms, each.real, each.false)
        print(f"{rule:<26}" + "".join(f"{count:>8}" for count in counts))
    for missed in detection.missed:
        print(f"missed {missed}")
    for one in said:
        if one.right is None:
            print(f"to be labelled: {one.line}")


def write(measures: Measures) -> None:
    """Write the resource and the tables of the READMEs."""
    lines = [
        "# Written by the benchmark `rules` (python3 packaging/dev.py bench rules --write).",
        f'version = "{measures.version}"',
        f'measured = "{measures.measured}"',
        f"right_reports = {measures.right_reports}",
        f"real_reports = {measures.real_reports}",
        "",
        "[rules]",
    ]
    for rule, each in measures.rules.items():
        fields = ", ".join(f"{name} = {count}" for name, count in each.model_dump().items())
        lines.append(f'"{rule}" = {{ {fields} }}')
    resource("measures.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in README_NAMES:
        path = ROOT / name
        path.write_text(with_table(path.read_text("utf-8"), name, measures), encoding="utf-8")
