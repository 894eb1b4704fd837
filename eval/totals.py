"""Adds records up: every measure for every system, over all questions and by split, type, style and document."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from eval.metrics import figure, mcnemar, paired

Record = Mapping[str, Any]

MEASURES: dict[str, str] = {
    "hit@1": "命中@1",
    "hit@3": "命中@3",
    "hit@5": "命中@5",
    "recall@5": "依据召回@5",
    "recall@10": "依据召回@10",
    "mrr": "MRR",
    "ndcg@10": "nDCG@10",
    "evidence_recall": "4000字内依据召回",
    "accuracy": "回答正确率",
    "accuracy_folded": "回答正确率（数字归一）",
    "accuracy_strict": "答对、引对且篇幅合格率",
    "answered_accuracy": "可答题正确率",
    "precision": "作答时的正确率",
    "complete": "要素齐全率",
    "list_exact": "列举题全对率",
    "count_exact": "计数题正确率",
    "refusal_recall": "应拒尽拒率",
    "false_refusal": "误拒率（越低越好）",
    "citation_verbatim": "引文逐字一致率",
    "citation_supported": "有引文命中依据率",
    "citation_precision": "引文查准率",
    "citation_recall": "依据引全率",
    "verified": "语句核验通过率",
    "verbatim": "语句照录原文率",
    "short": "篇幅合格率",
}
"""Every measure of a question with its Chinese name, in the order of the table; each is a share."""
COSTS: dict[str, str] = {"milliseconds": "用时（毫秒）", "calls": "模型调用次数", "characters": "与模型往来字数"}
"""What an answer costs, with its Chinese name; the mean per question."""
SUMMARY_MEASURES: dict[str, str] = {
    "covered": "要点覆盖率",
    "faithful": "语句忠实率",
    "verbatim": "引文逐字一致率",
}
"""Every measure of a summary with its Chinese name."""

GROUPS: dict[str, Callable[[Record], Sequence[str]]] = {
    "set": lambda record: [str(record["set"])],
    "split": lambda record: [str(record["split"])],
    "type": lambda record: [str(record["type"])],
    "style": lambda record: [str(record["style"])],
    "difficulty": lambda record: [str(record["difficulty"])],
    "document": lambda record: record["documents"] or ["-"],
}
"""How records are put into groups; a question over two documents counts for both."""
_FEW = ("set", "split")
"""The groups of a system that is not the first."""


def total(
    records: Sequence[Record], *, systems: Sequence[str], summaries: Sequence[Mapping[str, Any]] = ()
) -> dict[str, Any]:
    """Return the figures of a run: each system overall and by group, what each part is worth, and what is wrong.

    The first system is the one that is judged: its failing ids, faults and false quotes are named.
    """
    by_system = {name: [record for record in records if record["system"] == name] for name in systems}
    first = by_system[systems[0]]
    faults = _faults(records)
    return {
        "questions": len(first),
        "systems": {name: _figures(view, GROUPS if name == systems[0] else _FEW) for name, view in by_system.items()},
        "compared": _compared(by_system),
        "worth": {name: _worth(first, by_system[name]) for name in systems[1:]},
        "milliseconds": {name: _times(view) for name, view in by_system.items()},
        "summaries": _summaries(summaries),
        "failing": [record["id"] for record in first if not record["correct"]],
        "faults": faults,
        "not_verbatim": [record["id"] for record in first if 0.0 in record["scores"].get("citation_verbatim", ())],
    }


def _compared(by_system: Mapping[str, Sequence[Record]]) -> dict[str, Any]:
    """Return the figures of all systems over the questions that every one of them was asked, and their sets."""
    shared = set.intersection(*({record["id"] for record in view} for view in by_system.values()))
    views = {name: [record for record in view if record["id"] in shared] for name, view in by_system.items()}
    sets = dict.fromkeys(str(record["set"]) for view in views.values() for record in view)
    systems = {name: {**_measured(view), **_costs(view)} for name, view in views.items()}
    return {"questions": len(shared), "sets": list(sets), "systems": systems}


def _figures(records: Sequence[Record], groups: Iterable[str]) -> dict[str, Any]:
    """Return every measure over all records and within each group of the kinds named."""
    found: dict[str, Any] = {"overall": {**_measured(records), **_costs(records)}}
    for group in groups:
        named = GROUPS[group]
        members: dict[str, list[Record]] = {}
        for record in records:
            for name in named(record):
                members.setdefault(name, []).append(record)
        found[group] = {name: _measured(entries) for name, entries in sorted(members.items())}
    return found


def _measured(records: Sequence[Record]) -> dict[str, Any]:
    """Return the figure of every measure that applies."""
    figures = {name: figure([record["scores"].get(name, []) for record in records]) for name in MEASURES}
    return {name: value.to_json() for name, value in figures.items() if value is not None}


def _costs(records: Sequence[Record]) -> dict[str, Any]:
    """Return the mean cost of an answer."""
    figures = {name: figure([[float(record[name])] for record in records], share=False) for name in COSTS}
    return {name: value.to_json() for name, value in figures.items() if value is not None}


def _worth(first: Sequence[Record], other: Sequence[Record]) -> dict[str, Any]:
    """Return how much better the first system is than another on the questions that both answered.

    `accuracy` and `evidence_recall` are differences with their paired intervals; `gains` and `losses` are how many
    questions the first has right and the other not, and the reverse; `p` is McNemar's.
    """
    mine = {record["id"]: record for record in first}
    pairs = [(record, mine[record["id"]]) for record in other if record["id"] in mine]
    gains = sum(bool(own["correct"]) and not its["correct"] for its, own in pairs)
    losses = sum(bool(its["correct"]) and not own["correct"] for its, own in pairs)
    changes = {}
    for measure in ("accuracy", "accuracy_strict", "evidence_recall"):
        both = [
            (its["scores"][measure][0], own["scores"][measure][0])
            for its, own in pairs
            if its["scores"].get(measure) and own["scores"].get(measure)
        ]
        change = paired([old for old, _ in both], [new for _, new in both])
        if change is not None:
            changes[measure] = change.to_json()
    return {**changes, "gains": gains, "losses": losses, "p": round(mcnemar(gains, losses), 4)}


def _summaries(scores: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the figures of the summaries by style, overall and by split and document; items are drawn, not key points.

    `missing` names the key points that were not told, those held out excepted.
    """
    found: dict[str, Any] = {}
    for style in dict.fromkeys(score["style"] for score in scores):
        own = [score for score in scores if score["style"] == style]
        found[style] = _of_summaries(own)
        for group in ("split", "document"):
            names = sorted({score[group] for score in own})
            found[style][group] = {name: _of_summaries([one for one in own if one[group] == name]) for name in names}
        told = [score for score in own if score["missing"] and score["split"] != "test"]
        found[style]["missing"] = {score["id"]: score["missing"] for score in told}
    return found


def _of_summaries(scores: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return every measure of some summaries."""
    figures = {name: figure([score[name] for score in scores]) for name in SUMMARY_MEASURES}
    return {name: value.to_json() for name, value in figures.items() if value is not None}


def _faults(records: Sequence[Record]) -> dict[str, list[str]]:
    """Return every fault with the systems and ids on which it came up."""
    faults: dict[str, list[str]] = {}
    for record in records:
        if record["error"]:
            where = record["id"] if record["system"] == "product" else f"{record['system']}/{record['id']}"
            faults.setdefault(record["error"], []).append(where)
    return faults


def _times(records: Sequence[Record]) -> dict[str, float]:
    """Return the median, the 95th percentile and the longest time of an answer, in milliseconds."""
    taken = sorted(float(record["milliseconds"]) for record in records) or [0.0]
    late = taken[min(len(taken) - 1, int(0.95 * len(taken)))]
    return {"median": round(statistics.median(taken), 1), "p95": round(late, 1), "longest": round(taken[-1], 1)}
