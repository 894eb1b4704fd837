"""Answers side by side: every side from its own place, and what stays open said beside the rest."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("第20次常务会议和第9次常务会议加装电梯每部各补助多少？", ("18万元", "22万元"), id="two-documents"),
        pytest.param(
            "第20次常务会议与第9次常务会议的电梯补助，每部哪个更高？", ("18万元", "22万元"), id="which-is-more"
        ),
        pytest.param("青麓县保育费的请示与加装电梯补助办法结论有何不同？", ("不同意", "原则通过"), id="verdicts"),
        pytest.param("云栖水库二期何时开工？渔港灯塔修缮共需经费多少？", ("2025年3月", "136万元"), id="two-clauses"),
        pytest.param("云栖水库二期总投资多少，新增库容多少？", ("4.1亿元", "900万立方米"), id="of-one-matter"),
        pytest.param("加装电梯惠及多少户居民、计划加装多少部？", ("620户", "45部"), id="two-counts"),
        pytest.param("渔港灯塔修缮谁汇报的，经费多少？", ("闵舟", "136万元"), id="one-names-the-matter"),
        pytest.param("法律顾问聘期几年？由谁管理？", ("三年", "县司法局"), id="goes-on-in-the-item"),
        pytest.param("保育费批没批？理由呢？", ("不同意", "理由不足"), id="whether-and-why"),
        pytest.param("白汀县第9次常务会议的日期和主持人", ("2023年6月8日", "蒋逢春"), id="two-attributes"),
    ],
)
def test_both_sides_are_told_and_cited(counties: Assistant, text: str, held: tuple[str, ...]) -> None:
    answer = counties.ask(text)
    assert not answer.refused
    assert not answer.flagged
    assert all(part in answer.answer for part in held)
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert all(part in quotes for part in held)


def test_a_filter_that_nothing_fits_is_said_once_for_both_sides(counties: Assistant) -> None:
    answer = counties.ask("去年云栖水库二期何时开工？渔港灯塔修缮共需经费多少？").answer
    assert answer.count("已不按此筛选") == 1
    assert "136万元" in answer


def test_sides_of_two_documents_bear_their_stamps(counties: Assistant) -> None:
    lines = counties.ask("第20次常务会议和第9次常务会议加装电梯每部各补助多少？").answer.splitlines()
    assert [line.partition("（")[0] for line in lines] == ["青政纪〔2023〕3号", "白政纪〔2023〕7号"]


def test_what_one_of_two_attributes_is_not_stated_is_said(counties: Assistant) -> None:
    told = counties.ask("白汀县第9次常务会议的日期和地点").answer
    assert "2023年6月8日" in told
    assert "未载明会议地点" in told


@pytest.mark.parametrize("text", ["第20次常务会议的体育馆和第9次常务会议的灯塔各花多少钱？"])
def test_a_side_that_is_not_stated_is_not_made_up(counties: Assistant, text: str) -> None:
    assert "18万元" not in counties.ask(text).answer


def test_a_question_of_which_no_half_is_found_is_refused(counties: Assistant) -> None:
    assert counties.ask("云栖水库移民多少人，安置在哪个镇？").refused


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("芷溪县21次会上，石桥供水概算和梨花节补助各是多少？", ("3100万元", "52万元")),
        ("芷溪县政府第21次常务会议上，梨花节补助和石桥供水概算分别是多少？", ("52万元", "3100万元")),
        ("芷溪县政府第24次常务会议上，渡口摆渡安排和文体中心扩建分别什么结论？", ("通过", "暂缓")),
        ("芷溪县政府第21次常务会议上，茶业园入股和渡口摆渡安排的结论分别是什么？", ("原则同意", "暂缓")),
        ("兴芷集团第6次董事会上，茶业园入股和物流仓储楼各是什么结论？", ("通过", "暂缓")),
    ],
)
def test_two_matters_of_one_meeting_are_both_told(two_bodies: Assistant, text: str, told: tuple[str, ...]) -> None:
    answer = two_bodies.ask(text)
    assert not answer.refused
    for one in told:
        assert one in answer.answer


def test_two_meetings_are_compared_by_their_days_and_their_items(through_meetings: Assistant) -> None:
    earlier = through_meetings.ask("荷川县政府第17次常务会和8月那次常务会哪个开得早？")
    assert "5月9日" in earlier.answer
    assert "8月15日" in earlier.answer
    more = through_meetings.ask("荷川县政府第17次常务会和8月15日的会哪次议题多？")
    assert "共有4项" in more.answer
    assert "共有3项" in more.answer


def test_what_each_of_two_meetings_dealt_with_is_told_of_both(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("荷川县政府5月9日的会和第21次常务会都议了什么？").answer
    assert "一季度信访" in answer
    assert "停运安排" in answer


def test_what_is_due_and_whose_it_is_is_one_list(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("荷川县政府第17次和第21次常务会定的事，12月底前要完成的有哪些，分别由谁负责？")
    assert "县档案局牵头" in answer.answer
    assert "没有查到" not in answer.answer
