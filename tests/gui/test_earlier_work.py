"""A report is issued again: the window offers what was said of the version before."""

from __future__ import annotations

from pathlib import Path

from reviewer.review.model import Verdict
from reviewer.window.widgets.small_button import SmallButton
from tests.gui.programs import FAULTY, SOUND, Program


def reissued(folder: Path, old: str, new: str) -> Path:
    """The faulty sample with something else in it."""
    path = folder / "重新发布.txt"
    text = FAULTY.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def judge_all(program: Program) -> int:
    review = program.open(FAULTY)
    for finding in review.checked.findings:
        program.bench.decide(finding.id, Verdict.REPORT_WRONG, "请更正")
    program.bench.annotate("退回修改")
    return len(review.decisions)


def test_what_was_said_of_the_earlier_version_is_taken_over(
    program: Program, tmp_path: Path
) -> None:
    count = judge_all(program)
    review = program.open(reissued(tmp_path, "总体情况", "总体情况 "))
    message = program.window.messages.message
    assert message is not None
    assert f"核定 {count} 条" in message.text
    assert "批注 1 条" in message.text
    assert review.decisions == {}
    button = next(
        one for one in program.window.messages.findChildren(SmallButton) if one.text() == "沿用"
    )
    button.click()
    assert len(review.decisions) == count
    assert [note.text for note in review.notes] == ["退回修改"]
    program.bench.undo()
    assert review.decisions == {}


def test_nothing_is_offered_where_there_is_nothing(program: Program, tmp_path: Path) -> None:
    program.open(FAULTY)
    program.open(reissued(tmp_path, "总体情况", "总体情况 "))
    assert program.window.messages.message is None
    judge_all(program)
    program.open(SOUND)
    assert program.window.messages.message is None


def test_a_report_with_a_journal_is_not_offered_anything(program: Program, tmp_path: Path) -> None:
    path = reissued(tmp_path, "总体情况", "总体情况 ")
    review = program.open(path)
    program.bench.annotate("已看过")
    judge_all(program)
    program.window.messages.dismiss()
    program.bench.close_review(review)
    program.open(path)
    assert program.window.messages.message is None
