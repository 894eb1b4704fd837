"""What became of one matter from meeting to meeting: what each says of it, newest first, each with its stamp."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive import matters, passages
from pipeline.generation.extractive.evidence import COMMON, Source, Terms
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import STRICT, holds
from pipeline.generation.extractive.several.named_apart import of_one_place
from pipeline.generation.extractive.several.splitting import ASKS, CHANGED, PIECE, VERDICT_ASKED, without
from pipeline.generation.extractive.stretches import with_what_follows
from pipeline.generation.extractive.target import Target
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.generation.draft import Draft, Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.minutes import Item
    from pipeline.retrieval.catalogue import Entry

LESS = compiled(
    r"(?:后来|现在|最后|这次|后一次|最新)?(?:那次|这次)?(?:会议?|常务会)?(?:上)?(?:比|较|同|与|和)(?:前一次|上一?次|原先|原来|之前|以前|原计划|当初|第一次|最初|原定)(?:的?会议?)?(?:相比)?(?:是|又|还)?(?P<way>[少多增减降涨高低缩压调提推]{1,2}[加少低高短长掉迟晚]?)了?"
)
"""Asks for a difference: 比前一次少了多少亩."""
THEN_AND_NOW = compiled(r"(?:原来|原先|原定|起初|最初|开始|一开始|当初|先前).{1,24}(?:后来|现在|最后|最终|如今)")
"""业主原来是谁，后来改成了谁."""
FORMER = compiled(r"原来|原先|原定|起初|最初|一开始|开始|当初|先前|[，,].*")
BECAME = compiled(
    r"(?:后来|最后|最终|之后|现在)(?:的?(?:情况|结果))?(?:又|都|到底|究竟)?"
    r"(?:怎么样|怎样|咋样|如何|咋定|怎么定|怎么办|成)(?:了|的|啦)*(?:没有?|吗)?[？?。]*$"
)
"""夜班公交后来怎么样了."""
TOGETHER = compiled(
    r"(?:从|到|在)?(?:[0-9]{1,2}月|两次|前后|[两几三]次|第[0-9一二三四五六七八九十]+次)(?:份|的)?(?:[一-鿿]{0,6}会议?)?(?:上|里|时)?"
)
AGAIN = compiled(
    r"实际|后来|自己|现在|又[^，。]{0,4}(?:定|改|宽|要求)|[0-9一二三四五六七八九十]+月[^，。]{0,8}[会时说]|[一-鿿]会(?:上|说|定)"
)
"""Of another meeting, or of what was done."""
TIMES = compiled(
    r"原来|原先|后来|最后|最终|现在|改成|实际|[县市区镇省]里|两次|[两几三]回|开会|上会|当家|变化|到底|那次|这次"
)
"""Words of time and of meetings, which name no matter."""
BARE = compiled(r"(?:是|有|为)?(?:多少|几|什么|谁)")
"""Begins a question whose matter stands before it."""
NO_MATTER = compiled(
    r"时间|日期|日子|数量|标准|金额|今年|明年|去年|[一-鿿]?年度?|结论|预算|结果|定[的了下]来?|自己|最[长短多少高低]|允许|一次"
)
"""Words of what is asked of a matter, which do not tell it."""
HITS = 40
SAME, TITLED = 0.6, 0.2
"""Share of the matter's words that the item most about it must hold, and its title."""
NEARLY = 0.6
"""Share of what that item holds which one of another meeting must hold."""
ALIKE = 0.6
"""Share of the words of one title that the other must hold."""
WHICH_DAY, DATED = compiled(r"哪一?天|几号|几月"), compiled(r"[0-9]+月|[0-9]+[日号](?!内)|[年月]底")
ENOUGH = 0.06
"""How likely a sentence of such an item must be to tell what is asked."""
AT_MOST = 5
ANNOUNCED = 240


@dataclass(frozen=True, slots=True)
class Stage:
    """An item of one meeting that is about the matter, and how much of its words it holds."""

    source: Source
    item: Item
    share: float
    titled: float


