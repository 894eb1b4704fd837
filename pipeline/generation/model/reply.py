"""Reads a model's reply, however it is wrapped: fences, thinking tags, text around the JSON, JSON cut short."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.patterns import compiled

MAX_STATEMENTS = 40
MAX_STATEMENT_CHARACTERS = 600
STATEMENTS: dict[str, Any] = {
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
}
"""Sentences, each with the numbers of what it rests on."""
SCHEMA: dict[str, Any] = {
    "title": "answer",
    "description": "逐句注明出处的回答",
    "type": "object",
    "additionalProperties": False,
    "required": ["refused", "statements"],
    "properties": {
        "refused": {"type": "boolean"},
        "statements": STATEMENTS,
    },
}
_TAGS = "think|thinking|thought|reasoning|reflection"
_THINKING = compiled(rf"<({_TAGS})\b[^>]*>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
# Where the server's template opened the tag itself, the reply starts inside it
_THOUGHT = compiled(rf"\A.*</(?:{_TAGS})>", re.DOTALL | re.IGNORECASE)
# What is not seen, or turns the direction of writing: it could show another figure than the one that was checked
_UNSEEN = compiled(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_WRAPPERS = ("arguments", "parameters", "args", "input", "answer", "output", "result", "response")
_MARKED = compiled(
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
    text = _UNSEEN.sub("", _THOUGHT.sub("", _THINKING.sub("", text)))
    found = _statements(text)
    if found:
        return Reply(tuple(found[:MAX_STATEMENTS]))
    if any(whole.get("refused") is True for entry in _objects(text) for whole in _unwrapped(entry, depth=3)):
        return Reply(refused=True)
    marked = [(match["text"].strip(" -*•"), _numbers(match["marks"])) for match in _MARKED.finditer(text)]
    if marked and "{" not in text:
        return Reply(tuple((words[:MAX_STATEMENT_CHARACTERS], numbers) for words, numbers in marked[:MAX_STATEMENTS]))
    return None


def _statements(text: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return the complete statements of a reply in order, each once."""
    found: dict[tuple[str, tuple[int, ...]], None] = {}
    for part in _parts(text):
        words = _text_of(part)
        if words:
            found[(words, _sources_of(part))] = None
    return list(found)


def parse_rewrites(text: str, *, count: int) -> dict[int, tuple[str, tuple[int, ...]]]:
    """Return rewritten sentences by their number (from 1); those without one are numbered where none is missing.

    >>> parse_rewrites('{"statements": [{"number": 2, "text": "周明汇报。", "sources": [1]}]}', count=2)
    {2: ('周明汇报。', (1,))}
    """
    text = _UNSEEN.sub("", _THOUGHT.sub("", _THINKING.sub("", text)))
    parts = [part for part in _parts(text) if isinstance(part.get("text"), str)]
    numbered = {part["number"]: part for part in parts if isinstance(part.get("number"), int)}
    if not numbered and len(parts) == count:
        numbered = dict(enumerate(parts, start=1))
    return {
        number: (_text_of(part), _sources_of(part))
        for number, part in numbered.items()
        if 1 <= number <= count and _text_of(part)
    }


def _parts(text: str) -> Iterator[dict[str, Any]]:
    """Yield the objects that may be statements, those of lists of statements too."""
    for entry in _objects(text):
        for whole in _unwrapped(entry, depth=3):
            listed = whole.get("statements")
            for part in listed if isinstance(listed, list) else [whole]:
                if isinstance(part, dict):
                    yield part


def _unwrapped(entry: dict[str, Any], *, depth: int) -> Iterator[dict[str, Any]]:
    """Yield an object, or what a call of a tool wraps it in, be it as an object or as text."""
    inner = [entry[name] for name in _WRAPPERS if name in entry] if depth and "statements" not in entry else []
    found = [
        one
        for value in inner
        for one in ([value] if isinstance(value, dict) else _objects(value) if isinstance(value, str) else [])
    ]
    if not found:
        yield entry
    for one in found:
        yield from _unwrapped(one, depth=depth - 1)


def _text_of(part: dict[str, Any]) -> str:
    """Return the sentence of a statement, empty where it has none."""
    words = part.get("text")
    return words.strip()[:MAX_STATEMENT_CHARACTERS] if isinstance(words, str) else ""


def _sources_of(part: dict[str, Any]) -> tuple[int, ...]:
    """Return the numbers of the passages of a statement."""
    return _numbers(json.dumps(part.get("sources", part.get("citations", [])), ensure_ascii=False))


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
