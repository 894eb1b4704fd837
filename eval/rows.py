"""Reads the JSONL files of the gold set row by row; a field that is missing or of the wrong kind is named."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pipeline.errors import BadRequest, MissingFile

Made = TypeVar("Made")
SCHEMA = "字段见 eval/data/README.md"


class Row:
    """One JSON object whose fields are read by kind.

    Raises:
        KeyError, ValueError: by any method; `read_rows` turns them into a `BadRequest` that names the line.
    """

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self._tree = tree

    def text(self, field: str) -> str:
        """Return a field that must be a text with words in it."""
        value = self._tree[field]
        if not isinstance(value, str) or not value.strip():
            raise ValueError(f"{field} 应为文字")
        return value

    def text_or_none(self, field: str) -> str | None:
        """Return a field that must be there and is a text or null."""
        return None if self._tree[field] is None else self.text(field)

    def texts(self, field: str, *, needed: bool = True) -> tuple[str, ...]:
        """Return a field that must be a list of texts; one that is not needed may be away."""
        value = self._tree[field] if needed else self._tree.get(field, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) and entry for entry in value):
            raise ValueError(f"{field} 应为文字的列表")
        return tuple(value)

    def text_or_texts(self, field: str) -> tuple[str, ...]:
        """Return a field that is one text, a list of texts, or null."""
        value = self._tree[field]
        return () if value is None else (self.text(field),) if isinstance(value, str) else self.texts(field)

    def truth(self, field: str, *, default: bool | None = None) -> bool:
        """Return a field that must be true or false; one with a default may be away."""
        value = self._tree[field] if default is None else self._tree.get(field, default)
        if not isinstance(value, bool):
            raise ValueError(f"{field} 应为 true 或 false")
        return value

    def mapping(self, field: str) -> dict[str, Any]:
        """Return a field that is an object, or nothing where it is away."""
        value = self._tree.get(field, {})
        if not isinstance(value, dict):
            raise ValueError(f"{field} 应为对象")
        return value

    def rows(self, field: str) -> list[Row]:
        """Return a field that must be a list of objects."""
        value = self._tree[field]
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise ValueError(f"{field} 应为对象的列表")
        return [Row(entry) for entry in value]


def read_rows(path: Path, make: Callable[[Row], Made], *, noun: str) -> list[Made]:
    """Return what each line of a JSONL file makes; blank lines are passed over.

    Args:
        path: the file, UTF-8.
        make: makes one thing of a row.
        noun: what a line should be, for the message.

    Raises:
        MissingFile: no such file.
        BadRequest: a line is not what it should be; the message names the line and the field.
    """
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except FileNotFoundError:
        raise MissingFile(str(path)) from None
    made = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            tree = json.loads(line)
            if not isinstance(tree, dict):
                raise ValueError("应为对象")
            made.append(make(Row(tree)))
        except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
            raise BadRequest(f"{path.name} 第 {number} 行 不是{noun}（{error}）", instead=SCHEMA) from None
    return made
