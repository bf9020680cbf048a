#!/usr/bin/env python3
"""Set up, run, test and measure reviewer on this machine.

    python3 packaging/dev.py run [FILE…]     open the sample, or the files, in the window
    python3 packaging/dev.py test [OPTION…]  every check and every test (options go to pytest)
    python3 packaging/dev.py check           linters only: style, types, layers
    python3 packaging/dev.py bench [NAME…]   measure: times, or accuracy, repairs, rules
    python3 packaging/dev.py setup           only make .venv and install
    python3 packaging/dev.py picture         draw the window for the README
    python3 packaging/dev.py pin             write packaging/constraints.txt
    python3 packaging/dev.py help            this text

Everything happens in .venv and build/; nothing is installed elsewhere, but for system packages
that Qt needs when run as root on Debian. Python 3.11 or later.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    """Run one subcommand; the exit status."""
    if sys.version_info < OLDEST:
        return with_newer_python(arguments)
    from messages import Stop, speak_utf8

    speak_utf8()
    name, *options = arguments or ["help"]
    command = COMMANDS.get(name)
    if command is None:
        print(f"没有这个命令 no such command: {name}\n\n{__doc__}", file=sys.stderr)
        return 2
    try:
        return command(options)
    except Stop as stop:
        stop.tell()
        return 1
    except KeyboardInterrupt:
        return 130


def with_newer_python(arguments: list[str]) -> int:
    """Hand over to a newer interpreter, if the machine has one."""
    for minor in range(20, OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other:
            return subprocess.call([other, os.path.abspath(__file__), *arguments])  # noqa: PTH100
    found = ".".join(str(part) for part in sys.version_info[:3])
    sys.stderr.write(
        f"停止：需要 Python 3.11 或更新的版本，此处是 {found}。\n"
        f"Stopped: Python 3.11 or later is needed; this is {found}.\n"
    )
    return 1


def help_(options: list[str]) -> int:
    """Print what there is."""
    print(__doc__)
    return 0


def setup(options: list[str]) -> int:
    """Make the machine and ``.venv`` ready for everything."""
    _ready(development=True)
    return 0


def run(options: list[str]) -> int:
    """Open the sample, or the files given, in the window."""
    import showing

    _ready(development=False, window=showing.has_display())
    return showing.show(options)


def test(options: list[str]) -> int:
    """Every check and every test."""
    import steps

    _ready(development=True)
    return steps.run_all([*steps.linters(), steps.tests(options)])


def check(options: list[str]) -> int:
    """Linters only."""
    import environment
    import steps

    environment.prepare(development=True)
    return steps.run_all(steps.linters())


def bench(options: list[str]) -> int:
    """Measure, and print each figure beside its budget."""
    import environment
    import steps

    _ready(development=True)
    command = (str(environment.python()), "-m", "tests.benchmarks", *options)
    return 0 if steps.run(steps.Step("bench", command)).succeeded else 1


def picture(options: list[str]) -> int:
    """Draw the window in both themes for the README."""
    import environment
    import showing

    _ready(development=False)
    folder = environment.ROOT / "resources" / "pictures"
    folder.mkdir(exist_ok=True)
    for theme in ("light", "dark"):
        target = folder / f"window-{theme}.png"
        showing.draw(showing.samples(), target, "--theme", theme, "--worked", *options)
        print(target.relative_to(environment.ROOT))
    return 0


def pin(options: list[str]) -> int:
    """Write down the versions installed now."""
    import pins

    return pins.pin()


def _ready(*, development: bool, window: bool = False) -> None:
    import environment
    import machine

    machine.provide(window=window)
    environment.prepare(development=development)


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "setup": setup,
    "picture": picture,
    "pin": pin,
    "help": help_,
    "--help": help_,
    "-h": help_,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
