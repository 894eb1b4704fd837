"""The stock pipeline stands on the same texts: its chunks read as their places say."""

from __future__ import annotations

from eval.baselines import CHUNK, StockPipeline
from eval.gold import load_texts
from eval.metrics import verbatim


def test_chunks_stand_where_they_say() -> None:
    texts = load_texts()
    stock = StockPipeline(texts, encoder="builtin")
    found = stock.search("谁主持会议？", k=10_000)
    assert {place.file for place in found} == texts.keys()
    assert all(0 < place.end - place.start <= CHUNK for place in found)
    answer = stock.ask("谁主持会议？")
    assert verbatim(answer["citations"], texts) == [1.0]
    assert (answer["answer"], answer["refused"]) == (answer["citations"][0]["quote"], False)
    assert texts[found[0].file][found[0].start : found[0].end] == answer["answer"]


def test_a_second_pipeline_does_not_see_the_texts_of_the_first() -> None:
    StockPipeline({"甲.txt": "停车管理办法"}, encoder="builtin")
    second = StockPipeline({"乙.txt": "绿化工作汇报"}, encoder="builtin")
    assert [place.file for place in second.search("停车", k=5)] == ["乙.txt"]


def test_a_follow_up_is_asked_with_the_question_before() -> None:
    stock = StockPipeline({"甲.txt": "停车管理办法由城管局牵头", "乙.txt": "绿化工作由园林局牵头"}, encoder="builtin")
    for before, file in (("停车管理办法", "甲.txt"), ("绿化工作", "乙.txt")):
        assert stock.ask("谁牵头？", history=(before,))["citations"][0]["file"] == file
