"""What became of one matter from meeting to meeting: what each says of it, newest first, each with its stamp."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.several.named_apart import named_apart
from pipeline.generation.extractive.several.one_side import ASKS, DIFFERENCE
from pipeline.generation.extractive.several.splitting import PIECE, without
from pipeline.generation.extractive.several.stage_lines import likeliest, lines
from pipeline.generation.extractive.several.stages import Stage, asks_for_its_size, stages_of
from pipeline.generation.extractive.several.wordings import (
    AGAIN,
    AGAIN_BARE,
    BECAME,
    CHANGED,
    CONCLUSION,
    FORMER,
    HOW_MUCH,
    LESS,
    THEN_AND_NOW,
    TWO_BODIES,
    VERDICT_ASKED,
)
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft

TWO_MEETINGS = compiled(r"两[次回]")
EACH_TIME = compiled(
    r"[两三几][次回](?:[一-鿿]{0,4}会议?)?(?:上|里)?(?:都|各自?|分别)(?:是|又)?(?:怎|咋|如何|什么|多少|谁|哪|给|定|批|答|说)"
    r"|[两三几][次回](?:上会|过会|开会|[一-鿿]{0,4}会议?|研究|讨论|审议)(?:上|里)?[，,]?[^，,。？?]{0,8}?(?:各自?|分别)(?:是|又|由|有|为|定|在)*(?:怎|咋|如何|什么|多少|几|谁|哪|啥)"
)
"""Asks what was said each time, of meetings that it does not name: 两次会都怎么答复的, 两次上会，结论各是什么."""
MEASURED = compiled(
    r"的?(?:总?投资额?|[概预估]算|资金|经费|费用|金额|造价|工期|[时期]限|时间|(?:牵头|责任|配合)?(?:单位|部门|人))"
)
"""What is asked of a matter and names none: a meeting may have dealt with it without a word on that."""
BARE = compiled(r"(?:是|有|为)?(?:多少|几|什么|谁)")
"""Begins a question whose matter stands before it."""


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
    changed = EACH_TIME.search(text) or any(pattern.search(text) for pattern in (CHANGED, LESS, THEN_AND_NOW, BECAME))
    of_two = twice and TWO_BODIES.search(text) is not None
    if not changed and not of_two and not (twice and _asks_twice(text)):
        return None
    asked, read = _asked(text), lines if changed or of_two else likeliest
    later = _asked_of_the_later(text)
    named = {entry.document_id: entry for entry in question.scope.entries}
    every = {entry.document_id: entry for entry in question.scope.every}
    beside = len(named) > 1 and len(named_apart(question)) > 1 and BECAME.search(text) is None
    each_named = set(named) if beside else set[str]()
    # 从5月的会到6月的会 names one of two, a village others that speak of it
    for allowed in (named, every):
        stages = stages_of(composing, allowed)
        stages = _of_one_body(stages) if TWO_MEETINGS.search(text) else stages
        told = [
            (stage.source, line)
            for place, stage in enumerate(stages)
            for line in read(composing, stage, _of_stage(stage, later if later and not place else asked))
        ]
        ids = {source.document_id for source, _ in told}
        if len(ids) > 1 and each_named <= ids:
            return composing.stamped("passages", told, several=True)
    return None


def left_silent(composing: Composing, draft: Draft) -> Draft:
    """Return an answer to what was said each time with a word on the meetings that say nothing of it.

    Of a matter that two meetings dealt with, what one of them says is half of what is asked.
    """
    question = composing.question
    if draft.refused or draft.route != "passages" or question.claim or len(question.scope.every) < 2:
        return draft
    text = without(question.text, question.scope.mentions, gap="，")
    if not any(pattern.search(text) for pattern in (EACH_TIME, CHANGED, THEN_AND_NOW)):
        return draft
    matter = replace(question, text=MEASURED.sub("，", text), scope=replace(question.scope, mentions=()))
    own = Composing(matter, composing.catalogue, composing.find)
    stages = stages_of(own, {entry.document_id: entry for entry in question.scope.entries})
    told = {quote.document_id for quote in draft.quotes}
    silent = [stage.source.stamp for stage in stages if stage.source.document_id not in told]
    if not silent or len(silent) == len(stages) or any(stamp in draft.preface for stamp in silent):
        return draft
    return replace(draft, preface=f"{'、'.join(silent)}也研究过此事，所问内容没有查到。{draft.preface}")


def _of_stage(stage: Stage, asked: list[str]) -> list[str]:
    """Return what is asked of one meeting: of a matter that its item is about, and of nothing in it, the verdict."""
    return [CONCLUSION] if any(asks_for_its_size(stage, one) for one in asked) else asked


def _asked_of_the_later(text: str) -> list[str]:
    """Return what is to be asked of the last meeting alone: all that a question goes on to ask after what was first.

    >>> _asked_of_the_later("水库加固，原来说几号开工，为什么没开成，后来推到什么时候？")
    ['水库加固，为什么没开成', '水库加固，后来推到什么时候']
    """
    former = THEN_AND_NOW.search(text)
    if former is None or BECAME.search(text):
        return []
    pieces = [match.group().strip() for match in PIECE.finditer(text)]
    asking = [place for place, piece in enumerate(pieces) if ASKS.search(piece) and not AGAIN_BARE.fullmatch(piece)]
    if len(asking) < 2:
        return []
    matter = text[: former.start()].strip("，, ")
    return [f"{matter}，{pieces[place]}".lstrip("，") for place in asking[1:]]


def _of_one_body(stages: list[Stage]) -> list[Stage]:
    """Return the two meetings of the one body that dealt with a matter twice; all where none, or several did."""
    own: dict[str, list[Stage]] = {}
    for stage in stages:
        own.setdefault(stage.source.entry.issuing_body or "", []).append(stage)
    twice = [each for each in own.values() if len(each) == 2]
    return twice[0] if len(twice) == 1 else stages


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
    text = DIFFERENCE.sub("", TWO_BODIES.sub("", LESS.sub("", CHANGED.sub("", text))))
    if became := BECAME.search(text):
        return [f"{text[: became.start()]}结果是什么".strip("，。？? ")]
    pieces = [piece.strip("，,。；;？?、 ") for piece in re.split(r"[，,。；;？?、]", text)]
    pieces = [piece for piece in pieces if piece]
    asking = [piece for piece in pieces if ASKS.search(piece)]
    if THEN_AND_NOW.search(text) and asking:
        return [FORMER.sub("", asking[0])]
    if asking and not BARE.match(asking[0]):
        return asking
    whole = "".join(pieces)
    if asking or not whole:
        return [whole] if whole else []
    return [f"{whole}是什么" if VERDICT_ASKED.search(whole) else f"{whole}{HOW_MUCH}"]
