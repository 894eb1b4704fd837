"""Labels in brackets before a paragraph: what they open is decided, line by line."""

from __future__ import annotations

import pytest

from pipeline.documents.matters.line_labels import decided_label
from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import rows
from tests.documents.paper import passage

HEAD = "榆泉水务集团总经理办公会纪要\n2023年5月9日，总经理郭远主持召开总经理办公会。\n议案1　泵站改造\n"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("【决议】同意。", "同意。"),
        ("〔会议要求〕 水厂先行停泵。", "水厂先行停泵。"),
        ("[落实事项]：水厂停泵。", "水厂停泵。"),
        ("【议定】", None),
        ("【汇报】水厂", None),
        ("【3】停车棚", None),
        ("〔牵头：水厂〕", None),
    ],
)
def test_labels(text: str, rest: str | None) -> None:
    own = passage(text)
    match = decided_label(own)
    assert (own.flat[match.end() :] if match else None) == rest


def test_each_labelled_paragraph_is_a_decision_without_its_label() -> None:
    told = parse_text(
        f"{HEAD}【汇报】生产部汇报，拟更换机组四台。\n【决议】原则同意改造方案，机组减为三台。\n"
        "【落实】设备验收前，不得支付尾款。\n【落实】工程部牵头，营业部配合，9月底前完成招标。\n"
        "【说明】副总经理李明对减少台数保留意见。\n"
    )
    found = [(row.text, row.outcomes, row.lead_units) for row in rows("d", told)]
    assert found == [
        ("原则同意改造方案，机组减为三台。", ("agreed_in_principle",), ()),
        ("设备验收前，不得支付尾款。", (), ()),
        ("工程部牵头，营业部配合，9月底前完成招标。", (), ("工程部",)),
    ]
