"""Where a unit ends and a name begins: 「市水利局徐彬」 has no sign between the two."""

from __future__ import annotations

from functools import lru_cache

from pipeline.patterns import compiled

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴"
    "莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童"
    "凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦"
    "麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明"
    "佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠"
    "豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫"
    "杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭"
    "由郏洪郦鄞滑荀麴糜松弓隗山宓蓬仰秋钭历韶溥台从鄂咸籍赖能苍双莘贡逄扶堵宰璩濮寿通习宦鱼慎庾终暨步弘广"
    "禄东殴殳沃蔚越夔融骞訾空乜养蒯竺益桓岐肇晨佴代占过揣线琚钮谯矫雒洛么撒泥張劉陳楊黃趙吳孫馬許鄭謝鄧馮"
    "蕭葉蘇盧蔣賈閻陸韓羅錢嚴龔萬湯顧賀龐鍾譚範閆龍蘭鄒紀華畢單魯齊喬歐寧閔簡藍鄔費滿車韋顏駱樂鮑鄺婁賴繆"
    "聞鞏莊項竇衛達應厲權儲習鄖鄶欒樓豐養凤畅酆仉厍郗羿邴笪缑郤庹"
)
_COMPOUND_TEXT = (
    "欧阳司马上官诸葛东方皇甫尉迟公孙令狐慕容司徒夏侯南宫轩辕端木独孤闻人宇文长孙歐陽万俟赫连澹台公冶宗政濮阳淳于"
    "单于太叔申屠仲孙钟离鲜于闾丘司空亓官司寇颛孙巫马漆雕乐正壤驷公良拓跋夹谷谷梁段干百里东郭呼延羊舌微生梁丘"
    "左丘公羊公西完颜纳兰叶赫耶律"
)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[index : index + 2] for index in range(0, len(text), 2))


_COMPOUND = _pairs(_COMPOUND_TEXT)
# Rare as a surname and common as the last character of a unit or as a part of its name: never trusted alone.
_WEAK = frozenset("办台区国和农官关房公海花平安通工山广东南成项计商明文金")

ROLE = (
    r"(?:(?:[市县区镇州省校院行局厅]长|总经理|主任|书记)助理|书记员|党组书记|党委书记|党支部书记|总支书记|[纪党]?工委书记|纪委书记|政法委书记|书记|(?:代理?)?(?:市|县|区"
    r"|镇|乡|州|省|盟|旗|社|校|院|园|馆|所|站|厂|台|行|队|组|会|团|股|课|科|处|局|厅|部|班|村|署|司)长|[林河湖路田片]长(?!制|办)"
    r"|党组成员|班子成员|主任委员|(?:组织|宣传|统战|政法|纪检|武装|人武)(?:委员|干事)|(?:武装|人武)部长|主任科员|主任|主席|部长|秘书长|总经理|董事长|监事长|监事会主席|理事长|会长|总裁|行长"
    r"|总工程师|总工(?!会|程)|(?:法律|首席)?顾问|总会计师|总规划师|会计师|规划师|经济师|农艺师|[包驻]村干部|(?:财务|[食药]品安全|安全|技术|运营|质量|法务|合规|风控|行政|人事|市场|业务)?总监|主管|专员|委员(?!会)|调研员|巡视员|督导员|负责人|负责同志|(?:总|副总)?指挥长?(?!部|中心)"
    r"|主要负责人|主要负责同志"
    r"|教授|院士|董事会秘书|(?:独立|外部|职工|执行)?[董监]事|主编|教导员|指导员|民警|(?:妇女|治保)主任|民兵连长|队员|干事|组员|经理|支书|校长|园长|代表|总督学|督学|审计师|工程师|律师"
    r"|常委(?!会)|政委|参谋长|司令员|检察长|法官|庭长|首席.{1,4}[官员师]|董秘|总理|会计|出纳|社工|网格员|文书|主持工作)"
)
"""A post (职务), for use in a pattern; 副, 常务副, 第一 and the like stand before it."""

