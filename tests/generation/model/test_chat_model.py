"""The chat model: what is sent, what comes back, and what goes wrong, against a scripted server."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.language_models import BaseChatModel

from pipeline.config import load_settings
from pipeline.errors import ModelAway, ModelGarbled, SettingsError
from pipeline.generation.model import chat_model as models
from pipeline.generation.model.chat_model import clock_for, complete, load_model, model_name, stream
from pipeline.generation.model.patience import Clock
from pipeline.generation.model.reply import SCHEMA
from tests.servers.scripted import Script, ScriptedServer, Turn, fails, says, serving

MESSAGES = [("system", "只依据材料。"), ("user", "谁主持？")]
KEY = "sk-secret-1234567890"
PLENTY = 60.0
"""Seconds enough for a busy machine; where the time-out itself is tested, the server takes far longer than it."""


@contextmanager
def talking(
    script: Script, *, timeout: float = PLENTY, retries: int = 2
) -> Iterator[tuple[BaseChatModel, ScriptedServer]]:
    """A model whose server follows a script."""
    with serving(script) as server:
        settings = load_settings(
            model="openai:scripted", model_base_url=server.url, model_api_key=KEY, model_timeout=timeout
        )
        model = load_model(settings, max_retries=retries)
        assert model is not None
        yield model, server


@pytest.fixture(autouse=True)
def _no_memory_of_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_taken", {})


def test_no_model_is_set() -> None:
    assert load_model(load_settings(model="")) is None


@pytest.mark.parametrize("name", ["nobody:model", "a-name-of-no-provider"])
def test_a_name_that_langchain_does_not_know_is_a_wrong_setting(name: str) -> None:
    with pytest.raises(SettingsError, match="JIYAO_MODEL"):
        load_model(load_settings(model=name, model_base_url="http://127.0.0.1:9/v1"))


def test_structured_output_is_asked_for_and_the_messages_are_sent_as_they_are() -> None:
    with talking([says('{"refused": true, "statements": []}')]) as (model, server):
        assert complete(model, MESSAGES, schema=SCHEMA) == '{"refused": true, "statements": []}'
    (request,) = server.requests
    assert request["response_format"]["type"] == "json_schema"
    assert [(entry["role"], entry["content"]) for entry in request["messages"]] == MESSAGES
    assert request["model"] == model_name(model) == "scripted"
    assert request["temperature"] == 0


def kinds(server: ScriptedServer) -> list[str]:
    """Return the form of structured output that each request asked for."""
    forms = {"response_format": "schema", "tools": "tool"}
    return [next((word for key, word in forms.items() if key in request), "plain") for request in server.requests]


def test_a_server_that_refuses_structured_output_is_asked_plainly_and_not_asked_for_it_again() -> None:
    def script(request: dict[str, Any]) -> Turn:
        return fails(400) if "response_format" in request or "tools" in request else says("好")

    with talking(script) as (model, server):
        assert complete(model, MESSAGES, schema=SCHEMA) == "好"
        assert complete(model, MESSAGES, schema=SCHEMA) == "好"
        assert "".join(stream(model, MESSAGES, schema=SCHEMA)) == "好"
    assert kinds(server) == ["schema", "tool", "plain", "plain", "plain"]


def test_a_server_that_knows_tools_alone_answers_by_a_call() -> None:
    def script(request: dict[str, Any]) -> Turn:
        return fails(400) if "response_format" in request else Turn(tool={"refused": False, "statements": []})

    with talking(script) as (model, server):
        assert '"refused": false' in complete(model, MESSAGES, schema=SCHEMA)
        assert '"refused": false' in complete(model, MESSAGES, schema=SCHEMA)
    assert kinds(server) == ["schema", "tool", "tool"]


def test_a_request_that_is_wrong_in_every_form_teaches_nothing_about_the_server() -> None:
    with talking([fails(400)]) as (model, _), pytest.raises(ModelAway, match="400"):
        complete(model, MESSAGES, schema=SCHEMA)
    assert models._taken == {}


def test_a_refusal_in_the_protocols_own_field_is_said() -> None:
    with talking([Turn(refusal="我不能回答")]) as (model, _), pytest.raises(ModelGarbled, match="不肯作答"):
        complete(model, MESSAGES, schema=SCHEMA)


def test_a_busy_server_is_asked_again() -> None:
    with talking([fails(429, retry_after="0.01"), says("好")]) as (model, server):
        assert complete(model, MESSAGES, schema=SCHEMA) == "好"
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("turn", "requests", "problem"),
    [
        pytest.param(fails(401), 1, "密钥无效", id="wrong-key"),
        pytest.param(fails(404), 1, "没有这个模型或地址", id="unknown-model"),
        pytest.param(fails(429, retry_after="0.01"), 2, "请求过于频繁", id="always-busy"),
        pytest.param(fails(500, retry_after="0.01"), 2, "服务器出错", id="broken"),
        pytest.param(says("好", drop_after=20), 2, "连接", id="dropped"),
    ],
)
def test_a_server_that_does_not_answer_is_away(turn: Turn, requests: int, problem: str) -> None:
    with talking([turn], retries=1) as (model, server), pytest.raises(ModelAway, match=problem):
        complete(model, MESSAGES, schema=SCHEMA)
    assert len(server.requests) == requests


def test_a_server_that_answers_too_late_is_away() -> None:
    late = says("好", delay=600)
    with talking([late], timeout=0.2, retries=0) as (model, _), pytest.raises(ModelAway, match="超时"):
        complete(model, MESSAGES, schema=SCHEMA, clock=Clock.of(PLENTY))


def test_nobody_listens_at_the_address() -> None:
    with serving([]) as server:
        url = server.url
    model = load_model(load_settings(model="openai:scripted", model_base_url=url), max_retries=0)
    assert model is not None
    with pytest.raises(ModelAway, match="JIYAO_MODEL_BASE_URL"):
        complete(model, MESSAGES, schema=SCHEMA)


@pytest.mark.parametrize(
    "turn",
    [
        pytest.param(Turn(body=b"<html>502</html>"), id="a-web-page"),
        pytest.param(Turn(body=b'{"choices": []}'), id="no-choices"),
    ],
)
def test_a_reply_that_is_no_chat_completion_is_garbled(turn: Turn) -> None:
    with talking([turn]) as (model, _), pytest.raises(ModelGarbled, match="无法解析"):
        complete(model, MESSAGES, schema=SCHEMA)


def test_a_reply_cut_short_is_given_as_far_as_it_goes() -> None:
    with talking([says("一半", finish="length")]) as (model, server):
        assert complete(model, MESSAGES, schema=SCHEMA) == "一半"
    assert len(server.requests) == 1


def test_a_call_of_a_tool_that_nobody_offered_counts_as_its_arguments() -> None:
    with talking([Turn(tool={"refused": True, "statements": []})]) as (model, _):
        assert '"refused": true' in complete(model, MESSAGES, schema=SCHEMA)


def test_a_stream_comes_piece_by_piece() -> None:
    with talking([says("市政府第4次常务会议由周明主持。")]) as (model, server):
        pieces = [piece for piece in stream(model, MESSAGES) if piece]
    assert "".join(pieces) == "市政府第4次常务会议由周明主持。"
    assert len(pieces) > 1
    assert server.requests[0]["stream"] is True


def test_a_stream_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "MAX_CHARACTERS", 200)
    with talking([says("啊" * 50, endless=True)]) as (model, _):
        assert 200 < sum(map(len, stream(model, MESSAGES))) < 300


def test_a_stream_that_takes_too_long_is_away() -> None:
    slow = says("啊" * 50, endless=True)
    with talking([slow]) as (model, _), pytest.raises(ModelAway, match="超时"):
        list(stream(model, MESSAGES, clock=Clock.of(0.0)))


def test_the_clock_holds_for_retries_too() -> None:
    begun = time.monotonic()
    with talking([fails(429, retry_after="55")]) as (model, _), pytest.raises(ModelAway, match="超时"):
        complete(model, MESSAGES, schema=SCHEMA, clock=Clock.of(0.3))
    assert time.monotonic() - begun < 40


def test_a_slow_first_token_is_waited_for_no_longer_than_agreed() -> None:
    with talking([says("好", delay=600)]) as (model, _), pytest.raises(ModelAway, match="超时"):
        list(stream(model, MESSAGES, clock=Clock.of(0.2)))


def test_the_clock_of_an_answer_is_three_time_outs() -> None:
    with talking([], timeout=90) as (model, _):
        assert 200 < clock_for(model).left <= 270


def test_a_stream_that_nobody_reads_on_may_be_closed() -> None:
    with talking([says("啊" * 50, endless=True)]) as (model, _):
        pieces = stream(model, MESSAGES)
        assert len(list(islice(pieces, 3))) == 3
        pieces.close()  # type: ignore[attr-defined]


def test_a_stream_that_breaks_off_is_away() -> None:
    with talking([fails(503)], retries=0) as (model, _), pytest.raises(ModelAway, match="服务器出错"):
        list(stream(model, MESSAGES))


def test_the_key_reaches_the_server_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with talking([fails(401)]) as (model, server), pytest.raises(ModelAway, match="401") as raised:
        complete(model, MESSAGES, schema=SCHEMA)
    assert server.authorizations == [f"Bearer {KEY}"]
    assert KEY not in str(raised.value)
    assert KEY not in caplog.text
    assert KEY not in repr(model)


def test_a_key_of_another_service_is_not_sent_to_a_server_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-somebody-else")
    with serving([says("好")]) as server:
        model = load_model(load_settings(model="openai:scripted", model_base_url=server.url))
        assert model is not None
        complete(model, MESSAGES, schema=SCHEMA)
    assert server.authorizations == ["Bearer none"]


def test_callbacks_of_the_caller_reach_the_model() -> None:
    class Seen(BaseCallbackHandler):
        """Counts the calls of a chat model."""

        count = 0

        def on_chat_model_start(self, *args: Any, **kwargs: Any) -> None:
            self.count += 1

    seen = Seen()
    with talking([says("好")]) as (model, _):
        complete(model, MESSAGES, schema=SCHEMA, config={"callbacks": [seen]})
    assert seen.count == 1
