from functools import cached_property

from reviewer.base import Frozen


class _Square(Frozen):
    side: int
    colour: str = "red"

    @cached_property
    def area(self) -> int:
        return self.side * self.side


def test_copy_derives_anew_from_replaced_fields() -> None:
    small = _Square(side=2)
    assert small.area == 4
    large = small.model_copy(update={"side": 3})
    assert (large.area, small.area) == (9, 4)
    assert large.colour == "red"