def over_time(composing: Composing, *, twice: bool = False) -> Draft | None:
    """Answer how a matter changed from meeting to meeting.

    `None` where a question asks no such thing, or where only one meeting tells.

    Args:
        composing: the question on its way.
        twice: the question may also ask one thing of two meetings, each in a clause of its own.
    """
    question = composing.question
    if question.claim or len(question.scope.every) < 2:
        return None
    text = without(question.text, question.scope.mentions, gap="，")
    changed = any(pattern.search(text) for pattern in (CHANGED, LESS, THEN_AND_NOW, BECAME))
    if not changed and not (twice and _asks_twice(text)):
        return None
    asked = _asked(text)[: None if changed else 1]
    named = {entry.document_id: entry for entry in question.scope.entries}
    every = {entry.document_id: entry for entry in question.scope.every}
    for allowed in (named, every):  # 从5月的会到6月的会 names one of two, a village others that speak of it
        stages = _stages(composing, asked, allowed)
        told = [(stage.source, line) for stage in stages for line in lines(composing, stage, asked)]
        if len({source.document_id for source, _ in told}) > 1:
            return composing.stamped("passages", told, several=True)
    return None


def _asks_twice(text: str) -> bool:
    """Tell whether a text asks for things of one kind twice, the second time of another meeting or of what was done.

    >>> _asks_twice("县里要求几号完成，镇上自己又定的几号完工？"), _asks_twice("总投资多少，资本金多少？")
    (True, False)
    """
    asking = [match.group() for match in PIECE.finditer(text) if ASKS.search(match.group())]
    kinds = {kind_asked(piece).kind for piece in asking}
    return len(asking) == 2 and len(kinds) == 1 and kinds <= set(STRICT) and bool(AGAIN.search(asking[1]))


def _asked(text: str) -> list[str]:
    """Return the questions to be put to each meeting: what is asked, without asking how it changed.

    >>> _asked("票价前后有什么变化？"), _asked("用地比前一次少了多少亩？"), _asked("夜班公交后来怎么样了？")
    (['票价是多少'], ['用地多少亩'], ['夜班公交结果是什么'])
    """
    text = LESS.sub("", CHANGED.sub("", text))
    if BECAME.search(text):
        return [BECAME.sub("结果是什么", text).strip("，。？? ")]
    pieces = [piece.strip("，,。；;？?、 ") for piece in re.split(r"[，,。；;？?、]", text)]
    pieces = [piece for piece in pieces if piece]
    asking = [piece for piece in pieces if ASKS.search(piece)]
    if THEN_AND_NOW.search(text) and asking:
        return [FORMER.sub("", asking[0])]
    if asking and not BARE.match(asking[0]):
        return asking
    whole = "".join(pieces)
    return [whole if asking else f"{whole}是什么" if VERDICT_ASKED.search(whole) else f"{whole}是多少"] if whole else []


def _stages(composing: Composing, asked: list[str], allowed: Mapping[str, Entry]) -> list[Stage]:
    """Return the items that are about one matter of one place, the best of each document, newest first."""
    concepts = matter_words(composing)
    if not concepts:
        return []
    found = weighed_items(composing, concepts, allowed)
    first = max(found, key=lambda stage: stage.share + stage.titled, default=None)
    if first is None or first.share < SAME or first.titled < TITLED:
        return []
    best: dict[str, Stage] = {}
    for stage in found:
        known = best.get(stage.source.document_id)
        if stage.share < first.share * NEARLY or not kin(first, stage):
            continue
        if known is None or stage.share + stage.titled > known.share + known.titled:
            best[stage.source.document_id] = stage
    kept = sorted(best.values(), key=lambda stage: stage.source.entry.date or "", reverse=True)
    return kept if len(kept) <= AT_MOST else []


def weighed_items(composing: Composing, concepts: list[Concept], allowed: Mapping[str, Entry]) -> list[Stage]:
    """Return the items that a search finds in some documents, each with how much it holds of the words of a matter."""
    found: dict[tuple[str, int], Stage] = {}
    for hit in composing.find(" ".join((*composing.question.titles, composing.question.text)), HITS):
        if hit.document_id not in allowed or not allowed[hit.document_id].date:
            continue
        source = Source(allowed[hit.document_id], composing.catalogue.document(hit.document_id))
        item = source.document.item_at(hit.start)
        if item is not None:
            found.setdefault((hit.document_id, item.start), _weighed(source, item, concepts))
    return list(found.values())


