"""What decides without a verb of deciding: a change, a body set up, a rebuke; and where decisions begin."""

from __future__ import annotations

from pipeline.documents.duties.extract import lead_units
from pipeline.documents.patterns import MEETING
from pipeline.documents.tasks.deadlines import find_deadline
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

# 「王敏主张缓办，会议决定今年先列100万元」
_THEN = compiled(
    rf"(?<=[,;])(?:对此,?|为此,?|因此,?)?{MEETING}(?:还|同时|并|研究)*(?:决定|明确|要求|议定|确定|商定|核定|责成|不作统一|请(?=[\u4e00-\u9fff]{{3}}))(?![的了过])"
    # 「市财政局持保留意见，由市财政局在决算时核定」
    # 「会议听取了汇报，确定巡演96场」
    r"|(?<=汇报,)(?:并|经研究,?|研究)?(?:确定|决定|明确|议定|商定)(?![的了过,:])"
    r"|(?<=(?:保留|反对|不同)意见,)(?:由|请|责成)(?=[\u4e00-\u9fff]{3})"
    # 「此前由水务站实施，鉴于该站已并入，现改由建设中心实施」
    r"|(?<=[,;])(?:现|今后)(?:决定|同意|统一)?(?:调整|变更|改)(?:由|为|成)(?=[^,。;]{2})"
)
# 「会议研究了分配办法，决定按积分排序」
_HAVING = compiled(
    rf"{MEETING}(?:专题|认真|重点|逐项)*(?:研究|审议|讨论|听取|商议)了?[^。;:]{{2,60}}?,(?P<then>(?:并|经研究,?|一致|最后)*(?:决定|确定|议定|商定)(?![的了过:,]))"
)
_FIRMLY = compiled(rf"(?<=[,;]){MEETING}(?:还|同时|并|研究)*(?:决定|议定|商定)(?![的了过,:])")
# 「成立补选工作指导组」
_SETS_UP = compiled(
    r"(?:[^,。;]{0,16})?(?:成立|设立|组建|组成)[^,。;]{2,24}(?:组|专班|指挥部|委员会|小组|办公室|工作队|中心|领导机构)(?=[,。;]|$)"
)
# 「会议对3标予以通报批评，扣除保证金20万元」
_SANCTIONED = compiled(
    rf"{MEETING}(?:决定|研究)?,?对[^,。;]{{2,40}}?(?:予以|给予|作出|进行)(?:全[\u4e00-\u9fff]|书面|公开|点名|严肃)*"
    r"(?:通报(?:批评|表扬)|批评|表扬|表彰|嘉奖|奖励|处罚|警告|问责|处分)"
)
_CHANGE = "(?:调整|更改|变更|改|延长|延期|延|推迟|顺延|提前|提高|提升|降低|下调|上调|压减|压缩|调减|调增|精简|上浮|下浮"
_CHANGE += "|缩短|扩大|增加|核减|减少|放宽|更换)"
_CHANGED = compiled(rf"(?:由|从|将)[^,。;]{{1,30}}?{_CHANGE}(?:为|到|至)[^,。;]|改由[^,。;]{{2,}}")
_AGREED_TO = compiled(
    rf"{MEETING}(?:研究)?(?:原则|一致)?(?:上)?(?:同意|批准)(?:予以|对此|作)?(?:(?:该|此|这一|这项|上述)(?:调整|变更|改动)|延期|延后|推迟|调整|变更|顺延|提前|延长)?(?=[,。;]|$)"
)
# 「这次改为建在北门」「第8次会议定的5人调整为7人」
_CHANGED_NOW = compiled(
    rf"(?:这次|本次|此次|现(?!已)|会上|经研究)(?:会议)?(?:决定|同意|统一|一律|商定)?{_CHANGE}(?:为|到|至|成|在)[^,。;]"
    # 「纪要明确的“国庆前完工”的要求，调整为11月底前完工」
    rf"|(?:会议?|纪要|通知|文件|此前|原先?|上次)(?:议定|确定|明确|决定|商定|规定|定)的[^,。;]{{2,40}}?(?:,[^,。;]{{0,6}}?)?{_CHANGE}(?:为|到|至|成)[^,。;]"
)
_NARRATED = compiled(
    r"同比|环比|比[上去]年|较[上去]年|年均|截至|截止|已[由经从将]|目前|预计|建议|申请|提出|提请|汇报|拟[由从将]|此前|[增下]降|增长"
)
_DECIDED = compiled(rf"{MEETING}(?:还|同时|并|最后)*(?:要求|明确|决定|议定|确定|商定)[,:]")
_REASON = compiled(r"因|鉴于|考虑|由于|按照|根据|经|对|关于|在|为|待|目前|该|此|本")
_ASKED = compiled(r"提出|提请|申请|请求|建议|汇报|介绍|说明|认为|[一二两三四五]种(?:方案|意见|办法)")


def turn_in(flat: str, *, firmly: bool = False) -> int | None:
    """Return where a sentence that tells what somebody said goes on to what the meeting decided.

    `firmly`: only where it says 会议决定, as beside numbered points a demand is none.

    >>> flat = "王敏主张缓办,会议决定今年先列100万元。"
    >>> flat[turn_in(flat):]
    '会议决定今年先列100万元。'
    """
    match = (_FIRMLY if firmly else _THEN).search(flat)
    if match is None and not firmly and (having := _HAVING.match(flat)) is not None:
        return having.start("then")
    return match.start() if match else None


def changes(flat: str) -> bool:
    """Tell whether a sentence puts one thing in the place of another.

    >>> changes("卡口值守由周敏调整为陈武负责,即日起执行"), changes("投资由1亿元增加到2亿元,同比翻番")
    (True, False)
    """
    return (_CHANGED.search(flat) or _CHANGED_NOW.search(flat)) is not None and not _NARRATED.search(flat)


