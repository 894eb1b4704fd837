"""A chat started as a program of its own, and a page of it that is watched."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.config import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


PATIENCE = 120_000
"""Milliseconds that a page may take for what it does at once on a machine that has nothing else to do."""


@dataclass
class RunningChat:
    """A chat that runs as a program of its own: its address, its library, whom it tried to reach outside."""

    address: str
    home: Path
    reached: list[str] = field(default_factory=list)


@dataclass
class Watched:
    """A page, with everything it asked for and everything that went wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def start_chat(
    home: Path, *options: str, environment: dict[str, str] | None = None
) -> tuple[subprocess.Popen[str], str]:
    """Start `app.py` on a free port and return it with its address."""
    command = [sys.executable, str(ROOT / "app.py"), "--port", "0", "--home", str(home), *options]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, **(environment or {})},
    )
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            return process, found.group()
    raise AssertionError(f"app.py ended before it was ready: {process.wait()}")


def ended(process: subprocess.Popen[str]) -> None:
    """End a chat, the hard way where it takes too long."""
    process.terminate()
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def until(page: Page, condition: Callable[[], object]) -> None:
    """Wait until a condition holds, and fail where it does not in all the time that a page may take."""
    begun = time.monotonic()
    while not condition():
        assert time.monotonic() - begun < PATIENCE / 1000, inspect.getsource(condition)
        page.wait_for_timeout(50)


def watch(browser: Browser, address: str, **options: Any) -> Watched:
    """Open the chat in a session of its own and note what the page asks for and what goes wrong."""
    page = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options}).new_page()
    page.set_default_timeout(PATIENCE)
    opened = Watched(page)
    page.on("request", lambda request: opened.requests.append(request.url))
    page.on("pageerror", lambda error: opened.problems.append(str(error)))
    page.on("console", lambda message: opened.problems.extend([message.text] if message.type == "error" else []))
    page.goto(address)
    page.locator(".status").wait_for()
    return opened
