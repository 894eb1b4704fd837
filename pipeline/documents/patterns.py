"""The grammar of official minutes: its words as named parts, each beside a text that it matches.

Every pattern reads folded text (`clean.fold`): half-width brackets, colons, commas and digits, simplified characters.
"""

from __future__ import annotations

import re

from pipeline.documents.numerals import CHINESE
from pipeline.patterns import compiled

# 「讨论《…》」「听取关于…的汇报」: what a heading says was done with the matter; never a verdict.
HEADING_VERB = (
    r"(?:(?:认真|集体|专题|书面|再次|重点|现场|逐项|分别|共同|组织)?"
    r"(?:传达学习贯彻|传达学习|学习传达|学习贯彻|学习讨论|传达贯彻|听取并(?:审议|讨论|研究)"
    r"|听取(?:和)?审议|讨论审议|审议讨论|讨论研究|研究讨论|研究审议|审议研究|研究部署|研究决定"
    r"|安排部署|部署|审议|审定|审核|审查|审批"
    r"|讨论|听取|学习|传达|研究|通报|审阅|宣读|观看|商议|商讨|商定|协商|表决|确认|选举|评审|评议|推选))"
)
# Who decides: 「会议」, and the organs that speak of themselves by name
MEETING = (
    r"(?:(?:本次|此次|这次|全体)?(?:会议|大会|全会|与会(?:人员|者|代表|同志)|董事会|监事会|理事会"
    r"|股东大?会|校长办公会|党委会|常委会|办公会))"
)

# What a sentence of an item does, beside its opener: it decides, binds, turns to another verdict, counts votes
DECIDES = compiled(r"(?:并)?(?:决定|要求|明确|议定|责成)")
BINDS = compiled(
    r"必须|不得(?!不)|应当|严禁|一律|务必|每(?:周|月|季度|半年|年|学期)[^,。]{0,12}(?:一次|通报|报告)|(?:确需|逾期|未)[^,。]{2,16}的,"
)
UNDECIDED = compiled("暂|缓|不予|不作|不议|再议|不表决|另行")
TURNS = compiled(
    "原则|不同意|不予(?:同意|安排|列入|支持|通过|批准)|暂缓|缓议|再(?:行|次)?(?:议|研究|审议|讨论)|不表决|(?:暂不|这次不作|此次不作|本次不作)(?:审议|研究|通过|同意|审定|核定|认定|安排|列入|纳入|写入|分配|办理|批准)"
    "|(?:延至|推迟[至到]|延后至)[^,。;]{2,14}(?:研究|审议|讨论)|届时(?:再|一并)?(?:研究|审议)"
)
# 「由市政府办公室印发执行」 goes with its verdict and is no task beside it
ISSUED = compiled(
    r"(?:请|由)(?:(?!修改|修订|完善|后)[^,。;]){2,20}(?:正式|联合)?(?:印发|发布|公布)(?:实施|执行|施行|公布)?[。;]?$"
)
# 「会议同意以下意见：」 opens a list and decides nothing yet
LISTED = compiled("(?:如下|以下|下列)(?:各项|几点|几条)?(?:意见|事项|要求|内容|决[定议]|措施)?$|几点|各项")
# 「表决结果：一致同意（9票）。」 beneath a verdict in words counts its votes
COUNTED = compiled("(?:投票)?表决")

