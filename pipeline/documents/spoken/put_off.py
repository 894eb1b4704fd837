"""Verdicts in any clause of a sentence: put off, turned down, agreed to without objection."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.documents.patterns import MEETING
from pipeline.documents.spoken.steps import step_behind
from pipeline.documents.text.sentences import commas
from pipeline.minutes import OutcomeClass
from pipeline.patterns import compiled


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict found in a passage, with places in its flat text.

    `start` and `end` hold the clause that states it, `matter` what it was passed on where the clause names it after the
    verdict, `next_step` the clause on what comes next.
    """

    class_: OutcomeClass
    start: int
    end: int
    matter: tuple[int, int] | None
    next_step: tuple[int, int] | None


# 「会议没有异议」「与会人员对方案均无不同意见」
UNOPPOSED = compiled(
    rf"(?:{MEETING}|大家|(?:全体)?与会[\u4e00-\u9fff]{{2,4}}|(?:全体|各位)[\u4e00-\u9fff]{{2,4}})(?:对[^,。;]{{1,40}}?)?(?:一致|均|都|全部)?"
    r"(?:没有|均?无|未提出)(?:任何|其他|不同)?(?:异议|不同意见|反对意见)"
)
"""Agreed without a word of its own for it; beside another verdict it says who agrees with that."""


def unopposed(flat: str, start: int, stop: int) -> Verdict | None:
    """Return the verdict of a sentence by which nobody objected: 「会议没有异议,按程序办理」."""
    match = UNOPPOSED.match(flat, start, stop)
    if match is None or (match.end() < stop and flat[match.end()] not in ",。;"):
        return None
    step = step_behind(flat, match.end() if match.end() < stop else None, stop)
    return Verdict("approved", start, match.end(), None, step.span("next") if step else None)


