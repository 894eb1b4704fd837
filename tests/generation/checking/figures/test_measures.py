"""The role of a figure: by or to how much, against when, each or in all, left or done, by when."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.figures.measures import measure_problems
from pipeline.generation.checking.reading.source import Source


@pytest.mark.parametrize(
    ("clause", "source", "flagged"),
    [
        ("标准提高了10元", "标准由8元提高到10元", True),
        ("标准提高到8元", "标准由8元提高到10元", True),
        ("标准提高到10元", "标准由8元提高到10元", False),
        ("收入同比增长3%", "收入环比增长3%", True),
        ("收入环比增长3%", "收入环比增长3%", False),
        ("投资比上年增加120亿元", "完成投资120亿元", True),
        ("剩余32个", "已完成32个,剩余18个", True),
        ("剩余18个", "已完成32个,剩余18个", False),
        ("两方各承担360万元", "360万元由两方分担", True),
        ("收入低于2500元", "人均月收入低于2500元", True),
        ("今年投入1.2亿元", "累计投入1.2亿元", True),
        ("每季度检查一次", "每季度通报一次", True),
        ("津贴每人300元", "津贴每人每月300元", True),
        ("津贴每人每月300元", "津贴300元/人/月", False),
        ("3家合计12万元", "每家12万元", True),
        ("到会代表32人", "应到代表32人,实到28人", True),
        ("每年开展两次演练", "演练每年两次", False),
        ("11月底前投入2亿元", "投入2亿元;其余18个11月底前完成", True),
    ],
)
def test_the_role_of_a_figure(clause: str, source: str, flagged: bool) -> None:
    assert bool(list(measure_problems(clause, Source(source, "")))) is flagged
