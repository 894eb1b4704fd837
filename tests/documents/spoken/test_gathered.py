"""What an item has told so far."""

from __future__ import annotations

from pipeline.documents.context import Context
from pipeline.documents.spoken.gathered import Gathered
from pipeline.minutes import Span
from tests.documents.paper import paper


def test_a_verdict_is_kept_with_its_wording() -> None:
    told = Gathered(Context(paper("会议同意改造渡口。"), "2021-03-19"))
    told.state("approved", Span(0, 4))
    assert [(one.class_, one.text) for one in told.outcomes] == [("approved", "会议同意")]


def test_what_was_turned_down_is_no_task_for_a_line_beneath() -> None:
    sheet = paper("会议不同意扩建。县水利局6月底前检修水泵。")
    told = Gathered(Context(sheet, "2021-03-19"))
    told.points = [told.make(sheet.passage(0, 8)), told.make(sheet.passage(8, len(sheet.text)))]
    assert [(point.lead_units, only) for point, only in told.settle(numbered=False)] == [(("县水利局",), True)]
