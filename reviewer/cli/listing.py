"""The commands ``rules``, ``forms`` and ``sample``: what the program comes with."""

from __future__ import annotations

import shutil
from pathlib import Path

from reviewer.checks.linting import lint
from reviewer.checks.packs import office_rules
from reviewer.checks.rule_set import RuleSet
from reviewer.cli.arguments import Parser
from reviewer.cli.complaints import CLEAN, FAULTY, complain
from reviewer.errors import ReviewerError
from reviewer.export.plain import lint_lines, rule_lines
from reviewer.forms.catalog import forms
from reviewer.paths import resource


def list_rules(arguments: list[str]) -> int:
    """Print every rule with its basis, or what the linter says; the exit status."""
    parser = Parser()
    parser.add_argument("--lint", action="store_true")
    linting = parser.parse_args(arguments).lint
    using = rules_in_force()
    complaints = lint(using) if linting else ()
    lines = lint_lines(using, complaints) if linting else rule_lines(using)
    print("\n".join(lines))
    return FAULTY if any(one.grave for one in complaints) else CLEAN


def rules_in_force() -> RuleSet:
    """The built-in rules and the office's own; files left out are told, and nothing stops."""
    using = office_rules()
    for fault in using.faults:
        complain(fault)
    return using


def list_forms(arguments: list[str]) -> int:
    """Print every form with its sections and tables."""
    Parser().parse_args(arguments)
    for form in forms().values():
        years = (
            f"{form.first_year}—{form.last_year}年" if form.last_year else f"{form.first_year}年起"
        )
        print(f"{form.id}　{years}　{form.basis}")
        for section in form.sections:
            print(f"    第{section.number}部分　{section.title}")
        for table in form.tables:
            print(f"    {table.name}　{table.title}　{sum(1 for _ in table.cells())}格")
    return CLEAN


def copy_samples(arguments: list[str]) -> int:
    """Copy the samples into a folder; files that are there already are kept."""
    parser = Parser()
    parser.add_argument("folder", type=Path, metavar="文件夹")
    folder: Path = parser.parse_args(arguments).folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source in sorted(resource("samples").iterdir()):
            target = folder / source.name
            if target.exists() and target.read_bytes() != source.read_bytes():
                print(f"已有同名文件，没有覆盖：{target}")
            else:
                shutil.copyfile(source, target)
                print(target)
    except OSError as error:
        raise ReviewerError(f"无法写入“{folder}”。", "请换一个文件夹。", str(error)) from error
    return CLEAN
