"""The samples that ragas reads hold question, contexts, answer and reference."""

from __future__ import annotations

import json
from pathlib import Path

from eval.export import REFUSAL, write_samples
from eval.metrics import CONTEXT
from eval.records import load_records

from .conftest import TEXT, Keep, Written


def test_samples_hold_what_ragas_reads(keep: Keep, written: Written, tmp_path: Path) -> None:
    path = write_samples(keep(written), out=tmp_path / "ragas.jsonl")
    first, _, refusal, away = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert first["user_input"] == "停车管理办法是谁汇报的？"
    assert first["response"] == "由市城管局局长周明汇报。"
    assert first["reference"] == "周明"
    assert first["reference_contexts"] == ["市城管局局长周明"]
    assert first["retrieved_contexts"] == [TEXT[: TEXT.index("\n二、")], TEXT[TEXT.index("\n二、") :]]
    assert refusal["reference"] == REFUSAL
    assert (away["user_input"], away["response"]) == ("绿化工作汇报说了什么？\n那哪个局补种？", "")


def test_contexts_go_as_far_as_the_limit(keep: Keep, written: Written, tmp_path: Path) -> None:
    from eval.export import sample

    (record, *_) = load_records(keep(written))
    record["passages"] = [{"file": "长.txt", "start": 0, "end": 3000}] * 3
    contexts = sample(record, {"长.txt": "长" * 3000})["retrieved_contexts"]
    assert [len(context) for context in contexts] == [3000, CONTEXT - 3000]
