"""The library as a chat model, without a server; test_machines.py asks a real one by a real client."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.completions import cited_text, routes
from pipeline.interface.roles import THIS_MACHINE, Caller

CHAIR = {"role": "user", "content": "市政府第4次常务会议由谁主持？"}


def client(home: Path, *, caller: Caller | None = THIS_MACHINE) -> TestClient:
    inner = Starlette(routes=routes(Assistant(load_settings(home=home))))

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("state", {})["caller"] = caller
        await inner(scope, receive, send)

    return TestClient(door)


def ask(home: Path, *messages: dict[str, Any], **more: Any) -> dict[str, Any]:
    reply = client(home).post("/v1/chat/completions", json={"model": "jiyao", "messages": messages, **more})
    assert reply.status_code == 200, reply.text
    told: dict[str, Any] = reply.json()
    return told


def test_an_answer_has_its_sources_in_the_text_and_with_offsets_beside_it(sample_home: Path) -> None:
    told = ask(sample_home, CHAIR)
    text = told["choices"][0]["message"]["content"]
    assert text.startswith(
        "市政府第4次常务会议由杜小刚主持。[1]\n\n出处：\n[1] 昆政纪〔2017〕4号 · 市政府第4次常务会议"
    )
    cited = told["jiyao"]["citations"][0]
    assert cited["quote"] in text and cited["end"] - cited["start"] == len(cited["quote"])


def test_a_refusal_says_why_and_what_is_nearest(sample_home: Path) -> None:
    told = ask(sample_home, {"role": "user", "content": "昆山2019年的GDP是多少？"})
    text = told["choices"][0]["message"]["content"]
    assert told["jiyao"]["refused"] and "（没有找到依据）" in text and "\n最接近的内容：\n- " in text
    assert "出处" not in text


def test_filters_narrow(sample_home: Path) -> None:
    question = {"role": "user", "content": "会议由谁主持？"}
    told = ask(sample_home, question, filters={"meeting": 50, "from": "2020", "kind": "minutes"})
    assert "周旭东" in told["jiyao"]["answer"]
    assert told["jiyao"]["searched"]["filters"]["from"] == "2020"


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        pytest.param("{", 400, "不是 JSON", id="no JSON"),
        pytest.param("[]", 400, "缺少 messages", id="no object"),
        pytest.param({"messages": []}, 400, "没有 role 为 user", id="no message"),
        pytest.param({"messages": [{"role": "assistant", "content": "a"}]}, 400, "没有 role 为 user", id="no question"),
        pytest.param({"messages": [{"role": "user", "content": " "}]}, 400, "请先写下要问的内容", id="no words"),
        pytest.param({"messages": [{"role": "user", "content": None}]}, 400, "请先写下要问的内容", id="no content"),
        pytest.param({"messages": [{"role": "user", "content": "问" * 3000}]}, 400, "超过上限", id="too long"),
        pytest.param(
            {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]},
            400,
            "只读文字",
            id="a picture",
        ),
        pytest.param({"messages": [CHAIR], "model": "gpt-4o"}, 404, "只有 jiyao", id="another model"),
        pytest.param({"messages": [CHAIR], "n": 2}, 400, "n 只能是 1", id="two answers"),
        pytest.param({"messages": [CHAIR], "filters": []}, 400, "filters 有误", id="filters that are none"),
        pytest.param({"messages": [CHAIR], "filters": {"source": "/etc"}}, 400, "filters 有误：source", id="no filter"),
        pytest.param({"messages": [CHAIR], "filters": {"meeting": "x"}}, 400, "--meeting", id="a bad filter"),
        pytest.param({"messages": [CHAIR], "filters": {"document": "没有"}}, 400, "已不在文库", id="unknown"),
    ],
)
def test_a_wrong_request_is_said_as_the_protocol_has_it(
    sample_home: Path, body: str | dict[str, Any], status: int, said: str
) -> None:
    sent = body if isinstance(body, str) else json.dumps(body)
    reply = client(sample_home).post("/v1/chat/completions", content=sent)
    assert reply.status_code == status and said in reply.json()["error"]["message"]
    assert reply.json()["error"]["type"] == "invalid_request_error"


def test_a_stream_ends_and_tells_what_went_wrong_in_it(sample_home: Path) -> None:
    def stream(question: dict[str, Any]) -> list[str]:
        sent = {"model": "jiyao", "stream": True, "messages": [question]}
        reply = client(sample_home).post("/v1/chat/completions", json=sent)
        assert reply.headers["content-type"].startswith("text/event-stream")
        return [line.removeprefix("data: ") for line in reply.text.split("\n\n") if line]

    *events, last = stream(CHAIR)
    pieces = [json.loads(event) for event in events]
    assert last == "[DONE]" and len({piece["id"] for piece in pieces}) == 1
    text = "".join(piece["choices"][0]["delta"].get("content", "") for piece in pieces)
    assert text == cited_text(pieces[-1]["jiyao"])
    assert "超过上限" in json.loads(stream({"role": "user", "content": "问" * 3000})[-1])["error"]["message"]


def test_there_is_one_model(sample_home: Path) -> None:
    assert [one["id"] for one in client(sample_home).get("/v1/models").json()["data"]] == ["jiyao"]
    assert client(sample_home).get("/v1/models/jiyao").json()["id"] == "jiyao"
    assert client(sample_home).get("/v1/models/gpt-4o").status_code == 404


def test_who_did_not_pass_the_door_gets_nothing(sample_home: Path) -> None:
    for path in ("/v1/models", "/v1/models/jiyao"):
        assert client(sample_home, caller=None).get(path).status_code == 403
    assert client(sample_home, caller=None).post("/v1/chat/completions", json={"messages": [CHAIR]}).status_code == 403


def citation(quote: str) -> dict[str, Any]:
    place = {"document_number": "青政纪〔2021〕9号", "meeting": None, "date": "2021-03-05", "file": "a.txt"}
    return {**place, "item": "一", "item_title": "《办法》", "quote": quote, "page": 3}


def test_what_is_not_proven_stands_nowhere() -> None:
    answer = {
        "answer": "会议通过《办法》。",
        "statements": [
            {"text": "会议通过《办法》。", "citations": [0], "check": "verified", "problems": []},
            {"text": "拨款三亿元。", "citations": [], "check": "flagged", "problems": ["原文没有"]},
        ],
        "citations": [citation("会议通过\n《办法》")],
        "refused": False,
        "reason": None,
        "nearest": [],
    }
    assert cited_text(answer) == (
        "会议通过《办法》。[1]\n\n出处：\n"
        "[1] 青政纪〔2021〕9号 · 2021年3月5日 · 一、《办法》 · 第 3 页：“会议通过 《办法》”"
    )
