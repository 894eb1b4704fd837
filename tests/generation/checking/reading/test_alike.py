"""Ordinary words are put as the source puts them; words that state a degree, a duty or a bound are left."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.alike import in_words_of


@pytest.mark.parametrize(
    ("clause", "words", "told"),
    [
        pytest.param("材料尚欠成熟", "材料还不够成熟,不成熟", "材料不成熟", id="not-ripe"),
        pytest.param("挨户核对", "逐户核对", "逐户核对", id="each-house"),
        pytest.param("缺少政策依据", "没有政策依据", "没有政策依据", id="lack"),
        pytest.param("审议《甲购买办法》", "采购", "审议《甲购买办法》", id="a-title-is-left"),
        pytest.param("按规定购置", "按规定购置,采购", "按规定购置", id="the-same-word"),
        pytest.param("会议同意该方案", "会议批准该方案", "会议同意该方案", id="a-degree"),
        pytest.param("市财政局牵头", "市财政局负责", "市财政局牵头", id="a-duty"),
        pytest.param("可以安排", "应当安排", "可以安排", id="leave-and-must"),
        pytest.param("停止供水", "中止供水", "停止供水", id="to-stop-and-to-pause"),
    ],
)
def test_words_of_a_source(clause: str, words: str, told: str) -> None:
    assert in_words_of(clause, words) == told
