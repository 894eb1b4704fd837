"""How many answers are worked out at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.errors import EmptyQuestion
from pipeline.interface.pace import AT_ONCE, SWITCH_SECONDS, PacedAssistant


@pytest.fixture(autouse=True)
def _own_pace() -> Iterator[None]:
    former = sys.getswitchinterval()
    yield
    sys.setswitchinterval(former)


def test_it_answers_as_the_assistant_does(sample_home: Path) -> None:
    paced = PacedAssistant(load_settings(home=sample_home))
    asked, history = "那是谁汇报的？", ["河长制改革工作方案有什么要求？"]
    plain = Assistant(paced.settings).ask(asked, history=history).to_json()
    told = paced.ask(asked, history=history).to_json()
    assert {**told, "seconds": None} == {**plain, "seconds": None}
    assert sys.getswitchinterval() == pytest.approx(SWITCH_SECONDS)


@pytest.mark.parametrize(("model", "most"), [("", AT_ONCE), ("openai:any", 3 * AT_ONCE)], ids=["no model", "a model"])
def test_few_answers_at_once_unless_a_model_takes_the_time(
    home: Path, monkeypatch: pytest.MonkeyPatch, model: str, most: int
) -> None:
    at_once: list[int] = [0]
    seen: list[int] = []
    together = Event()

    def slow(*_: Any, **__: Any) -> Iterator[str]:
        at_once[0] += 1
        seen.append(at_once[0])
        if at_once[0] > AT_ONCE:
            together.set()
        together.wait(60.0 if model else 0.05)  # with a model, until more are at work than would be without
        at_once[0] -= 1
        yield "答"

    monkeypatch.setattr(Assistant, "stream", slow)
    paced = PacedAssistant(load_settings(home=home, model=model))
    with ThreadPoolExecutor(3 * AT_ONCE) as pool:
        answers = list(pool.map(lambda _: list(paced.stream("问")), range(3 * AT_ONCE)))
    assert answers == [["答"]] * (3 * AT_ONCE)
    assert max(seen) <= most and (not model or max(seen) > AT_ONCE)


def test_a_question_that_fails_gives_its_turn_back(home: Path) -> None:
    paced = PacedAssistant(load_settings(home=home))
    for _ in range(AT_ONCE + 1):
        with pytest.raises(EmptyQuestion, match="问题是空的"):
            paced.ask("  ")