def changes_now(flat: str) -> bool:
    """Tell whether a sentence says of itself that this meeting changes what was settled.

    >>> changes_now("因离宿舍太近,这次改为建在北门"), changes_now("巡查由每周一次改为每日一次")
    (True, False)
    """
    return _CHANGED_NOW.search(flat) is not None and changes(flat)


def agreed_to(flat: str, verdict: str) -> bool:
    """Tell whether a verdict that names no matter agrees to the change that the sentence before it tells.

    >>> agreed_to("开馆时间由5月推迟到9月。", "会议同意延期,并要求抓紧施工。")
    True
    >>> agreed_to("开馆时间由5月推迟到9月。", "会议同意该方案。")
    False
    """
    return _AGREED_TO.match(verdict) is not None and changes(flat)


def sets_up(flat: str) -> bool:
    """Tell whether a clause sets up a body: 「成立补选工作指导组,由李明任组长」."""
    return _SETS_UP.match(flat) is not None


# 「不采纳乙方案，确定使用东门点位」
_CHOSEN = compiled(
    rf"(?:{MEETING})?(?:并|同时)?(?:决定|确定|议定|商定)(?:使用|采用|选用|选定|选择|改用|改为|改由|实行)[^,。;]{{2,}}"
)


# 「何某建议推迟到清明之后，会议未予采纳」「关于改为每年四次的条款，会议不同意」
_PROPOSED = compiled(
    rf"(?!{MEETING}|由|请)[^,。;]{{1,20}}?(?:建议|主张|提议|申请|请求)"
    r"|(?:关于|对于?)[^,。;]{2,60}的(?:条款|建议|请求|申请|意见|要求|诉求|提议)"
    # 「草案中将补助提高到100元的条款，会议不予通过」: what is turned down, and nothing told
    rf"|(?!{MEETING}|由|请|责成)[^,。;]{{4,80}}的(?:条款|规定|表述|内容|标准|做法|安排|设想|建议|请求|申请|要求|诉求|提议),?$"
    # 「办法中“每日补贴100元”一条，会议未予同意」
    rf"|(?!{MEETING}|由|请|责成)[^,。;]{{4,80}}(?<=[”》的])[这该此]?一[条款项节],?$"
)


def proposes(flat: str) -> bool:
    """Tell whether what stands before a refusal says what was proposed, which is then no task.

    >>> proposes("何敏建议推迟到清明之后,"), proposes("由县水利局6月底前重新测算,")
    (True, False)
    """
    return _PROPOSED.match(flat) is not None


def makes_anew(flat: str) -> bool:
    """Tell whether a clause behind a verdict sets up a body, changes what was so, or says what was chosen instead.

    >>> makes_anew("确定使用东门点位。"), makes_anew("确定方案后再报。")
    (True, False)
    """
    return sets_up(flat) or changes(flat) or _CHOSEN.match(flat) is not None


def sanctions(flat: str) -> bool:
    """Tell whether the meeting blames or praises somebody: 「会议对3标予以通报批评」."""
    return _SANCTIONED.match(flat) is not None


def asks(flat: str) -> bool:
    """Tell whether a sentence tells what was asked for or said, which a later verdict is on."""
    return _ASKED.search(flat) is not None


def worked_on(sentence: Passage, start: int, end: int, *, date: str | None) -> Passage:
    """Return what stands before the clause that turns a thing down or puts it off; with it where it says by which day.

    >>> text = "请人事科召开座谈会,修改后于11月中旬再次上会。"
    >>> worked_on(Passage(text, range(len(text))), 10, 23, date="2024-10-16").flat
    '请人事科召开座谈会,修改后于11月中旬再次上会'
    """
    before, clause = sentence.part(0, start), sentence.part(start, end)
    due = find_deadline(clause, date=date, strict=True) or find_deadline(clause, date=date)
    return sentence.part(0, end) if due and due[0].date and lead_units(before) else before


def decided_before(part: Passage) -> Passage | None:
    """Return what the meeting decides in the clauses before the one that turns a thing down, a reason apart.

    >>> text = "会议明确,每座补助5万元,"
    >>> decided_before(Passage(text, range(len(text)))).flat
    '会议明确,每座补助5万元'
    >>> text = "会议明确,因资金未落实,"
    >>> decided_before(Passage(text, range(len(text)))) is None
    True
    """
    told = _DECIDED.match(part.flat)
    if told is None:
        return None
    rest = part.part(told.end()).bare_start(",:").bare_end(",;")
    return part.bare_end(",;") if len(rest.flat) >= 6 and not _REASON.match(rest.flat) else None


# 「会议强调，要逐户核清底数」, but not 「会议强调，要提高认识」
_STRESSED = compiled(
    rf"{MEETING}(?:还|同时|最后)?(?:强调|指出|要求|提出),?(?:要|应|须|必须)(?!高度|提高|充分|深刻|切实|牢固|进一步(?:提高|增强)|增强|深入学习|认真学习)"
)


def stresses(flat: str) -> bool:
    """Tell whether a sentence stresses that something is to be done, and not only how it is to be thought of.

    >>> stresses("会议强调,要逐户核清底数。"), stresses("会议强调,要提高认识。")
    (True, False)
    """
    return _STRESSED.match(flat) is not None


# 「同意由县财政局借款」「同意将牵头单位改为市水务局」: the matter of a verdict that tells somebody to act
BIDS = compiled(
    r"(?:改|调整|变更)?由|授权|委托|责成|指定|(?:将|把)?(?:牵头|责任|主办|承办|实施|负责)(?:单位|部门|主体|人)(?:由|改|调整|变更)"
)
