"""The batch: order, error objects in place, and what is no file of questions."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch import answer_lines
from pipeline.errors import BadLine, BadRequest, EmptyQuestion, MissingFile


def _echo(question: str, history: tuple[str, ...]) -> dict[str, Any]:
    if not question.strip():
        raise EmptyQuestion
    if question == "坏":
        raise ZeroDivisionError("除以零")
    return {"answer": question, "history": list(history)}


def _file(folder: Path, *lines: str | bytes) -> Path:
    path = folder / "questions.jsonl"
    path.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
    return path


def test_each_line_is_answered_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(
        tmp_path,
        b'\xef\xbb\xbf{"id": "a", "question": "\xe4\xb8\x80"}',
        "",
        '{"id": 2, "question": "二", "history": ["一", "零"]}\r',
        '{"question": "三", "history": "二"}',
    )
    assert answer_lines(path, _echo) == (3, [])
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"id": "a", "answer": "一", "history": []},
        {"id": 2, "answer": "二", "history": ["一", "零"]},
        {"id": None, "answer": "三", "history": ["二"]},
    ]


@pytest.mark.parametrize(
    ("line", "identity", "problem"),
    [
        ("{", None, "不是 UTF-8 的 JSON"),
        (b'{"id": "x", "question": "\xff"}', None, "不是 UTF-8 的 JSON"),
        ("[" * 100_000, None, "不是 UTF-8 的 JSON"),
        ("[1]", None, "不是 JSON 对象"),
        ('{"id": "x"}', "x", "缺少 question"),
        ('{"id": "x", "question": 3}', "x", "缺少 question"),
        ('{"id": "x", "question": "一", "history": [1]}', "x", "history 不是文字的列表"),
        ('{"id": "x", "question": " "}', "x", "问题是空的"),
        ('{"id": "x", "question": "坏"}', "x", "ZeroDivisionError"),
    ],
    ids=["cut-off", "no-utf8", "nested", "a-list", "no-question", "a-number", "bad-history", "empty", "our-own-fault"],
)
def test_a_bad_line_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str | bytes, identity: str | None, problem: str
) -> None:
    path = _file(tmp_path, '{"id": 1, "question": "一"}', line, '{"id": 3, "question": "三"}')
    done, failures = answer_lines(path, _echo)
    first, second, third = (json.loads(entry) for entry in capsys.readouterr().out.splitlines())
    assert (first["answer"], third["answer"]) == ("一", "三")
    assert second["id"] == identity
    assert problem in second["error"]
    assert done == 2
    assert len(failures) == 1 and failures[0].startswith("第 2 行")


def test_a_line_is_written_before_the_next_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _file(tmp_path, '{"id": 1, "question": "一"}', '{"id": 2, "question": "二"}')
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="utf-8"))
    seen: list[int] = []

    def answer(question: str, _: tuple[str, ...]) -> dict[str, Any]:
        seen.append(len(raw.getvalue().splitlines()))
        return {"answer": question}

    answer_lines(path, answer)
    assert seen == [0, 1]


def test_our_own_fault_is_shown_whole_on_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIYAO_DEBUG", "1")
    with pytest.raises(ZeroDivisionError, match="除以零"):
        answer_lines(_file(tmp_path, '{"id": 1, "question": "坏"}'), _echo)


def test_questions_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO('{"id": 1, "question": "一"}\n'.encode())))
    assert answer_lines(Path("-"), _echo) == (1, [])
    assert json.loads(capsys.readouterr().out)["answer"] == "一"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="找不到文件"):
        answer_lines(tmp_path / "no.jsonl", _echo)


def test_a_folder_is_no_file_of_questions(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="找不到文件"):
        answer_lines(tmp_path, _echo)


def test_a_file_without_questions(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="中没有问题"):
        answer_lines(_file(tmp_path, "", " "), _echo)


def test_a_bad_line_says_which_and_what_is_legal() -> None:
    with pytest.raises(BadLine, match=r'第 7 行不是一个问题：缺少 question。每行应为：\{"id"'):
        raise BadLine(7, "缺少 question")
