"""Text folded for comparison, with the way back to every character's place.

Labels come with blanks and line breaks inside, in full width, in traditional characters, as
Kangxi radicals. Folding takes such differences away and keeps, for every character that is left,
where it stood.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_TRADITIONAL = (
    "開开關关務务報报總总體体況况動动處处數数請请結结轉转與与為为劃划條条項项規规範范"
    "製制發发廢废現现強强業业費费購购採采額额單单萬万聯联經经訴诉訟讼復复複复議议維维"
    "糾纠審审後后餘余無无據据應应補补內内容容確确認认獲获舉举類类說说屬属國国質质當当"
    "對对檔档標标題题構构機机會会團团科科學学見见覺觉觀观辦办區区縣县鎮镇鄉乡廳厅廠厂"
    "廣广莊庄慶庆門门間间問问聞闻頁页頂顶順顺須须預预頒颁領领頭头頻频顏颜願愿類类飛飞"
    "馬马騰腾驗验魯鲁麗丽麥麦黃黄點点龍龙龜龟寧宁灣湾灘滩濟济濱滨滿满漢汉溫温溝沟滅灭"
    "營营爾尔爭争犧牺獨独獎奖環环電电畫画異异療疗發发盡尽監监盤盘眾众礦矿碼码禮礼種种"
    "稱称積积穩稳窮穷競竞筆笔節节簡简簽签籌筹糧粮紀纪約约紅红納纳級级細细終终組组絕绝"
    "統统綜综緊紧線线編编緣缘縮缩績绩織织繼继續续罰罚羅罗義义習习聖圣職职聽听肅肃脫脱"
    "舊旧藝艺華华葉叶蓋盖藍蓝藥药蘇苏處处號号蟲虫術术衛卫補补裝装製制複复訂订計计訊讯"
    "討讨訓训託托記记設设許许評评詞词試试詢询話话該该詳详誌志語语誤误調调談谈論论證证"
    "識识護护讀读變变讓让財财責责貧贫貨货貪贪貫贯貴贵買买貸贷貿贸賀贺資资賓宾賞赏賠赔"
    "賢贤賣卖賬账賴赖贈赠贊赞車车軍军軟软較较載载輔辅輕轻輸输農农迴回這这連连進进遊游"
    "運运過过達达違违遠远適适遷迁選选遺遗還还邊边郵邮鄰邻醫医釋释針针鋪铺錄录錢钱錯错"
    "鍵键鎖锁鐘钟鐵铁鑒鉴長长陽阳陰阴陳陈陸陆隊队階阶際际隨随險险隱隐隻只雖虽雙双雜杂"
    "離离難难雲云靈灵靜静韓韩響响養养餐餐館馆並并佈布來来係系個个們们倉仓偽伪備备傳传"
    "債债傷伤優优儲储兒儿兩两凍冻則则剛刚創创劑剂勝胜勞劳勢势勵励匯汇協协卻却參参吳吴"
    "啟启員员唄呗喪丧嚴严囑嘱園园圍围圖图圓圆執执堅坚場场壓压壞坏壯壮夠够夢梦奪夺奮奋"
    "婦妇媽妈孫孙實实寫写寶宝將将專专尋寻導导屆届層层岡冈島岛峽峡崗岗嶺岭幣币師师帳帐"
    "帶带幫帮幹干幾几庫库廟庙彈弹彙汇徵征徹彻從从恆恒惡恶愛爱態态慣惯慮虑憑凭憲宪懷怀"
    "戰战戲戏戶户拋抛揚扬換换損损搶抢摺折擁拥擇择擊击擔担據据擬拟擴扩攔拦攝摄敗败敵敌"
    "斷断於于時时晉晋暫暂曆历書书東东權权歐欧歲岁歷历歸归殺杀氣气決决沒没沖冲淚泪淨净"
    "減减測测湯汤準准滯滞潔洁澤泽濕湿爐炉牆墙狀状獄狱獻献産产產产畢毕異异當当痺痹癒愈"
    "増增収收顼项樹树縱纵黨党橋桥鋼钢鄭郑駝驼龐庞蘭兰"
    "鳳凤鹽盐鷹鹰鶴鹤鴨鸭雞鸡瀏浏澗涧潤润灃沣灕漓渾浑淶涞潁颍滬沪瀾澜薊蓟薩萨蘄蕲蕭萧蘆芦蓮莲荊荆萊莱鄖郧鄲郸鄧邓郟郏酈郦銀银銅铜鋒锋錫锡閩闽闕阙闊阔隴陇頤颐饒饶騎骑"
    "驛驿鮮鲜龔龚楊杨樂乐橫横檸柠櫟栎瓊琼瑤瑶璽玺盧卢碭砀竇窦綏绥緬缅聶聂膠胶臨临興兴蒼苍藺蔺諸诸謝谢豐丰賈贾贛赣趙赵躍跃軒轩閱阅滄沧瀘泸濰潍遼辽灤滦渦涡漣涟瀋沈"
    "負负親亲視视繞绕臺台極极軌轨網网繫系徑径棲栖樣样檢检欄栏給给閉闭熱热亞亚佔占偉伟側侧偵侦傑杰傾倾僅仅僑侨價价儀仪億亿儘尽償偿別别刪删劍剑劉刘勁劲勛勋勸劝厭厌厲厉"
    "叢丛喚唤嘗尝噸吨嚇吓塊块塗涂塵尘墊垫墳坟壇坛壘垒壩坝壽寿夾夹奧奥妝妆娛娱婁娄嬰婴宮宫寢寝寬宽屢屡嵐岚巖岩帥帅幀帧廂厢廈厦張张彌弥彎弯恥耻悅悦悶闷惱恼慘惨憂忧憐怜"
    "憤愤憶忆懇恳懲惩懸悬戀恋掃扫掛挂揀拣揮挥搖摇撈捞撐撑撥拨撫抚撲扑撿捡擋挡擠挤擺摆擾扰攤摊攬揽敘叙曉晓曬晒柵栅棄弃棗枣棟栋棧栈楓枫榮荣槍枪樁桩樓楼欽钦殘残殼壳毀毁"
    "洩泄涼凉淺浅淵渊湊凑溼湿滌涤滲渗漁渔漸渐漿浆潑泼澆浇濃浓濤涛濫滥瀉泻灑洒災灾烏乌煉炼煙烟煩烦熒荧燈灯燒烧燙烫燦灿燭烛爛烂牽牵狹狭猶犹獅狮獵猎瑩莹瑪玛甌瓯畝亩疊叠"
    "瘋疯盜盗瞞瞒矚瞩矯矫碩硕磚砖禍祸禦御稅税穀谷穎颖窩窝窯窑築筑篩筛篤笃簾帘籃篮籠笼籲吁粵粤糞粪紙纸紐纽純纯紗纱紛纷紡纺紹绍絆绊絡络絨绒絲丝綁绑綠绿綱纲綴缀綿绵緒绪"
    "緝缉緞缎締缔緩缓緯纬練练緻致縛缚縫缝繕缮繡绣繩绳繪绘繳缴纏缠纖纤罵骂罷罢羨羡聰聪聲声膚肤腦脑腫肿腳脚膽胆臉脸臟脏艦舰艙舱莖茎蔣蒋薦荐薑姜蘊蕴虧亏蝦虾蟻蚁蠟蜡蠶蚕"
    "襯衬襲袭覓觅覽览觸触訪访訣诀詐诈診诊註注詠咏詩诗誇夸誘诱誠诚誕诞課课誰谁諒谅諧谐諮咨謀谋謂谓謎谜講讲謠谣謹谨譜谱譯译譽誉讚赞貞贞貢贡販贩貶贬貼贴貽贻賂赂賄贿賊贼"
    "賑赈賜赐賤贱賦赋賭赌賺赚贏赢贓赃贖赎趕赶跡迹踐践蹤踪躋跻軸轴輝辉輛辆輩辈輪轮輯辑輿舆轄辖轎轿轟轰辭辞辯辩週周遞递遲迟鄒邹醞酝醬酱釀酿釐厘鈔钞鈴铃鉛铅鉤钩銘铭銳锐"
    "銷销鋁铝錦锦鍋锅鍛锻鏈链鏡镜鑄铸鑑鉴鑰钥鑲镶閃闪閒闲閘闸閣阁閥阀闡阐闢辟陝陕陣阵隸隶雛雏霧雾頌颂頓顿頗颇顆颗顧顾顯显颱台飄飘飯饭飲饮飼饲飽饱飾饰餅饼餓饿饋馈駁驳"
    "駐驻駕驾駛驶騙骗驅驱驕骄驚惊驟骤髒脏鬆松鬥斗鬧闹魚鱼鳥鸟鳴鸣鹼碱黴霉齊齐齒齿齡龄"
)
_RADICALS = (
    "⻓长⻔门⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻅见⻉贝⻋车"
    "⻄西⺠民⺟母⺎兀⺏尢⻆角⻁虎⻘青"
)

_VARIANTS = {
    source: target
    for pairs in (_TRADITIONAL, _RADICALS)
    for source, target in zip(pairs[::2], pairs[1::2], strict=True)
}


_SHORT = 60
"""Texts up to this length (labels, heads, cells) are folded often, and kept."""

PINYIN = re.compile(r"(?<=[\u4e00-\u9fff])\([a-zêü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}\)")
"""How a character is spoken, which some pages print behind it."""


def without_pinyin(text: str) -> str:
    """Text with blanks for how characters are spoken, place by place."""
    return PINYIN.sub(lambda spoken: " " * len(spoken[0]), text) if "(" in text else text


def not_simplified() -> frozenset[str]:
    """Characters that folding replaces by simplified ones, radicals left out."""
    return frozenset(_TRADITIONAL[::2]) - frozenset(_TRADITIONAL[1::2])


@cache
def fold_character(character: str) -> str:
    """A character's folded form; empty for blanks and punctuation."""
    plain = unicodedata.normalize("NFKC", character)
    return "".join(_VARIANTS.get(one, one) for one in plain if one.isalnum()).lower()


