"""Takes the pictures of the chat: docs/images/chat.png, or with `--all DIR` every screen.

Starts `app.py` on a free port with a fresh library of the sample documents and drives it with headless Chromium.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "市政府第50次常务会议原则通过了哪些文件？"
MORE = ("市政府第4次常务会议由谁主持？", "河长制改革工作方案有什么要求？")
REFUSED = "2019年的GDP是多少？"
SIZES = {"1440": (1440, 900), "1024": (1024, 768), "390": (390, 844)}


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
    before = page.locator(".turn .facts, .turn .note").count()
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    page.wait_for_function(f"document.querySelectorAll('.turn .facts, .turn .note').length > {before}")
    page.wait_for_timeout(700)


def open_page(page: Page, address: str) -> None:
    """Open the chat and wait until it is filled."""
    page.goto(address)
    page.locator(".welcome").wait_for()
    page.wait_for_timeout(300)


def screens(page: Page, address: str, folder: Path, name: str) -> None:
    """Take a picture of every screen at the size that the page has."""

    def shoot(screen: str) -> None:
        page.wait_for_timeout(350)
        page.screenshot(path=folder / f"{screen}-{name}.png")

    def tab(label: str) -> None:
        page.get_by_role("tab", name=label, exact=True).click()

    open_page(page, address)
    shoot("1-welcome")
    ask(page, MORE[0])
    ask(page, QUESTION)
    shoot("2-answer")
    page.locator(".turn:last-child .source").nth(1).click()
    page.locator("mark.now").first.wait_for()
    shoot("3-source")
    page.locator(".views button", has_text="结构").click()
    page.locator(".tree").wait_for()
    shoot("4-structure")
    page.locator("[data-close]").click()
    ask(page, REFUSED)
    page.get_by_role("button", name="筛选范围").click()
    shoot("5-refusal")
    tab("摘要")
    page.locator("#draft-go").click()
    page.locator(".draft, #draft .note").first.wait_for()
    shoot("6-summary")
    tab("台账")
    page.locator("table.ledger").wait_for()
    shoot("7-ledger")
    page.locator("table.ledger .textlink").first.click()
    page.locator("mark.now").first.wait_for()
    shoot("8-ledger-source")
    page.locator("[data-close]").click()
    tab("文库")
    page.locator(".documents").wait_for()
    shoot("9-library")


def main() -> None:
    """Take the picture for the README, or all."""
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
                    screens(page, address, options.all, f"{name}-{scheme}")
                    page.close()
        else:
            page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="light")
            open_page(page, address)
            ask(page, MORE[0])
            ask(page, QUESTION)
            page.locator(".turn:last-child .source").nth(1).click()
            page.locator("mark.now").first.wait_for()
            page.wait_for_timeout(400)
            target = ROOT / "docs" / "images" / "chat.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=target)
            print(target.relative_to(ROOT))
        browser.close()


if __name__ == "__main__":
    main()
