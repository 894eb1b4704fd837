"""The answer chain as a LangChain Runnable."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.runnables import RunnableLambda

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.errors import EmptyQuestion
from pipeline.generation.answer import Answer
from pipeline.generation.chain import AnswerChain
from tests.servers.scripted import serving, states

QUESTION = "第12次常务会议由谁主持？"


@pytest.fixture
def chain(invented: Assistant) -> AnswerChain:
    def respond(question: str, *, history: tuple[str, ...], filters: Any, config: Any) -> Answer:
        return invented.ask(question, history=history, filters=filters)

    return AnswerChain(respond)


def test_invoke(chain: AnswerChain) -> None:
    assert "郑远航" in chain.invoke(QUESTION).answer


def test_a_mapping_carries_history(chain: AnswerChain) -> None:
    answer = chain.invoke({"question": "那是谁汇报的？", "history": ["停车管理办法有什么要求？"]})
    assert "周明" in answer.answer


def test_batch_keeps_the_order(chain: AnswerChain) -> None:
    found = chain.batch([QUESTION, "第15次常务会议由谁主持？"])
    assert ["郑远航" in found[0].answer, "秦书怀" in found[1].answer] == [True, True]


def test_async(chain: AnswerChain) -> None:
    assert asyncio.run(chain.ainvoke(QUESTION)).answer == chain.invoke(QUESTION).answer


def test_it_is_a_part_of_longer_chains(chain: AnswerChain) -> None:
    assert "郑远航" in (chain | RunnableLambda(lambda answer: answer.answer)).invoke(QUESTION)


def test_a_stream_grows_and_invoke_returns_the_last(invented: Assistant) -> None:
    whole = invented.ask(QUESTION)

    def respond(question: str, **options: Any) -> Iterator[Answer]:
        yield replace(whole, answer="郑")
        yield whole

    chain = AnswerChain(respond)
    assert [answer.answer for answer in chain.stream(QUESTION)] == ["郑", whole.answer]
    assert chain.invoke(QUESTION).answer == whole.answer


def test_callbacks_see_the_run(chain: AnswerChain) -> None:
    class Seen(BaseCallbackHandler):
        """Keeps the inputs of the runs."""

        def __init__(self) -> None:
            self.inputs: list[Any] = []

        def on_chain_start(self, serialized: Any, inputs: Any, **kwargs: Any) -> None:
            self.inputs.append(inputs)

    seen = Seen()
    chain.invoke(QUESTION, config={"callbacks": [seen]})
    assert seen.inputs == [QUESTION]


class Tracer(BaseCallbackHandler):
    """Keeps what a tracer is told: each run with the run that it belongs to, its tags and its metadata."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, Any, Any]] = []
        self.seen: list[tuple[list[str], dict[str, Any]]] = []

    def on_chain_start(
        self, serialized: Any, inputs: Any, *, run_id: Any, parent_run_id: Any = None, **rest: Any
    ) -> None:
        self.runs.append(("chain", run_id, parent_run_id))

    def on_chat_model_start(
        self, serialized: Any, messages: Any, *, run_id: Any, parent_run_id: Any = None, **rest: Any
    ) -> None:
        self.runs.append(("model", run_id, parent_run_id))
        self.seen.append((rest.get("tags") or [], rest.get("metadata") or {}))


def test_every_way_of_calling_gives_the_same_answer(chain: AnswerChain) -> None:
    whole = chain.invoke(QUESTION).answer

    async def later() -> list[str]:
        grown = [answer async for answer in chain.astream(QUESTION)]
        several = await chain.abatch([QUESTION, QUESTION], config={"max_concurrency": 2})
        return [grown[-1].answer, *(answer.answer for answer in several)]

    assert [answer.answer for answer in chain.batch([QUESTION], config={"max_concurrency": 1})] == [whole]
    assert asyncio.run(later()) == [whole] * 3


def test_an_async_stream_grows(invented: Assistant) -> None:
    whole = invented.ask(QUESTION)

    def respond(question: str, **options: Any) -> Iterator[Answer]:
        yield replace(whole, answer="郑")
        yield whole

    async def grown() -> list[str]:
        return [answer.answer async for answer in AnswerChain(respond).astream(QUESTION)]

    assert asyncio.run(grown()) == ["郑", whole.answer]


@pytest.mark.parametrize("way", ["invoke", "stream", "ainvoke", "astream", "batch"])
def test_the_call_of_the_model_is_a_run_under_the_chains(way: str, invented: Assistant) -> None:
    tracer = Tracer()
    config: Any = {"callbacks": [tracer], "tags": ["纪要"], "metadata": {"user": "u1"}}
    with serving([states(("第12次常务会议由郑远航主持。", [1]))]) as server:
        settings = load_settings(home=invented.settings.home, model="openai:scripted", model_base_url=server.url)
        chain = Assistant(settings).chain

        async def later() -> None:
            if way == "ainvoke":
                await chain.ainvoke(QUESTION, config=config)
            else:
                [_ async for _ in chain.astream(QUESTION, config=config)]

        if way.startswith("a"):
            asyncio.run(later())
        elif way == "batch":
            chain.batch([QUESTION], config=config)
        else:
            list(chain.stream(QUESTION, config=config)) if way == "stream" else chain.invoke(QUESTION, config=config)
    (root,) = [run for kind, run, parent in tracer.runs if kind == "chain" and parent is None]
    parents = [parent for kind, _, parent in tracer.runs if kind == "model"]
    assert parents
    known = {run for _, run, _ in tracer.runs}
    assert all(parent in known for parent in parents)
    assert root in known
    assert all("纪要" in tags and metadata["user"] == "u1" for tags, metadata in tracer.seen)


def test_an_error_reaches_the_caller_and_the_tracer(invented: Assistant) -> None:
    class Failing(BaseCallbackHandler):
        """Keeps the errors of chains."""

        errors: list[BaseException]

        def __init__(self) -> None:
            self.errors = []

        def on_chain_error(self, error: BaseException, **rest: Any) -> None:
            self.errors.append(error)

    failing = Failing()
    with pytest.raises(EmptyQuestion, match="问题是空的"):
        invented.chain.invoke(" ", config={"callbacks": [failing]})
    assert [type(error) for error in failing.errors] == [EmptyQuestion]
