"""Our own routes: files in, files out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.history import History
from pipeline.interface.parcels import PARCELS
from pipeline.interface.roles import THIS_MACHINE, Caller
from pipeline.interface.routes import routes
from pipeline.interface.session import Conversation
from pipeline.interface.uploads import Receipt
from tests.interface.papers import TEXT, answer


def client(home: Path, *, caller: Caller | None = THIS_MACHINE, **settings: int) -> TestClient:
    """Return a client of the routes whose requests come from a caller, as the door writes it on them."""
    inner = Starlette(routes=routes(Assistant(load_settings(home=home, **settings))))

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("state", {})["caller"] = caller
        await inner(scope, receive, send)

    return TestClient(door)


def files(*named: tuple[str, bytes]) -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", one) for one in named]


def test_an_upload_answers_with_a_line_for_each_file(home: Path) -> None:
    reply = client(home).post("/library/files", files=files(("会议.txt", TEXT.encode()), ("坏.exe", b"MZ")))
    lines = [json.loads(line) for line in reply.text.splitlines()]
    assert [(line["file"], line["status"], line["tone"]) for line in lines] == [
        ("会议.txt", "added", "good"),
        ("坏.exe", "failed", "bad"),
    ]
    assert str(home) not in reply.text


@pytest.mark.parametrize(
    ("settings", "count", "size"),
    [
        pytest.param({"max_upload_files": 2}, 3, 10, id="too many"),
        pytest.param({"max_file_bytes": 100}, 1, 1000, id="too much"),
    ],
)
def test_an_upload_beyond_the_bounds_is_refused_whole(
    home: Path, settings: dict[str, int], count: int, size: int
) -> None:
    sent = files(*((f"{number}.txt", b"a" * size) for number in range(count)))
    reply = client(home, **settings).post("/library/files", files=sent)
    assert reply.status_code == 413 and "请分批上传" in reply.text
    assert not (home / "uploads").exists()


def test_a_body_that_is_no_form_is_refused(home: Path) -> None:
    reply = client(home).post("/library/files", content=b"x", headers={"Content-Type": "text/plain"})
    assert reply.status_code == 400


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/library/files"), ("GET", "/download/ledger.csv"), ("GET", "/download/summary.md")]
)
def test_who_is_not_signed_in_gets_nothing(sample_home: Path, method: str, path: str) -> None:
    assert client(sample_home, caller=None).request(method, path).status_code == 401


def test_a_reader_downloads_and_does_not_upload(sample_home: Path) -> None:
    reader = client(sample_home, caller=Caller("王丽", "reader"))
    assert reader.get("/download/ledger.csv").status_code == 200
    refused = reader.post("/library/files", files=files(("会议.txt", TEXT.encode())))
    assert refused.status_code == 403 and "需要编辑权限" in refused.text
    assert len(Assistant(load_settings(home=sample_home)).entries()) == 3


def test_uploads_are_read_in_one_after_the_other(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Together they would hold a thread each while they wait for the writer's lock."""
    at_once, most = 0, 0

    def slow(*given: object, **more: object) -> Iterator[Receipt]:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        sleep(0.05)
        at_once -= 1
        yield Receipt("会议.txt", "added", "")

    monkeypatch.setattr("pipeline.interface.routes.receive", slow)

    def send(number: int) -> int:
        return sender.post("/library/files", files=files((f"{number}.txt", b"a"))).status_code

    with client(home) as sender, ThreadPoolExecutor(4) as pool:
        assert list(pool.map(send, range(4))) == [200] * 4
    assert most == 1


def test_the_ledger_comes_as_csv_that_excel_reads(sample_home: Path) -> None:
    reply = client(sample_home).get("/download/ledger.csv", params={"unit": "市财政局"})
    assert reply.content.startswith("\ufeff".encode()) and "attachment" in reply.headers["content-disposition"]
    assert len(reply.text.splitlines()) > 1


def test_what_readers_thought_is_for_an_editor(sample_home: Path) -> None:
    told = Conversation().asked("谁牵头？").answered(answer())
    history = History(sample_home)
    history.keep("account:李静", told)
    history.rate("account:李静", told.turns[0].turn_id, verdict="good", note="很快")
    assert client(sample_home, caller=Caller("王丽", "reader")).get("/download/ratings.csv").status_code == 403
    reply = client(sample_home, caller=Caller("王敏", "editor")).get("/download/ratings.csv")
    assert "很快" in reply.text and "李静" in reply.text and reply.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize("format", ["csv", "md", "json", "xlsx", "docx", "ics"])
def test_the_ledger_comes_in_every_format_narrowed_as_on_the_screen(sample_home: Path, format: str) -> None:
    reply = client(sample_home).get(f"/download/ledger.{format}", params={"words": "河长", "due": "stated"})
    assert reply.status_code == 200 and reply.content
    assert reply.headers["content-disposition"].endswith(f".{format}")


def test_an_unknown_format_is_refused(sample_home: Path) -> None:
    assert client(sample_home).get("/download/ledger.exe").status_code == 400


def test_a_draft_is_fetched_by_its_secret_name(sample_home: Path) -> None:
    token = PARCELS.keep("摘要.md", "第一句。".encode())
    reply = client(sample_home).get("/download/draft", params={"token": token})
    assert reply.text == "第一句。" and reply.headers["content-type"].startswith("text/markdown")
    assert client(sample_home).get("/download/draft", params={"token": "0" * 32}).status_code == 400


def test_a_summary_comes_as_markdown(sample_home: Path) -> None:
    document_id = Assistant(load_settings(home=sample_home)).entries()[0].document_id
    reply = client(sample_home).get("/download/summary.md", params={"document_id": document_id, "style": "full"})
    assert reply.status_code == 200 and reply.text.startswith("#")


def test_an_unknown_document_is_said_in_plain_words(sample_home: Path) -> None:
    reply = client(sample_home).get("/download/summary.md", params={"document_id": "../../etc/passwd"})
    assert (reply.status_code, reply.text) == (400, "这份文件已不在文库中。")
