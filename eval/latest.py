"""The latest run's figures as plain values, for whoever shows them: one call, nothing heavy is imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.gold import STYLES, TYPES
from eval.metrics import Figure
from eval.records import RUNS, RunFolder, latest_run, load_records
from eval.systems import SYSTEMS
from eval.totals import COSTS, MEASURES

_NAMES: dict[str, Mapping[str, str]] = {"type": TYPES, "style": STYLES, "split": {"dev": "开发题", "test": "留出题"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemFigures:
    """One system: its name in Chinese, the figure of each measure, and by how much the product is better."""

    key: str
    name: str
    figures: Mapping[str, Figure]
    product_better_by: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of questions (kind `split`, `type`, `style` or `document`) with the product's accuracy on it."""

    kind: str
    key: str
    name: str
    accuracy: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A question of the dev split that was answered wrongly, and why."""

    id: str
    question: str
    answer: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestRun:
    """The latest finished run; `labels` gives the Chinese name of each measure, in the order to show them."""

    folder: Path
    made: str
    mode: str
    model: str
    questions: int
    labels: Mapping[str, str]
    systems: tuple[SystemFigures, ...]
    groups: tuple[Group, ...]
    failures: tuple[Failure, ...]


def latest(runs: Path = RUNS) -> LatestRun:
    """Return the figures of the latest finished run; failures of the test split are left out.

    Raises:
        MissingFile: nothing was run yet.
    """
    folder = latest_run(runs)
    tree = RunFolder(folder).figures()
    made, (first, *_) = tree["provenance"], tree["systems"].values()
    return LatestRun(
        folder=folder,
        made=made["made"],
        mode=made["mode"],
        model=made["model"],
        questions=tree["questions"],
        labels={**MEASURES, **COSTS},
        systems=tuple(_system(key, own, tree["worth"]) for key, own in tree["systems"].items()),
        groups=tuple(
            Group(kind=kind, key=key, name=_NAMES.get(kind, {}).get(key, key), accuracy=Figure(**own["accuracy"]))
            for kind in ("split", "type", "style", "document")
            for key, own in first[kind].items()
        ),
        failures=tuple(_failures(folder, next(iter(tree["systems"])))),
    )


def _system(key: str, own: Mapping[str, Any], worth: Mapping[str, Any]) -> SystemFigures:
    """Return the figures of one system."""
    better = worth.get(key, {}).get("accuracy")
    return SystemFigures(
        key=key,
        name=SYSTEMS.get(key, key),
        figures={name: Figure(**value) for name, value in own["overall"].items()},
        product_better_by=Figure(**better) if better else None,
    )


def _failures(folder: Path, system: str) -> list[Failure]:
    """Return the dev questions that a system answered wrongly."""
    return [
        Failure(
            id=record["id"],
            question=record["question"],
            answer=str((record["answer"] or {}).get("answer", "")),
            reasons=tuple(record["reasons"]),
        )
        for record in load_records(folder, system=system)
        if not record["correct"] and record["split"] == "dev"
    ]
