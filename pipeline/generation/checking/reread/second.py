"""The second reading: a statement that no rule turns down, and that yet reads like one that its sources do not say.

The rules name what is wrong; they know the wordings that somebody thought of. Trees that learnt from some nine thousand
sentences, true and invented, by people who knew no rule, weigh where a statement's words stand, who stands nearer to
them, and what was dropped or added. They flag what no rule turns down and yet reads like an invention; and they lift
what a rule only suspects, such as a wording that the sources do not have, where all else speaks for the statement. A
number, a date, a name, a title or a verdict that is not in the sources is never lifted.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.config import ROOT
from pipeline.errors import LibraryDamaged
from pipeline.generation.checking.compare import verbatim
from pipeline.generation.checking.reading.fold import fold, sentences
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reread.flags import is_hard
from pipeline.generation.checking.reread.little import load_weights
from pipeline.generation.checking.reread.traits import NAMES, traits
from pipeline.generation.trees import Trees, load_trees

FILE = ROOT / "models" / "second_reading.json"
"""Made by `benchmarks/train_second_reading.py`."""
LIKELY = 0.3
"""How likely an invention a statement may be at most in which the rules found nothing."""
LIFTED = 0.35
"""How likely an invention a statement may be at most whose flags are lifted; for both, on voices that the trees had not
learnt from, see `eval/data/checks/README.md`."""
MESSAGE = "与出处的对应关系不够清楚，未能证明"


def second_reading(statement: str, sources: Sequence[Source], problems: Sequence[Problem] = ()) -> list[Problem]:
    """Return what stands against a statement after all is weighed.

    Where the rules found nothing, a problem if it reads like an invention. Where all that they found may be lifted (see
    `is_hard`), nothing if all else speaks for it; else what they found.

    Args:
        statement: one sentence of a model; one in words of the sources stays as the rules found it.
        sources: one for each place that it cites, at least one.
        problems: what the rules found.

    Raises:
        LibraryDamaged: the trees are missing, not whole, or made for other traits, and no rule found anything.
    """
    if in_their_words(statement, sources) or any(is_hard(problem, sources) for problem in problems):
        return list(problems)
    if not problems:
        likely = likely_invented(statement, sources)
        return [Problem("reading", statement, MESSAGE)] if likely > LIKELY else []
    try:
        return list(problems) if likely_invented(statement, sources, problems) > LIFTED else []
    except LibraryDamaged:  # what the rules found stands
        return list(problems)


def in_their_words(statement: str, sources: Sequence[Source]) -> bool:
    """Tell whether each sentence of a statement stands in a source word for word."""
    said = sentences(fold(statement))
    return all(any(verbatim(sentence, source) for source in sources) for sentence in said)


def likely_invented(statement: str, sources: Sequence[Source], problems: Sequence[Problem] = ()) -> float:
    """Return how likely a statement says something else than its sources, 0 to 1, with what the rules found in it.

    Raises:
        LibraryDamaged: the file of the trees is missing, not whole, or made for other traits.
    """
    return float(load_second_reading(FILE).likely(traits(statement, sources, problems, load_weights(FILE)))[0])


def load_second_reading(path: Path) -> Trees:
    """Return the trees; raises what `likely_invented` does."""
    return load_trees(path, NAMES)
