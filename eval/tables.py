"""The tables of a run for a terminal: the systems side by side, every measure of the first, and its groups."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from eval.gold import STYLES, TYPES
from eval.systems import SYSTEMS
from eval.totals import COSTS, MEASURES, SUMMARY_MEASURES

COLUMNS = (
    "accuracy",
    "accuracy_strict",
    "refusal_recall",
    "false_refusal",
    "hit@1",
    "hit@5",
    "recall@10",
    "ndcg@10",
    "evidence_recall",
    "citation_precision",
)
"""The measures of the tables that hold systems or groups against each other."""
HEADS = {
    "accuracy": "答对",
    "accuracy_strict": "答对引对",
    "refusal_recall": "应拒尽拒",
    "false_refusal": "误拒",
    "hit@1": "命中@1",
    "hit@5": "命中@5",
    "recall@10": "召回@10",
    "ndcg@10": "nDCG@10",
    "evidence_recall": "4000字",
    "citation_precision": "引文查准",
}
"""What heads their columns."""
_NAMES = {"type": TYPES, "style": STYLES, "split": {"dev": "开发", "test": "留出"}}


def tables(figures: Mapping[str, Any]) -> str:
    """Return the tables: systems, measures of the first, its groups, summaries, times."""
    systems: Mapping[str, Any] = figures["systems"]
    name, first = next(iter(systems.items()))
    parts = [_head(figures), aligned(_systems(figures)), aligned(_measures(first))]
    parts += [aligned(_by_group(first[group], _NAMES.get(group))) for group in ("set", "type", "style")]
    if figures["summaries"]:
        parts.append(aligned(_of_summaries(figures["summaries"])))
    taken = figures["milliseconds"][name]
    parts.append(f"{name} 用时（随机器而异）：中位 {taken['median']} 毫秒，95% 在 {taken['p95']} 毫秒内")
    return "\n\n".join(part for part in parts if part)


def _head(figures: Mapping[str, Any]) -> str:
    """Return what the first table is over, where the first system was asked more than the others."""
    compared = figures["compared"]
    if compared["questions"] == figures["questions"]:
        return ""
    return f"对照：{'、'.join(compared['sets'])}，各系统同 {compared['questions']} 题；其后各表是本程序的全部题目"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as columns; a Chinese character is two columns wide.

    >>> aligned([["甲", "1"], ["b", "2"]])
    '甲  1\\nb   2'
    """
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def percent(value: float) -> str:
    """Return a share in per cent."""
    return f"{value * 100:.1f}"


def _systems(figures: Mapping[str, Any]) -> list[list[str]]:
    """Return one row for each system: its figures, and how many questions the first gains and loses against it."""
    head = ["", "", "n", *(HEADS[measure] for measure in COLUMNS), "本程序多对", "少对", "差值 [95% 区间]", "p"]
    rows = [head]
    for name, overall in figures["compared"]["systems"].items():
        worth = figures["worth"].get(name)
        cells = [percent(overall[measure]["value"]) if measure in overall else "" for measure in COLUMNS]
        change = worth.get("accuracy") if worth else None
        told = ["", "", "", ""]
        if worth and change:
            span = f"{_points(change['value'])} [{_points(change['low'])}, {_points(change['high'])}]"
            told = [str(worth["gains"]), str(worth["losses"]), span, f"{worth['p']:.3f}"]
        rows.append([name, SYSTEMS.get(name, name), str(overall.get("accuracy", {}).get("n", 0)), *cells, *told])
    return rows


def _measures(first: Mapping[str, Any]) -> list[list[str]]:
    """Return one row for each measure of the first system: over everything and, where there are both, by split."""
    splits = first["split"] if len(first["split"]) > 1 else {}
    rows = [["", "全部  [95% 区间]  n", *(f"{_NAMES['split'].get(name, name)} {name}" for name in splits)]]
    for measure, label in {**MEASURES, **COSTS}.items():
        if measure not in first["overall"]:
            continue
        shown = _share if measure in MEASURES else _mean
        rows.append([label, shown(first["overall"][measure]), *(shown(own.get(measure)) for own in splits.values())])
    return rows


def _by_group(groups: Mapping[str, Mapping[str, Any]], names: Mapping[str, str] | None) -> list[list[str]]:
    """Return the rows of a table with one group a line."""
    rows = [["", "n", *(HEADS[measure] for measure in COLUMNS)]]
    for group, figures in groups.items():
        cells = [percent(figures[measure]["value"]) if measure in figures else "" for measure in COLUMNS]
        title = f"{names.get(group, group)} {group}" if names else group
        rows.append([title, str(figures["accuracy"]["n"]), *cells])
    return rows


def _of_summaries(styles: Mapping[str, Mapping[str, Any]]) -> list[list[str]]:
    """Return one row for each style of summary."""
    rows = [["摘要", *(f"{label}  [95% 区间]  n" for label in SUMMARY_MEASURES.values())]]
    for style, own in styles.items():
        views = {style: own} | {f"  {_NAMES['split'][name]} {name}": view for name, view in own["split"].items()}
        rows += [[label, *(_share(view.get(name)) for name in SUMMARY_MEASURES)] for label, view in views.items()]
    return rows


def _share(value: Mapping[str, float] | None) -> str:
    """Return a share with its interval and n."""
    if value is None:
        return ""
    return f"{percent(value['value'])}  [{percent(value['low'])}–{percent(value['high'])}]  {value['n']}"


def _mean(value: Mapping[str, float] | None) -> str:
    """Return a mean with its interval and n."""
    if value is None:
        return ""
    return f"{value['value']:.1f}  [{value['low']:.1f}–{value['high']:.1f}]  {value['n']}"


def _points(value: float) -> str:
    """Return a difference of shares in percentage points, with its sign."""
    return f"{value * 100:+.1f}"


def _width(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
