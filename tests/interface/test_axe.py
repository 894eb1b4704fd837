"""No serious fault of accessibility on any screen, light and dark, wide and narrow: axe-core looks at each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.interface.running import RunningChat, watch
from tests.interface.test_browser import ask, open_tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

GRAVE = {"serious", "critical"}


def faults(page: Page) -> list[str]:
    """Return the grave faults of what the page shows now."""
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_timeout(250)  # what fades in has no contrast yet
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:200]}"
        for fault in found
        if fault["impact"] in GRAVE
        for node in fault["nodes"][:3]
    ]


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 390)], ids=["light", "dark", "phone"]
)
def test_no_grave_fault_on_any_screen(browser: Browser, chat: RunningChat, scheme: str, width: int) -> None:
    opened = watch(browser, chat.address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = opened.page
    page.locator(".welcome").wait_for()
    seen = {"welcome": faults(page)}
    ask(page, "市政府第50次常务会议原则通过了哪些文件？")
    turn = ask(page, "停车收费标准是多少？")
    turn.get_by_role("button", name="有误").click()
    seen["answers"] = faults(page)
    page.locator(".turn .chip").first.click()
    page.locator("mark.now").first.wait_for()
    page.locator("details.outline > summary").click()
    seen["source"] = faults(page)
    page.locator(".toggle button", has_text="结构").click()
    page.locator(".tree").wait_for()
    seen["structure"] = faults(page)
    page.keyboard.press("Escape")
    page.locator(".sheet").wait_for(state="detached")
    if width < 1200:
        page.get_by_role("button", name="历史", exact=True).click()
        seen["history"] = faults(page)
        page.keyboard.press("Escape")
    for name in page.get_by_role("tab").all_inner_texts()[1:]:
        open_tab(page, name)
        page.wait_for_timeout(500)
        seen[name] = faults(page)
    page.context.close()
    assert {name: found for name, found in seen.items() if found} == {}
