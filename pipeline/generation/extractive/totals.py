"""How many items a meeting had, or had of a kind: heard, put to the vote, let through, turned down, put off."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation import asking
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import target
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST, LISTED_AT_MOST
from pipeline.generation.extractive.evidence import heading, item_name, plain, point_span
from pipeline.generation.extractive.lists import title_line
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.whole_meeting import COUNTED, LISTED, MEASURE, NOUN, counts_items, is_whole, meant
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Item, Outcome

Found = list[tuple["Source", Sentence]]

NOT = r"(?:没有?|未|不|没能|未能)(?:被|能|获得?|得到?|予以?|给)*"
LET_THROUGH = r"(?:审议|表决|会议)?(?:原则上?)?(?:通过|同意|批准|放行|点头|答应|采纳|准许|过关|批|准|过)"
TURNED_DOWN = compiled(
    rf"{NOT}{LET_THROUGH}了?|(?:不予|未予){LET_THROUGH}|否(?:决|掉|了)了?|枪?毙掉?了?|驳回|驳了|打回|顶回去?|退回|回绝|拒绝|挡回去?|挡下|吃了?闭门羹|黄了"
)
PUT_OFF = compiled(
    r"再议|再研究|缓议|暂缓(?:审议|表决|研究|出台|通过|实施|执行)?|暂不(?:研究|审议|表决|决定|上会)|搁置|搁下|搁浅|放一放|推迟|延后|延期|往后(?:推|放|拖|再说|的)?|留待(?:往后|以后|下次|将来)?|押后|压后|挂起|缓一缓|悬而未决"
    r"|(?:下次|以后|改天)(?:会议)?再[议说上定审]|(?:没有?|未|没能)(?:当场)?(?:定下来|定论|拍板|拿定主意|下结论)"
)
WITHOUT_VERDICT = compiled(
    r"(?:没有?|未)(?:载明|写明|给出|说明|作出|明确|写|形成)?(?:审议|任何|明确的?)*(?:结论|定论|决议|决定|表态)"
)
NEITHER = compiled(r"(?:没有?|未|不)(?:被|获|能)*放行|没(?:办法)?过(?:会|关)|没成")
"""What was not let through may have been turned down or put off."""
PASSED = compiled(r"(?:审议|表决)?(?P<degree>原则上?)?(?P<word>通过|同意|批准|批了?|放行|准了|点头|过会|过关|拍板)了?")
HEARD = compiled(
    r"听(?:取|的|了)?(?:的|了)?(?:汇报|报告|(?=[^，。]{0,4}(?:汇报|报告|情况|几|多少|哪)))|(?:汇报|报告|情况通报)类"
)
PAPERS = compiled(r"(?:规范性|制度性?|正式)?(?:文件|文稿|本子)")
NOT_ALL_FOR = compiled(r"(?:不是|没有?|并非|非|未|没能)(?:获|获得|拿到)?(?:全票|一致)(?:通过|同意)?")
ALL_FOR = compiled(r"全票|一致(?:通过|同意)|没有?(?:人|谁)?(?:反对|弃权)|无(?:人)?反对|零反对")
JOINED = compiled(r"都算|合计|一并|加起来|加在一起|[或、和与及](?!其)|[（(]")
OF_POINTS = compiled(r"议定(?:的)?事项|议定|定下?了?(?:几|多少)|决定|明确")
THERE = compiled(
    r"(?:没|未|不)?到[会场]|缺席|请假|出席|列席|到了|来了|没来|没到|旁听|参加|在场"
    r"|(?:几|多少|哪(?:些|几)?)[个位名家]?(?:[董监理]事|委员|代表|村民|居民|部门|单位|领导|同志|人|[市县区镇局](?!里))(?!会|大会)"
)
"""Asks about people or units."""
WHICH_MEETINGS = compiled(r"哪(?:些|几)?[次场回个份]?(?:[^，。？?]{0,6}?会议?|纪要|文件)(?:上|里|中)?")
WHICH = compiled(r"哪[一几两三四五六七八九十]?[项件桩](?!目)")
OTHER = compiled(r"^其[他它](?:事项|事宜|议题)?$")

VOTED = compiled(r"(?:举手|投票)?表决(?:的|了)?|投了?票")
SAID = (
    WHICH_MEETINGS,
    NEITHER,
    NOT_ALL_FOR,
    WITHOUT_VERDICT,
    TURNED_DOWN,
    PUT_OFF,
    ALL_FOR,
    PASSED,
    HEARD,
    PAPERS,
    VOTED,
)
"""What a question says of the items that it counts."""

ALL_PASSED = ("approved", "approved_in_principle", "agreed_in_principle")
NAMES = {"rejected": "未获通过", "deferred": "再议或暂缓"}


@dataclass(frozen=True, slots=True)
class Kind:
    """What is counted: how to say it, and what tells an item of it; `verdicts` are the outcomes that make one."""

    name: str
    holds: Callable[[Source, Item], bool]
    verdicts: tuple[str, ...] = ()


def totals(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer how many items meetings had, or which; `None` where a question asks for something else.

    Args:
        composing: the question on its way.
        meetings: the documents opened for it that record a meeting.
    """
    question = composing.question
    if question.item_number is not None or question.titles or question.claim or not _asks(question.text):
        return None
    chosen = _meant(composing, meetings) or _every(composing, meetings)
    if not chosen or any(source.document.kind == "rectification" for source in chosen):
        return None
    if not is_whole(composing, chosen, said=SAID):
        return None
    found: Found = []
    kinds = _kinds(question.text)
    if kinds is None:
        return None
    for source in chosen:
        found += [(source, line) for line in _of_kinds(source, kinds, question.text)]
    if len(found) > LISTED_AT_MOST:
        return None
    return composing.stamped("record", found, several=len(chosen) > 1) if found else None


