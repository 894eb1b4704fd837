"""Slips in the words that ask: read by their sound, and nothing else touched."""

from __future__ import annotations

import pytest

from pipeline.retrieval.slips import righted


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("这份通报落宽是哪天", "这份通报落款是哪天", id="second-character"),
        pytest.param("第4次会议谁主迟", "第4次会议谁主持", id="chair"),
        pytest.param("谁列习了会议", "谁列席了会议", id="observers"),
        pytest.param("代表哪个丹位", "代表哪个单位", id="first-character"),
        pytest.param("由哪个局迁头", "由哪个局牵头", id="lead"),
    ],
)
def test_a_slip_is_read_by_its_sound(written: str, meant: str) -> None:
    assert righted(written) == meant


@pytest.mark.parametrize("text", ["主食供应", "实现目标", "第4次常务会议由谁主持", "张列习汇报了什么", "abc 2017"])
def test_what_is_right_or_a_name_stays_as_long(text: str) -> None:
    assert len(righted(text)) == len(text)


@pytest.mark.parametrize("text", ["主食供应有什么要求", "停车费怎么收", "时限是什么时候", "学习了哪些文件"])
def test_words_stay(text: str) -> None:
    assert righted(text) == text
