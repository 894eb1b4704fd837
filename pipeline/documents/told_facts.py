"""The facts of the meeting where numbered parts of the record tell them: 「一、会议时间：…」, 「一、会议召开情况」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.matters.levels import names_section
from pipeline.documents.patterns import LABELS
from pipeline.documents.text.outline import Block


def facts_in_list(body: Sequence[Block]) -> list[Block]:
    """Return the facts of the meeting that stand in a numbered list: 「一、会议时间：…」, 「二、会议地点：…」."""
    told: list[Block] = []
    for block in body:
        fact = block.passage.part(block.mark.body) if block.mark else block.passage
        if LABELS.match(fact.flat):
            told.append(Block(fact))
        elif not (block.mark and names_section(block.body)):
            break
    return told


def facts_in_section(body: Sequence[Block], count: int) -> list[Block]:
    """Return the paragraphs of 「一、会议召开情况」, which say what other records say in their lead."""
    marked = [index for index in range(count, len(body)) if body[index].mark][:2]
    if not marked or not re.search(r"(?:召开|出席|基本).{0,4}情况|概况", body[marked[0]].body[:20]):
        return []
    return list(body[marked[0] + 1 : marked[1] if len(marked) > 1 else len(body)])
