"""Takes the pictures of the chat for README and docs, or with `--all DIR` every screen at three sizes, light and dark.

Starts `app.py` on a free port with a fresh library of the sample documents and drives it with headless Chromium.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "images"
CHAIR = "市政府第4次常务会议由谁主持？"
LIST = "市政府第50次常务会议原则通过了哪些文件？"
REFUSED = "停车收费标准是多少？"
MATTER = "政府采购公平竞争"
LARGEST = 150_000
"""Bytes that a picture may have: each new one stays in the history of the repository for good."""
COLOURS = (256, 192, 128)
SIZES = {"1440": (1440, 900), "1024": (1024, 768), "390": (390, 844)}
TABS = {"摘要": "summary", "脉络": "matters", "台账": "ledger", "文库": "library", "评测": "evaluation"}


@contextlib.contextmanager
def running_app(home: Path) -> Iterator[str]:
    """Start `app.py` over a library and yield its address; stop it at the end."""
    command = [sys.executable, str(ROOT / "app.py"), "--port", "0", "--home", str(home)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        assert process.stdout is not None
        found = next((match for line in process.stdout if (match := re.search(r"http://\S+", line))), None)
        if found is None:
            raise SystemExit("app.py ended before it was ready")
        yield found.group()
    finally:
        process.terminate()
        process.wait(timeout=20)


def ask(page: Page, question: str) -> None:
    """Ask a question and wait for its answer."""
    before = page.locator(".turn .acts").count()
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    page.wait_for_function(f"document.querySelectorAll('.turn .acts').length > {before}")
    page.wait_for_timeout(700)


def open_page(page: Page, address: str) -> None:
    """Open the chat and wait until it is filled."""
    page.goto(address)
    page.locator(".welcome").wait_for()
    page.wait_for_timeout(400)


def open_source(page: Page) -> None:
    """Open the second source of the last answer."""
    page.locator("#last .source").nth(1).click()
    page.locator("mark.now").first.wait_for()
    page.wait_for_timeout(300)


def open_tab(page: Page, label: str) -> bool:
    """Open a tab and let it fill; a page without that tab says so by `False`."""
    tab = page.get_by_role("tab", name=label, exact=True)
    if not tab.count() or not tab.is_visible():
        return False
    tab.click()
    if label == "摘要":
        page.locator("#draft-go").click()
        page.locator(".draft").wait_for()
    if label == "脉络":
        page.locator("#matter [name=matter]").fill(MATTER)
        page.keyboard.press("Enter")
        page.locator(".timeline, #timeline .note").first.wait_for()
    page.wait_for_timeout(1000)
    return True


def every_screen(page: Page, address: str, folder: Path, name: str) -> None:
    """Take a picture of every screen at the size that the page has."""

    def shoot(screen: str) -> None:
        page.wait_for_timeout(350)
        page.screenshot(path=folder / f"{screen}-{name}.png")

    open_page(page, address)
    shoot("1-welcome")
    ask(page, CHAIR)
    ask(page, LIST)
    shoot("2-answer")
    open_source(page)
    shoot("3-source")
    page.locator(".toggle button", has_text="结构").click()
    page.locator(".tree").wait_for()
    shoot("4-structure")
    page.locator("[data-close]").click()
    ask(page, REFUSED)
    shoot("5-refusal")
    if page.locator(".rail-opener").is_visible():
        page.locator(".rail-opener").click()
        shoot("6-history")
        page.keyboard.press("Escape")
    for label, screen in TABS.items():
        if open_tab(page, label):
            shoot(f"7-{screen}")


def keep(picture: bytes, path: Path) -> None:
    """Write a picture with so few colours that it stays small; one that does not is refused."""
    for colours in COLOURS:
        small = io.BytesIO()
        Image.open(io.BytesIO(picture)).convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(
            small, "PNG", optimize=True
        )
        if small.tell() <= LARGEST:
            path.write_bytes(small.getvalue())
            print(f"{path.relative_to(ROOT)}  {small.tell() // 1000} kB, {colours} colours")
            return
    raise SystemExit(f"{path.name} has {small.tell()} bytes in {COLOURS[-1]} colours, at most {LARGEST} are kept")


def pictures(browser: Browser, address: str) -> None:
    """Take the pictures that stand in README and docs."""
    PICTURES.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str) -> None:
        page.wait_for_timeout(300)
        keep(page.screenshot(), PICTURES / f"{name}.png")

    desk = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="light")
    open_page(desk, address)
    ask(desk, CHAIR)
    ask(desk, LIST)
    open_source(desk)
    take(desk, "chat")
    desk.locator("[data-close]").click()
    ask(desk, REFUSED)
    take(desk, "refusal")
    for label in ("摘要", "脉络", "台账", "文库"):
        if open_tab(desk, label):
            take(desk, TABS[label])
    open_tab(desk, "提问")
    desk.locator(".switch").click()
    desk.get_by_role("tab", name="Ask", exact=True).wait_for()
    take(desk, "english")
    desk.context.close()

    dark = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="dark")
    open_page(dark, address)
    ask(dark, LIST)
    open_source(dark)
    dark.locator("[data-widen]").click()
    take(dark, "dark")
    dark.context.close()

    phone = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme="light", device_scale_factor=2)
    open_page(phone, address)
    ask(phone, LIST)
    take(phone, "phone")
    open_source(phone)
    take(phone, "phone-source")
    phone.locator("[data-close]").click()
    open_tab(phone, "台账")
    take(phone, "phone-ledger")
    phone.context.close()


def main() -> None:
    """Take the pictures of README and docs, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", type=Path, metavar="DIR", help="every screen at three sizes, light and dark, into DIR")
    parser.add_argument("--address", help="a running chat to use instead of starting one")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        address = options.address
        if not address:
            home = Path(folder) / "home"
            subprocess.run(
                [sys.executable, "-m", "pipeline", "ingest", str(ROOT / "data" / "minutes"), "--home", str(home)],
                cwd=ROOT,
                check=True,
            )
            address = stack.enter_context(running_app(home))
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        if options.all:
            options.all.mkdir(parents=True, exist_ok=True)
            for scheme in ("light", "dark"):
                for name, (width, height) in SIZES.items():
                    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                    every_screen(page, address, options.all, f"{name}-{scheme}")
                    page.close()
        else:
            pictures(browser, address)
        browser.close()


if __name__ == "__main__":
    main()
