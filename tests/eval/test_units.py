"""The score of units: what counts as known, as one body, and as found in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.parsing import Score, misses
from eval.units import UNITS, score_units


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    def write(name: str, *entries: dict[str, Any]) -> None:
        lines = [json.dumps(entry, ensure_ascii=False) for entry in entries]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")

    write("units.jsonl", {"name": "市水务局", "short": ["水务局", "某某办"], "former": ["市水利局"]})
    write("pairs.jsonl", {"a": "财政局", "b": "税务局", "same": False}, {"a": "财政局", "b": "税务局", "same": True})
    sentence = "由市财政局牵头，市审计局配合。"
    write("sentences.jsonl", {"text": sentence, "units": ["市财政局"], "lead": ["市财政局"], "support": ["市教育局"]})
    return tmp_path


def test_right_and_wrong_answers(folder: Path) -> None:
    values: dict[str, list[float]] = {}
    for one in score_units(folder):
        values.setdefault(one.field, []).append(one.value)
    assert values == {
        "names.short": [1.0, 0.0],
        "names.former": [1.0],
        "pairs.different": [1.0],
        "pairs.same": [0.0],
        "units.precision": [0.0, 1.0],
        "units.recall": [1.0],
        "lead.precision": [1.0],
        "lead.recall": [1.0],
        "support.precision": [0.0],
        "support.recall": [0.0],
    }


def test_a_miss_shows_the_sentence(folder: Path) -> None:
    wrong: list[Score] = [one for one in score_units(folder) if one.field == "support.recall"]
    assert "市教育局（由市财政局牵头，市审计局配合。）" in misses(wrong)


def test_the_command_prints_the_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["units", str(folder), "--misses"]) == 0
    assert "names.former" in capsys.readouterr().out


def test_what_is_kept_here_can_be_read() -> None:
    lines = {file.name: len(file.read_text("utf-8").splitlines()) for file in UNITS.glob("*.jsonl")}
    assert lines == {"units.jsonl": 487, "pairs.jsonl": 176, "sentences.jsonl": 169}
