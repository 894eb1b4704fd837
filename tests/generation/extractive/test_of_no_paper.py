"""What is asked of a place or a body without a paper is not told by the papers of others."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

COUNTY = """榕北縣人民政府常務會議紀要

榕北政纪〔2024〕6号

2024年5月6日，县长周明主持召开县政府第9次常务会议。

一、审议《停车收费管理办法》
会议原则通过《停车收费管理办法》，城区停车每小时收费3元，由县城管局牵头，6月底前完成泊位普查。

二、桐岭镇危桥改造
会议同意安排桐岭镇危桥改造资金120万元，7月底前完工。
"""
SCHOOL = """沱江师范大学校长办公会议纪要

沱师纪〔2024〕3号

2024年6月3日，校长李青主持召开第4次校长办公会议。

一、食堂招标
会议同意食堂招标方案，8月10日前开标。
"""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = {"榕北县政府第9次常务会议纪要.txt": COUNTY, "沱江师大校长办公会议纪要.txt": SCHOOL}
    return library_of(papers, tmp_path_factory.mktemp("two"), today=datetime.date(2024, 12, 31))


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("景南市停车每小时收费多少？", "景南市"),
        ("景开区停车每小时收费多少？", "景开区"),
        ("景阳三院食堂什么时候开标？", "景阳三院"),
        ("榕北市停车每小时收费多少？", "榕北市"),
    ],
)
def test_a_place_that_no_paper_speaks_of_is_refused_and_named(two: Assistant, question: str, missing: str) -> None:
    answer = two.ask(question)
    assert (answer.refused, answer.reason) == (True, "no_such_meeting")
    assert f"库中没有“{missing}”的文件，也没有文件提到" in answer.answer
    assert "已检索 2 份文件" in answer.answer


def test_a_place_that_a_paper_of_another_body_speaks_of_is_told_by_what_it_says_of_it(two: Assistant) -> None:
    told = two.ask("桐岭镇危桥改造安排了多少资金？")
    assert not told.refused
    assert "120万元" in told.answer
    refused = two.ask("桐岭镇停车每小时收费多少？")
    assert refused.refused


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("榕北县停车每小时收费多少？", "3元"),
        ("停车每小时收费多少？", "3元"),
        ("沱江师大食堂什么时候开标？", "8月10日"),
    ],
)
def test_what_is_held_is_answered(two: Assistant, question: str, word: str) -> None:
    answer = two.ask(question)
    assert not answer.refused, answer.answer
    assert word in answer.answer


def test_what_goes_on_from_a_place_that_is_not_held_is_refused_as_well(two: Assistant) -> None:
    answer = two.ask("那由谁牵头？", history=["景南市停车每小时收费多少？"])
    assert answer.refused
    assert "库中没有“景南市”的文件" in answer.answer
    other = two.ask("那县政府第9次常务会议由谁主持？", history=["景南市停车每小时收费多少？"])
    assert "周明" in other.answer


def test_the_day_of_another_work_tells_nothing_of_one_that_is_not_held(two: Assistant) -> None:
    answer = two.ask("机场高速什么时候完工")
    assert answer.refused
    assert not two.ask("桐岭镇危桥什么时候完工").refused


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        pytest.param("榕北水务停车每小时收费多少？", "榕北水务", id="a body of a place that is held"),
        pytest.param("桐岭镇党委会定的危桥改造资金是多少？", "桐岭镇", id="a body spoken of, but no meeting of it"),
        pytest.param("沱北高速6号纪要里，停车每小时收费多少？", "沱北高速", id="a number of another body"),
        pytest.param("理事会定的食堂招标方案几号开标？", "理事会", id="a kind of meeting"),
        pytest.param("水利局6月那次会上，食堂招标几号开标？", "水利局", id="a body without its place"),
        pytest.param("榕北县42次常务会定的停车收费是多少？", "榕北县42次常务会", id="a number without 第"),
        pytest.param("榕北县7月2日研究停车的那次会，每小时收费多少？", "7月2日研究停车的那次会", id="a day"),
    ],
)
def test_a_meeting_that_is_not_held_is_not_told_by_another(two: Assistant, question: str, missing: str) -> None:
    answer = two.ask(question)
    assert (answer.refused, answer.reason) == (True, "no_such_meeting"), answer.answer
    assert f"库中没有“{missing}”" in answer.answer


@pytest.mark.parametrize(
    ("question", "word"),
    [
        pytest.param("桐岭镇危桥改造，县政府第9次常务会议安排了多少资金？", "120万元", id="of a matter of its meeting"),
        pytest.param("5月6日县政府常务会 桐岭镇危桥 资金", "120万元", id="of a matter of a meeting of its day"),
        pytest.param("榕北水利局2024年第9次会谁主持？", "周明", id="of a bureau at a meeting that is held"),
        pytest.param("师范大学食堂招标几号开标？", "8月10日", id="an organisation without its place"),
        pytest.param("榕北县5月6日研究停车的那次会，每小时收费多少？", "3元", id="its day"),
    ],
)
def test_a_meeting_that_is_held_is_told(two: Assistant, question: str, word: str) -> None:
    answer = two.ask(question)
    assert not answer.refused, answer.answer
    assert word in answer.answer


def test_what_goes_on_from_a_meeting_that_is_not_held_is_not_told_by_another(two: Assistant) -> None:
    answer = two.ask("几月底前做完？", history=["县政府第12次常务会议的泊位普查由谁牵头？"])
    assert answer.refused
    assert "第12次常务会议" in answer.answer
