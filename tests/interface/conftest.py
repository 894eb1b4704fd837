"""A running chat over the sample library, and a browser to look at it with."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.interface.running import RunningChat, Watched, ended, start_chat, watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def chat(_sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningChat]:
    """The chat over a copy of the sample library; every way out of the machine leads into a listener that notes it."""
    home = tmp_path_factory.mktemp("chat") / "home"
    shutil.copytree(_sample_library, home)
    trap = socket.create_server(("127.0.0.1", 0))
    proxy = f"http://127.0.0.1:{trap.getsockname()[1]}"
    names = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
    environment = {**dict.fromkeys(names, proxy), "no_proxy": "127.0.0.1,localhost", "JIYAO_MODEL": ""}
    process, address = start_chat(home, environment=environment)
    running = RunningChat(address, home)

    def note() -> None:
        while True:
            try:
                connection, _ = trap.accept()
            except OSError:
                return
            with connection:
                running.reached.append(connection.recv(200).decode("latin-1"))

    threading.Thread(target=note, daemon=True).start()
    yield running
    trap.close()
    ended(process)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium; without it the tests skip, but on CI they fail."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; CI needs it: apt-get install chromium")
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield started
        started.close()


@pytest.fixture
def watched(browser: Browser, chat: RunningChat) -> Iterator[Watched]:
    """The chat's page in a session of its own; afterwards: nothing from outside was asked for, nothing went wrong."""
    opened = watch(browser, chat.address)
    yield opened
    opened.page.context.close()
    outside = [address for address in opened.requests if not address.startswith((chat.address, "data:", "blob:"))]
    assert outside == []
    assert opened.problems == []
    assert chat.reached == []
