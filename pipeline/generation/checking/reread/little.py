"""Which words a statement adds and which it leaves, each weighed as it was learnt: 拟 left or 已 added tells much."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from pipeline.errors import LibraryDamaged
from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reading.speech import is_ordinary, kind_of, words_of
from pipeline.generation.checking.reread.placed import Placed

_COUNTS = frozenset(
    "〇零一二两三四五六七八九十百千万亿几半双元角分块毛钱年月日号周旬天季度底初末午点时今明去昨前后内起止每第至到约余多个"
    "户家处座台辆亩顷吨米里公克平斤升瓦条名人次项件套只株张宗栋层间所份期届轮批组班艘头幢眼口本"
)
"""How a figure or a time is written tells nothing; other checks read what it says."""


def changed(one: Placed, sources: Sequence[Source]) -> frozenset[str]:
    """Return the words that a statement adds (+已) and those that it leaves of the parts on which it rests (-拟).

    Words of grammar, acts and qualities alone: what a paper is about has no weight.
    """
    words = "\n".join(source.words for source in sources)
    added = {f"+{word}" for word in words_of(one.text) if word not in words and _tells(word)}
    return frozenset(added | {f"-{word}" for word in words_of(one.window) if word not in one.text and _tells(word)})


def _tells(word: str) -> bool:
    if all(character in _COUNTS for character in word):
        return False
    return len(word) == 1 or kind_of(word) in ("f", "v", "a") or is_ordinary(word)


def weight(words: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return what changed words weigh together: above 0, as those of inventions do."""
    return sum(weights.get(word, 0.0) for word in sorted(words))


@lru_cache(maxsize=4)
def load_weights(path: Path) -> Mapping[str, float]:
    """Read the weights that stand beside the trees of the second reading.

    Raises:
        LibraryDamaged: the file is missing or not whole.
    """
    try:
        return {str(word): float(value) for word, value in json.loads(path.read_text("utf-8"))["words"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise LibraryDamaged(path.name, str(error)) from error
