"""This year's report against last year's of the same body: figures that must follow on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from reviewer.base import CellId, Number, RuleId
from reviewer.checks.expression import known_sum
from reviewer.checks.findings import figures_of, printed_of, spans_of
from reviewer.checks.model import Finding, Outcome, Severity, fingerprint
from reviewer.checks.writing import number_text
from reviewer.checks.years_told import told_otherwise
from reviewer.forms.report import Reading, Report

_BASIS = "同一单位前后年度报告的数据应当衔接"
_APPLICANTS = (
    "natural_person",
    "business",
    "research",
    "welfare",
    "legal_service",
    "other_org",
    "total",
)
_ITEM_ROWS = ("licence", "other_service", "penalty", "coercion", "fee")
_DOCUMENT_ROWS = ("regulation", "normative_document")
_OFFICES = ("人民政府办公室", "人民政府", "办事处", "管理委员会", "管委会", "办公室", "政府")


class _Term(NamedTuple):
    """A figure of this or of last year's report, added or taken away."""

    cell: CellId
    last_year: bool = False
    sign: int = 1


class _Link(NamedTuple):
    """A figure of this year's report and what it should come to.

    In _LINKS, ``{}`` stands for the row or the column that the link is stated of, one of ``over``.
    """

    rule: RuleId
    title: str
    severity: Severity
    over: tuple[str, ...]
    cell: CellId
    terms: tuple[_Term, ...]

    def of(self, line: str) -> _Link:
        """The link of one row or column."""
        terms = tuple(term._replace(cell=_filled(term.cell, line)) for term in self.terms)
        return self._replace(cell=_filled(self.cell, line), terms=terms)


def _filled(cell: CellId, line: str) -> CellId:
    return CellId(cell.format(line))


_LINKS = (
    _Link(
        RuleId("years.carried"),
        "上年结转＝上一年度报告的结转下年度",
        Severity.ERROR,
        over=_APPLICANTS,
        cell=CellId("requests.carried_in.{}"),
        terms=(_Term(CellId("requests.carried_out.{}"), last_year=True),),
    ),
    _Link(
        RuleId("years.items"),
        "上一年项目数量＝上年所报项目数量＋增减",
        Severity.WARNING,
        over=_ITEM_ROWS,
        cell=CellId("active.{}.previous_items"),
        terms=(
            _Term(CellId("active.{}.previous_items"), last_year=True),
            _Term(CellId("active.{}.change"), last_year=True),
        ),
    ),
    _Link(
        RuleId("years.disclosed_total"),
        "对外公开总数量＝上年总数量＋本年新公开数量",
        Severity.WARNING,
        over=_DOCUMENT_ROWS,
        cell=CellId("active.{}.disclosed_total"),
        terms=(
            _Term(CellId("active.{}.disclosed_total"), last_year=True),
            _Term(CellId("active.{}.disclosed")),
        ),
    ),
    _Link(
        RuleId("years.in_force"),
        "现行有效＝上年现行有效＋本年制发－本年废止",
        Severity.WARNING,
        over=_DOCUMENT_ROWS,
        cell=CellId("active.{}.in_force"),
        terms=(
            _Term(CellId("active.{}.in_force"), last_year=True),
            _Term(CellId("active.{}.issued")),
            _Term(CellId("active.{}.repealed"), sign=-1),
        ),
    ),
)


class _Years(NamedTuple):
    """The two reports with the figures that rules run on."""

    report: Report
    previous: Report
    now: dict[CellId, Number | None]
    before: dict[CellId, Number | None]


@dataclass(frozen=True)
class Compared:
    """What came of holding a report against its body's of the year before.

    Attributes:
        year: That year.
        broken: Findings on figures that do not follow on.
        follow: How many figures do.
        unknown: Figures that one of the two reports lacks.
        other_form: Whether that report's form is another one: table two says nothing then.
    """

    year: int | None
    broken: tuple[Finding, ...]
    follow: int
    unknown: tuple[CellId, ...]
    other_form: bool

    @property
    def count(self) -> str:
        """That it was compared, and how many figures follow on."""
        counts = f"{self.follow}处衔接，{len(self.broken)}处不衔接"
        return f"已与本单位{self.year}年度报告比对，{counts}。"

    @property
    def sentences(self) -> tuple[str, ...]:
        """The same in words."""
        said = [self.count]
        if self.unknown:
            said.append(f"有{len(self.unknown)}处因本年或上年缺少数字或读数存疑，没有比对。")
        if self.other_form:
            said.append("两年的格式不同，表二不可比。")
        return tuple(said)


def compare(report: Report, previous: Report) -> tuple[Finding, ...]:
    """Compare a report with its body's report of the year before.

    Table two of forms that differ is not comparable, and reports of other bodies or years are
    not compared: a finding says so.
    """
    reason = _reason_against(report, previous)
    if reason:
        return (_not_compared(report, reason),)
    compared = _compared(report, previous)
    findings = list(compared.broken)
    if compared.other_form:
        reason = f"上一年度报告使用{previous.form.id}格式，表二不可比，只比对了申请结转数。"
        findings.append(_not_compared(report, reason))
    if compared.unknown:
        reason = f"有{len(compared.unknown)}格因本年或上年缺少数字，无法与上一年度比对。"
        findings.append(_not_compared(report, reason, compared.unknown))
    return tuple(findings)


def count_of(report: Report, previous: Report) -> str:
    """What a comparison that was asked for comes to; empty where a finding says why not."""
    return "" if _reason_against(report, previous) else _compared(report, previous).count


