"""Nothing leaves this machine and nothing of the server is shown: a page without a network, and hostile paths."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.config import ROOT
from tests.interface.conftest import CHROMIUM
from tests.interface.running import PATIENCE, RunningChat

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cut_off(browser: Browser) -> Iterator[Browser]:
    """A browser that knows no name and no address but this machine's."""
    rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    started = browser.browser_type.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking", rules]
    )
    yield started
    started.close()


def test_the_page_works_with_no_network_but_ours(cut_off: Browser, chat: RunningChat) -> None:
    page = cut_off.new_page()
    page.set_default_timeout(PATIENCE)
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(chat.address)
    page.locator(".welcome").wait_for()
    field = page.locator("#question textarea").first
    field.fill("市政府第4次常务会议由谁主持？")
    field.press("Enter")
    page.locator(".turn .chip").first.click()
    page.locator("mark").first.wait_for()
    fonts = page.evaluate("[...document.fonts].filter((font) => font.status === 'error').map((font) => font.family)")
    for tab in page.get_by_role("tab").all():
        tab.click()
        page.wait_for_timeout(300)
    page.context.close()
    assert [one for one in asked if not one.startswith((chat.address, "data:", "blob:"))] == []
    # The streams of answers and of the page's heartbeat end with the page.
    assert [one for one in failed if "/heartbeat/" not in one and "/queue/" not in one] == []
    assert fonts == [] and chat.reached == []


def test_the_page_names_no_address_outside(chat: RunningChat) -> None:
    shown = answer(chat, "/").partition(b"\r\n\r\n")[2].decode("utf-8", "replace")
    assets = re.findall(r"""(?:src|href)=["']?(https?://[^"'\s>]+)""", shown)
    assert [one for one in assets if not one.startswith(chat.address)] == []


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/assets/../../../../../../etc/passwd",
        "/assets/..%2f..%2f..%2f..%2fapp.py",
        "/assets/%2e%2e/%2e%2e/%2e%2e/app.py",
        "/assets/..%252f..%252fapp.py",
        "/assets/..%5c..%5capp.py",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/svelte/../../../app.py",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=..%2fcatalogue.sqlite3",
        "/gradio_api/file/catalogue.sqlite3",
        "/file=/etc/passwd",
        "/gradio_api/custom_component/a/b/c/d",
        "/gradio_api/proxy=http://127.0.0.1/",
        "/gradio_api/stream/../../etc/passwd",
        "/download/..%2fcatalogue.sqlite3",
        "/download/summary.md?document_id=../../etc/passwd",
        "/download/summary.md?document_id=%2fetc%2fpasswd&style=../../x",
        "/download/ledger.csv?document=../../catalogue.sqlite3",
        "/library/files/../catalogue.sqlite3",
        "//etc/passwd",
        "/%00",
    ],
)
def test_no_path_leads_to_a_file_of_the_server(chat: RunningChat, path: str) -> None:
    told = answer(chat, path)
    status = int(told.split(b" ", 2)[1])
    assert status in (400, 403, 404), told[:300]
    body = told.partition(b"\r\n\r\n")[2]
    assert b"root:" not in body and b"SQLite" not in body and b"import gradio" not in body
    for secret in (chat.home, ROOT, Path("/usr"), Path("/tmp")):
        assert f"{secret}/".encode() not in body


@pytest.mark.parametrize("path", ["/", "/config", "/gradio_api/info", "/gradio_api/startup-events", "/v1/models"])
def test_no_answer_shows_a_path_of_the_server(chat: RunningChat, path: str) -> None:
    told = answer(chat, path)
    for secret in (chat.home, ROOT, Path("/tmp")):
        assert f"{secret}/".encode() not in told


def answer(chat: RunningChat, path: str) -> bytes:
    """Return the whole answer to a path that no client has tidied up."""
    host, port = chat.address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=120) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
        told = b""
        while block := connection.recv(65536):
            told += block
    return told
