"""The search as a LangChain retriever, so that chains, tracing and anybody's own agent can use it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever


class HybridRetriever(BaseRetriever):
    """Keywords and vectors behind LangChain's `invoke`, `ainvoke` and `batch`.

    `find` takes a query and returns hits in the form of the `search` JSON; a hit's `text` becomes the page content, all
    else metadata.
    """

    find: Callable[[str], list[dict[str, Any]]]

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        """Return the passages for a query, best first."""
        return [_document(hit) for hit in self.find(query)]


def _document(hit: dict[str, Any]) -> Document:
    """Return one hit as LangChain has it."""
    metadata = {name: value for name, value in hit.items() if name != "text"}
    return Document(id=hit["chunk_id"], page_content=hit["text"], metadata=metadata)
