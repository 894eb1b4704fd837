"""How many items a meeting had, or had of a kind: heard, put to the vote, let through, turned down, put off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import target
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST, LISTED_AT_MOST
from pipeline.generation.extractive.counting import tally
from pipeline.generation.extractive.counting.item_kinds import (
    PUT_OFF,
    SAID,
    TURNED_DOWN,
    WHICH_MEETINGS,
    Kind,
    kinds_asked,
)
from pipeline.generation.extractive.counting.lists import title_line
from pipeline.generation.extractive.counting.verdict_lines import behind_its_name
from pipeline.generation.extractive.counting.whole_meeting import (
    COUNTED,
    LISTED,
    MEASURE,
    NOUN,
    REVIEWED,
    counts_items,
    is_whole,
    meant,
)
from pipeline.generation.extractive.evidence import heading, item_name, plain, point_span
from pipeline.generation.extractive.record import quote
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Item, Outcome

OF_POINTS = compiled(r"议定(?:的)?事项|议定|定下?了?(?:几|多少)|决定|明确")
THERE = compiled(
    r"(?:没|未|不)?到[会场]|缺席|请假|出席|列席|到了|来了|没来|没到|旁听|参加|在场"
    r"|(?:几|多少|哪(?:些|几)?)[个位名家]?(?:[董监理]事|委员|代表|村民|居民|部门|单位|领导|同志|人|[市县区镇局](?!里))(?!会|大会)"
)
"""Asks about people or units."""
WHICH = compiled(r"哪[一几两三四五六七八九十]?[项件桩](?!目)")
OTHER = compiled(r"^其[他它](?:事项|事宜|议题)?$")


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
    if tally.asks_step(question.text):
        return None  # 哪些事要报董事会 are not all items
    if REVIEWED.search(question.text) and any(len(source.document.items) < 2 for source in chosen):
        return None  # the projects of one matter are not items
    if not is_whole(composing, chosen, said=SAID):
        return None
    found: list[tuple[Source, Sentence]] = []
    kinds = kinds_asked(question.text)
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
        each = "、" in str(composing.question.scope.filters.get("meeting", ""))  # 第62次和第15期各有几项
        meetings = meetings if each or len(meetings) < 2 else meant(composing, meetings, said=SAID)
        return meetings if len(meetings) <= ANSWERED_AT_MOST else ()
    return meetings if len(meetings) == 1 else target.called(meetings, composing.question)


def _every(composing: Composing, meetings: Sequence[Source]) -> Sequence[Source]:
    """Return all meetings where it is asked which of them turned items down or put them off: 哪几次会议否决过事项."""
    text = composing.question.text
    asked = WHICH_MEETINGS.search(text) and (TURNED_DOWN.search(text) or PUT_OFF.search(text))
    return [] if composing.narrowed or composing.question.scope.named or not asked else meetings


def _of_kinds(source: Source, kinds: Sequence[Kind], text: str) -> list[Sentence]:
    lines: list[Sentence] = []
    counted = bool(COUNTED.search(text))
    for kind in kinds:
        held = [item for item in source.document.items if kind.holds(item)]
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
    return behind_its_name(source, item, span) if span else None


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
            places = tuple(heading(source, item) for item, _ in chosen)
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
