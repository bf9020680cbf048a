"""Whether the words before 镇, 乡, 街道, 县 or 区 are a place's name: 柳林 is, 依托 is none.

No list of places says so: a name has two or three characters, begins where a clause, a higher
region or a word like 在 ends, and is none of the words that texts of this kind put there.
"""

from __future__ import annotations

import re

_LONGEST = 4
"""Characters before a place's kind that are looked at."""

_SIZES = (2, 3)
_HAN_END = re.compile(rf"[\u4e00-\u9fff]{{0,{_LONGEST}}}$")

_LEAD = re.compile(
    r".*(?:[在由与到向从经对将把为按请及和以于的至是使让给同或了年月日省市州盟县区]|旗(?=.)"
    r"|通过|依托|利用|借助|结合|围绕|按照|根据|联系|登录|前往|查阅|浏览|访问|配合|加强|推进|推动|提升|提高|完善|规范"
    r"|切实|全面|做好|成立|设立|建立|调整|落实|发挥|促进|保障|确保|涉及|包括|其中|优化|强化|深化|组织|指导|协调)"
)
"""What ends before a name; a name with such a character in it is cut short, and taken for none.

But for 旗 at its end, which is no region there: 红旗镇.
"""

_NO_NAME = re.compile(
    r"[各全我本该每某其余原旧建制辖级属两几多个等办所局委府厅处社户农用据照绕助实施置管镇乡村县区市州街着过不无未有没被这那哪都就也还又并但均已须需可能会]"
    r"|[城集小重下]$"
)
"""Characters that names of places hardly have, or not at their end: 所辖镇, 重镇, 三下乡."""

_WORDS = frozenset(
    re.findall(
        "..",
        (
            "简称特色中心试点示范先进周边附近相邻兄弟直属当地基层功能自治经济产业开放高新服务公开政务"
            "信息工作领导干部群众人员部门单位机关网站平台参加参与接受支持对接联合会同联动报送上报"
            "提交报请提请呈报转载转发链接跳转进入打开关注推送上传发布公布刊登登载运用使用采用借力"
            "维护更新管理运营运维开设开通开办创建搭建建好建成打造整合升级改版改造迁移入驻进驻派驻"
            "派出抽调召开举办牵头负责承担督促监督检查督查考核通报抽查巡查走访深入来到位于地处隶属"
            "归口统一严格依据遵照遵循参照对照针对关于有关以及或者并且同时此外另外目前今年去年全年"
            "年内日常及时定期定时按时按期按月每月主动积极认真扎实持续不断逐步充分有效稳步广泛集中"
            "统筹全力贯彻执行响应回应反映汇总收集整理编制制定印发修订出台完成实现加快加大细化增强"
            "保证抓好抓实明确确定指定安排部署要求立足紧扣聚焦突出坚持保持拓展拓宽丰富创新健全理顺"
            "畅通方便便于面向咨询拨打查询下载获取邮寄送达走进学习宣传培训邀请聘请委托授权移交移送"
            "转交转办交办承办办理受理接收收到接到处理答复回复告知引导帮助提醒提示分管主管主抓协管"
            "现任兼任担任充实撤销取消关闭整改纠正属于作为成为形成构建共享共建独立单独专门专人专职"
            "兼职上级下级部分个别所有全部整个其它以上以下之间坚强新增增设增加增挂内设外设推行实行"
            "开展进行听取审议审核审查审批研究讨论决定通知印制张贴悬挂公示展示宣讲解读解答代表陪同"
            "协同协助辅助服从详见参见参照可见请见另见均见登陆链到报经转到转至经由"
        ),
    )
)
"""Words that stand before 镇 or 县 where these mean the town, or the county, of the report."""


def place_before(text: str) -> str:
    """The place's name that a text ends with; empty if it ends with none."""
    found = _HAN_END.search(text)
    words = found[0] if found else ""
    name = _LEAD.sub("", words)
    if len(name) == _LONGEST and name[:2] in _WORDS:
        name = name[2:]
    if len(name) not in _SIZES or _NO_NAME.search(name):
        return ""
    return "" if name[:2] in _WORDS or name[-2:] in _WORDS else name
