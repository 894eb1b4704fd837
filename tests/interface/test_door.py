"""The door of the web server."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from pipeline.accounts import AccountsFile, add_account, add_token
from pipeline.interface.door import MOST_BYTES, Door
from pipeline.interface.entrance import Entrance

HERE = "http://127.0.0.1:7860"


def client(
    entrance: Entrance | None = None, *, this_machine_only: bool = True, base_url: str = HERE, **headers: str
) -> TestClient:
    async def anything(request: Request) -> Response:
        said = f"{request.state.caller and request.state.caller.role} {len(await request.body())}"
        return PlainTextResponse(said, headers={"X-Frame-Options": "SAMEORIGIN"})

    inner = Starlette(routes=[Route("/{path:path}", anything, methods=["GET", "POST"])])
    door = Door(inner, entrance=entrance or Entrance(None), this_machine_only=this_machine_only)
    return TestClient(door, base_url=base_url, headers=headers, follow_redirects=False)


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password's hash takes long by design; here it need not."""
    monkeypatch.setattr("pipeline.accounts._COST", {"n": 2**4, "r": 8, "p": 1})


@pytest.fixture
def entrance(tmp_path: Path) -> Entrance:
    add_account(tmp_path / "accounts", "王丽", "correct horse", role="editor")
    add_account(tmp_path / "accounts", "李明", "battery staple")
    return Entrance(AccountsFile(tmp_path / "accounts"))


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/config",
        "/theme.css",
        "/assets/index-1.js",
        "/static/img/a.svg",
        "/login",
        "/gradio_api/queue/join",
        "/gradio_api/queue/data",
        "/gradio_api/run/predict",
        "/gradio_api/heartbeat/abc",
        "/gradio_api/call/ask",
        "/gradio_api/call/v2/ledger",
        "/gradio_api/call/search/0123456789abcdef",
        "/gradio_api/mcp",
        "/gradio_api/mcp/",
        "/v1/models",
        "/v1/models/jiyao",
        "/v1/chat/completions",
        "/download/ledger.csv",
    ],
)
def test_what_the_chat_and_its_api_need_is_open(path: str) -> None:
    assert client().get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/upload",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file/etc/passwd",
        "/gradio_api/proxy=http://a",
        "/gradio_api/stream/a/1/2/playlist.m3u8",
        "/gradio_api/call/discard",
        "/gradio_api/call/ask_1",
        "/gradio_api/mcp/sse",
        "/gradio_api/mcp/schema",
        "/gradio_api/component_server",
        "/gradio_api/deep_link",
        "/gradio_api/token",
        "/gradio_api/vibe-edit",
        "/monitoring/summary",
        "/v1/embeddings",
        "/v1/files",
        "/docs",
        "/openapi.json",
        "/download/a/b",
        "/assets/..%2f..%2fapp.py",
        "/assets/%2e%2e/%2e%2e/app.py",
        "/static/..%5c..%5capp.py",
        "/assets/a%00.js",
    ],
)
def test_everything_else_is_shut(path: str) -> None:
    assert client().get(path).status_code == 404


def test_another_name_is_refused_only_on_this_machine() -> None:
    elsewhere = "http://evil.example"
    refused = client(base_url=elsewhere).get("/")
    assert refused.status_code == 421 and "--auth-file" in refused.text
    assert client(base_url=elsewhere, this_machine_only=False).get("/").status_code == 200


@pytest.mark.parametrize("host", ["localhost", "localhost:7860", "127.0.0.1", "[::1]:7860", "LOCALHOST"])
def test_names_of_this_machine_are_known(host: str) -> None:
    assert client().get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 200, id="no browser"),
        pytest.param({"Origin": HERE}, 200, id="our own page"),
        pytest.param({"Origin": "https://evil.example"}, 403, id="another site"),
        pytest.param({"Origin": "null"}, 403, id="a page of nowhere"),
        pytest.param({"Sec-Fetch-Site": "same-origin", "Origin": HERE}, 200, id="our own page, said twice"),
        pytest.param({"Sec-Fetch-Site": "cross-site", "Origin": HERE}, 403, id="another site, whatever its origin"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, 403, id="another port of this machine"),
    ],
)
def test_the_page_of_another_site_sends_nothing(headers: dict[str, str], status: int) -> None:
    for path in ("/gradio_api/queue/join", "/v1/chat/completions", "/gradio_api/mcp/"):
        assert client().post(path, headers=headers).status_code == status
    assert client().get("/", headers=headers).status_code == 200


