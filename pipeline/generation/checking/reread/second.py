"""The second reading: a statement that no rule turns down, and that yet reads like one that its sources do not say.

The rules name what is wrong; they know the wordings that somebody thought of. Trees that learnt from some six thousand
sentences, true and invented, by people who knew no rule, weigh where a statement's words stand, who stands nearer to
them, and what was dropped or added. They only add to what the rules find: nothing that a rule turns down passes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.config import ROOT
from pipeline.generation.checking.compare import verbatim
from pipeline.generation.checking.reading.fold import fold, sentences
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reread.traits import NAMES, traits
from pipeline.generation.trees import Trees, load_trees

FILE = ROOT / "models" / "second_reading.json"
"""Made by `benchmarks/train_second_reading.py`."""
LIKELY = 0.25
"""How likely an invention a statement may be at most; on batches that the trees had not seen, see
`eval/data/checks/README.md`."""
MESSAGE = "与出处的对应关系不够清楚，未能证明"


def second_reading(statement: str, sources: Sequence[Source]) -> list[Problem]:
    """Return a problem where a statement in which the rules found none reads like an invention, else an empty list.

    Args:
        statement: one sentence of a model; one in words of the sources passes.
        sources: one for each place that it cites, at least one.

    Raises:
        LibraryDamaged: the file of the trees is missing, not whole, or made for other traits.
    """
    if in_their_words(statement, sources) or likely_invented(statement, sources) <= LIKELY:
        return []
    return [Problem("reading", statement, MESSAGE)]


def in_their_words(statement: str, sources: Sequence[Source]) -> bool:
    """Tell whether each sentence of a statement stands in a source word for word."""
    said = sentences(fold(statement))
    return all(any(verbatim(sentence, source) for source in sources) for sentence in said)


def likely_invented(statement: str, sources: Sequence[Source]) -> float:
    """Return how likely a statement in which the rules found nothing says something else than its sources, 0 to 1.

    Raises:
        LibraryDamaged: the file of the trees is missing, not whole, or made for other traits.
    """
    return float(load_second_reading().likely(traits(statement, sources, ()))[0])


def load_second_reading(path: Path = FILE) -> Trees:
    """Return the trees; raises what `likely_invented` does."""
    return load_trees(path, NAMES)
