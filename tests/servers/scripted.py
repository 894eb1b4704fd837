"""A chat server on this machine that speaks the OpenAI protocol and says what a test wrote down, good or bad."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Turn:
    """What the server does with one request."""

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None  # sent as it is, instead of a chat completion
    delay: float = 0.0  # seconds before the first byte
    holds_before: str = ""  # words of a stream that wait for `let_go`
    let_go: threading.Event | None = None
    drop_after: int | None = None  # bytes of the body after which the connection breaks
    endless: bool = False  # a stream that never stops
    tool: dict[str, Any] | None = None  # a call of a tool that nobody offered
    finish: str = "stop"
    refusal: str | None = None


def says(text: str, **options: Any) -> Turn:
    """A reply of plain text."""
    return Turn(text=text, **options)


def states(*statements: tuple[str, list[int]], **options: Any) -> Turn:
    """A reply in the agreed form: sentences with the numbers of their passages."""
    listed = [{"text": text, "sources": sources} for text, sources in statements]
    return Turn(text=json.dumps({"refused": False, "statements": listed}, ensure_ascii=False), **options)


def fails(status: int, **headers: str) -> Turn:
    """An error of the server; a header is given as retry_after="0"."""
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}
    return Turn(status=status, headers=named)


Script = list[Turn] | Callable[[dict[str, Any]], Turn]


class ScriptedServer:
    """A server that follows a script: a list of turns, the last one repeated, or a function of the request.

    `requests` are the bodies that came in, `authorizations` their keys.
    """

    def __init__(self, script: Script) -> None:
        self.script = script
        self.requests: list[dict[str, Any]] = []
        self.authorizations: list[str] = []
        self.stopping = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            """Hands each request to the script."""

            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *args: Any) -> None:
                """Keep quiet."""

            def do_GET(self) -> None:
                """List one model."""
                _send(self, Turn(body=json.dumps({"object": "list", "data": [{"id": "scripted"}]}).encode()), b"")

            def do_POST(self) -> None:
                """Answer a chat completion, whole or streamed."""
                request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.requests.append(request)
                server.authorizations.append(self.headers.get("Authorization", ""))
                turn = server.turn(request)
                server.stopping.wait(turn.delay)
                try:
                    if request.get("stream") and turn.status == 200 and turn.body is None:
                        _stream(self, turn, server.stopping)
                    else:
                        _send(self, turn, json.dumps(_completion(turn), ensure_ascii=False).encode())
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True  # the client had enough

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        """The address to set as JIYAO_MODEL_BASE_URL."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def turn(self, request: dict[str, Any]) -> Turn:
        """Return what to do with a request."""
        if callable(self.script):
            return self.script(request)
        return self.script[min(len(self.requests), len(self.script)) - 1]

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self) -> None:
        """End every reply and the server."""
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def serving(script: Script) -> Iterator[ScriptedServer]:
    """A server for as long as the block lasts."""
    server = ScriptedServer(script)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _completion(turn: Turn) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": turn.text or None, "refusal": turn.refusal}
    if turn.tool is not None:
        call = {"name": "fetch", "arguments": json.dumps(turn.tool, ensure_ascii=False)}
        message["tool_calls"] = [{"id": "call_1", "type": "function", "function": call}]
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": "scripted",
        "choices": [{"index": 0, "finish_reason": turn.finish, "message": message}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


def _send(handler: BaseHTTPRequestHandler, turn: Turn, completion: bytes) -> None:
    body = completion if turn.body is None else turn.body
    if turn.status != 200:
        body = json.dumps({"error": {"message": f"HTTP {turn.status}", "type": "server_error"}}).encode()
    handler.send_response(turn.status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    for name, value in turn.headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body[: turn.drop_after])
    if turn.drop_after is not None:
        handler.close_connection = True


def _stream(handler: BaseHTTPRequestHandler, turn: Turn, stopping: threading.Event) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    sent = 0
    hold = turn.text.index(turn.holds_before) if turn.let_go is not None else len(turn.text)
    while True:
        for place in range(0, len(turn.text), 7):
            piece = turn.text[place : place + 7]
            while turn.let_go is not None and place + len(piece) > hold and not stopping.is_set():
                if turn.let_go.wait(0.05):
                    break
            sent += len(_event(handler, {"content": piece}, None))
            if turn.drop_after is not None and sent > turn.drop_after:
                return
        if not turn.endless or stopping.is_set():
            break
    _event(handler, {}, turn.finish)
    handler.wfile.write(b"data: [DONE]\n\n")


def _event(handler: BaseHTTPRequestHandler, delta: dict[str, Any], finish: str | None) -> bytes:
    chunk = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": finish}],
    }
    line = b"data: " + json.dumps(chunk, ensure_ascii=False).encode() + b"\n\n"
    handler.wfile.write(line)
    handler.wfile.flush()
    return line
