"""The door of the web server."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from pipeline.interface.door import Door


def client(*, this_machine_only: bool = True, base_url: str = "http://127.0.0.1:7860") -> TestClient:
    async def anything(request: Request) -> Response:
        return PlainTextResponse("ok", headers={"X-Frame-Options": "SAMEORIGIN"})

    inner = Starlette(routes=[Route("/{path:path}", anything, methods=["GET", "POST"])])
    return TestClient(Door(inner, this_machine_only=this_machine_only), base_url=base_url)


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
        "/download/ledger.csv",
    ],
)
def test_what_the_chat_needs_is_open(path: str) -> None:
    assert client().get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/upload",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file/etc/passwd",
        "/gradio_api/proxy=http://a",
        "/monitoring/summary",
        "/gradio_api/call/ask",
        "/gradio_api/mcp/",
        "/gradio_api/component_server",
        "/gradio_api/deep_link",
        "/docs",
        "/openapi.json",
        "/download/a/b",
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


def test_an_upload_needs_a_header_that_another_site_cannot_send() -> None:
    assert client().post("/library/files").status_code == 403
    assert client().post("/library/files", headers={"X-Jiyao": "1"}).status_code == 200


def test_every_answer_forbids_what_is_outside() -> None:
    for path in ("/", "/nothing"):
        headers = client().get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "http" not in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY" and headers["x-content-type-options"] == "nosniff"
