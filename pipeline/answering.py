"""The walk of a question: understand → search or ledger → compose → cite → check → Answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import TYPE_CHECKING

from pipeline.generation.answer import answer_with_model, prove, stream_with_model
from pipeline.generation.extractive import compose
from pipeline.generation.later import with_later
from pipeline.generation.understanding.question import conversation

if TYPE_CHECKING:
    import datetime

    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

    from pipeline.generation.answer import Answer
    from pipeline.generation.draft import Searched
    from pipeline.retrieval.catalogue import Catalogue, Filters
    from pipeline.retrieval.search import Hit

Search = Callable[[str, int], "list[Hit]"]
"""Finds the best passages (at most so many) for a query."""


def respond(
    question: str,
    *,
    history: Sequence[str],
    filters: Filters | None,
    catalogue: Catalogue,
    search: Search,
    model: BaseChatModel | None,
    today: datetime.date,
    piecemeal: bool = False,
    config: RunnableConfig | None = None,
) -> Iterator[Answer]:
    """Yield the answer to a question; the last one is whole.

    Args:
        question: the question, not empty.
        history: the user's earlier questions, oldest first.
        filters: what to narrow the library to.
        catalogue: where the documents are.
        search: called only where the record does not answer.
        model: puts the evidence into words; `None` answers in the document's own words.
        today: the day from which 去年 counts.
        piecemeal: yield a model's answer as it grows, too.
        config: LangChain's callbacks and tags, for the calls of the model.
    """
    begun, find = perf_counter(), _Find(search)
    with catalogue.held():
        entries = catalogue.entries(filters)
        *turns, understood = conversation((*history, question), entries=entries, today=today)
        draft = compose(understood, catalogue=catalogue, find=find, earlier=turns)
        draft = with_later(draft, catalogue=catalogue, entries=entries)
        draft = replace(draft, searched=_named(filters, draft.searched))
        proven = [prove(draft, question, catalogue)] if model is None else []
    if model is None:
        answers = iter(proven)
    elif piecemeal:
        answers = stream_with_model(draft, question, catalogue, hits=find.hits, model=model, today=today, config=config)
    else:
        answers = iter(
            [answer_with_model(draft, question, catalogue, hits=find.hits, model=model, today=today, config=config)]
        )
    for answer in answers:
        total = perf_counter() - begun
        yield replace(answer, seconds={"search": find.seconds, "compose": total - find.seconds, "total": total})


@dataclass(slots=True)
class _Find:
    """The searches of one question: what they found, each passage once, and how long they took."""

    search: Search
    hits: list[Hit] = field(default_factory=list)
    seconds: float = 0.0

    def __call__(self, query: str, k: int) -> list[Hit]:
        begun = perf_counter()
        found = self.search(query, k)
        self.seconds += perf_counter() - begun
        known = {hit.chunk_id for hit in self.hits}
        self.hits += [hit for hit in found if hit.chunk_id not in known]
        return found


def _named(filters: Filters | None, searched: Searched) -> Searched:
    """Return what was looked through, with the filters that were asked for by name."""
    return replace(searched, filters={**filters.to_json(), **searched.filters}) if filters else searched
