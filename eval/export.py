"""Writes the records of a run as the single-turn samples that ragas reads, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eval.metrics import CONTEXT
from eval.records import RunFolder, load_records

REFUSAL = "文件没有载明。"
"""The reference where a question must be refused."""


def write_samples(run: Path, *, out: Path, system: str = "product") -> Path:
    """Write the samples of one system of a run and return where.

    Raises:
        MissingFile, BadRequest: no such run, or none of that system.
    """
    texts = RunFolder(run).texts()
    samples = [sample(record, texts.get(record["set"], {})) for record in load_records(run, system=system)]
    out.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in samples), "utf-8")
    return out


def sample(record: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """Return one sample: the fields of ragas' `SingleTurnSample`, and our id beside them.

    `retrieved_contexts` are the passages found, as far as a context of 4,000 characters goes.
    """
    contexts, left = [], CONTEXT
    for passage in record["passages"]:
        if left <= 0:
            break
        text = texts.get(passage["file"], "")[passage["start"] : passage["end"]][:left]
        contexts.append(text)
        left -= len(text)
    return {
        "id": record["id"],
        "user_input": "\n".join([*record["history"], record["question"]]),
        "retrieved_contexts": contexts,
        "reference_contexts": [piece["quote"] for piece in record["evidence"]],
        "response": str((record["answer"] or {}).get("answer", "")),
        "reference": reference(record),
    }


def reference(record: Mapping[str, Any]) -> str:
    """Return the right answer in words."""
    if record["refused"]:
        return REFUSAL
    return "；".join(dict.fromkeys([*record["answers"][:1], *record["must_include"]]))
