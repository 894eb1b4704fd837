"""Runs the gold set: a throwaway library, every question put to the product and to the baseline, every record kept."""

from __future__ import annotations

import datetime
import hashlib
import json
import platform
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Protocol

from eval import metrics
from eval.gold import Place, Question, places
from eval.scorers import is_short, judge, plain
from pipeline.assistant import Assistant
from pipeline.config import ROOT, load_settings
from pipeline.errors import BadRequest

if TYPE_CHECKING:
    from pipeline.generation.answer import Answer
    from pipeline.retrieval.search import Hit

RUNS = ROOT / "eval" / "runs"
DEPTH = 20
"""Passages retrieved for each question, for ranks and for 4,000 characters of context."""
TODAY = datetime.date(2024, 12, 31)
"""The day from which 去年 is counted, so that a run of tomorrow gives what a run of today gave."""


class System(Protocol):
    """What can be examined: the product, or a baseline."""

    name: str

    def search(self, query: str, *, k: int) -> list[Place]:
        """Return the places of the best passages, best first."""

    def ask(self, question: str, *, history: Sequence[str] = ()) -> dict[str, Any]:
        """Return an answer in the shape of the ask JSON."""


class Asked(Protocol):
    """The two verbs of the assistant that are examined."""

    def search(self, query: str, *, k: int = 5) -> list[Hit]:
        """Return ranked passages."""

    def ask(self, question: str, *, history: Sequence[str] = ()) -> Answer:
        """Return an answer."""


class Product:
    """The product, asked as the shell and the chat ask it."""

    name = "product"

    def __init__(self, assistant: Asked) -> None:
        self._assistant = assistant

    def search(self, query: str, *, k: int) -> list[Place]:
        """Return the places of the best passages, best first."""
        return [Place(hit.file, hit.start, hit.end) for hit in self._assistant.search(query, k=k)]

    def ask(self, question: str, *, history: Sequence[str] = ()) -> dict[str, Any]:
        """Return the ask JSON."""
        return self._assistant.ask(question, history=history).to_json()


@contextmanager
def throwaway_library(documents: Path, texts: Mapping[str, str]) -> Iterator[Assistant]:
    """Yield an assistant without a model over a library of its own that holds a folder's documents, and is gone after.

    Raises:
        BadRequest: a document could not be read, or its text is not the one that the gold set's places count in.
    """
    with tempfile.TemporaryDirectory(prefix="jiyao-eval-", ignore_cleanup_errors=True) as home:
        assistant = Assistant(load_settings(home=Path(home) / "library", model="", today=TODAY))
        report = assistant.ingest([documents / file for file in texts])
        for failure in report.failed:
            raise BadRequest(f"无法入库 {failure.file}：{failure.reason.rstrip('。')}", instead="评测需要全部文件")
        for file, text in texts.items():
            if assistant.show(file)[1].text != text:
                raise BadRequest(f"{file} 入库后的文字与原文不同", instead="引文的位置无从比较，请先查读入部分")
        yield assistant


def select(questions: Sequence[Question], *, only: Sequence[str] = (), limit: int | None = None) -> list[Question]:
    """Return the questions of the types named (all where none is), at most `limit` of them.

    Raises:
        BadRequest: a type that no question has.
    """
    known = sorted({question.type for question in questions})
    for name in only:
        if name not in known:
            raise BadRequest(f"没有题型 {name}", instead=f"可选：{'、'.join(known)}")
    return [question for question in questions if not only or question.type in only][:limit]


def run(
    questions: Sequence[Question],
    systems: Sequence[System],
    texts: Mapping[str, str],
    *,
    on_progress: Callable[[int, int, str], None] | None = None,
) -> list[dict[str, Any]]:
    """Ask every question of every system and return one record each.

    A record holds the question with its gold, and what came of the first system (`answer`, `passages`, `scores`,
    `reasons`, `correct`, `error`, `milliseconds`); the same of every other system stands under its name.
    """
    first, *others = systems
    records = []
    for done, question in enumerate(questions):
        if on_progress is not None:
            on_progress(done, len(questions), question.question)
        rest = {system.name: _examine(question, system, texts) for system in others}
        records.append({**asdict(question), **_examine(question, first, texts), **rest})
    if on_progress is not None:
        on_progress(len(questions), len(questions), "")
    return records


