"""Sentences on applications, put together of words that none of them was seen with before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.claims.model import Claim
from reviewer.claims.reading import read_claims
from reviewer.claims.wordings.acts import acts_of, starts_of
from reviewer.claims.wordings.roles import roles_of
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report

_NEW = "requests.new.total"
_DECIDED = "requests.total.total"
_TITLE = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n{}\n二、主动公开\n"

_times = st.sampled_from(
    ("2023年", "全年", "本年度", "今年以来", "截至2023年12月31日", "报告期内", "一年来,")
)
_bodies = st.sampled_from(("", "我镇", "镇政府", "本机关", "石桥镇", "我单位", "石桥镇人民政府"))
_adverbs = st.sampled_from(("", "共", "累计", "总计", "先后", "依法", "合计"))
_received = st.sampled_from(
    ("收到", "受理", "接到", "接收", "收悉", "签收", "收到并办理", "受理登记", "接收受理")
)
_decided = st.sampled_from(
    ("办结", "答复", "办复", "办理完毕", "按时答复", "办理并答复", "依法依规答复", "处理答复")
)
_objects = st.sampled_from(
    (
        "政府信息公开申请",
        "依申请公开",
        "依申请公开事项",
        "信息公开的申请",
        "政务信息公开申请",
        "要求公开政府信息的申请",
        "政府信息依申请公开件",
        "依申请公开政府信息",
        "信息公开类申请",
        "政府信息公开申请书",
        "依申请公开请求",
        "政府信息公开方面的申请",
    )
)
_others = st.sampled_from(
    ("网民留言", "建议提案", "群众来信来访", "规范性文件", "政策解读", "热线工单", "信访投诉")
)
_tails = st.sampled_from(("", "共计", "数量为", "总数为", ",共"))
_units = st.sampled_from(("件", "宗", "份", "条"))
_numbers = st.integers(2, 98)
_when = st.tuples(_times, _bodies, _adverbs).map("".join)


def _counted(sentence: str) -> list[tuple[str, int]]:
    claims: tuple[Claim, ...] = read_claims(read_report(open_text(_TITLE.format(sentence))))
    return [(claim.subject, int(claim.value)) for claim in claims]


@given(_when, _received, _objects, _tails, _numbers, _units)
def test_what_came_is_read_in_any_order(
    when: str, verb: str, what: str, tail: str, number: int, unit: str
) -> None:
    stated = [(_NEW, number)]
    assert _counted(f"{when}{verb}{what}{tail}{number}{unit}。") == stated
    assert _counted(f"{when}{verb}{number}{unit}{what}。") == stated
    assert _counted(f"本年度{what}共{verb}{number}{unit}。") == stated


@given(_when, _decided, _objects, _tails, _numbers, _units)
def test_what_was_decided_is_read_in_any_order(
    when: str, verb: str, what: str, tail: str, number: int, unit: str
) -> None:
    stated = [(_DECIDED, number)]
    assert _counted(f"{when}{verb}{what}{tail}{number}{unit}。") == stated
    assert _counted(f"{when}{verb}{number}{unit}{what}。") == stated
    assert _counted(f"本年度{what}共{verb}{number}{unit}。") == stated
    assert _counted(f"本镇对{number}{unit}{what}均作出答复。") == stated


@given(_when, st.one_of(_received, _decided), _others, _tails, _numbers, _units)
def test_what_came_of_another_kind_is_no_application(
    when: str, verb: str, what: str, tail: str, number: int, unit: str
) -> None:
    told = f"规范依申请公开办理。{when}{verb}{what}{tail}{number}{unit}。"
    assert not [one for one in _counted(told) if one[0].startswith("requests.")]
    told = f"规范依申请公开办理。{when}{verb}{number}{unit}{what}。"
    assert not [one for one in _counted(told) if one[0].startswith("requests.")]


def test_parts_are_told_by_the_first_word_that_fits() -> None:
    assert roles_of("共收到政府信息公开申请") == "lrppe"
    assert roles_of("尚未办结") == "nd"
    assert roles_of("及时答复") == "ld"
    assert acts_of("全年制发行政规范性文件") == "lmN"
    assert acts_of("较上年增减") == "xy="


def test_each_word_is_told_with_its_place() -> None:
    assert acts_of("全年制发甲规章") == "lmxG"
    assert starts_of("全年制发甲规章") == [0, 2, 4, 5]
    assert acts_of("") == ""
    assert starts_of("") == []
