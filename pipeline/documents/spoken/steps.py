"""What comes next (下一步) to a matter as a whole: handed on, issued, announced, or to come again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.patterns import MEETING
from pipeline.documents.text.clean import Passage
from pipeline.documents.text.sentences import commas
from pipeline.minutes import Outcome
from pipeline.patterns import compiled

# 「报董事会审批」「报县委同意后公布」, but not 「报告」「报名」
_REPORT = "报(?![告道名销表废社刊价到])"
_HAND_UP = (
    rf"(?<![汇申上]){_REPORT}[^,。;]{{2,16}}?"
    r"(?:备案|审批|审定|批准|审核|审议|核准|审查|签发|复核|研究(?!院|所|室|中心)|同意)"
)
# 「以市政府令公布」「以市政府办公室名义印发」
_ISSUED_AS = (
    r"以[^,。;]{2,20}(?:令|名义|文件|文|规章|形式|决定)(?:的?形式)?(?:正式|联合)?(?:公布|印发|发布|下发|发文|出台|执行)"
)
_ISSUED = r"(?:正式|联合|逐级|尽快)*(?:印发|公布|发布|下发|上报|签发|签署|发文|行文)"
_STEP = compiled(
    r",(?P<next>(?:会议)?(?:要求|尚需|还需|还须|仍需|决定(?:将|把|由)|请|由|待|并(?:要求|由|请|提交|提请|报|按)|责成|相关|有关"
    r"|按(?:照)?(?:程序|规定|会议)|根据会议|进一步(?:修改|完善)|会后|修改|修订|经(?:修改|进一步|完善)"
    r"|提请|提交|报|尽快|抓紧|授权|委托|公示|待公示|按程序|依程序|印发|正式)[^。;]*"
    rf"|(?:决定)?{_ISSUED_AS}[^。;]*|(?:退回|重新|另行|适时)[^。;]*)"
)
_STEP_CLAUSE = compiled(
    rf"(?:^|[,。;])[ ]*(?:{MEETING}(?:还|同时)?)?(?P<next>(?:要求|请|由|待|会后|责成|授权|经|按|根据|相关|有关"
    rf"|修改|修订|进一步|抓紧|尽快)?[^。;:,]{{0,40}}?"
    r"(?:修改(?:完善)?后|修订(?:完善)?后|按(?:照)?(?:规定|法定|有关)?程序(?!申请)|(?<!不得)(?<!不予)(?<!未)提交(?!的|了)|提请|报请|公示[^。;,]{0,8}后"
    rf"|{_HAND_UP}|{_ISSUED_AS}|后{_ISSUED}|印发(?:实施|执行|施行)|公布(?:实施|施行)|(?:抓好|认真)?组织实施|发文(?:施行|实施"
    r"|执行))[^。;]*)"
)


# The step stands behind another clause: 「原则同意…，高度按36米控制，修改后报主任审定。」
_LATE_STEP = compiled(
    r",(?P<next>[^,。;]{0,24}(?:修改|修订|完善)[^,。;]{0,8}后[^。;]*"
    rf"|{_ISSUED_AS}[^,。;]*|[^,。;]{{2,30}}后{_ISSUED}[^,。;]*"
    r"|由[^,。;]{2,40}(?:印发|公布|发布|行文|报批|报审|组织实施|按程序|按规定)[^,。;]*"
    r"|(?:经|待|公示)[^,。;]{2,30}(?:审议|审定|审查|审核|批准|同意|论证|公示|无异议)(?:通过)?后[^,。;]*"
    r"|(?:按|依)[^,。;]{0,12}(?:权限|程序|规定)[^,。;]{0,8}(?:报批|报审|报送|上报|办理|审批)[^,。;]*|同意提交[^,。;]*"
    rf"|[^,。;]{{2,16}}{_HAND_UP}[^,。;]*"
    r"|(?:按程序|按规定|依程序|尚需|还需|决定将?[^,。;]{0,8})?(?:提交|提请|报请|报(?=[^,。;]{2,16}(?:审定|审批|批准|备案)))[^。;]*)"
)
HANDED_ON = compiled(
    rf"(?<!不得)(?<!不予)(?<!未)提交|提请|报请|公示[^。;,]{{0,8}}后|{_HAND_UP}|{_ISSUED_AS}|(?:由|后)[^,。;]{{0,20}}(?:印发|行文|下发)"
)
"""「决定提交市委常委会研究」 tells what comes next, also where no verdict was given."""
PROCEDURE = compiled(
    r"修改|修订|完善|提交|提请|报(?!告|道|销|表|名|到|废)|印发|发布|公布|公示|公告|实施|施行|执行|程序|审批|审定|审议|审核|备案|批准|批复|上会|再议"
    r"|重新|退回|再报|行文|签发|下发|发文|签订|签署|办理|论证|征求|另行|提出(?:修改|新)|待|组织(?:实施|落实)"
)
"""Words of what comes next to the matter as a whole: 修改完善后印发, 报市委审定; 「由市教育局缴纳」 is a task."""
_AGAIN = compiled(
    r"(?:^|,|(?<=会议)|(?<=决定)|(?<=暂缓))(?P<next>(?!会议)(?!决定)[^,。;:]{0,40}?(?:再(?:次|行)?(?:审议|议(?!案)|研究|讨论|上会|提交|提请|上报|报(?![告道名]))|另行(?:研究|审议|讨论|上会)"
    r"|再作(?:调研|研究|论证)|另行(?:报|申请)|重新(?:提交|上会|研究|报|起草)"
    r"|提交次会议|下一?次[^,。;:]{0,14}会议?|择期)[^,。;:]*)"
)
_BARE = compiled(r"再(?:行|次)?(?:议|研究|审议|讨论)")
_BEFORE_WHOM = compiled(r"提交|提请|上会|会议|下一?次|报")
PUT_OFF = compiled(r"[^,。;]{0,20}再(?:次|行)?(?:审议|议(?!案)|上会)$")
"""「按程序公示后再议」: the matter comes again."""


def step_behind(flat: str, comma: int | None, stop: int) -> re.Match[str] | None:
    """Return what comes next, from the comma behind a verdict on; only handing on counts behind another clause."""
    if comma is None:
        return None
    if first := _STEP.match(flat, comma, stop):
        return first
    later = (_LATE_STEP.match(flat, place, stop) for place in commas(flat, comma, stop))
    return next((match for match in later if match), None)


# 「待市财政局补充材料后再议」, but not 「待环评通过后，由市水利局办理手续」
_CONDITION = compiled(r"待(?![^,。;]{2,40}[后时],(?:再)?(?:由|请|责成|授权|委托))")


def is_condition(flat: str) -> bool:
    """Tell whether what stands behind a verdict only says on what it hangs, and bids nobody.

    >>> is_condition("待市财政局补充材料后再议"), is_condition("待环评通过后,由市水利局办理手续")
    (True, False)
    """
    return _CONDITION.match(flat) is not None


def again_in(passage: Passage, start: int = 0) -> tuple[int, int] | None:
    """Return the place of how a matter that was put off comes again; 「再议」 alone tells no more than the verdict.

    >>> text = "会议决定再议,社会事务办补充考察后提交下次办公会研究。"
    >>> text[slice(*again_in(Passage(text, range(len(text)))))]
    '社会事务办补充考察后提交下次办公会研究'
    """
    found = [match for match in _AGAIN.finditer(passage.flat, start) if not _BARE.fullmatch(match["next"])]
    best = next((match for match in found if _BEFORE_WHOM.search(match["next"])), found[0] if found else None)
    return best.span("next") if best else None


# 「同意印发执行」「同意报县委组织部备案」: what was agreed to is what comes next
STEP_AGREED = compiled(rf"(?:按(?:照)?(?:规定)?程序|印发|{_REPORT}|上报|提交|提请|公布|发布)[^《》]*$")


# 「（五）由区教育局根据会议意见修改完善后按程序报区委审定。」「（一）《方案》由…修改后印发。」
_OF_THE_WHOLE = compiled(
    rf"(?=《|(?:该|本|此)?(?:方案|办法|文件|意见|规划|规定|细则)|[^。;]{{0,24}}会议[^,。;]{{0,6}}意见)[^。;]{{0,50}}?"
    rf"(?:修改|修订|完善)[^。;]{{0,16}}?(?:提交|提请|{_HAND_UP}|{_ISSUED_AS}|印发)[^。;]*"
)


def whole_in(point: Passage) -> tuple[int, int] | None:
    """Return the place of what comes next to the whole matter, where one of its points tells that."""
    match = _OF_THE_WHOLE.match(point.flat)
    return match.span() if match else None


def next_step_sentence(passage: Passage) -> tuple[int, int] | None:
    """Return the place of what comes next in a sentence of its own: 会议要求相关部门修改完善后提交…"""
    match = _STEP_CLAUSE.search(passage.flat)
    return match.span("next") if match else None


def step_said(part: Passage, outcomes: Sequence[Outcome], *, handed: bool) -> tuple[int, int] | None:
    """Return where a sentence behind the verdicts of an item says what comes next.

    Args:
        part: the sentence.
        outcomes: the verdicts before it.
        handed: only a step by which the matter is handed on counts (提交市委常委会审议), or that it comes again.
    """
    step = next_step_sentence(part)
    if step and ((outcomes and not handed) or HANDED_ON.search(part.flat[slice(*step)])):
        return step
    # 「缓议。待摸清情况后再报。」
    waits = bool(outcomes) and outcomes[-1].class_ in ("deferred", "rejected")
    return again_in(part) if waits else None
