"""The last accepted run, below which quality must not fall: what is kept of it, and whether a run holds against it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.metrics import Figure, paired
from eval.records import RunFolder, load_records, wording
from eval.totals import MEASURES
from pipeline.config import ROOT
from pipeline.errors import BadRequest, MissingFile

BASELINE = ROOT / "eval" / "data" / "baseline.json"
GUARDED = (
    "accuracy",
    "accuracy_strict",
    "refusal_recall",
    "false_refusal",
    "hit@1",
    "recall@10",
    "ndcg@10",
    "evidence_recall",
    "citation_precision",
    "citation_recall",
    "citation_verbatim",
    "verified",
    "short",
)
"""What must not fall; an observation of each is kept for each question (the mean where there are several)."""
FALLS_UP = frozenset({"false_refusal"})
"""Measures that are worse when they rise."""
NEVER = frozenset({"citation_verbatim"})
"""Measures of which one question lost is one too many."""

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a run holds against the accepted one.

    `fallen` are the measures that fell beyond noise, with the change, `worse` the ids of the questions that are worse
    by each of them; `lost` and `gained` the questions answered rightly before and now not, and the reverse, by id and
    wording; `both` how many questions were compared, `altered` ids whose question or gold has changed, `missing` ids
    that the run did not ask.
    """

    both: int
    fallen: Mapping[str, Figure]
    worse: Mapping[str, Sequence[str]]
    lost: Sequence[tuple[str, str]]
    gained: Sequence[tuple[str, str]]
    altered: Sequence[str]
    missing: Sequence[str]

    @property
    def held(self) -> bool:
        """Whether nothing fell beyond noise."""
        return not self.fallen

    @property
    def text(self) -> str:
        """The verdict as lines for a terminal."""
        lines = [f"与认可的成绩对照 {self.both} 题：得 {len(self.gained)}，失 {len(self.lost)}。"]
        lines.append("没有超出偶然的退步。" if self.held else "退步超出偶然：")
        for measure, change in self.fallen.items():
            span = f"[{change.low * 100:+.1f}, {change.high * 100:+.1f}]"
            lines.append(f"  {MEASURES[measure]} {change.value * 100:+.1f} {span} n={change.n}")
            lines.append(f"    退步的题：{' '.join(self.worse[measure])}")
        lines += [f"  失 {identity} {question}" for identity, question in self.lost]
        lines += [f"  得 {identity} {question}" for identity, question in self.gained]
        if self.altered:
            lines.append(f"题目或答案已改动，未计：{' '.join(self.altered)}")
        if self.missing:
            lines.append(f"这次没有问，未计：{len(self.missing)} 题")
        return "\n".join(lines)


def accept(run: Path, target: Path | None = None) -> Path:
    """Keep of a run what later ones are held against, and return where.

    Raises:
        BadRequest: the run has faults; what cannot be asked cannot be accepted.
    """
    records = load_records(run, system="product")
    if faults := [record["id"] for record in records if record["error"]]:
        raise BadRequest(f"有 {len(faults)} 题出错：{' '.join(faults)}", instead="改正后再认可")
    plan = RunFolder(run).plan()
    questions = {record["id"]: _kept(record) for record in sorted(records, key=lambda record: str(record["id"]))}
    tree = {"made": plan["provenance"]["made"], "encoder": plan["provenance"]["encoder"], "mode": plan["mode"]}
    path = target or BASELINE
    lines = ",\n".join(f" {_json(identity)}: {_json(kept)}" for identity, kept in questions.items())
    path.write_text(f'{{"about": {_json(tree)},\n"questions": {{\n{lines}\n}}}}\n', "utf-8")
    return path


def load_baseline(path: Path | None = None) -> dict[str, Any]:
    """Return the accepted questions by id.

    Raises:
        MissingFile: no run was accepted yet.
        BadRequest: the file cannot be read.
    """
    path = path or BASELINE
    try:
        tree = json.loads(path.read_text("utf-8"))
        questions: dict[str, Any] = tree["questions"]
    except FileNotFoundError:
        raise MissingFile(str(path)) from None
    except (ValueError, KeyError, TypeError):
        raise BadRequest(f"{path} 不是认可的成绩", instead="请用 python -m eval accept 写成") from None
    return questions


def hold(baseline: Mapping[str, Mapping[str, Any]], records: Sequence[Record]) -> Verdict:
    """Hold the records of a run against the accepted ones, over the questions that both have.

    A measure fell beyond noise where the 95 % interval of its mean change lies below nothing; of what must never be,
    one question suffices.
    """
    now = {str(record["id"]): record for record in records}
    shared = [identity for identity in baseline if identity in now]
    altered = [identity for identity in shared if baseline[identity]["gold"] != _gold(now[identity])]
    pairs = {identity: (baseline[identity], _kept(now[identity])) for identity in shared if identity not in altered}
    fallen = {}
    for measure in GUARDED:
        change = _change(measure, list(pairs.values()))
        worst = 0.0 if change is None else change.value if measure in NEVER else change.high
        if change is not None and worst < 0:
            fallen[measure] = change
    named = {identity: (identity, wording(now[identity])) for identity in pairs}
    return Verdict(
        both=len(pairs),
        fallen=fallen,
        worse={
            measure: [identity for identity, (old, new) in pairs.items() if _step(measure, old, new) < 0]
            for measure in fallen
        },
        lost=[named[identity] for identity, (old, new) in pairs.items() if _right(old) and not _right(new)],
        gained=[named[identity] for identity, (old, new) in pairs.items() if _right(new) and not _right(old)],
        altered=altered,
        missing=[identity for identity in baseline if identity not in now],
    )


def _change(measure: str, pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> Figure | None:
    """Return the mean change of a measure, better upwards, over the questions to which it applies in both."""
    steps = [_step(measure, old, new) for old, new in pairs if _apply(measure, old, new)]
    return paired([0.0] * len(steps), steps)


def _step(measure: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> float:
    """Return by how much one question is better than before, nothing where the measure does not apply."""
    if not _apply(measure, old, new):
        return 0.0
    change = float(new["scores"][measure] - old["scores"][measure])
    return -change if measure in FALLS_UP else change


def _apply(measure: str, *kept: Mapping[str, Any]) -> bool:
    """Tell whether a measure applies to a question in both runs."""
    return all(measure in one["scores"] for one in kept)


def _kept(record: Record) -> dict[str, Any]:
    """Return what is kept of a record: a mark of its gold, and its guarded scores."""
    scores = {name: values for name in GUARDED if (values := record["scores"].get(name))}
    return {
        "gold": _gold(record),
        "scores": {name: round(sum(values) / len(values), 4) for name, values in scores.items()},
    }


def _gold(record: Record) -> str:
    """Return a mark that changes with what a question is judged by."""
    import hashlib

    fields = ("question", "history", "answers", "must_include", "must_not_include", "refused", "evidence")
    judged = json.dumps([record[field] for field in fields], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(judged.encode()).hexdigest()[:12]


def _right(kept: Mapping[str, Any]) -> bool:
    """Tell whether a question was answered rightly."""
    return bool(kept["scores"]["accuracy"] == 1.0)


def _json(value: Any) -> str:
    """Return a value on one line."""
    return json.dumps(value, ensure_ascii=False)
