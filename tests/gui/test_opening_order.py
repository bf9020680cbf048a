"""Which of the reports that are opened is shown."""

from __future__ import annotations

from tests.gui.programs import FAULTY, SOUND, Program


def test_what_was_asked_for_last_is_shown_though_the_one_before_is_still_read(
    program: Program,
) -> None:
    program.bench.open_paths([FAULTY])
    program.bench.open_paths([SOUND])
    program.wait()
    assert len(program.bench.reviews) == 2
    assert program.bench.current is program.bench.reviews[1]


def test_of_several_reports_the_first_that_can_be_read_is_shown(program: Program) -> None:
    program.bench.open_paths([FAULTY.with_name("没有这个文件.txt"), SOUND, FAULTY])
    program.wait()
    assert program.bench.current is program.bench.reviews[0]
    assert program.bench.current.report.document.origin.path.endswith(SOUND.name)
