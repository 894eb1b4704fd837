"""A small gold set over one invented document, and a system whose answers are written down."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from eval.bench import Bench
from eval.gold import Place, Question
from eval.records import RunFolder, provenance
from eval.run import examine
from eval.sets import GoldSet, load_sets, one_set
from eval.totals import total
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
        "split": "test",
        "history": ["绿化工作汇报说了什么？"],
        "answers": ["园林局"],
        "must_include": ["园林局"],
        "evidence": [("二", "市园林局抓紧补种")],
    },
)
POINTS: dict[str, Any] = {
    "id": "k1",
    "split": "dev",
    "document": FILE,
    "item": "一",
    "points": [
        {"point": "原则通过", "must_include": ["原则通过"], "quote": "会议原则通过上述文件", "brief": True},
        {"point": "谁牵头", "must_include": ["市城管局", "6月底"], "quote": "由市城管局牵头，6月底前完成"},
    ],
}

DECISION: dict[str, Any] = {
    "id": "d1",
    "split": "dev",
    "document": FILE,
    "item": "一",
    "quote": "由市城管局牵头，6月底前完成",
    "verdict": None,
    "verdict_words": None,
    "lead": ["市城管局"],
    "support": [],
    "deadline": "6月底前",
    "deadline_kind": "date",
}
"""A decision of the invented document."""


def row(**changes: Any) -> dict[str, Any]:
    """Return one line of the gold file, with its defaults filled in."""
    filled = {"style": "formal", "difficulty": "easy", "split": "dev", "document": FILE, "refused": False}
    filled |= {"answers": [], "must_include": [], "must_not_include": []}
    filled |= changes
    pieces = [{"document": FILE, "item": item, "quote": quote} for item, quote in filled["evidence"]]
    return {**filled, "evidence": pieces}


def written_lines(path: Path, *trees: dict[str, Any]) -> Path:
    """Write JSONL and return where."""
    path.write_text("".join(json.dumps(tree, ensure_ascii=False) + "\n" for tree in trees), "utf-8")
    return path


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with the invented document."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / FILE).write_text(TEXT, "utf-8")
    return folder


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold file of four questions."""
    return written_lines(tmp_path / "gold.jsonl", *(row(**line) for line in _ROWS))


@pytest.fixture
def points(tmp_path: Path) -> Path:
    """A file with the key points of one item."""
    return written_lines(tmp_path / "points.jsonl", POINTS)


@pytest.fixture
def small(gold: Path, documents: Path, points: Path) -> GoldSet:
    """The set of four questions and one item."""
    return one_set(gold, documents, points=points)


@pytest.fixture
def texts(small: GoldSet) -> dict[str, str]:
    return dict(small.texts)


@pytest.fixture
def questions(small: GoldSet) -> list[Question]:
    return list(small.questions)


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
        "nearest": [],
    }


class Written:
    """A system that says what is written down for each question; a question without an entry is a fault."""

    def __init__(self, answers: dict[str, dict[str, Any]], *, name: str = "product") -> None:
        self.name = name
        self._answers = answers

    def search(self, query: str, *, k: int, filters: object = None) -> list[Place]:
        half = TEXT.index("\n二、")
        return [Place(FILE, 0, half), Place(FILE, half, len(TEXT))][:k]

    def ask(self, question: str, *, history: Sequence[str] = (), filters: object = None) -> dict[str, Any]:
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


@pytest.fixture
def silent(questions: list[Question]) -> Written:
    """A system that refuses everything."""
    answers = {question.question: said("不知道", refused=True) for question in questions}
    return Written(answers, name="stock")


Keep = Callable[..., Path]


@pytest.fixture
def keep(small: GoldSet, tmp_path: Path) -> Keep:
    """Write a finished run of systems over the small set, and return its folder."""

    def kept(*systems: Written, name: str = "run") -> Path:
        folder = RunFolder(tmp_path / "runs" / name)
        names = [system.name for system in systems]
        made = provenance([small], encoder="builtin", mode="extractive", model="")
        folder.begin({"systems": names, "provenance": made, "split": "all", "mode": "extractive"}, [small])
        records = [examine(question, system, small.texts) for system in systems for question in small.questions]
        for record in records:
            folder.append(record)
        folder.finish({"provenance": made, "split": "all", **total(records, systems=names)})
        return folder.folder

    return kept


@pytest.fixture(scope="session")
def samples_set() -> GoldSet:
    """The questions over the three samples."""
    return load_sets(names=["samples"])[0]


@pytest.fixture(scope="session")
def bench(samples_set: GoldSet) -> Iterator[Bench]:
    """The systems over the three samples."""
    with Bench(samples_set) as opened:
        yield opened
