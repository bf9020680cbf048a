"""Writes ``constraints.txt``: the exact versions that the project is tested with."""

from __future__ import annotations

import json
import subprocess

from environment import CONSTRAINTS, python

HEAD = """\
# Versions that the program is tested with, for `pip install -c`. Versions only: where they come
# from is the machine's affair. Written by `python3 packaging/dev.py pin`.
"""

CLOSURE = """
import json, re
from importlib.metadata import PackageNotFoundError, distribution

def needed(name, extras, seen):
    for line in distribution(name).requires or ():
        requirement, _, marker = line.partition(";")
        extra = re.search(r'extra == .(\\w+).', marker)
        if extra and extra[1] not in extras:
            continue
        other = re.match(r"[\\w.-]+", requirement.strip())[0]
        key = re.sub(r"[-_.]+", "-", other).lower()
        if key in seen:
            continue
        try:
            found = distribution(other)
        except PackageNotFoundError:
            continue
        seen[key] = found.metadata["Name"] + "==" + found.version
        wanted = re.search(r"\\[(.*?)\\]", requirement)
        needed(other, set(wanted[1].split(",")) if wanted else set(), seen)
    return seen

print(json.dumps(needed("reviewer", {"dev"}, {})))
"""
"""Run in the environment: everything that the project needs, as name==version."""


def pin() -> int:
    """Write the versions installed now of all that the project needs."""
    done = subprocess.run(
        [str(python()), "-c", CLOSURE], capture_output=True, text=True, errors="replace", check=True
    )
    lines = sorted(json.loads(done.stdout).values(), key=str.lower)
    CONSTRAINTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return 0
