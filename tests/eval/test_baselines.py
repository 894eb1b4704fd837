"""The baselines stand on the same texts: their chunks read as their places say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from langchain_core.language_models import FakeListChatModel

from eval.baselines import CHUNK, KeywordBaseline, StockPipeline, words
from eval.metrics import verbatim
from eval.sets import GoldSet

Make = Callable[[Mapping[str, str]], "StockPipeline | KeywordBaseline"]
BOTH = pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda texts: StockPipeline(texts, encoder="builtin"), id="stock"),
        pytest.param(KeywordBaseline, id="bm25"),
    ],
)


@BOTH
def test_chunks_stand_where_they_say(make: Make, samples_set: GoldSet) -> None:
    texts = samples_set.texts
    system = make(texts)
    found = system.search("谁主持会议？", k=10_000)
    assert {place.file for place in found} == texts.keys()
    assert all(0 < place.end - place.start <= CHUNK for place in found)
    answer = system.ask("谁主持会议？")
    assert verbatim(answer["citations"], texts) == [1.0]
    assert (answer["answer"], answer["refused"]) == (answer["citations"][0]["quote"], False)
    assert texts[found[0].file][found[0].start : found[0].end] == answer["answer"]


@BOTH
def test_a_second_system_does_not_see_the_texts_of_the_first(make: Make) -> None:
    make({"甲.txt": "停车管理办法"})
    second = make({"乙.txt": "绿化工作汇报"})
    assert [place.file for place in second.search("停车", k=5)] == ["乙.txt"]


@BOTH
def test_a_follow_up_is_asked_with_the_question_before(make: Make) -> None:
    system = make({"甲.txt": "停车管理办法由城管局牵头", "乙.txt": "绿化工作由园林局牵头"})
    for before, file in (("停车管理办法", "甲.txt"), ("绿化工作", "乙.txt")):
        assert system.ask("谁牵头？", history=(before,))["citations"][0]["file"] == file


def test_a_model_is_given_the_best_chunks_and_may_refuse() -> None:
    texts = {"甲.txt": "停车管理办法由城管局牵头", "乙.txt": "绿化工作由园林局牵头"}
    model = FakeListChatModel(responses=["城管局", "材料未载明。"])
    system = KeywordBaseline(texts, model=model)
    answer = system.ask("停车由谁牵头？", history=("有什么办法？",))
    assert (answer["answer"], answer["refused"], len(answer["citations"])) == ("城管局", False, 2)
    assert (answer["usage"]["calls"], answer["usage"]["received"]) == (1, 3)
    assert verbatim(answer["citations"], texts) == [1.0, 1.0]
    refusal = system.ask("地铁几号开通？")
    assert (refusal["refused"], refusal["citations"], refusal["statements"]) == (True, [], [])


def test_words_hold_no_punctuation_and_the_longer_ones_too() -> None:
    assert words("《停车管理办法》，OK！") == ("停车", "管理", "办法", "ok")
    assert {"财政", "财政局"} <= set(words("财政局"))
