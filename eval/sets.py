"""The question sets: which questions stand over which folders of documents, read from one list, chosen from by name."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.decisions import Decision, load_decisions
from eval.gold import SPLITS, ItemPoints, Question, load_points, load_questions
from pipeline.config import ROOT
from pipeline.documents.read import READABLE, read_file
from pipeline.errors import BadRequest, MissingFile

SETS = ROOT / "eval" / "data" / "sets.toml"
"""The list of sets; paths in it are relative to its folder."""
TODAY = datetime.date(2024, 12, 31)
"""The day from which 去年 is counted unless a set says another, so that tomorrow's run gives what today's gave."""
_MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """One question set (题集): its questions, key points and decisions, and the library that the questions are put to.

    `files` are the documents by base name, `texts` their texts as the public interface counts their characters.
    `compared` is how many of the questions a run that names no systems puts to all of them, not to the product alone:
    all (true), none (false), or so many, evenly spread.
    """

    name: str
    files: Mapping[str, Path]
    texts: Mapping[str, str]
    questions: tuple[Question, ...]
    points: tuple[ItemPoints, ...] = ()
    decisions: tuple[Decision, ...] = ()
    today: datetime.date = TODAY
    compared: bool | int = True

    @property
    def compared_questions(self) -> tuple[Question, ...]:
        """The questions that are put to every system."""
        if isinstance(self.compared, bool):
            return self.questions if self.compared else ()
        return self.questions[:: max(1, round(len(self.questions) / self.compared))]


def load_sets(manifest: Path = SETS, *, names: Sequence[str] = ()) -> list[GoldSet]:
    """Read the sets that a list names, all or those with the names given.

    Raises:
        MissingFile: the list, a file or a folder is not there.
        BadRequest: the list cannot be read, or has no set of that name.
    """
    try:
        listed = tomllib.loads(manifest.read_text("utf-8"))
    except FileNotFoundError:
        raise MissingFile(str(manifest)) from None
    except tomllib.TOMLDecodeError as error:
        raise BadRequest(f"{manifest.name} 无法读取（{error}）", instead="写法见 eval/data/README.md") from None
    for name in names:
        if name not in listed:
            raise BadRequest(f"没有题集 {name}", instead=f"可选：{'、'.join(listed)}")
    return [_listed(name, entry, manifest) for name, entry in listed.items() if not names or name in names]


def one_set(questions: Path, documents: Path, *, points: Path | None = None, name: str = "gold") -> GoldSet:
    """Return a set that no list names: a file of questions over a folder of documents."""
    files = find_files(documents)
    return GoldSet(
        name=name,
        files=files,
        texts=load_texts(files),
        questions=tuple(load_questions(questions, name=name)),
        points=tuple(load_points(points, name=name)) if points else (),
    )


def decided_set(decisions: Path, documents: Path, *, name: str = "ledger") -> GoldSet:
    """Return a set that no list names and that asks nothing: a file of decisions over a folder of documents."""
    files = find_files(documents)
    return GoldSet(
        name=name,
        files=files,
        texts=load_texts(files),
        questions=(),
        decisions=tuple(load_decisions(decisions, name=name)),
    )


def find_files(*folders: Path) -> dict[str, Path]:
    """Return every readable file right in some folders by base name.

    Raises:
        MissingFile: no such folder, or nothing readable in it.
        BadRequest: two folders hold a file of one name.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        files = [path for path in sorted(folder.glob("*")) if path.suffix.lower() in READABLE and path.is_file()]
        if not files:
            raise MissingFile(str(folder / "*.txt"))
        if twice := [path.name for path in files if path.name in found]:
            raise BadRequest(f"两个文件夹里都有 {twice[0]}", instead="同一题集的文件请不要重名")
        found |= {path.name: path.resolve() for path in files}
    return found


def load_texts(files: Mapping[str, Path]) -> dict[str, str]:
    """Return the text of files by base name: decoded, without BOM, ends as newlines.

    UTF-8 texts are read without the product's reader, so that a fault of it is seen.

    Raises:
        DocumentError: a file cannot be read.
    """
    return {name: _text(path) for name, path in files.items()}


def choose(
    sets: Sequence[GoldSet], *, split: str = "all", only: Sequence[str] = (), limit: int | None = None
) -> list[GoldSet]:
    """Return the sets with the questions of a split and of the types named (all where none is), at most `limit`.

    Raises:
        BadRequest: no such split, or a type that no question has.
    """
    if split not in (*SPLITS, "all"):
        raise BadRequest(f"没有 {split} 这一部分", instead=f"可选：{'、'.join((*SPLITS, 'all'))}")
    known = sorted({question.type for one in sets for question in one.questions})
    for name in only:
        if name not in known:
            raise BadRequest(f"没有题型 {name}", instead=f"可选：{'、'.join(known)}")
    left = limit
    chosen = []
    for one in sets:
        questions = [
            question
            for question in one.questions
            if split in ("all", question.split) and (not only or question.type in only)
        ][:left]
        left = None if left is None else left - len(questions)
        points = tuple(entry for entry in one.points if split in ("all", entry.split)) if not only else ()
        decisions = tuple(entry for entry in one.decisions if split in ("all", entry.split))
        chosen.append(replace(one, questions=tuple(questions), points=points, decisions=decisions))
    return chosen


def questions_of(sets: Sequence[GoldSet]) -> Iterator[Question]:
    """Yield the questions of all sets in order."""
    for one in sets:
        yield from one.questions


def _listed(name: str, entry: Mapping[str, Any], manifest: Path) -> GoldSet:
    """Return a set of the list."""
    home = manifest.parent
    try:
        folders = [entry["documents"]] if isinstance(entry["documents"], str) else entry["documents"]
        files = find_files(*(home / folder for folder in folders))
        questions, points, decisions = (entry.get(kind) for kind in ("questions", "points", "decisions"))
        if questions is None and decisions is None:
            raise KeyError("questions")
        return GoldSet(
            name=name,
            files=files,
            texts=load_texts(files),
            questions=tuple(load_questions(home / questions, name=name)) if questions else (),
            points=tuple(load_points(home / points, name=name)) if points else (),
            decisions=tuple(load_decisions(home / decisions, name=name)) if decisions else (),
            today=entry.get("today", TODAY),
            compared=entry.get("compared", False),
        )
    except (KeyError, TypeError) as error:
        raise BadRequest(f"{manifest.name} 的 {name} 缺少 {error}", instead="写法见 eval/data/README.md") from None


def _text(path: Path) -> str:
    """Return the text of one file."""
    if path.suffix.lower() == ".txt":
        try:
            return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:  # GB18030 and the like
            pass
    return read_file(path, max_bytes=_MAX_BYTES).text
