"""Verdicts (议定结果): passed, agreed, rejected or put off; what comes next; votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from pipeline.documents.clean import Passage
from pipeline.documents.patterns import MEETING
from pipeline.documents.sentences import comma_outside
from pipeline.minutes import OutcomeClass

# The order decides: 「不同意」 holds 「同意」, 「原则通过」 holds 「通过」.
_VERDICTS: tuple[tuple[str, str], ...] = (
    (
        "rejected",
        r"不(?:予)?(?:同意|通过|批准|采纳|支持)|不予(?:续签|续聘|安排|受理|办理|追加|核准|采用|批复|立项|减免|认可|赔付|赔偿|补偿|列入|延期|免除|豁免|录用|聘任|推荐|提名|授予|担保|出借)|未(?:获|能|予)?(?:得)?(?:表决)?(?:通过|批准|同意)|没有(?:通过|同意|批准)"
        r"|否决|不予审议通过",
    ),
    (
        "deferred",
        r"(?:同意)?撤回(?:本|该|此)?(?:议案|议题|申请|请示|方案|提案)|暂缓(?:审议|研究|表决|实施|执行|办理|决定|通过)?|暂不(?:审议|研究|表决|通过|同意|实施|执行|决定"
        r"|作出?决定)|(?:提交|留待|待|下次|下一次|择期|另行|择日)[^,。;]{0,24}?再(?:次|行)?(?:审议|议|研究"
        r"|讨论|上会)"
        r"|[^,。;《》]{0,40}?(?:后|时)再(?:次|行)?(?:审议|议(?!案)|研究|讨论|上会|提请(?:研究|审议|讨论)|提交(?:会议"
        r"|本会)[^,。;]{0,8})|择期(?:再|另)?(?:行)?(?:审议|研究|上会)|另行(?:研究|审议|讨论|上会)"
        r"|退回[^,。;]{0,20}",
    ),
    ("approved_in_principle", r"原则上?(?:审议)?通过"),
    ("agreed_in_principle", r"原则上?(?:表示)?(?:同意|赞同|认可)"),
    ("approved", r"(?:审议|讨论|表决|研究)?(?:并)?(?:通过|同意|批准|赞成|审定(?=了|通过|《)|核准)"),
)
_ADVERBS = (
    r"(?:并|有条件|附条件|一致|全票(?:\d+票)?|\d+票全部|全体|表决|举手表决|鼓掌|举手|现场|均|决定|认为|研究|讨论|审议|审定|审核|最后|最终|正式|已"
    r"|获得|获|予以|经|后|集体|同时|还|听取并|审查|票决|逐项|分别|书面|以\d+票)*"
)
_PREAMBLE = (
    rf"(?:(?:经|经过|根据|鉴于|考虑到|为|按照)[^。;《》]{{1,60}}?,)?(?:{MEETING}"
    rf"|[\u4e00-\u9fff]{{2,6}}(?:委员会|常委会|党组|党委|班子)|[一二三四五六七八九十\d]{{1,3}}[名位][\u4e00-\u9fff]{{2,8}}?(?=一致|全票|均|都))?(?:经|经过)?(?:以[^,。;]{{2,10}}(?:方式|形式))?(?:认真|充分|集体"
    rf"|逐项|举手|现场)*(?:研究|讨论|审议|表决|票决|投票)?(?:\([^()]{{0,40}}\))?(?:后)?,?"
)
_OUTCOME = re.compile(
    rf"(?:{_PREAMBLE}){_ADVERBS}(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _VERDICTS) + r")"
)
# 「对《…》，会议同意。」「会议对…表示同意」「该议案获得通过」「表决结果：通过」: the verdict stands at the end
_AT_END = re.compile(
    rf"(?:(?:该|此|本|上述|以上)?(?:议案|议题|提案|方案|事项|决议|报告|项目|申请|请示|提议"
    rf"|办法)[^。;,]{{0,30}}?|表决(?:结果|情况)?:?[^。;]{{0,60}}?|{MEETING}对[^。;]{{2,80}}?(?:表示|予以)?)"
    rf"{_ADVERBS}(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _VERDICTS)
    + r")(?:了)?(?:此项议案|本议案|该议案|该事项)?"
)
# 「通过…方式」 is a means; 「同意见」 is no verdict; 「通过后」 is a time.
_MEANS = re.compile(
    r"(?:(?:通过|批准|同意|审定|核准)(?:后(?![勤续备期台山街湾庄村])|以后|之后|率|以来|的(?:基础|前提))"
    r"|通过[^,。;《》]{1,40}?(?:方式|形式|渠道|手段|途径|平台|机制|载体|措施|等(?:办法|方法)|来|实现"
    r"|加强|提升|推动|推进|解决|确保|促进))"
)
_UNMISTAKABLE = re.compile(r"原则上?|(?:审议|表决)(?:并)?通过|批准|核准|审定")
_MEANS_THEN = re.compile(
    r"(?:通过|批准|同意|审定|核准)(?:后(?![勤续备期台山街湾庄村])|以后|之后|率|以来|的(?:基础|前提))"
)
# 「同意4票」 counts, it does not decide
_COUNTED = re.compile(r"票|[: ]*\d+[ ]?[票名人]")
_STEP = re.compile(
    r",(?P<next>(?:会议)?(?:要求|尚需|还需|还须|仍需|决定(?:将|把|由)|请|由|待|并(?:要求|由|请|提交|提请|报|按)|责成|相关|有关"
    r"|按(?:照)?(?:程序|规定|会议)|根据会议|进一步(?:修改|完善)|会后|修改|修订|经(?:修改|进一步|完善)"
    r"|提请|提交|报|尽快|抓紧|授权|委托|公示|待公示|按程序|依程序|印发|正式)[^。;]*)"
)
_STEP_CLAUSE = re.compile(
    rf"(?:^|,)(?:{MEETING}(?:还|同时)?)?(?P<next>(?:要求|请|由|待|会后|责成|授权|经|按|根据|相关|有关"
    rf"|修改|修订|进一步|抓紧|尽快)?[^。;:,]{{0,40}}?"
    r"(?:修改(?:完善)?后|修订(?:完善)?后|按(?:照)?(?:规定|法定|有关)?程序(?!申请)|提交(?!的|了)|提请|报请"
    r"|(?<![汇申上])报(?:市|县|区|省|镇|上级|国务院|自治区)[^。;,]{0,12}?(?:审定|审批|批准|审议|研究"
    r"|备案)|印发(?:实施|执行|施行)|公布(?:实施|施行)|(?:抓好|认真)?组织实施|发文(?:施行|实施"
    r"|执行))[^。;]*)"
)


# The step stands behind another clause: 「原则同意…，高度按36米控制，修改后报主任审定。」
_LATE_STEP = re.compile(
    r",(?P<next>(?:经|待|会后)?(?:进一步)?(?:修改|修订|完善)[^,。;]{0,8}后[^。;]*"
    r"|由[^,。;]{2,40}(?:印发|公布|发布|报批|报审|组织实施|按程序|按规定)[^,。;]*"
    r"|(?:经|待|公示)[^,。;]{2,30}(?:审议|审定|审查|审核|批准|同意|论证|公示|无异议)(?:通过)?后[^,。;]*"
    r"|(?:按|依)[^,。;]{0,12}(?:权限|程序|规定)[^,。;]{0,8}(?:报批|报审|报送|上报|办理|审批)[^,。;]*|同意提交[^,。;]*"
    r"|[^,。;]{2,16}报(?:市|县|区|省|镇|州|上级|国务院|自治区|党)[^,。;]{0,14}(?:审定|审批|批准|审议|研究|备案)[^,。;]*"
    r"|(?:按程序|按规定|依程序|尚需|还需|决定将?[^,。;]{0,8})?(?:提交|提请|报请|报(?=[^,。;]{2,16}(?:审定|审批|批准|备案)))[^。;]*)"
)
HANDED_ON = re.compile(r"提交|提请|报请|(?<![汇申上])报[^,。;]{2,16}(?:备案|审批|审定|批准|审核|审议)")
"""「决定提交市委常委会研究」 tells what comes next, also where no verdict was given."""
PROCEDURE = re.compile(
    r"修改|修订|完善|提交|提请|报(?!告|道|销|表|名|到|废)|印发|发布|公布|公示|公告|实施|施行|执行|程序|审批|审定|审议|审核|备案|批准|批复|上会|再议"
    r"|签发|下发|发文|签订|签署|办理|论证|征求|另行|提出(?:修改|新)|待|备案|组织(?:实施|落实)"
)
"""Words of what comes next to the matter as a whole: 修改完善后印发, 报市委审定; 「由市教育局缴纳」 is a task."""
AGAIN = re.compile(
    r"(?:^|,|(?<=会议)|(?<=决定)|(?<=暂缓))(?P<next>(?!会议)(?!决定)[^,。;:]{0,40}?(?:再(?:次|行)?(?:审议|议(?!案)|研究|讨论|上会|提交|上报)|另行(?:研究|审议|讨论|上会)"
    r"|重新(?:提交|上会|研究|报)|(?:提交|下)次会议|择期)[^,。;:]*)"
)
"""When and how a matter that was put off comes again: 待…完成后再议, 提交下次会议审议."""
PUT_OFF = re.compile(r"[^,。;]{0,20}再(?:次|行)?(?:审议|议(?!案)|上会)$")
"""「按程序公示后再议」: the matter comes again."""


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


# No verdict without one of these: most sentences are done with here.
_ANY = re.compile(
    "通过|同意|批准|否决|暂缓|缓议|暂不|再|未决|一致|撤回|择期|另行|下次|下一次|不予|不作|不议|次不表决|重新|赞|审定|核准|采纳|支持|退回|认可"
)


def find_verdict(passage: Passage) -> Verdict | None:
    """Return the verdict that a sentence states, or `None`.

    >>> text = "会议原则通过上述文件,要求相关部门修改完善后组织实施。"
    >>> verdict = find_verdict(Passage(text, range(len(text))))
    >>> verdict.class_, text[verdict.start:verdict.end], text[slice(*verdict.next_step)]
    ('approved_in_principle', '会议原则通过上述文件', '要求相关部门修改完善后组织实施')
    """
    flat = passage.flat
    if not _ANY.search(flat):
        return None
    stop = len(flat.rstrip("。;!?:, "))
    start = _behind_votes(flat, stop)
    found = _opening(flat, start, stop)
    if found is None:
        found = next((later for comma in _commas(flat, start, stop) if (later := _later(flat, comma + 1, stop))), None)
    return found or _at_end(flat, start, stop) or _put_off(flat, start, stop)


def _opening(flat: str, start: int, stop: int) -> Verdict | None:
    match = _OUTCOME.match(flat, start, stop)
    if match is None or _means(flat, match.start(match.lastgroup or 0), match.end()):
        return None
    comma = comma_outside(flat, match.end(), stop)
    end = stop if comma is None else comma
    matter = match.end() + (1 if flat.startswith("了", match.end()) else 0)
    step = _step(flat, comma, stop)
    return Verdict(
        cast(OutcomeClass, match.lastgroup),
        start,
        end,
        (matter, end) if end - matter >= 2 and match.lastgroup != "deferred" else None,
        step.span("next") if step else None,
    )


def _step(flat: str, comma: int | None, stop: int) -> re.Match[str] | None:
    """Return what comes next, from the comma behind a verdict on; only handing on counts behind another clause."""
    if comma is None:
        return None
    if first := _STEP.match(flat, comma, stop):
        return first
    later = (_LATE_STEP.match(flat, place, stop) for place in _commas(flat, comma, stop))
    return next((match for match in later if match), None)


# What puts a matter off in any clause of a sentence, whoever says it
_PUT_OFF_CLAUSE = re.compile(
    r"(?:[^,。;]{0,24}(?<!不)(?:暂缓|缓议)(?:审议|研究|表决|实施|执行|办理|决定|通过|讨论)?(?:该|此|本)?[^,。;]{0,8}"
    r"|(?:[^,。;]{2,16}(?=本次|此次|这次))?(?:决定|同意|会议)*(?:本次|此次|这次|(?:本|该|此)(?:议题|议案|事项|次))?(?:会议|大会)?(?:暂时?)?(?:不(?:予|作|做|进行)?|未(?:进行|予)?)(?:表决|审议|议|讨论|研究|作决定)(?!案|程|的)[^,。;]{0,10}"
    r"|[^,。;]{0,30}(?:提交|留待|交|报|待|提请)?(?:下|下一)次[^,。;]{0,14}(?:审议|研究|讨论|再议|议定|决定|表决)"
    r"|[^,。;]{0,40}(?<!不)再(?:次|行)?(?:上会|议(?!案|定)|审议?|讨论)[^,。;]{0,6}"
    r"|[^,。;]{0,30}暂不(?:予)?[\u4e00-\u9fff]{2,6}(?<!为宜)"
    r"|(?:议而未决|[^,。;]{0,20}撤回(?:本|该|此)?(?:议案|议题|申请|请示|方案)?)"
    r"|[^,。;]{0,24}(?<!不)再(?:次|行|作|做)(?:调研|研究|论证|协商)"
    r"|[^,。;]{2,24}(?:另行|择期)(?:研究|审议|讨论|上会)(?:确定|决定)?"
    r"|[^,。;]{0,30}重新(?:上会|提交[^,。;]{0,12}(?:审议|研究|讨论))"
    r"|[^,。;]{0,40}再(?:次|行)?(?:提交|提请|报|上)(?:本(?!级)|会议|[^,。;]{0,4}(?:常务|办公|主任|厅务|局务|院务|党组|专题|董事|理事|监事|委员)[^,。;]{0,6}会)[^,。;]{0,8}"
    r"|[^,。;]{0,12}退回[^,。;]{0,24}"
    r"|(?:建议|同意)?改日[^,。;]{0,12})(?=[,。;]|$)"
)


# 「《…方案》此次不予通过」
_TURNED_DOWN = re.compile(
    r"[^,。;]{0,60}(?:不予(?:通过|同意|批准|采纳|核准|立项)|未(?:获|予)?(?:表决)?通过|未获(?:批准|同意))"
)


def _put_off(flat: str, start: int, stop: int) -> Verdict | None:
    left = start
    for comma in (*_commas(flat, start, stop), stop):
        if comma > left and _TURNED_DOWN.fullmatch(flat, left, comma):
            return Verdict("rejected", left, comma, None, None)
        match = _PUT_OFF_CLAUSE.match(flat, left, comma)
        if match is not None and match.end() == comma and comma > left:
            step = _step(flat, comma if comma < stop else None, stop)
            return Verdict("deferred", left, comma, None, step.span("next") if step else None)
        left = comma + 1
    return None


# Behind a comma 「通过」 is mostly a means, so only the unmistakable words count there.
_STRONG = re.compile(
    rf"(?:{MEETING}|决定|一致|表决|研究|现|审议|讨论|并|举手|鼓掌|当场|均|有条件|附条件|[一二三四五六七八九十\d]{{1,3}}[名位][\u4e00-\u9fff]{{2,8}}?(?=一致|全票|均|都)|全票)*(?:原则|不同意|不予|未[获能予得通]|没有通过|否决|暂缓|暂不"
    rf"|下次|另行|择期|再议|同意|(?:审议|鼓掌|表决|全票)(?:并)?通过|批准|通过(?=了|该|此|上述|本|《|。|$)|没有(?:同意|批准)"
    rf"|(?:此事项?|此项|该事项|此议题|该议题|该项目|本案)?(?:待|退回)[^,。;]{{1,50}}再[^,。;]{{0,4}}(?:议|研究|讨论|上会))|{MEETING}|一致|决定(?:通过|批准|下|暂|提交下|[^,。;]{{0,24}}?(?:后|时)再)"
)


_THIS = re.compile(
    r"(?:该|此|本)[\u4e00-\u9fff]{1,6}?(?:暂缓|暂不|不予|原则|获得通过|未获)"
    r"|(?:方案|议案|申请|请示|事项|建议|意见)(?:不予|未获|获得通过)"
)


# 「由20台核减为12台，余下8台不同意列入」
_THE_REST = re.compile(r"(?:余下|其余|剩余|另外?)[^,。;]{0,10}?(?=不同意|不予|暂缓|暂不)")


def _later(flat: str, start: int, stop: int) -> Verdict | None:
    if _STRONG.match(flat, start):
        return _opening(flat, start, stop)
    if (rest := _THE_REST.match(flat, start, stop)) and (found := _opening(flat, rest.end(), stop)):
        return replace(found, start=start)
    # 「会议决定，该办法暂缓审议，由市发改委补充测算。」
    return _at_end(flat, start, stop) if _THIS.match(flat, start, stop) else None


def _commas(flat: str, start: int, stop: int) -> Iterator[int]:
    at = start
    for _ in range(8):
        comma = comma_outside(flat, at, stop, signs=",:")
        if comma is None:
            return
        yield comma
        at = comma + 1


def _at_end(flat: str, start: int, stop: int) -> Verdict | None:
    # 「本议案获得通过，尚需提交股东大会审议。」
    comma = comma_outside(flat, start, stop, signs=",")
    step = _step(flat, comma, stop)
    match = _AT_END.fullmatch(flat, start, step.start() if step and step.start() == comma else stop)
    if match is None or _means(flat, match.start(match.lastgroup or 0), match.end(match.lastgroup or 0)):
        return None
    step = step if step and step.start() >= match.end() else None
    end, following = (step.start(), step.span("next")) if step else (stop, None)
    return Verdict(cast(OutcomeClass, match.lastgroup), start, end, None, following)


# 「会议经表决，同意11票，反对2票，通过…」: the counts stand before the verdict and are none
_COUNTS = re.compile(
    r"(?:[^,。;]{0,20}(?:表决|投票|票决)(?:结果)?[^,。;:]{0,10}[,:])?"
    r"(?:[^,。;]{0,12}?(?:\d+[ ]?票|(?:同意|赞成|反对|弃权|回避)[: ]*\d+[ ]?[名人位])[^,。;、]{0,8}[,、;] ?)+"
)


def _behind_votes(flat: str, stop: int) -> int:
    if "票" not in flat and not ("人" in flat and ("表决" in flat or "举手" in flat)):
        return 0
    match = _COUNTS.match(flat, 0, stop)
    # 「经表决（同意20票、反对0票）同意…」: counts in a bracket stand inside the sentence
    return match.end() if match and "(" not in match.group() else 0


def _means(flat: str, word: int, end: int) -> bool:
    at = max(word, end - 2)
    if flat.startswith("了", end):
        return False
    if _UNMISTAKABLE.match(flat, word, end) and not _MEANS_THEN.match(flat, at):
        # 「原则通过该措施」 names no means, though 通过…措施 might
        return False
    return bool(_MEANS.match(flat, at) or _COUNTED.match(flat, end)) or flat.startswith(("见", "意见"), end - 1)


def next_step_sentence(passage: Passage) -> tuple[int, int] | None:
    """Return the place of what comes next in a sentence of its own: 会议要求相关部门修改完善后提交…"""
    match = _STEP_CLAUSE.search(passage.flat)
    return match.span("next") if match else None
