"""How long things take, beside the budgets: ``python -m tests.benchmarks [NAME…]``.

Times are measured and printed, never asserted: they say something about one machine.
"""