def _asks(text: str) -> bool:
    """Tell whether items are counted, or listed as such, and nobody who was there."""
    if THERE.search(text):
        return False
    if counts_items(text) or WHICH.search(text) or (LISTED.search(text) and NOUN.search(text)):
        return True
    return bool(WHICH_MEETINGS.search(text) and (TURNED_DOWN.search(text) or PUT_OFF.search(text)))


def _meant(composing: Composing, meetings: Sequence[Source]) -> Sequence[Source]:
    """Return the few meetings that a question means; none where it may mean any of many."""
    if composing.narrowed:
        return ()
    if composing.question.scope.named:
        meetings = meant(composing, meetings, said=SAID) if len(meetings) > 1 else meetings
        return meetings if len(meetings) <= ANSWERED_AT_MOST else ()
    return meetings if len(meetings) == 1 else target.called(meetings, composing.question)


def _every(composing: Composing, meetings: Sequence[Source]) -> Sequence[Source]:
    """Return all meetings where it is asked which of them turned items down or put them off: 哪几次会议否决过事项."""
    text = composing.question.text
    asked = WHICH_MEETINGS.search(text) and (TURNED_DOWN.search(text) or PUT_OFF.search(text))
    return [] if composing.narrowed or composing.question.scope.named or not asked else meetings


def _kinds(text: str) -> list[Kind] | None:
    """Return the kinds of items that a question counts; one that holds every item where it names none."""
    if WITHOUT_VERDICT.search(text):
        return None  # told by the list of verdicts
    rest, kinds = text, []
    if NOT_ALL_FOR.search(text):
        return [Kind("载明有反对票或弃权票", _not_all_for)]
    if ALL_FOR.search(text):
        return [Kind("载明全票或一致通过", _all_for)]
    if NEITHER.search(rest):
        rest = NEITHER.sub("，", rest)
        rejected, deferred = True, True
    else:
        rejected, deferred = False, False
    if PUT_OFF.search(rest):
        rest, deferred = PUT_OFF.sub("，", rest), True
    if TURNED_DOWN.search(rest):
        rest, rejected = TURNED_DOWN.sub("，", rest), True
    if rejected or deferred:
        wanted = [*(["rejected"] if rejected else []), *(["deferred"] if deferred else [])]
        if len(COUNTED.findall(text)) > 1 and PASSED.search(rest):
            kinds.append(_of_verdicts(asking.verdict_asked(rest) or ALL_PASSED, "通过或同意"))
        return [*kinds, _of_verdicts(tuple(wanted), "、".join(NAMES[one] for one in wanted))]
    if passed := PASSED.search(rest):
        classes = asking.verdict_asked(rest) or ALL_PASSED
        if _papers_alone(rest):
            return [_of_verdicts(classes, passed["word"], papers=True)]
        return None  # told by the list of verdicts
    if VOTED.search(rest):
        return [Kind("载明票数", lambda _, item: item.votes is not None)]
    heard, papers = bool(HEARD.search(rest)), _papers_alone(rest)
    if heard and not papers and not re.search(r"审议|文件|讨论", rest):
        kinds.append(Kind("听取汇报", _is_heard))
    elif papers and not heard:
        kinds.append(Kind("文件", _is_paper))
    return kinds or [Kind("", lambda source, item: True)]


def _of_verdicts(classes: tuple[str, ...], name: str, *, papers: bool = False) -> Kind:
    """Return the items, or those about papers, that got one of some verdicts."""

    def holds(_: Source, item: Item) -> bool:
        own = [one for one in item.outcomes if one.class_ in classes]
        return bool(own) and (not papers or "《" in item.title or any("《" in one.text for one in own))

    return Kind(name, holds, classes)


def _papers_alone(text: str) -> bool:
    return bool(
        re.search(rf"(?:几|多少|哪(?:些|[几两三四五六七八九十]{MEASURE}?))[份个项]?(?:规范性|制度性?)?文件", text)
    )


