"""What kind of sentence one of an item is: a remark, a decision, a thing due by a day, or a narrative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.documents.duties.extract import generic_leads, lead_units, support_units
from pipeline.documents.patterns import BINDS, DECIDES, DECISION_OPENER, FOOT, MEETING, OF_ALL, REMARK_OPENER
from pipeline.documents.spoken.bare_decisions import arranges, lays_down, settles
from pipeline.documents.spoken.happened import happened
from pipeline.documents.spoken.steps import next_step_sentence
from pipeline.documents.spoken.terse import bids_barely, tells_how_it_is
from pipeline.documents.spoken.turning import changes, changes_now, sanctions
from pipeline.documents.tasks.deadlines import find_deadline
from pipeline.documents.tasks.points import by_name
from pipeline.documents.text.clean import Passage
from pipeline.documents.text.sentences import sentences
from pipeline.patterns import compiled

What = Literal["remark", "decision", "due", "other"]
"""`due` is a task of nobody by name: 「试点单位要尽快完善制度」, 「9月1日前交付使用」 behind a verdict."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands before a sentence: the kind of the one before it, and whether a verdict or a task was found.

    `consent` tells that the last verdict passed the matter or agreed to it. `notes` holds who was there, where nobody
    speaks for the meeting in the item. `happened` tells that the sentence before only told what had happened.
    """

    former: What | None = None
    verdict: bool = False
    consent: bool = False
    task: bool = False
    notes: frozenset[str] | None = None
    happened: bool = False


def kind_of(
    sentence: Passage,
    behind: Behind,
    *,
    numbered: bool = False,
    obliged: bool = True,
    date: str | None = None,
    people: frozenset[str] = frozenset(),
) -> What:
    """Tell what a sentence is.

    Args:
        sentence: one that holds no verdict.
        behind: what stands before it.
        numbered: the item has points with labels, so that prose beside them is mostly no task.
        obliged: being told to act makes a task (in decisions, not in narratives).
        date: the ISO date of the meeting.
        people: the names on the attendance lists.

    >>> text = "试点单位要尽快完善内部报销制度。"
    >>> kind_of(Passage(text, range(len(text))), Behind())
    'due'
    """
    flat = sentence.flat
    if _OF_THE_PAPER.search(flat):
        return "other"
    if _DISSENT.match(flat):
        return "remark"
    if obliged and (sanctions(flat) or arranges(flat)):
        return "decision"
    if numbered and opens(flat) and not _FORMERLY.search(flat) and lead_units(sentence, obliged=False):
        # 「会议强调，…由王明副秘书长牵头，每半月调度一次」 beside numbered points
        return "decision"
    if _is_on_all(flat) and (lead_units(sentence) or find_deadline(sentence, date=date)):
        return "decision"
    if DECISION_OPENER.match(flat):
        # before numbered points a demand is still a remark; behind them, or without any, it is decided
        return "remark" if numbered and not behind.task else "decision"
    if _SAID.match(flat) or (obliged and not numbered and happened(flat, date=date, before=behind.happened)):
        return "other"
    if REMARK_OPENER.match(flat):
        if numbered or _FORMERLY.search(flat):
            return "remark"
        if obliged and behind.verdict and _SAID_BY_ALL.match(flat) and _FORBIDS.search(flat):
            # 「会议强调，验收之前不得开业。」 behind a verdict
            return "decision"
        told = lead_units(sentence) or (obliged and (_demands(sentence, date) or _bids_all(sentence, date)))
        return "decision" if told else "remark"
    if _TOLD_AGAIN.match(flat) and not changes(flat) and not _NOW.search(flat):
        return "other"
    if numbered:
        if behind.verdict and ((obliged and changes_now(flat)) or lead_units(sentence, obliged=False)):
            # 「会议同意…。由市财政局牵头，抓紧申报。会议要求：1.…」: changed or charged before the points open
            return "decision"
        return behind.former or "other"
    if behind.former == "decision" or DECIDES.match(flat) or (obliged and _acts(sentence, behind, people)):
        return "decision"
    return "due" if obliged and _is_due(sentence, behind, date) else behind.former or "other"


# 「市政府督查室对上述事项按月跟踪，每月25日前报送进展」
_FOLLOWED_UP = compiled(
    r"[^,。;]{2,16}对(?:以上|上述|会议(?:议定|确定|决定|明确)的)[^,。;]{0,8}(?:事项|任务|工作|要求|问题)[^,。;]{0,12}(?:跟踪|督办|督查|督促|督导|调度|盯办)(?!了)"
)


def _is_on_all(flat: str) -> bool:
    """Tell whether a sentence speaks of all that was decided before it."""
    return bool(OF_ALL.match(flat) or _FOLLOWED_UP.match(flat))


# 「何某说，公司要把租金从5万元涨到6万元。」: what somebody said, and nobody bid
_SAID = compiled(
    r"(?:[\u4e00-\u9fff]{2,5}(?:说|讲|反映|介绍|讲到|谈到|(?<!会议)提示),"
    # 「农业站站长王敏汇报，拟将育苗棚整体托管三年。」: what somebody plans, which is up for decision
    r"|(?!会议|会上|要|由|请)[^,。;]{2,30}(?:汇报|介绍|说明|提出|反映|报告)(?:说|称|了)?,(?:计划|打算|准备|申请|希望|拟(?![定订稿])))"
    r"(?![^。;]*(?:,|;)(?:由|请|责成|会上|会议|大家|今后|以后|决定|同意))"
)
_SAID_BY_ALL = compiled(rf"{MEETING}(?:还|同时|最后|特别)*(?:强调|指出)")
_FORBIDS = compiled(
    r"不得(?!不)|严禁|(?:须|应|必须|要)经[^,。;]{2,24}(?:后)?方可|未经[^,。;]{2,20}(?:不得|一律不)|一律(?:不|先|停)"
)


def _acts(sentence: Passage, behind: Behind, people: frozenset[str]) -> bool:
    """Tell whether a sentence without a word of deciding bids, binds, changes or leaves something for later."""
    flat = sentence.flat
    if _SHARED.search(flat) and (behind.verdict or support_units(sentence)) and not _SO_FAR.search(flat):
        return True
    if _RULED.match(flat) and not _SO_FAR.search(flat):
        return True
    if changes_now(flat) or ((behind.verdict or behind.task) and changes(flat)) or _LEFT_FOR.search(flat):
        return True
    if ((behind.verdict or behind.task) and settles(flat)) or (
        behind.consent and lays_down(flat) and next_step_sentence(sentence) is None
    ):
        return True
    if behind.verdict and BINDS.search(flat):
        # 「会议同意续签。食材采购每季度抽查一次，各公司不得自行拆分。」: behind a verdict
        return True
    if behind.notes is not None and bids_barely(sentence, behind.notes):
        return True
    # 「王敏11月底前盯着建好」
    return bool(lead_units(sentence) or (by_name(sentence, people) and not _SO_FAR.search(flat)))


# 「对本纪要如有异议，请于印发后3日内提出」
# 「会议议定事项如下。」: what follows is decided
_OF_THE_PAPER = compiled(
    rf"对(?:本|此)(?:次|期)?(?:会议)?纪要[^。;]{{0,12}}(?:异议|意见|疑问)"
    rf"|^(?:现将)?{MEETING}(?:研究|讨论)?(?:议定|决定|商定|明确|纪要)?(?:的)?(?:有关|主要)?(?:事项|内容|意见|情况)?(?:纪要)?如下[。;:]?$"
)
# 「县水利局对降低水位持保留意见，认为将影响灌溉。」
_DISSENT = compiled(
    rf"(?:会上,)?(?!{MEETING})(?:[^,。;]{{2,20}}(?:认为|提出|表示|建议|反映)[^,。;]{{2,40}},)?[^,。;]{{2,50}}(?:持(?:保留|不同|反对)(?:意见|态度)(?!的)|保留(?:意见|态度)(?!的)|表示(?:异议|反对|担忧|保留)"
    r"|提出了?(?:不同|反对|保留)(?:的)?(?:意见|看法|主张)|提出了?(?:异议|质疑|疑问|顾虑|担忧)|(?:有|意见|看法)(?:不同(?:意见|看法)|不一致|不一))"
)


def dissents(flat: str) -> bool:
    """Tell whether a paragraph says who keeps to another view: 「副主任李明对暂缓实施持保留意见」."""
    return _DISSENT.match(flat) is not None


# 「同意自筹。王敏负责，财政所配合。」
_SHARED = compiled(r"[\u4e00-\u9fff]{2}(?:牵头|负责|配合)(?=[,。;]|$)")
_SO_FAR = compiled("[原曾已]|此前|以前|目前|一直")
# 「会议指出，第23次常务会议确定由某镇担任业主，推进困难」: what another meeting decided
_FORMERLY = compiled(
    r"(?:第[\d一二三四五六七八九十百]{1,4}次[^,。;]{0,10}会议?|上次[^,。;]{0,8}会议?|此前|曾经?)[^,。;]{0,6}(?:确定|决定|明确|同意|议定|要求)"
)


# 「县政府第31次常务会议确定年内改造27条，由县住建局牵头。」: no decision of this meeting
_TOLD_AGAIN = compiled(
    r"(?:[^,。;]{0,10},)?[^,。;]{0,12}?(?:第[\d一二三四五六七八九十百]{1,4}[次期][^,。;]{0,10}会议?|上(?:一)?[次期][^,。;]{0,8}会议?|去年[^,。;]{0,8}会议?)"
    r"[^,。;]{0,4}(?:确定|决定|明确|同意|议定|要求|安排|定(?=在|由|于|下)|(?<=[曾原])定)(?!的|[^,。;]{0,24}的[,;])"
)
_NOW = compiled(
    rf"本次|这次|此次|[,;]{MEETING}|现[由在将]|改(?![造革建善扩良制])|调整|变更|不再|继续|仍|取消|务必|尽快|抓紧|立即|必须|(?<![重主需])要(?!求|点)|须|应(?!急)|进一步"
)
# 「增编需求留待编制方案形成时一并考虑」
_LEFT_FOR = compiled(
    r"(?:留待|留到|待)[^,。;]{2,30}(?:时|后)?(?:一并|统筹|统一|通盘|另行)(?:考虑|安排|解决|处理|纳入|谋划)"
    # 「公司可在重新评估后另行上报」
    r"|可(?:在|于|待)[^,。;]{2,30}后(?:另行|重新|再次?)(?:上报|申报|报送|报批|提交|提请)"
)
# 「违法建设一律先拆后改」: a rule for all
_RULED = compiled(
    r"(?!会议|要|须|应|[^,。;]{0,8}(?:认为|建议|提出))(?:[^,。;]{2,40}一律(?:先[^,。;]后[^,。;]|不得?[^,。;]{2,}|停止|取消|实行|纳入|按|由|须|提交)"
    r"|[^,。;]{2,24}[与和同][^,。;]{2,20}同步(?:设计|规划|施工|建设|验收))"
)


def _bids_all(sentence: Passage, date: str | None) -> bool:
    """Tell whether a sentence bids those without a name to act by a stated time: 「各单位要在每月25日前报送」."""
    told = generic_leads(sentence) or lead_units(sentence, listed=True)
    due = find_deadline(sentence, date=date) if told else None
    return due is not None and _STATES_WHEN.search(due[0].text) is not None


_STATES_WHEN = compiled("[每前内底末日月]")


def opens(flat: str) -> bool:
    """Tell whether a sentence opens with what the meeting does: 「会议要求」「会议指出」."""
    return bool(DECISION_OPENER.match(flat) or REMARK_OPENER.match(flat))


# 「会议明确：」 with paragraphs beneath it
_OPENS_ALL = compiled(
    rf"{MEETING}(?:研究|讨论|还|同时|并|经|,|一致|现)*(?:议定|明确|决定|商定|确定)(?:如下|以下|下列)?(?:几点|事项|意见|内容)?$"
)


def opens_decisions(flat: str) -> bool:
    """Tell whether the line before a colon opens the meeting's decisions: 「会议研究议定：」."""
    return _OPENS_ALL.search(flat) is not None


