"""The library as other programs use it: Gradio's API, MCP and OpenAI's protocol, with login off and on."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import openai
import pytest
from openai.types.chat import ChatCompletionMessageParam

from pipeline.accounts import Role, add_account, add_token
from pipeline.config import ROOT
from tests.interface.papers import TEXT
from tests.interface.running import PATIENCE, RunningChat, ended, start_chat

if TYPE_CHECKING:
    from mcp import ClientSession
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

CHAIR = "市政府第4次常务会议由谁主持？"
TOOLS = ["ask", "search", "summarize", "ledger"]
PASSWORD = "correct horse"


@dataclass
class Guarded:
    """A chat with accounts, and a token for each role."""

    address: str
    accounts: Path
    tokens: dict[Role, str]

    def headers(self, role: Role) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens[role]}"}


@pytest.fixture(scope="module")
def guarded(_sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """A chat that listens beyond this machine, with three accounts."""
    folder = tmp_path_factory.mktemp("guarded")
    shutil.copytree(_sample_library, folder / "home")
    accounts = folder / "accounts"
    tokens: dict[Role, str] = {}
    for role, name in (("reader", "dupan"), ("editor", "bianji"), ("admin", "guanli")):
        add_account(accounts, name, PASSWORD, role=role)
        tokens[role] = add_token(accounts, name, label="test", role=role)
    options = ("--host", "0.0.0.0", "--auth-file", str(accounts))
    process, address = start_chat(folder / "home", *options, environment={"JIYAO_MODEL": ""})
    yield Guarded(address.replace("0.0.0.0", "127.0.0.1"), accounts, tokens)
    ended(process)


@asynccontextmanager
async def mcp(address: str, headers: dict[str, str] | None = None) -> AsyncIterator[ClientSession]:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async with (
        httpx.AsyncClient(headers=headers, follow_redirects=True, timeout=300) as client,
        streamable_http_client(f"{address}/gradio_api/mcp/", http_client=client) as (read, write, _),
        ClientSession(read, write) as session,
    ):
        await session.initialize()
        yield session


def over_mcp(
    work: Callable[[ClientSession], Awaitable[Any]], address: str, headers: dict[str, str] | None = None
) -> Any:
    async def run() -> Any:
        async with mcp(address, headers) as session:
            return await work(session)

    return asyncio.run(run())


async def use_every_tool(session: ClientSession) -> None:
    tools = (await session.list_tools()).tools
    assert [tool.name for tool in tools] == TOOLS
    assert all(tool.description and "返回" in tool.description for tool in tools)
    fields = tools[0].inputSchema["properties"]
    assert tools[0].inputSchema["required"] == ["question"] and fields["document"]["description"]

    async def call(name: str, **given: Any) -> dict[str, Any]:
        result = await session.call_tool(name, given)
        assert not result.isError, result.content
        told: dict[str, Any] = json.loads(result.content[0].text)  # type: ignore[union-attr]
        return told

    answer = await call("ask", question=CHAIR)
    assert "杜小刚" in answer["answer"] and answer["citations"][0]["quote"]
    asked = ["河长制改革工作方案有什么要求？"]
    assert "徐彬" in (await call("ask", question="那是谁汇报的？", history=asked))["answer"]
    assert (await call("ask", question="昆山2019年的GDP是多少？"))["refused"]
    assert len((await call("search", query="政府采购公平竞争", k=2))["hits"]) == 2
    assert (await call("summarize", document="昆政纪〔2017〕4号"))["coverage"]["items"] == [12, 12]
    rows = await call("ledger", unit="市财政局", limit=1)
    assert len(rows["rows"]) == 1 < rows["total"]
    assert (await session.list_resources()).resources == [] and (await session.list_prompts()).prompts == []


async def meet_errors(session: ClientSession) -> list[str]:
    said = []
    for name, given in (
        ("ask", {"question": " "}),
        ("ask", {"question": "谁主持？", "kind": "wrong"}),
        ("summarize", {"document": "../../etc/passwd"}),
        ("summarize", {"document": "昆政纪〔2017〕4号", "style": "wrong"}),
        ("discard", {"event": {}}),
    ):
        result = await session.call_tool(name, given)
        assert result.isError
        said.append(result.content[0].text)  # type: ignore[union-attr]
    return said


def test_mcp_offers_four_tools_that_work(chat: RunningChat) -> None:
    over_mcp(use_every_tool, chat.address)


def test_mcp_says_what_is_wrong_in_plain_words(chat: RunningChat) -> None:
    said = over_mcp(meet_errors, chat.address)
    assert said[:3] == [
        "请先写下要问的内容。",
        "筛选条件 --kind 的值“wrong”无效。应为：minutes、readout、resolution、rectification、agenda、other。",
        "这份文件已不在文库中。",
    ]
    assert "brief" in said[3] and not any(str(chat.home) in one for one in said)


def test_mcp_with_login_works_with_a_token_and_lists_nothing_without(guarded: Guarded) -> None:
    over_mcp(use_every_tool, guarded.address, guarded.headers("reader"))
    hello = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accept = {"Accept": "application/json, text/event-stream"}
    for headers in ({}, {"Authorization": "Bearer jiyao_wrong"}):
        reply = httpx.post(f"{guarded.address}/gradio_api/mcp/", json=hello, headers={**accept, **headers}, timeout=300)
        assert reply.status_code == 401 and "ask" not in reply.text


def gradio_client(address: str, headers: dict[str, str] | None = None) -> Any:
    from gradio_client import Client

    return Client(address, headers=headers, verbose=False, analytics_enabled=False)


def use_the_client(client: Any) -> None:
    assert list(client.view_api(print_info=False, return_format="dict")["named_endpoints"]) == [
        f"/{one}" for one in TOOLS
    ]
    assert "杜小刚" in client.predict(CHAIR, api_name="/ask")["answer"]
    assert client.predict(query="政府采购", k=3, api_name="/search")["hits"][0]["rank"] == 1
    drafted = client.predict(document="昆政纪〔2017〕4号", style="tasks", api_name="/summarize")
    assert drafted["style"] == "tasks"
    page = client.predict(document="昆政纪〔2017〕4号", limit=2, offset=2, api_name="/ledger")
    assert len(page["rows"]) == 2 and page["offset"] == 2
    with pytest.raises(ValueError, match="api_name"):
        client.predict("x", api_name="/discard")


def test_the_client_of_gradio_finds_four_endpoints_that_work(chat: RunningChat) -> None:
    use_the_client(gradio_client(chat.address))


def test_the_client_of_gradio_with_login_needs_a_token(guarded: Guarded) -> None:
    from gradio_client.exceptions import AuthenticationError

    use_the_client(gradio_client(guarded.address, guarded.headers("reader")))
    with pytest.raises(AuthenticationError, match="credentials were not provided"):
        gradio_client(guarded.address)


def test_curl_asks_in_two_steps(guarded: Guarded) -> None:
    with httpx.Client(base_url=guarded.address, headers=guarded.headers("reader"), timeout=300) as client:
        event = client.post("/gradio_api/call/v2/ask", json={"question": CHAIR}).json()["event_id"]
        told = client.get(f"/gradio_api/call/v2/ask/{event}").text
    kind, data = told.strip().splitlines()[:2]
    assert kind == "event: complete" and "杜小刚" in json.loads(data.removeprefix("data: "))[0]["answer"]


def use_the_chat_model(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == ["jiyao"]
    messages: list[ChatCompletionMessageParam] = [
        {"role": "system", "content": "用一句话回答"},
        {"role": "user", "content": "河长制改革工作方案有什么要求？"},
        {"role": "assistant", "content": "……"},
        {"role": "user", "content": [{"type": "text", "text": "那是谁汇报的？"}]},
    ]
    whole = client.chat.completions.create(model="jiyao", messages=messages).choices[0]
    assert whole.finish_reason == "stop" and whole.message.content
    said, _, sources = whole.message.content.partition("\n\n出处：\n")
    assert "徐彬" in said and said.endswith("[1]") and sources.startswith("[1] 昆政纪〔2017〕4号")
    stream = client.chat.completions.create(
        model="jiyao", messages=messages, stream=True, stream_options={"include_usage": True}
    )
    pieces = list(stream)
    assert pieces[0].choices[0].delta.role == "assistant" and pieces[-2].choices[0].finish_reason == "stop"
    text = "".join(piece.choices[0].delta.content or "" for piece in pieces if piece.choices)
    assert text == whole.message.content


def test_chat_programs_use_the_library_as_a_model(chat: RunningChat) -> None:
    use_the_chat_model(openai.OpenAI(base_url=f"{chat.address}/v1", api_key="none"))


def test_chat_programs_need_a_token_with_login(guarded: Guarded) -> None:
    use_the_chat_model(openai.OpenAI(base_url=f"{guarded.address}/v1", api_key=guarded.tokens["reader"]))
    with pytest.raises(openai.AuthenticationError, match="请先登录"):
        openai.OpenAI(base_url=f"{guarded.address}/v1", api_key="jiyao_wrong").models.list()


def test_signing_in_and_out_opens_and_shuts_the_page(guarded: Guarded) -> None:
    with httpx.Client(base_url=guarded.address, follow_redirects=True, timeout=300) as visitor:
        assert "<label>用户名" in visitor.get("/").text
        for path in ("/config", "/download/ledger.csv", "/gradio_api/info"):
            assert visitor.get(path).status_code == 401
        assert visitor.post("/login", data={"username": "dupan", "password": "wrong one"}).status_code == 400
        page = visitor.post("/login", data={"username": "dupan", "password": PASSWORD})
        assert "gradio_config" in page.text and visitor.get("/config").json()["username"] == "dupan"
        assert "昆政纪" in visitor.get("/download/ledger.csv").text
        assert "<label>用户名" in visitor.get("/logout").text
        assert visitor.get("/config").status_code == 401


@pytest.mark.parametrize(("name", "adds", "removes"), [("dupan", 0, 0), ("bianji", 1, 0), ("guanli", 1, 3)])
def test_a_person_signs_in_by_the_page_and_sees_what_their_role_may(
    browser: Browser, guarded: Guarded, name: str, adds: int, removes: int
) -> None:
    page = browser.new_context().new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(guarded.address)
    page.get_by_role("link", name="English").click()
    page.get_by_label("User name").wait_for()
    page.get_by_role("link", name="中文").click()
    page.get_by_label("用户名").fill(name)
    page.get_by_label("口令").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.locator(".welcome").wait_for()
    page.get_by_role("tab", name="文库", exact=True).click()
    page.locator("[data-document]").first.wait_for()
    assert page.locator(".upload input[type=file]").count() >= adds
    assert adds or page.locator(".upload").count() == 0
    assert page.get_by_role("button", name="移除").count() >= removes
    assert removes or page.get_by_role("button", name="移除").count() == 0
    page.get_by_role("link", name="退出").click()
    page.get_by_label("口令").wait_for()
    page.context.close()


def handler(config: dict[str, Any], event: str) -> dict[str, Any]:
    """Return the dependency of a page that an event of its HTML starts."""
    found: dict[str, Any] = next(
        one for one in config["dependencies"] if any(target[1] == event for target in one["targets"])
    )
    return found


@pytest.mark.parametrize(("role", "refused"), [("reader", True), ("editor", True), ("admin", False)])
def test_only_an_admin_removes_whatever_a_page_sends(guarded: Guarded, role: Role, refused: bool) -> None:
    with httpx.Client(base_url=guarded.address, headers=guarded.headers(role), timeout=300) as client:
        removal = handler(client.get("/config").json(), "discard_document")
        told = client.post(
            "/gradio_api/run/predict",
            json={
                "fn_index": removal["id"],
                "data": [None] * len(removal["inputs"]),
                "event_data": {"value": {"document_id": "d00000000"}},
                "session_hash": f"remove-{role}",
            },
        )
    assert ("需要管理员权限" in told.text) == refused
    assert told.status_code == (500 if refused else 200)


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("editor", 200), ("admin", 200)])
def test_a_reader_takes_nothing_in(guarded: Guarded, role: Role, status: int) -> None:
    reply = httpx.post(
        f"{guarded.address}/library/files",
        files={"files": ("会议.txt", TEXT.encode())},
        headers={**guarded.headers(role), "X-Jiyao": "1"},
        timeout=300,
    )
    assert reply.status_code == status


def test_a_revoked_token_is_of_no_use_at_once(guarded: Guarded) -> None:
    token = add_token(guarded.accounts, "dupan", label="soon gone")
    headers = {"Authorization": f"Bearer {token}"}
    assert httpx.get(f"{guarded.address}/v1/models", headers=headers, timeout=300).status_code == 200
    add_token(guarded.accounts, "dupan", label="soon gone")
    assert httpx.get(f"{guarded.address}/v1/models", headers=headers, timeout=300).status_code == 401


def test_nobody_listens_in_on_the_page_of_another(guarded: Guarded) -> None:
    mine, theirs = guarded.headers("editor"), guarded.headers("reader")
    alive, heard = "gradio_api/heartbeat/shared-page", "gradio_api/queue/data?session_hash=shared-page"
    with httpx.stream("GET", f"{guarded.address}/{alive}", headers=mine, timeout=300) as reply:
        assert reply.status_code == 200
    for path in (alive, heard):
        assert httpx.get(f"{guarded.address}/{path}", headers=theirs, timeout=300).status_code == 403


def examples(language: str) -> list[str]:
    """Return the code blocks of the documentation in a language that ask a running chat."""
    text = (ROOT / "docs" / "machines.md").read_text(encoding="utf-8")
    blocks = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    return [block for block in blocks if "127.0.0.1:7860" in block]


@pytest.mark.parametrize("number", range(4), ids=["curl", "gradio_client", "mcp", "openai"])
def test_the_examples_of_the_documentation_work(guarded: Guarded, tmp_path: Path, number: int) -> None:
    block = [*examples("sh"), *examples("python")][number]
    block = block.replace("http://127.0.0.1:7860", guarded.address).replace("jiyao_令牌", guarded.tokens["reader"])
    if number == 0 and not shutil.which("curl"):
        pytest.skip("curl is not installed")
    command = ["bash", "-euc", block] if number == 0 else [sys.executable, "-c", block]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stderr
    said = ["event: complete", "周旭东", "河长", "出处"][number]
    assert said in done.stdout
