from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from reviewer.checks.model import Severity
from reviewer.review.model import Verdict
from reviewer.window.reports.delegate import ReportRow, fitting
from reviewer.window.reports.panel import ReportsPanel
from reviewer.window.summary import file_names, name_of
from tests.gui.desks import TOTAL, Desk, faulty, sound
from tests.gui.programs import FAULTY, SOUND, Program
from tests.reports import make_report

CALM = """云岭县云峰镇人民政府2016年政府信息公开工作年度报告

一、概述
本报告由云岭县云峰镇人民政府编制，统计期限自2016年1月1日起至2016年12月31日止。
二、主动公开政府信息情况
本镇通过公开栏和门户网站公开各类信息。
三、存在问题和改进措施
公开内容还不够细，明年将加强培训。
"""


def rows(panel: ReportsPanel) -> list[ReportRow]:
    model = panel.list.model()
    indexes = [model.index(place, 0) for place in range(model.rowCount())]
    return [index.data(Qt.ItemDataRole.UserRole) for index in indexes]


def test_a_report_is_listed_with_what_is_left_to_do(desk: Desk) -> None:
    panel = desk.show(ReportsPanel)
    review = desk.open(faulty())
    (row,) = rows(panel)
    assert (row.body, row.year) == ("云岭县石桥镇", "2023")
    assert row.state == f"2021格式 · 待核 {len(review.checked.findings)}"
    assert "云岭县石桥镇人民政府" in row.tip


def test_the_list_counts_as_the_chips_and_the_status_line_do(program: Program) -> None:
    program.bench.open_paths([FAULTY])
    review = program.wait()
    (row,) = rows(program.window.panels.reports)
    severities = [one.severity for one in review.checked.findings]
    assert Severity.HINT in severities
    assert row.to_do == f"待核 {len(severities)}"
    assert row.gravest is Severity.ERROR
    assert "提示 1" in row.tip
    assert program.window.status.findings.text() == f"待核问题 {len(severities)}"
    for one in review.checked.findings:
        if one.severity is Severity.ERROR:
            program.bench.decide(one.id, Verdict.REPORT_WRONG)
    (row,) = rows(program.window.panels.reports)
    assert (row.to_do, row.gravest) == ("待核 1", Severity.HINT)


def test_the_count_follows_edits_and_verdicts(desk: Desk) -> None:
    panel = desk.show(ReportsPanel)
    review = desk.open(faulty())
    finding = review.checked.findings[0]
    desk.workbench.decide(finding.id, Verdict.EXPLAINED, "口径")
    assert rows(panel)[0].state.endswith(f"待核 {len(review.checked.findings) - 1}")
    desk.workbench.transcribe(TOTAL, "12")
    assert rows(panel)[0].state.endswith("无待核")


def test_another_years_form_is_pointed_out(desk: Desk) -> None:
    panel = desk.show(ReportsPanel)
    desk.open(make_report("2019", year=2022))
    (row,) = rows(panel)
    assert row.wrong
    assert row.state.startswith("误用2019格式")


def test_a_body_that_was_made_out_from_the_text_has_a_sign(desk: Desk) -> None:
    panel = desk.show(ReportsPanel)
    report = make_report("2021").model_copy(update={"body_sure": False})
    desk.open(report)
    (row,) = rows(panel)
    assert row.body == "云岭县石桥镇？"
    assert name_of(report) == "云岭县石桥镇人民政府？ 2023"


def test_a_report_on_a_school_year_says_which_and_names_no_form(desk: Desk) -> None:
    panel = desk.show(ReportsPanel)
    school = {"school_year": "2021—2022", "form_due": None}
    desk.open(make_report("2008", year=None).model_copy(update=school))
    (row,) = rows(panel)
    assert (row.year, row.form) == ("2021—2022", ("学年报告",))


def test_a_report_without_figures_does_not_pass(program: Program) -> None:
    program.bench.open_text(CALM)
    program.wait()
    (row,) = rows(program.window.panels.reports)
    assert row.state.endswith("无可核数字")


def test_the_arrow_keys_change_the_report(program: Program) -> None:
    program.bench.open_paths([FAULTY, SOUND])
    first = program.wait()
    panel = program.window.panels.reports
    panel.setFocus()
    program.press(Qt.Key.Key_Down)
    assert program.bench.current is not first
    program.press(Qt.Key.Key_Up)
    assert program.bench.current is first


def test_delete_closes_the_report_that_is_shown(program: Program) -> None:
    program.bench.open_paths([FAULTY, SOUND])
    first = program.wait()
    program.window.panels.reports.setFocus()
    program.press(Qt.Key.Key_Delete)
    assert first not in program.bench.reviews
    assert len(program.bench.reviews) == 1
    assert program.bench.current is program.bench.reviews[0]


def test_the_menu_closes_others_and_copies_the_path(program: Program) -> None:
    program.bench.open_paths([FAULTY, SOUND])
    first = program.wait()
    panel = program.window.panels.reports
    middle = panel.list.visualRect(panel.list.currentIndex()).center()
    panel.list.customContextMenuRequested.emit(middle)
    menu = panel.findChild(QMenu)
    assert menu is not None
    by_text = {action.text(): action for action in menu.actions()}
    by_text["复制文件路径"].trigger()
    assert QGuiApplication.clipboard().text() == str(FAULTY)
    by_text["关闭其他报告"].trigger()
    assert program.bench.reviews == (first,)
    menu.close()