# 「会议强调，要倒排工期，确保11月底前全部完成」: said with stress, and due by a day
_DEMAND = compiled(r"(?:^|[,;:])(?:要|须|应|必须|务必|应当|确保|力争|请)")


def _demands(sentence: Passage, date: str | None) -> bool:
    """Tell whether a sentence demands that something be done by a day of the calendar, whoever is to do it."""
    demanded = _DEMAND.search(sentence.flat) is not None
    strict = "起至" not in sentence.flat  # 「会议强调，要吸取教训，即日起至4月30日开展整治」
    due = find_deadline(sentence, date=date, strict=strict) if demanded else None
    return due is not None and due[0].date is not None


def _is_due(sentence: Passage, behind: Behind, date: str | None) -> bool:
    """Tell whether a sentence tells anybody by when to act, or, behind a verdict, by which day a thing is due."""
    told = bool(generic_leads(sentence))
    bound = told or behind.verdict or behind.task or _demands(sentence, date) or bool(OF_ALL.match(sentence.flat))
    if not bound and behind.notes is not None and not tells_how_it_is(sentence.flat):
        # 「外架11月12日前拆完。」 in notes taken in haste
        bound = find_deadline(sentence, date=date, strict=True) is not None
    if not bound or FOOT.match(" ".join(sentence.flat.split())):
        return False
    due = find_deadline(sentence, date=date)
    # 「试点单位要尽快完善制度」 is a task; 「各部门要提高认识」 is none
    return due is not None and (told or bool(OF_ALL.match(sentence.flat)) or due[0].date is not None)


