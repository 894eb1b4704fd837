"""How a matter went on after what an answer tells, where a question asks for that: a later meeting goes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.replaced import BY_NOW
from pipeline.generation.extractive.several.returned import put_in_its_place, returned, with_returned
from pipeline.generation.extractive.several.splitting import PIECE, without
from pipeline.generation.extractive.several.stage_lines import ANEW, lines
from pipeline.generation.extractive.several.stages import Stage, matter_words, stages_of, weighed_items
from pipeline.generation.extractive.several.told_in import stamped_apart
from pipeline.generation.extractive.several.wordings import CONCLUSION, matter_of
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.places import of_one_house, one_body
from pipeline.generation.understanding.days import MET_THEN, MONTH
from pipeline.generation.understanding.naming import mark_of
from pipeline.generation.understanding.written_dates import date_fits, number_of
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.generation.draft import Draft, Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.minutes import Item, Span
    from pipeline.retrieval.catalogue import Entry

NOW = compiled(rf"{BY_NOW}|最后(?!一)|至今")
"""Asks how things are by now, or how a meeting ended: 现在由谁牵头, 最后给没给."""
ASKS_ON = compiled(
    r"后来|随后|其后|(?:以后|之后)(?:又|再|到底|究竟)?(?:怎么样|怎样|如何|怎么[定办说]|呢)|(?:守住|兑现|做到|办到|落实|完成|做完|弄完|修完|建成|开工|动工)了?(?:没有?|吗|么|哪一?步)|办得|办到哪|进展"
    r"|(?:变|改|换|推迟|延期|调整|提前|拖)过(?:没有?|吗|么|$)|有没有(?:再|又|重新|变|改|换|推迟|延期|调整)|再(?:次|度)?(?:上会|议(?!事)|研究|审议|讨论)"
    r"|(?:按[期时]|如期|按原计划)[^，。？?]{0,6}(?:吗|没|么)|到[^，。？?]{2,16}(?:会议?|时)(?:上|时)?[^，。？?]{0,8}(?:怎么样|如何|哪一?步|多少|几)"
)
"""Asks how things went on: 后来修好了吗, 期限守住了没有, 开工时间变过没有, 到9月那次会办得怎么样了."""
WHAT_BECAME = compiled(r"怎么[样定]|怎样|如何")
HOW_FAR = compiled(
    r"第[0-9０-９一二三四五六七八九十百]+[次期][^，。；]{0,12}(?:会议?|纪要)?[^，。；]{0,4}(?:曾|原|已|所)?(?:议定|明确|确定|要求|决定|批准|定)|上次会|原[定先]|按期|如期|未能|尚未|尚有|仍未|已(?:全部|基本|经|于)?(?:完成|建成|办结|整改|签|编|了结|到位)|截至|进度"
)
"""Tells how far things are: 第8次会议确定的8条路已完成6条, 原定6月底开工未能实现."""
SPEAKS, NEARLY = 0.25, 0.6
"""Share of the question's words that such a sentence must hold, and of what the best one holds."""
LEAST = 1.0
"""What the words must weigh together that name a matter of their own."""
NAMED = 0.6
"""Share of them that the title of a later item, or a sentence of it, must hold."""
AT_MOST = 2
"""Later meetings that are told."""
LINES = 3
"""Sentences that are told of one later meeting."""


def went_on(composing: Composing, draft: Draft) -> Draft:
    """Return an answer with what later meetings say of its matter before it, where the question asks how that went on.

    The answer stays as it is where it rests on the last meeting on the matter, or no later one tells anything of it.
    """
    question = composing.question
    text = without(question.text, question.scope.mentions, gap="，")
    months = [match["month"] for match in MONTH.finditer(text) if MET_THEN.match(text, match.end())]
    on, now = ASKS_ON.search(text) or len(months) > 1, NOW.search(text)
    own = [entry for entry in question.scope.every if entry.document_id in {one.document_id for one in draft.quotes}]
    if draft.refused or draft.preface or question.claim or not (on or now) or len(own) != 1 or not own[0].date:
        return draft
    if len({item.start for item in _items(composing, draft)}) != 1:
        return draft
    later = returned(draft, catalogue=composing.catalogue, entries=question.scope.every)
    again = [one for one in later if not one.named]
    stages = [Stage(one.source, one.item, 1.0, 1.0) for one in again]
    if on:
        stages = stages or _later(composing, draft, own[0])
        stages = stages if ASKS_ON.search(text) else _met_in(months, stages)
        told = [line for stage in stages[:AT_MOST] for line in _told(composing, stage, draft, text)]
    else:
        told = [line for stage in stages[:AT_MOST] for line in _changed(stage, draft)]
        if not told:  # 「水价最后涨没涨」: put off there, and decided here
            same = [stage for stage, one in zip(stages, again, strict=True) if one.again]
            pieces = [match.group() for match in PIECE.finditer(text)]
            decided = [line for stage in same[:1] for line in lines(composing, stage, [CONCLUSION, *pieces])]
            told = list(dict.fromkeys(decided))[:LINES]
    if told:
        draft = composing.draft("passages", stamped_apart(composing, [*told, *draft.sentences]))
    return with_returned(draft, later)


