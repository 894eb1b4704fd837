"""A statement gives nobody another duty than its source does."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.acts.deeds import deed_problems
from pipeline.generation.checking.reading.source import Source


@pytest.mark.parametrize(
    ("said", "source", "verb"),
    [
        ("临时信号灯的设置由交警大队监督", "临时信号灯由交警大队负责设置。", "监督"),
        ("食堂菜价由工会制定", "工会对食堂菜价进行监督。", "制定"),
        ("消防通道由物业公司验收", "消防通道由物业公司负责清理。", "验收"),
        ("县供销社收购仓库", "县供销社使用仓库。", "收购"),
        ("河堤缺口由乡政府设计", "河堤缺口由乡政府负责封堵。", "设计"),
        ("校车由运管所采购", "校车由运管所负责年检。", "采购"),
    ],
)
def test_another_duty_is_flagged(said: str, source: str, verb: str) -> None:
    assert [problem.text for problem in deed_problems(said, Source(source, ""))] == [verb]


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("食堂菜价由工会督促", "工会对食堂菜价进行监督。"),
        ("实施细则由人事科拟定", "人事科负责起草实施细则。"),
        ("原有围墙由街道拆除", "原有围墙由街道拆掉。"),
        ("市市场监督管理局负责此事", "由市市场监管局负责。"),
        ("听取《关于验收工作的汇报》", "会议听取了《关于验收工作的汇报》。"),
        ("聘请法律顾问由办公室负责", "由办公室聘请法律顾问。"),
    ],
)
def test_the_same_duty_in_other_words_is_not(said: str, source: str) -> None:
    assert list(deed_problems(said, Source(source, ""))) == []