def bare_of_speaker(sentence: Passage, *, chair: str | None) -> Passage:
    """Return a sentence without what may stand before its verdict: who speaks for the meeting, and a count.

    >>> text = "二是不同意取消阶梯水价。"
    >>> bare_of_speaker(Passage(text, range(len(text))), chair=None).flat
    '不同意取消阶梯水价。'
    """
    # 「李明同意市水务局意见」, where 李明 takes the chair
    role = "(?:书记|主任|主席|董事长|总经理|组长|[省市县区镇乡校院局厅行所处科]长)"
    decides = "(?:(?:原则上?|不|暂不)?(?:同意|批准)|决定)"
    called = rf"(?:[\u4e00-\u9fff]{{0,8}}{role})?{re.escape(chair or '')}(?:同志|副?{role})?"
    spoken = rf"|{called}(?={decides})" if chair else ""
    match = re.match(_COUNTED + spoken, sentence.flat)
    return sentence.part(match.end()) if match else sentence


# 「一是同意调整水价；二是不同意取消阶梯水价」
_COUNTED = r"[一二三四五六七八九十]是(?=(?:会议)?(?:原则上?)?(?:同意|通过)|不同意|不予|暂缓|暂不)"


# 「1.关于改造范围。同意将九条道路列入计划。」: the verdict stands behind the point's own heading, or later in it
_HEADS = compiled(r"(?:关于|加快|[^,。;:]{0,4}问题)?[^,。;:]{2,20}。$")
_DECIDES_LATER = compiled(
    rf"(?:{MEETING})?(?:经?研究)?,?(?:会议)?(?:原则上?(?:同意|通过)|不同意|同意|审议通过)"
    # 「会议未采纳该建议，但同意放宽三个月。」
    rf"|{MEETING}(?:未|没有|未予)(?:采纳|同意|接受)"
)
_WITHHOLDS = compiled(
    rf"[^。;]*{MEETING}认为[^。;]{{2,40}},(?:决定)?(?:暂时?)?(?:予以)?(?:暂缓|缓议|暂不|不予|搁置)|[^。;]*{MEETING}(?:不予|不同意|未予|暂不|(?:决定)?(?:予以)?(?:暂缓|缓议|搁置))|[^。;]*(?:不(?:纳入|列入)(?:本|今)年|一并届时|不予(?:同意|通过|批准))"
)


def stating(flat: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a point that may hold a verdict: the first, one behind a heading, those that open so."""
    headed = False
    for place, (start, end) in enumerate(sentences(flat)):
        later = _DECIDES_LATER.match(flat, start, end) or _WITHHOLDS.match(flat, start, end)
        if place == 0 or headed or later:
            yield start, end
        headed = place == 0 and _HEADS.fullmatch(flat, start, end) is not None
