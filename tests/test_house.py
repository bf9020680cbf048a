"""Rules of the house that no linter knows: sizes, borders, resources, forbidden text."""

from __future__ import annotations

import ast
import importlib
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_PYTHON_FILE = re.compile(r"`(?:[\w.]*/)*(\w+\.py)\b")
CODE_FOLDERS = ("reviewer", "tests", "packaging")
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
MEDIAN_FILE = 150
MEDIAN_FUNCTION = 8
TEXT_SUFFIXES = {".py", ".toml", ".md", ".txt", ".svg", ".ts", ".cfg", ".in", ".json", ""}
FORBIDDEN_TEXT = {
    "an absolute path of some machine": re.compile(r"(?<![\w./<])/(home|work|root|Users)/\w"),
    "a drive of some machine": re.compile(r"\b[C-Z]:\\\\?(Users|work)"),
    "the address of a package index": re.compile(
        r"https?://[^\s)\"']*(pypi|simple/|npmjs|crates\.io|artifactory|nexus|conda)", re.I
    ),
}


def _sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield f"{path.relative_to(ROOT)}:{node.name}", node.end_lineno - node.lineno + 1


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_is_too_long() -> None:
    lengths = {str(path.relative_to(ROOT)): _lines(path) for path in _sources(*CODE_FOLDERS)}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}
    program = [n for name, n in lengths.items() if name.startswith("reviewer")]
    assert statistics.median(program) <= MEDIAN_FILE


def test_no_function_is_too_long() -> None:
    lengths = dict(pair for path in _sources(*CODE_FOLDERS) for pair in _functions(path))
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}
    program = [n for name, n in lengths.items() if name.startswith("reviewer")]
    assert statistics.median(program) <= MEDIAN_FUNCTION


def _modules_without_window() -> list[str]:
    dotted = (
        ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in _sources("reviewer")
    )
    return [
        name.removesuffix(".__init__")
        for name in dotted
        if not name.startswith("reviewer.window") and not name.endswith("__main__")
    ]


def test_nothing_outside_the_window_imports_qt() -> None:
    code = (
        "import importlib, sys\n"
        f"for name in {_modules_without_window()!r}:\n"
        "    importlib.import_module(name)\n"
        "found = sorted(n for n in sys.modules if n.split('.')[0] in ('PySide6', 'shiboken6'))\n"
        "sys.exit(', '.join(found) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _tracked() -> list[Path]:
    """Every file of the tree, or of the checkout if git is at hand."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.rstrip("\0").split("\0")
        return [ROOT / name for name in names if (ROOT / name).is_file()]
    return [path for folder in (*CODE_FOLDERS, "resources") for path in (ROOT / folder).rglob("*")]


def test_the_tree_names_no_machine_and_no_package_index() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {what}: {hit.group()}"
        for path in _tracked()
        if path.suffix in TEXT_SUFFIXES and path.is_file() and path != Path(__file__).resolve()
        for what, pattern in FORBIDDEN_TEXT.items()
        for hit in pattern.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_no_work_is_left_for_later() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    found = [
        str(path.relative_to(ROOT))
        for path in _sources(*CODE_FOLDERS)
        if path != Path(__file__).resolve() and marks.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_architecture_names_files_that_there_are() -> None:
    there = {path.name for path in _tracked()}
    named = _PYTHON_FILE.findall((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    assert {name for name in named if name not in there} == set()


def test_names_say_what_things_are() -> None:
    empty = re.compile(r"(^|_)(utils?|helpers?|managers?|common|misc|stuff)(_|$)")
    modules = [path for path in _sources(*CODE_FOLDERS) if empty.search(path.stem)]
    classes = [
        node.name
        for path in _sources("reviewer", "packaging")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and re.search(r"(Util|Helper|Manager)s?$", node.name)
    ]
    assert (modules, classes) == ([], [])


def test_no_dialog_stops_the_program() -> None:
    """``exec`` nests an event loop; the application's own is the only one."""
    found = [
        f"{path.name}:{node.lineno}"
        for path in _sources("reviewer/window")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"exec", "exec_"}
        and not (isinstance(node.func.value, ast.Name) and node.func.value.id == "application")
    ]
    assert found == []


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "resources").rglob("*.toml")),
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_resources_are_valid_toml(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def test_themes_name_the_same_colours() -> None:
    themes = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "resources" / "themes").glob("*.toml"))
    ]
    names = [set(theme["colors"]) for theme in themes]
    assert len(names) >= 2
    assert all(each == names[0] for each in names)
    assert {theme["dark"] for theme in themes} == {True, False}
    values = [value for theme in themes for value in theme["colors"].values()]
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in values)


def test_void_calls_of_qt_lose_no_reference_to_none() -> None:
    """Some versions of PySide6 drop one reference to None per call and abort in the end."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 1_000


def _pyproject() -> dict[str, dict[str, object]]:
    loaded: dict[str, dict[str, object]] = tomllib.loads(
        (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    return loaded


def test_the_program_starts_where_pyproject_says() -> None:
    scripts = _pyproject()["project"]["scripts"]
    assert isinstance(scripts, dict)
    for target in scripts.values():
        module, _, function = target.partition(":")
        assert callable(getattr(importlib.import_module(module), function))


def test_constraints_name_every_dependency_and_no_address() -> None:
    project = _pyproject()["project"]
    extras = project["optional-dependencies"]
    dependencies = project["dependencies"]
    assert isinstance(dependencies, list)
    assert isinstance(extras, dict)
    wanted = {_name(line) for line in (*dependencies, *extras["dev"])}
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.+]+", line) for line in pins)
    assert wanted <= {_name(line) for line in pins}


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found.group()).lower()


def _patterns_made_on_the_way(path: Path) -> Iterator[str]:
    """Calls of ``re`` in functions that are not cached; compiling is allowed where tables load."""
    loads = path.name in {"declaring.py", "language.py"} or path.parent.name == "wordings"
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef) or any(
            "cache" in ast.unparse(decorator) for decorator in function.decorator_list
        ):
            continue
        for node in ast.walk(function):
            if not isinstance(node, ast.Call):
                continue
            call = ast.unparse(node.func)
            if re.fullmatch(r"re\.(?!escape)\w+", call) and not (loads and call == "re.compile"):
                yield f"{path.relative_to(ROOT)}:{node.lineno}: {call}"


def test_patterns_are_compiled_once() -> None:
    """The program has more patterns than ``re`` remembers: each made on the way is made anew."""
    assert [call for path in _sources("reviewer") for call in _patterns_made_on_the_way(path)] == []


def test_what_tests_share_stands_in_files_of_its_own() -> None:
    borrowed = re.compile(r"^from tests\.[\w.]*\btest_\w+ import", re.M)
    borrowing = [
        str(path.relative_to(ROOT))
        for path in _sources("tests")
        if borrowed.search(path.read_text(encoding="utf-8"))
    ]
    assert borrowing == []
