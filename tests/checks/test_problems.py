from __future__ import annotations

from reviewer.checks.engine import check
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