# What puts a matter off in any clause of a sentence, whoever says it
_PUT_OFF_CLAUSE = compiled(
    r"(?:[^,。;]{0,24}(?<!不)(?:暂缓|缓议)(?!期)(?:审议|研究|表决|实施|执行|办理|决定|通过|讨论)?(?:该|此|本)?[^,。;]{0,8}"
    r"|(?:[^,。;]{2,16}(?=本次|此次|这次))?(?:决定|同意|会议)*(?:本次|此次|这次|(?:本|该|此)(?:议题|议案|事项|次))?(?:会议|大会)?(?:暂时?)?(?:不(?:予|作|做|进行)?|未(?:进行|予|作出?|做出?)?)(?:表决|审议|审定|核定|议定|议|讨论|研究|作?决定)(?!案|程|的)[^,。;]{0,10}"
    r"|[^,。;]{0,30}(?:提交|留待|交|报|待|提请)?(?:下|下一)次[^,。;]{0,14}(?:审议|研究|讨论|再议|议定|决定|决策|表决|审定|审查|审核)"
    r"|[^,。;]{0,40}(?<!不)再(?:次|行)?(?:上会|议(?!案|定)|审(?:议|定)?(?![计批查核理])|讨论)[^,。;]{0,6}"
    r"|[^,。;]{0,30}暂不(?!具备|能|适|存在|影响|涉及|明确|清楚|符合|属|成熟)(?:予)?[\u4e00-\u9fff\dⅠ-ⅫIVX“”]{2,16}(?<!为宜)"
    r"|[^,。;]{0,40}(?:后|时)再(?:行|作|做)?(?:决)?定|[^,。;]{0,30}(?:延至|推迟[至到]|延后至)[^,。;]{2,14}(?:研究|审议|议定|讨论)"
    r"|[^,。;]{0,24}(?:延期|推迟|延后)(?:审议|研究|表决|讨论|上会)|(?:会议|决定|同意|予以|先|暂时?)*搁置(?:该|此|本|上述)[^,。;]{0,10}"
    r"|[^,。;]{0,12}(?:议题|议案|提案|事项|方案|申请|请示)(?:予以|暂时?|先)?搁置"
    r"|[^,。;]{0,20}成熟后?再(?:次|行)?(?:提交|提请|上报|报)[^,。;]{0,16}"
    r"|(?:议而未决|[^,。;]{0,20}撤回(?:本|该|此)?(?:议案|议题|申请|请示|方案)?)"
    r"|[^,。;]{0,24}(?<!不)(?<!双方)再(?:次|行|作|做)(?:调研|研究|论证|协商)|(?:[^,。;]{0,20}(?:议题|议案|事项|方案))?再(?:研究|议定)"
    r"|[^,。;]{2,30}(?:届时|到时)(?:再|一并|另行|统一)*(?:研究|审议|讨论|上会|确定)|[^,。;]{2,30}一并届时(?:研究|审议|讨论)|(?:待|等)[^,。;]{2,30}(?:后|时)再?一并(?:研究|审议|讨论|上会|提交)"
    r"|[^,。;]{2,24}(?:另行|择期)(?:研究|审议|讨论|上会)(?:确定|决定)?"
    r"|[^,。;]{0,30}重新(?:上会|提交[^,。;]{0,12}(?:审议|研究|讨论))"
    r"|[^,。;]{0,40}再(?:次|行)?(?:提交|提请|报|上)(?:本(?!级)|会议|[^,。;]{0,4}(?:常务|办公|主任|厅务|局务|院务|党组|专题|董事|理事|监事|委员)[^,。;]{0,6}会|(?:审议|研究|讨论|审定))[^,。;]{0,8}"
    r"|[^,。;]{0,12}(?<!已)退回[^,。;]{0,24}"
    r"|[^,。;]{2,24}(?:另议|另定|另作研究|再商|再商量)(?!价)|[^,。;]{0,20}(?:等|视)[^,。;]{2,24}再(?:说|定|看|议)(?!案)"
    # 「资金问题今天不定，灾后核灾再说」「标准等站里算出来再说」
    r"|[^,。;]{0,24}(?:今天|今晚|这次|眼下)(?:先|暂)?不(?:定|议|拍板|表态)|[^,。;]{0,30}(?:后|完|清楚?|出来|齐|下来|落实|到位)[^,。;]{0,6}再(?:说|看)"
    # 「翻新先放一放」「方案先缓一缓」「以后再说」
    r"|[^,。;]{0,24}(?:先|暂时?)(?:放一放|缓一缓|搁一搁|放着|搁着|等一等|不动|不定|不议)|[^,。;]{0,16}(?:以后|今后|下回|下一?次|改天|年后)再(?:说|定|看)"
    # 「三号线待试运行满三个月后再研究」
    r"|[^,。;]{0,16}(?:待|等|视)[^,。;]{2,40}(?:后|时)再(?:行)?(?:研究|考虑)(?!由)[^,。;]{0,6}"
    # 「平台软件招标暂停」
    r"|[^,。;]{2,20}(?:招标|采购|招聘|发放|申报|评选|审批|建设|施工|实施|推进|谈判|工作|项目|工程)(?:予以|先|暂时?)?暂停"
    # 「二期工程缓建」「该议题留待下次会议」
    r"|[^,。;]{2,24}(?:缓建|缓办|缓行)|[^,。;]{0,24}(?:留待|留到|放到)下一?次(?:会议|会上?)?(?:一并)?"
    # 「合并事宜留待下半年研究」「该项目本季度不安排」
    r"|[^,。;]{0,30}留[待到][^,。;]{2,14}再?(?:研究|审议|讨论|考虑)|[^,。;]{0,16}(?:本季度|今年|本年度|本轮|本批次?|此次|本次)(?:先|暂)?不(?:安排|推荐|启动|实施|增设|申报)[^,。;]{0,6}"
    # 「该事项待进一步论证」, but not 「数据有待进一步核实」
    r"|[^,。;]{0,24}(?<![有亟尚])待(?:进一步|继续)(?:论证|研究|酝酿|商议|协商|研判|讨论|评估|斟酌)"
    r"|(?:建议|同意)?改日[^,。;]{0,12})(?=[,。;]|$)"
)


# 「《…方案》此次不予通过」
_TURNED_DOWN = compiled(
    r"[^,。;]{0,60}(?:予以(?:否决|驳回|否定)|不予考虑|一律不(?:予)?(?:同意|批准|通过|采纳|受理|立项)[\u4e00-\u9fff]{0,4}|不予(?:通过|同意|批准|采纳|核准|立项)"
    r"|不再(?:列入|纳入|考虑|保留|推进)[^,。;]{0,20}"
    # 「不再与现服务单位续签合同」
    r"|不再(?:与|同|和)[^,。;]{2,20}(?:续签|续约|续租|续聘|合作|签订|签约)[^,。;]{0,8}"
    r"|(?<!暂)不(?:列入|纳入)(?=[^,。;]{0,16}(?:计划|范围|项目库|预算|盘子|清单|目录|规划|名单))[^,。;]{2,20}|(?:本次|此次|会议|本年度?|今年|本批次?|现阶段|目前)[^,。;]{0,6}(?<!暂)不予(?!表决|审议|讨论|研究)[\u4e00-\u9fff]{2,4}|未(?:获|予)?(?:表决)?通过|未获(?:批准|同意)|没(?:有)?(?:获得?)?(?:表决)?通过"
    r"|(?:申请|请示|方案|建议|意见|诉求|请求|议案|事项)(?:会议)?(?:不予(?:支持|认可|安排|受理|办理|考虑)|(?:不|未予?)采纳))"
)


