"""Removal with undo, and corrections: by the verbs, over real documents, kept over a later ingest."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.errors import BadRequest, UnknownDocument

TEXT = """柳溪县人民政府第3次常务会议纪要
2021年3月8日，县长周明主持召开会议，孙平参加。
一、讨论《停车办法》
会议原则通过。
二、审议《河道保洁办法》
会议同意该办法。
"""


@pytest.fixture
def assistant(home: Path, tmp_path: Path) -> Assistant:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    made = Assistant(load_settings(home=home))
    assert not made.ingest([tmp_path / "a.txt"]).failed
    return made


def test_a_removal_is_undone(assistant: Assistant) -> None:
    [entry] = assistant.entries()
    before = assistant.show(entry.document_id)
    assert assistant.remove([entry.document_id, "d0"], by="王敏").removed == (entry.document_id,)
    assert assistant.entries() == []
    [removed] = assistant.upkeep.removed()
    assert assistant.upkeep.restore(removed.document_id).by == "王敏"
    again = assistant.show(entry.document_id)
    assert again[1] == before[1] and again[0].source == before[0].source
    assert assistant.upkeep.removed() == []
    assert assistant.ask("第3次常务会议由谁主持？").citations
    with pytest.raises(UnknownDocument, match="库中没有文件"):
        assistant.upkeep.restore(entry.document_id)


def test_what_stands_in_the_place_of_a_removed_one_is_not_overwritten(assistant: Assistant, tmp_path: Path) -> None:
    [entry] = assistant.entries()
    assistant.remove([entry.document_id])
    (tmp_path / "a.txt").write_text(TEXT.replace("原则通过", "暂缓审议"), encoding="utf-8")
    assistant.ingest([tmp_path / "a.txt"])
    with pytest.raises(BadRequest, match="文库中已有一份"):
        assistant.upkeep.restore(entry.document_id)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assistant.remove([entry.document_id])
    (tmp_path / "b.txt").write_text(TEXT.replace("原则通过", "暂缓审议"), encoding="utf-8")
    assistant.ingest([tmp_path / "b.txt"])
    with pytest.raises(BadRequest, match="内容相同"):
        assistant.upkeep.restore(entry.document_id)


def test_a_correction_is_kept_over_a_later_ingest(assistant: Assistant, tmp_path: Path) -> None:
    [entry] = assistant.entries()
    upkeep = assistant.upkeep
    assert upkeep.correct(entry.document_id, "chair", "孙平", by="王敏").meeting.chair == "孙平"
    assert "孙平" in assistant.ask("第3次常务会议由谁主持？").answer
    (tmp_path / "a.txt").write_text(TEXT.replace("该办法。", "该办法，按程序印发。"), encoding="utf-8")
    assert assistant.ingest([tmp_path / "a.txt"]).replaced
    assert assistant.show(entry.document_id)[1].meeting.chair == "孙平"
    held = upkeep.corrections(entry.document_id)["chair"]
    assert (held.value, held.former, held.by) == ("孙平", "周明", "王敏")
    assert upkeep.undo(entry.document_id, "chair", by="王敏").meeting.chair == "周明"
    assert upkeep.undo(entry.document_id, "chair", by="王敏").meeting.chair == "周明"
    assert [act.action for act in upkeep.history(entry.document_id)] == ["correct", "undo"]


def test_corrections_lie_one_over_the_other(assistant: Assistant) -> None:
    [entry] = assistant.entries()
    start = assistant.show(entry.document_id)[1].items[0].start
    from pipeline.documents.amend import lines

    document = assistant.upkeep.as_parsed(entry.document_id)
    assistant.upkeep.correct(entry.document_id, "items", lines(document, [start]), by="王敏")
    assistant.upkeep.correct(entry.document_id, "date", "2021-03-09", by="王敏")
    both = assistant.show(entry.document_id)[1]
    assert len(both.items) == 1 and both.meeting.date == "2021-03-09"
    assert len(assistant.upkeep.undo(entry.document_id, "items", by="王敏").items) == 2
    assert assistant.show(entry.document_id)[1].meeting.date == "2021-03-09"


def test_what_the_text_does_not_bear_changes_nothing(assistant: Assistant) -> None:
    [entry] = assistant.entries()
    with pytest.raises(BadRequest, match="原文中找不到"):
        assistant.upkeep.correct(entry.document_id, "chair", "钱某某", by="王敏")
    assert assistant.upkeep.history(entry.document_id) == []


def test_emptying_the_bin(assistant: Assistant) -> None:
    [entry] = assistant.entries()
    assistant.remove([entry.document_id])
    assistant.upkeep.forget([entry.document_id])
    assert assistant.upkeep.removed() == []