def _items(composing: Composing, draft: Draft) -> list[Item]:
    """Return the items on which an answer rests."""
    found = (composing.catalogue.document(quote.document_id).item_at(quote.start) for quote in draft.quotes)
    return [item for item in found if item is not None]


def _later(composing: Composing, draft: Draft, own: Entry) -> list[Stage]:
    """Return the items of later meetings of a body that are about the matter of an answer, or speak of it."""
    later = {
        entry.document_id: entry
        for entry in composing.question.scope.every
        if (entry.date or "") > (own.date or "") and _of_one_series(own, entry)
    }
    starts = {(own.document_id, item.start) for item in _items(composing, draft)}
    stages = stages_of(composing, {own.document_id: own, **later}) if later else []
    same = any((stage.source.document_id, stage.item.start) in starts for stage in stages)
    kin = [stage for stage in stages if same and stage.source.document_id in later]
    return kin or (_spoken_of(composing, later) if later else [])


def _met_in(months: Sequence[str], stages: Sequence[Stage]) -> list[Stage]:
    """Return those of some meetings that were in one of the months that a question names: 4月没定，6月怎么定的."""
    wanted = [f"--{number_of(month):02d}" for month in months]
    return [stage for stage in stages if any(date_fits(stage.source.entry.date, month) for month in wanted)]


def _of_one_series(one: Entry, other: Entry) -> bool:
    """Tell whether two papers are of one body or of one place, by their names or the letters of their numbers."""
    same_mark = bool(mark_of(one)) and mark_of(one) == mark_of(other)
    return one_body(one, other) or of_one_house(one, other) or same_mark


def _spoken_of(composing: Composing, later: Mapping[str, Entry]) -> list[Stage]:
    """Return the item of later meetings that is about what the question goes on to, or has a sentence on its matter."""
    text = without(composing.question.text, composing.question.scope.mentions, gap="，")
    asked = "，".join(match.group() for match in PIECE.finditer(text) if ASKS_ON.search(match.group()))
    for wording in (asked, text):
        words = matter_words(composing, matter_of(ASKS_ON.sub("，", wording)))
        if sum(word.weight for word in words) < LEAST:
            continue
        stages = [one for one in weighed_items(composing, words, later) if max(one.titled, one.spoken) >= NAMED]
        if stages:
            return [max(stages, key=lambda one: one.held)]
    return []


def _told(composing: Composing, stage: Stage, draft: Draft, text: str) -> list[Sentence]:
    """Return what a later meeting says: what it put in the place of what was told, how far things were, or decided."""
    source = stage.source
    changed = {*put_in_its_place(draft.said, source, stage.item), *_how_far(stage, text)}
    told = [passages.told(source, place) for place in sorted(changed, key=lambda one: one.start)[:LINES]]
    if told:
        return told
    pieces = [match.group() for match in PIECE.finditer(text)]
    asked = [piece for piece in pieces if ASKS_ON.search(piece)] or pieces[-1:]
    asked = [CONCLUSION if WHAT_BECAME.search(piece) else piece for piece in asked]
    return (lines(composing, stage, asked) or lines(composing, stage, [CONCLUSION]))[:LINES]


def _changed(stage: Stage, draft: Draft) -> list[Sentence]:
    """Return the sentences by which a later meeting put something else in the place of what was told."""
    source = stage.source
    return [passages.told(source, place) for place in put_in_its_place(draft.said, source, stage.item)[:LINES]]


def _how_far(stage: Stage, text: str) -> list[Span]:
    """Return the sentences of an item that tell how far things were, or set them anew, and speak of what is asked."""
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held

    document, concepts = stage.source.document, concepts_of(fold(text))
    weighed = [
        (share_held(concepts, fold(document.quote(place))), place)
        for place in sentences(document, stage.item.span)
        if HOW_FAR.search(document.quote(place)) or ANEW.search(document.quote(place))
    ]
    best = max((share for share, _ in weighed), default=0.0)
    return [place for share, place in weighed if share >= max(SPEAKS, NEARLY * best)]