# 「原租户拖欠的租金不予减免」, but 「逾期的不予续签」, 「超出部分不予承担」: a rule for what may come
_REFUSED = compiled(
    r"(?!凡|对|如|若|未|逾期|违反|不符合|其余|超出|超过)[^,。;]{4,40}(?<![的者])(?<!部分)不予"
    r"(?:减免|核减|核销|免除|豁免|退还|续签|续租|续聘|延期|展期|调整|增加|追加|提高|上调|批准|同意|通过|采纳|立项|考虑)$"
)
# 「对距离退休不足五年的教师,不纳入交流范围」: a rule
_OF_SOME = compiled(
    r"(?:对|凡|对于)[^。;]{0,40}的|[^。;]{0,60}(?:未|达不到|达不成|不足|低于|不到|超过|逾期|不符合|不满)[^,。;]{0,16}的[^,。;]{0,8},?(?:一律|均|暂|原则上)?不"
)
_NO_LONGER = compiled("不列入|不纳入|不再")
# 「对弄虚作假的情形，一律不予受理」: a rule for every case of a kind
_OF_EVERY = compiled(
    r"(?:对(?:于)?|凡是?|如|若)(?!上述|以上|该|此|本次)[^。;]{2,40}(?:的|情形|情况|行为|者),(?:一律|均|概)不"
)
# 「市卫健委申请的经费中,信息化部分380万元不予安排」: what was asked for
_NOT_GIVEN = compiled(r"[^,。;]{2,40}不予(?:安排|支持|追加|列支|解决)")
_ASKED = compiled(r"(?:提出|申请|申报|请求|建议)的")


# 「市财政局建议暂缓实施」: what a party of the matter asked for
_SUGGESTED = compiled(
    # 「县某局提出的用房申请一并届时研究」 is the meeting's word
    r"(?![^,。;]{2,24}提出的[^,。;]{2,24}(?:申请|请求|请示|方案|建议|事项)(?:一并|届时|暂|留待|待|另行|不予|再))"
    # 「监理单位申请增加监理费一事暂缓办理」
    r"(?![^,。;]{4,40}(?:一事|事宜|的(?:问题|事项|申请|请求|请示|要求))(?:会议|予以|先|均)*(?:暂|缓|搁置|推迟|延期|留待|待|另行|不予))"
    rf"(?!{MEETING}|与会|大家)[^,。;]{{2,20}}(?:局|委|办|厅|部|院|部门|单位|公司|集团|中心|政府|街道|[镇乡村])"
    r"[^,。;]{0,6}(?:建议|提议|请求|申请|要求|提出)"
)


# 「副主任对暂缓实施持保留意见」
_DISSENTS = compiled(r"[^,。;]*(?:持(?:保留|不同|反对)(?:的)?(?:意见|态度)|表示(?:异议|反对|担忧|保留))")
# 「何某认为财力紧张，建议缓行」: what somebody wished, in a clause of a sentence in which the meeting does not speak
_WISHED = compiled(r"(?:故|应|并|均|也|还)?(?:建议|主张|提议|希望|请求|申请|倾向于?)")
_SPEAKS_FOR_ALL = compiled(rf"{MEETING}|大家|与会|一致")


# 「会议听取了经营层汇报，不作表决」: nothing was up for a vote
_NO_VOTE = compiled(
    r"听取(?![^。;]*(?:待|再|下次|重新|择期|另行|本次|此次|暂))[^。;]*,(?:不|未)(?:予|作|做|进行)?(?:表决|审议|决定)$"
    # 「会议听了汇报，补贴的事这次不定」
    r"|听取?了[^,。;]*(?:汇报|介绍|通报|情况),[^,。;]{0,12}(?:今天|这次|本次)(?:先|暂)?不定$"
)


