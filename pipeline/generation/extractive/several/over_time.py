"""What became of one matter from meeting to meeting: what each says of it, newest first, each with its stamp."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.several.splitting import ASKS, DIFFERENCE, PIECE, without
from pipeline.generation.extractive.several.stages import Stage, likeliest, lines, stages_of
from pipeline.generation.extractive.several.wordings import (
    AGAIN,
    BECAME,
    CHANGED,
    FORMER,
    LESS,
    THEN_AND_NOW,
    TWO_BODIES,
    VERDICT_ASKED,
)
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing

TWO_MEETINGS = compiled(r"两[次回]")
EACH_TIME = compiled(
    r"[两三几][次回](?:[一-鿿]{0,4}会议?)?(?:上|里)?(?:都|各自?|分别)(?:是|又)?(?:怎|咋|如何|什么|多少|谁|哪|给|定|批|答|说)"
)
"""Asks what was said each time, of meetings that it does not name: 两次会都怎么答复的."""
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
    for allowed in (named, every):  # 从5月的会到6月的会 names one of two, a village others that speak of it
        stages = stages_of(composing, allowed)
        stages = _of_one_body(stages) if TWO_MEETINGS.search(text) else stages
        told = [
            (stage.source, line)
            for place, stage in enumerate(stages)
            for line in read(composing, stage, later if later and not place else asked)
        ]
        if len({source.document_id for source, _ in told}) > 1:
            return composing.stamped("passages", told, several=True)
    return None


def _asked_of_the_later(text: str) -> list[str]:
    """Return what is to be asked of the last meeting alone: all that a question goes on to ask after what was first.

    >>> _asked_of_the_later("水库加固，原来说几号开工，为什么没开成，后来推到什么时候？")
    ['水库加固，为什么没开成', '水库加固，后来推到什么时候']
    """
    former = THEN_AND_NOW.search(text)
    if former is None or BECAME.search(text):
        return []
    pieces = [match.group().strip() for match in PIECE.finditer(text)]
    asking = [place for place, piece in enumerate(pieces) if ASKS.search(piece)]
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
    return [whole if asking else f"{whole}是什么" if VERDICT_ASKED.search(whole) else f"{whole}是多少"] if whole else []
