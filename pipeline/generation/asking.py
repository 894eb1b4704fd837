"""The grammar of questions: how people ask about minutes, as named parts.

A question is read in three layers: the mention of a meeting or a document (第4次常务会议, 去年), what is asked (谁主持,
有几项议题, 什么结论), and the topic that is left. Every list here is general; none names a place or a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.patterns import compiled

Aspect = Literal[
    "mentioning",
    "both_attended",
    "recorder",
    "chair",
    "document_number",
    "issued_date",
    "meeting_date",
    "place",
    "meeting_name",
    "votes",
    "reported_by",
    "presenter",
    "unit_matters",
    "other_matters",
    "outcome_list",
    "measure_count",
    "item_count",
    "item_list",
    "attendance_list",
    "attended",
    "lead_units",
    "deadline_list",
    "deadline",
    "next_step",
    "outcome",
    "role_holder",
    "remarks",
    "decision",
]

ORDINAL = r"(?:[0-9０-９]{1,3}|[一二三四五六七八九十百〇零]{1,5})"
ITEM_ORDINAL = compiled(
    rf"第\s*(?P<nth>{ORDINAL})\s*(?:项|个|条|件)?\s*(?:议题|事项|议程|议案|项目|问题|内容|项|个|件)"
    rf"|(?:议题|事项|问题)\s*(?P<label>{ORDINAL})(?![项个条次年月共览])|(?P<last>最后)(?:一)?(?:项|个|件|条)(?:议题|事项)?"
)
POST = r"(?:同志|[副]?(?:市长|县长|区长|镇长|省长|局长|主任|书记|院长|校长|董事长|主席|部长|处长|经理))?"
CHAIRED = compiled(rf"(?P<name>[一-鿿]{{2,4}}?){POST}主持(?:召开)?的(?=.{{0,14}}(?:会|第|纪要))")
REPORTED = compiled(rf"(?P<name>[一-鿿]{{2,4}}?){POST}(?:所作|作)?汇报的(?=[^，。？?吗吧呢])")
"""What a question takes for granted of who chaired and who reported; it is no part of the topic."""

POINT_ORDINAL = compiled(rf"第\s*(?P<nth>{ORDINAL})\s*(?:点|条|款)(?:要求|意见|措施)?")

WHO = r"(?:谁|哪(?:一)?[位个]人?|哪些人|哪几(?:位|个)人?|何人|什么人|哪位(?:领导|同志)|啥人)"
UNIT_ASKED = r"(?:哪(?:一|几)?[个家些]?(?:部门|单位|机构|局(?!长)|区镇|板块|委办局?)|什么(?:部门|单位)|何(?:部门|单位))"
WHEN = r"(?:什么时候|什么时间|何时|哪(?:一)?天|哪(?:一)?年|哪(?:一)?[个]?月|几月(?:几[日号])?|几号|啥时候|多会儿)"
WHICH = r"(?:哪些|哪[几两三四五六七八九十]?[项个份件条]|(?<![为凭])什么|(?<![为凭])啥|几[项个份件条]|多少[项个份件条]?)"
COUNT = r"(?:几|多少)"
NOT_DEADLINE = r"(?!.{0,8}(?:完成|办结|出台|落实|到位|提交|上报|结束|建成))"
NO_VERDICT = r"(?:没有?|未)(?:载明|写明|给出|说明|作出|明确|形成|达成|得出)?(?:审议)?(?:结论|结果)"

PATTERNS: tuple[tuple[Aspect, str], ...] = (
    # 哪两项议题提到了某事 / 某事在哪几个问题里写到了
    (
        "mentioning",
        r"(?:哪[些几两三四五六七八九十个]*[项个份件条]?)(?:议题|问题|文件|会议|部分|材料|纪要|通报|措施|方面)(?:的?整改)?.{0,8}(?:提到|讲到|写到|涉及|出现|提及|说到|谈到|包含)"
        r"|(?:提到|讲到|写到|涉及|出现|提及|说到|谈到).{0,30}(?:议题|问题|文件|会议|材料).{0,4}(?:有)?(?:哪|几)"
        r"|在哪[些几两三四五六七八九十]*[项个份件]?(?:议题|问题|文件|会议|部分).{0,8}(?:提到|讲到|写到|涉及|出现|提及|说到|谈到)",
    ),
    # 谁两次都出席了 / 两次会议都参加的有哪些人
    (
        "both_attended",
        rf"(?:{WHO}|哪些).{{0,12}}(?:两次|两场|[三四五]次|每次|都|均).{{0,10}}(?:出席|参加|列席|到会|在场)",
    ),
    ("both_attended", r"(?:哪些|哪几个|什么)(?:单位|部门).{0,6}(?:出席|参加|列席)了?(?:这|过)?(?:两次|两场|每次)"),
    ("both_attended", rf"(?:{WHO}|哪些人).{{0,4}}(?:出席|参加|列席)了?(?:这|过)?(?:两次|两场|每次)(?:常务)?会?"),
    ("both_attended", rf"(?:两次|两场|每次).{{0,10}}都.{{0,4}}(?:出席|参加|列席|到会).{{0,6}}(?:{WHO}|哪些|名单|几)"),
    (
        "recorder",
        rf"{WHO}.{{0,4}}(?:做|作|负责)?(?:会议)?的?(?:记录|笔录)|{WHO}(?:来)?记的?录|(?:记录|笔录)(?:人|员|者)|记录.{{0,3}}{WHO}|记录的(?:人)?是|记录$",
    ),
    (
        "chair",
        rf"{WHO}.{{0,6}}(?:主持|召集)|主持(?:人|者|会议的)|(?:主持|召集).{{0,12}}{WHO}|主持的?是|主持.{{0,20}}(?:吗|对不对)|(?:是不是|是否|有没有).{{0,6}}主持|主持$",
    ),
    ("document_number", r"文号|发文字号|文件编号|文件号|什么号|几号文"),
    (
        "issued_date",
        rf"(?:印发|成文|发文|发布|整理|公布|落款).{{0,6}}(?:{WHEN}|日期|时间)|{WHEN}.{{0,6}}(?:印发|发文|发布的|公布的|整理的?)",
    ),
    (
        "meeting_date",
        rf"上午还是下午|会议?(?:的)?(?:召开)?(?:日期|时间)|(?:召开|开会|举行)(?:的)?(?:日期|时间)"
        rf"|{WHEN}{NOT_DEADLINE}(?:.{{0,4}}(?:召开|(?<!公)开(?:的|会|$|[？?])|举行|举办))|会议?(?!.{{0,10}}(?:期限|时限|截止|最[后晚迟]|底线))(?![^，]{{0,3}}(?:给|定|说|明确|要求|确定|议定)的)(?:(?![延推改拖提交完报办给让要批]).){{0,6}}(?:是|在)?{WHEN}(?:召开|开|举行|的)*[？?]?$",
    ),
    (
        "place",
        r"(?:在)?(?:哪里|哪儿|何处|什么地方|哪个会议室).{0,4}(?:召开|开会|开的|举行)|(?:会议|召开|开会)(?![^，。]{0,4}(?:办公室|设)).{0,4}(?:地点|在哪)|会的?(?:召开)?地点|(?:^|\s)(?:召开|开会)?地点\s*$",
    ),
    ("meeting_name", r"(?<!人大)(?<!政协)(?<!届)第几次|哪(?:一)?次(?:常务)?会议?|(?:哪个|哪场|什么)会议?上|在哪次"),
    (
        "votes",
        r"(?:几|多少)(?:[个名位]?人|[个名位])?(?:投了?)?(?:反对|赞成|弃权)(?!的(?:是|有)?(?:谁|哪))|几票|多少票|票数|表决(?:结果|情况)|得票|投票",
    ),
    # 市财政局汇报了什么
    ("reported_by", r"汇报(?:了|过|的)(?:是)?(?:什么|哪些|哪几|啥)"),
    (
        "presenter",
        rf"{WHO}.{{0,8}}(?:汇报|介绍|作报告|报告的|提请|(?<!补充)说明)|汇报(?:人|者)|(?:汇报|介绍)的?(?:人)?.{{0,4}}{WHO}|{UNIT_ASKED}.{{0,6}}(?:汇报|提请)|汇报单位|哪个[副市县区]*(?:局长|主任|领导|院长|处长|科长)(?:来|去|上|会上|上去|在会上)*(?:讲|说|汇报|介绍)|汇报的?(?:是(?!否)|吧|吗|对吗|对吧)|(?:有没有|是否|是不是)(?:在会上)?汇报(?!工作|制度)",
    ),
    (
        "unit_matters",
        r"(?:牵头|负责|配合|承担|主办|协办)(?:了|的)?(?:工作|任务|事项|事情|事|议题)?(?:有|是|包括)?(?:哪些|什么|哪几|几|多少|啥)(?![个家名位]?(?:部门|单位|机构|人|领导|干部|同志|[科处]室|公司|街道|[镇村局站所]))"
        r"|(?:哪些|什么|几|多少|啥)[项个件条]?(?!部门|单位|机构|人|领导|委办|区镇)(?:工作|任务|事项|事情|事)?(?:是)?由?.{1,12}(?:牵头|负责|配合)"
        r"|(?:要|该|需要?|应)(?:做|干|落实|完成|办)(?:些)?(?:什么|哪些|啥)",
    ),
    (
        "other_matters",
        r"还(?:审议|学习|研究|听取|讨论|传达)(?:了)?.{0,6}(?:什么|哪些|啥|吗)|(?:会议|会上)?学习了.{0,4}(?:什么|哪些|哪部|啥)|其[他它]事项",
    ),
    (
        "outcome_list",
        rf"(?:原则)?(?:上)?(?:审议)?(?:通过|同意|否决|否掉|否|暂缓)了?(?:的)?(?:的文件|的议题|的事项)?(?:有|是)?(?:{WHICH}|几)"
        rf"|{WHICH}.{{0,12}}(?:原则)?(?:上)?(?:未|不|没有?)?(?:获|被|予以)?(?:审议)?(?:通过|同意|否决|暂缓|再议)"
        r"|原则上?(?:通过|同意).{0,8}(?:议题|文件|事项).{0,6}(?:哪|几|多少)|(?:议题|文件|事项).{0,6}(?:结论|结果).{0,4}原则上?(?:通过|同意)"
        rf"|{NO_VERDICT}.{{0,8}}(?:哪|几|多少)|(?:哪|几|多少).{{0,8}}{NO_VERDICT}",
    ),
    (
        "measure_count",
        rf"{COUNT}(?:项|条|个|类)?(?:具体)?(?:整改)?(?:措施|举措|任务)|(?:措施|举措)(?:一共|总共|共|有|是|列了)*{COUNT}(?![亩户人元万块钱天年月])",
    ),
    (
        "item_count",
        rf"{COUNT}(?:项|个|件|条|份|类)?.{{0,4}}(?:议题|事项|议程|内容|问题|文件|议案)"
        rf"|(?:议题|议程|问题|事项)(?:总数|数量|个数|(?:一共|总共|共|有){{1,2}}{COUNT})",
    ),
    (
        "item_list",
        r"(?:哪些|什么|哪[几两三四五六七八九十]?[项个]|啥)(?:议题|议程|事项|文件|问题)|(?:议题|议程)(?:有哪些|是什么|包括|清单|列表|都有)"
        r"|(?:讨论|审议|研究|听取|议)(?:了|过)?(?:哪些|什么|哪几|啥)|(?:列出|列举|罗列).{0,10}(?:议题|事项|问题|议程)",
    ),
    (
        "attendance_list",
        rf"(?:{WHO}|哪些(?:领导|同志|单位|部门)|{UNIT_ASKED}|名单|{COUNT}(?:个|位|名)?人?).{{0,8}}(?:出席|参加|参会|列席|与会|到会(?![上里议])|请假|缺席)"
        rf"|(?:出席|参加|参会|列席|与会|到会(?![上里议])|请假|缺席)(?:会议|人员|领导|名单|单位|的|了|人|者|情况|这次|本次|第){{0,4}}.{{0,14}}(?:{WHO}|哪些|名单|{COUNT}|情况)"
        r"|(?:出席|列席|参会|请假|缺席)(?:人员|名单|情况|人数)|派(?:了)?谁(?!.{0,2}(?:负责|牵头|管|处理|盯|落实|去办))|代表.{0,4}谁|(?<![原本后历从])来的?(?:人)?是谁|谁来(?:了|的|参加)",
    ),
    (
        "attended",
        r"(?:有没有|有无|是否|是不是|没有?|也)?(?:出席|列席|参加|到会(?![上里议])|在场|缺席|请假|到场|参会|与会)",
    ),
    (
        "lead_units",
        rf"(?:{WHO}|{UNIT_ASKED}).{{0,8}}(?:牵头|挑头|领头|负责|主办|主责|领衔|承办|配合|协办|落实|起草)"
        rf"|(?:牵头|责任|主办|负责|配合|承办)(?:的)?(?:单位|部门|人|领导)(?!调整|变更|更换|名单|制度|会议)|(?:牵头|负责)的?是?.{{0,2}}(?:{WHO}|{UNIT_ASKED})",
    ),
    (
        "deadline_list",
        rf"(?:月底|年底|月|旬|季度)(?:之?前|内)?.{{0,6}}(?:完成|办结|落实|做).{{0,6}}{WHICH}|{WHICH}.{{0,12}}(?:时限|期限|截止).{{0,6}}",
    ),
    (
        "deadline",
        rf"(?:时限|期限|截止|完成时间|办结时间|时间要求|时间节点|(?<![晚早慢快了迟前后误期拖])多久)|{WHEN}(?:之?前|以前)?.{{0,8}}(?:完成|办结|办完|做完|出台|落实|到位|提交|上报|结束|建成|报(?:送|结果|回来?))"
        rf"|(?:完成|办结|延长|推迟).{{0,6}}{WHEN}",
    ),
    (
        "next_step",
        r"下一步|下步|后续|接下来|(?:然后|之后|通过后|修改后|完善后).{0,6}(?:怎么|如何|提交|报|要|做|干)|(?:提交|报送?|呈报|上报)(?:给|到)?(?:谁|哪里|哪儿|哪个|什么|何处|哪)",
    ),
    (
        "outcome",
        r"(?:通过|同意|批准)[^，。？?哪谁什么]{2,30}了(?:吗|没有?)|(?:通过|同意|批准|否决|获批|过会|批)(?:了)?(?:吗|没有?|与否|么|不)|(?:是否|有没有|有无|是不是|会不会).{0,8}(?:原则)?(?:通过|同意(?!见)|批准|获批|定下|结论)"
        r"|(?:后来|之后|最后|最终)(?:的)?(?:情况)?(?:又|都)?(?:怎么样|怎样|咋样|如何|呢)(?:了|啦)?[？?]?$|(?:有|出)(?:了|什么|啥)?结果(?:了)?(?:吗|没)|(?:审议|讨论|表决|会议|最后|最终)?(?:的)?(?:结果|结论)(?:是|怎么|如何|为|呢|[？?]|$)|(?:怎么|如何)(?:定|决定|表态)的?|(?:定|过)了(?:吗|没)|什么(?:结论|结果|态度)|还?(?P<act>[办搞建修开设收立])不(?P=act)|(?:是|持|各|分别)(?:个)?(?:怎么个|什么|啥)(?:意见|看法|口径)",
    ),
    (
        "role_holder",
        r"(?:[局市县区镇乡院校处组科行厅部会所站队园]长|主任|书记|经理|主席|秘书|支书|总监|总工|工程师|会计师|指挥长|董事长|秘书长|总裁)(?:同志)?(?:的?(?:名字|姓名))?(?:现在|当时|都|分别)?(?:是|叫|为|姓)?(?:谁|哪位|什么名字|何人|(?<=[叫姓])什么)"
        r"|谁(?:是|当|担任).{0,10}(?:局长|主任|市长|县长|区长|书记|院长|校长|组长|董事长|主席|总监|总经理|秘书长)",
    ),
    ("remarks", r"会议(?:指出|强调|认为)(?:了)?(?:什么|哪些|啥)"),
    (
        "decision",
        r"(?:[作做]出了?)?(?:什么|哪些|何|啥|哪几[点条项]?|怎样的|几[点条项]|多少[点条项])(?:具体)?(?:的)?(?:要求|意见|部署|规定|安排|决定|明确|决议|举措|措施|内容|任务|处理|处置)"
        r"|(?:怎么|如何|怎样)(?:要求|规定|说|办|安排|部署|推进|落实|处理|解决|明确|做|整改|支持|开展|加强|保障)"
        r"|(?:要求|明确|议定|决定|强调|提出|部署|布置|规定)(?:了|要|的)?(?:什么|哪些|啥|哪几)|(?:要求|意见|措施|决定)(?:有哪些|是什么|包括|有什么|呢)|做了?(?:什么|哪些)(?:工作)?"
        r"|(?:整改)?(?:措施|要求|议定事项|情况|内容|进展)(?:是)?[？?。]?$|(?:采取|做|干)了?(?:些)?(?:什么|哪些|啥)",
    ),
)
"""What may be asked, the more telling wording first; the first pattern that fits decides."""

_COMPILED = tuple((aspect, compiled(pattern)) for aspect, pattern in PATTERNS)

VERDICTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (NO_VERDICT, ("none",)),
    (
        "不同意|未通过|未获得?(?:通过|同意|批准)|毙掉|毙了|驳回|没(?:有)?(?:获)?通过|不通过|否决|否了|否掉|没过|没(?:有)?同意|未同意|不予|没(?:有)?(?:获)?批|未获?批|不批|不予批准",
        ("rejected",),
    ),
    (
        "再议|暂缓|缓议|推迟审议|搁置|(?:没有?|未|不予|不作|没能)(?:形成|作出|做出)?(?:决议|决定|表决|定论|定下来|拍板|定(?!期|点))",
        ("deferred",),
    ),
    ("原则(?:上)?通过", ("approved_in_principle",)),
    ("原则(?:上)?同意", ("agreed_in_principle",)),
    ("通过", ("approved", "approved_in_principle")),
    ("同意", ("approved", "agreed_in_principle")),
)
"""Verdict words of a question and the outcome classes that they ask for; the first that fits decides."""

PRONOUN = compiled(
    r"^(?:那|这|它|其|该|上述|此|他|她)|那(?:是|个|项|谁|它)|(?:它|其)的|这(?:个|项|件)|该(?:项|议题|文件|事项)|上面|刚才|前者|后者|呢[？?]?$"
)
NUMBER_ASKED = compiled(r"多少|几(?=[个家项人次条亿万名所位只])|多大|多高|比例|占比|增长率|增速|数量|总量|金额")
WH_WORD = compiled(r"谁|哪|什么|啥|怎|如何|为何|何时|多少|几|多[大长久高]|吗|是否|有没有|是不是")
PERSON_ASKED = compiled(WHO)
DATE_ASKED = compiled(WHEN)
UNIT_NAME_ASKED = compiled(UNIT_ASKED)
YES_NO = compiled(r"[吗吧][？?]?$|是不是|是否|有没有|对不对|对吗|对吧|是吧")
CLAIM = compiled(r"(?:对吗|对吧|对不对|是吧|是吗|属实吗?|正确吗|没错吧|吧)[？?。]?$|说法对|是不是真的")
"""The end of a question that states something and asks whether it is so."""


@dataclass(frozen=True, slots=True)
class AspectFound:
    """What is asked, and the place of the wording that says so."""

    aspect: Aspect
    start: int
    end: int


def find_aspect(question: str) -> AspectFound | None:
    """Tell what a question asks, or `None` where it asks for something in the text itself.

    >>> find_aspect("市政府第4次常务会议由谁主持？").aspect
    'chair'
    >>> find_aspect("一共有几项议题？").aspect
    'item_count'
    """
    for aspect, pattern in _COMPILED:
        match = pattern.search(question)
        if match:
            return AspectFound(aspect, match.start(), match.end())
    return None


def verdicts_asked(question: str) -> tuple[str, ...]:
    """Return the outcome classes of every verdict that a question joins: 没有通过或暂缓.

    >>> verdicts_asked("没有通过或暂缓的是哪几项")
    ('rejected', 'deferred')
    """
    if not re.search(r"[或和与及、]", question):
        return verdict_asked(question)
    found: dict[str, None] = {}
    for pattern, classes in VERDICTS:
        if re.search(pattern, question):
            found |= dict.fromkeys(classes)
            question = re.sub(pattern, "，", question)
    return tuple(found)


def verdict_asked(question: str) -> tuple[str, ...]:
    """Return the outcome classes whose wording a question uses; `none` where it asks for items without a verdict.

    >>> verdict_asked("原则通过了哪些文件？")
    ('approved_in_principle',)
    """
    plain = re.sub(r"有没有|有无|是否|是不是", "", re.sub(r"(?:了)?(?:没有?|与否|吗)[？?]?$", "", question))
    return next((classes for pattern, classes in VERDICTS if re.search(pattern, plain)), ())
