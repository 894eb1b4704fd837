"""A small gold set over one invented document, and a system whose answers are written down."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from eval.gold import Place, Question, load_questions, load_texts
from pipeline.minutes import EXAMPLE_MINUTES

FILE = "示例.txt"
TEXT = EXAMPLE_MINUTES.text + "\n二、听取绿化工作汇报\n1. 市园林局抓紧补种。\n出席：周明  吴  静\n"

_ROWS: tuple[dict[str, Any], ...] = (
    {
        "id": "t1",
        "question": "停车管理办法是谁汇报的？",
        "type": "person",
        "answers": ["周明"],
        "must_include": ["周明"],
        "evidence": [("一", "市城管局局长周明")],
    },
    {
        "id": "t2",
        "question": "停车管理办法由谁牵头，什么时候完成？",
        "type": "list",
        "answers": ["市城管局"],
        "must_include": ["城管局", "6月底"],
        "evidence": [("一", "由市城管局牵头，6月底前完成")],
    },
    {
        "id": "t3",
        "question": "绿化工作汇报的审议结论是什么？",
        "type": "verdict",
        "must_not_include": ["原则通过"],
        "refused": True,
        "evidence": [("二", "听取绿化工作汇报")],
    },
    {
        "id": "t4",
        "question": "那哪个局补种？",
        "type": "follow_up",
        "history": ["绿化工作汇报说了什么？"],
        "answers": ["园林局"],
        "must_include": ["园林局"],
        "evidence": [("二", "市园林局抓紧补种")],
    },
)


def row(**changes: Any) -> dict[str, Any]:
    """Return one line of the gold file, with its defaults filled in."""
    filled = {"style": "formal", "difficulty": "easy", "document": FILE, "refused": False}
    filled |= {"answers": [], "must_include": [], "must_not_include": []}
    filled |= changes
    pieces = [{"document": FILE, "item": item, "quote": quote} for item, quote in filled["evidence"]]
    return {**filled, "evidence": pieces}


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with the invented document."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / FILE).write_text(TEXT, "utf-8")
    return folder


@pytest.fixture
def texts(documents: Path) -> dict[str, str]:
    return load_texts(documents)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold file of four questions."""
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row(**line), ensure_ascii=False) + "\n" for line in _ROWS), "utf-8")
    return path


@pytest.fixture
def questions(gold: Path) -> list[Question]:
    return load_questions(gold)


def said(answer: str, *quotes: str, refused: bool = False, shift: int = 0) -> dict[str, Any]:
    """Return the ask JSON of an answer that cites quotes of the invented document, `shift` characters beside them."""
    starts = [TEXT.index(quote) + shift for quote in quotes]
    citations = [
        {"file": FILE, "item": None, "quote": quote, "start": start, "end": start + len(quote)}
        for quote, start in zip(quotes, starts, strict=True)
    ]
    statement = {"text": answer, "citations": list(range(len(quotes))), "check": "verified", "problems": []}
    return {
        "answer": answer,
        "refused": refused,
        "reason": "not_stated" if refused else None,
        "statements": [] if refused else [statement],
        "citations": citations,
    }


class Written:
    """A system that says what is written down for each question; a question without an entry is a fault."""

    def __init__(self, answers: dict[str, dict[str, Any]], *, name: str = "written") -> None:
        self.name = name
        self._answers = answers

    def search(self, query: str, *, k: int) -> list[Place]:
        half = TEXT.index("\n二、")
        return [Place(FILE, 0, half), Place(FILE, half, len(TEXT))][:k]

    def ask(self, question: str, *, history: Sequence[str] = ()) -> dict[str, Any]:
        return self._answers[question]


@pytest.fixture
def written() -> Written:
    """A system that is right on t1, incomplete on t2, right to refuse t3, and away on t4."""
    return Written(
        {
            "停车管理办法是谁汇报的？": said("由市城管局局长周明汇报。", "会议听取了市城管局局长周明"),
            "停车管理办法由谁牵头，什么时候完成？": said("由市城管局牵头", "由市城管局牵头"),
            "绿化工作汇报的审议结论是什么？": said("纪要未载明是否原则通过。", "听取绿化工作汇报", refused=True),
        }
    )
