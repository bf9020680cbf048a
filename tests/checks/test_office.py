"""The rules of a folder, asked for by anybody."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from reviewer.base import RuleId
from reviewer.checks.office import OfficeRules
from tests.checks.own_rules import FEW_CARRIED

FEW = RuleId("office.few_carried")


def test_every_thread_is_given_the_same_rules(tmp_path: Path) -> None:
    (tmp_path / "省.toml").write_text(FEW_CARRIED, "utf-8")
    rules = OfficeRules(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        given = list(pool.map(lambda _: rules.value, range(8)))
    assert all(one is given[0] for one in given)
    assert FEW in given[0].ids


def test_the_folder_is_read_once_until_it_is_told_to_read_again(tmp_path: Path) -> None:
    rules = OfficeRules(tmp_path)
    assert rules.texts == {}
    assert not rules.outdated
    (tmp_path / "省.toml").write_text(FEW_CARRIED, "utf-8")
    assert rules.texts == {}
    assert FEW not in rules.value.ids
    assert rules.outdated
    before = rules.value
    rules.read_files()
    assert rules.texts == {"省.toml": FEW_CARRIED}
    assert rules.value is before  # nobody waits for examples that are being tried
    assert rules.renew() is rules.value
    assert FEW in rules.value.ids
    assert not rules.outdated


def test_what_is_given_away_cannot_be_changed(tmp_path: Path) -> None:
    rules = OfficeRules(tmp_path)
    rules.texts["省.toml"] = FEW_CARRIED
    assert rules.texts == {}
