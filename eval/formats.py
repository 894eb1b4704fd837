"""Reads public sets from a folder that the user names: CMRC 2018, RGB, DomainRAG, CRUD-RAG, STARD, BEIR."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline.errors import BadRequest, MissingFile


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicQuestion:
    """One question of a public set.

    `relevant` are ids of documents that hold the answer, none where that is not known; `answers` are groups of
    wordings: of each group one must be said. `refused` is true where the documents hold no answer.
    """

    id: str
    question: str
    relevant: tuple[str, ...] = ()
    answers: tuple[tuple[str, ...], ...] = ()
    history: tuple[str, ...] = ()
    refused: bool = False


@dataclass(slots=True, kw_only=True)
class PublicSet:
    """A public set as far as it is used: texts by id, each text once, and questions."""

    name: str
    documents: dict[str, str] = field(default_factory=dict)
    questions: list[PublicQuestion] = field(default_factory=list)
    _ids: dict[str, str] = field(default_factory=dict)

    def add(self, text: str, *, title: str = "") -> str:
        """Add a document and return its id; a text that is there already keeps the id that it has."""
        whole = f"{title}\n{text}" if title and not text.startswith(title) else text
        key = "".join(whole.split())
        if key not in self._ids:
            self._ids[key] = f"p{len(self._ids):06d}"
            self.documents[self._ids[key]] = whole.strip()
        return self._ids[key]


def read_public(format: str, folder: Path, *, limit: int | None = None) -> list[PublicSet]:
    """Return the sets in a folder, each with at most `limit` questions and all documents.

    Raises:
        BadRequest: no such format, or files that are not of it.
        MissingFile: the folder has no file of the format.
    """
    reader = FORMATS.get(format)
    if reader is None:
        raise BadRequest(f"没有 {format} 这种格式", instead=f"可选：{'、'.join(FORMATS)}")
    try:
        sets = [one for one in reader(folder) if one.questions]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise BadRequest(
            f"{folder} 里的文件不是 {format} 格式（{type(error).__name__}：{error}）", instead="请核对数据集"
        ) from None
    if not sets:
        raise MissingFile(str(folder))
    return [replace(one, questions=one.questions[:limit]) for one in sets]


def _cmrc(folder: Path) -> Iterator[PublicSet]:
    """Read CMRC 2018 files, in the form of SQuAD or as a plain list."""
    for path in _files(folder, "*.json"):
        one, tree = PublicSet(name=path.stem), _json(path)
        rows = tree["data"] if isinstance(tree, dict) else tree
        paragraphs = [paragraph for row in rows for paragraph in row.get("paragraphs", [row])]
        for paragraph in paragraphs:
            place = one.add(paragraph.get("context") or paragraph["context_text"])
            for asked in paragraph["qas"]:
                texts = [answer["text"] if isinstance(answer, dict) else answer for answer in asked["answers"]]
                one.questions.append(
                    PublicQuestion(
                        id=str(asked.get("id") or asked["query_id"]),
                        question=asked.get("question") or asked["query_text"],
                        relevant=(place,),
                        answers=(tuple(dict.fromkeys(texts)),),
                    )
                )
        yield one


def _rgb(folder: Path) -> Iterator[PublicSet]:
    """Read RGB files: once with all passages, and once with those alone that do not hold the answer."""
    for path in _files(folder, "*.json", "*.jsonl"):
        answering, rejecting = PublicSet(name=path.stem), PublicSet(name=f"{path.stem} 拒答")
        for row in _lines(path):
            asked = PublicQuestion(id=str(row["id"]), question=row["query"], answers=_groups(row["answer"]))
            relevant = tuple(dict.fromkeys(answering.add(text) for text in _flat(row["positive"])))
            for text in _flat(row["negative"]):
                answering.add(text)
                rejecting.add(text)
            answering.questions.append(replace(asked, relevant=relevant))
            rejecting.questions.append(replace(asked, refused=True, answers=()))
        yield answering
        if rejecting.documents:
            yield rejecting


def _domainrag(folder: Path) -> Iterator[PublicSet]:
    """Read DomainRAG files; those with passages that some retriever found before are left out."""
    for path in _files(folder, "*.jsonl"):
        if "_retrieved" in path.stem:
            continue
        one = PublicSet(name=path.stem)
        for number, row in enumerate(_lines(path)):
            right = _listed(row.get("positive_reference") or row.get("positive_references"))
            relevant = [one.add(entry["contents"], title=entry.get("title", "")) for entry in right]
            for entry in _listed(row.get("noisy_reference")):
                one.add(entry["contents"], title=entry.get("title", ""))
            question = f"{row['date']}年，{row['question']}" if row.get("date") else row["question"]
            answers = _flat(_listed(row["answers"] if "answers" in row else row["answer"]))
            one.questions.append(
                PublicQuestion(
                    id=str(row.get("id", number)),
                    question=question,
                    relevant=tuple(dict.fromkeys(relevant)),
                    answers=(tuple(answers),),
                    history=tuple(earlier["question"] for earlier in row.get("history_qa", [])),
                )
            )
        yield one


def _crud(folder: Path) -> Iterator[PublicSet]:
    """Read the questions of CRUD-RAG with the news that they rest on, and its large collection where it is there."""
    for path in _files(folder, "*.json"):
        tree = _json(path)
        for task in ("questanswer_1doc", "questanswer_2docs", "questanswer_3docs"):
            one = PublicSet(name=task)
            for number, row in enumerate(tree.get(task, [])):
                news = [row[f"news{place}"] for place in (1, 2, 3) if row.get(f"news{place}")]
                one.questions.append(
                    PublicQuestion(
                        id=str(row.get("ID", number)),
                        question=row["questions"],
                        relevant=tuple(dict.fromkeys(one.add(text) for text in news)),
                        answers=((row["answers"],),),
                    )
                )
            for large in sorted(folder.glob("**/80000_docs/*")) if one.questions else []:
                for line in large.read_text("utf-8").splitlines():
                    if line.strip():
                        one.add(line)
            yield one


def _stard(folder: Path) -> Iterator[PublicSet]:
    """Read STARD: articles of law and the questions of laymen."""
    one, places, names = PublicSet(name="stard"), dict[str, str](), dict[str, str]()
    for row in _lines(_one(folder, "corpus.jsonl")):
        place = one.add(row["content"], title=row["name"])
        places[str(row["id"])] = names[row["name"]] = place
    for row in _json(_one(folder, "queries.json")):
        if isinstance(row["问题"], str):  # some are empty in the published file, read as a number
            found = [places.get(str(number)) for number in row.get("match_id", [])]
            found += [names.get(name) for name in row.get("match_name", [])]
            relevant = tuple(dict.fromkeys(place for place in found if place))
            one.questions.append(PublicQuestion(id=str(row["query_id"]), question=row["问题"], relevant=relevant))
    yield one


def _beir(folder: Path) -> Iterator[PublicSet]:
    """Read a set in the form of BEIR: corpus.jsonl, queries.jsonl, qrels/*.tsv; the test part where there is one."""
    one, places = PublicSet(name=folder.name), dict[str, str]()
    for row in _lines(_one(folder, "corpus.jsonl")):
        places[str(row["_id"])] = one.add(row["text"], title=row.get("title") or "")
    judged = sorted(folder.glob("qrels/*.tsv"), key=lambda path: (path.stem != "test", path.name))
    if not judged:
        raise MissingFile(str(folder / "qrels" / "*.tsv"))
    relevant: dict[str, list[str]] = {}
    with judged[0].open(encoding="utf-8", newline="") as file:
        for query, document, score in csv.reader(file, delimiter="\t"):
            if score.strip().isdigit() and int(score) > 0 and document in places:  # the first line is a heading
                relevant.setdefault(query, []).append(places[document])
    for row in _lines(_one(folder, "queries.jsonl")):
        if str(row["_id"]) in relevant:
            found = tuple(dict.fromkeys(relevant[str(row["_id"])]))
            one.questions.append(PublicQuestion(id=str(row["_id"]), question=row["text"], relevant=found))
    yield one


FORMATS: dict[str, Callable[[Path], Iterable[PublicSet]]] = {
    "cmrc": _cmrc,
    "rgb": _rgb,
    "domainrag": _domainrag,
    "crud": _crud,
    "stard": _stard,
    "beir": _beir,
}
"""Every format by name."""


def _files(folder: Path, *patterns: str) -> list[Path]:
    """Return the files of a folder and of those below it that fit one of the patterns."""
    return sorted(path for pattern in patterns for path in folder.glob(f"**/{pattern}"))


def _one(folder: Path, name: str) -> Path:
    """Return the one file of that name in a folder or below it."""
    found = _files(folder, name)
    if not found:
        raise MissingFile(str(folder / name))
    return found[0]


def _json(path: Path) -> Any:
    """Return what a JSON file holds."""
    return json.loads(path.read_text("utf-8-sig"))


def _lines(path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the object of each line."""
    with path.open(encoding="utf-8-sig") as file:
        for line in file:
            if line.strip():
                yield json.loads(line, strict=False)


def _listed(value: Any) -> list[Any]:
    """Return a value that stands alone as a list of one, and nothing as an empty list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _flat(value: Any) -> list[str]:
    """Return the texts of a list that may hold lists."""
    return [text for entry in _listed(value) for text in (_flat(entry) if isinstance(entry, list) else [str(entry)])]


def _groups(answer: Any) -> tuple[tuple[str, ...], ...]:
    """Return an answer of RGB as groups: a list of texts are wordings of one, a list of lists are several parts."""
    entries: Sequence[Any] = _listed(answer)
    if any(isinstance(entry, list) for entry in entries):
        return tuple(tuple(_flat(entry)) for entry in entries)
    return (tuple(map(str, entries)),)
