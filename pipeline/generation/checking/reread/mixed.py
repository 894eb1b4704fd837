"""Mixed: how far single clauses of a statement take their words, figures and names from several sources."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reread.placed import Clause, Placed, telling_words
from pipeline.generation.checking.reread.whose import named
from pipeline.patterns import compiled

_STOP = compiled("[。;]")
NAMES = ("best_sources", "foreign_share", "figures_foreign", "names_foreign", "sentence_foreign")
"""The traits of this room, in order."""


def mixed(one: Placed, sources: Sequence[Source]) -> dict[str, float]:
    """Return on how many sources the clauses rest, and what of each stands in another alone; 0 of a single source."""
    row = dict.fromkeys(NAMES, 0.0)
    texts = [source.words for source in sources]
    if len(texts) < 2:
        return row
    figures = [{name.key for name in named("figure", text)} for text in texts]
    best = set()
    for clause in one.clauses:
        top = _best(clause, one, texts)
        best.add(top)
        only = [word for word in clause.words if word not in texts[top] and any(word in text for text in texts)]
        whole = sum(one.weights[word] for word in clause.words) or 1.0
        row["foreign_share"] = max(row["foreign_share"], sum(one.weights[word] for word in only) / whole)
        for name in named("figure", clause.text):
            row["figures_foreign"] += name.key not in figures[top] and any(name.key in own for own in figures)
        for name in (*named("actor", clause.text), *named("date", clause.text)):
            row["names_foreign"] += name.key not in texts[top] and any(name.key in text for text in texts)
    row["best_sources"] = float(len(best))
    row["sentence_foreign"] = max(_second(sentence, one, texts) for sentence in _STOP.split(one.text))
    return row


def _best(clause: Clause, one: Placed, texts: Sequence[str]) -> int:
    """Return which text holds most of a clause's words."""
    return max(range(len(texts)), key=lambda at: sum(one.weights[word] for word in clause.words if word in texts[at]))


def _second(sentence: str, one: Placed, texts: Sequence[str]) -> float:
    """Return how telling the words of a sentence are that one text alone has, for the text with the second most."""
    sums = [0.0] * len(texts)
    for word in telling_words(sentence):
        holding = [at for at, text in enumerate(texts) if word in text]
        if len(holding) == 1:
            sums[holding[0]] += one.weights.get(word, 1.0)
    return sorted(sums)[-2]
