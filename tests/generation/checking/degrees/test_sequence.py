"""What comes first and what after it: the same two things the other way round prove nothing."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.degrees.sequence import sequence_problems, sequences
from pipeline.generation.checking.reading.source import Source

PUMP = "新建泵站须先完成环评,后开工建设"
PAID = "资金在项目验收合格后拨付"


@pytest.mark.parametrize(
    ("text", "count"),
    [("先公示后审批", 1), ("公示后审批", 1), ("审批前须公示", 1), ("6月底前完成公示", 0), ("由市财政局牵头", 0)],
)
def test_sequences(text: str, count: int) -> None:
    assert len(sequences(text)) == count


@pytest.mark.parametrize(
    ("clause", "source", "flagged"),
    [
        ("先开工建设,后完成环评", PUMP, True),
        ("泵站开工建设后再完成环评", PUMP, True),
        ("泵站开工建设前须完成环评", PUMP, False),
        ("环评完成后方可开工建设", PUMP, False),
        ("资金拨付后再对项目组织验收", PAID, True),
        ("项目验收合格后拨付资金", PAID, False),
        ("先由财务处付款,再由审计处审核", "由审计处先行审核,再由财务处付款", True),
        ("先售后租", "先租后售", True),
        ("先租后售", "先租后售", False),
    ],
)
def test_one_after_the_other(clause: str, source: str, flagged: bool) -> None:
    assert bool(list(sequence_problems(clause, Source(source, "")))) is flagged


def test_leave_asked_for_afterwards() -> None:
    source = Source("压减顺序须经市发改委确认后方可执行。", "")
    assert list(sequence_problems("压减顺序可以先执行起来,过后再请市发改委确认", source))