def follow_on(report: Report, previous: Report) -> bool:
    """Whether the second report is certainly the first one's of the year before."""
    return bool(report.body and previous.body) and not _reason_against(report, previous)


def candidates(report: Report, others: Iterable[Report]) -> tuple[Report, ...]:
    """Those among some reports that certainly are a report's of the year before.

    Several that say the same figures are one report in several files: the one that is read for
    sure in most cells stands for them.
    """
    if report.year is None:
        return ()
    before = (one for one in others if one.year == report.year - 1)  # first: there may be hundreds
    found: dict[tuple[Number | None, ...], Report] = {}
    for one in before:
        if follow_on(report, one):
            figures = tuple(figures_of(one).values())
            found[figures] = max(found.get(figures, one), one, key=_sureness)
    return tuple(found.values())


def undecided(found: Sequence[Report]) -> str:
    """That nothing was compared as there are several; empty unless there are."""
    if len(found) < 2:
        return ""
    return f"有{len(found)}份{found[0].year}年度报告，数字不同，没有比对。"


def _sureness(report: Report) -> int:
    return sum(one.sure for one in report.readings)


def compare_certain(report: Report, previous: Report) -> Compared:
    """Compare where every figure is certain: what is told without being asked."""
    return _compared(_certain(report), _certain(previous))


def _compared(report: Report, previous: Report) -> Compared:
    years = _Years(report, previous, figures_of(report), figures_of(previous))
    broken: list[Finding] = []
    unknown: list[CellId] = []
    follow = 0
    for link in _links(report, previous):
        expected = _expected(link, years)
        found = years.now[link.cell]
        if expected is None or found is None:
            unknown.append(link.cell)
        elif expected != found:
            broken.append(_broken(link, years, expected))
        else:
            follow += 1
    broken += told_otherwise(report, previous)
    other_form = report.form.id != previous.form.id
    return Compared(previous.year, tuple(broken), follow, tuple(unknown), other_form)


def _certain(report: Report) -> Report:
    """A report without the figures that are doubted."""
    doubted = (one.cell for one in report.readings if not one.sure)
    return report.replaced({cell: Reading(cell=cell) for cell in doubted})


def _reason_against(report: Report, previous: Report) -> str:
    """Why the two are not to be compared; empty if they are."""
    if report.body and previous.body and not same_body(report.body, previous.body):
        return f"用来比对的是“{previous.body}”的报告，单位不同，没有比对。"
    if report.year is None or previous.year is None:
        return "报告年度不明，没有与上一年度比对。"
    if report.year != previous.year + 1:
        return f"用来比对的是{previous.year}年度的报告，不是上一年度，没有比对。"
    if not report.form.tables or not previous.form.tables:
        return "本年或上年的报告没有统一格式的表格，没有比对。"
    return ""


def same_body(one: str, other: str) -> bool:
    """Whether two names mean one body: with or without the county, the office, the type."""
    first, second = (_core(name) for name in (one, other))
    return first.endswith(second) or second.endswith(first)


@cache
def _core(name: str) -> str:
    for office in _OFFICES:
        if name.endswith(office) and name != office:
            return name.removesuffix(office)
    return name


def _links(report: Report, previous: Report) -> Iterator[_Link]:
    """All comparisons that both reports have the figures for."""
    for link in (each.of(line) for each in _LINKS for line in each.over):
        if link.cell in report.form.figures and all(
            term.cell in (previous if term.last_year else report).form.figures
            for term in link.terms
        ):
            yield link


def _figure(term: _Term, years: _Years) -> Number | None:
    return (years.before if term.last_year else years.now)[term.cell]


def _expected(link: _Link, years: _Years) -> Number | None:
    figures = ((term.sign, _figure(term, years)) for term in link.terms)
    return known_sum(None if figure is None else sign * figure for sign, figure in figures)


def _broken(link: _Link, years: _Years, expected: Number) -> Finding:
    report = years.report
    cells = (link.cell, *(term.cell for term in link.terms if not term.last_year))
    old = [term.cell for term in link.terms if term.last_year]
    printed = [*printed_of(report, cells), *printed_of(years.previous, old)]
    found = number_text(years.now[link.cell])
    sum_text = _written(link, years)
    worked_out = f"{sum_text}＝{number_text(expected)}" if len(link.terms) > 1 else sum_text
    return Finding(
        id=fingerprint(link.rule, cells, printed),
        rule=link.rule,
        severity=link.severity,
        title=link.title,
        place_label=report.form.describe(link.cell),
        message=f"本年报告填 {found}，按{years.previous.year}年度报告应为 {worked_out}。",
        cells=cells,
        spans=spans_of(report, cells),
        expected=number_text(expected),
        found=found,
        basis=_BASIS,
    )


def _written(link: _Link, years: _Years) -> str:
    """The sum in figures: ``12＋3－1``."""
    text = ""
    for term in link.terms:
        number = _figure(term, years) or 0
        taken_away = (number < 0) is (term.sign > 0)
        text += "－" if taken_away and number else "＋" if text else ""
        text += number_text(-number if number < 0 else number)
    return text


def _not_compared(report: Report, reason: str, cells: tuple[CellId, ...] = ()) -> Finding:
    rule = RuleId("years.not_comparable")
    return Finding(
        id=fingerprint(rule, cells, [reason]),
        rule=rule,
        severity=Severity.HINT,
        outcome=Outcome.UNKNOWN,
        title="无法与上一年度比对",
        place_label="跨年度",
        message=reason,
        cells=cells,
        spans=spans_of(report, cells),
        basis=_BASIS,
    )
