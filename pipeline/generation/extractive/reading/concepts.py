"""The words of a question that a sentence must hold to answer it, each with what else would say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.generation.extractive.evidence import COMMON, COMMON_WEIGHT, FIGURE, THOUSANDS
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.thesaurus import load_thesaurus

PAIRS = 0.5
"""Share of a long word's pairs of characters that a text must hold to count as holding it in part."""
PARTLY = 0.8

_WH = compiled(r"谁|哪|什么|啥|怎|咋|几[个项条家人次点票位号月]|多少|为何|如何|何[时人]|[吗呢]")
_ASKING = compiled(
    r"谁|哪(?:些|个|位|家|几|里|儿|天|年|月|一|两|三)*[个位家项件条种回次份]?|什么(?:时候|时间|样)?|啥(?:时候|时)?|怎么样?|咋样?|怎样|如何|为什么|为何|何时|何人|几[个项条家人次点票位种号月成分]*|多少[个项条家人次户元钱块]*"
    r"|多[大高长久]|是否|有没有|是不是|能不能|要不要|还是|最后|到底|究竟|当时|一共|总共|分别|各自?|那次|那个|这个|那份|这份|那项|那套|那笔|那场|这次|会上|会议|上会|开会|常务会议?|纪要|请问|说的|讲的|的话"
    r"|[吗呢吧呀啊么嘛的了把被给在和跟与那这都也还就又再才要会能让叫请对从到向为以用个些只让想]"
)


@dataclass(frozen=True, slots=True)
class Concept:
    """A word of the question: how telling it is (0 to 1), and other words for it, each with its worth below 1."""

    word: str
    weight: float
    others: tuple[tuple[str, float], ...] = ()

    def held(self, folded: str) -> tuple[float, float]:
        """Return how far a folded text holds the word itself, and how far the word or another for it (0 to 1)."""
        plain = _held(self.word, folded)
        if plain == 1.0:
            return 1.0, 1.0
        return plain, max([plain, *(worth for other, worth in self.others if other in folded)])


def share_held(concepts: Sequence[Concept], folded: str) -> float:
    """Return how much of some concepts, by their weight, a folded text holds under any name; 1 where there are none."""
    total = sum(one.weight for one in concepts)
    return sum(one.weight * one.held(folded)[1] for one in concepts) / total if total else 1.0


def concepts_of(folded: str, *, without: Sequence[tuple[int, int]] = ()) -> tuple[Concept, ...]:
    """Return the concepts of a folded question.

    Args:
        folded: the question.
        without: places that name a meeting, a body or a date; documents are chosen by them, not sentences.

    >>> [concept.word for concept in concepts_of("老楼装电梯要补多少钱")]
    ['老楼', '装电梯', '补']
    """
    lexicon = load_lexicon()
    text = blanked(folded, without, mark="，")
    characters = list(text)
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for known in load_thesaurus().find(text):
        if _WH.search(known.word) or not _ASKING.sub("", known.word):  # 那次会 is no word of the matter
            continue
        found[known.word] = tuple(known.others.items())
        characters[known.start : known.end] = "，" * (known.end - known.start)
    for word in lexicon.segment(_ASKING.sub("，", "".join(characters))):
        if len(word) > 1 or FIGURE.fullmatch(word) or lexicon.rarity(word) > 0.3:
            found.setdefault(word, ())
    return tuple(
        Concept(word, lexicon.rarity(word) * (COMMON_WEIGHT if word in COMMON else 1.0), others)
        for word, others in found.items()
    )


@lru_cache(maxsize=4096)
def _edge(figure: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9a-z.]){re.escape(figure)}(?![0-9a-z]|[.][0-9])")


def _held(word: str, folded: str) -> float:
    """Return 1 where a text holds a word, less where it holds most of the pairs of a long one, else 0."""
    if FIGURE.fullmatch(word):
        return 1.0 if _edge(word).search(THOUSANDS.sub("", folded)) else 0.0
    if word in folded:
        return 1.0
    if len(word) < 3:
        return 0.0
    pairs = [word[start : start + 2] for start in range(len(word) - 1)]
    share = sum(pair in folded for pair in pairs) / len(pairs)
    return PARTLY * share if share >= PAIRS else 0.0
