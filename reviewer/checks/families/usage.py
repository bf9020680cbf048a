"""Words that are often taken for each other: 截止2023年底, 有利地促进, 接收社会监督."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import around, prose_of
from reviewer.checks.families.showing import hit_of_all
from reviewer.patterns import any_of

_TAKEN = (
    (r"截止(?=到?(?:20\d\d年|目前|年底|\d{1,2}月\d{1,2}日))", "截至"),
    (r"有利(?=[地的](?:促进|推动|推进|保障))", "有力"),
    (r"提前(?=行政(?:诉讼|复议))", "提起"),
    (r"接收(?=(?:社会|群众|公众|各界|广大|人民)[^,。、]{0,6}监督(?![员岗台电]))", "接受"),
    (r"更据(?=《|上级|有关|相关|县|市|省|国务院)", "根据"),
    (r"跟据(?=《|上级|有关|相关|县|市|省|国务院)", "根据"),
    (r"布署", "部署"),
    (r"近一步(?<![拉更靠走接]近一步)(?=[加完规提推健强深落优扩明])", "进一步"),
    (r"部份(?<=[各大]部份)", "部分"),
    (r"必需(?=加强|提高|坚持|严格|认真)", "必须"),
    (r"不段(?=[加提完推深强优])", "不断"),
    (r"即(?=时公开、准确|时准确公开)", "及"),
    (r"可通过可以通过", "可通过"),
    (r"统计部署", "统一部署"),
    (r"主动公开公开(?=各类|政府信息|共)", "主动公开"),
    (r"的(?<=较好的|很好的|圆满的)(?=完成|保证|保障|推进|促进|推动)", "地"),
    (r"的(?<=有力的|有效的)(?=(?:推动|促进|保障|推进|保证)了)", "地"),
    (r"的(?<=认真的|积极的|及时的|准确的)(?=解决|完成|做好|开展)", "地"),
    (r"可以可以", "可以"),
    (r"巿", "市"),
    (r"取的(?=了?(?:明显|显著|良好|较好|积极|一定|新的?)*(?:成效|效果|成绩|进展))", "取得"),
    (r"中请(?<=依中请)(?=公开)", "申请"),
    (r"纳如(?=考核|年度|绩效|目标)", "纳入"),
    (r"泻(?=密|露)", "泄"),
    (r"条(?<=国务院令第\d{3}条)", "号"),
    (r"过半公开办函", "国办公开办函"),
    (r"国半公开办函", "国办公开办函"),
    (r"己(?<=[均都全已现也].)(?=办结|办理|答复|审结|公开|完成|全部|按)", "已"),
    (r"巳(?<=[均都全已现也].)(?=办结|办理|答复|审结|公开|完成|全部|按)", "已"),
    (r"末(?:(?<![年月期周季始本].)|(?<=全年末))(?=收到|发生|产生|接到|办结|公开|涉及|出现)", "未"),
    (r"以经(?=完成|办结|办理|答复|公开|建立|形成|实现)", "已经"),
    (r"按排(?=专人|专门|人员|部署|工作|落实|[一二三两\d]名|布置)", "安排"),
    (r"做为(?=政府信息|信息公开|政务公开|重点|重要|主要|第一|一项)", "作为"),
    (r"受到(?=[^,。;]{0,12}(?:政府信息公开|依申请公开)的?申请(?!人))", "收到"),
    (r"补证(?:(?<=逾期[不未]补证)|(?=后(?:的|仍|申请|内容)))", "补正"),
)
"""What is written, where it cannot be meant, and what is. Each begins with a letter."""

_USED = re.compile(
    # What an alternative begins with: most places in a text are passed over by it.
    f"(?=[{''.join(sorted({wrong[0] for wrong, _ in _TAKEN}))}])"
    + any_of(*(f"(?P<w{at}>{wrong})" for at, (wrong, _) in enumerate(_TAKEN)))
)


def _confused(inspection: Inspection) -> Iterator[Hit]:
    """One finding a word, with all its places."""
    report = inspection.report
    prose = prose_of(report)
    found: dict[tuple[str, str], list[re.Match[str]]] = {}
    for match in _USED.finditer(prose.flow):
        right = _TAKEN[int((match.lastgroup or "w0")[1:])][1]
        found.setdefault((match[0], right), []).append(match)
    for (wrong, right), matches in found.items():
        spans = [prose.span(match.start(), match.end()) for match in matches]
        fields = {"around": around(report.document, spans[0]), "right": right}
        yield hit_of_all(report.document, spans, wrong, right, **fields)


CONFUSED = Check(_confused, frozenset({"around", "right", "times"}), reads_figures=False)
