"""The bench: for one question set a throwaway library each way it is cut, and every system that is put to the test."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from eval.sets import GoldSet
from eval.systems import SYSTEMS, Product, System, Unchecked
from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.errors import BadRequest

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from eval.gold import Place
    from pipeline.retrieval.chunk import Cut
    from pipeline.retrieval.filters import Filters

MODES = ("extractive", "model")


class Bench:
    """The systems over the documents of one set; as a context manager it takes its libraries away with it.

    Args:
        gold: the set.
        mode: `extractive` without a model whatever the settings say, `model` with the one that they name.
        model: a chat model to use as it is, in mode `model`.
        folder: where the libraries stand, instead of the system's place for what is temporary.

    Raises:
        BadRequest: mode `model` without a model, a document that could not be read, or one whose text is not the one
            that the gold set's places count in.
    """

    def __init__(
        self,
        gold: GoldSet,
        *,
        mode: str = "extractive",
        model: BaseChatModel | None = None,
        folder: Path | None = None,
    ) -> None:
        if mode not in MODES:
            raise BadRequest(f"没有 {mode} 这种方式", instead=f"可选：{'、'.join(MODES)}")
        self.gold = gold
        self._mode, self._model, self._folder = mode, model, folder
        self._opened = ExitStack()

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._opened.close()

    @cached_property
    def assistant(self) -> Assistant:
        """The assistant over the product's own library."""
        return self.library()

    @cached_property
    def product(self) -> System:
        """The product; what it is asked twice it answers once."""
        return _Remembering(Product(self.assistant))

    def system(self, name: str) -> System:
        """Return a system by its name, set up.

        Raises:
            BadRequest: there is none of that name.
        """
        from eval import variants

        if name not in SYSTEMS:
            raise BadRequest(f"没有 {name} 这个系统", instead=f"可选：{'、'.join(SYSTEMS)}")
        if name in ("product", "unchecked"):
            return self.product if name == "product" else Unchecked(self.product)
        if name == "no_record":
            return variants.PassagesOnly(self.assistant)
        if name in variants.READINGS:
            narrower = variants.without(name, self.assistant.settings)
            narrower.model = self.assistant.model
            self._opened.callback(narrower.library.close)
            return Product(narrower, name=name)
        if name in ("windows", "no_context"):
            return Product(self.library(cut=variants.windows if name == "windows" else variants.bare), name=name)
        from eval.baselines import KeywordBaseline, StockPipeline

        texts, model = self.gold.texts, self.assistant.model if self._mode == "model" else None
        if name == "bm25":
            return KeywordBaseline(texts, model=model)
        return StockPipeline(texts, encoder=load_settings().encoder, model=model)

    def library(self, *, cut: Cut | None = None) -> Assistant:
        """Return an assistant over a new library of the set's documents, cut as asked."""
        home = Path(self._opened.enter_context(self._temporary())) / "library"
        plain: dict[str, Any] = {"model": ""} if self._mode == "extractive" else {}
        assistant = Assistant(load_settings(home=home, today=self.gold.today, **plain))
        if cut is not None:
            from pipeline.retrieval.library import Library

            assistant.library = Library(home, encoder_name=assistant.settings.encoder, cut=cut)
        self._opened.callback(assistant.library.close)
        if self._model is not None:
            assistant.model = self._model
        if self._mode == "model" and assistant.model is None:
            raise BadRequest("没有设模型", instead="请设 JIYAO_MODEL，或改用 --mode extractive")
        self._fill(assistant)
        return assistant

    def _temporary(self) -> tempfile.TemporaryDirectory[str]:
        """Return a folder for one library."""
        return tempfile.TemporaryDirectory(prefix="jiyao-eval-", dir=self._folder, ignore_cleanup_errors=True)

    def _fill(self, assistant: Assistant) -> None:
        """Read the documents into a library and hold their texts against those of the set."""
        report = assistant.ingest(list(self.gold.files.values()))
        for failure in report.failed:
            raise BadRequest(f"无法入库 {failure.file}：{failure.reason.rstrip('。')}", instead="评测需要全部文件")
        for twin in report.duplicates:
            raise BadRequest(f"{twin.file} 与另一份文件内容相同", instead="评测需要内容各异的文件")
        for file, text in self.gold.texts.items():
            if assistant.show(file)[1].text != text:
                raise BadRequest(f"{file} 入库后的文字与原文不同", instead="引文的位置无从比较，请先查读入部分")


class _Remembering:
    """A system that answers each question, and searches for it, once."""

    def __init__(self, system: System) -> None:
        self.name = system.name
        self._system = system
        self._answers: dict[str, dict[str, Any]] = {}
        self._found: dict[str, list[Place]] = {}

    def search(self, query: str, *, k: int, filters: Filters | None = None) -> list[Place]:
        """Return what the system finds, or found."""
        key = repr((query, k, filters))
        if key not in self._found:
            self._found[key] = self._system.search(query, k=k, filters=filters)
        return self._found[key]

    def ask(self, question: str, *, history: Sequence[str] = (), filters: Filters | None = None) -> dict[str, Any]:
        """Return what the system says, or said."""
        key = repr((question, tuple(history), filters))
        if key not in self._answers:
            self._answers[key] = self._system.ask(question, history=history, filters=filters)
        return self._answers[key]
