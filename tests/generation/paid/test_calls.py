"""Calls that are paid once: remembered, tried again where it helps, and counted one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from langchain_core.language_models import BaseChatModel

from pipeline.config import load_settings
from pipeline.errors import CallsSpent, ModelAway
from pipeline.generation.model.chat_model import load_model
from pipeline.generation.paid.calls import TRIES, PaidCalls
from pipeline.generation.paid.journal import Journal
from pipeline.generation.paid.meter import Meter
from tests.servers.scripted import ScriptedServer, Turn, fails, says, serving

SCHEMA = {"title": "t", "type": "object", "properties": {}}


def _calls(server: ScriptedServer, folder: Path, *, most: int | None = None) -> tuple[PaidCalls, list[float]]:
    meter, waits = Meter("m", most=most), []
    settings = load_settings(model="openai:scripted", model_base_url=server.url, model_timeout=60)
    model = load_model(settings, max_retries=0, limiter=meter)
    assert isinstance(model, BaseChatModel)
    journal = Journal(folder / "replies")
    return PaidCalls(model, maker="m", replies=journal, meter=meter, wait=waits.append), waits


def test_what_was_said_is_not_asked_again_in_this_run_or_the_next(tmp_path: Path) -> None:
    with serving([says("甲"), says("乙"), says("丙")]) as server:
        calls, _ = _calls(server, tmp_path)
        assert [calls([("user", "一")], schema=SCHEMA, of="d1") for _ in range(2)] == ["甲", "甲"]
        again, _ = _calls(server, tmp_path)
        assert again([("user", "一")], schema=SCHEMA, of="d1") == "甲"
        assert again([("user", "一")], schema=SCHEMA, of="d2") == "乙"
        assert again([("user", "二")], schema=SCHEMA, of="d1") == "丙"
        assert len(server.requests) == 3


@pytest.mark.parametrize(
    "failure",
    [
        pytest.param(fails(500), id="server error"),
        pytest.param(fails(429, retry_after="7"), id="too many"),
        pytest.param(Turn(text="断", drop_after=4), id="broken off"),
        pytest.param(Turn(body=b"<html>"), id="no protocol"),
    ],
)
def test_what_may_pass_is_tried_again_and_counted(tmp_path: Path, failure: Turn) -> None:
    with serving([failure, failure, says("好")]) as server:
        calls, waits = _calls(server, tmp_path)
        assert calls([("user", "一")], schema=SCHEMA, of="d") == "好"
        assert calls.meter.calls == len(server.requests) == 3
    assert waits == (
        [7.0, 7.0] if failure.status == 429 else [pytest.approx(0.6, abs=0.2), pytest.approx(1.2, abs=0.4)]
    )


def test_a_server_that_stays_away_is_given_up(tmp_path: Path) -> None:
    with serving([fails(503, retry_after="900")]) as server:
        calls, waits = _calls(server, tmp_path)
        with pytest.raises(ModelAway, match="HTTP 503"):
            calls([("user", "一")], schema=SCHEMA, of="d")
        assert len(server.requests) == TRIES
    assert waits == [60.0] * (TRIES - 1)
    assert Journal(tmp_path / "replies").get("") is None
    assert not (tmp_path / "replies").exists()


@pytest.mark.parametrize("status", [401, 403, 404, 413])
def test_what_will_never_pass_is_not_tried_again(tmp_path: Path, status: int) -> None:
    with serving([fails(status)]) as server:
        calls, waits = _calls(server, tmp_path)
        with pytest.raises(ModelAway, match=f"HTTP {status}"):
            calls([("user", "一")], schema=SCHEMA, of="d")
        assert (len(server.requests), waits) == (1, [])


def test_the_limit_holds_for_every_attempt(tmp_path: Path) -> None:
    with serving([fails(500)]) as server:
        calls, _ = _calls(server, tmp_path, most=2)
        with pytest.raises(CallsSpent, match="已调用 2 次"):
            calls([("user", "一")], schema=SCHEMA, of="d")
        assert len(server.requests) == 2