# 「会议还审议了《…》，学习了《…》。」: matters outside any item
OTHER_MATTERS = compiled(
    rf"(?:{MEETING}(?:还|同时还|最后还|另外还|另行|另)|(?:此外|另外),?{MEETING}(?:还|同时|并)?)(?:分别)?(?:{HEADING_VERB}|原则|同意|通过|对.{{1,40}}进行了)"
)
_THINGS = r"(?:事项|决议|议题|工作|任务|项目|决定|要求|议定|内容|问题)"
# 「以上事项由督查室督办」「会议议定事项由县政府督查室负责督办」「本次会议各项任务，6月底前完成」: of all items together
OF_ALL = compiled(
    rf"(?:{MEETING}(?:还|同时|最后|并)*(?:要求|强调|明确|决定|议定)[,:]?)?(?:对)?"
    rf"(?:(?:以上|上述)(?:各项|各|所有|全部|几项|[一二三四五六七八九十\d]+(?:项|个))?(?:会议)?(?:议定|决定|决议|议决|审议|部署|交办|明确|研究|确定)?(?:的)?"
    rf"|(?:本次|此次|这次)?会议(?:各项|所有)?(?:议定|决定|明确|研究确定|确定)(?:的)?(?:各项|有关|相关)?){_THINGS}"
)
# 「会议议定以下意见：」「现纪要如下：」「会议研究议定了如下事项：」: the line before the record
RECORD_OPENER = compiled(
    r"[^。]{0,30}(?:如下|以下|下列)(?:议案|决议|事项|提案|议题)[:。]|"
    r"(?:(?:现|经|会议|大会|与会|就|对|将|会上|为此|经过|本次)[^,。]{0,24},?[^,。]{0,14}?)?(?:纪要"
    r"|议定|决定|决议|明确|研究|形成|讨论|商定|意见|事项|要求|内容|情况|结果|记录|通知|通报|公告)"
    r".{0,14}(?:如下|以下.{0,10}|下列.{0,8})[:。]?|(?:纪要|议定|决议|会议)?(?:如下|内容|事项|议程|议题"
    r"|记录|纪要)[:]|会议(?:议定|决定|明确|认为|要求|强调|指出)[:]"
)
# 「会议对某开发区明确以下几点：」「会议要求某开发区：」: the unit to which a set of points is addressed
ADDRESSEE = compiled(
    rf"{MEETING}(?:还|同时|同时还|再次|特别)?(?:要求|责成|委托|授权|建议|请)(?!:|各项|如下"
    rf"|以下)(?P<direct>[^,。;:]{{2,30}})[:]$"
    rf"|{MEETING}(?:还|同时)?(?:对|向|就)(?P<to>[^,。;:]{{2,24}}?)(?:的?工作)?(?:提出|明确|作出|强调"
    rf"|要求)[^。;:]{{0,16}}[:]$"
)
_SPEAKER = (
    rf"(?:{MEETING}|(?:[\u4e00-\u9fff]{{0,8}}(?:书记|[市县区镇乡校院局厅行]长|主任|主席|董事长"
    rf"|总经理))?[\u4e00-\u9fff]{{2,3}}(?:同志|书记|[市县区镇乡校院局厅]长|主任|主席|董事长)?)"
)
_ALSO = r"(?:还|同时|最后|特别|一致|并|再次|充分|现场|就此|对此)*"
# 「会议指出，…」: what was said before it was decided
REMARK_OPENER = compiled(rf"{_SPEAKER}{_ALSO}(?:指出|强调|认为|肯定|希望|分析|回顾|号召|提出)(?=[,:了]|[^。;,]{{4,}})")
# 「会议要求，市财政局要…」 without a number before it: still a decision
DECISION_OPENER = compiled(
    rf"(?:{_SPEAKER}{_ALSO}(?:要求|明确|决定|议定|确定|责成|商定)|{MEETING}{_ALSO}建议)(?=[,:了]|[^。;,]{{2,}})"
)

# 「会议听取了…」「会议审议通过了…」「会议原则同意…」 at the start of a paragraph: a matter without a label
ITEM_OPENER = compiled(
    rf"(?:{MEETING}|会上,?|[^,。;:]{{2,8}}(?:委员会|常委会|党组|党委|班子))(?:首先|随后|接着|并|继续"
    rf"|一致|最后|最后还|同时)*(?:{HEADING_VERB}|原则|同意|通过|批准|不同意|没有同意|未同意|不予|决定|暂缓|对《|就《|围绕"
    rf"|专题)"
)


BRACKETED = compiled(
    r"[【\[](?P<title>(?!议题|议案)[^】\]]{3,60})[】\]]|(?:议题|事项)(?:名称|题目)[ ]*:[ ]*(?P<named>[^:]{3,80})"
)
"""「【关于东风渠清淤】」, 「议题名称：关于东风渠清淤」 on a line of its own: a heading without a number."""


def _spaced(words: str) -> str:
    """Let each character of a label stand apart: 「主 持 人」, 「时　间」."""
    return re.sub(r"([\u4e00-\u9fff])(?=[\u4e00-\u9fff])", r"\1[ ]*", words)


SIGNS = "▍▎▌■□◆◇●○▲△★☆※►▶▪♦◎✦"
"""What may stand before a label or a heading that has no number: 「▲出席：」, 「■ 修渠工程」."""

