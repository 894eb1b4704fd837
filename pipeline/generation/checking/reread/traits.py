"""What speaks against a statement beside its sources, as figures that trees can weigh."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reread.aligned import NAMES as ALIGNED
from pipeline.generation.checking.reread.aligned import aligned
from pipeline.generation.checking.reread.flags import NAMES as FLAGS
from pipeline.generation.checking.reread.flags import flag_traits
from pipeline.generation.checking.reread.little import changed, weight
from pipeline.generation.checking.reread.nearness import NAMES as NEAR
from pipeline.generation.checking.reread.nearness import nearness
from pipeline.generation.checking.reread.placed import Placed, is_verb, placed, telling_words
from pipeline.generation.meaning import Matrix, alike, vectors
from pipeline.patterns import compiled

WORDS = {
    "denies": compiled("不|未|没|无(?!锡)|非|禁|免|停"),
    "hedges": compiled("拟|建议|争取|力争|研究|探索|原则|试点|试行|可以?(?!行)|鼓励|适当|逐步|初步|暂|愿|尽量|倾向"),
    "binds": compiled("必须|务必|一律|应|须|要求|确保|全部|都|均|统一|所有|全面"),
    "bounds": compiled("约|左右|近|超|以上|以下|以内|不超过|不少于|至少|最多|不低于|不高于|不得"),
    "conditions": compiled("后|前|待|如|若|经|方可|除|外|前提|条件|情况下|时"),
    "verdicts": compiled("同意|通过|批准|决定|确定|支持|认可|否|缓|再议|再行|另行"),
    "parts": compiled("其余|部分|其中|首批|先|分批|剩余|只|仅"),
    "duties": compiled(
        "牵头|负责|配合|协助|会同|主办|承办|监督|督促|审核|审批|审定|备案|汇报|报告|主持|落实|组织|实施|提出|要求|建议"
    ),
    "times": compiled("每|内|起|底|尽快|立即|长期|定期|满"),
}
"""Words of a few characters that change what a sentence says."""
NAMES = (
    "elsewhere", "nowhere", "farthest", "turns", "least_held", "held",
    "far_meaning", "farthest_meaning", "farthest_verb", "least_alike", "alike", "window_alike", "told_alike",
    "dropped", "dropped_meaning", "strange_pairs", "strange_threes",
    *(f"near_{name}" for name in NEAR),
    *(f"{name}_{how}" for name in WORDS for how in ("added", "not_here", "dropped", "more")),
    *ALIGNED, *FLAGS, "changed",
)  # fmt: skip
"""The traits, in the order of the columns."""


def traits(
    statement: str, sources: Sequence[Source], found: Sequence[Problem] | None, weights: Mapping[str, float]
) -> Matrix:
    """Return the traits of a statement, of shape (1, traits).

    Args:
        statement: one sentence.
        sources: one for each place that it cites.
        found: what the rules found; `None` where that is not known.
        weights: what the words that it adds or leaves weigh.
    """
    one = placed(statement, sources)
    row = _held(one) | _meant(one) | _lost(one) | aligned(one, sources) | flag_traits(found, sources)
    row |= {f"near_{name}": value for name, value in nearness(one).items()}
    row["changed"] = weight(changed(one, sources), weights)
    return np.array([[row[name] for name in NAMES]], dtype=np.float64)


def _held(one: Placed) -> dict[str, float]:
    """Return how much of what each clause says stands in its part, elsewhere, or nowhere."""
    lacking = [word for clause in one.clauses for word in clause.lacking]
    elsewhere = [one.weights[word] for word in lacking if one.spread[word]]
    nowhere = [one.weights[word] for word in lacking if not one.spread[word]]
    shares = [
        sum(one.weights[word] for word in clause.held) / sum(one.weights[word] for word in clause.words)
        for clause in one.clauses
    ]
    return {
        "elsewhere": sum(elsewhere) / one.whole,
        "nowhere": sum(nowhere) / one.whole,
        "farthest": max(elsewhere, default=0.0),
        "turns": float(one.turns),
        "least_held": min(shares, default=1.0),
        "held": sum(shares) / (len(shares) or 1),
    }


def _meant(one: Placed) -> dict[str, float]:
    """Return how far what a clause says in words of its own is from what its part says."""
    far: list[float] = []
    verbs: list[float] = []
    for clause in one.clauses:
        distances = list(zip(clause.lacking, _distances(clause.lacking, telling_words(clause.part)), strict=True))
        far += [one.weights[word] * distance for word, distance in distances]
        verbs += [distance for word, distance in distances if is_verb(word)]
    alikes = [alike(clause.text, clause.part) for clause in one.clauses]
    behind = telling_words(one.window)
    dropped = [word for word in behind if word not in one.text]
    return {
        "far_meaning": sum(far) / one.whole,
        "farthest_meaning": max(far, default=0.0),
        "farthest_verb": max(verbs, default=0.0),
        "least_alike": min(alikes, default=1.0),
        "alike": sum(alikes) / (len(alikes) or 1),
        "window_alike": alike(one.text, one.window),
        "told_alike": alike(one.text, one.told),
        "dropped": len(dropped) / (len(behind) or 1),
        "dropped_meaning": sum(_distances(dropped, telling_words(one.text))) / (len(behind) or 1),
    }


def _distances(words: Sequence[str], others: Sequence[str]) -> list[float]:
    """Return for each word how far the nearest of the others is in meaning, 0 to 2; 1 where there is none."""
    if not words or not others:
        return [1.0] * len(words)
    cosines = vectors(list(words)) @ vectors(list(others)).T
    return [1 - float(row.max()) for row in cosines]


def _lost(one: Placed) -> dict[str, float]:
    """Return which small words a statement dropped or added, and how strange its wording is."""
    found = {}
    for name, pattern in WORDS.items():
        own, near, told = (Counter(pattern.findall(text)) for text in (one.text, one.window, one.told))
        found[f"{name}_added"] = float(sum(word not in told for word in own))
        found[f"{name}_not_here"] = float(sum(word not in near for word in own))
        found[f"{name}_dropped"] = float(sum(word not in own for word in near))
        found[f"{name}_more"] = float(own.total() - near.total())
    for length, name in ((2, "strange_pairs"), (3, "strange_threes")):
        grams = _grams(one.text, length)
        found[name] = sum(gram not in one.told for gram in grams) / (len(grams) or 1)
    return found


def _grams(text: str, length: int) -> list[str]:
    runs = re.findall(r"[\u4e00-\u9fff]+", text)
    return [run[at : at + length] for run in runs for at in range(len(run) - length + 1)]