ROLE_PREFIX = (
    r"(?:(?:非党员|党外|原|时任|代|代理|常务|执行|第一|助理|名誉|兼职?|挂职|高级|一级|二级|三级|四级|资深"
    r"|党组|党委|总|副|正){0,4})"
)
FULL_ROLE = compiled(rf"{ROLE_PREFIX}{ROLE}(?:[兼、]{ROLE_PREFIX}{ROLE})*")
ROLE_SIGN = compiled(r"[警干问长记任席理裁监官员授士事编师工委管人书秘作计纳挥工员]")
"""A character without which a text holds no post: most texts are done with here."""
_TWO_POSTS = compiled(rf"(?P<unit>.{{2,20}}?){FULL_ROLE.pattern}兼任?")
_HONORIFIC = compiled(r"(?:同志|先生|女士|老师|教授)$")
_UNIT_END = compiled(
    r"(?:局|委|办|部|处|院|会|镇|乡|村|街道|集团|公司|中心|大队|支队|总队|中队|队|支行|分行|银行|行"
    r"|海关|区|联|社|站|所|校|学院|大学|中学|小学|园|馆|台|厅|署|组|专班|科|股|室|庭|司|厂"
    r"|总站|基地|市|县|省|州|盟|旗|妇联|残联|侨联|文联|科协|协会|学会|商会|工会|法院|检察院|分局|支局"
    r"|管委会|筹备组|指挥部|领导小组|酒店|企业|电网|移动|电信|联通|铁塔|邮政|烟草|保险|石油|石化|电力"
    r"|党校|武装部|人武部|农商行|农信社|信用社|农场|林场|片区|开发区|高新区|度假区|风景区|社区|居委会"
    r"|村委会|工委|纪委|监委|团|报社|医院|事务所|研究所|设计院|基金会|联盟|有限责任公司|水务|城投|交投"
    r"|国投|文旅|创控|政府|人大|政协"
    r"|税务|国税|地税|气象|消防|公安|财政|机关|支部|党委|总支|[A-Z]{2,8}|\)|》|”)$"
)


def is_name(text: str) -> bool:
    """Tell whether a text can be a whole Chinese name: a known surname and one or two more characters.

    >>> is_name("徐彬"), is_name("欧阳明远"), is_name("水利局")
    (True, True, False)
    """
    if (
        not 2 <= len(text) <= 4
        or text.startswith(("关于", "对于", "就此"))
        or not all("\u4e00" <= character <= "\u9fff" for character in text)
    ):
        return False
    if text[:2] in _COMPOUND:
        return len(text) >= 3 and text[2:] not in _POSTS and text[-1] not in "市县区州镇乡"
    return len(text) <= 3 and text[0] in _SURNAMES and not _looks_like_unit(text)


def _looks_like_unit(text: str) -> bool:
    return (
        (len(text) == 3 and text[-1] in "局委办厅署长院部队处镇乡县站厂科股" and text[1:] != "登科")
        or _UNIT_WORD.search(text) is not None
        or (len(text) == 2 and text[1] in "委局厅署" and text[0] in _WEAK)
        or text in _NOT_NAMES
        or text[1:] in _POSTS
    )


# 「机关党委」 is no 党委 of an office, 「高新区管委会」 no 管委会 of a zone
_UNIT_WORD = compiled(
    "(?:政府|党组|党委|委会|工会|公司|集团|支部|总支|社区|街道|支队|大队|中心|人大|政协|纪委|监委|工委|学校|小学|中学|大学|学院|医院|法院|园区)$"
)
_POSTS = _pairs("书记主任主席经理总监部长局长市长县长区长镇长乡长校长院长处长科长")
_NOT_NAMES = _pairs("全体全部各位其他成员部门单位相关有关和平安全负责牵头党组司法农业文化商务国土通报通告通知")


def ends_as_unit(text: str) -> bool:
    """Tell whether a text ends in a word for a unit (局, 委, 办, 镇, 集团, a closing bracket).

    >>> ends_as_unit("市纪委监委"), ends_as_unit("市水利局徐")
    (True, False)
    """
    return _ends_as_unit(text[-16:])


@lru_cache(maxsize=8192)
def _ends_as_unit(text: str) -> bool:
    return bool(_UNIT_END.search(text))


def is_compound(text: str) -> bool:
    """Tell whether a text is a surname of two characters.

    >>> is_compound("欧阳"), is_compound("欧阳明")
    (True, False)
    """
    return text in _COMPOUND


_FREQUENT = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕"
    "丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤"
)


def surname_weight(name: str) -> float:
    """Return how much the surname speaks for a name: 0 for a frequent one, less for a rare one or an everyday word.

    >>> surname_weight("王明"), surname_weight("兰若"), surname_weight("安全生")
    (0.0, -0.25, -0.8)
    """
    if name[:2] in _COMPOUND and len(name) > 2:
        return 0.0
    if name[0] in _WEAK and name[0] not in "方金":
        return -0.8
    return 0.0 if name[0] in _FREQUENT else -0.25


_LONGEST = 200
"""Characters of an entry with unit, posts and name; what is longer is no person."""


def split_person(entry: str) -> tuple[str | None, str | None, str] | None:
    """Split an entry of an attendance list into unit, role and name, or return `None` where no name is found.

    >>> split_person("市水利局徐彬"), split_person("市财政局副局长李明远"), split_person("党建兵")
    (('市水利局', None, '徐彬'), ('市财政局', '副局长', '李明远'), (None, None, '党建兵'))
    """
    return _split_person(entry) if len(entry) <= _LONGEST else None