# labels before an attendance list, and before the facts of a head
_WHO = _spaced(
    "(?:的|及|和|人|情况|成员单位|人员名单|会议人员|会议领导|参会领导|村?两委|人员|领导|同志|单位|名单|者|党委委员|党组成员|班子成员|常委|董事|监事|委员|成员|代表|党员|签字)*"
)
PRESENT = (
    _spaced("(?:主要|会议|现场)?(?:出席|参会|参加|与会|到会|会议成员|实到)")
    + rf"(?:会议的?)?[ ]*{_WHO}(?:有)?"
    + "|"
    + _spaced("(?:出席|参加)")
    + rf"[董监]事{_WHO}"
    # 「参加会议的审委会委员：」
    + r"|(?:出席|参加|参会)(?:本次|此次)?(?:会议)?的[\u4e00-\u9fff]{0,10}?"
    r"(?:委员|成员|人员|领导|同志|代表|专家)(?=[ ]*:)"
)
OBSERVERS = (
    _spaced(
        "(?:(?:扩大|邀请|应邀|特邀|固定|会议|议题)?列席|(?:邀请|应邀|特邀)参[加会]|旁听|特邀|(?:镇|乡|县|区)(?:上|里)来的?)"
    )
    + rf"(?:会议的?)?[ ]*{_WHO}(?:有)?"
)
ABSENT = (
    _spaced(
        "(?:请假缺席|(?:缺席|请假)(?:及|和|、|或)(?:缺席|请假)|缺席|请假|没来|没到|未到会?|未能到会|因(?:公|事|病|故|公务)(?:请假|缺席)|委托出席|未出席|未参会|未参加|未到会)"
    )
    + rf"(?:会议的?)?[ ]*{_WHO}"
)
RECORDER = _spaced("(?:会议记录|记录整理|会议纪录|记录|纪录|整理|书记员|记(?=[ ]*:))") + "(?:[ ]*人)?(?:[ ]*员)?"
CHAIR = _spaced("(?:召集人?(?:、|和|及|兼))?") + _spaced("(?:会议主持|主持会议|主持|召集)") + "(?:[ ]*人)?(?:[ ]*者)?"
_HELD = _spaced("(?:会议|召开|开会)?") + "[ ]*"
LABELS = compiled(
    # 「▲出席：」「★ 记录：」
    rf"(?:[{SIGNS}•·][ ]*)?"
    rf"[\[【]?(?:(?P<present>{PRESENT})|(?P<observers>{OBSERVERS})|(?P<absent>{ABSENT})"
    rf"|(?P<recorder>{RECORDER})|(?P<chair>{CHAIR})"
    + rf"|(?P<date>{_HELD}{_spaced('(?:时间|日期)')})|(?P<place>{_HELD}{_spaced('(?:地点|地址|会场)')})"
    + _spaced("|(?P<topic>(?:会议)?(?:主题|议题|议程|内容|名称|届次|编号|方式))")
    + _spaced("|(?P<issued>印发(?:日期|时间)?|发文日期|签发(?:人|日期)?|审核人?|核稿人?|拟稿人?|校对人?))")
    + r"[ ]*(?:\([^()]{1,20}\))?[\]】]?(?:[ ]*[:|]|(?<=】)[ ]*|[ ]{2,}(?![ :|]|[^ ]{1,3}[:|]|席|持|录|会|到)"
    r"|(?<=[ ][席持录点间假员])[ ](?=[^ :|(]))"
    # 「主 持 人｜县长 范刚」: a table cell; 「出席    张明  李强」: blanks for a colon
)

# 「某某市人民政府办公室整理」「2020年3月11日」「抄送：…」
FOOT = compiled(
    r"(?:抄送|抄报|分送|分发|存档|主送|报送|发送|发|送|附件|附|印发(?:日期|时间)?|签发人?|审核人?|校对人?"
    r"|拟稿人?|打印人?|\(?联系人)[ ]*[:]|特此(?:决议|公告|通知|报告|纪要|通报|函告)[。!]?$"
    r"|[^。,;]{2,30}(?:整理|印发|编印|印制|秘书处|秘书科)(?:[ ]*\d{4}[ ]?年.{3,10})?$"
    r"|[^。]{2,30}(?:\d{4}"
    r"|[二〇○零一九]{4})[ ]?年[ ]?[\d一二三四五六七八九十]{1,3}[ ]?月[ ]?[\d一二三四五六七八九十]{1,3}[ ]?日[ ]*(?:印发"
    r"|印|整理|编印)"
    # 「某街道党政办公室　　2024年1月10日」: who signs, and when, without another word
    r"|[^。,;:\d]{2,30}(?:办公室|办公厅|[局委厅院校司部处科办室团会])[ ]+\d{4}[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日$"
    r"|\(?共印\d+份\)?|\(?此件.{0,12}公开.{0,4}\)?$"
)
_ANY_YEAR = r"(?:(?:19|20)\d\d|[二一][〇○零O九一二三四五六七八]{3})[ ]?年"
_ANY_DAY = r"[ ]?[\d一二三四五六七八九十]{1,3}[ ]?月[ ]?[\d一二三四五六七八九十]{1,3}[ ]?日"
DATE_LINE = compiled(rf"\(?{_ANY_YEAR}{_ANY_DAY}\)?(?:印发|印)?")

_N = rf"[{CHINESE}\d]{{1,5}}"
# 「四届五十一次」「五届104次」「2020年第7次」, with the term or the year; 「第4次」 without
SESSION = compiled(
    rf"(?P<session>(?:第?[{CHINESE}\d]{{1,4}}[ ]?届"
    r"(?:人民政府|董事会|监事会|理事会|委员会|市委|县委|区委|党委|政府|常委会"
    rf"|[^,。;:第\d{CHINESE}]{{0,12}})?[ ]?第?[ ]?|{_ANY_YEAR}(?:度)?[ ]?第[ ]?)"
    rf"(?P<n1>{_N})[ ]?(?:\([^()]{{1,10}}\))?[次届])|第[ ]?(?P<n2>{_N})[ ]?次"
)
MEETING_NAME = compiled(
    r"召开(?:了)?(?P<name>[^,。;:《》]{2,60}?会议?)(?=[,。;:(]|$|研究|审议|讨论|听取|传达|学习|专题|现将|现纪)"
)
