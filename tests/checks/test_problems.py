from __future__ import annotations

from reviewer.checks.engine import check
from reviewer.checks.model import Severity
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render


def rules_of(text: str) -> list[str]:
    return [finding.rule for finding in check(read_report(open_text(text))).findings]


def test_tables_behind_the_end_of_a_text_that_breaks_off_are_said_once() -> None:
    whole = render(make_figures("2021", 3), "2021", "word_tab").text
    cut = whole[: whole.index("三、收到和处理政府信息公开申请情况") + 8]
    found = rules_of(cut)
    assert found.count("sections.cut") == 1
    assert "table.missing" not in found


def test_a_table_that_a_whole_text_lacks_is_missing() -> None:
    whole = render(make_figures("2021", 3), "2021", "word_tab").text
    heading = "四、政府信息公开行政复议、行政诉讼情况"
    before, behind = whole.split(heading)
    found = rules_of(f"{before}{heading}\n\n{behind[behind.index('五、') :]}")
    assert found.count("table.missing") == 1


def test_a_body_made_out_from_the_text_is_a_hint_and_proposed_in_no_title() -> None:
    told = "2023年，县水务局认真做好政务公开，在云岭县人民政府网站公开信息30条。县水务局收到1件。"
    filled = "及时更新栏目，把信息写清楚，方便大家查找和使用。" * 15
    report = read_report(open_text(f"一、总体情况\n{told}{filled}\n"))
    assert (report.body, report.body_sure) == ("县水务局", False)
    found = {str(one.rule): one for one in check(report).findings}
    assert found["body.inferred"].severity is Severity.HINT
    assert "推定为“县水务局”。也可能是：云岭县水务局。" in found["body.inferred"].message
    assert "“（单位名称）2023年" in found["titles.unseen"].message
