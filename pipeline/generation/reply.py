"""Reads a model's reply, however it is wrapped: fences, thinking tags, text around the JSON, JSON cut short."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

MAX_STATEMENTS = 40
MAX_STATEMENT_CHARACTERS = 600
SCHEMA: dict[str, Any] = {
    "title": "answer",
    "description": "逐句注明出处的回答",
    "type": "object",
    "additionalProperties": False,
    "required": ["refused", "statements"],
    "properties": {
        "refused": {"type": "boolean"},
        "statements": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["text", "sources"],
                "properties": {
                    "text": {"type": "string"},
                    "sources": {"type": "array", "items": {"type": "integer"}},
                },
            },
        },
    },
}
_THINKING = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_MARKED = re.compile(
    r"(?P<text>[^\[\]【】\n。]{2,}[。]?)\s*(?P<marks>(?:[\[【]\s*\d+(?:\s*[,，、]\s*\d+)*\s*[\]】]\s*)+)[。]?"
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said: sentences with the numbers of the passages that they rest on, or that it cannot say."""

    statements: tuple[tuple[str, tuple[int, ...]], ...] = ()
    refused: bool = False


def parse_reply(text: str) -> Reply | None:
    """Return what a reply says, or `None` where nothing in it can be read.

    JSON that is cut short yields the sentences that are complete; plain text yields those with marks such as [1].

    >>> parse_reply('<think>嗯</think>```json\\n{"statements": [{"text": "周明汇报。", "sources": [1]}]}\\n``` 完')
    Reply(statements=(('周明汇报。', (1,)),), refused=False)
    >>> parse_reply("周明汇报[2]。").statements
    (('周明汇报', (2,)),)
    """
    text = _THINKING.sub("", text)
    found = _statements(text)
    if found:
        return Reply(tuple(found[:MAX_STATEMENTS]))
    if any(entry.get("refused") is True for entry in _objects(text)):
        return Reply(refused=True)
    marked = [(match["text"].strip(" -*•"), _numbers(match["marks"])) for match in _MARKED.finditer(text)]
    if marked and "{" not in text:
        return Reply(tuple((words[:MAX_STATEMENT_CHARACTERS], numbers) for words, numbers in marked[:MAX_STATEMENTS]))
    return None


def _statements(text: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return the complete statements of a reply in order, each once."""
    found: dict[tuple[str, tuple[int, ...]], None] = {}
    for entry in _objects(text):
        listed = entry.get("statements")
        for part in listed if isinstance(listed, list) else [entry]:
            words = part.get("text") if isinstance(part, dict) else None
            if isinstance(words, str) and words.strip():
                numbers = _numbers(json.dumps(part.get("sources", part.get("citations", [])), ensure_ascii=False))
                found[(words.strip()[:MAX_STATEMENT_CHARACTERS], numbers)] = None
    return list(found)


def _objects(text: str) -> list[dict[str, Any]]:
    """Return the JSON objects of a text, outermost first; inside one that is broken, those that are whole."""
    decoder, found, place = json.JSONDecoder(), [], text.find("{")
    while place >= 0:
        try:
            value, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            end = place + 1
        else:
            found.append(value)
        place = text.find("{", end)
    return [value for value in found if isinstance(value, dict)]


def _numbers(text: str) -> tuple[int, ...]:
    """Return the whole numbers of a text, each once; one of more than four digits numbers no passage."""
    return tuple(dict.fromkeys(int(number) for number in re.findall(r"(?<![\d.-])\d{1,4}(?![\d.])", text)))
