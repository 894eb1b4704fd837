"""Holds units and the reading of duties against invented names, pairs and sentences (`eval/data/units/`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.parsing import Score
from pipeline.documents.text.clean import Passage, fold

UNITS = Path(__file__).parent / "data" / "units"


def score_units(folder: Path) -> list[Score]:
    """Score the names, pairs and sentences of a folder: `units.jsonl`, `pairs.jsonl`, `sentences.jsonl`.

    Raises:
        FileNotFoundError: one of them is missing.
    """
    scores: list[Score] = []
    for number, entry in enumerate(_entries(folder / "units.jsonl"), start=1):
        scores += _names(entry, f"名称{number}")
    for number, entry in enumerate(_entries(folder / "pairs.jsonl"), start=1):
        scores.append(_pair(entry, f"两名{number}"))
    for number, entry in enumerate(_entries(folder / "sentences.jsonl"), start=1):
        scores += _sentence(entry, f"句{number}")
    return scores


def _entries(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _names(entry: Mapping[str, Any], name: str) -> Iterator[Score]:
    """Score whether each short and each former name is known to mean the unit."""
    from pipeline.documents.duties.units import same_unit

    for field in ("short", "former"):
        for other in entry[field]:
            value = float(same_unit(entry["name"], other))
            yield Score(name, f"names.{field}", value, other if value else "", f"{entry['name']}＝{other}")


def _pair(entry: Mapping[str, Any], name: str) -> Score:
    """Score whether two names are rightly taken for one unit or for two."""
    from pipeline.documents.duties.units import same_unit

    got = same_unit(entry["a"], entry["b"])
    sign = {True: "＝", False: "≠"}
    return Score(
        name,
        "pairs.same" if entry["same"] else "pairs.different",
        float(got == entry["same"]),
        f"{entry['a']}{sign[got]}{entry['b']}",
        sign[entry["same"]],
    )


def _sentence(entry: Mapping[str, Any], name: str) -> Iterator[Score]:
    """Score the units that a sentence names, and who leads and supports in it."""
    from pipeline.documents.duties.extract import lead_units, support_units
    from pipeline.documents.duties.units import find_units

    text = entry["text"]
    passage = Passage(fold(text), range(len(text)))
    found = {
        "units": [unit for _, unit in find_units(text)],
        "lead": [text[unit.span.start : unit.span.end] for unit in lead_units(passage)],
        "support": [text[unit.span.start : unit.span.end] for unit in support_units(passage)],
    }
    for field, got in found.items():
        yield from _members(name, field, got, entry[field], text)


def _members(name: str, field: str, got: Sequence[str], wanted: Sequence[str], text: str) -> Iterator[Score]:
    have, want = {fold(one) for one in got}, {fold(one) for one in wanted}
    for one in sorted(have):
        yield Score(name, f"{field}.precision", float(one in want), one, "" if one in want else f"（{text}）")
    for one in sorted(want):
        yield Score(name, f"{field}.recall", float(one in have), "", f"{one}（{text}）")
