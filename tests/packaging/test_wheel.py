"""What is installed elsewhere holds the resources and finds them."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built wheel unpacked, as pip would."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = target.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target / "site")
    return target / "site"


def test_wheel_holds_every_resource(installed: Path) -> None:
    sources = {path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*.*")}
    program = installed / "reviewer"
    inside = {path.relative_to(program) for path in program.rglob("*.*")}
    assert sources <= inside


def test_installed_program_finds_its_resources(installed: Path, tmp_path: Path) -> None:
    code = (
        "from reviewer.paths import resources\n"
        "from reviewer.forms.catalog import forms\n"
        "print(resources())\n"
        "print(sorted(forms()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    folder, forms = done.stdout.splitlines()
    assert Path(folder) == installed / "reviewer" / "resources"
    assert forms == "['2008', '2019', '2021']"
