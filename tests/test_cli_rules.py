"""``reviewer rules`` and the office's own rules on the command line."""

from __future__ import annotations

from reviewer import cli
from reviewer.paths import user_rules
from tests.checks.own_rules import FEW_CARRIED, GENTLE, own_rule
from tests.command import CLEAN, Captured


def keep(text: str) -> None:
    user_rules().mkdir()
    (user_rules() / "省.toml").write_text(text, "utf-8")


def test_own_rules_are_listed_beside_the_built_in_ones(capsys: Captured) -> None:
    keep(FEW_CARRIED + GENTLE)
    assert cli.main(["rules"]) == 0
    listed = capsys.readouterr().out
    assert "【省.toml】1条" in listed
    assert "office.few_carried　警告　结转不超过5件" in listed
    assert "requests.flow　提示（原为错误，省.toml）" in listed
    assert "requests.details　已停用" in listed


def test_a_faulty_own_file_is_told_and_stops_nothing(capsys: Captured) -> None:
    keep(FEW_CARRIED.replace("<= 5", "<= five"))
    assert cli.main(["check", str(CLEAN)]) == 0
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert "规则文件“省.toml”第9行的“office.few_carried”有误" in captured.err
    assert "云岭县清溪街道办事处" in captured.out
    assert cli.main(["rules", "--lint"]) == 1
    assert "未载入：规则文件“省.toml”" in capsys.readouterr().out


def test_own_rules_are_run_by_check(capsys: Captured) -> None:
    new = "requests.new.total"
    keep(own_rule(f"{new} = 0", {}, {new: 1}, title="零申请", severity="error"))
    assert cli.main(["check", str(CLEAN)]) == 1
    assert "零申请" in capsys.readouterr().out


def test_the_built_in_rules_pass_the_linter(capsys: Captured) -> None:
    assert cli.main(["rules", "--lint"]) == 0
    assert "0处需要处理" in capsys.readouterr().out
