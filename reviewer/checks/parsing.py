"""Text of a rule → tree, and the tree's names in braces → rows and columns of a form.

    formula    = comparison [("implies" | "iff") comparison]
    comparison = chain ("=" | "!=" | "<=" | ">=" | "<" | ">") chain
    chain      = ["-"] term {("+" | "-") term}
    term       = number | [number "*"] (cell | "sum(" cell ")" | "(" chain ")")
    cell       = name "." name "." name          name = letters, or {letters}

``＝ ≠ ≤ ≥`` may be written too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import product

from reviewer.base import CellId, cell_id, cell_parts
from reviewer.checks.expression import (
    IFF,
    IMPLIES,
    Cell,
    Chain,
    Comparison,
    Connection,
    Formula,
    Literal,
    Scaled,
    Sum,
    Term,
)

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<cell>[\w{}]+(?:\.[\w{}]+)+)"
    r"|(?P<word>sum|implies|iff)\b"
    r"|(?P<mark><=|>=|!=|[=＝≠≤≥<>+\-*()]))"
)
_NAME = re.compile(r"\w+|\{\w+\}", re.ASCII)
_RELATIONS = {"=": "＝", "!=": "≠", "<=": "≤", ">=": "≥"} | {mark: mark for mark in "＝≠≤≥<>"}
_WORDS = {"implies": IMPLIES, "iff": IFF}

_DEEPEST = 20
"""Brackets within each other; nobody writes more, and Python's own stack bears no end of them."""


class ExpressionError(ValueError):
    """A text that is no formula, or names that a form does not have (message in Chinese)."""


def parse(text: str) -> Formula:
    """The formula that a rule states.

    Raises:
        ExpressionError: It is none; the message says where.
    """
    return _Parser(text).formula()


class _Parser:
    """Recursive descent over the tokens of one text."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0

    def formula(self) -> Formula:
        left = self._comparison()
        result: Formula = left
        if self._next in _WORDS:
            result = Connection(left, _WORDS[self._take()], self._comparison())
        if self._next:
            raise ExpressionError(f"“{self._next}”起的内容多余，请删去")
        return result

    def _comparison(self) -> Comparison:
        left = self._chain()
        if self._next not in _RELATIONS:
            raise ExpressionError(f"“{self._next or '结尾'}”处缺少比较符号，例如 =")
        return Comparison(left, _RELATIONS[self._take()], self._chain())

    def _chain(self) -> Term:
        terms = [(self._sign("-"), self._term())]
        while self._next in {"+", "-"}:
            terms.append((self._sign("+", "-"), self._term()))
        return terms[0][1] if len(terms) == 1 and terms[0][0] == 1 else Chain(tuple(terms))

    def _sign(self, *signs: str) -> int:
        return -1 if self._next in signs and self._take() == "-" else 1

    def _term(self) -> Term:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ExpressionError("括号套得太多，请简化")
        term = self._factor(self._take())
        self._depth -= 1
        return term

    def _factor(self, token: str) -> Term:
        if token[:1].isdigit():
            number = Literal(Decimal(token) if "." in token else int(token))
            if self._next != "*":
                return number
            self._take()
            return Scaled(number, self._term())
        if token == "sum":
            self._expect("(")
            inner = Sum((_cell(self._take()),))
            self._expect(")")
            return inner
        if token != "(":
            return _cell(token)
        chain = self._chain()
        self._expect(")")
        return chain

    @property
    def _next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._next
        self._at += 1
        return token

    def _expect(self, mark: str) -> None:
        found = self._take()
        if found != mark:
            raise ExpressionError(f"“{found or '结尾'}”处请写“{mark}”")


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ExpressionError(f"第{at + 1}个字符“{text[at]}”不能用在算式里")
        tokens.append(match[match.lastgroup or 0])
        at = match.end()
    return tokens


def _cell(token: str) -> Cell:
    parts = token.split(".")
    if len(parts) != 3 or not all(_NAME.fullmatch(part) for part in parts):
        raise ExpressionError(f"“{token or '结尾'}”处请写单元格编号（表.行.列）")
    return Cell(CellId(token))


def bind(
    formula: Formula, names: Mapping[str, str], groups: Mapping[str, tuple[str, ...]]
) -> Formula:
    """The formula with every name in braces replaced.

    Args:
        formula: As parsed.
        names: The one row or column that a name stands for in this instance of the rule.
        groups: The rows or columns that a name stands for inside ``sum()``.

    Raises:
        ExpressionError: A name is in neither, or a group stands outside ``sum()``.
    """
    return _Binder(names, groups).formula(formula)


class _Binder:
    def __init__(self, names: Mapping[str, str], groups: Mapping[str, tuple[str, ...]]) -> None:
        self._names = names
        self._groups = groups

    def formula(self, formula: Formula) -> Formula:
        if isinstance(formula, Comparison):
            return self._comparison(formula)
        left, right = self._comparison(formula.left), self._comparison(formula.right)
        return Connection(left, formula.relation, right)

    def _comparison(self, node: Comparison) -> Comparison:
        return Comparison(self._term(node.left), node.relation, self._term(node.right))

    def _term(self, term: Term) -> Term:
        match term:
            case Cell():
                return self._one(term)
            case Sum(cells):
                return Sum(tuple(bound for cell in cells for bound in self._many(cell)))
            case Scaled(factor, inner):
                return Scaled(factor, self._term(inner))
            case Chain(terms):
                return Chain(tuple((sign, self._term(inner)) for sign, inner in terms))
            case Literal():
                return term

    def _one(self, cell: Cell) -> Cell:
        if any(part[1:-1] in self._groups for part in cell_parts(cell.id)):
            raise ExpressionError(f"“{cell.id}”中有分组，请写在 sum() 里")
        return self._many(cell)[0]

    def _many(self, cell: Cell) -> list[Cell]:
        choices = [self._choices(part) for part in cell_parts(cell.id)]
        return [Cell(cell_id(*parts)) for parts in product(*choices)]

    def _choices(self, part: str) -> tuple[str, ...]:
        if not part.startswith("{"):
            return (part,)
        name = part[1:-1]
        if name in self._names:
            return (self._names[name],)
        if name not in self._groups:
            raise ExpressionError(f"“{part}”没有定义，请写进 each 或 [groups]")
        return self._groups[name]
