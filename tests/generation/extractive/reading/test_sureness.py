"""When a sentence is sure enough, over the minutes of an invented county."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.by_reading import sources_of
from pipeline.generation.extractive.reading.candidates import Candidate, candidates
from pipeline.generation.extractive.reading.sureness import enough_within, is_sure, matter_of
from pipeline.generation.understanding.question import understand
from tests.generation.extractive.reading.counties import QINGLU, TODAY
from tests.libraries import composing_of, library_of

DAY = datetime.date.fromisoformat(TODAY)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"青政纪〔2023〕3号.txt": QINGLU}, tmp_path_factory.mktemp("county"), today=DAY)


def weighed(assistant: Assistant, asked: str, chances: dict[str, float]) -> list[Candidate]:
    """Return the sentences of a search that hold some wording, as likely as told, the likeliest first."""
    composing = composing_of(assistant, asked, today=DAY)
    question = composing.question
    hits = [hit for wording in chances for hit in composing.find(wording, 3)]
    found = candidates(question, sources_of(composing, [hit.document_id for hit in hits]), hits)
    told = ((one, share) for one in found for wording, share in chances.items() if wording in one.text)
    return sorted((replace(one, likely=share, can=True) for one, share in told), key=lambda one: -one.likely)


@pytest.mark.parametrize(
    ("asked", "chances", "sure"),
    [
        pytest.param("二期要花多少钱", {"二期工程总投资": 0.45}, True, id="likely by itself"),
        pytest.param("扩容要多少钱", {"二期工程总投资": 0.2, "每部电梯": 0.05}, True, id="the one amount of its item"),
        pytest.param("扩容要多少钱", {"二期工程总投资": 0.2, "一期工程总投资": 0.15}, False, id="two amounts compete"),
        pytest.param("扩容要多少钱", {"二期工程总投资": 0.2, "每部电梯": 0.16}, False, id="two items compete"),
        pytest.param("扩容要多少钱", {"二期工程总投资": 0.08}, False, id="unlikely"),
        pytest.param("机场要多少钱", {"二期工程总投资": 0.2}, False, id="an item that says nothing of it"),
        pytest.param("二期什么时候开工", {"二期工程总投资": 0.2}, True, id="the time of what is asked"),
        pytest.param("手续几月批下来", {"二期工程总投资": 0.2}, False, id="the time of something else"),
        pytest.param("机场要多少钱", {"二期工程总投资": 0.3}, False, id="plain, in an item that says nothing of it"),
        pytest.param("二期会亏吗", {"二期工程总投资": 0.3}, False, id="yes or no is not told by what is near"),
        pytest.param("机场归哪个局负责", {"法律顾问共2人": 0.2}, False, id="whoever is responsible for something else"),
        pytest.param("顾问归哪个局负责", {"法律顾问共2人": 0.2}, True, id="who is responsible for it"),
    ],
)
def test_what_is_sure_enough(county: Assistant, asked: str, chances: dict[str, float], sure: bool) -> None:
    found = weighed(county, asked, chances)
    assert len(found) == len(chances)
    question = understand(asked, entries=county.entries(), today=DAY)
    assert is_sure(question, found[0], found, matter_of(found)[1]) is sure


def test_the_item_meant_and_how_far_ahead_it_is(county: Assistant) -> None:
    found = weighed(county, "扩容要多少钱", {"二期工程总投资": 0.4, "每部电梯": 0.1})
    item, apart = matter_of(found)
    assert item is found[0].item
    assert apart == pytest.approx(4.0)


def test_what_another_title_names_is_not_told_by_this_item(county: Assistant) -> None:
    asked = "法律顾问聘任要多少钱"
    found = weighed(county, asked, {"二期工程总投资": 0.3, "法律顾问共2人": 0.05})
    question = understand(asked, entries=county.entries(), today=DAY)
    assert not is_sure(question, found[0], found, apart=6.0)


def test_the_name_of_somebody_alone_tells_no_time(tmp_path: Path) -> None:
    text = "榆川县人民政府常务会议纪要\n第3次\n\n2023年5月16日，县长沈怀舟主持召开常务会议。\n一、研究渡口修缮\n"
    text += "会议同意渡口修缮方案，6月底前完成，由骆一鸣牵头。\n\n出席：沈怀舟、骆一鸣\n"
    assistant = library_of({"榆川.txt": text}, tmp_path, today=DAY)
    for asked, sure in (("骆一鸣什么时候能回来上班", False), ("骆一鸣牵头的渡口什么时候完成", True)):
        found = weighed(assistant, asked, {"6月底前完成": 0.39})
        question = understand(asked, entries=assistant.entries(), today=DAY)
        assert is_sure(question, found[0], found, matter_of(found)[1]) is sure


def test_the_one_that_tells_what_is_plainly_asked_is_sure(county: Assistant) -> None:
    for asked, sure in (("保育费按哪个标准执行", True), ("保育费好不好", False)):
        found = weighed(county, asked, {"调整的理由不足": 0.6, "会议不同意该请示": 0.15})
        found = [replace(found[0], can=False), found[1]]
        question = understand(asked, entries=county.entries(), today=DAY)
        assert is_sure(question, found[1], found, matter_of(found)[1]) is sure


@pytest.mark.parametrize(
    ("asked", "little"),
    [
        pytest.param("那这个钱谁来出", True, id="asked in words of which it is known what tells it"),
        pytest.param("那哪天完工", True, id="a day"),
        pytest.param("那护栏是什么样子", False, id="any wording may answer"),
    ],
)
def test_how_likely_is_enough_in_an_item_that_is_meant(asked: str, little: bool) -> None:
    question = understand(asked, entries=(), today=DAY)
    assert (enough_within(question) < 0.1) is little


def test_what_is_asked_of_any_matter_names_none(rulings: Assistant) -> None:
    assert rulings.ask("高铁站建设有什么安排").refused
    assert "1.8万亩" in rulings.ask("高标准农田建设有什么安排").answer
