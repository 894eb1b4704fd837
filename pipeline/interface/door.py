"""The door of the web server: only the routes that are needed, only known callers, nothing from outside."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pipeline.interface.entrance import Entrance, Owners
from pipeline.interface.roles import Caller

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")
"""Names of this machine; another name in `Host` is another site that points here (DNS rebinding)."""
MOST_BYTES = 1_000_000
"""The largest body of a request that brings no files."""
UPLOAD = "/library/files"
"""Where files come in; their route bounds them itself."""

_TOOLS = "(?:ask|search|summarize|ledger)"
_OPEN = re.compile(
    r"/(?:(?:config|theme\.css|manifest\.json|favicon\.ico|login|logout|robots\.txt)?"
    r"|(?:assets|static|svelte)/.*"
    r"|gradio_api/(?:queue/(?:join|data)|run/[^/]+|cancel|reset|heartbeat/[^/]+|info|app_id|user|login_check"
    r"|theme\.css|startup-events)"
    rf"|gradio_api/call/(?:v2/)?{_TOOLS}(?:/[0-9a-f]+)?"
    r"|gradio_api/mcp"
    r"|v1/(?:models(?:/[\w.-]+)?|chat/completions)"
    r"|library/files|download/[a-z.]+)/?"
)
"""Gradio also offers file upload and download, a proxy, monitoring and run history: none is used, all are shut."""
_FOR_ANYBODY = re.compile(
    r"/(?:login|logout|theme\.css|manifest\.json|favicon\.ico|robots\.txt|(?:assets|static)/.*)/?"
)
"""What comes with Gradio and with the page for signing in, and holds nothing of the library."""

_POLICY = "; ".join(
    (
        "default-src 'self'",
        # Gradio's page has inline scripts and compiles the templates of gr.HTML.
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
)


class _Refusal(Exception):
    """Why a request goes no further, with the status of HTTP."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


class Door:
    """Wraps the web application, lets through what the chat needs, and writes on each request who sent it.

    Args:
        app: the application.
        entrance: knows who is signed in.
        this_machine_only: refuse a `Host` that is no name of this machine.
    """

    def __init__(self, app: App, *, entrance: Entrance, this_machine_only: bool) -> None:
        self._app = app
        self._entrance = entrance
        self._this_machine_only = this_machine_only
        self._owners = Owners()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers, path = dict(scope["headers"]), scope["path"]
        try:
            self._check_address(path, headers, scope["method"])
            caller = self._entrance.caller(headers)
            if caller is None and not _FOR_ANYBODY.fullmatch(path):
                if path == "/" and scope["method"] in ("GET", "HEAD"):
                    await _lead_to_login(send)
                    return
                raise _Refusal(401, "请先登录，或在 Authorization 中给出有效的令牌。")
            if path.rstrip("/") != UPLOAD:
                body = await _read(receive)
                self._check_session(caller, scope, body)
                receive = _again(body, receive)
        except _Refusal as refusal:
            await _refuse(send, refusal, path)
            return
        scope.setdefault("state", {})["caller"] = caller
        await self._app(scope, receive, _with_headers(send))

    def _check_address(self, path: str, headers: Mapping[bytes, bytes], method: str) -> None:
        """Refuse what comes by a wrong name, to a wrong place, or from the page of another site."""
        if self._this_machine_only and _host(headers.get(b"host", b"")) not in LOOPBACK:
            raise _Refusal(421, "这里只接受本机访问。要对外开放，请用 --host 与 --auth-file 启动。")
        if not _OPEN.fullmatch(path) or ".." in re.split(r"[/\\]", path) or "\0" in path:
            raise _Refusal(404, "没有这个页面。")
        if method not in ("GET", "HEAD", "OPTIONS") and _comes_from_elsewhere(headers):
            raise _Refusal(403, "这个请求来自别的网站，没有受理。")
        if path.rstrip("/") == UPLOAD and headers.get(b"x-jiyao") != b"1":
            raise _Refusal(403, "请从页面上传。")

    def _check_session(self, caller: Caller | None, scope: Scope, body: bytes) -> None:
        """Refuse a request that names the page's session of somebody else."""
        if caller is None or not scope["path"].startswith("/gradio_api/"):
            return
        for session in _sessions(scope, body):
            if not self._owners.admits(session, caller.name):
                raise _Refusal(403, "这个会话属于另一个用户。")


def _comes_from_elsewhere(headers: Mapping[bytes, bytes]) -> bool:
    """Tell whether a browser says that the page of another site sends this.

    >>> _comes_from_elsewhere({b"host": b"a:1", b"origin": b"http://b"}), _comes_from_elsewhere({b"host": b"a:1"})
    (True, False)
    """
    if site := headers.get(b"sec-fetch-site"):
        return site not in (b"same-origin", b"none")
    origin = headers.get(b"origin")
    return origin is not None and urlsplit(origin.decode("latin-1")).netloc.encode("latin-1") != headers.get(b"host")


def _sessions(scope: Scope, body: bytes) -> list[str]:
    """Return the page's sessions that a request to Gradio names, in its address or its body."""
    found = [one for one in parse_qs(scope.get("query_string", b"").decode("latin-1")).get("session_hash", []) if one]
    if beat := re.fullmatch(r"/gradio_api/heartbeat/([^/]+)/?", scope["path"]):
        found.append(beat[1])
    if body.lstrip().startswith(b"{"):
        try:
            told = json.loads(body)
        except ValueError:
            return found
        session = told.get("session_hash")
        found += [session] if isinstance(session, str) else []
    return found


async def _read(receive: Receive) -> bytes:
    """Return the whole body of a request, refuse one that is too large."""
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            break
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > MOST_BYTES:
            raise _Refusal(413, f"请求太大，最多 {MOST_BYTES // 1000} KB。")
    return body


def _again(body: bytes, receive: Receive) -> Receive:
    """Return a source of messages that gives the body once more, then what else comes."""
    given = False

    async def give() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return give


def _with_headers(send: Send) -> Send:
    """Return a way to answer that forbids what is outside."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            named = {name for name, _ in _HEADERS}
            kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in named]
            message = {**message, "headers": [*kept, *_HEADERS]}
        await send(message)

    return guarded


def _host(header: bytes) -> str:
    """Return the name in a `Host` header without its port.

    >>> _host(b"127.0.0.1:7860"), _host(b"[::1]:80"), _host(b"evil.example")
    ('127.0.0.1', '[::1]', 'evil.example')
    """
    return re.sub(r":\d+$", "", header.decode("latin-1")).lower()


async def _lead_to_login(send: Send) -> None:
    """Send a browser to the page for signing in."""
    headers = [(b"location", b"login"), (b"content-length", b"0"), (b"cache-control", b"no-store"), *_HEADERS]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _refuse(send: Send, refusal: _Refusal, path: str) -> None:
    """Answer with one line of text, or with what programs that speak OpenAI's protocol expect."""
    kind = b"text/plain; charset=utf-8"
    body = refusal.words.encode()
    if path.startswith("/v1/"):
        kind, told = b"application/json", {"message": refusal.words, "type": "invalid_request_error", "code": None}
        body = json.dumps({"error": told}, ensure_ascii=False).encode()
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), *_HEADERS]
    if refusal.status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
