"""What goes where a brief draft has no room, and what stays: conditions, limits, reservations."""

from __future__ import annotations

import pytest

from pipeline.generation.draft import Sentence
from pipeline.generation.summary.terse import first_of, in_few_words, terse
from pipeline.generation.summary.told import Told
from pipeline.generation.summary.weighed import Detail


def _detail(text: str) -> Detail:
    return Detail(0, Told(Sentence(f"{text}。", ())), 5.0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("由甲局牵头，乙局、丙局配合，9月底前完成招标", "由甲局牵头，9月底前完成招标"),
        ("甲局牵头、乙局配合，9月底前完成招标", "甲局牵头，9月底前完成招标"),
        ("由甲局根据会议讨论意见修改，报市委审定", "由甲局修改，报市委审定"),
        ("因分工调整，专班组长由李某改为王某", "专班组长由李某改为王某"),
        ("待验收合格后拨付余款30万元", "待验收合格后拨付余款30万元"),
        ("乙局认为难以配合，持保留意见", "乙局认为难以配合，持保留意见"),
        ("根据第2号批复，拨付86万元", "根据第2号批复，拨付86万元"),
    ],
)
def test_who_supports_and_why_goes_and_conditions_stay(text: str, said: str) -> None:
    assert terse(text) == said
    assert in_few_words(_detail(text)).text == said


@pytest.mark.parametrize(
    "text",
    [
        "甲局6月底前拨付首期资金2000万元，但不得用于支付利息",
        "全市计划改造小区62个，已经完成的有39个，其余进度滞后",
        "人事科将乡镇岗位服务期由三年调整为五年，自10月1日起施行",
        "市财政局对6月底前拨付2000万元持保留意见，建议缓办",
    ],
    ids=["a limit", "what was reported", "from when on", "a reservation"],
)
def test_what_may_not_be_cut_off(text: str) -> None:
    assert first_of(_detail(text)) is None
