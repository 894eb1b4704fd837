"""Many users at once, and long work beside them: a tenth of `benchmarks/bench_load.py`, with the same clients."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import TYPE_CHECKING

import httpx
import pytest

from pipeline.config import ROOT
from tests.interface.papers import TEXT
from tests.interface.running import PATIENCE, RunningChat, watch
from tests.pace import Pace

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

USERS, SECONDS, LONGEST = 20, 6.0, 3.0


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """The benchmark's module."""
    place = importlib.util.spec_from_file_location("bench_load", ROOT / "benchmarks" / "bench_load.py")
    assert place is not None and place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module


def temporary() -> set[str]:
    """Return what stands in Gradio's folder for files."""
    folder = Path(os.environ.get("GRADIO_TEMP_DIR", "/tmp/gradio"))
    return {path.as_posix() for path in folder.rglob("*") if path.is_file()} if folder.exists() else set()


@pytest.mark.parametrize("way", ["page", "api"])
def test_twenty_users_ask_at_once(bench: ModuleType, chat: RunningChat, pace: Pace, way: str) -> None:
    asyncio.run(bench.load(chat.address, users=1, seconds=1.0, way=way))  # what the first question opens is open now
    before = temporary()
    told = asyncio.run(bench.load(chat.address, users=USERS, seconds=SECONDS, way=way))
    assert told["failed"] == 0, told["first_failures"]
    pace.hold(f"{USERS} users at once ({way}), 95 of 100 answers", told["p95"], limit=LONGEST)
    assert temporary() <= before


def test_reading_documents_in_does_not_block_questions(chat: RunningChat, pace: Pace) -> None:
    files = [("files", (f"县政府第{number}次会议.txt", _minutes(number))) for number in range(2, 32)]
    statuses: list[int] = []

    def upload() -> None:
        reply = httpx.post(f"{chat.address}/library/files", files=files, headers={"X-Jiyao": "1"}, timeout=600)
        statuses.extend([reply.status_code, reply.text.count('"added"')])

    question = {"model": "jiyao", "messages": [{"role": "user", "content": "市政府第4次常务会议由谁主持？"}]}
    work = threading.Thread(target=upload)
    work.start()
    took = []
    with httpx.Client(base_url=chat.address, timeout=600) as client:
        while work.is_alive() or not took:
            begun = perf_counter()
            assert "杜小刚" in client.post("/v1/chat/completions", json=question).text
            took.append(perf_counter() - begun)
    work.join()
    assert statuses == [200, len(files)]
    pace.hold("the slowest answer while documents are read in", max(took), limit=LONGEST)


def _minutes(number: int) -> bytes:
    return TEXT.replace("第2次", f"第{number}次").encode()


def test_the_first_page_is_shown_soon(browser: Browser, chat: RunningChat, pace: Pace) -> None:
    page = browser.new_context().new_page()
    page.set_default_timeout(PATIENCE)
    begun = perf_counter()
    page.goto(chat.address)
    page.locator(".welcome").wait_for()
    took = perf_counter() - begun
    page.context.close()
    pace.hold("the first page", took, limit=2.0)


def test_nothing_of_an_upload_that_was_cut_off_stays(chat: RunningChat) -> None:
    boundary = "x" * 20
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'.encode()

    def body() -> Iterator[bytes]:
        yield head
        yield b"a" * 100_000
        raise ConnectionError

    headers = {"X-Jiyao": "1", "Content-Type": f"multipart/form-data; boundary={boundary}"}
    with pytest.raises(ConnectionError):
        httpx.post(f"{chat.address}/library/files", content=body(), headers=headers, timeout=300)
    left = [path.name for path in (chat.home / "uploads").rglob("*") if path.name == "a.txt"]
    assert left == []
    shutil.rmtree(chat.home / "nothing", ignore_errors=True)


def test_two_users_at_once_see_their_own_answers_only(browser: Browser, chat: RunningChat) -> None:
    asked = {"市政府第4次常务会议由谁主持？": "杜小刚", "市政府第50次常务会议由谁主持？": "周旭东"}
    pages = {question: watch(browser, chat.address) for question in asked}
    for question, opened in pages.items():
        field = opened.page.locator("#question textarea").first
        field.fill(question)
        field.press("Enter")
    for question, opened in pages.items():
        opened.page.locator(".turn .facts, .turn .actions").first.wait_for()
        shown = opened.page.locator(".turn").all_inner_texts()
        assert len(shown) == 1 and asked[question] in shown[0]
        assert not any(other in shown[0] for other in asked.values() if other != asked[question])
        opened.page.context.close()
