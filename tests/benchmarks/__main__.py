"""Prints one line a benchmark; words given select those whose names hold one of them."""

from __future__ import annotations

import sys

from tests.benchmarks import core, window


def main(words: list[str]) -> int:
    """Measure what was asked for; the exit status is 0 whatever the figures are."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for benchmark in (*core.BENCHMARKS, *window.BENCHMARKS):
        if not words or any(word in benchmark.name for word in words):
            print(benchmark.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
