"""Holds two runs against each other: which questions were gained, which were lost, and whether that can be chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from eval.metrics import Figure, mcnemar, paired
from eval.records import HELD_OUT
from eval.totals import MEASURES

Record = Mapping[str, Any]
CHANGING = (
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
)
"""Measures whose change is shown with its interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One question whose judgement changed: what was answered before, what now, and why one of them is wrong."""

    id: str
    question: str
    before: str
    after: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two runs over the questions that both have.

    `alone` counts the questions that only one has, `altered` are ids whose question or gold differs and which are left
    out; `changes` is the mean change of each measure with its paired interval.
    """

    both: int
    correct: tuple[int, int]
    gains: tuple[Change, ...]
    losses: tuple[Change, ...]
    alone: int
    altered: tuple[str, ...]
    changes: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def p(self) -> float:
        """The exact two-sided p of McNemar's test."""
        return mcnemar(len(self.gains), len(self.losses))

    @property
    def text(self) -> str:
        """The comparison as lines for a terminal."""
        before, after = self.correct
        lines = [f"共同的题 {self.both}：答对 {before} → {after}，得 {len(self.gains)}，失 {len(self.losses)}"]
        lines.append(f"McNemar 精确检验（双侧）p = {self.p:.4f}")
        for name, moved in self.changes.items():
            span = f"[{moved.low * 100:+.1f}, {moved.high * 100:+.1f}]"
            lines.append(f"{MEASURES[name]}：{moved.value * 100:+.1f} {span} n={moved.n}")
        if self.alone:
            lines.append(f"只在一次评测中出现的题 {self.alone}，未计")
        if self.altered:
            lines.append(f"题目或答案已改动，未计：{'、'.join(self.altered)}")
        for title, changes in (("得", self.gains), ("失", self.losses)):
            for change in changes:
                lines.append(f"\n{title} {change.id} {change.question}")
                if change.question != HELD_OUT:
                    lines += [f"  前：{change.before}", f"  后：{change.after}", f"  因：{'；'.join(change.reasons)}"]
        return "\n".join(lines)


def compare(before: Sequence[Record], after: Sequence[Record], *, with_test: bool = False) -> Comparison:
    """Compare two runs question by question, by id; of what is held out the id alone is told, unless `with_test`."""
    old = {record["id"]: record for record in before}
    new = {record["id"]: record for record in after}
    shared = [identity for identity in old if identity in new]
    altered = tuple(identity for identity in shared if _gold(old[identity]) != _gold(new[identity]))
    pairs = [(old[identity], new[identity]) for identity in shared if identity not in altered]

    def told(one: Record, other: Record) -> Change:
        if one["split"] == "test" and not with_test:
            return Change(id=one["id"], question=HELD_OUT, before="", after="", reasons=())
        return _change(one, other)

    return Comparison(
        both=len(pairs),
        correct=(sum(bool(one["correct"]) for one, _ in pairs), sum(bool(other["correct"]) for _, other in pairs)),
        gains=tuple(told(one, other) for one, other in pairs if other["correct"] and not one["correct"]),
        losses=tuple(told(one, other) for one, other in pairs if one["correct"] and not other["correct"]),
        alone=len(old.keys() ^ new.keys()),
        altered=altered,
        changes={name: change for name in CHANGING if (change := _change_of(name, pairs)) is not None},
    )


def _change_of(measure: str, pairs: Sequence[tuple[Record, Record]]) -> Figure | None:
    """Return the mean change of a measure over the questions to which it applies in both runs."""
    both = [(one["scores"][measure], other["scores"][measure]) for one, other in pairs if _applies(measure, one, other)]
    return paired([old[0] for old, _ in both], [new[0] for _, new in both])


def _applies(measure: str, *records: Record) -> bool:
    """Tell whether a measure applies to a question in both runs."""
    return all(record["scores"].get(measure) for record in records)


def _gold(record: Record) -> tuple[Any, ...]:
    """Return what a question is judged by."""
    fields = ("question", "history", "answers", "must_include", "must_not_include", "refused")
    return tuple(record[field] for field in fields)


def _change(before: Record, after: Record) -> Change:
    """Return what became of one question."""
    return Change(
        id=before["id"],
        question=before["question"],
        before=_said(before),
        after=_said(after),
        reasons=tuple(before["reasons"] or after["reasons"]),
    )


def _said(record: Record) -> str:
    """Return what was answered, on one line."""
    answer = record["answer"]
    return " / ".join(str(answer["answer"]).splitlines()) if answer else f"（{record['error']}）"