def save(records: Sequence[Mapping[str, Any]], summary: Mapping[str, Any], folder: Path) -> None:
    """Write `records.jsonl` and `summary.json` into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (folder / "records.jsonl").write_text(lines, "utf-8")
    (folder / "summary.json").write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", "utf-8")


def provenance(gold: Path, texts: Mapping[str, str], *, encoder: str) -> dict[str, Any]:
    """Return what a run rests on: when, which gold set and documents (hashes), which encoder, which versions."""
    from importlib.metadata import version

    from pipeline.retrieval.encode import load_encoder

    packages = ("chromadb", "langchain-core", "tantivy", "numpy")
    return {
        "made": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
        "gold": hashlib.sha256(gold.read_bytes()).hexdigest()[:16],
        "documents": {file: hashlib.sha256(text.encode()).hexdigest()[:16] for file, text in texts.items()},
        "encoder": load_encoder(encoder).name,
        "mode": "extractive",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in packages},
    }


def _examine(question: Question, system: System, texts: Mapping[str, str]) -> dict[str, Any]:
    """Ask a system one question and score what it says; a fault counts as a wrong answer and is kept."""
    passages: list[Place] = []
    answer: dict[str, Any] | None = None
    fault = None
    begun = perf_counter()
    try:
        answer = system.ask(question.question, history=question.history)
        taken = perf_counter() - begun
        passages = system.search(question.query, k=DEPTH)
    except Exception as error:  # noqa: BLE001 - one fault must not cost the other questions; it is kept and reported
        taken = perf_counter() - begun
        fault = f"{type(error).__name__}：{error}"
    judgement = judge(question, answer) if answer is not None else None
    return {
        "answer": answer,
        "passages": [asdict(place) for place in passages],
        "correct": judgement is not None and judgement.correct,
        "scores": _scores(question, answer, passages, texts),
        "reasons": list(judgement.reasons) if judgement else [f"出错：{fault}"],
        "error": fault,
        "milliseconds": round(taken * 1000, 2),
    }


def _scores(
    question: Question, answer: Mapping[str, Any] | None, passages: Sequence[Place], texts: Mapping[str, str]
) -> dict[str, list[float]]:
    """Return the observations that one answer gives for each measure; a measure that does not apply is left out."""
    evidence = places(question, texts)
    refused = answer is not None and bool(answer["refused"])
    scores: dict[str, list[float]] = {}
    if evidence and not question.refused:
        rank = metrics.first_rank(passages, evidence)
        scores |= {f"hit@{k}": [metrics.hit_at(rank, k)] for k in (1, 3, 5)}
        scores["mrr"] = [metrics.reciprocal_rank(rank)]
        scores["evidence_recall"] = [metrics.evidence_recall(passages, evidence)]
    scores["refusal_recall" if question.refused else "false_refusal"] = [float(refused)]
    judgement = judge(question, answer) if answer is not None else None
    correct = float(judgement is not None and judgement.correct)
    scores["accuracy"] = [correct]
    scores["accuracy_folded"] = [float(judgement is not None and judgement.folded)]
    if not question.refused:
        scores["answered_accuracy"] = [correct]
        if question.must_include:
            scores["complete"] = [(judgement.complete if judgement else None) or 0.0]
        if question.type in ("list", "count"):
            scores[f"{question.type}_exact"] = [correct]
    if answer is not None:
        scores |= _form(question, answer, texts)
        if evidence and not question.refused and not refused:
            cited = metrics.cited(answer["citations"])
            scores["citation_supported"] = [metrics.supported(cited, evidence)]
            scores["citation_recall"] = [metrics.citation_recall(cited, evidence)]
    # Right in words alone is easily had by showing a whole list or item: this one asks for source and length too.
    scores["accuracy_strict"] = [min(correct, *scores.get("citation_supported", ()), *scores.get("short", (0.0,)))]
    return scores


def _form(question: Question, answer: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, list[float]]:
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
