"""Runs a public set: what the product finds of it, and with a model what it answers and where it rightly refuses."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.bench import MODES
from eval.formats import PublicQuestion, PublicSet
from eval.metrics import Figure, figure
from eval.run import OnProgress
from eval.scorers import folded, holds, plain
from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.errors import BadRequest

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

DEPTH = 100
"""Passages asked for; several may be of one document."""
MEASURES = ("Success@1", "Success@5", "R@10", "RR@10", "nDCG@10")
"""What is measured of the retrieval, by their names in ir-measures."""
NAMES = {"answered": "答对率", "rejected": "应拒尽拒率"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicResult:
    """What came of a public set: how large it is, each figure by name, and the answers that were given.

    `unread` counts the documents that could not be read in.
    """

    name: str
    documents: int
    questions: int
    figures: dict[str, Figure]
    unread: int = 0
    answers: list[dict[str, Any]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The figures as lines for a terminal."""
        unread = f"（{self.unread} 份读不进来）" if self.unread else ""
        lines = [f"{self.name}：{self.documents} 份文件{unread}，{self.questions} 题"]
        for name, value in self.figures.items():
            shown = f"{value.value * 100:.1f} [{value.low * 100:.1f}–{value.high * 100:.1f}] n={value.n}"
            lines.append(f"  {NAMES.get(name, name)} {shown}")
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """Return the result as plain values."""
        figures = {name: value.to_json() for name, value in self.figures.items()}
        sizes = {"documents": self.documents, "unread": self.unread, "questions": self.questions}
        return {"name": self.name, **sizes, "figures": figures, "answers": self.answers}


def run_public(
    gold: PublicSet,
    *,
    mode: str = "extractive",
    model: BaseChatModel | None = None,
    on_progress: OnProgress | None = None,
) -> PublicResult:
    """Read the documents of a public set into a throwaway library and put its questions to the product.

    Args:
        gold: the set.
        mode: `extractive` searches alone; `model` answers too, with the model that the settings name.
        model: a chat model to use as it is, in mode `model`.
        on_progress: called before each question.

    Raises:
        BadRequest: no such mode, or mode `model` without a model.
    """
    if mode not in MODES:
        raise BadRequest(f"没有 {mode} 这种方式", instead=f"可选：{'、'.join(MODES)}")
    with tempfile.TemporaryDirectory(prefix="jiyao-public-", ignore_cleanup_errors=True) as folder:
        plain_settings: dict[str, Any] = {"model": ""} if mode == "extractive" else {}
        assistant = Assistant(load_settings(home=Path(folder) / "library", **plain_settings))
        if model is not None:
            assistant.model = model
        if mode == "model" and assistant.model is None:
            raise BadRequest("没有设模型", instead="请设 JIYAO_MODEL，或改用 --mode extractive")
        try:
            unread = _ingest(gold, assistant, Path(folder) / "documents")
            result = _ask_all(gold, assistant, answering=mode == "model", on_progress=on_progress)
            return replace(result, unread=unread)
        finally:
            assistant.library.close()


def _ingest(gold: PublicSet, assistant: Assistant, folder: Path) -> int:
    """Write every document as a file and read it into the library; return how many could not be (empty ones).

    Raises:
        BadRequest: none could be.
    """
    folder.mkdir()
    for identity, text in gold.documents.items():
        (folder / f"{identity}.txt").write_text(text, "utf-8")
    failed = assistant.ingest([folder]).failed
    if failed and len(failed) == len(gold.documents):
        raise BadRequest(f"{gold.name} 没有一份文件读得进来：{failed[0].reason.rstrip('。')}", instead="请核对数据集")
    return len(failed)


def _ask_all(gold: PublicSet, assistant: Assistant, *, answering: bool, on_progress: OnProgress | None) -> PublicResult:
    """Put the questions and return the figures."""
    found: dict[str, list[list[float]]] = {}
    answers: list[dict[str, Any]] = []
    for done, asked in enumerate(gold.questions):
        if on_progress is not None:
            on_progress(done, len(gold.questions), asked.question)
        if asked.relevant:
            query = " ".join((*asked.history[-1:], asked.question))
            ranked = dict.fromkeys(Path(hit.file).stem for hit in assistant.search(query, k=DEPTH))
            for name, value in _ranking(list(ranked), asked.relevant).items():
                found.setdefault(name, []).append([value])
        if answering:
            answer = assistant.ask(asked.question, history=asked.history)
            right = _right(asked, answer.answer, refused=answer.refused)
            found.setdefault("rejected" if asked.refused else "answered", []).append([float(right)])
            answers.append({"id": asked.id, "answer": answer.answer, "refused": answer.refused, "right": right})
    figures = {name: own for name, groups in found.items() if (own := figure(groups)) is not None}
    sizes = {"documents": len(gold.documents), "questions": len(gold.questions)}
    return PublicResult(name=gold.name, **sizes, figures=figures, answers=answers)


def _ranking(ranked: Sequence[str], relevant: Sequence[str]) -> dict[str, float]:
    """Return the measures of one ranked list of documents."""
    import ir_measures

    if not ranked:
        return dict.fromkeys(MEASURES, 0.0)
    asked = [ir_measures.parse_measure(name) for name in MEASURES]
    judged = [ir_measures.Qrel("q", identity, 1) for identity in relevant]
    run = [ir_measures.ScoredDoc("q", identity, float(-rank)) for rank, identity in enumerate(ranked)]
    found = {str(one.measure): float(one.value) for one in ir_measures.iter_calc(asked, judged, run)}
    return {name: found[name] for name in MEASURES}


def _right(asked: PublicQuestion, answer: str, *, refused: bool) -> bool:
    """Tell whether an answer says one wording of every group, or rightly refuses."""
    if asked.refused or refused:
        return asked.refused and refused
    said = (plain(answer), folded(answer))

    def holds_one(group: Sequence[str]) -> bool:
        return any(holds(said[0], plain(one)) or holds(said[1], folded(one)) for one in group)

    return bool(asked.answers) and all(map(holds_one, asked.answers))
