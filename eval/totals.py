"""Adds records up: every measure over all questions and by type, style and document, and the tables that show it."""

from __future__ import annotations

import statistics
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from eval.gold import STYLES, TYPES
from eval.metrics import figure

Record = Mapping[str, Any]

MEASURES: dict[str, str] = {
    "hit@1": "命中@1",
    "hit@3": "命中@3",
    "hit@5": "命中@5",
    "mrr": "MRR",
    "evidence_recall": "4000字内依据召回",
    "accuracy": "回答正确率",
    "accuracy_folded": "回答正确率（数字归一）",
    "accuracy_strict": "答对、引对且篇幅合格率",
    "answered_accuracy": "可答题正确率",
    "complete": "要素齐全率",
    "list_exact": "列举题全对率",
    "count_exact": "计数题正确率",
    "refusal_recall": "应拒尽拒率",
    "false_refusal": "误拒率（越低越好）",
    "citation_verbatim": "引文逐字一致率",
    "citation_supported": "引文命中依据率",
    "citation_recall": "依据引全率",
    "verified": "语句核验通过率",
    "verbatim": "语句照录原文率",
    "short": "篇幅合格率",
}
"""Every measure with its Chinese name, in the order of the table."""

_COLUMNS = ("accuracy", "accuracy_strict", "hit@1", "hit@5", "mrr", "evidence_recall", "citation_supported")
_GROUPS: dict[str, Callable[[Record], str]] = {
    "type": lambda record: str(record["type"]),
    "style": lambda record: str(record["style"]),
    "document": lambda record: "、".join(record["documents"]) or "-",
}


def summarize(records: Sequence[Record], *, systems: Sequence[str]) -> dict[str, Any]:
    """Return the summary of a run: figures of each system, overall and by group, times, faults and failing ids.

    The first system's results stand in the records themselves, those of the others under their names.
    """
    first = systems[0]
    views = {name: records if name == first else [{**record, **record[name]} for record in records] for name in systems}
    return {
        "questions": len(records),
        "systems": {name: _figures(view) for name, view in views.items()},
        "milliseconds": {name: _times(view) for name, view in views.items()},
        "failing": [record["id"] for record in records if not record["correct"]],
        "faults": _faults(records),
        "not_verbatim": [record["id"] for record in records if 0.0 in record["scores"].get("citation_verbatim", ())],
    }


def table_text(summary: Mapping[str, Any]) -> str:
    """Return the tables for a terminal: every measure for each system, then the first system by type and by style."""
    systems: Mapping[str, Any] = summary["systems"]
    rows = [["", *(f"{name}  [95% 区间]  n" for name in systems)]]
    for measure, label in MEASURES.items():
        cells = [_cell(figures["overall"].get(measure)) for figures in systems.values()]
        if any(cells):
            rows.append([label, *cells])
    parts = [_aligned(rows)]
    (_, shown), *_ = systems.items()
    for group, names in (("type", TYPES), ("style", STYLES)):
        parts.append(_aligned(_by_group(shown[group], names)))
    times = "；".join(f"{name} 中位 {value['median']} 毫秒" for name, value in summary["milliseconds"].items())
    parts.append(f"用时（仅供参考，随机器而异）：{times}")
    return "\n\n".join(parts)


def _figures(records: Sequence[Record]) -> dict[str, Any]:
    """Return every measure over all records and within each group."""
    found: dict[str, Any] = {"overall": _measured(records)}
    for group, named in _GROUPS.items():
        members: dict[str, list[Record]] = {}
        for record in records:
            members.setdefault(named(record), []).append(record)
        found[group] = {name: _measured(entries) for name, entries in sorted(members.items())}
    return found


def _measured(records: Sequence[Record]) -> dict[str, Any]:
    """Return the figure of every measure that applies."""
    figures = {name: figure([record["scores"].get(name, []) for record in records]) for name in MEASURES}
    return {name: value.to_json() for name, value in figures.items() if value is not None}


def _faults(records: Sequence[Record]) -> dict[str, list[str]]:
    """Return every fault with the ids of the questions on which it came up."""
    faults: dict[str, list[str]] = {}
    for record in records:
        if record["error"]:
            faults.setdefault(record["error"], []).append(record["id"])
    return faults


def _times(records: Sequence[Record]) -> dict[str, float]:
    """Return the median and the longest time of an answer, in milliseconds."""
    taken = [float(record["milliseconds"]) for record in records] or [0.0]
    return {"median": round(statistics.median(taken), 1), "longest": round(max(taken), 1)}


def _by_group(groups: Mapping[str, Mapping[str, Any]], names: Mapping[str, str]) -> list[list[str]]:
    """Return the rows of a table with one group a line."""
    rows = [["", "n", *(MEASURES[measure] for measure in _COLUMNS)]]
    for group, figures in groups.items():
        cells = [_percent(figures[measure]["value"]) if measure in figures else "" for measure in _COLUMNS]
        rows.append([f"{names.get(group, group)} {group}", str(figures["accuracy"]["n"]), *cells])
    return rows


def _cell(value: Mapping[str, float] | None) -> str:
    """Return a figure with its interval and n."""
    if value is None:
        return ""
    return f"{_percent(value['value'])}  [{_percent(value['low'])}–{_percent(value['high'])}]  {value['n']}"


def _percent(value: float) -> str:
    """Return a share in per cent."""
    return f"{value * 100:.1f}"


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as columns; a Chinese character is two columns wide."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _width(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
