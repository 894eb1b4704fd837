"""The door of the web server: only the routes that the chat needs, only names of this machine, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")
"""Names of this machine; another name in `Host` is another site that points here (DNS rebinding)."""

_OPEN = re.compile(
    r"/(?:(?:config|theme\.css|manifest\.json|favicon\.ico|login|logout|robots\.txt)?"
    r"|(?:assets|static|svelte)/.*"
    r"|gradio_api/(?:queue/(?:join|data)|run/[^/]+|cancel|reset|heartbeat/[^/]+|info|app_id|user|login_check|theme\.css|startup-events)"
    r"|library/files|download/[a-z.]+)/?"
)
"""Gradio also offers file upload and download, a proxy, monitoring and run history: none is used, all are shut."""

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


class Door:
    """Wraps the web application and lets through what the chat needs.

    Args:
        app: the application.
        this_machine_only: refuse a `Host` that is no name of this machine.
    """

    def __init__(self, app: App, *, this_machine_only: bool) -> None:
        self._app = app
        self._this_machine_only = this_machine_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        if self._this_machine_only and _host(headers.get(b"host", b"")) not in LOOPBACK:
            await _refuse(send, 421, "这里只接受本机访问。要对外开放，请用 --host 与 --auth-file 启动。")
            return
        if not _OPEN.fullmatch(scope["path"]):
            await _refuse(send, 404, "没有这个页面。")
            return
        if scope["path"] == "/library/files" and headers.get(b"x-jiyao") != b"1":
            await _refuse(send, 403, "请从页面上传。")
            return

        async def guarded(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                named = {name for name, _ in _HEADERS}
                kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in named]
                message = {**message, "headers": [*kept, *_HEADERS]}
            await send(message)

        await self._app(scope, receive, guarded)


def _host(header: bytes) -> str:
    """Return the name in a `Host` header without its port.

    >>> _host(b"127.0.0.1:7860"), _host(b"[::1]:80"), _host(b"evil.example")
    ('127.0.0.1', '[::1]', 'evil.example')
    """
    return re.sub(r":\d+$", "", header.decode("latin-1")).lower()


async def _refuse(send: Send, status: int, words: str) -> None:
    """Answer with one line of text."""
    body = words.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()), *_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