def kin(one: Stage, other: Stage) -> bool:
    """Tell whether two items are of one place and alike in title."""
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held

    if one is other:
        return True
    from pipeline.generation.summary.matter import matter_name

    here, there = (stage.source.entry for stage in (one, other))
    if here.document_id == there.document_id or not of_one_place(here, there):
        return False
    name, called = (fold(matter_name(stage.item.title)) for stage in (one, other))
    return max(share_held(concepts_of(name), called), share_held(concepts_of(called), name)) >= ALIKE


def matter_words(composing: Composing, text: str | None = None) -> list[Concept]:
    """Return the words that name a matter, those of the names of the documents in question aside.

    Args:
        composing: the question on its way.
        text: what names the matter, where that is not the whole question.
    """
    from pipeline.generation.extractive.reading.concepts import concepts_of

    question = composing.question
    if text is None:
        text = without(question.text, question.scope.mentions, gap="，")
        for pattern in (CHANGED, LESS, BECAME, TOGETHER, VERDICT_ASKED, TIMES):
            text = pattern.sub("，", text)
    found = concepts_of(fold(" ".join((*question.titles, text))))
    words = [one for one in found if len(one.word) > 1 and one.word not in COMMON and not NO_MATTER.fullmatch(one.word)]
    entries = question.scope.entries if question.scope.named else ()
    names = "".join(f"{entry.issuing_body or ''}{entry.name}{entry.meeting_name or ''}" for entry in entries)
    return [one for one in words if one.word not in names] or words


def _weighed(source: Source, item: Item, concepts: list[Concept]) -> Stage:
    from pipeline.generation.extractive.reading.concepts import share_held

    title = fold(item.title)
    said = fold(source.document.quote(item.span))
    return Stage(source, item, share_held(concepts, f"{title} {said}"), share_held(concepts, title))


def lines(composing: Composing, stage: Stage, asked: list[str]) -> list[Sentence]:
    """Return what a meeting says of the matter: an answer to each thing asked, each sentence once."""
    found: dict[str, Sentence] = {}
    for text in asked:
        if line := _line(composing, stage, text):
            found.setdefault(line.text, line)
    return list(found.values())


def tells_kind(text: str, said: str) -> bool:
    """Tell whether a sentence holds the strict kind of thing that a text asks for: of which day it is, a date.

    >>> tells_kind("哪天完成", "批复后45日内完成"), tells_kind("哪天完成", "7月31日前完成")
    (False, True)
    """
    kind = kind_asked(text)
    if kind.kind not in STRICT:
        return True
    return holds(kind, fold(said)) and not (WHICH_DAY.search(text) and not DATED.search(fold(said)))


def _line(composing: Composing, stage: Stage, text: str) -> Sentence | None:
    from pipeline.generation.extractive.reading.candidates import candidates_in  # numpy: only where it reads

    kind = kind_asked(text).kind
    if kind == "verdict" or VERDICT_ASKED.search(text):
        told = matters.outcome(Target(stage.source, stage.item, 1.0), Terms({}))
        if told:
            return told[0]
    scope = replace(composing.question.scope, mentions=())
    question = replace(composing.question, text=text, aspect=None, titles=(), inherited=(), scope=scope)
    read = candidates_in(question, stage.source, stage.item)
    title = stage.item.spans.get("title")
    for one in read:
        if one.likely < ENOUGH:
            break
        if title is not None and one.span.start <= title.start < one.span.end <= title.end + 1:
            continue
        if not tells_kind(text, one.text):
            continue
        if one.can or kind not in STRICT:
            place = passages.without_label(one.source, one.span)
            place = with_what_follows(one.source.document, place, within=stage.item.span, limit=ANNOUNCED)
            return passages.said(one.source, place)
    return None
