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
from pipeline.generation.answer import Answer
from pipeline.generation.chain import AnswerChain

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
