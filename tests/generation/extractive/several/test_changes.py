"""A matter through several meetings: what each says of it, newest first, and nothing of another place."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

SPRING = """栎原县人民政府
常务会议纪要
栎政纪〔2023〕2号

2023年3月10日，县长方知远主持召开县政府第8次常务会议。纪要如下：
一、关于青石桥集镇供水站改造工程
会议听取了县水利局局长沈舟的汇报。会议原则通过实施方案，总投资620万元，由青石桥镇人民政府担任项目业主，年底前开工。
二、审议《栎原县城区公交票价调整方案》
会议听取了县交通局局长阮青的汇报。会议认为测算依据不足，决定暂缓审议。
"""
AUTUMN = """栎原县人民政府
常务会议纪要
栎政纪〔2023〕9号

2023年9月22日，县长方知远主持召开县政府第15次常务会议。纪要如下：
一、关于调整青石桥集镇供水站改造工程业主及投资的请示
会议听取了县水利局局长沈舟的汇报。会议同意：
1. 项目业主由青石桥镇人民政府调整为县清源供水公司；
2. 总投资由620万元调整为735万元，由县财政局安排。
二、再次审议《栎原县城区公交票价调整方案》
会议听取了县交通局局长阮青的汇报。会议原则通过该方案。
三、关于桃溪水库除险加固工程
会议听取了县水利局局长沈舟的汇报。会议同意总投资410万元。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over two meetings of one invented county."""
    papers = {"栎政纪〔2023〕2号.txt": SPRING, "栎政纪〔2023〕9号.txt": AUTUMN}
    return library_of(papers, tmp_path_factory.mktemp("county"), today=datetime.date(2023, 12, 1))


@pytest.mark.parametrize(
    ("text", "newer", "older"),
    [
        pytest.param("集镇供水站改造总投资前后有什么变化？", "735万元", "620万元", id="a-figure"),
        pytest.param("公交票价调整方案前后两次会结论有什么变化？", "原则通过", "暂缓", id="a-verdict"),
        pytest.param("公交票价调整方案后来怎么样了？", "原则通过", "暂缓", id="what-became-of-it"),
        pytest.param("集镇供水站改造业主原来是谁，后来改成了谁？", "县清源供水公司", "担任项目业主", id="then-and-now"),
        pytest.param("集镇供水站改造第8次会定的总投资多少，后来总投资多少？", "735万元", "620万元", id="asked-twice"),
        pytest.param("集镇供水站改造总投资后来比原来多了多少？", "735万元", "620万元", id="a-difference"),
    ],
)
def test_each_meeting_is_told_the_newest_first(county: Assistant, text: str, newer: str, older: str) -> None:
    answer = county.ask(text)
    assert not answer.refused
    assert not answer.flagged
    first, second = answer.answer.splitlines()
    assert first.startswith("栎政纪〔2023〕9号（2023-09-22）")
    assert newer in first
    assert second.startswith("栎政纪〔2023〕2号（2023-03-10）")
    assert older in second


def test_what_one_meeting_alone_had_is_no_change(county: Assistant) -> None:
    assert "栎政纪〔2023〕2号" not in county.ask("桃溪水库除险加固总投资前后有什么变化？").answer


def test_meetings_of_two_places_are_not_one_matter(counties: Assistant) -> None:
    told = counties.ask("加装电梯每部补助前后有什么变化？").answer
    assert not ("18万元" in told and "22万元" in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "云埠镇幸福院消防改造，县里要求几号完成，镇上自己又定的几号完工？", ("9月25日", "9月15日"), id="a-town"
        ),
        pytest.param(
            "县里规定供水企业多长时间完成管线迁改，供水公司自己又定了多长时间？",
            ("25个工作日", "18个工作日"),
            id="a-company",
        ),
        pytest.param("老旧水表上半年要求换多少块，实际换了多少块？", ("1400块", "1210块"), id="what-was-done"),
        pytest.param(
            "园区末班公交后来成了没？管委会和县交通局各是怎么说的？", ("再研究", "同意试行"), id="became-and-who-said"
        ),
        pytest.param("岫川茶博园用地，后来那次会比前一次少了多少亩？", ("140亩", "105亩"), id="a-difference"),
        pytest.param("茶博园项目的来龙去脉是什么？", ("暂缓", "原则同意"), id="its-whole-course"),
        pytest.param("末班公交延时，园区和交通局的态度有什么不同？", ("再研究", "同意试行"), id="two-bodies"),
        pytest.param("幸福院消防改造，县里和镇里各定的几号完成？", ("9月25日", "9月15日"), id="a-county-and-its-town"),
        pytest.param("污水厂业主换过吗，先后是谁？", ("云埠镇", "清流水务公司"), id="one-after-the-other"),
        pytest.param(
            "县里两次开会对东片污水厂投多少钱，前后有什么变化？",
            ("1180万元", "1290万元"),
            id="two-meetings-of-one-body",
        ),
    ],
)
def test_what_another_body_of_the_place_made_of_it(handed_on: Assistant, text: str, told: tuple[str, str]) -> None:
    answer = handed_on.ask(text)
    assert not answer.refused
    assert not answer.flagged
    for one in told:
        assert one in answer.answer


def test_only_the_body_that_met_twice_is_told_of_two_meetings(handed_on: Assistant) -> None:
    answer = handed_on.ask("县里两次开会对东片污水厂投多少钱，前后有什么变化？")
    assert all(line.startswith("岫政常纪") for line in answer.answer.splitlines())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "梨花渡大桥改造，原来说几号开工，为什么没开成，后来推到什么时候？",
            ["7月10日前开工", "被投诉", "10月20日前"],
            id="three-things",
        ),
        pytest.param(
            "荷川县那个旧船坞仓库能不能拆，后来呢？",
            ["不得拆除", "不属于文物", "同意拆除"],
            id="one-of-several-of-an-item",
        ),
        pytest.param(
            "城南班车线路的停运日子改来改去，前后都定过哪天？",
            ["4月30日", "8月31日", "8月20日"],
            id="of-a-third-meeting",
        ),
    ],
)
def test_every_part_of_what_became_of_it_is_told(through_meetings: Assistant, text: str, told: list[str]) -> None:
    answer = through_meetings.ask(text)
    assert not answer.refused
    assert [wording for wording in told if wording not in answer.answer] == []


@pytest.mark.parametrize(
    "text",
    [
        "智慧档案馆建设第一次上会怎么定的，第二次呢？",
        "智慧档案馆建设两次上会，结论各是什么？",
        "荷川县智慧档案馆建设历次会议的决定按时间列一下",
        "智慧档案馆建设从提出到定下来的经过是怎样的？",
        "智慧档案馆建设后来有没有再研究过？",
        "智慧档案馆建设先是怎么说的，然后又怎么定的？",
        "智慧档案馆建设，5月9日的会和第21次常务会上的说法有什么变化？",
    ],
)
def test_the_history_of_a_matter_is_told_in_whatever_words(through_meetings: Assistant, text: str) -> None:
    answer = through_meetings.ask(text)
    assert not answer.refused
    assert "暂缓实施" in answer.answer
    assert "原则同意分两批" in answer.answer


def test_what_a_meeting_set_anew_is_told_beside_its_verdicts(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("从第17次常务会到第21次常务会，梨花渡大桥改造有哪些变化？").answer
    assert "10月20日前" in answer
    assert "由白梧改为舒敏" in answer


def test_a_meeting_that_does_not_tell_is_named(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("梨花渡大桥改造的概算前后两次各是多少？").answer
    assert "2300万元" in answer
    assert "2024-08-15" in answer
    assert "没有查到" in answer
