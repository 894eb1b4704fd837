"""Each step of reading a question narrows the documents, and notes where it was told to."""

from __future__ import annotations

from dataclasses import replace

from pipeline.generation.understanding.narrowing import Reading
from tests.generation.understanding.test_scope import FIRST, LIBRARY, SECOND


def test_a_step_narrows_and_notes_its_place() -> None:
    reading = Reading("第12次常务会议由谁主持", LIBRARY)  # type: ignore[arg-type]
    reading.meeting_numbers()
    assert [entry.document_id for entry in reading.entries] == [FIRST.document_id]
    assert reading.filters == {"meeting": 12}
    assert reading.mentions == [(0, 8)]


def test_minutes_whose_meeting_has_no_name_have_its_number_all_the_same() -> None:
    nameless = replace(SECOND, document_id="d9", meeting_name=None, meeting_number=12, issuing_body="桐城县人民政府")
    reading = Reading("第12次常务会议由谁主持", (*LIBRARY, nameless))  # type: ignore[arg-type]
    reading.meeting_numbers()
    assert [entry.document_id for entry in reading.entries] == [FIRST.document_id, "d9"]


def test_what_no_document_is_leaves_all_and_is_missing() -> None:
    reading = Reading("第99次常务会议由谁主持", LIBRARY)  # type: ignore[arg-type]
    reading.meeting_numbers()
    assert reading.missing == "第99次常务会议"
    assert len(reading.entries) == len(LIBRARY)


def test_steps_work_on_what_the_ones_before_left() -> None:
    reading = Reading("临政纪〔2022〕2号，郑远航主持的会议", LIBRARY)  # type: ignore[arg-type]
    reading.document_numbers()
    reading.chairs()
    assert [entry.document_id for entry in reading.entries] == [SECOND.document_id]
    assert "chair" not in reading.filters
