"""Faults in what a report says in sentences: figures that do not agree, and the text itself."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.checks.planting import added, instead

Plant = Callable[[str], str]

_NEW = r"(?<=收到政府信息公开申请)(\d+)(?=件)"
_LEFT = r"结转下年度继续办理\d+件"
_PARTS = "本报告由总体情况、主动公开政府信息情况、其他需要报告的事项等四个部分组成。"
_FIVE_OF_SIX = (
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
    "存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。"
)
_LAW = "《中华人民共和国政府信息公开条例》"
_TITLED = "《国务院办公厅关于年度报告格式的通知》（国办公开办函〔2021〕30号）"
_LISTED = "政策文件20条，占10%；工作动态50条，占25%；公示公告30条，占51%"
_MENU = "登录 | 注册\n您当前的位置：首页 > 政务公开\n发布日期：2024-01-16    点击数：12"
_IDENTITY = "申请人张某（身份证号：11010119900307002X）申请公开补偿标准。"
_PLATFORM = r"(?s)在县政府网站镇街专栏(.*?)（四）平台建设[^\n]*\n"


def _more(by: int) -> Callable[[re.Match[str]], str]:
    return lambda match: str(int(match[1]) + by)


def _before(line: str) -> Plant:
    """Puts a line in front of the report."""
    return lambda report: f"{line}\n{report}"


def _untitled(report: str) -> str:
    """The report without its title."""
    return report.split("\n", 1)[1]


SENTENCES: tuple[tuple[str, str, Plant], ...] = (
    ("claims.cells", "other number of requests", instead(_NEW, _more(137))),
    ("claims.cells", "one request more", instead(_NEW, _more(1))),
    (
        "claims.cells",
        "none came in",
        instead(r"共收到政府信息公开申请[1-9]\d*件", "未收到政府信息公开申请"),
    ),
    ("claims.cells", "other number left", instead(_LEFT, "结转下年度继续办理431件")),
    ("claims.cells", "other documents", instead(r"(?<=制发规范性文件)(\d+)(?=件)", _more(40))),
    ("claims.cells", "proceedings", added("全年发生政府信息公开行政复议97件。")),
    ("claims.sums", "one too many", instead(r"(?<=公开信息)79(?=条)", "78")),
    ("claims.sums", "in brackets", added("发布信息120条（其中机构20条，动态60条，其他41条）。")),
    ("claims.shares", "share", instead(rf"{_NEW}件，", r"\1件，其中网络申请1件，占96.7%，")),
    ("claims.changes", "change", instead(rf"{_NEW}件，", r"\1件，较上年增加1件，增长931.8%，")),
    ("claims.listed_shares", "listed shares", added(f"公开信息200条，其中{_LISTED}。")),
    ("claims.listed_shares", "one share", added("公开信息200条，其中政务动态50条，占35%。")),
    ("claims.too_many_shares", "kinds", added("公开信息中动态类占60%，政策类占50%。")),
    ("claims.changes", "last year's", added("公开解读30篇（上年24篇，增长35%）。")),
    (
        "claims.contradictions",
        "two totals",
        added("全年共主动公开政府信息520条。{year}年，主动公开政府信息502条。"),
    ),
    (
        "claims.contradictions",
        "two trainings",
        added("全年举办政务公开培训3次。{year}年共举办政务公开培训5次。"),
    ),
    ("claims.sums", "part above all", added("发布消息86条，其中网站公开90条。")),
    ("claims.sections", "number of parts", instead("(?=如对本报告有疑问)", _PARTS)),
    ("claims.listed_sections", "five of six", instead("(?=如对本报告有疑问)", _FIVE_OF_SIX)),
    ("text.open", "circles", added("邀请居民代表○○人。")),
    ("text.open", "no year", added("20  年，举办培训。")),
    ("text.open", "XX", instead("县政府网站", "XX网站")),
    ("text.open", "××", instead("请与[^联]*联系", "请与××办公室联系")),
    ("text.open", "某某", added("由某某镇长任组长，联系电话待填。")),
    ("text.open", "hint of the form", instead(r"(?<=^六、其他需要报告的事项\n)", "（文字描述）\n")),
    ("text.open", "one X", added("举办培训X次。")),
    ("text.open", "year with X", instead(r"(?<=（一）主动公开。)20\d\d年", "202X年")),
    ("text.open", "boxes", added("举办培训□□次。")),
    ("text.open", "no number nor blank", instead(r"(?<=公开信息)\d+(?=条，)", "")),
    ("text.open", "no percentage", added("满意率达 %。")),
    ("text.nothing", "no words in brackets", added("公开内容【】。")),
    (
        "text.repeated",
        "sentence twice",
        added("发放资料300份，反响良好。发放资料300份，反响良好。"),
    ),
    ("dates.unsigned", "title without 年", instead(r"\A([^\n]*20\d\d)年政府", r"\1政府")),
    ("text.draft", "TBD", added("TBD：补充解读篇数。")),
    ("text.draft", "to be verified", added("发放资料300份（待核实）。")),
    ("text.draft", "a request to colleagues", added("发放资料300份【请党政办核对】。")),
    ("text.draft", "hint of the form", added("（简要说明平台情况，300字以内）")),
    ("text.enclosure", "no enclosure", added("具体情况详见附件。")),
    ("text.enclosure", "no table", added("各类信息数量如下表所示。")),
    ("claims.approximate", "about", instead(r"申请\d+件，办结", "申请约20件，办结")),
    ("claims.approximate", "some more", added("全年办结政府信息公开申请10余件。")),
    ("claims.approximate", "proceedings", added("发生行政复议数件。")),
    ("selfname.led", "head of a bureau", added("由局长任政务公开领导小组组长。")),
    ("selfname.led", "party group", added("局党组多次研究公开工作。")),
    ("privacy.paper", "passport", added("申请人（护照号E12345678）申请公开。")),
    ("privacy.paper", "driving licence", added("张某驾驶证号：421126198503214417。")),
    ("privacy.reached", "home", added("申请人张某，家住柳林村3组12号，申请公开。")),
    ("privacy.reached", "mail", added("申请人邮箱zhangjg1985@163.com。")),
    ("text.repeated", "verb twice", added("积极推进推进政务公开。")),
    ("dates.malformed", "no such month", added("2023年13月召开会议。")),
    ("text.nothing", "no link", added("可在县政府网站下载（链接： ）。")),
    ("text.nothing", "no phone", instead("电话：0899-5550118", "电话：")),
    ("text.nothing", "no name", instead(_LAW, "《 》")),
    ("text.field", "lost reference", added("具体情况见错误！未找到引用源。")),
    ("text.field", "lost bookmark", added("详见 Error! Reference source not found. 所列。")),
    ("text.bracket", "not closed", instead(r"（(国办公开办函〔\d+〕\d+号)）", r"（\1")),
    ("text.bracket", "not opened", instead(_LAW, _LAW[1:])),
    ("text.quote", "turned", added("通过县政府”门户网站公开信息30条。")),
    ("text.stops", "two commas", instead("79条，", "79条，，")),
    ("text.stops", "stop and semicolon", added("落实到人。；按月检查。")),
    ("text.misspelt", "thought for news", added("加强信思公开工作。")),
    ("text.misspelt", "alike in shape", added("深入贯砌落实要求。")),
    ("text.misspelt", "proceedings", instead("政府信息公开申请", "政府信息公开伸请")),
    ("text.repeated", "noun twice", added("完善监督保障保障机制。")),
    ("text.usage", "截止", added("截止2023年底，公开信息30条。")),
    ("text.usage", "的 for 地", added("较好的完成了公开任务。")),
    ("text.listed", "in a list", added("涵盖机构职能、政策法规、工作动态、政策法规、财政预决算。")),
    ("text.draft", "type", added("（宋体加粗小四号字）")),
    ("text.debris", "markup", added("<p>公开信息30条。</p>")),
    ("privacy.name", "applicant", added("申请人张建国申请公开补偿标准。")),
    ("selfname.halved", "我", added("全年我通过网站公开信息。")),
    ("otherbody.mentioned", "in passing", added("把桃园乡公开工作纳入年度考核。")),
    ("otherbody.units", "another county's site", added("在云山县人民政府网站公开信息30条。")),
    ("claims.nearly", "one less", added("发布信息575条，其中动态384条、公告190条。")),
    ("claims.nearly", "digits turned", added("编发信息132条，其中文件18条、公示27条、动态78条。")),
    ("text.repeated", "term twice", added("做好政府信息政府信息公开。")),
    ("text.repeated", "其中 twice", added("公开信息56条，其中：其中机构职能4条。")),
    ("text.debris", "page's menu", _before(_MENU)),
    ("text.debris", "bookmark", _before("[bookmark: _GoBack]")),
    ("text.aspects", "no platform", instead(_PLATFORM, r"\1")),
    ("text.aspects", "no supervision", instead(r"^（五）监督保障[^\n]*\n", "")),
    ("text.contacts", "no address", instead("地址：云岭县临河路18号，", "")),
    ("text.contacts", "no phone", instead("，电话：0899-5550118", "")),
    ("text.phone", "six digits", instead("0899-5550118", "0899-555011")),
    ("text.phone", "area code", instead("0899-5550118", "089-5550118")),
    ("text.postcode", "five digits", instead(r"(?<=邮编：)\d{6}", "57990")),
    ("notices.order", "other number", instead(_LAW, f"{_LAW}（国务院令第771号）")),
    ("text.open", "no number", instead(r"(?<=公开信息)\d+(?=条，)", "   ")),
    ("privacy.identity", "identity number", added(_IDENTITY)),
    ("privacy.identity", "old number", added("张某（身份证号：110105491231002）申请公开。")),
    ("privacy.identity", "false digit", added("张某（身份证号：110101199003070021）申请。")),
    ("privacy.mobile", "mobile", added("申请人李某（13912345678）申请公开征地补偿标准。")),
    ("privacy.office_mobile", "mobile of the office", instead("0899-5550118", "13912345678")),
    ("privacy.account", "bank account", added("补偿款已汇入个人账户6222020200112233。")),
    ("titles.unseen", "no title", _untitled),
    ("titles.body", "title without body", instead(r"\A云岭县[^2]*", "")),
    ("notices.order", "old order", instead(_LAW, f"{_LAW}（国务院令第492号）")),
    ("notices.article", "old article", instead(_LAW, f"{_LAW}第三十二条")),
    ("notices.title", "another title", instead(_LAW, f"{_TITLED}、{_LAW}")),
    ("notices.title", "law's title", instead(_LAW, "《中华人民共和国信息公开条例》")),
    ("text.points", "a point less", added("主要做法有三个方面：一是开展培训；二是加强考核。")),
    ("text.unended", "no stop", added("全年组织培训3次，开展检查4次，发现的问题已经全部整改到位")),
    ("text.rate", "above the whole", added("部门预决算公开率达110%。")),
    (
        "text.headed",
        "heading twice",
        added("（一）制度建设情况\n全年召开会议2次。\n（一）制度建设情况\n"),
    ),
    ("yearslip.heading", "heading of 2016", instead("^一、总体情况", "一、2016年总体情况")),
)
"""Rule, kind of fault, and what it does to a text."""
