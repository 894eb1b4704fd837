"""Asking once more for what failed: one call, with the reasons, and nothing lost where the server is away."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.config import load_settings
from pipeline.generation.checking.reading.source import Problem
from pipeline.generation.cite import Statement
from pipeline.generation.model import chat_model as models
from pipeline.generation.model.chat_model import load_model
from pipeline.generation.model.patience import Clock
from pipeline.generation.model.prompting import load_prompt
from pipeline.generation.model.rewriting import SCHEMA, Rewritten, rewrite
from tests.servers.scripted import Script, Turn, fails, says, serving

FAILED = (
    Statement(text="由市公安局\n牵头。", problems=(Problem("part", "市公安局", "出处中没有写明“市公安局”牵头"),)),
    Statement(text="安排1300万元。", problems=(Problem("number", "1300万元", "出处中没有“1300万元”这个数"),)),
)


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_taken", {})


def asked(script: Script, *, within: float = 60.0) -> tuple[Rewritten, list[dict[str, Any]]]:
    with serving(script) as server:
        settings = load_settings(model="openai:scripted", model_base_url=server.url, model_timeout=60.0)
        model = load_model(settings, max_retries=0)
        assert model is not None
        found = rewrite(
            FAILED, question="谁牵头？", evidence="〖材料1〗甲", model=model, config=None, clock=Clock.of(within)
        )
    return found, server.requests


def test_all_failed_sentences_are_put_in_one_call_with_their_reasons() -> None:
    reply = {"statements": [{"number": 2, "text": "安排1200万元。", "sources": [1]}]}
    found, (request,) = asked([says(json.dumps(reply, ensure_ascii=False))])
    assert found.wordings == {1: ("安排1200万元。", (1,))}
    told = request["messages"][1]["content"]
    assert "1. 由市公安局 牵头。\n   原因：出处中没有写明“市公安局”牵头" in told
    assert "2. 安排1300万元。\n   原因：出处中没有“1300万元”这个数" in told
    assert request["response_format"]["json_schema"]["name"] == SCHEMA["title"]


def test_the_prompt_is_stamped() -> None:
    found, _ = asked([says("{}")])
    assert found.prompt_hash == load_prompt("rewrite", variables=frozenset({"evidence", "failed", "question"})).hash


@pytest.mark.parametrize(
    "turn",
    [
        fails(500),
        says("抱歉"),
        says("好", delay=600),
        Turn(refusal="不"),
        says('{"statements": [{"number": 7, "text": "甲"}]}'),
    ],
    ids=["broken", "no-json", "slow", "refuses", "no-such-number"],
)
def test_without_an_answer_nothing_is_rewritten(turn: Turn) -> None:
    assert asked([turn], within=0.2 if turn.delay else 60.0)[0].wordings == {}
