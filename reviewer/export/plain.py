"""Checked reports, and the rules, in a few lines for people at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reviewer.checks.linting import Complaint
from reviewer.checks.measures import Measure, measures
from reviewer.checks.model import SEVERITY_NAMES, SEVERITY_SIGNS, Checked, Finding, Outcome
from reviewer.checks.packs import origin_name
from reviewer.checks.rule_set import BUILT_IN, Listed, RuleSet
from reviewer.errors import ReviewerError
from reviewer.forms.catalog import forms
from reviewer.forms.report import Kind, Report


def report_lines(path: str, report: Report, checked: Checked, compared: str = "") -> Iterator[str]:
    """A report that was read: what it is, counts, findings with their lines.

    Args:
        path: Its file.
        report: What was read.
        checked: What was found.
        compared: What holding it against last year's came to, if that was asked for.
    """
    yield path
    yield f"  {_body(report)}　{_years(report)}"
    yield f"  {_form(report)}；{_cells(report)}"
    yield f"  {_rules(checked)}；{_counts(checked)}"
    if compared:
        yield f"  {compared}"
    for warning in report.document.warnings:
        yield f"  注意：{warning}"
    for finding in checked.findings:
        yield from _finding(report, finding)


def together_lines(
    path: str, report: Report, sentences: Iterable[str], findings: Iterable[Finding]
) -> Iterator[str]:
    """What other reports show of a report, told when all have been read."""
    yield f"{path}：与其他报告比对"
    for sentence in sentences:
        yield f"  {sentence}"
    for finding in findings:
        yield from _finding(report, finding)


def error_lines(path: str, error: ReviewerError) -> Iterator[str]:
    """A file that could not be read, and what to do."""
    yield path
    yield f"  × {error.message}"
    if error.hint:
        yield f"    {error.hint}"


def rule_lines(rules: RuleSet) -> Iterator[str]:
    """All rules, pack by pack: what they look for, and what was chosen otherwise."""
    for pack in rules.packs:
        inside = [one for one in rules.listed if one.pack == pack]
        off = sum(not one.rule.enabled for one in inside)
        counts = f"{len(inside)}条" + (f"，停用{off}条" if off else "")
        yield f"【{origin_name(pack)}规则】{counts}" if not pack else f"【{pack}】{counts}"
        for one in inside:
            yield from _rule(one)


def lint_lines(rules: RuleSet, complaints: Iterable[Complaint]) -> Iterator[str]:
    """What the linter says of the rules."""
    grave = 0
    for one in complaints:
        grave += one.grave
        yield f"{one.fault.value}：{one.message}"
    yield f"共{len(rules.listed)}条规则，{grave}处需要处理。"


def _rule(one: Listed) -> Iterator[str]:
    rule = one.rule
    state = SEVERITY_NAMES[rule.severity] if rule.enabled else "已停用"
    if one.changed:
        was = SEVERITY_NAMES[one.severity] if one.enabled else "停用"
        state += f"（原为{was}，{one.changed_by}）"
    basis = rule.basis_on(*(forms()[name] for name in rule.forms))
    yield f"{rule.id}　{state}　{rule.title}"
    yield f"    {rule.doc}"
    yield f"    适用格式：{'、'.join(rule.forms)}　依据：{basis}"
    measure = measures().rules.get(rule.id)
    if one.pack == BUILT_IN and measure is not None:
        yield f"    实测：{_measured(measure)}"


def _measured(measure: Measure) -> str:
    """What was found of planted faults, and how much of what was said was false."""
    parts = []
    if measure.planted:
        parts.append(f"植入错误{measure.planted}处，查出{measure.found}处")
    parts.append(f"{measures().right_reports}份正确报告中误报{measure.alarms}处")
    if measure.real:
        parts.append(
            f"{measures().real_reports}份真实报告中提出{measure.real}处，误报{measure.false}处"
        )
    return "；".join(parts)


def _body(report: Report) -> str:
    doubt = "" if report.body_sure else "（推定，请核对）"
    return f"{report.body}{doubt}" if report.body else "单位不明"


def _years(report: Report) -> str:
    if report.school_year:
        return report.year_name
    return f"{report.year}年度" if report.year else "年度不明"


def _form(report: Report) -> str:
    if report.is_formless:
        return "按学年编制，不适用规定的格式"
    form = f"{report.form.id}格式（{report.form.basis}），把握{report.confidence:.0%}"
    if report.form_due is not None and report.form_due != report.form.id:
        form += f"，应使用{report.form_due}格式"
    return form


def _cells(report: Report) -> str:
    if not report.readings:
        return "没有可核对的表格"
    missing = sum(reading.kind is Kind.MISSING for reading in report.readings)
    unsure = sum(reading.is_doubtful for reading in report.readings)
    read = len(report.readings) - missing
    return f"{len(report.readings)}格：已读{read}（存疑{unsure}），缺{missing}"


def _rules(checked: Checked) -> str:
    by_outcome = Counter(evaluation.outcome for evaluation in checked.evaluations)
    if not checked.evaluations:
        return "没有可核验的算术规则"
    return (
        f"规则{len(checked.evaluations)}条：成立{by_outcome[Outcome.HOLDS]}，"
        f"不成立{by_outcome[Outcome.BROKEN]}，无法核对{by_outcome[Outcome.UNKNOWN]}"
    )


def _counts(checked: Checked) -> str:
    by_severity = Counter(finding.severity for finding in checked.findings)
    return "，".join(f"{name}{by_severity[key]}" for key, name in SEVERITY_NAMES.items())


def _finding(report: Report, finding: Finding) -> Iterator[str]:
    shape, name = SEVERITY_SIGNS[finding.severity], SEVERITY_NAMES[finding.severity]
    where = report.document.where(finding.spans[0]) if finding.spans else ""
    # A label of the prose says itself where: of a finding over several lines, not the first.
    told = finding.place_label.startswith("正文 ")
    line = f"（{where}）" if where and not told else ""
    yield f"  {shape} {name}　{finding.place_label}{line}　{finding.title}"
    yield f"      {finding.message}"
