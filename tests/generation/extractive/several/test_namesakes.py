"""Two hospitals of one name in two cities: no answer of one for the other, and both where no city is named."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings

_PAPER = """{city}市第一人民医院院长办公会议纪要
第{number}期
2024年{number}月6日，院长{chief}主持召开第{number}次院长办公会议。纪要如下：
一、研究门诊楼停车场扩建
会议同意扩建停车场，新增车位{places}个，由总务科牵头，6月底前完成。
{more}"""
_MORE = "二、研究护工管理\n会议同意护工管理费每月90元，由护理部负责。\n"


@pytest.fixture(scope="module")
def hospitals(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a meeting of each of two hospitals of one name; one of them has a second item."""
    folder = tmp_path_factory.mktemp("namesakes")
    told = (("临川", 3, "葛同", 120, ""), ("泽山", 4, "俞朗", 85, _MORE))
    for city, number, chief, places, more in told:
        text = _PAPER.format(city=city, number=number, chief=chief, places=places, more=more)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model="", chroma_url=""))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


@pytest.mark.parametrize("name", ["第一人民医院", "市一院"])
def test_where_no_city_is_named_each_answers_for_itself(name: str, hospitals: Assistant) -> None:
    answer = hospitals.ask(f"{name}停车场新增多少个车位？")
    lines = answer.answer.splitlines()
    assert [("临川市第一人民医院" in line and "120个" in line) for line in lines].count(True) == 1
    assert [("泽山市第一人民医院" in line and "85个" in line) for line in lines].count(True) == 1
    assert not answer.flagged


@pytest.mark.parametrize(("city", "places"), [("临川", "120"), ("泽山市", "85")])
def test_where_a_city_is_named_the_other_is_not_told(city: str, places: str, hospitals: Assistant) -> None:
    answer = hospitals.ask(f"{city}第一人民医院停车场新增多少个车位？")
    assert f"{places}个" in answer.answer and len({one.document_id for one in answer.citations}) == 1


def test_what_one_alone_decided_is_no_answer_for_the_other(hospitals: Assistant) -> None:
    assert hospitals.ask("临川市第一人民医院护工管理费每月多少元？").refused
    both = hospitals.ask("第一人民医院护工管理费每月多少元？")
    assert "90元" in both.answer
    assert "临川市第一人民医院的文件没有载明所问内容" in both.answer


def test_a_conversation_that_named_the_city_goes_on_in_it(hospitals: Assistant) -> None:
    answer = hospitals.ask("第一人民医院停车场新增多少个车位？", history=["泽山市第一人民医院护工管理费每月多少元？"])
    assert "同名的单位" not in answer.answer