def test_an_upload_needs_a_header_that_another_site_cannot_send() -> None:
    assert client().post("/library/files").status_code == 403
    assert client().post("/library/files/").status_code == 403
    assert client().post("/library/files", headers={"X-Jiyao": "1"}).status_code == 200


def test_a_body_is_bounded_and_handed_on_whole() -> None:
    assert client().post("/v1/chat/completions", content=b"x" * MOST_BYTES).text == f"admin {MOST_BYTES}"
    assert client().post("/v1/chat/completions", content=b"x" * (MOST_BYTES + 1)).status_code == 413
    upload = client().post("/library/files", content=b"x" * (MOST_BYTES + 1), headers={"X-Jiyao": "1"})
    assert upload.status_code == 200


def test_every_answer_forbids_what_is_outside() -> None:
    for path in ("/", "/nothing"):
        headers = client().get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "http" not in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY" and headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/config", "/gradio_api/info", "/gradio_api/mcp/", "/v1/models", "/download/ledger.csv", "/svelte/a.js"]
)
def test_with_accounts_nobody_unknown_passes(entrance: Entrance, path: str) -> None:
    for headers in (
        {},
        {"Authorization": "Bearer jiyao_wrong"},
        {"Authorization": "Basic eDp5"},
        {"Cookie": "jiyao=x"},
    ):
        refused = client(entrance).get(path, headers=headers)
        assert refused.status_code == 401 and refused.headers["www-authenticate"] == "Bearer"
    assert client(entrance).get("/v1/models").json()["error"]["type"] == "invalid_request_error"


def test_with_accounts_the_page_leads_to_where_one_signs_in(entrance: Entrance) -> None:
    reply = client(entrance).get("/")
    assert (reply.status_code, reply.headers["location"]) == (303, "login")
    for path in ("/login", "/assets/index.css", "/theme.css"):
        assert client(entrance).get(path).text.startswith("None")


def test_a_session_and_a_token_say_who_sends(entrance: Entrance, tmp_path: Path) -> None:
    secret = entrance.sign_in("王丽", "correct horse")
    assert client(entrance).get("/config", headers={"Cookie": f"jiyao={secret}"}).text.startswith("editor")
    token = add_token(tmp_path / "accounts", "王丽", label="脚本")
    assert client(entrance).get("/v1/models", headers={"Authorization": f"Bearer {token}"}).text.startswith("reader")


def test_the_session_of_a_page_belongs_to_who_opened_it(entrance: Entrance) -> None:
    mine = {"Cookie": f"jiyao={entrance.sign_in('王丽', 'correct horse')}"}
    theirs = {"Cookie": f"jiyao={entrance.sign_in('李明', 'battery staple')}"}
    door = client(entrance)
    join = {"session_hash": "abc", "fn_index": 1, "data": []}
    assert door.post("/gradio_api/queue/join", json=join, headers=mine).status_code == 200
    for send in (
        lambda who: door.post("/gradio_api/queue/join", json=join, headers=who),
        lambda who: door.post("/gradio_api/cancel", json=join, headers=who),
        lambda who: door.get("/gradio_api/queue/data?session_hash=abc", headers=who),
        lambda who: door.get("/gradio_api/queue/data?session_hash=x&session_hash=abc", headers=who),
        lambda who: door.get("/gradio_api/heartbeat/abc", headers=who),
    ):
        assert send(theirs).status_code == 403
    assert door.get("/gradio_api/queue/data?session_hash=abc", headers=mine).status_code == 200
    assert door.post("/gradio_api/queue/join", json={**join, "session_hash": "def"}, headers=theirs).status_code == 200
