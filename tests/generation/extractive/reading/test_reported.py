"""Who reported is told by a sentence that speaks of a report, and such a sentence alone tells little else."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.reading.candidates import asked_of
from pipeline.generation.extractive.reading.pairing import Place, Reading
from pipeline.generation.extractive.reading.reported import lacks_report, only_reports
from pipeline.generation.understanding.question import understand
from pipeline.minutes import Span
from tests.generation.extractive.reading.counties import TODAY


def reading(assistant: Assistant, text: str, said: str) -> Reading:
    question = understand(text, entries=assistant.entries(), today=datetime.date.fromisoformat(TODAY))
    entry = assistant.entries()[0]
    source = Source(entry, assistant.catalogue.document(entry.document_id))
    return Reading(asked_of(question), question, Place(source, None, Span(0, len(said)), said))


@pytest.mark.parametrize(
    ("text", "said", "only"),
    [
        pytest.param("灯塔修缮花多少钱", "会议听取了县交通局局长闵舟的汇报。", True, id="nothing else"),
        pytest.param("灯塔修缮会上提到什么", "会议听取了县交通局局长闵舟的汇报。", False, id="asks of what was spoken"),
        pytest.param("灯塔修缮谁配合", "会议听取了县交通局局长闵舟的汇报。", True, id="who does something"),
        pytest.param("灯塔修缮花多少钱", "会上听取了闵舟关于灯塔的汇报。", True, id="heard at the meeting"),
        pytest.param("灯塔修缮花多少钱", "县交通局局长闵舟汇报，需136万元。", False, id="and an amount"),
    ],
)
def test_a_bare_report_answers_nothing_else(counties: Assistant, text: str, said: str, only: bool) -> None:
    assert only_reports(reading(counties, text, said)) is only


@pytest.mark.parametrize(
    ("text", "said", "lacks"),
    [
        pytest.param("灯塔修缮是谁汇报的", "由县交通局修改方案。", True, id="who mends it"),
        pytest.param("灯塔修缮是谁来讲的", "自9月1日起22:00熄灯，由灯塔站值守。", True, id="an hour is no colon"),
        pytest.param("灯塔修缮是谁来讲的", "县交通局局长闵舟汇报。", False, id="who reported"),
        pytest.param("灯塔修缮归谁管", "由县交通局修改方案。", False, id="no report is asked for"),
    ],
)
def test_who_reported_is_told_by_a_report(counties: Assistant, text: str, said: str, lacks: bool) -> None:
    assert lacks_report(reading(counties, text, said)) is lacks
