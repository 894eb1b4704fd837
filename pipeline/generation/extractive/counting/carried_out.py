"""What became of an earlier meeting's decisions as a later one was told: how many are done, and which are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.counting.whole_meeting import meant
from pipeline.generation.extractive.record import quoted
from pipeline.generation.extractive.stretches import before_items, sentences
from pipeline.generation.understanding.written_dates import number_of
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

NUMBER = r"(?:[0-9]{1,3}|[一二三四五六七八九十百零]{1,4})"
DECIDED = (
    r"(?:会议?|办公会|董事会|常务会|党组会|院务会)[^，。？?]{0,6}?(?:议定|决定|定下?|布置|交办|安排|部署|决议|明确)"
    r"|议定事项|决议|纪要"
)
EARLIER = compiled(rf"(?:上一?[次回]|前[一几]?次|此前|之前|第?{NUMBER}次)[^，。？?]{{0,12}}?(?:{DECIDED})")
"""上次会定的事, 三届十八次董事会决议."""
DONE = r"(?:已经?|都)?(?:办结|办完|办妥|办好|执行完毕?|落实完?|完成|销号|做完|弄完|搞定|了结)"
OPEN = (
    r"(?:没有?|未|尚未|还没)(?:能)?(?:全部)?(?:办结|办完|办妥|办好|执行完?|落实完?|完成|启动|动|销号|做完|弄完|了结)"
    r"|正在|在办|推进中?|在推进|进行中|剩下?|其余|还有|没动|拖"
)
IS_OPEN, IS_DONE = compiled(OPEN), compiled(DONE)
NAMED = compiled(r"哪(?!几?天)|什么|分别")
COUNT, WHICH = compiled(r"几[项件条个桩]|多少"), compiled(r"哪|什么|分别")
ITS_STATE = compiled(
    r"(?:落实|执行|办理|办结|完成|推进|进展|督办)(?:进展|完成)?情况|应办结|共议定|已(?:办结|执行|落实|完成)"
    r"|议定事项[^，。；]{0,8}[0-9一二三四五六七八九十]+[项件条]"
)

SUMMED = compiled(rf"{NUMBER}\s*[项件条个]")
LISTS = compiled(r"(?:有|为|是|包括|：|:)")
LEFT = compiled(r"正在|其余|未启动|未办结|未完成|尚未|未落实|未执行|推进|继续督办|滞后")
FINISHED = compiled(r"已(?:经)?(?:全部)?(?:办结|办完|执行完毕|执行|落实|完成|销号)")


def carried_out(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer what became of an earlier meeting's decisions; `None` where a question asks for something else.

    Args:
        composing: the question on its way.
        meetings: the documents opened for it that record a meeting.
    """
    text = composing.question.text
    earlier = EARLIER.search(text)
    left, done = IS_OPEN.search(text), IS_DONE.search(text)
    if earlier is None or not (left or done) or not (COUNT.search(text) or WHICH.search(text)):
        return None
    chosen = meant(composing, meetings, said=(EARLIER, IS_OPEN, IS_DONE)) if len(meetings) > 1 else list(meetings)
    if not 0 < len(chosen) <= ANSWERED_AT_MOST:
        return None
    number = _ordinal(earlier.group())
    found: list[tuple[Source, Sentence]] = []
    for source in chosen:
        told = list(_told(source, number))
        wanted = LEFT if left else FINISHED
        fitting = [one for one in told if wanted.search(source.document.quote(one))]
        listing = [one for one in fitting if _is_list(source.document.quote(one), wanted)]
        counting = [one for one in fitting if SUMMED.search(source.document.quote(one))]
        places = (listing or fitting) if NAMED.search(text) else counting[:1]
        found += [(source, quoted(source, one)) for one in places]
    return composing.stamped("passages", found) if found else None


def _is_list(wording: str, wanted: re.Pattern[str]) -> bool:
    """Tell whether a sentence names what is in a state: 正在推进的有：甲、乙; 其余2项为甲、乙; 未启动的是甲."""
    match = wanted.search(wording)
    return match is not None and bool(LISTS.search(wording, match.end()))


def _ordinal(wording: str) -> int | None:
    """Return the number of the earlier meeting that a question names, or `None` for the last one."""
    found = re.findall(rf"(?<!届)({NUMBER})次", wording) or re.findall(rf"({NUMBER})次", wording)
    return number_of(found[-1]) if found else None


def _told(source: Source, number: int | None) -> Iterator[Span]:
    """Yield the sentences that tell what became of decisions, with those of the same part of the text behind them."""
    document = source.document
    for stretch in (before_items(document), *(item.span for item in document.items)):
        places = list(sentences(document, stretch))
        start = next((at for at, one in enumerate(places) if ITS_STATE.search(document.quote(one))), None)
        opening = document.quote(stretch)
        if start is None or (number is not None and not _names(opening, number)):
            continue
        if number is None and not re.search(r"次|上[一]?[次回]|议定事项|决议", opening[:400]):
            continue
        yield from places[start:]


def _names(text: str, number: int) -> bool:
    """Tell whether a text names the meeting of a number: 第十次, 三届十八次, 第10次."""
    every = re.findall(rf"({NUMBER})次", text)
    return any(number_of(one) == number for one in every)
