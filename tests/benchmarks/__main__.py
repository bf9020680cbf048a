"""Prints one line a benchmark; words given select those whose names hold one of them.

The word ``accuracy`` prints how well each layout is read instead, ``repairs`` how well slips are
found and mended, ``rules`` what each rule finds and its false alarms (see ``measuring.py``).
"""

from __future__ import annotations

import sys


def main(words: list[str]) -> int:
    """Measure what was asked for; the exit status is 0 whatever the figures are."""
    if words[:1] == ["accuracy"]:
        from tests.benchmarks import accuracy

        accuracy.print_table(*([words[1:]] if words[1:] else []))
        return 0
    if words[:1] == ["repairs"]:
        from tests.benchmarks import repairs

        repairs.print_table(words[1:])
        return 0
    if words[:1] == ["rules"]:
        from tests.benchmarks import measuring

        measuring.main(words[1:])
        return 0
    from tests.benchmarks import core, window

    for benchmark in (*core.BENCHMARKS, *window.BENCHMARKS):
        if not words or any(word in benchmark.name for word in words):
            print(benchmark.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
