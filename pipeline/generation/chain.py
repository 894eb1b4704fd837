"""The answering of questions as a LangChain `Runnable`, for tracers, batches and anybody's own graph."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from langchain_core.runnables import RunnableConfig, RunnableLambda
from langchain_core.runnables.config import run_in_executor

if TYPE_CHECKING:
    from pipeline.generation.answer import Answer

Respond = Callable[..., "Answer | Iterator[Answer]"]


class AnswerChain(RunnableLambda[Any, Any]):
    """A `Runnable` from a question to an `Answer`: `invoke`, `stream`, `batch` and their async forms.

    The input is the question itself, or a mapping with `question` and, where wanted, `history` (the user's earlier
    questions, oldest first) and `filters`. `stream` yields the answer as it grows; the last one is whole.
    """

    def __init__(self, respond: Respond, *, name: str = "jiyao") -> None:
        """Wrap a function that answers.

        Args:
            respond: called with the question and, by keyword, `history`, `filters` and `config` (which it passes on to
                the model, so that callbacks reach it); returns an answer, or yields it as it grows.
            name: how tracers call the run.
        """

        def answers(given: str | Mapping[str, Any], config: RunnableConfig) -> Iterator[Answer]:
            asked = {"question": given} if isinstance(given, str) else dict(given)
            found = respond(
                asked["question"],
                history=tuple(asked.get("history") or ()),
                filters=asked.get("filters"),
                config=config,
            )
            if isinstance(found, Iterator):
                yield from found
            else:
                yield found

        async def answers_later(given: str | Mapping[str, Any], config: RunnableConfig) -> AsyncIterator[Answer]:
            growing = answers(given, config)
            while (answer := await run_in_executor(config, next, growing, None)) is not None:
                yield answer

        super().__init__(answers, answers_later, name=name)  # type: ignore[arg-type]