# 「本项只听取汇报，不作议决」「会议听取了汇报，未议决具体事项」「不另作决议」
_NOTHING_UP = compiled(
    rf"(?:{MEETING}|(?:本|该|此)(?:项|事项|议题|次))?(?:仅|只)?(?:不|未)(?:再|另)?(?:予|作|做|进行|形成)?(?:具体|专门|单独)?"
    r"(?:表决|议决|决议|决定|议定|讨论|审议|研究|结论|定论)(?:具体|任何|相关)?(?:事项|内容|意见)?$"
)
_NOTHING_SAID = compiled(
    rf"(?:{MEETING}|大家)?(?:对此|就此|对(?:本|该|此)(?:项|事项|议题|报告|汇报|工作))?(?:本次|此次|这次)?(?:会议)?(?:(?:本|该|此)(?:项|事项|议题|议案))?(?:仅|只|暂)?"
    r"(?:不|未|没有?)(?:就[^,。;]{2,8}?)?(?:再|另)?(?:予|作|做|提|形成|作出|提出)?(?:新的|具体|专门|单独|其他|任何){0,2}(?:议决|决议|决定|议定|部署|要求)"
)
# 「与会同志作了讨论，意见供有关方面参考，本议题未作决定」
_TALKED = compiled(
    r"[^。;]*(?:讨论|交换|交流|发表|供[^,。;]{0,10}参考)[^。;]*,"
    # 「方案尚在编制，会议未作决定」
    r"|(?!因|鉴于|由于|考虑)[^,。;]*(?:尚在|仍在|正在|还在)[^,。;]*,(?=(?:会议|会上)?(?:未|没有?))"
)
_HEARD_ONLY = compiled(
    rf"(?:^|[,:。;])(?:{MEETING}|(?:本|该|此)(?:项|事项|议题|次))?(?:仅|只)?(?:是)?(?:听取|听(?=情况|汇报|介绍|了|一?听)|通报|传达|学习|了解)[^。;]*,$"
    r"|^[^,。;]{2,24}(?:通报|传达|介绍)了[^。;]*,$"
)
# 「第5次会议对本事项作出暂缓决定」「去年县政府常务会议暂缓了该方案」: what another meeting did
_BEFORE_NOW = compiled(
    r"(?:第[\d一二三四五六七八九十百]{1,4}次[^,。;]{0,12}会议?|上(?:一)?次[^,。;]{0,8}会议?|此前|去年|原先|曾经?)[^,。;]{0,16}(?:作出|作过|决定|议定|确定|明确)(?!的)"
    # 「此前第46次会议对该事项作了暂缓处理」「该事项曾于3月暂缓研究」
    r"|(?:此前|去年|上(?:一)?次|第[\d一二三四五六七八九十百]{1,4}次)[^,。;]{0,24}(?:作了|予以|已)(?:暂缓|缓议|搁置|推迟)"
    r"|[^,。;]{0,14}曾(?:经|于)?[^,。;]{0,12}(?:暂缓|缓议|搁置|推迟|退回|延期|[暂不未](?:予|获)?(?:不)?(?:同意|通过|批准|采纳)|否决)(?!的)"
)


# 「已清退29间，另有35间因租约未到期暂不清退」: how far a thing has come, and nothing decided
_HOW_FAR = compiled(r"已(?:经)?[\u4e00-\u9fff]{1,6}\d[^,。;]{0,8},$")
_LEFT_OVER = compiled(r"(?:另有|尚有|还有|仍有|剩余|其余|余下)[^,。;]{0,4}\d")


# 「搬迁定在寒假，具体日期另行研究」: the matter itself is settled
_DETAIL = compiled(r"(?:其|有关|相关)?具体[^,。;]{1,10}(?:另行|择期)")


# 「由机关党委提出方案，下次会议审议」: a task, and when its fruit is dealt with
_DRAWN_UP = compiled(
    r"由[^,。;]{2,20}(?:提出|拟定|拟订|起草|制定|形成|编制|拿出)[^,。;]{0,12}(?:方案|办法|意见|计划|草案|报告|名单),"
)
_NEXT_TIME = compiled(r"(?:提交|报)?(?:下|下一)次[^,。;]{0,14}(?:审议|研究|讨论|审定)")


