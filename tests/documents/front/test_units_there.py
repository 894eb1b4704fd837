"""Units that sat at a meeting without anybody named."""

from __future__ import annotations

import pytest

from pipeline.documents.front.units_there import units_there
from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import rows
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("列席：招生办、基建处、远山建设（总包）负责人", {"招生办", "基建处", "远山建设"}),
        ("县水务局、县林业局等单位负责同志参加会议。", {"县水务局", "县林业局"}),
        ("出席：县长高明远，副县长梁秋月", set()),
        ("各有关单位负责人参加会议。", set()),
        ("白石区、清河县负责人列席。", set()),
        ("招生办、基建处要抓紧落实。", set()),
    ],
)
def test_units_of_the_lists(text: str, units: set[str]) -> None:
    assert units_there([passage(text)]) == units


def test_one_leads_or_helps_by_its_bare_name() -> None:
    text = (
        "南岭产业园指挥部工作例会纪要\n时间：2025年6月9日\n主持：高明远\n参会人员：征迁协调组、要素服务组、远山建设负责人；"
        "云溪镇负责人\n记录：梁秋月\n一、征迁扫尾\n会议明确，由云溪镇牵头，征迁协调组配合，6月20日前完成7户签约。\n"
        "二、道路建设\n会议要求远山建设3日内完成3条隐患整改。"
    )
    first, second = rows("d", parse_text(text))
    assert (first.lead_units, first.support_units) == (("云溪镇",), ("征迁协调组",))
    assert (second.lead_units, second.deadline_text) == (("远山建设",), "3日内")
