"""The words that sentences on applications are made of, each with the part that it plays.

A clause is a string of parts, one letter each: ``共收到政府信息公开申请`` is ``lrppoo`` (filling
word, came, information twice, ...). Which words come together in which order is left to patterns of
such letters, so that a sentence nobody wrote before is read if it is made of these words.

| letter | part |
|---|---|
| ``r`` ``v`` | came in, was written down |
| ``d`` ``f`` ``w`` | was decided, finished, worked on |
| ``o`` ``e`` ``p`` | application, asking for information, information |
| ``k`` ``m`` | who asks, what else goes with an application |
| ``s`` ``c`` ``j`` ``l`` | the body itself, words that put an object first, that join, that fill |
| ``y`` ``z`` | what is left, what was carried over |
| ``n`` ``x`` | words that deny, narrow or speak of another matter; no word known here |
"""

from __future__ import annotations

import re
from functools import lru_cache

_PARTS = {
    # Words that deny, narrow, or speak of another matter. First, since they hold others of these.
    "n": (
        r"主动公开|不予受理|不受理|未受理|无法受理|受理(?:点|窗口|机构|中心|平台|范围|条件|机制|渠道|流程|环节|制度)"
        r"|申请(?:人次|量大|渠道|流程|平台|系统|栏目|环节|制度|指南|目录|程序|条件|费)"
        r"|公开(?:栏|指南|目录|专栏|平台|大厅|查阅|制度|机制|条例|标准|工作|指引|专区)"
        r"|信息公开(?:工作|条例|平台|指南|目录|专栏|栏|制度|网站|网)"
        r"|办理(?:时限|流程|机制|制度|程序|指南|期限|时间|环节|时长|率|人员)|答复(?:书|函|时限|率|期限|时间|文书|范本|模板|机制|意见)"
        r"|办结率|咨询|电话|口头|培训|解读|回应|复议|诉讼|应诉|信访|投诉|举报|留言|热线|工单(?=转)|建议|提案|议案|许可|审批"
        r"|行政处罚|规范性文件|会议|转办|转交|协查|协助|委托|指导|督促|代为|尚未|未能|没有|不存在|不予|不属于|不符"
        r"|未|无|不|非|逾期|超期|延期|拟|待|应|需|可以|部分|补正|补充|撤回|撤销|重复|网民|人大|政协|便民|政务(?:服务|平台|大厅)|服务事项"
        r"|公文|文件|材料(?=\d)|回访|意见"
    ),
    "z": r"结转|转结|转入|顺延|跨年|遗留|上一?年|去年|往年|下一?年|次年|明年",
    "y": r"其余|剩余|余下|剩下|尚余|余",
    "r": (r"收到|收悉|收取|收件|收办|新收|受理|接到|接收|接受|接获|接办|签收|收(?=[并和、及]|\d)"),
    "v": r"登记|承接|新增|收录",
    "d": (
        r"办结|办毕|办复|答复|回复|审结|(?:办理|处理|处置)(?:完毕|完成|完结|结束)|完成(?:办理|答复|处理)|结案"
    ),
    "f": r"反馈|完成",
    "w": r"办理|处理|处置|承办|办(?=[并和、及]|\d)",
    # 申请 asks for something; 依申请 asks for information alone.
    "e": r"依申请|申请公开|公开申请(?!人)|(?:要求|请求)(?:获取|公开)",
    "o": r"申请(?!人)",
    "p": r"政[府务]|信息|公开|资料",
    "c": r"对于?|就|将|针对",
    "j": r"以及|或者|及(?!时)|[和并与或、]",
    "s": r"[我本]单位|本机关|本行政机关",
    "k": (
        r"公民(?!、(?:企业、)?法人)|法人|其[他它]|组织|自然人|个人|机构|业主|当事人|企业|企事业|单位|人员|书面"
    ),
    "m": (
        r"公民、(?:企业、)?法人(?:或者?|和|及|以及|、|与)?其[他它](?:社会)?组织|社会|公众|各界|申请人|群众|村民|居民|市民"
        r"|提出|提交|递交|寄送|寄来|发来|向|来自|由|关于|有关|相关|要求|请求|获取|查询|有效|各类|各种|各项|该类|此类|方面|类型|类|形式|方式|途径"
        r"|事项|项目|事宜|事件|案件|办件|工单|诉求|业务|表格|表|书|函|来信|来函|来件|情况|内容|材料|[件份]"
    ),
    "l": (
        r"20\d\d年度?(?:\d{1,2}月(?:\d{1,2}日|底|末)?)?|\d{1,2}月(?:\d{1,2}日|底|末)?|以来|起|至|到|止|截[至止]|底|末|期间|报告期|一年来|过去一年|一年|全年度?|本年度?|今年|当年|年内|年度|年终|年|目前|现|内|中"
        r"|共计|累计|总共|一共|合计|总计|总数|总量|数量|件数|数目|总|共|先后|陆续|分别|实际|正式|依法依规|依法|依规|依照|依据|按照|规定|要求|程序"
        r"|按(?:时限|期限|[时期])?|如期|及时|规范|妥善|严格|认真|准确|高效|圆满|积极|顺利|有效地|在|于|法定|规定的?|期限|时限|时间|工作日|\d+个"
        r"|予以|给予|作出|做出|作了|做了|做好|得到|获得|进行|开展|出具|书面地|新|均|都|已经|已|全部|全|又|也|还|再|则|且|同时|尚|仍|其中|此外|另外|另|包括|因"
        r"|为|是|有|达|仅|数|量|的|了|过|地|等|所|一一|逐一|逐件|当场|完毕|:"
    ),
}
_ATOM = re.compile("|".join(f"(?P<{part}>{words})" for part, words in _PARTS.items()))
_UNKNOWN = "x"


@lru_cache(maxsize=512)
def parts_of(words: str) -> str:
    """The part that each word plays, one letter a word; ``x`` for every letter of none."""
    found = []
    place = 0
    while place < len(words):
        match = _ATOM.match(words, place)
        found.append((match.lastgroup or _UNKNOWN) if match else _UNKNOWN)
        place = match.end() if match else place + 1
    return "".join(found)
