"""The folder of a run: what was run, one record a line as it comes, the figures at the end, the texts it rests on."""

from __future__ import annotations

import datetime
import hashlib
import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.sets import GoldSet
from pipeline.config import ROOT
from pipeline.errors import BadRequest, MissingFile

RUNS = ROOT / "eval" / "runs"
RECORDS, SUMMARIES, PLAN, FIGURES, TEXTS = "records.jsonl", "summaries.jsonl", "run.json", "summary.json", "texts.json"
HELD_OUT = "（留出题）"
"""Stands for a question of the test split wherever questions are shown."""
_NOT_A_RUN = "请给出 python -m eval run 写成的文件夹"


class RunFolder:
    """Where the records of one run stand; it may be read and gone on with after a kill at any moment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def begin(self, plan: Mapping[str, Any], sets: Sequence[GoldSet]) -> None:
        """Make the folder and note what is run and on which texts.

        Raises:
            BadRequest: it holds the records of another run.
        """
        if (self.folder / RECORDS).exists():
            raise BadRequest(f"{self.folder} 里已有一次评测的记录", instead="请另选文件夹，或用 --resume 接着跑")
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self.folder / TEXTS, {one.name: dict(one.texts) for one in sets})
        _write(self.folder / PLAN, plan)

    def resume(self) -> dict[str, Any]:
        """Return what the run was to do, after cutting off a line that was broken in the middle.

        Raises:
            MissingFile: there is no run in the folder.
            BadRequest: it cannot be read.
        """
        plan = self.plan()
        path = self.folder / RECORDS
        if path.exists():
            whole = path.read_bytes()
            end = whole.rfind(b"\n") + 1
            if end < len(whole):
                path.write_bytes(whole[:end])
        return plan

    def plan(self) -> dict[str, Any]:
        """Return what the run was to do.

        Raises:
            MissingFile, BadRequest: there is no run in the folder, or it cannot be read.
        """
        return _read(self.folder / PLAN)

    def append(self, record: Mapping[str, Any]) -> None:
        """Write one record, at once."""
        with (self.folder / RECORDS).open("a", encoding="utf-8") as file:
            file.write(json.dumps(_lean(record), ensure_ascii=False) + "\n")

    def append_summaries(self, scores: Iterable[Mapping[str, Any]]) -> None:
        """Write what summaries of items were found to tell."""
        with (self.folder / SUMMARIES).open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(score, ensure_ascii=False) + "\n" for score in scores)

    def known(self) -> set[tuple[str, str]]:
        """Return system and id of every record that is there."""
        path = self.folder / RECORDS
        return {(entry["system"], entry["id"]) for entry in load_records(self.folder)} if path.exists() else set()

    def summaries(self) -> list[dict[str, Any]]:
        """Return what summaries of items were found to tell; one that was held twice, after a kill, counts once."""
        path = self.folder / SUMMARIES
        scores = [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []
        return list({(score["id"], score["style"]): score for score in scores}.values())

    def texts(self) -> dict[str, dict[str, str]]:
        """Return the documents of each set by base name."""
        return _read(self.folder / TEXTS)

    def finish(self, figures: Mapping[str, Any]) -> None:
        """Write the figures."""
        _write(self.folder / FIGURES, figures)

    def figures(self) -> dict[str, Any]:
        """Return the figures.

        Raises:
            MissingFile: the run was not finished.
        """
        return _read(self.folder / FIGURES)


def latest_run(runs: Path = RUNS) -> Path:
    """Return the folder of the latest run that was finished.

    Raises:
        MissingFile: there is none.
    """
    found = sorted(path.parent for path in runs.glob(f"*/{FIGURES}") if (path.parent / PLAN).is_file())
    if not found:
        raise MissingFile(str(runs / "*" / FIGURES))
    return found[-1]


def load_records(run: Path, *, system: str | None = None) -> list[dict[str, Any]]:
    """Read the records of a run, of one system or of all, named by its folder or by its `records.jsonl`.

    Raises:
        MissingFile: no such run.
        BadRequest: the file holds no records, or none of that system.
    """
    path = run / RECORDS if run.is_dir() else run
    try:
        records = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
        if not records or not all("correct" in record and "system" in record for record in records):
            raise ValueError
    except FileNotFoundError:
        raise MissingFile(str(path)) from None
    except (ValueError, TypeError):
        raise BadRequest(f"{path} 不是评测记录", instead=_NOT_A_RUN) from None
    chosen = [record for record in records if system in (None, record["system"])]
    if not chosen:
        held = "、".join(dict.fromkeys(record["system"] for record in records))
        raise BadRequest(f"{path} 中没有 {system} 的记录", instead=f"其中有：{held}")
    return chosen


def wording(record: Mapping[str, Any]) -> str:
    """Return the question of a record as it may be shown; one that nobody is to look at is not told."""
    return HELD_OUT if record["split"] == "test" else str(record["question"])


def provenance(sets: Sequence[GoldSet], *, encoder: str, mode: str, model: str) -> dict[str, Any]:
    """Return what a run rests on: when, which questions and documents (hashes), encoder, model, versions."""
    from importlib.metadata import version

    from pipeline.retrieval.encode import load_encoder

    packages = ("chromadb", "langchain-core", "tantivy", "numpy")
    return {
        "made": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
        "gold": _hash("".join(repr((one.questions, one.points)) for one in sets)),
        "documents": {one.name: {file: _hash(text) for file, text in one.texts.items()} for one in sets},
        "encoder": load_encoder(encoder).name,
        "mode": mode,
        "model": model if mode == "model" else "",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in packages},
    }


def _hash(text: str) -> str:
    """Return a short hash."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _lean(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a record of another system than the product without the passages that it would show."""
    answer = record["answer"]
    if record["system"] == "product" or not answer:
        return record
    return {**record, "answer": {name: value for name, value in answer.items() if name != "nearest"}}


def _read(path: Path) -> dict[str, Any]:
    """Return a JSON object from a file of a run."""
    try:
        tree = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise MissingFile(str(path)) from None
    except ValueError:
        raise BadRequest(f"{path} 无法读取", instead=_NOT_A_RUN) from None
    if not isinstance(tree, dict):
        raise BadRequest(f"{path} 无法读取", instead=_NOT_A_RUN)
    return tree


def _write(path: Path, tree: Mapping[str, Any]) -> None:
    """Write a JSON object so that a kill leaves the old file or the new one."""
    partial = path.with_name(f"{path.name}.partial")
    partial.write_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n", "utf-8")
    partial.replace(path)