# 「未纳入的5条小巷，待管网验收后再行安排」: what is left over waits
_REST_WAITS = compiled(
    r"(?:未(?:能)?(?:纳入|列入|安排|实施|改造|完成)的|其余|余下|剩余|其他|另外|另有)[^,。;]{1,20}?,?(?:暂不[^,。;]{2,10},)?(?:待|等|视)[^,。;]{2,30}"
    r"(?:再(?:次|行)?|另行|统一|逐步|陆续)(?:安排|考虑|实施|纳入|列入|启动|改造|推进|研究)(?!由|请)[^,。;]{0,8}"
)


def before_now(flat: str, start: int, stop: int) -> bool:
    """Tell whether a clause says what another meeting did, or what was so before.

    >>> text = "该事项曾于3月暂缓研究"
    >>> before_now(text, 0, len(text)), before_now("本次暂缓研究", 0, 6)
    (True, False)
    """
    return _BEFORE_NOW.match(flat, start, stop) is not None


def nothing_up(flat: str) -> bool:
    """Tell whether a sentence says no more than that nothing was decided, which behind a report heard puts nothing off.

    >>> nothing_up("大家交换了意见,本议题不作决定。"), nothing_up("因资金未落实,本次不作决定。")
    (True, False)
    """
    flat = flat.rstrip("。;!")
    talked = _TALKED.match(flat)
    return _NOTHING_SAID.fullmatch(flat, talked.end() if talked else 0) is not None


_COMES_AGAIN = compiled(
    r"[^,。;]*(?:后|时|下一?次[^,。;]{0,6})再(?:次|行)?(?:上会|提交|提请|报|汇报|研究|审议|议|讨论)[^,。;]*"
)


def comes_again(clause: str) -> bool:
    """Tell whether a clause says only when the matter comes again, which behind a report heard puts nothing off.

    >>> comes_again("洽谈结果出来后再上会"), comes_again("翻修先放一放")
    (True, False)
    """
    return _COMES_AGAIN.fullmatch(clause) is not None


def _nothing_up(flat: str, left: int, right: int) -> bool:
    """Tell whether a clause says that a report was heard and nothing was up for decision."""
    return bool(_NOTHING_UP.match(flat, left, right) and _HEARD_ONLY.search(flat, 0, left))


def put_off(flat: str, start: int, stop: int) -> Verdict | None:
    """Return the verdict of the first clause that puts the matter off or turns it down.

    >>> text = "因条件尚不具备,暂不列入2025年计划"
    >>> found = put_off(text, 0, len(text))
    >>> found.class_, text[found.start : found.end]
    ('deferred', '暂不列入2025年计划')
    """
    if rest := _REST_WAITS.fullmatch(flat, start, stop):
        return Verdict("deferred", *rest.span(), None, None)
    left = start
    for comma in (*commas(flat, start, stop), stop):
        denied = _NOT_GIVEN.fullmatch(flat, left, comma) and _ASKED.search(flat, start, comma)
        ruled = _OF_SOME.match(flat, start) and _NO_LONGER.search(flat, left, comma)
        ruled = ruled or _OF_EVERY.match(flat, start)
        denied = denied or _REFUSED.match(flat, left, comma)
        if comma > left and not ruled and (denied or _TURNED_DOWN.fullmatch(flat, left, comma)):
            return Verdict("rejected", left, comma, None, None)
        idle = bool(_SUGGESTED.match(flat, left, comma) or _NO_VOTE.search(flat, start, comma))
        idle = idle or bool(_HOW_FAR.search(flat, start, left) and _LEFT_OVER.match(flat, left, comma))
        idle = idle or bool(
            left > start and _WISHED.match(flat, left, comma) and not _SPEAKS_FOR_ALL.match(flat, start)
        )
        idle = idle or bool(_DISSENTS.fullmatch(flat, left, comma))
        idle = idle or before_now(flat, left, comma) or _nothing_up(flat, left, comma)
        idle = idle or bool(left > start and _DETAIL.match(flat, left, comma))
        idle = idle or bool(_DRAWN_UP.search(flat, start, left) and _NEXT_TIME.match(flat, left, comma))
        match = None if idle else _PUT_OFF_CLAUSE.match(flat, left, comma)
        if match is not None and match.end() == comma and comma > left:
            step = step_behind(flat, comma if comma < stop else None, stop)
            return Verdict("deferred", left, comma, None, step.span("next") if step else None)
        left = comma + 1
    return None
