from __future__ import annotations

import pytest

from pipeline.documents.matters.item_likeness import levels_of
from tests.documents.paper import blocks


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("一、绿道养护：市园林局局长韩松汇报了起草情况。会议同意。", True),
        ("一、绿道养护。市园林局汇报，现有步道不足。会议同意。", True),
        ("一、绿道养护：会议原则通过该办法。", True),
        (
            "一、绿道养护：由市园林局牵头，市城管局、市公安局、市财政局按照职责分工配合，6月底前完成方案的修订，并向市政府报告，确保年内落实到位。",
            False,
        ),
        ("一、压实责任：各区县要定期报告。", False),
    ],
    ids=["somebody reported", "behind a stop", "the meeting passed it", "a task", "a duty to report"],
)
def test_a_title_that_runs_into_its_record_reads_as_an_item(text: str, like: bool) -> None:
    (level,) = levels_of(blocks(text))
    assert (level.score >= 0.45) is like
