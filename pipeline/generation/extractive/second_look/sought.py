"""What a question looks for within an item: its words beyond what names the meeting and the item, and the slot."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.concepts import concepts_of
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.generation.extractive.reading.kinds import Wanted
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item

HELD = 0.4
"""How far a text must hold a word."""
OF_PAIR, OF_CHARACTER = 0.1, 0.05
"""What a pair of characters, or one, counts for, by how few sentences of the item hold it."""
PAIR = compiled(r"(?=([一-鿿]{2}))")
NOTHING = compiled(
    r"谁|哪[些个位家几里儿天年月一两三]*|部门|单位|科室|领导|时候|什么|啥|怎么?样?|咋|如何|为何|何时|几|多[少大高长久]|是否|有没有|没有|最后|到底|究竟|一共|总共"
    r"|[吗呢吧呀啊么嘛的了把被给在和跟与那这都也还就又再才要会能让叫请对从到向为以用个些只想得去来说是有没不人事由]"
)
"""What asks, and characters that every sentence has."""


@dataclass(frozen=True)
class Sought:
    """What is looked for in an item: the words of the question that do not name it, its pairs and characters.

    `pairs` and `characters` are weighed by how few of its sentences hold them.
    """

    text: str
    kind: Wanted
    words: tuple[Concept, ...]
    pairs: dict[str, float]
    characters: dict[str, float]

    def borne(self, said: str) -> float:
        """Return how much of what is looked for a folded text speaks of."""
        words = _held(self.words, said)
        pairs = sum(weight for pair, weight in self.pairs.items() if pair in said)
        single = sum(weight for one, weight in self.characters.items() if one in said)
        return words + OF_PAIR * pairs + OF_CHARACTER * single


def sought_in(question: Question, source: Source, item: Item, said: Sequence[str]) -> Sought:
    """Return what a question looks for in an item of which the sentences are given, folded."""
    asked, entry = fold(question.text), source.entry
    mentions = question.scope.mentions if len(asked) == len(question.text) else ()
    stamp = f"{source.meeting} {entry.name} {entry.issuing_body or ''} {entry.document_number or ''} {entry.file}"
    named = fold(f"{item.title or ''} {stamp}")
    words = tuple(
        one for one in concepts_of(asked, without=mentions) if one.word not in COMMON and one.held(named)[1] < HELD
    )
    rest = NOTHING.sub("，", blanked(asked, mentions, mark="，"))
    return Sought(
        text=asked,
        kind=kind_asked(question.text),
        words=words,
        pairs=_weighed({match[1] for match in PAIR.finditer(rest)}, named, said),
        characters=_weighed({one for one in rest if "一" <= one <= "鿿"}, named, said),
    )


def _weighed(parts: set[str], named: str, said: Sequence[str]) -> dict[str, float]:
    """Return those parts that no name of the item holds, weighed by how few of its sentences hold them."""
    counts = {part: sum(part in one for one in said) for part in parts if part not in named}
    return {part: math.log(1 + len(said) / count) for part, count in counts.items() if count}


def _held(words: Sequence[Concept], said: str) -> float:
    """Return how much of some words, by their weight, a folded text holds."""
    found = ((one.weight, one.held(said)[1]) for one in words)
    return sum(weight * held for weight, held in found if held >= HELD)
