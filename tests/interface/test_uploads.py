"""Files from the browser."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.uploads import Receipt, folder, forget_aside, put_back, receive, safe_name, set_aside

TEXT = """县政府第2次常务会议纪要
2021年4月2日，县长林安主持召开县政府第2次常务会议。
一、审议《城区停车管理办法》
会议原则通过上述文件。
"""


@pytest.fixture
def assistant(home: Path) -> Assistant:
    return Assistant(load_settings(home=home, max_file_bytes=4000))


def send(assistant: Assistant, *files: tuple[str, bytes]) -> list[Receipt]:
    return list(receive(assistant, ((name, io.BytesIO(content)) for name, content in files)))


def kept(home: Path) -> list[str]:
    """Return every file that the uploads left, in whatever folder."""
    return sorted(path.name for path in folder(home).rglob("*") if path.is_file())


def test_one_bad_file_never_stops_the_rest(assistant: Assistant, home: Path) -> None:
    receipts = send(
        assistant,
        ("会议.exe", b"MZ"),
        ("空.txt", b""),
        ("../../会议.txt", TEXT.encode()),
        ("太大.txt", "会议。".encode() * 1000),
        ("图片.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00" * 20),
    )
    assert [one.status for one in receipts] == ["failed", "failed", "added", "failed", "failed"]
    assert [one.file for one in receipts][2] == "会议.txt" and kept(home) == ["会议.txt"]
    assert len(assistant.entries()) == 1
    assert not any(str(home) in one.message for one in receipts)


def test_the_same_again_a_new_version_and_the_same_under_another_name(assistant: Assistant, home: Path) -> None:
    changed = TEXT.replace("林安", "王敏").encode()
    files = [
        ("会议.txt", TEXT.encode()),
        ("会议.txt", TEXT.encode()),
        ("副本.txt", TEXT.encode()),
        ("会议.txt", changed),
    ]
    assert [send(assistant, file)[0].status for file in files] == ["added", "unchanged", "duplicate", "replaced"]
    assert kept(home) == ["会议.txt"]


def test_a_bad_new_version_leaves_the_former_as_it_was(assistant: Assistant, home: Path) -> None:
    send(assistant, ("会议.txt", TEXT.encode()))
    (receipt,) = send(assistant, ("会议.txt", b"\x00\x01\x02\xff" * 40))
    assert receipt.tone == "bad"
    assert (folder(home) / "会议.txt").read_text(encoding="utf-8") == TEXT
    assert len(assistant.entries()) == 1


def test_an_unexpected_fault_is_said_without_its_words(
    assistant: Assistant, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("/srv/secret")

    monkeypatch.setattr(assistant, "ingest", broken)
    first, second = send(assistant, ("甲.txt", TEXT.encode()), ("乙.exe", b""))
    assert first.message == "读取时出了意外的错误，已记入服务器日志。" and second.status == "failed"
    assert kept(home) == []


def test_only_the_copy_of_an_upload_goes_aside_and_comes_back(home: Path, tmp_path: Path) -> None:
    folder(home).mkdir(parents=True)
    inside, outside = folder(home) / "甲.txt", tmp_path / "乙.txt"
    for path in (inside, outside):
        path.write_text("文", encoding="utf-8")
        set_aside(home, str(path))
        set_aside(home, str(path))
    assert not inside.exists() and outside.exists()
    put_back(home, str(inside))
    assert inside.read_text(encoding="utf-8") == "文"
    set_aside(home, str(inside))
    forget_aside(home, keep={"甲.txt"})
    assert kept(home) == ["甲.txt"]
    forget_aside(home, keep=set())
    assert kept(home) == []


def test_a_receipt_says_what_was_found_and_which_document_it_repeats(assistant: Assistant) -> None:
    [first] = send(assistant, ("会议.txt", TEXT.encode()))
    assert first.facts == "会议纪要 · 1 项" and first.document_id == assistant.entries()[0].document_id
    [second] = send(assistant, ("副本.txt", TEXT.encode()))
    assert second.message == "与“县政府第2次常务会议纪要”内容相同，没有重复存放"
    assert second.document_id == first.document_id and second.to_json()["tone"] == "plain"


def test_what_nobody_read_in_is_forgotten(assistant: Assistant, home: Path) -> None:
    [waiting] = receive(assistant, iter([("会议.txt", io.BytesIO(TEXT.encode()))]), look_first=True)
    assert waiting.status == "waiting" and kept(home) == ["会议.txt"] and assistant.entries() == []
    place = folder(home) / ".incoming" / waiting.document_id.removeprefix("waiting:")
    os.utime(place, (0, 0))
    send(assistant, ("空.txt", b""))
    assert kept(home) == []


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("a/b/c.txt", "c.txt"),
        ("..\\..\\c.txt", "c.txt"),
        (".env", "env"),
        ("", "未命名"),
        ("/", "未命名"),
        ("会议\n\u202e纪要.txt", "会议纪要.txt"),
        ('a<b>:"|?*.txt', "a_b_.txt"),
        ("长" * 300 + ".txt", "长" * 76 + ".txt"),
    ],
)
def test_a_name_is_made_safe(given: str, name: str) -> None:
    assert safe_name(given) == name
