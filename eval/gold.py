"""The gold set (金标集): questions, their answers and evidence, read, checked, and found in the documents' texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.config import ROOT
from pipeline.errors import BadRequest, MissingFile

GOLD = ROOT / "eval" / "data" / "gold.jsonl"
DOCUMENTS = ROOT / "data" / "minutes"

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

_CHINESE_HEADING = re.compile(r"^[ \t\u3000]*([一二三四五六七八九十百]+)[ \t\u3000]*[、.．]", re.MULTILINE)  # 四. 审议…
_PROBLEM_HEADING = re.compile(
    r"^[ \t\u3000]*(\d+)[ \t\u3000]*[.．、][ \t\u3000]*关于.*问题", re.MULTILINE
)  # 1.关于“…”问题的整改


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
    meeting that the library does not hold; `history` the user's earlier questions, oldest first.
    """

    id: str
    question: str
    type: str
    style: str
    difficulty: str
    refused: bool
    documents: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    must_include: tuple[str, ...] = ()
    must_not_include: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    history: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """What a retriever without a memory is asked: the last earlier question and this one."""
        return " ".join((*self.history[-1:], self.question))


def load_questions(path: Path = GOLD) -> list[Question]:
    """Read a gold file, one JSON object a line.

    Raises:
        MissingFile: no such file.
        BadRequest: a line is no question; the message names the line and the field.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except FileNotFoundError:
        raise MissingFile(str(path)) from None
    return [_question(line, f"{path.name} 第 {number} 行") for number, line in enumerate(lines, 1) if line.strip()]


def load_texts(folder: Path = DOCUMENTS) -> dict[str, str]:
    """Read the text of every .txt file of a folder by base name: UTF-8, without BOM, line ends as newlines.

    Raises:
        MissingFile: no such folder, or no text in it.
    """
    texts = {
        path.name: path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        for path in sorted(folder.glob("*.txt"))
    }
    if not texts:
        raise MissingFile(str(folder / "*.txt"))
    return texts


def places(question: Question, texts: Mapping[str, str]) -> list[tuple[Place, ...]]:
    """Return where the evidence stands: for each piece every place inside its item that holds the quote.

    A short quote may stand at several places; each of them is as good. A piece that is nowhere has no place.
    """
    return [_places(piece, texts.get(piece.document, "")) for piece in question.evidence]


def outline(text: str) -> Iterator[tuple[str | None, int, int]]:
    """Yield label, start and end of each stretch under a heading, and those under none with the label `None`.

    This is read off the headings alone and on purpose not with the product's parser, which it helps to judge: the tail
    after the last item counts to that item.

    >>> list(outline("昆政纪\\n一、讨论甲\\n1. 做\\n二、讨论乙"))
    [(None, 0, 4), ('一', 4, 15), ('二', 15, 20)]
    """
    chapters = list(_CHINESE_HEADING.finditer(text))
    problems = list(_PROBLEM_HEADING.finditer(text))
    # A report's items are its problems, and its chapters belong to none of them; minutes have chapters only.
    labels = {match.start(): None if problems else match[1] for match in chapters}
    labels |= {match.start(): match[1] for match in problems}
    starts = sorted({0: None} | labels)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield labels.get(start), start, end


def problems(questions: Sequence[Question], texts: Mapping[str, str]) -> list[str]:
    """Return everything that is wrong with a gold set, one line each; an empty list means that it holds."""
    found = [f"{identity}：编号重复" for identity in _repeated(question.id for question in questions)]
    for question in questions:
        found += [f"{question.id}：{problem}" for problem in _problems(question, texts)]
    return found


def _question(line: str, where: str) -> Question:
    """Return the question of a line."""
    try:
        tree = json.loads(line)
        named = tree["document"]
        return Question(
            id=_text(tree, "id"),
            question=_text(tree, "question"),
            type=_text(tree, "type"),
            style=_text(tree, "style"),
            difficulty=_text(tree, "difficulty"),
            refused=_truth(tree, "refused"),
            documents=(named,) if isinstance(named, str) else tuple(named or ()),
            answers=_texts(tree, "answers"),
            must_include=_texts(tree, "must_include"),
            must_not_include=_texts(tree, "must_not_include"),
            evidence=tuple(
                Evidence(document=_text(piece, "document"), item=piece["item"], quote=_text(piece, "quote"))
                for piece in tree["evidence"]
            ),
            history=_texts(tree, "history") if "history" in tree else (),
        )
    except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadRequest(f"{where} 不是一道题（{error}）", instead="字段见 eval/data/README.md") from None


def _text(tree: Mapping[str, Any], field: str) -> str:
    """Return a field that must be a text with words in it."""
    value = tree[field]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{field} 应为文字")
    return value


def _texts(tree: Mapping[str, Any], field: str) -> tuple[str, ...]:
    """Return a field that must be a list of texts."""
    value = tree[field]
    if not isinstance(value, list) or not all(isinstance(entry, str) and entry for entry in value):
        raise ValueError(f"{field} 应为文字的列表")
    return tuple(value)


def _truth(tree: Mapping[str, Any], field: str) -> bool:
    """Return a field that must be true or false."""
    value = tree[field]
    if not isinstance(value, bool):
        raise ValueError(f"{field} 应为 true 或 false")
    return value


def _problems(question: Question, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with one question."""
    legal = (("type", TYPES), ("style", STYLES), ("difficulty", DIFFICULTIES))
    for field, known in legal:
        if getattr(question, field) not in known:
            yield f"{field} 未知：{getattr(question, field)}"
    for file in question.documents:
        if file not in texts:
            yield f"没有这份文件：{file}"
    if question.refused == bool(question.answers or question.must_include):
        yield "refused 与 answers、must_include 不符"
    if (question.type == "follow_up") != bool(question.history):
        yield "追问题与 history 不符"
    if not question.refused and not question.evidence:
        yield "没有依据"
    for piece, found in zip(question.evidence, places(question, texts), strict=True):
        if piece.quote not in texts.get(piece.document, ""):
            yield f"引文不在文件中：{piece.quote}"
        elif not found:
            yield f"引文不在议题“{piece.item}”内：{piece.quote}"
    quoted = re.sub(r"\s", "", "".join(piece.quote for piece in question.evidence))
    for needed in question.must_include:
        if re.sub(r"\s", "", needed) not in quoted:
            yield f"必含字串不见于引文：{needed}"


def _places(piece: Evidence, text: str) -> tuple[Place, ...]:
    """Return where a piece of evidence stands inside its item; outside items also after the last heading of minutes."""
    everywhere = [match.start() for match in re.finditer(re.escape(piece.quote), text)]
    stretches = list(outline(text))
    if piece.item is None:
        stretches = [entry for number, entry in enumerate(stretches, 1) if entry[0] is None or number == len(stretches)]
    else:
        stretches = [entry for entry in stretches if entry[0] == piece.item]
    inside = [start for start in everywhere if any(low <= start < high for _, low, high in stretches)]
    return tuple(Place(piece.document, start, start + len(piece.quote)) for start in inside)


def _repeated(identities: Iterable[str]) -> list[str]:
    """Return the ids that occur more than once."""
    seen: dict[str, int] = {}
    for identity in identities:
        seen[identity] = seen.get(identity, 0) + 1
    return [identity for identity, times in seen.items() if times > 1]
