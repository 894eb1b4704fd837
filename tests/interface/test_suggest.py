"""Sample questions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.suggest import LONGEST, suggestions
from pipeline.minutes import EXAMPLE_MINUTES, Document


def test_every_sample_question_of_the_samples_is_answered(sample_home: Path) -> None:
    assistant = Assistant(load_settings(home=sample_home))
    documents = [assistant.show(entry.document_id)[1] for entry in assistant.entries()]
    asked = suggestions(documents, most=6)
    assert len({sample.about for sample in asked}) == 3
    refused = [sample.question for sample in asked if assistant.ask(sample.question).refused]
    assert not refused


def test_suggestions_are_made_from_what_the_document_states() -> None:
    bare = Document(file="a.txt", text="无", kind="other", name="甲")
    assert suggestions([bare]) == []
    asked = [sample.question for sample in suggestions([replace(EXAMPLE_MINUTES, kind="minutes")])]
    assert asked == ["《城区停车管理办法》有什么要求？"]


def test_a_lead_unit_is_asked_for_and_the_paper_named() -> None:
    first = EXAMPLE_MINUTES.items[0]
    second = replace(first, title="关于老街排水的汇报", outcomes=(), presenter=None)
    paper = replace(EXAMPLE_MINUTES, items=(first, second), document_number="第10期", name="镇长办公会议纪要")
    asked = suggestions([paper])
    assert [sample.question for sample in asked][1:] == ["老街排水的汇报由哪个单位牵头？"]
    assert {sample.about for sample in asked} == {"镇长办公会议纪要"}  # 「第10期」 tells nothing
    several = replace(second, points=(*first.points, replace(first.points[0], lead_units=("市水务局",))))
    assert len(suggestions([replace(paper, items=(first, several))])) == 1


def test_a_title_too_long_for_a_glance_makes_no_question() -> None:
    item = replace(EXAMPLE_MINUTES.items[0], title=f"《{'长' * LONGEST}办法》", presenter=None)
    assert suggestions([replace(EXAMPLE_MINUTES, items=(item,))]) == []


def test_it_is_asked_how_a_matter_was_decided_and_whose_meeting_it_was() -> None:
    first = EXAMPLE_MINUTES.items[0]
    matter = replace(first, title="关于老街排水改造", presenter=None)
    anything = replace(first, title="其他事项", presenter=None, outcomes=())
    meeting = replace(EXAMPLE_MINUTES.meeting, name="专题会议", chair="林一")
    paper = replace(EXAMPLE_MINUTES, items=(anything, matter), meeting=meeting, issuing_body="甲溪县水务局")
    asked = [sample.question for sample in suggestions([paper])]
    assert asked == ["老街排水改造是怎么定的？", "甲溪县水务局专题会议由谁主持？"]
