"""How the chat bears many users: so many ask at once for a while, as the page in a browser does, or as programs do.

Starts `app.py` on a free port with a fresh library of the sample documents (or uses `--address`), lets each user ask
one question after the other without a pause, and prints how long the answers took. Exits with 1 where one failed or
where the 95th of 100 took longer than `--limit`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = (
    "市政府第4次常务会议由谁主持？",
    "2020年第50次常务会议一共有几项议题？",
    "第50次常务会议原则通过了哪些文件？",
    "金铭有没有参加市政府第4次常务会议？",
    "河长制改革工作方案有什么要求？",
    "工业技改基金管理暂行办法通过了吗？",
    "支持高新区的实施意见里，多久召开一次联席会议？",
    "水利局参加了哪几次会议？",
    "本土民营企业发展壮大不够的问题，采取了哪些整改措施？",
    "昆山2019年的GDP是多少？",
)
WAYS = ("page", "api", "v1")


@contextlib.contextmanager
def running_app(home: Path) -> Iterator[tuple[str, float]]:
    """Start `app.py` over a library; yield its address and the seconds until it said that it was ready."""
    command = [sys.executable, str(ROOT / "app.py"), "--port", "0", "--home", str(home)]
    begun = perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        assert process.stdout is not None
        found = next((match for line in process.stdout if (match := re.search(r"http://\S+", line))), None)
        if found is None:
            raise SystemExit("app.py ended before it was ready")
        yield found.group(), perf_counter() - begun
    finally:
        process.terminate()
        process.wait(timeout=20)


async def ask_as_page(client: httpx.AsyncClient, config: dict[str, Any], session: str, question: str) -> bool:
    """Ask by the queue, as the page does, and tell whether an answer came."""
    event = next(one for one in config["dependencies"] if any(kind == "ask_question" for _, kind in one["targets"]))
    sent = {
        "fn_index": event["id"],
        "data": [None] * len(event["inputs"]),
        "event_data": {"value": {"question": question, "scope": {}}},
        "session_hash": session,
        "trigger_id": event["targets"][0][0],
    }
    (await client.post("/gradio_api/queue/join", json=sent)).raise_for_status()
    async with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": session}) as events:
        async for line in events.aiter_lines():
            told = json.loads(line.removeprefix("data: ")) if line.startswith("data: ") else {}
            if told.get("msg") == "process_completed":
                return bool(told["success"])
    return False


async def ask_as_program(client: httpx.AsyncClient, question: str) -> bool:
    """Ask by Gradio's API in two steps, and tell whether an answer came."""
    joined = (await client.post("/gradio_api/call/v2/ask", json={"question": question})).raise_for_status().json()
    told = (await client.get(f"/gradio_api/call/v2/ask/{joined['event_id']}")).text
    return "event: complete" in told


async def ask_as_chat_program(client: httpx.AsyncClient, question: str) -> bool:
    """Ask by OpenAI's protocol, and tell whether an answer came."""
    messages = [{"role": "user", "content": question}]
    reply = await client.post("/v1/chat/completions", json={"model": "jiyao", "messages": messages})
    return reply.status_code == 200 and bool(reply.json()["choices"][0]["message"]["content"])


async def one_user(
    address: str, way: str, number: int, start: asyncio.Barrier, seconds: float, took: list[float], failed: list[str]
) -> None:
    """Open the page, wait for the others, then ask one question after the other; note how long each took."""
    async with httpx.AsyncClient(base_url=address, timeout=300) as client:
        config = (await client.get("/config")).json() if way == "page" else {}
        session = f"load{random.getrandbits(40):x}"
        await start.wait()
        until = perf_counter() + seconds
        ask: dict[str, Callable[[str], Awaitable[bool]]] = {
            "page": lambda question: ask_as_page(client, config, session, question),
            "api": lambda question: ask_as_program(client, question),
            "v1": lambda question: ask_as_chat_program(client, question),
        }
        turn = number
        while perf_counter() < until:
            begun = perf_counter()
            try:
                if not await ask[way](QUESTIONS[turn % len(QUESTIONS)]):
                    failed.append("no answer")
            except (httpx.HTTPError, KeyError, StopIteration, ValueError) as error:
                failed.append(f"{type(error).__name__}: {error}")
            took.append(perf_counter() - begun)
            turn += 1


async def load(address: str, *, users: int, seconds: float, way: str) -> dict[str, Any]:
    """Let so many users, their pages open, ask for so long, and return what came of it, in seconds."""
    took: list[float] = []
    failed: list[str] = []
    start = asyncio.Barrier(users)
    asked = [one_user(address, way, number, start, seconds, took, failed) for number in range(users)]
    await asyncio.gather(*asked)
    took.sort()

    def at(share: float) -> float:
        return round(took[min(int(len(took) * share), len(took) - 1)], 3)

    return {
        "way": way,
        "users": users,
        "seconds": seconds,
        "answers": len(took),
        "failed": len(failed),
        "first_failures": failed[:3],
        "p50": at(0.5),
        "p95": at(0.95),
        "longest": at(1.0),
    }


def first_page(address: str) -> float | None:
    """Return the seconds until a fresh browser shows the page; `None` without a browser."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        page = browser.new_page()
        begun = perf_counter()
        page.goto(address)
        page.locator("#question textarea").first.wait_for()
        page.locator(".welcome").wait_for()
        seconds = perf_counter() - begun
        browser.close()
    return round(seconds, 2)


def main() -> int:
    """Measure and print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--way", choices=WAYS, action="append", help="how they ask; may repeat; default: the page")
    parser.add_argument("--limit", type=float, default=3.0, help="what the 95th of 100 may take, in seconds")
    parser.add_argument("--address", help="a running chat to use instead of starting one")
    parser.add_argument("--no-browser", action="store_true", help="do not measure the first page")
    options = parser.parse_args()
    fine = True
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        address = options.address
        if not address:
            home = Path(folder) / "home"
            ingest = [sys.executable, "-m", "pipeline", "ingest", str(ROOT / "data" / "minutes"), "--home", str(home)]
            subprocess.run(ingest, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            address, ready = stack.enter_context(running_app(home))
            shown = None if options.no_browser else first_page(address)
            print(json.dumps({"ready": round(ready, 2), "first_page": shown}), flush=True)
        for way in options.way or WAYS[:1]:
            told = asyncio.run(load(address, users=options.users, seconds=options.seconds, way=way))
            fine &= not told["failed"] and told["p95"] < options.limit
            print(json.dumps(told, ensure_ascii=False), flush=True)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
