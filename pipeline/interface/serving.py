"""The web server of the chat: where it listens, who may come in, and the address it prints when it is ready."""

from __future__ import annotations

import argparse
import contextlib
import socket
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.requests import Request

from pipeline.accounts import AccountsFile
from pipeline.config import load_settings
from pipeline.errors import JiyaoError, SettingsError
from pipeline.interface import completions, login, routes, theme
from pipeline.interface.door import LOOPBACK, Door
from pipeline.interface.entrance import Entrance
from pipeline.interface.language import Spoken
from pipeline.interface.roles import caller_of, guard
from pipeline.interface.uploads import forget_unfinished

if TYPE_CHECKING:
    from pipeline.assistant import Assistant


def read_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line of `app.py`."""
    parser = argparse.ArgumentParser(prog="app.py", description="打开纪要的网页界面。")
    parser.add_argument("--host", default="127.0.0.1", help="监听地址；默认只限本机，其他地址须同时给出 --auth-file")
    parser.add_argument("--port", type=int, default=7860, help="端口，默认 %(default)s")
    parser.add_argument("--home", type=Path, help="文库所在文件夹，默认取 JIYAO_HOME")
    parser.add_argument("--auth-file", type=Path, help="账户文件，用 jiyao users add 用户名 --auth-file 文件 添加")
    return parser.parse_args(arguments)


def listening_socket(host: str, port: int, *, has_accounts: bool) -> socket.socket:
    """Return a socket that listens, or say plainly why not.

    Raises:
        SettingsError: the address is not this machine's own and there are no accounts, or the port is taken.
    """
    if host not in LOOPBACK and not has_accounts:
        raise SettingsError(
            "--host",
            f"监听 {host} 会让其他机器也能打开文库，但没有给出账号",
            legal="127.0.0.1，或同时给出 --auth-file 文件",
        )
    name = host.strip("[]")
    family = socket.AF_INET6 if ":" in name else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((name, port))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        problem = getattr(error, "strerror", None) or str(error)
        raise SettingsError(
            "--port", f"无法监听 {host}:{port}（{problem}）", legal="一个空闲的端口，例如 7861"
        ) from None
    return listener


OPENED_AFTER = 3.0
"""So many seconds after the start the library is opened, where no page did so before; the first page has the way."""
MOST_PAGES = 500
"""Sessions of the page that are held in memory; the one that was idle longest is forgotten first."""


def application(page: gr.Blocks, assistant: Assistant, *, entrance: Entrance, this_machine_only: bool) -> Door:
    """Return the whole web application: Gradio's page, our own routes, and the door before both."""
    outer = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    outer.router.routes.extend([*login.routes(entrance), *routes.routes(assistant), *completions.routes(assistant)])
    guard(page)
    page.state_session_capacity = MOST_PAGES
    gr.mount_gradio_app(
        outer,
        page,
        path="/",
        auth_dependency=_account,
        allowed_paths=[],
        blocked_paths=["/"],
        enable_monitoring=False,
        footer_links=[],
        run_history=False,
        mcp_server=True,
        ssr_mode=False,
        pwa=False,
        show_error=False,
        max_file_size=1,
        theme=theme.theme(),
        head=theme.head(),
    )
    return Door(Spoken(outer), entrance=entrance, this_machine_only=this_machine_only)


class Announcing(uvicorn.Server):
    """A server that calls back once it answers."""

    def __init__(self, config: uvicorn.Config, *, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets=sockets)
        if self.started:
            self._on_ready()


def serve(options: argparse.Namespace, build: Callable[[Assistant], gr.Blocks]) -> int:
    """Serve the chat until the program is stopped.

    Args:
        options: what `read_options` read.
        build: makes the page.

    Returns:
        0 when done, 2 where the request was wrong; the reason is printed.
    """
    from pipeline.interface.pace import PacedAssistant

    try:
        accounts = AccountsFile(options.auth_file) if options.auth_file else None
        assistant = PacedAssistant(load_settings(home=options.home))
        listener = listening_socket(options.host, options.port, has_accounts=accounts is not None)
    except JiyaoError as error:
        print(error, file=sys.stderr)
        return 2
    port = listener.getsockname()[1]
    _spare_lookups()
    forget_unfinished(assistant.settings.home)
    # A cookie belongs to all ports of a machine: two libraries on one machine must not sign each other's people out.
    entrance = Entrance(accounts, cookie=f"jiyao-{port}")
    local = options.host in LOOPBACK and accounts is None
    door = application(build(assistant), assistant, entrance=entrance, this_machine_only=local)
    address = f"http://{options.host}:{port}"

    def ready() -> None:
        print(f"纪要已就绪：{address}  （按 Ctrl+C 结束）", flush=True)
        opening = Timer(OPENED_AFTER, _warm, args=(assistant,))
        opening.daemon = True
        opening.start()

    _run(door, listener, on_ready=ready)
    return 0


def _spare_lookups() -> None:
    """Say once that matplotlib is missing: Gradio looks for it before and after every handler, in every folder."""
    if find_spec("matplotlib") is None:
        sys.modules["matplotlib"] = None  # type: ignore[assignment]


def _warm(assistant: Assistant) -> None:
    """Open what the first question would else wait for; a library that cannot be opened is told when it is asked."""
    with contextlib.suppress(JiyaoError):
        entries = assistant.entries()
        if not entries:
            return
        assistant.search("会议", k=1)
        assistant.catalogue.digests([entry.document_id for entry in entries])  # lists over the whole library
        if not assistant.settings.model:  # no call of a model that nobody asked for
            assistant.ask(f"{entries[-1].name}的依据是什么？"[: assistant.settings.max_question_characters])


def _run(door: Door, listener: socket.socket, *, on_ready: Callable[[], None]) -> None:
    """Serve until the program is stopped."""
    config = uvicorn.Config(
        door, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=2, ws="none"
    )
    Announcing(config, on_ready=on_ready).run(sockets=[listener])


def _account(request: Request) -> str | None:
    """Return who sent a request, as the door wrote on it; `None` is nobody, and Gradio shows nobody anything."""
    caller = caller_of(request)
    return caller.name if caller else None
