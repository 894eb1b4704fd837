"""What of an item a brief draft tells besides its title and verdict: amounts, who leads, by when, chosen by weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.generation.columns import one_line
from pipeline.generation.summary.aside import MAIN, is_aside
from pipeline.generation.summary.beside import AGAINST, bare, left_over, tail, whole_remark
from pipeline.generation.summary.charged import of_points
from pipeline.generation.summary.clauses import DISSENT, clauses, sentences
from pipeline.generation.summary.condense import condense
from pipeline.generation.summary.pieces import is_verdict
from pipeline.generation.summary.reserved import HELD_BACK, WHOSE, dissents, left_open
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.weighed import CHANGES, DUE, LEADS, MONEY, Detail, weigh
from pipeline.minutes import Item, Span
from pipeline.patterns import compiled

_MARKS = "。；，：;,: "
_LONGEST = 110
"""Characters that one detail may have."""
_BEHIND = 3.0
"""What is added to the weight of what a verdict says behind itself: it is part of what was decided."""
# 「可在重新评估后另行上报」
_ONCE_MORE = compiled(r"(?:再|另行|重新)(?:次|行)?(?:上?报|上会|提交|提请|研究|审议|讨论|决定|商议)")
_STEP = 3.0
"""What is added to the weight of what comes next after the verdict."""
_INSTEAD = 3.0
"""What is added to the weight of what a refusal says behind itself (不同意直接续签，改为公开招标)."""
# What a report told or somebody asked for, and not what was decided on it.
_BACKGROUND = compiled(r"汇报|介绍|提出|建议|认为|申请|拟|现行|原|曾|已|此前|上次|去年|目前|截至|累计|同比|实现|亏|欠")
_PROPOSES = compiled(r"^(?!会议|会上)[^，。]{2,16}(?:提出|建议|汇报|申请|请求)(?!的)")
_VIEWS = compiled(r"^会议(?:认为|指出)")
# 「会议听取了汇报，确定场次由40场调减为30场」: a decision that no point holds
_RULED = compiled(r"(?:会议|，)(?:经?(?:研究|讨论))?(?:一致)?(?:确定|决定|议定)(?![了的于性])")
_REMARKED = 0.6
"""The weight of what a meeting called for, beside that of a decision."""
# 「各单位要抓好落实」 says nothing; 「我们推出了…」 is the speaker's, not the meeting's
_NOTHING = compiled(
    r"我们|^因[^，。]{2,12}$|^会议(?:共|研究)?(?:议?定|明确|提出)了?(?:以下)?[一二三四五六七八九十两]+[条项点](?:意见|要求)?$|^[（(〔【](?:牵头|责任|配合|完成)|^第[（(]?[\d一二三四五六七八九十]+[)）]?[条项]|^会议(?:还)?(?:听取|审议|讨论|研究|学习|传达)了?[^，；。：]*$|^(?:各|相关|有关)*(?:区镇|板块|单位|部门|方面|责任)*要?(?:认真|切实|进一步)*(?:抓好|做好|加强)?(?:贯彻|组织|跟踪|督促)*落实(?:工作)?$"
)


def details(source: Source, item: Item) -> list[Detail]:
    """Return what an item states besides its title, verdict and next step, one sentence each, in no order."""
    several = len(item.outcomes) > 1  # 同意甲；不同意乙: what is said behind them is on one of them
    ruled_at = min((one.start for one in item.outcomes), default=item.start)  # what was reported is no decision
    found = [*(() if several else _tails(source, item)), *of_points(source, item)]
    found = [one for one in found if one.place[0] >= ruled_at or not _is_proposed(one.text)]
    found = [one for one in found if not several or weigh(one.text) >= 3]
    if found and is_aside(source, item):  # 「①不再续签；②某同志建议引入订餐，未采纳」: the first is what was decided
        main = min(found, key=lambda one: one.place)
        found = [replace(one, weight=MAIN * (one.weight + 1)) if one is main else one for one in found]
    report = source.document.kind == "rectification"
    beside = [] if report else list(left_over(source, item, [one.told for one in found], level=3))
    if several:  # what stands in the sentence of one of the verdicts goes on that one alone
        ruled = [source.around(one.span, marks="。\n") for one in item.outcomes]
        beside = [told for told in beside if not any(told.sentence.quotes[0].start in place for place in ruled)]
    put_off = bool(item.outcomes) and all(one.class_ in AGAINST for one in item.outcomes)
    told_of = _is_ruled if put_off else _is_decided  # 「建议外包，年费用约58万元。会议决定暂缓」
    if put_off and not is_aside(source, item):
        found = [one for one in found if one.place[0] >= ruled_at or _is_decision(item, one)]
    beside = [one for one in beside if one.sentence.quotes[0].start >= ruled_at or told_of(one.text)]
    found += [
        Detail(item.start, told, weigh(told.text) * (1.0 if _weighs_whole(told.text) else 0.5)) for told in beside
    ]
    found += [] if report else [*_remarks(source, item), *left_open(source, item)]
    if not several:
        found = [replace(one, weight=one.weight + _of_what_follows(item, one.text)) for one in found]
    found = [one for one in found if not (WHOSE.match(one.text) or HELD_BACK.search(one.text))]
    found += [] if report else dissents(source, item)
    least = 1.0 if item.outcomes else 0.0
    return [one for one in found if len(one.text) <= _LONGEST and one.weight >= least and not _NOTHING.search(one.text)]


def _of_what_follows(item: Item, text: str) -> float:
    """Return how much is added to the weight of what comes next after a verdict, most after a refusal or a delay."""
    step = bare(item.next_step or "")
    against = any(one.class_ in AGAINST for one in item.outcomes)
    if against and (_ONCE_MORE.search(text) or (step and step in bare(text))):
        return _STEP + _INSTEAD
    return _STEP if step and step in bare(text) else 0.0


def _is_of_the_matter(text: str) -> bool:
    """Tell whether what stands before a verdict is told in a brief draft: a reservation, or the sum decided on.

    >>> [_is_of_the_matter(text) for text in ("担保金额8000万元。", "拟由600万元调到900万元。")]
    [True, False]
    """
    return bool(DISSENT.search(text)) or bool(MONEY.search(text) and not _BACKGROUND.search(text))


def _is_decided(text: str) -> bool:
    """Tell whether what stands before a verdict is of the matter, or a decision that no point holds."""
    return _is_of_the_matter(text) or bool(_RULED.search(text))


def _weighs_whole(text: str) -> bool:
    """Tell whether what no point holds is a decision, or what somebody would not agree to."""
    return bool(_RULED.search(text) or CHANGES.search(text) or DISSENT.search(text))


def _is_decision(item: Item, one: Detail) -> bool:
    """Tell whether what stands before a refusal or a delay was decided: a numbered point, or who is to act by when."""
    numbered = any(of.label and one.place[0] in of.span for of in item.points)
    return numbered or _is_ruled(one.text) or bool(LEADS.search(one.text) or DUE.search(one.text))


def _is_ruled(text: str) -> bool:
    """Tell whether what stands before a verdict that refuses or puts off is a decision of its own, or a reservation."""
    return bool(_RULED.search(text) or DISSENT.search(text))


def _is_proposed(text: str) -> bool:
    """Tell whether a sentence only says what somebody proposed or reported, and not what is to be done by when."""
    return bool(_PROPOSES.search(text)) and not DUE.search(text)


def _remarks(source: Source, item: Item) -> Iterator[Detail]:
    """Yield what a meeting called for before it decided, of less weight than what it decided."""
    for remark in item.remarks:
        for told in source.prose(whole_remark(source, item, remark), level=3):
            if any(one.call or one.fact for sentence in sentences(told.text) for one in clauses(sentence)):
                said = replace(told, covers=frozenset([item.start]))
                own = DISSENT.search(told.text) and not _VIEWS.match(told.text)
                yield Detail(item.start, said, weigh(told.text) * (1.0 if own else _REMARKED))


def _tails(source: Source, item: Item) -> Iterator[Detail]:
    """Yield what the verdicts of an item say behind themselves (预算2150万元)."""
    for outcome in item.outcomes:
        within = any(of.start <= outcome.start < of.end and not is_verdict(item, of) for of in item.points)
        place = None if within else tail(source, item, outcome)
        if place is None:
            continue
        step = item.spans.get("next_step") if item.next_step else None
        end = step.start if step and place.start <= step.start < place.end else place.end
        wording = one_line(source.document.text[place.start : end]).strip(_MARKS + "要求请并")
        said = condense(wording, level=3).rstrip("。") if len(wording) > 3 else ""
        if said:
            told = source.tell(f"{said}。", [Span(place.start, end)], covers=[item.start])
            instead = _INSTEAD if outcome.class_ in AGAINST else 0.0
            yield Detail(item.start, told, _BEHIND + weigh(said) + instead)