@pytest.mark.parametrize(("closed", "shown"), [(0, 1), (1, 2), (2, 1)])
def test_closing_the_report_that_is_shown_shows_the_one_in_its_place(
    desk: Desk, closed: int, shown: int
) -> None:
    panel = desk.show(ReportsPanel)
    third = make_report("2021", year=2022, body="云岭县财政局")
    reviews = [desk.open(report) for report in (faulty(), sound(), third)]
    desk.workbench.show(reviews[closed])
    desk.workbench.close_review(reviews[closed])
    assert desk.workbench.current is reviews[shown]
    selected = panel.list.currentIndex().row()
    assert desk.workbench.reviews[selected] is reviews[shown]
    assert len(rows(panel)) == 2


def test_the_report_that_is_shown_stays_selected_when_one_before_it_closes(desk: Desk) -> None:
    panel = desk.show(ReportsPanel)
    first, second = desk.open(faulty()), desk.open(sound())
    desk.workbench.close_review(first)
    assert desk.workbench.current is second
    assert panel.list.currentIndex().row() == 0


def test_a_report_without_a_name_is_known_by_its_file(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "收件箱第七份.txt"
    text = FAULTY.read_text("utf-8")
    path.write_text(
        text[text.index("二、主动公开政府信息情况") : text.index("五、存在的")], "utf-8"
    )
    review = program.open(path)
    assert not review.report.body
    assert rows(program.window.panels.reports)[0].body == "收件箱第七份"


@pytest.mark.parametrize(
    ("body", "room", "shown"),
    [
        ("云岭县石桥镇", "云岭县石桥镇", "云岭县石桥镇"),
        ("云岭县石桥镇", "四个汉字", "石桥镇"),
        ("江源市云岭县石桥镇", "七个汉字的宽", "云岭县石桥镇"),
        ("江源市云岭县石桥镇", "四个汉字", "石桥镇"),
        ("江源市市场监督管理局", "八个汉字这么宽度", "市场监督管理局"),
        ("江州市石桥镇", "四个汉字", "石桥镇"),
        ("093_江源市_不详", "093_江源…", "093_江源…"),
        ("江源市", "两字", "江…"),
    ],
)
def test_a_long_name_loses_the_area_above_it_first(
    desk: Desk, body: str, room: str, shown: str
) -> None:
    metrics = desk.host.fontMetrics()
    assert fitting(body, metrics, metrics.horizontalAdvance(room) + 2) == shown


def test_a_report_without_a_name_is_called_by_its_file_everywhere(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "某镇_2016.txt"
    calm = CALM.replace("云岭县云峰镇人民政府", "").replace("本镇", "我们")
    path.write_text(calm, encoding="utf-8")
    review = program.open(path)
    assert review.report.body == ""
    title = review.report.title or "某镇_2016"
    assert program.window.windowTitle().startswith(title)
    assert name_of(review.report.model_copy(update={"title": ""})) == "某镇_2016 2016"


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (("/甲/年报.txt", "/甲/报送稿.txt"), ("年报.txt", "报送稿.txt")),
        (("/甲/年报.txt", "/乙/年报.txt", "/乙/a.txt"), ("甲/年报.txt", "乙/年报.txt", "a.txt")),
        (("/甲/表/年报.txt", "/乙/表/年报.txt"), ("甲/表/年报.txt", "乙/表/年报.txt")),
        (("/表/年报.txt", "/乙/表/年报.txt"), ("/表/年报.txt", "乙/表/年报.txt")),
        (("/甲/年报.txt", "/甲/年报.txt", ""), ("年报.txt", "年报.txt", "来自剪贴板")),
        ((), ()),
    ],
)
def test_files_of_one_name_are_told_apart_by_their_folders(
    paths: tuple[str, ...], names: tuple[str, ...]
) -> None:
    assert file_names(paths) == [str(Path(name)) for name in names]


def test_reports_of_one_body_and_year_are_told_apart_by_their_folders(
    program: Program, tmp_path: Path
) -> None:
    text = FAULTY.read_text("utf-8")
    for number, folder in enumerate(("初稿", "正式稿")):
        (tmp_path / folder).mkdir()
        file = tmp_path / folder / "年报.txt"
        file.write_text(f"{text}\n（第{number}稿）", "utf-8")
        program.open(file)
    first, second = rows(program.window.panels.reports)
    assert first.state.startswith(str(Path("初稿/年报.txt")))
    assert second.state.startswith(str(Path("正式稿/年报.txt")))


def test_reports_of_one_body_and_year_are_told_apart_by_their_files(
    program: Program, tmp_path: Path
) -> None:
    again = tmp_path / "石桥镇报送稿.txt"
    again.write_text(FAULTY.read_text("utf-8") + "\n（此件公开发布）", "utf-8")
    program.bench.open_paths([FAULTY, SOUND, again])
    program.qtbot.waitUntil(lambda: len(program.bench.reviews) == 3)
    panel = program.window.panels.reports
    first, other, second = rows(panel)
    assert first.state.startswith(FAULTY.name)
    assert second.state.startswith(again.name)
    assert other.state.startswith("2021格式")
    program.bench.close_review(program.bench.reviews[2])
    assert [row.state[:6] for row in rows(panel)] == ["2021格式", "2021格式"]
