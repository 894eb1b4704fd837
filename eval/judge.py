"""An optional judge: a chat model of its own says which answers are right, beside the scores that need none."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic_settings import SettingsConfigDict

from eval.export import reference
from eval.metrics import Figure, figure
from eval.records import HELD_OUT, load_records, wording
from eval.run import OnProgress
from pipeline.config import Settings
from pipeline.errors import BadRequest, ModelError
from pipeline.generation.model.chat_model import complete, load_model, model_name
from pipeline.generation.model.prompting import load_prompt

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

JUDGED = "judge.jsonl"
SCHEMA = {
    "title": "judgement",
    "type": "object",
    "properties": {"right": {"type": "boolean"}, "reason": {"type": "string"}},
    "required": ["right", "reason"],
    "additionalProperties": False,
}


class JudgeSettings(Settings):
    """The settings of the judge: those of the product under `JIYAO_JUDGE_`, such as `JIYAO_JUDGE_MODEL`."""

    model_config = SettingsConfigDict(env_prefix="JIYAO_JUDGE_", env_file=".env", extra="ignore", frozen=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the judge says of one answer; `right` is `None` where it said nothing that can be read."""

    id: str
    right: bool | None
    reason: str
    scored: bool
    held_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judged run: the share that the judge calls right, and how often it agrees with the score."""

    model: str
    opinions: Sequence[Opinion]

    @property
    def right(self) -> Figure | None:
        """The share of right answers among those judged."""
        return figure([[float(one.right)] for one in self.opinions if one.right is not None])

    @property
    def agreement(self) -> Figure | None:
        """How often judge and score say the same."""
        return figure([[float(one.right == one.scored)] for one in self.opinions if one.right is not None])

    @property
    def text(self) -> str:
        """The result as lines for a terminal, the questions on which the two differ named."""
        lines = [f"评判模型 {self.model}，{len(self.opinions)} 题"]
        for name, value in (("评判为对", self.right), ("与自动评分一致", self.agreement)):
            if value is not None:
                lines.append(f"{name} {value.value:.1%} [{value.low:.1%}–{value.high:.1%}] n={value.n}")
        for one in self.opinions:
            if one.right is None:
                lines.append(f"  未评 {one.id}：{one.reason}")
            elif one.right != one.scored:
                why = HELD_OUT if one.held_out else f"，{one.reason}"
                lines.append(f"  不一致 {one.id}：评判{'对' if one.right else '错'}{why}")
        return "\n".join(lines)


def judge_model() -> BaseChatModel:
    """Return the judge that the settings name.

    Raises:
        BadRequest: they name none.
        SettingsError: the name is not one that LangChain knows.
    """
    model = load_model(JudgeSettings())
    if model is None:
        raise BadRequest("没有设评判模型", instead="请设 JIYAO_JUDGE_MODEL（及 JIYAO_JUDGE_MODEL_BASE_URL、_API_KEY）")
    return model


def judge_run(run: Path, model: BaseChatModel, *, on_progress: OnProgress | None = None) -> Judged:
    """Put every answer of the product in a run to the judge, keep what it says beside the records, and return it."""
    records = load_records(run, system="product")
    opinions = []
    with (run / JUDGED).open("w", encoding="utf-8") as file:
        for done, record in enumerate(records):
            if on_progress is not None:
                on_progress(done, len(records), wording(record))
            opinion = judge(record, model)
            opinions.append(opinion)
            file.write(json.dumps(asdict(opinion), ensure_ascii=False) + "\n")
            file.flush()
    return Judged(model=model_name(model), opinions=opinions)


def judge(record: Mapping[str, Any], model: BaseChatModel) -> Opinion:
    """Return what the judge says of one answer."""
    prompt = load_prompt("judge", variables=frozenset({"question", "answer", "reference", "evidence"}))
    answer = record["answer"] or {"answer": "", "refused": False}
    messages = prompt.fill(
        question="\n".join([*record["history"], record["question"]]),
        answer=f"{'（拒答）' if answer['refused'] else ''}{answer['answer']}",
        reference="应拒答" if record["refused"] else reference(record),
        evidence="\n".join(piece["quote"] for piece in record["evidence"]) or "（没有）",
    )
    try:
        right, reason = _read(complete(model, messages, schema=SCHEMA))
    except ModelError as error:
        right, reason = None, str(error)
    held_out = record["split"] == "test"
    return Opinion(id=record["id"], right=right, reason=reason, scored=bool(record["correct"]), held_out=held_out)


def _read(reply: str) -> tuple[bool | None, str]:
    """Return verdict and reason of a reply; what cannot be read is no verdict."""
    match = re.search(r"\{.*\}", reply, re.DOTALL)
    try:
        tree = json.loads(match[0]) if match else {}
    except ValueError:
        tree = {}
    right = tree.get("right") if isinstance(tree, dict) else None
    return (right, str(tree.get("reason", ""))) if isinstance(right, bool) else (None, "回复无法读取")
