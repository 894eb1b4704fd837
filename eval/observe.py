"""What one answer shows: the observations that it gives for each measure, and why it is right or wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eval import metrics
from eval.gold import Place, Question
from eval.locate import places
from eval.scorers import Judgement, is_short, judge, plain

Scores = dict[str, list[float]]
"""For each measure that applies the observations of one question."""


def observe(
    question: Question,
    answer: Mapping[str, Any] | None,
    passages: Sequence[Place],
    texts: Mapping[str, str],
    *,
    fault: str | None = None,
) -> dict[str, Any]:
    """Return what is recorded of one answer: `correct`, `scores`, `reasons`.

    Args:
        question: the question with its gold.
        answer: the ask JSON, or `None` where a fault came in between.
        passages: what was retrieved, best first.
        texts: the documents, by base name.
        fault: what went wrong, where anything did; the question then counts as answered wrongly.
    """
    judgement = judge(question, answer) if answer is not None else None
    reasons = list(judgement.reasons) if judgement else []
    return {
        "correct": judgement is not None and judgement.correct,
        "scores": {**_of_passages(question, passages, texts), **_of_answer(question, answer, judgement, texts)},
        "reasons": [*reasons, f"出错：{fault}"] if fault else reasons,
    }


def _of_passages(question: Question, passages: Sequence[Place], texts: Mapping[str, str]) -> Scores:
    """Return how well the evidence was found; a question without an answer has none to find."""
    evidence = places(question, texts)
    if not evidence or question.refused:
        return {}
    scores = {name: [value] for name, value in metrics.ranking(passages, evidence).items()}
    return scores | {"evidence_recall": [metrics.evidence_recall(passages, evidence)]}


def _of_answer(
    question: Question, answer: Mapping[str, Any] | None, judgement: Judgement | None, texts: Mapping[str, str]
) -> Scores:
    """Return how good an answer is: in words, in its sources, in itself."""
    refused = answer is not None and bool(answer["refused"])
    correct = float(judgement is not None and judgement.correct)
    scores: Scores = {"refusal_recall" if question.refused else "false_refusal": [float(refused)]}
    scores["accuracy"] = [correct]
    scores["accuracy_folded"] = [float(judgement is not None and judgement.folded)]
    if not question.refused:
        scores["answered_accuracy"] = [correct]
        if question.must_include:
            scores["complete"] = [(judgement.complete if judgement else None) or 0.0]
        if question.type in ("list", "count"):
            scores[f"{question.type}_exact"] = [correct]
        if answer is not None and not refused:
            scores["precision"] = [correct]
    if answer is not None:
        scores |= _form(question, answer, texts)
        scores |= _sources(question, answer, texts) if not question.refused and not refused else {}
    # Right in words alone is easily had by showing a whole list or item: this one asks for source and length too.
    scores["accuracy_strict"] = [min(correct, *scores.get("citation_supported", ()), *scores.get("short", (0.0,)))]
    return scores


def _sources(question: Question, answer: Mapping[str, Any], texts: Mapping[str, str]) -> Scores:
    """Return how the citations of an answer stand to the evidence."""
    evidence = places(question, texts)
    if not evidence:
        return {}
    cited = metrics.cited(answer["citations"])
    return {
        "citation_supported": [metrics.supported(cited, evidence)],
        "citation_precision": [metrics.citation_precision(cited, evidence)],
        "citation_recall": [metrics.citation_recall(cited, evidence)],
    }


def _form(question: Question, answer: Mapping[str, Any], texts: Mapping[str, str]) -> Scores:
    """Return how sound an answer is in itself: its quotes, its statements, its length."""
    citations, statements = answer["citations"], answer.get("statements", [])
    return {
        "citation_verbatim": metrics.verbatim(citations, texts),
        "verified": [float(statement["check"] == "verified") for statement in statements],
        "verbatim": [float(_quoted(statement, citations)) for statement in statements],
        "short": [float(is_short(question, answer))],
    }


def _quoted(statement: Mapping[str, Any], citations: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a statement is the wording of a passage that it cites."""
    said = plain(str(statement["text"])).strip("。;；,，:：")
    return bool(said) and any(said in plain(str(citations[index]["quote"])) for index in statement["citations"])
