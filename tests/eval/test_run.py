"""A run asks every question once, keeps what came, goes on where it was cut off; the real product passes through it."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import FakeListChatModel

from eval.bench import Bench
from eval.records import RunFolder, load_records
from eval.run import examine, new_name, run
from eval.sets import GoldSet
from pipeline.config import ROOT
from pipeline.errors import BadRequest


@pytest.fixture
def folder(tmp_path: Path, small: GoldSet) -> RunFolder:
    made = RunFolder(tmp_path / "run")
    made.begin({}, [small])
    return made


def test_every_system_is_asked_every_question(small: GoldSet, folder: RunFolder) -> None:
    steps: list[tuple[int, int]] = []
    systems = ["product", "unchecked", "bm25"]
    run([small], folder, systems=systems, on_progress=lambda done, total, _: steps.append((done, total)))
    records = load_records(folder.folder)
    assert {(record["system"], record["id"]) for record in records} == {
        (name, question.id) for name in systems for question in small.questions
    }
    assert len(records) == 12
    assert (steps[0], steps[-1]) == ((0, 12), (12, 12))
    assert [record["error"] for record in records] == [None] * 12
    assert [score["style"] for score in folder.summaries()] == ["full", "brief"]


def test_a_set_that_is_not_compared_is_put_to_the_first_system_alone(small: GoldSet, folder: RunFolder) -> None:
    steps: list[tuple[int, int]] = []
    alone = replace(small, compared=False)
    told: list[str] = []

    def listen(done: int, total: int, what: str) -> None:
        steps.append((done, total))
        told.append(what)

    run([alone], folder, systems=["bm25", "stock"], everywhere=False, on_progress=listen)
    assert {record["system"] for record in load_records(folder.folder)} == {"bm25"}
    assert steps[-1] == (4, 4)
    assert told[-1] == "bm25 （留出题）"  # what is held out is not shown
    run([alone], folder, systems=["bm25", "stock"])
    assert len(load_records(folder.folder)) == 8


def test_of_a_set_some_questions_are_put_to_all_systems(small: GoldSet, folder: RunFolder) -> None:
    steps: list[tuple[int, int]] = []
    some = replace(small, compared=2)
    run([some], folder, systems=["bm25", "stock"], everywhere=False, on_progress=lambda *step: steps.append(step[:2]))
    asked = [(record["system"], record["id"]) for record in load_records(folder.folder)]
    ids = [question.id for question in small.questions]
    assert sorted(asked) == [*(("bm25", one) for one in ids), ("stock", ids[0]), ("stock", ids[2])]
    assert steps[-1] == (6, 6)


def test_what_is_there_is_not_asked_again(small: GoldSet, folder: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    run([small], folder, systems=["bm25"])
    before = (folder.folder / "records.jsonl").read_bytes()
    asked: list[str] = []
    monkeypatch.setattr("eval.run.examine", lambda question, *_: asked.append(question.id) or _record(question.id))
    run([small], folder, systems=["bm25"])
    assert (asked, (folder.folder / "records.jsonl").read_bytes()) == ([], before)
    lines = before.splitlines(keepends=True)
    (folder.folder / "records.jsonl").write_bytes(b"".join(lines[:2]) + lines[2][:30])
    folder.resume()
    run([small], folder, systems=["bm25"])
    assert asked == ["t3", "t4"]
    assert len(folder.summaries()) == 2


def _record(identity: str) -> dict[str, Any]:
    return {"system": "bm25", "id": identity, "split": "dev", "question": "？", "correct": True, "answer": None}


def test_a_fault_is_a_recorded_failure(small: GoldSet) -> None:
    class Broken:
        name = "product"

        def search(self, *_: object, **__: object) -> list[Any]:
            raise RuntimeError("断了")

        def ask(self, *_: object, **__: object) -> dict[str, Any]:
            return {
                "answer": "周明",
                "refused": False,
                "citations": [],
                "statements": [],
                "usage": {"calls": 2, "sent": 9},
            }

    record = examine(small.questions[0], Broken(), small.texts)
    assert record["error"] == "RuntimeError：断了"
    assert record["reasons"] == ["出错：RuntimeError：断了"]
    assert (record["calls"], record["characters"]) == (2, 9)
    assert (record["correct"], record["scores"]["hit@1"]) == (True, [0.0])


def test_a_model_s_calls_and_sentences_are_recorded(small: GoldSet, folder: RunFolder) -> None:
    reply = {"refused": False, "statements": [{"text": "由市城管局牵头，6月底前完成。", "sources": [1]}]}
    model = FakeListChatModel(responses=[json.dumps(reply, ensure_ascii=False)])
    run([small], folder, systems=["product"], mode="model", model=model)
    records = {record["id"]: record for record in load_records(folder.folder)}
    assert records["t2"]["answer"]["mode"] == "model"
    assert (records["t2"]["calls"], records["t2"]["correct"]) == (1, True)
    assert records["t2"]["characters"] > len(json.dumps(reply, ensure_ascii=False))
    assert (records["t3"]["calls"], records["t3"]["correct"]) == (0, True)  # a refusal is never put to a model


def test_a_run_is_called_after_its_time() -> None:
    assert new_name(datetime.datetime(2026, 1, 2, 3, 4, 5)) == "20260102-030405"


@pytest.mark.slow
def test_two_processes_find_what_one_finds(small: GoldSet, tmp_path: Path) -> None:
    found, summaries = [], []
    for jobs in (1, 2):
        folder = RunFolder(tmp_path / f"jobs{jobs}")
        folder.begin({}, [small])
        run([small], folder, systems=["product", "bm25", "stock"], jobs=jobs)
        records = load_records(folder.folder)
        found.append({(record["system"], record["id"]): _judged(record) for record in records})
        summaries.append(sorted((one["id"], one["style"], *one["covered"]) for one in folder.summaries()))
    assert found[0] == found[1]
    assert len(found[0]) == 12
    assert summaries[0] == summaries[1] == [("k1", "brief", 1.0), ("k1", "full", 1.0, 1.0)]


@pytest.mark.slow
def test_what_stops_another_process_is_told_in_this_one(small: GoldSet, folder: RunFolder) -> None:
    with pytest.raises(BadRequest, match=r"没有设模型.*评测没有做完"):
        run([small], folder, systems=["product", "dense"], mode="model", jobs=2)


def _judged(record: dict[str, Any]) -> tuple[Any, ...]:
    return record["correct"], record["scores"], record["answer"]["answer"], record["passages"]


def _processes_under(folder: Path) -> list[str]:
    """Return the processes whose temporary files go into a folder, where the system tells."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"TMPDIR={folder}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append(process.name)
        except OSError:  # another's, or gone already
            continue
    return found


