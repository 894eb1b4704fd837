from __future__ import annotations

from pipeline.documents.told_facts import facts_in_list, facts_in_section
from tests.documents.paper import blocks


def test_a_numbered_list_tells_the_facts_until_the_matters_begin() -> None:
    found = blocks("一、会议时间：3月2日\n二、参加人员：\n主持人：周明\n三、会议内容：\n（一）水价\n地点：不变。")
    assert [block.passage.flat for block in facts_in_list(found)] == [
        "会议时间:3月2日",
        "参加人员:",
        "主持人:周明",
        "会议内容:",
    ]


def test_a_section_on_how_the_meeting_was_held_tells_them_too() -> None:
    found = blocks("一、会议召开情况\n3月2日召开。\n二、审议情况\n会议同意。")
    assert [block.passage.flat for block in facts_in_section(found, 0)] == ["3月2日召开。"]
    assert facts_in_section(blocks("一、水价\n会议同意。"), 0) == []
