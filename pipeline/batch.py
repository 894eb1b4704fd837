"""A file of questions, answered line by line: one JSON object a line, in order, each written when it is ready."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import BadLine, BadRequest, JiyaoError, MissingFile


def answer_lines(path: Path, answer: Callable[[str, tuple[str, ...]], Mapping[str, Any]]) -> tuple[int, list[str]]:
    """Write one object for each line that is not blank to standard output; a bad line gets an error object.

    Args:
        path: a file of JSON lines with `id`, `question` and `history`, or `-` for standard input.
        answer: makes the object of a question and the questions before it; `id` is put in front.

    Returns:
        How many lines were answered, and what was wrong with the others.

    Raises:
        MissingFile: there is no such file.
        BadRequest: there is no line in it.
    """
    done, failures = 0, []
    for number, line in _lines(path):
        identity: Any = None
        try:
            asked = _read_line(number, line)
            identity = asked.get("id")
            tree = {"id": identity, **answer(*_question(number, asked))}
            done += 1
        except JiyaoError as error:
            tree = {"id": identity, "error": str(error)}
        except Exception as error:  # a fault in one answer must not cost the others; it is reported
            if os.environ.get("JIYAO_DEBUG"):
                raise
            tree = {"id": identity, "error": f"{type(error).__name__}：{error}"}
        if "error" in tree:
            failures.append(f"第 {number} 行（id {identity}）：{tree['error']}")
        sys.stdout.write(json.dumps(tree, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    if not done and not failures:
        raise BadRequest(f"{path} 中没有问题", instead='每行应为：{"id": "1", "question": "…"}')
    return done, failures


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the bytes of each line that is not blank."""
    try:
        source: Iterable[bytes] = sys.stdin.buffer if str(path) == "-" else path.read_bytes().split(b"\n")
    except OSError:
        raise MissingFile(str(path)) from None
    for number, line in enumerate(source, start=1):
        stripped = line.removeprefix(b"\xef\xbb\xbf").strip()
        if stripped:
            yield number, stripped


def _read_line(number: int, line: bytes) -> dict[str, Any]:
    """Return the JSON object of a line."""
    try:
        asked = json.loads(line.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise BadLine(number, "不是 UTF-8 的 JSON") from None
    if not isinstance(asked, dict):
        raise BadLine(number, "不是 JSON 对象")
    return asked


def _question(number: int, asked: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Return the question of a line and the questions before it."""
    question, history = asked.get("question"), asked.get("history") or ()
    history = (history,) if isinstance(history, str) else history
    if not isinstance(question, str):
        raise BadLine(number, "缺少 question")
    if not isinstance(history, list | tuple) or not all(isinstance(earlier, str) for earlier in history):
        raise BadLine(number, "history 不是文字的列表")
    return question, tuple(history)