@pytest.mark.slow
def test_a_run_that_was_killed_goes_on(gold: Path, documents: Path, tmp_path: Path) -> None:
    many = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    lines = [
        {**row, "id": f"{row['id']}-{turn}", "question": f"{row['question']}{turn}"}
        for turn in range(60)
        for row in many
    ]
    gold.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    command = [sys.executable, "-m", "eval", "run"]
    sets = ["--gold", str(gold), "--documents", str(documents), "--product-only", "--jobs", "2"]
    records = tmp_path / "run" / "records.jsonl"
    environment = {**os.environ, "TMPDIR": str(tmp_path)}  # what a killed run leaves behind goes with the test
    asked = [*command, *sets, "--out", str(tmp_path / "run")]
    begun = subprocess.Popen(asked, cwd=ROOT, stdout=subprocess.DEVNULL, env=environment)
    until = time.monotonic() + 400
    while not (records.exists() and records.read_bytes().count(b"\n") > 5) and time.monotonic() < until:
        time.sleep(0.02)
    begun.kill()
    begun.wait()
    before = records.read_bytes()
    done = before.count(b"\n")
    assert 5 < done < 240
    while _processes_under(tmp_path) and time.monotonic() < until:
        time.sleep(0.1)
    assert not _processes_under(tmp_path)  # nobody works on for a run that is gone
    finished = subprocess.run(
        [*command, "--resume", str(tmp_path / "run")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    assert "product" in finished.stdout
    ids = [record["id"] for record in load_records(records)]
    assert (len(ids), len(set(ids))) == (240, 240)
    assert records.read_bytes().startswith(before[: before.rfind(b"\n") + 1])


@pytest.fixture(scope="module")
def examined(bench: Bench, samples_set: GoldSet) -> list[dict[str, Any]]:
    """Ten questions over the samples, put to the real product."""
    chosen = {"g001", "g007", "g009", "g032", "g040", "g041", "g067", "g087", "g093", "g170"}
    asked = [question for question in samples_set.questions if question.id in chosen]
    return [examine(question, bench.product, samples_set.texts) for question in asked]


def test_the_product_answers_without_a_fault(examined: list[dict[str, Any]]) -> None:
    assert [record["error"] for record in examined] == [None] * 10
    assert all(len(record["passages"]) >= 10 for record in examined)


def test_the_product_cites_to_the_character(examined: list[dict[str, Any]]) -> None:
    observed = [value for record in examined for value in record["scores"].get("citation_verbatim", [])]
    assert observed
    assert set(observed) == {1.0}


def test_the_product_answers_plain_questions_of_the_record(examined: list[dict[str, Any]]) -> None:
    assert {record["id"]: record["reasons"] for record in examined if record["reasons"]} == {}
