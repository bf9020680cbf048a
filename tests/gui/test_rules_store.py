"""Where the office's rules are kept."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reviewer.base import RuleId
from reviewer.checks.model import Severity
from reviewer.checks.office import OfficeRules
from reviewer.checks.packs import ADJUSTMENTS
from reviewer.checks.rule_set import RuleSet
from reviewer.errors import ExportError
from reviewer.paths import user_rules
from reviewer.window.desk.rules_store import RulesStore
from tests.checks.own_rules import FEW_CARRIED, GENTLE
from tests.gui.desks import Desk

FLOW, DETAILS = RuleId("requests.flow"), RuleId("requests.details")


@pytest.fixture
def store(qapp: QObject, tmp_path: Path) -> RulesStore:
    return RulesStore(tmp_path / "rules")


def test_what_is_chosen_lasts(store: RulesStore, qtbot: QtBot) -> None:
    with qtbot.waitSignal(store.changed):
        store.choose(FLOW, severity=Severity.WARNING)
    store.choose(DETAILS, enabled=False)
    store.choose(FLOW, enabled=False)
    for one in (store, RulesStore(store.folder)):
        assert one.value.by_id[FLOW].rule.severity is Severity.WARNING
        assert not one.value.by_id[FLOW].rule.enabled
        assert not one.value.by_id[DETAILS].rule.enabled
    assert ADJUSTMENTS not in store.texts()


def test_the_default_chosen_again_leaves_nothing_behind(store: RulesStore) -> None:
    store.choose(FLOW, severity=Severity.HINT, enabled=False)
    store.choose(FLOW, severity=Severity.ERROR)
    store.choose(FLOW, enabled=True)
    assert "requests.flow" not in store.everything()[ADJUSTMENTS]


def test_a_choice_against_another_file_is_kept(store: RulesStore) -> None:
    store.save("省.toml", GENTLE)
    assert store.value.by_id[FLOW].rule.severity is Severity.HINT
    store.choose(FLOW, severity=Severity.ERROR)
    assert store.value.by_id[FLOW].rule.severity is Severity.ERROR
    assert RulesStore(store.folder).value.by_id[FLOW].rule.severity is Severity.ERROR


def test_files_are_saved_and_removed(store: RulesStore) -> None:
    store.save("省.toml", FEW_CARRIED)
    assert RuleId("office.few_carried") in store.value.ids
    store.delete("省.toml")
    assert RuleId("office.few_carried") not in store.value.ids
    store.delete("省.toml")


def test_a_broken_file_of_choices_is_written_anew(store: RulesStore) -> None:
    store.save(ADJUSTMENTS, "[[rules]")
    assert store.value.faults
    store.choose(FLOW, enabled=False)
    assert store.value.faults == ()
    assert not store.value.by_id[FLOW].rule.enabled


def test_a_folder_that_cannot_be_made_is_told(qapp: QObject, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = RulesStore(tmp_path / "file" / "rules")
    with pytest.raises(ExportError, match="无法建立文件夹"):
        store.choose(FLOW, enabled=False)
    assert store.value.by_id[FLOW].rule.enabled


def test_the_users_folder_is_the_default(qapp: QObject) -> None:
    assert RulesStore().folder == user_rules()


def test_what_others_wrote_is_taken_up(store: RulesStore, qtbot: QtBot) -> None:
    store.save("省.toml", GENTLE)
    before = store.value
    store.look_again()
    assert store.value is before
    (store.folder / "市.toml").write_text(FEW_CARRIED, "utf-8")
    with qtbot.waitSignal(store.changed):
        store.look_again()
    assert RuleId("office.few_carried") in store.value.ids


def test_rules_are_put_in_force_on_the_worker(
    store: RulesStore, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    renew = OfficeRules.renew

    def watched(office: OfficeRules) -> RuleSet:
        threads.append(threading.current_thread())
        return renew(office)

    monkeypatch.setattr(OfficeRules, "renew", watched)
    before = store.value
    store.work_on(desk.workbench.worker)
    with desk.qtbot.waitSignal(store.changed):
        store.save("省.toml", FEW_CARRIED)
        assert store.texts() == {"省.toml": FEW_CARRIED}
        assert store.value is before
    assert RuleId("office.few_carried") in store.value.ids
    assert threads
    assert threading.main_thread() not in threads
