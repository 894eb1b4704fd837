"""The baselines: the stock LangChain pipeline of a tutorial, and BM25 over words, over the same texts and chunks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from eval.gold import Place
from pipeline.generation.model.prompting import load_prompt
from pipeline.retrieval.encode import as_langchain, load_encoder

if TYPE_CHECKING:
    from langchain_core.documents import Document
    from langchain_core.language_models import BaseChatModel

    from pipeline.retrieval.filters import Filters

CHUNK, OVERLAP = 1000, 200
"""Characters of a chunk and of what two neighbours share, as the tutorials have it."""
K = 4
"""Chunks that the tutorials retrieve."""
REFUSAL = "未载明"
"""What the prompt asks a model to say where the chunks hold no answer."""


class _OverChunks:
    """A system over plain chunks; filters are not heeded.

    Without a model its answer is the first chunk, which is also its one citation, and it never refuses. A model is
    given the first four, which are then its citations, and refuses by the word that the prompt asks for.
    """

    name: str

    def __init__(self, *, model: BaseChatModel | None = None) -> None:
        self._model = model

    def search(self, query: str, *, k: int = K, filters: Filters | None = None) -> list[Place]:
        """Return the places of the best chunks, best first."""
        return [_place(chunk) for chunk in self.best(query, k)]

    def ask(self, question: str, *, history: Sequence[str] = (), filters: Filters | None = None) -> dict[str, Any]:
        """Return the answer in the shape of the ask JSON, as far as it is scored."""
        chunks = self.best(" ".join((*history[-1:], question)), K if self._model else 1)
        said, usage = self._said("\n".join((*history, question)), chunks)
        refused = self._model is not None and REFUSAL in said
        citations = [] if refused else [_citation(chunk) for chunk in chunks]
        statement = {"text": said, "citations": [*range(len(citations))], "check": "unchecked", "problems": []}
        answer = {"question": question, "answer": said, "refused": refused, "reason": None, "nearest": []}
        return {**answer, "statements": [] if refused else [statement], "citations": citations, "usage": usage}

    def best(self, query: str, k: int) -> list[Document]:
        """Return the best chunks, best first."""
        raise NotImplementedError

    def _said(self, question: str, chunks: Sequence[Document]) -> tuple[str, dict[str, int]]:
        """Return what is answered, and what it cost."""
        if self._model is None:
            return chunks[0].page_content, {}
        from eval.meter import Meter

        prompt = load_prompt("stock", variables=frozenset({"question", "context"}))
        messages = prompt.fill(question=question, context="\n\n".join(chunk.page_content for chunk in chunks))
        meter = Meter()
        reply = self._model.invoke(messages, config={"callbacks": [meter]})
        return reply.text.strip(), meter.usage.to_json()


class StockPipeline(_OverChunks):
    """RecursiveCharacterTextSplitter 1000/200, the product's encoder, Chroma in memory."""

    name = "stock"

    def __init__(self, texts: Mapping[str, str], *, encoder: str, model: BaseChatModel | None = None) -> None:
        super().__init__(model=model)
        from chromadb.config import Settings
        from langchain_chroma import Chroma

        self._store = Chroma(
            collection_name="stock",
            client_settings=Settings(anonymized_telemetry=False),
            embedding_function=as_langchain(load_encoder(encoder)),
        )
        self._store.reset_collection()  # clients in memory share one store within a process
        self._store.add_documents(_chunks(texts))

    def best(self, query: str, k: int) -> list[Document]:
        """Return the nearest chunks, nearest first."""
        return self._store.similarity_search(query, k=k)


class KeywordBaseline(_OverChunks):
    """BM25 over the words that jieba finds, in the chunks of the stock pipeline."""

    name = "bm25"

    def __init__(self, texts: Mapping[str, str], *, model: BaseChatModel | None = None) -> None:
        super().__init__(model=model)
        import bm25s

        self._chunks = _chunks(texts)
        self._index = bm25s.BM25()
        self._index.index([list(words(chunk.page_content)) for chunk in self._chunks], show_progress=False)

    def best(self, query: str, k: int) -> list[Document]:
        """Return the chunks with the highest score, highest first."""
        asked = [word for word in words(query) if word in self._index.vocab_dict]
        if not asked:
            return self._chunks[:k]
        found, _ = self._index.retrieve([asked], k=min(k, len(self._chunks)), show_progress=False)
        return [self._chunks[int(number)] for number in found[0]]


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as jieba's search mode cuts it, without punctuation.

    >>> words("会议通过办法。")
    ('会议', '通过', '办法')
    """
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    return tuple(word.lower() for word in jieba.lcut_for_search(text) if re.search(r"\w", word))


def _chunks(texts: Mapping[str, str]) -> list[Document]:
    """Return the texts cut as the tutorials cut them; each chunk knows its file and its first character."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True)
    return splitter.create_documents(list(texts.values()), [{"file": file} for file in texts])


def _citation(chunk: Document) -> dict[str, Any]:
    """Return a chunk as a citation."""
    place = _place(chunk)
    return {"file": place.file, "start": place.start, "end": place.end, "item": None, "quote": chunk.page_content}


def _place(chunk: Document) -> Place:
    """Return where a chunk stands."""
    start = int(chunk.metadata["start_index"])
    return Place(str(chunk.metadata["file"]), start, start + len(chunk.page_content))
