from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reviewer.checks.rules import rules
from reviewer.cli.complaints import FAILED
from reviewer.forms.catalog import form
from tests.command import CLEAN, FAULTY, SAMPLES, Captured, check_json


def test_json_alone_is_printed_in_the_order_given(tmp_path: Path, capsys: Captured) -> None:
    lost = tmp_path / "没有.txt"
    status, result = check_json(capsys, CLEAN, lost, FAULTY)
    assert status == 2
    assert result["schema"] == 1
    assert [entry["path"] for entry in result["reports"]] == [str(CLEAN), str(lost), str(FAULTY)]
    assert [entry["error"] is None for entry in result["reports"]] == [True, False, True]


def test_a_document_without_a_report_still_has_its_hash(tmp_path: Path, capsys: Captured) -> None:
    letter = tmp_path / "信.txt"
    letter.write_text("今天天气很好。\n" * 50, encoding="utf-8")
    _, result = check_json(capsys, letter)
    assert len(result["reports"][0]["sha256"]) == 64
    assert result["reports"][0]["format"] == "txt"


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_shape_of_every_entry(sample: Path, capsys: Captured) -> None:
    _, result = check_json(capsys, sample, "--text")
    (entry,) = result["reports"]
    _check_entry(entry)


def test_the_shape_of_the_entries_of_real_reports(real_report: Path, capsys: Captured) -> None:
    status, result = check_json(capsys, real_report, "--text")
    (entry,) = result["reports"]
    assert (status == FAILED) == (entry["error"] is not None)
    if entry["error"] is None:
        _check_entry(entry)
    else:
        assert "意外" not in entry["error"]["message"]


def _check_entry(entry: dict[str, Any]) -> None:
    text = entry["text"]
    of_form = [cell for cell in entry["cells"] if not cell.startswith("statistics.")]
    assert of_form == list(form(entry["form"]).figures)
    for cell in entry["cells"].values():
        _check_cell(cell, text)
    for finding in entry["findings"]:
        assert finding["severity"] in {"error", "warning", "hint"}
        assert finding["outcome"] in {"broken", "cannot be assessed"}
        assert set(finding["cells"]) <= set(entry["cells"])
        assert all(0 <= start <= end <= len(text) for start, end in finding["spans"])
    for suspect in entry["suspects"]:
        assert suspect["printed"] == (entry["cells"][suspect["cell"]]["printed"] or "")
        assert set(suspect["explains"]) <= {rule.id for rule in rules()}
    for section in entry["sections"]:
        start, end = section["span"]
        assert section["title"] in text[start:end]


def _check_cell(cell: dict[str, Any], text: str) -> None:
    assert cell["kind"] in {"number", "blank", "nil", "text", "missing"}
    assert (cell["value"] is not None) == (cell["kind"] == "number")
    if cell["kind"] == "missing":
        assert cell["printed"] is cell["span"] is None
    else:
        start, end = cell["span"]
        assert text[start:end] == cell["printed"]


def test_the_text_is_left_out_unless_asked_for(capsys: Captured) -> None:
    assert "text" not in check_json(capsys, CLEAN)[1]["reports"][0]


def test_the_planted_fault_is_named_first(capsys: Captured) -> None:
    _, result = check_json(capsys, FAULTY)
    (entry,) = result["reports"]
    first = entry["suspects"][0]
    assert first["cell"] == "requests.total.natural_person"
    assert (first["printed"], first["proposed"]) == ("11", 12)
    assert len(first["explains"]) == 3


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_samples_are_read_as_before(
    sample: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Set REVIEWER_UPDATE_GOLDEN to write the files anew; look at the difference before commit."""
    golden = Path(__file__).parent / "golden" / f"{sample.stem}.json"
    monkeypatch.chdir(SAMPLES)
    _, result = check_json(capsys, sample.name)
    found = _one_cell_a_line(result)
    if os.environ.get("REVIEWER_UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


_WORDING = {"doubt", "message", "place", "basis", "why"}
"""Said to people; the tests of those who say it look after it."""


def _one_cell_a_line(result: dict[str, Any]) -> str:
    """JSON that is pleasant to compare: cells, findings, suspects and sections one a line."""
    (entry,) = result["reports"]
    lines = []
    for key, value in entry.items():
        if isinstance(value, dict) and value:
            rows = [f'  "{name}": {_line(one)}' for name, one in value.items()]
            lines.append(f' "{key}": {{\n' + ",\n".join(rows) + "\n }")
        elif isinstance(value, list) and value:
            lines.append(f' "{key}": [\n' + ",\n".join(f"  {_line(one)}" for one in value) + "\n ]")
        else:
            lines.append(f' "{key}": {_line(value)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(value: object) -> str:
    if isinstance(value, dict):
        value = {key: one for key, one in value.items() if key not in _WORDING}
    return json.dumps(value, ensure_ascii=False)