def fold(text: str) -> str:
    """Text without blanks and punctuation, NFKC, simplified, lower case."""
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    return "".join(map(fold_character, text))


@lru_cache(maxsize=4096)
def _fold_short(text: str) -> str:
    return _fold(text)


class Folded:
    """A text folded as a whole.

    Attributes:
        text: The folded text.
        origin: For every folded character, where it stood in the original.
    """

    def __init__(self, original: str) -> None:
        pieces = list(map(fold_character, original))
        self.origin = [place for place, piece in enumerate(pieces) for _ in piece]
        self.text = "".join(pieces)

    def start(self, index: int) -> int:
        """Where the folded character of that index stood."""
        return self.origin[index] if index < len(self.origin) else self._end()

    def end(self, index: int) -> int:
        """Just behind the folded character before that index."""
        return self.origin[index - 1] + 1 if index else 0

    def _end(self) -> int:
        return self.origin[-1] + 1 if self.origin else 0


@lru_cache(maxsize=4)
def simplified_in_place(text: str) -> str:
    """Text with every character in NFKC and simplified where that is one character, too.

    Places in it are places in the original.
    """
    plain = {one: _simplified_character(one) for one in set(text)}
    others = {one: other for one, other in plain.items() if one != other}
    if not others.keys().isdisjoint(others.values()):
        return "".join(map(plain.__getitem__, text))
    for one, other in others.items():
        text = text.replace(one, other)
    return text


@cache
def _simplified_character(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return _VARIANTS.get(plain, plain) if len(plain) == 1 else character
