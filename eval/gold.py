"""The gold set (金标集): questions with their answers and evidence, and the key points that a summary must hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.rows import Row, read_rows

TYPES: dict[str, str] = {
    "person": "人员",
    "number": "数字",
    "date": "日期",
    "unit": "单位",
    "decision": "议定事项",
    "list": "列举",
    "lead_unit": "牵头单位",
    "attendance": "出席列席",
    "verdict": "审议结论",
    "count": "计数",
    "cross_item": "跨议题",
    "cross_document": "跨文件",
    "comparison": "比较",
    "follow_up": "追问",
    "unanswerable": "不可答",
    "false_premise": "错误前提",
}
"""Every type of question, with its Chinese name."""
STYLES: dict[str, str] = {
    "formal": "书面",
    "spoken": "口语",
    "keywords": "关键词",
    "abbreviation": "简称",
    "typo": "错别字",
    "few_shared_words": "少同词",
}
"""Every style of asking, with its Chinese name."""
DIFFICULTIES = ("easy", "medium", "hard")
SPLITS = ("dev", "test")
"""`dev` may be looked at while the product is improved, `test` never."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Code points `start` to `end` of the text of one file (a base name)."""

    file: str
    start: int
    end: int

    def overlaps(self, other: Place) -> bool:
        """Tell whether two places share at least one character."""
        return self.file == other.file and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote that carries the answer, its file, and the label of the item that holds it (`None` outside items)."""

    document: str
    item: str | None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the gold set.

    `answers` are short answers of which one suffices; `must_include` must all be there (the elements of a list, the
    corrected fact of a false premise), none of `must_not_include` may be. `refused` is true where no document states
    what is asked; `answers` and `must_include` are then empty. `documents` are the files it is about, none for a
    meeting that the library does not hold; `history` the user's earlier questions, oldest first; `filters` what the
    user narrowed the library to, by the names of the command line (`from`, `to`, `meeting`…). `set` is the name of the
    question set, which has a library of its own.
    """

    id: str
    question: str
    type: str
    style: str
    difficulty: str
    split: str
    refused: bool
    set: str = ""
    documents: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    must_include: tuple[str, ...] = ()
    must_not_include: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    history: tuple[str, ...] = ()
    filters: Mapping[str, Any] = field(default_factory=dict)

    @property
    def query(self) -> str:
        """What a retriever without a memory is asked: the last earlier question and this one."""
        return " ".join((*self.history[-1:], self.question))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """One thing (要点) that a summary of an item must tell: in our words, the strings that show it, and its quote.

    `brief` is true where a summary of one paragraph must tell it too.
    """

    point: str
    must_include: tuple[str, ...]
    quote: str
    brief: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPoints:
    """The key points of one item of a document; `item` is `None` for what stands outside the items."""

    id: str
    document: str
    item: str | None
    split: str
    points: tuple[KeyPoint, ...]
    set: str = ""


def load_questions(path: Path, *, name: str = "") -> list[Question]:
    """Read the questions of a set with that name, one JSON object a line.

    Raises:
        MissingFile: no such file.
        BadRequest: a line is no question; the message names the line and the field.
    """
    return read_rows(path, lambda row: _question(row, name), noun="一道题")


def load_points(path: Path, *, name: str = "") -> list[ItemPoints]:
    """Read the key points of a set with that name, one item a line.

    Raises:
        MissingFile: no such file.
        BadRequest: a line holds no key points; the message names the line and the field.
    """
    return read_rows(path, lambda row: _item_points(row, name), noun="一个议题的要点")


def _question(row: Row, name: str) -> Question:
    """Return the question of a row."""
    return Question(
        set=name,
        id=row.text("id"),
        question=row.text("question"),
        type=row.text("type"),
        style=row.text("style"),
        difficulty=row.text("difficulty"),
        split=row.text("split"),
        refused=row.truth("refused"),
        documents=row.text_or_texts("document"),
        answers=row.texts("answers"),
        must_include=row.texts("must_include"),
        must_not_include=row.texts("must_not_include"),
        evidence=tuple(
            Evidence(document=piece.text("document"), item=piece.text_or_none("item"), quote=piece.text("quote"))
            for piece in row.rows("evidence")
        ),
        history=row.texts("history", needed=False),
        filters=row.mapping("filters"),
    )


def _item_points(row: Row, name: str) -> ItemPoints:
    """Return the key points of a row."""
    points = tuple(
        KeyPoint(
            point=one.text("point"),
            must_include=one.texts("must_include"),
            quote=one.text("quote"),
            brief=one.truth("brief", default=False),
        )
        for one in row.rows("points")
    )
    if not points:
        raise ValueError("points 应有要点")
    return ItemPoints(
        set=name,
        id=row.text("id"),
        document=row.text("document"),
        item=row.text_or_none("item"),
        split=row.text("split"),
        points=points,
    )