@lru_cache(maxsize=8192)
def _split_person(entry: str) -> tuple[str | None, str | None, str] | None:
    entry = _HONORIFIC.sub("", entry.strip())
    if len(entry) < 2:
        return None
    if is_name(entry):
        return None, None, entry
    matches = list(FULL_ROLE.finditer(entry)) if ROLE_SIGN.search(entry) else []
    roles = [match for match in matches if match.end() < len(entry)]
    for role in reversed(roles):
        name = entry[role.end() :]
        if is_name(name) or (
            _all_han(name)
            and role.start() > 0
            and not ends_as_unit(name)
            and not _TELLING.search(name)
            and (len(name) in (2, 3) or may_be_long_name(name))
        ):
            unit = entry[: role.start()].rstrip("、 ") or None
            if unit and (double := _TWO_POSTS.match(unit)):
                # 「省政协副主席兼省工商联主席黎明」 is of the first
                unit = double["unit"]
            return unit, role.group(), name
    trailing = next((role for role in matches if role.end() == len(entry) and role.start() >= 2), None)
    if trailing is not None and (inner := _split_person(entry[: trailing.start()])):
        return inner[0], trailing.group(), inner[2]
    return _by_unit_end(entry)


def _by_unit_end(entry: str) -> tuple[str | None, str | None, str] | None:
    best: tuple[float, int] | None = None
    whole = ends_as_unit(entry)
    for length in (2, 3, 4):
        if length + 2 > len(entry):
            continue
        unit, name = entry[:-length], entry[-length:]
        if not _all_han(name) or not ends_as_unit(unit) or _looks_like_unit(name) or _is_post(name):
            continue
        known = is_name(name)
        if whole and not (known and name[0] not in _WEAK):
            # 「市政府办公室」 ends in no name, though 公 is a surname
            continue
        if length == 4 and not known and not may_be_long_name(name) and _BUSINESS.search(name):
            # 「县林草局勒格曲布」: a name without a surname, where a unit ends before it
            continue
        score = (2.0 if known else 0.0) - (0.7 if name[0] in _WEAK else 0.0) + (0.5 if length == 3 else 0.0)
        score += -0.1 if length == 4 and not known else 0.0
        score += 0.4 if len(unit) >= 2 else -2.0
        score -= 1.0 if not known and name[0] in "局委办部处院会镇乡村科厅署站所区" else 0.0
        if best is None or score > best[0]:
            best = (score, length)
    if best is None or best[0] < 0:
        return None
    return entry[: -best[1]], None, entry[-best[1] :]


def _is_post(name: str) -> bool:
    # 「村民代表」 is no 民代表 of a village
    return any(role.end() == len(name) for role in FULL_ROLE.finditer(name))


def _all_han(text: str) -> bool:
    return all("\u3400" <= character <= "\u9fff" or character in "·•" for character in text)


_TELLING = compiled("汇报|报告|介绍|说明|通报|发言|主持|传达|解读|宣读|列席|出席|参加")
_BUSINESS = compiled(
    "[办业务局委厂管产政公司车企村镇街路处科股财组]|首先|现场|详细|简要|分别|代表|专题|重点|集中|书面|口头|逐项|具体|所作"
    "|同志|主持|带队|牵头|负责|传达|宣读|宣布|关于|委托|同意|召集|提议|要求|强调|指出|介绍|全面|系统|主要|汇报|报告|通报|说明|亲自"
)


def may_be_long_name(text: str) -> bool:
    """Tell whether four characters can be a name with a plain surname, where only a name can stand.

    >>> may_be_long_name("石明远山"), may_be_long_name("安全生产")
    (True, False)
    """
    return (
        len(text) == 4
        and _all_han(text)
        and text[0] in _SURNAMES
        and text[0] not in _WEAK
        and not ends_as_unit(text)
        and FULL_ROLE.search(text) is None
        and not _BUSINESS.search(text)
    )


_NOBODY = compiled(
    r"等|全体|各|其他|成员|人员|负责|同志|领导|班子|代表|以及|有关|相关|单位|部门|议题|会议|如下|名单"
    r"|主持|出席|列席|缺席|记录|出差|公出|外出|请假|[病事产休公]假|学习|培训|考察|调研|开会|住院|值班|挂职|退休|驻村|因[公病事故]"
    r"|略|无|以上|共|上述|科员|职员|主任|书记|局长|委员|干部|职工|科室|村干|社区|党员|街道|镇长"
)


def like_name(text: str) -> bool:
    """Tell whether a text may be a name, of a rare surname or of a minority: believed only where names are listed.

    >>> like_name("阿布都·热合曼"), like_name("有关部门")
    (True, False)
    """
    han = all("\u3400" <= character <= "\u9fff" or character in "·•" for character in text)
    long = len(text) <= (12 if "·" in text or "•" in text else 3) or may_be_long_name(text)
    posted = any(role.end() == len(text) for role in FULL_ROLE.finditer(text))
    return han and not posted and len(text) >= 2 and long and not ends_as_unit(text) and not _NOBODY.search(text)
