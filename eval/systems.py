"""What can be examined: a system with two verbs, search and ask, and the product as one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from eval.gold import Place

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
    from pipeline.retrieval.filters import Filters

SYSTEMS: dict[str, str] = {
    "product": "本程序",
    "unchecked": "本程序，不核对",
    "no_record": "本程序，不用记录与台账",
    "no_context": "本程序，不加语境行",
    "windows": "本程序，按固定长度切分",
    "no_filters": "本程序，不认会议、文号、日期",
    "no_thesaurus": "本程序，不用同义词与别名",
    "dense": "本程序，只用向量",
    "keywords": "本程序，只用关键词",
    "bm25": "jieba 分词 BM25",
    "stock": "LangChain 现成流水线",
}
"""Every system with its Chinese name: the product, the product without one of its parts, and what else there is."""
USUAL = ("product", "unchecked", "no_record", "no_context", "windows", "dense", "bm25", "stock")
"""What a run that names no systems compares, so that it stays at about two minutes; the others only move the search."""


class System(Protocol):
    """Something that finds passages and answers questions."""

    name: str

    def search(self, query: str, *, k: int, filters: Filters | None = None) -> list[Place]:
        """Return the places of the best passages, best first."""

    def ask(self, question: str, *, history: Sequence[str] = (), filters: Filters | None = None) -> dict[str, Any]:
        """Return an answer in the shape of the ask JSON; `usage` holds calls and characters of a model."""


class Product:
    """The product, asked as the shell and the chat ask it."""

    def __init__(self, assistant: Assistant, *, name: str = "product") -> None:
        self.name = name
        self.assistant = assistant

    def search(self, query: str, *, k: int, filters: Filters | None = None) -> list[Place]:
        """Return the places of the best passages, best first."""
        return [Place(hit.file, hit.start, hit.end) for hit in self.assistant.search(query, k=k, filters=filters)]

    def ask(self, question: str, *, history: Sequence[str] = (), filters: Filters | None = None) -> dict[str, Any]:
        """Return the ask JSON, with `usage` where a model is set."""
        if self.assistant.model is None:
            return self.assistant.ask(question, history=history, filters=filters).to_json()
        from eval.meter import Meter

        meter = Meter()
        *_, answer = self.assistant.stream(
            question, history=history, filters=filters, config={"callbacks": [meter]}, piecemeal=False
        )
        return {**answer.to_json(), "usage": meter.usage.to_json()}


class Unchecked:
    """The product's answers with every check left out: what was refused or not proven is said all the same.

    A refusal becomes the wording of the passage nearest to the question; a model's sentences stand whether they were
    proven or not.
    """

    name = "unchecked"

    def __init__(self, product: System) -> None:
        self._product = product

    def search(self, query: str, *, k: int, filters: Filters | None = None) -> list[Place]:
        """Return what the product finds."""
        return self._product.search(query, k=k, filters=filters)

    def ask(self, question: str, *, history: Sequence[str] = (), filters: Filters | None = None) -> dict[str, Any]:
        """Return the product's answer without its checks."""
        answer = self._product.ask(question, history=history, filters=filters)
        unproven = [entry["text"] for entry in (*answer.get("dropped", ()), *answer["statements"]) if _unproven(entry)]
        if unproven:
            return {**answer, "answer": "\n".join([answer["answer"], *unproven])}
        if answer["refused"] and answer["nearest"]:
            nearest = answer["nearest"][0]
            place = {name: nearest[name] for name in ("file", "start", "end")}
            citation = {**place, "item": nearest["item"], "quote": nearest["text"]}
            statement = {"text": nearest["text"], "citations": [0], "check": "flagged", "problems": []}
            shown = {"answer": nearest["text"], "refused": False, "reason": None}
            return {**answer, **shown, "citations": [citation], "statements": [statement]}
        return answer


def _unproven(entry: Mapping[str, Any]) -> bool:
    """Tell whether a sentence was dropped or flagged."""
    return bool(entry.get("check", "flagged") == "flagged")
