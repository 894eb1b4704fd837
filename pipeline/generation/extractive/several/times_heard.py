"""How often a matter was before a meeting, when first and when last: 上过几次会, 第一次上会是什么时候."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.evidence import heading
from pipeline.generation.extractive.several.across import OF_EACH, named
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.several.stage_lines import lines
from pipeline.generation.extractive.several.stages import Stage, stages_of
from pipeline.generation.extractive.several.wordings import CONCLUSION, VERDICT_ASKED
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Draft, Sentence

HEARD = r"(?:上会|过会|开会|研究|讨论|审议|商议|提交|提请|议)"
WHEN_OR_WHICH = r"(?:什么时候|啥时候|何时|哪(?:一)?[天年月次回场]|几月(?:几[日号])?|几号)"
HOW_OFTEN = compiled(
    rf"(?:一共|总共|先后|前后|共)*(?:上|过|开|{HEARD})(?:了|过)?(?:几|多少)[次回场](?:会议?)?"
    rf"|(?:一共|总共|先后|前后|共)*(?:在|被)?(?<!哪)(?:几|多少)[次回场]会议?(?:上|里)?{HEARD}过?"
)
FIRST = compiled(rf"(?:第一|头一?|首|最早一?|最初一?)[次回]?(?:被|拿来|拿到会上)?(?:是)?(?:在)?{HEARD}(?:的)?")
LAST = compiled(rf"(?:最近|最后|最新|上)(?:的)?一[次回](?:是)?(?:在)?{HEARD}(?:的)?")
ASKED = compiled(rf"{WHEN_OR_WHICH}(?:会议?)?(?:上)?(?:召开|开|举行)?的?")
BARE = compiled(r"(?:分别|各|都)?(?:是|在)?(?:哪[些几]?[次回场]|什么时候)(?:会议?)?(?:上)?|(?:是|在)(?=[，,？?。]|$)")
EACH = compiled(r"每[次回场]|分别|各")


def times_heard(composing: Composing) -> Draft | None:
    """Answer how often the meetings of the library dealt with a matter, or which was the first or the last.

    `None` where a question asks for something else, or where no meeting is plainly about the matter.
    """
    question = composing.question
    if question.claim or len(question.scope.every) < 2:
        return None
    text = without(question.text, question.scope.mentions, gap="，")
    often, first, last = (pattern.search(text) for pattern in (HOW_OFTEN, FIRST, LAST))
    one = first or last
    if not often and not (one and ASKED.match(text[one.end() :].lstrip("是在，, "))):
        return None
    cleaned = text
    for pattern in (FIRST, LAST, HOW_OFTEN, OF_EACH, ASKED, BARE):
        cleaned = pattern.sub("，", cleaned)
    scope = replace(question.scope, mentions=())
    own = Composing(replace(question, text=cleaned, scope=scope), composing.catalogue, composing.find)
    stages = stages_of(own, {entry.document_id: entry for entry in question.scope.entries})
    if not stages or (often and len(stages) == 1):  # that there was but one, a search cannot tell
        return None
    if not often:
        stages = [stages[-1] if first else stages[0]]
    told = EACH.search(question.text) is not None and VERDICT_ASKED.search(question.text) is not None
    found = _named(own, stages, told=told)
    return composing.draft("passages", found, preface=f"库中的会议里，研究此事的有{len(stages)}次：" if often else "")


def _named(composing: Composing, stages: Sequence[Stage], *, told: bool) -> list[Sentence]:
    """Return the meetings by name and item, each with its verdict where that is asked for."""
    found = []
    for stage in stages:
        source = stage.source
        verdicts = lines(composing, stage, [CONCLUSION]) if told else []
        if verdicts:
            found += [replace(one, text=f"{source.stamp}：{one.text}") for one in verdicts]
            continue
        found.append(named(source, stage.item, heading(source, stage.item)))
    return found
