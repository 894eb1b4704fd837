"""What looks like the kind of thing asked for and is none: 全市 is no unit, 6月15日 no count, 每月 no day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.documents.duties.units import find_units
from pipeline.generation.extractive.evidence import THOUSANDS
from pipeline.generation.extractive.reading.classes import UNNAMED
from pipeline.generation.extractive.reading.kinds import find, holds
from pipeline.generation.extractive.reading.naming_people import asks_by_whom
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.traits import Asked

DATE = compiled(
    r"(?:[0-9]{4}年)?[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}[日号])?|(?:19|20)[0-9]{2}年?|[0-9]{1,2}[:：][0-9]{2}"
)
ORDINAL = compiled(r"第[0-9一二三四五六七八九十百]+|[一二三四五六七八九]是|进一步|一次性|一批|一系列|一律|统一|同一")
"""What holds a numeral and counts nothing."""
VOTES = compiled(r"[0-9一二三四五六七八九十]+票")
OF_MONEY = compiled(r"[余多]?[百千万亿]*(?:余|多)?(?:美|欧|日|港)?元|[%％]|个百分点")
COUNTS_THINGS = compiled(
    r"(?:多少|(?<!哪)几)(?![钱元块万亿成个点][^一-鿿]|[钱元]|万元|亿元|块钱|资|经费|费|投|款|补|奖|税|利|租|价|比例|救急|应急|周转|过[日年]|糊口|养老|看病|[调涨降减增升压改加提][到至成为高]|[？?，,。、]|$)(?P<thing>[一-鿿])"
)
"""多少针, 多少渔民: what is counted is no sum of money; of 从多少调到多少 nothing is."""
MONEY_WORD = compiled(
    r"[钱元费款]|资金|补贴|补助|奖|税|价|租|利润|收入|产值|总额|金额|投资|预算|收费|标准|规模|额度|工资|薪"
)
RECURS = compiled(r"每(?:个)?(?:年|月|周|日|天|季度?|半年|学期)")
HOW_OFTEN = compiled(r"每|多久|几次|频|定期|周期")
NO_TIME = compiled(r"[达投]产后年|(?:19|20)[0-9]{2}年(?=的|末|度|以?来|[0-9])(?![0-9]{1,2}月)")
"""达产后年产值: no year after this; 由2018年的3.1万人次: nothing takes place then."""
WHICH_DAY = compiled(r"哪一?[天日]|几号|[几哪]个?月")
NO_DAY = compiled(r"(?:19|20)[0-9]{2}年[起度]|[0-9]{1,2}(?:[:：][0-9]{2}|[时点][0-9]{0,2})")
DAY_OF_MONTH = compiled(r"[0-9]{1,2}[日号]")
"""几号前 is told by 每年3月15日前, and not by 从2025年起每年, nor by 每日8时前."""
WHICH_YEAR = compiled(r"哪[一几两]?[个]?年|何年|几几年|年份")
HOUR_ASKED = compiled(r"(?<![明确提出了有共])几点(?:钟|半)?(?=[？?开关下上到结收]|$)")
HOUR = compiled(
    r"[0-9一二三四五六七八九十]{1,3}[点时](?!间|限)|[0-9]{1,2}[:：][0-9]{2}|早上|中午|[上下]午|晚上|夜间|凌晨"
)
"""Asks at what hour, and what tells one; a month does not."""
STARTS = compiled(r"(?:自|从)?[^，。；]{0,12}[日号月]起|起施行|起执行|起实施")
LASTS = compiled(r"(?:签|租|包|聘|借|停|封|关|断)(?:了|的|过|出去|给)*(?:多久|多长时间|(?:几|多少)(?:年|个?月|天))")
FROM_TO = compiled(r"[月日年号][^，,。；;]{0,4}(?:至|到|—|-|~)|届满|到期|起")
"""How long something lasts, and what tells it by its first and last day."""
COMPLETION = compiled(r"完成|完工|办结|竣工|建成|办完|做完|结束")
ON_TO = compiled(
    r"(?:报请?|提交|提请|上报|呈报|经|待|征求)[一-鿿、]{2,16}?(?:批准|审批|审定|审议|备案|同意|研究|审核|审查|核准|讨论|意见)"
)
"""报县政府批准 tells who decides next, not who does it."""
ASKS_ON = compiled(r"报|批|审|交|送|备案|提|请示|定|同意|点头|拍板")
BODY = compiled(
    r"(?:[一-鿿]{2}|[一-鿿][”’」\"])(?:公司|集团|银行|信用社|事务所|医院|大学|学院|学校|[中小]学|幼儿园|街道|社区|委员会|[委党]?办(?=[，、。负牵会按要提（(]|$)|办公室|小组|指挥部|专班|管委会|合作社|协会|商会|联合会|[研设究计]+院|研究所|中心|厂|局|厅|科(?!技|学|研|目)|处(?!理|置|罚|分)|镇|乡(?!村振)|村(?!民|庄)|部门|单位(?!变|不)|[总支大]队|物业|工会|车间|室|党[委组支]|支部|部(?=[门牵负会研按、，。（(])|组(?=[牵负]))"
    r"|(?:由|请|责成|委托|交|归|让|会同)[一-鿿]{2,14}?(?:部|办|站|院|队|所|区|县|市|委|组|厅|会|方)|各[镇乡县区市板]|[居村业][委主]?(?:委|大)会|残联|妇联|科协|交警|消防|公安|法院|检察院|政府"
)
"""What may be a unit that no roster knows: its last characters, which is enough to tell that there is one."""
WHICH_ONE = compiled(
    r"哪一?家|(?:机构|公司|单位|企业|队伍|银行|律所)(?:的名称)?(?:叫|是)(?:什么|啥|哪)|什么(?:机构|公司)"
)
"""哪家检测机构 asks for a name, and 请专业机构 gives none."""
WHOLE_PLACE = compiled(r"(?:全|我|本|两|是|报|新)[省市县区州镇乡]|[城校园社小]区")
PER_ONE = compiled(
    r"每(?:一|个)?(?:人|户|家|亩|台|套|部|名|位|平方米?|公里|辆|只|头|条|千瓦|吨|座|处|所|个|床|栋)|单个|人均|户均"
    r"|(?<!第)一(?:家|户|个人|人|亩|台|套|辆|艘|张|盏|部|条|座|晚|天|次|餐|顿)(?![一定])[^，。？?]{0,8}(?:多少|几)"
    r"|单价|(?:多少|几[块元]?)钱?一(?:家|户|人|亩|台|套|辆|艘|张|盏|部|条|座|晚|天|次|餐|顿|个|只|件|份|斤|吨|度|方|棵|块)(?![一-鿿]{2})"
)
FOR_ONE = compiled(r"每|各|均|单|/|一次性|标准|按|一(?:家|户|人|台|套|辆|艘|张|盏|部|条|座|晚|天|次|餐|顿|个|只|件)")
"""What is asked for each, and what tells of each: 每人能领多少 is not told by the sum for all."""
CLAUSE = compiled(r"[，,；;。：:]")
GIVER = compiled(r"(?:[市县区镇乡局院校处厂]长|书记|主任|经理|领导|会议|政府|[局委办厅])$")
"""Who gives or decides; a sum that is asked of him is that of a matter."""
FOR = compiled(r"(?:专项|全部|主要)?用(?:于|作|来)|作为|以(?:支持|保障|解决)|支持|解决")
WHERE = compiled(
    r"(?<![卡难差错好堵输坏妙出])在哪(?:里|儿|个(?:地方|位置))|(?:(?<![卡难差错好堵输坏妙出])在|去|到|放|选|搬到|建在)(?:了)?(?:什么地方|哪里|哪儿|何处(?![理置罚分]))|位置在哪|何处(?![理置罚分])|(?:搬|迁|移|挪|挪到|放|选|设|安)(?:到|在|去)?哪(?:去|[？?]|$)"
)
GATHERED = compiled(r"(?:会|仪式|活动)(?:是|都|到底)*在(?:哪|什么地方|何处)")
HELD_AT = compiled(r"在[一-鿿0-9]{2,}?(?:召开|举行|举办)|会议室|礼堂|报告厅|会堂|广场|地点|中心|酒店")
PLACED = compiled(
    r"[东西南北]|路|街|巷|村|镇|乡|[城校园社辖片小]区|区(?!别|分)|县|市|州|楼|室|厅|[园馆院校场桥站湖河江山岛港湾坝厂库]|广场|[0-9一二三四五六七八九十]号|侧|岸|旁|位于|地块|中心|内|外|以上|以下|处|附近"
)
"""What may say where something is."""


def holds_unit_asked(asked: Asked, said: str) -> bool:
    """Tell whether a folded sentence names a body at all where a question asks which one does something.

    >>> from pipeline.generation.extractive.reading.traits import read_question
    >>> asked = read_question("水库安全建档由哪个部门负责")
    >>> holds_unit_asked(asked, "全市30座水库已有20座完工"), holds_unit_asked(asked, "市水务局要逐库建档")
    (False, True)
    """
    if asked.kind.kind != "unit" or asked.kind.besides:
        return True
    if not ASKS_ON.search(asked.folded):
        said = ON_TO.sub("，", said)
    if WHICH_ONE.search(asked.folded):
        said = UNNAMED.sub("，", said)
    said = WHOLE_PLACE.sub("，", said)
    return bool(find_units(said) or BODY.search(said))


def holds_count_asked(asked: Asked, said: str) -> bool:
    """Tell whether a folded sentence counts anything, where a question counts: a date and an ordinal count nothing.

    >>> from pipeline.generation.extractive.reading.traits import read_question
    >>> asked = read_question("一共打了多少针")
    >>> holds_count_asked(asked, "追加经费80万元"), holds_count_asked(asked, "共接种12万剂")
    (False, True)
    """
    kind = asked.kind
    if kind.kind != "figure" or kind.counted or kind.besides:
        return True
    left = ORDINAL.sub("，", DATE.sub("，", said))
    if "票" not in asked.folded:
        left = VOTES.sub("，", left)
    places = list(find(kind, left))
    if COUNTS_THINGS.search(asked.folded) and not MONEY_WORD.search(asked.folded):
        places = [place for place in places if not OF_MONEY.match(left, place[1])]
    return bool(places)


def holds_day_asked(asked: Asked, said: str) -> bool:
    """Tell whether a folded sentence names a day where a question asks when: 每月 says how often.

    What is asked to be completed is not told by the day from which something holds.

    >>> from pipeline.generation.extractive.reading.traits import read_question
    >>> asked = read_question("补贴什么时候发")
    >>> holds_day_asked(asked, "每人每月1200元"), holds_day_asked(asked, "7月20日前发放到位")
    (False, True)
    """
    kind = asked.kind
    if kind.kind != "day" or kind.besides:
        return True
    if HOUR_ASKED.search(asked.folded) and not HOUR.search(said):
        return False
    left = said if WHICH_YEAR.search(asked.folded) else NO_TIME.sub("，", said)
    if not HOW_OFTEN.search(asked.folded):
        left = RECURS.sub("，", left)
    if WHICH_DAY.search(asked.folded):
        left = NO_DAY.sub("，", RECURS.sub("，", left))
        named = any(left[start:end] not in asked.folded for start, end in find(kind, left))
        return named or bool(DAY_OF_MONTH.search(left))
    if COMPLETION.search(asked.folded) and not COMPLETION.search(said):
        left = STARTS.sub("，", left)
    return holds(kind, left)


def holds_span_asked(asked: Asked, said: str) -> bool:
    """Tell whether a folded sentence says how long, where that is asked of what was signed or let: 6月底前 does not.

    >>> from pipeline.generation.extractive.reading.traits import read_question
    >>> asked = read_question("合同签了多长时间")
    >>> holds_span_asked(asked, "合同于6月底前签订"), holds_span_asked(asked, "合同一签三年")
    (False, True)
    """
    kind = asked.kind
    if kind.kind not in ("span", "figure") or kind.besides or not LASTS.search(asked.folded) or FROM_TO.search(said):
        return True
    return holds(kind, DATE.sub("，", said))


def figure_is_its_own(asked: Asked, said: str) -> bool:
    """Tell whether a figure may be that of what is asked, not of another clause, nor of all where one is meant.

    >>> from pipeline.generation.extractive.reading.traits import read_question
    >>> figure_is_its_own(read_question("食堂2022年亏损多少"), "2000万元欠款没有着落，不得动用财政资金，经营亏损自负")
    False
    >>> figure_is_its_own(read_question("码头迁建，用地多少亩？"), "听取码头迁建汇报，选址东岗，用地12亩，投资3亿元")
    True
    >>> asked = read_question("每个人能领多少补偿")
    >>> figure_is_its_own(asked, "补偿资金共5亿元"), figure_is_its_own(asked, "每人补偿2万元")
    (False, True)
    """
    kind = asked.kind
    if kind.kind not in ("money", "share", "figure"):
        return True
    if kind.kind != "share" and PER_ONE.search(asked.folded) and not FOR_ONE.search(said):
        return False
    if asked.attribute is None or len(asked.attribute.word) < 2 or asked.attribute.word not in said:
        return True
    if GIVER.search(asked.attribute.word):
        return True  # 县长最后给了多少: what he gave is no figure of his
    if kind.counted and len(list(find(kind, said))) == 1:
        return True  # 迁建用地多少亩: the one figure in 亩 is no other's
    clauses = CLAUSE.split(THOUSANDS.sub("", said))
    named = [at for at, one in enumerate(clauses) if asked.attribute.word in one]
    # 安排86万元，用于危桥改造: what a sum is for stands behind it
    beside = [part for at in named for part in clauses[max(0, at - bool(FOR.match(clauses[at]))) : at + 2]]
    return not beside or any(True for part in beside for _ in find(kind, part))


def has_only_lookalikes(asked: Asked, said: str) -> bool:
    """Tell whether a folded sentence has nothing of the kind asked for but what looks like it."""
    if not asks_by_whom(asked) and not holds_unit_asked(asked, said):
        return True
    if not figure_is_its_own(asked, said):
        return True
    return not (holds_count_asked(asked, said) and holds_day_asked(asked, said) and holds_span_asked(asked, said))


def lacks_place(asked: str, new: str) -> bool:
    """Tell whether a folded question asks for a place, and what a sentence says beyond it can name none.

    >>> lacks_place("三个地块分别在哪里", "均存在群众意见"), lacks_place("三个地块分别在哪里", "选址河口镇")
    (True, False)
    """
    if GATHERED.search(asked) and not HELD_AT.search(new):
        return True  # 听证会在哪儿开的 is not told by the office that held it
    return bool(WHERE.search(asked)) and not PLACED.search(new)