def _is_paper(source: Source, item: Item) -> bool:
    """Tell whether an item is about a paper by its title, and is not only a report on one."""
    return "《" in item.title and not _is_heard(source, item)


def _is_heard(source: Source, item: Item) -> bool:
    """Tell whether an item is a report that was heard."""
    return (item.verb or "").startswith("听") or bool(re.search(r"^听取|情况的?(?:汇报|通报|报告)$", item.title))


def _all_for(source: Source, item: Item) -> bool:
    votes = item.votes
    if votes is not None and votes.for_:
        return not votes.against and not votes.abstain
    return any("一致" in one.text or "全票" in one.text for one in item.outcomes)


def _not_all_for(source: Source, item: Item) -> bool:
    return item.votes is not None and bool(item.votes.against or item.votes.abstain)


def _of_kinds(source: Source, kinds: Sequence[Kind], text: str) -> list[Sentence]:
    lines: list[Sentence] = []
    counted = bool(COUNTED.search(text))
    for kind in kinds:
        held = [item for item in source.document.items if kind.holds(source, item)]
        if kind.verdicts:
            lines += _verdicts(source, kind, held, text)
            continue
        if not kind.name and len(source.document.items) == 1 and OF_POINTS.search(text):
            lines += _points_of(source, source.document.items[0], text)
            continue
        if counted and held:
            places = tuple(heading(source, item) for item in held)
            told = f"{source.meeting}{kind.name}的共有" if kind.name else f"{source.meeting}共有"
            lines.append(Sentence(f"{told}{len(held)}{_measured(text)}。", places, counted=len(held)))
        if held and (LISTED.search(text) or not counted or kind.name):
            lines += [_votes(source, item) or title_line(source, item) for item in held]
    return lines


def _votes(source: Source, item: Item) -> Sentence | None:
    """Return an item with its votes as they are written, where it has any."""
    span = item.spans.get("votes")
    if span is None:
        return None
    return Sentence(f"{item_name(item)}：{plain(source.document.quote(span))}", (quote(source, span),))


def _verdicts(source: Source, kind: Kind, held: Sequence[Item], text: str) -> list[Sentence]:
    """Return how many items got verdicts, those of which a part did apart, and what was said of each."""
    pairs = [(item, [one for one in item.outcomes if one.class_ in kind.verdicts]) for item in held]
    whole = [(item, own) for item, own in pairs if not _in_part(item, kind)]
    parts = [(item, own) for item, own in pairs if _in_part(item, kind)]
    lines: list[Sentence] = []
    for chosen, some in ((whole, ""), (parts, "部分内容")):
        if not chosen:
            continue
        if COUNTED.search(text):
            places = tuple(quote(source, own[0].span) for _, own in chosen)
            opening = f"{source.meeting}{kind.name}的共" if not some else f"{source.meeting}部分内容{kind.name}的有"
            lines.append(Sentence(f"{opening}{len(chosen)}{_measure(text)}：", places, counted=len(chosen)))
        lines += [_verdict(source, item, one) for item, own in chosen for one in own[: None if some else 1]]
    return lines


def _in_part(item: Item, kind: Kind) -> bool:
    """Tell whether only a part of an item was turned down or put off: 同意方案一、不同意方案二."""
    if not {"rejected", "deferred"} & set(kind.verdicts) or OTHER.search(item_name(item)):
        return False
    return any(one.class_ not in kind.verdicts for one in item.outcomes)


def _verdict(source: Source, item: Item, one: Outcome) -> Sentence:
    text = f"{item_name(item)}：{plain(one.text)}"
    return Sentence(text, (quote(source, one.span), heading(source, item)))


def _points_of(source: Source, item: Item, text: str) -> list[Sentence]:
    """Return how many points the only matter of a meeting has, and which where they are asked for."""
    labelled = [point for point in item.points if point.label] or list(item.points)
    places = tuple(quote(source, point_span(source.document, item, point)) for point in labelled)
    if not places:
        return []
    total = Sentence(f"{source.meeting}共有{len(places)}{_measure(text)}议定事项。", places, counted=len(places))
    if not LISTED.search(text):
        return [total]
    return [total, *(Sentence(plain(p.text), (place,)) for p, place in zip(labelled, places, strict=True))]


def _measured(text: str) -> str:
    """Return the measure word and the noun that a question counts with: 几个议案, 多少桩事."""
    match = re.search(
        rf"(?:几|多少)(?P<word>{MEASURE})?[^，。？?]{{0,4}}?(?P<noun>议题|议案|事项|提案|议程|文件)", text
    )
    measure = _measure(text)
    noun = match["noun"] if match else "议题"
    return f"{measure if noun != '议题' or measure in '项个' else '项'}{noun}"


def _measure(text: str) -> str:
    """Return the measure word that a question counts with; 桩 and 样 are said as 项."""
    match = re.search(r"(?:几|多少)(?P<word>[项个件条份])", text)
    return match["word"] if match else "项"
