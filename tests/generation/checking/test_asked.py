"""Questions within a statement: each becomes the matter of its answer, and nothing that tells goes unread."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.asked import answered


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("泊位划定为何暂缓?因为意见分歧较大。", "泊位划定暂缓,因为意见分歧较大。"),
        ("旧隐患怎么办?按原渠道督办。", "旧隐患,按原渠道督办。"),
        ("选聘一事为什么没有定?会议决定缓议。", "选聘一事,会议决定缓议。"),
        ("甲方案是否通过?没有通过。", "甲方案,没有通过。"),
        ("由谁牵头?由市财政局牵头。", "由市财政局牵头。"),
        ("是否拨付900万元?是。", "是否拨付900万元?是。"),
        ("会议同意该方案。", "会议同意该方案。"),
    ],
    ids=["why", "how", "why not", "whether", "who", "figure kept", "no question"],
)
def test_answered(asked: str, said: str) -> None:
    assert answered(asked) == said
