"""What every test gets: a home of its own, no left-overs, no modal dialogs, the real reports."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests import leftovers, modal

REPORTS_VARIABLE = "REVIEWER_REPORTS"

_same = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _same)
settings.register_profile("explore", _same, derandomize=False, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def real_reports_folder() -> Path:
    """Where the real reports lie if they are at hand: beside the repository by default."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "reports"
    return Path(os.environ.get(REPORTS_VARIABLE) or beside)


def _real_texts() -> list[Path]:
    return sorted(real_reports_folder().glob("*.txt"))


@pytest.fixture
def real_reports() -> Path:
    """The folder of real reports; the test is skipped where they are not at hand."""
    folder = real_reports_folder()
    if not folder.is_dir():
        pytest.skip(f"no real reports in {folder}")
    return folder


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes ``real_report`` once for every real text report."""
    if "real_report" not in metafunc.fixturenames:
        return
    texts = _real_texts()
    absent = pytest.param(None, marks=pytest.mark.skip(reason="no real reports at hand"))
    metafunc.parametrize("real_report", texts or [absent], ids=[p.stem for p in texts] or ["none"])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what reads the real reports, so that ``-m 'not real'`` leaves it out."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        if "real_report" in names or "real_reports" in names:
            item.add_marker(pytest.mark.real)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave what is loaded by now out of later searches for what tests leave behind."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder for this test alone; no test touches the real one."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("REVIEWER_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_office(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another office program is asked for help only where a test is about that."""
    if request.node.get_closest_marker("office") is None:
        monkeypatch.setattr("reviewer.document.fallback.program", lambda: None)


@pytest.fixture(autouse=True)
def _no_modal_dialogs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "PySide6" in sys.modules or "qtbot" in request.fixturenames:
        modal.forbid(monkeypatch)


@pytest.fixture(autouse=True)
def _nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, window or timer behind, or logs a warning unasked.

    A test that provokes log records says so with ``@pytest.mark.logs``.
    """
    records = leftovers.Records()
    windows = not {"qapp", "qtbot"}.isdisjoint(request.fixturenames)
    before = leftovers.Census.taken(windows=windows)
    collecting = gc.isenabled()
    logging.getLogger().addHandler(records)
    yield
    logging.getLogger().removeHandler(records)
    problems = before.problems_since()
    if request.node.get_closest_marker("logs") is None:
        problems += records.problems()
    (gc.enable if collecting else gc.disable)()
    if problems:
        pytest.fail("left over:\n" + "\n".join(problems), pytrace=False)
