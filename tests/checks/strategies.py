"""Formulas and figures for property tests."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from reviewer.base import CellId, Number
from reviewer.checks.expression import (
    RELATIONS,
    Cell,
    Chain,
    Comparison,
    Literal,
    Scaled,
    Sum,
    Term,
)

CELLS = tuple(CellId(f"table.row.{name}") for name in "abcdefgh")

numbers: st.SearchStrategy[Number] = st.one_of(
    st.integers(-(10**12), 10**12),
    st.decimals(-(10**6), 10**6, places=3).map(Decimal),
)
literals = st.one_of(st.integers(0, 99), st.decimals(0, 99, places=2)).map(Literal)
cells = st.sampled_from(CELLS).map(Cell)
sums = st.lists(cells, min_size=1, max_size=5).map(lambda found: Sum(tuple(found)))


def _grown(inner: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    chains = st.lists(st.tuples(st.sampled_from((1, -1)), inner), min_size=1, max_size=4)
    return st.one_of(
        st.builds(Scaled, literals, inner),
        chains.map(lambda terms: Chain(tuple(terms))),
    )


terms: st.SearchStrategy[Term] = st.recursive(
    st.one_of(literals, cells, sums), _grown, max_leaves=8
)
comparisons = st.builds(Comparison, terms, st.sampled_from(sorted(RELATIONS)), terms)
figures = st.fixed_dictionaries(dict.fromkeys(CELLS, numbers))
gappy_figures = st.fixed_dictionaries({cell: st.none() | numbers for cell in CELLS})
