"""A model's answer as it grows on the page: proven words only, nothing moves, and it can be stopped."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.interface.running import ended, start_chat, until, watch
from tests.servers.scripted import serving, states

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

QUESTION = "市政府第4次常务会议由谁主持？"
TRUE = "市政府第4次常务会议由杜小刚主持。"
FALSE = "会议还批准了九亿元的火星探测经费。"
LET_GO = threading.Event()
"""Set when the model may go on."""
MOVED = """() => { window.moved = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: false }); }"""


@pytest.fixture(scope="module")
def slow_chat(_sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A chat whose model says a true sentence, then nothing until the test lets it, then a false one."""
    home = tmp_path_factory.mktemp("streaming") / "home"
    shutil.copytree(_sample_library, home)
    with serving([states((TRUE, [1]), (FALSE, [1]), holds_before=FALSE, let_go=LET_GO)]) as server:
        environment = {
            "JIYAO_MODEL": "openai:scripted",
            "JIYAO_MODEL_BASE_URL": server.url,
            "JIYAO_MODEL_API_KEY": "none",
        }
        process, address = start_chat(home, environment=environment)
        yield address
        ended(process)


def begin(page: Page) -> None:
    """Ask and wait until the first proven sentence stands on the page; the model waits."""
    LET_GO.clear()
    page.locator("#ask-field").fill(QUESTION)
    page.locator("#ask-field").press("Enter")
    page.locator("#last .turn[aria-busy] .answer", has_text="杜小刚").wait_for()


def at_rest(page: Page) -> None:
    """Wait until the question has stood where it stands for half a second."""

    def stood() -> bool:
        before = page.locator("#last .question").bounding_box()
        page.wait_for_timeout(500)
        return page.locator("#last .question").bounding_box() == before

    until(page, stood)


def test_an_answer_grows_without_moving_anything_and_lists_what_was_not_proven(
    browser: Browser, slow_chat: str
) -> None:
    opened = watch(browser, slow_chat)
    page = opened.page
    begin(page)
    at_rest(page)  # the new question has gone to the top
    page.evaluate(MOVED)
    before = page.locator("#last .question").bounding_box()
    LET_GO.set()
    page.locator("#last .acts").wait_for()
    after = page.locator("#last .question").bounding_box()
    assert before == after
    assert page.evaluate("window.moved") < 0.02
    assert "火星" not in page.locator("#last .answer").evaluate(
        "(box) => [...box.querySelectorAll('p')].map((line) => line.innerText).join()"
    )
    page.locator("#last .left-out summary").click()
    assert "火星探测" in page.locator("#last .left-out").inner_text()
    assert opened.problems == []
    page.context.close()


def test_an_answer_is_stopped_and_what_was_proven_stays(browser: Browser, slow_chat: str) -> None:
    opened = watch(browser, slow_chat)
    page = opened.page
    begin(page)
    assert page.locator("#send").is_hidden()
    page.get_by_role("button", name="停止").click()
    page.locator("#last .note", has_text="已停止").wait_for()
    LET_GO.set()
    page.wait_for_timeout(1500)  # nothing comes after
    assert "杜小刚" in page.locator("#last .answer").inner_text()
    assert "已停止" in page.locator("#last").inner_text()
    assert page.locator("#send").is_visible() and page.locator("#stop").is_hidden()
    assert opened.problems == []
    page.context.close()
