"""Finding among documents in the way: a meeting that is named is told from its near twins."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.distractors import TWIN_SHARE, originals, write
from pipeline.assistant import Assistant
from pipeline.config import ROOT, load_settings

SAMPLES = ROOT / "data" / "minutes"


def test_the_same_seed_writes_the_same_documents_a_third_of_them_near_twins(tmp_path: Path) -> None:
    kept = originals([SAMPLES])
    assert kept
    twins = write(tmp_path / "a", count=30, seed=3, of=[SAMPLES])
    write(tmp_path / "b", count=30, seed=3, of=[SAMPLES])
    texts = [[path.read_text("utf-8") for path in sorted((tmp_path / name).iterdir())] for name in "ab"]
    assert texts[0] == texts[1]
    assert twins == 30 // TWIN_SHARE
    first = texts[0][0]
    assert all(title in first for title, _ in kept[0].matters)
    assert kept[0].body in first
    assert str(kept[0].year) not in re.sub(r"《[^》]*》", "", first), "a twin is of another year"


@pytest.mark.slow
def test_a_named_meeting_is_found_among_three_hundred_others(tmp_path: Path) -> None:
    assistant = Assistant(load_settings(home=tmp_path / "home"))
    assistant.ingest([SAMPLES])
    own = {entry.file: entry for entry in assistant.entries() if entry.meeting_number}
    agenda = assistant.catalogue.agenda()
    write(tmp_path / "others", count=300, seed=1, of=[SAMPLES])
    assistant.ingest([tmp_path / "others"])
    asked = found = 0
    for file, entry in own.items():
        for item in (item for item in agenda if item.document_id == entry.document_id):
            hits = assistant.search(f"第{entry.meeting_number}次常务会议，{item.title}有什么要求？", k=1)
            asked += 1
            found += bool(hits) and (hits[0].file, hits[0].item) == (file, item.label)
    assert asked > 10
    assert found >= 0.9 * asked
