"""What a meeting did where it decided nothing: it heard or learnt of a matter; and who speaks where a clause opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import bare
from pipeline.generation.summary.titles import short_title
from pipeline.generation.summary.told import Source, Told
from pipeline.minutes import RECORDED, Item
from pipeline.patterns import compiled

_DECIDING = frozenset(("讨论", "审议", "审定", "研究"))
"""Verbs of headings behind which a verdict is to be expected."""
_REPORTED = compiled(r"^由(?P<who>[^，。]{2,40})汇报。$")
_ONLY_HEARD = compiled(
    r"(?:[\u4e00-\u9fff]{0,4}(?:意见|结果)：)?(?:会议)?听取了?(?:[^，。；]{0,12}(?:情况|进展|工作))?的?(?:汇报|通报|报告|介绍|说明)。?"
)
_CALLS = compiled(r"^(?:要求|决定)(?![的者书])")
_VOTES = compiled(r"[；，](?:书面|举手|无记名)?(?:投票)?表决(?:情况|结果)?[：:]?(?:同意|赞成|应到|全票)[^。；]*")
_LEAST = 6
_MEETING = compiled(r"^(?:会议|经(?:会议)?(?:研究|讨论|审议))")


def is_only_heard(source: Source, item: Item, told: Sequence[Told]) -> bool:
    """Tell whether a meeting learnt or heard of a matter and no sentence names it."""
    if source.document.kind not in RECORDED or item.outcomes or not item.verb or item.verb in _DECIDING:
        return False
    name = bare(short_title(one_line(item.title)))
    return not any(name in bare(entry.text) for entry in told)


def says_only_heard(text: str) -> bool:
    """Tell whether a sentence says no more than that a report was heard.

    >>> says_only_heard("会议听取了情况汇报。"), says_only_heard("会议听取了汇报，认为进度滞后。")
    (True, False)
    """
    return bool(_ONLY_HEARD.fullmatch(text))


def heard(source: Source, item: Item, opener: Told) -> Told:
    """Return who reported, as what the meeting heard where it did no more (会议听取了某局局长李某的汇报)."""
    match = _REPORTED.match(opener.text)
    if item.outcomes or item.verb != "听取" or match is None:
        return opener
    text = f"会议听取了{match['who']}的汇报。"
    spoken = replace(opener, sentence=replace(opener.sentence, text=text))
    return spoken if source.holds(spoken) else opener


def with_subject(source: Source, told: Told) -> Told:
    """Return a sentence that opens with 要求 or 决定 with 会议 before it, where its own sentence has that subject."""
    if not _CALLS.match(told.text) or told.sentence.counted is not None:
        return told
    quote = told.sentence.quotes[0]
    before = source.document.text[source.around(quote.span).start : quote.start]
    spoken = replace(told, sentence=replace(told.sentence, text=f"会议{told.text}"))
    return spoken if _MEETING.match(one_line(before)) and source.holds(spoken) else told


def as_task(source: Source, told: Told) -> Told:
    """Return an order for a list of tasks, without 要求 before whoever is to carry it out and the votes on it."""
    text = _VOTES.sub("", told.text).removeprefix("要求").lstrip("，：")
    if text == told.text or len(text) < _LEAST:
        return told
    bare_order = replace(told, sentence=replace(told.sentence, text=text))
    return bare_order if source.holds(bare_order) else told
