"""Asks a model once more for the sentences that failed their check, all together, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.errors import ModelError
from pipeline.generation.model.chat_model import complete
from pipeline.generation.model.prompting import load_prompt
from pipeline.generation.model.reply import parse_rewrites

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

    from pipeline.generation.cite import Statement
    from pipeline.generation.model.patience import Clock

SCHEMA: dict[str, Any] = {
    "title": "rewrite",
    "description": "改写后的句子，逐句注明编号和出处",
    "type": "object",
    "additionalProperties": False,
    "required": ["statements"],
    "properties": {
        "statements": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["number", "text", "sources"],
                "properties": {
                    "number": {"type": "integer"},
                    "text": {"type": "string"},
                    "sources": {"type": "array", "items": {"type": "integer"}},
                },
            },
        },
    },
}


@dataclass(frozen=True, slots=True)
class Rewritten:
    """New wordings by the index (from 0) of the failed sentence: text, and the numbers of its passages.

    `prompt_hash` is that of the prompt that asked for them.
    """

    wordings: Mapping[int, tuple[str, tuple[int, ...]]]
    prompt_hash: str


def rewrite(
    failed: Sequence[Statement],
    *,
    question: str,
    evidence: str,
    model: BaseChatModel,
    config: RunnableConfig | None,
    clock: Clock,
) -> Rewritten:
    """Return new wordings of the failed sentences.

    One call of the model. A sentence that the model gives up is missing; so are all where the server does not answer.

    Args:
        failed: the sentences with what the check found in them.
        question: the question as it was asked.
        evidence: the numbered passages, as the model reads them.
        model: the chat model.
        config: callbacks and tags of the caller's run.
        clock: what is left of the time for the answer.

    Raises:
        PromptError: the prompt is missing or its variables do not agree.
    """
    prompt = load_prompt("rewrite", variables=frozenset({"evidence", "failed", "question"}))
    listed = "\n".join(
        f"{number}. {_one_line(statement.text)}\n   原因：{_reasons(statement)}"
        for number, statement in enumerate(failed, start=1)
    )
    messages = prompt.fill(question=question, evidence=evidence, failed=listed)
    try:
        text = complete(model, messages, schema=SCHEMA, config=config, clock=clock)
    except ModelError:  # the answer goes on without: what failed is replaced by the document's words, or dropped
        return Rewritten({}, prompt.hash)
    found = parse_rewrites(text, count=len(failed))
    return Rewritten({number - 1: wording for number, wording in found.items()}, prompt.hash)


def _reasons(statement: Statement) -> str:
    return _one_line("；".join(dict.fromkeys(problem.message for problem in statement.problems)))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
