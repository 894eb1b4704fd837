"""One matter in two meetings that a question names: what each says, the value that took the place of another."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.several.compared import things_asked
from tests.libraries import library_of

SPRING = """澄屿市卫生健康委员会
委务会议纪要
（2023年第4次）

2023年4月6日，委主任边若谷主持召开2023年第4次委务会议。现将议定事项纪要如下。

一、关于发热门诊改造
会议听取了医政处的汇报。会议同意改造方案，今年改造乡镇卫生院26个，总投资1850万元，10月底前完工，由副主任项微任总协调人。会议明确，由医政处牵头，财务处配合。

二、关于急救站点信息系统
信息处提出整体更换急救调度系统，预算430万元。会议认为，测评尚未做完，决定暂缓实施。

三、关于职工食堂夜宵供应
会议同意夜宵供应到6月30日为止。
"""
AUTUMN = """澄屿市卫生健康委员会
委务会议纪要
（2023年第9次）

2023年9月12日，委主任边若谷主持召开2023年第9次委务会议。现将议定事项纪要如下。

一、关于发热门诊改造进展
会议听取了医政处的汇报。截至8月底，第4次委务会议确定的改造任务已开工19个。会议议定：
（1）同意将今年改造任务由26个调整为22个，其余4个顺延至明年。
（2）完工时间由10月底前延至12月15日前。
（3）总协调人由项微改为钟佩兰，即日起交接。

二、关于急救站点信息系统
第4次委务会议对本事项作出暂缓决定。测评已完成，预算由430万元降为386万元。会议议定：
（1）原则同意分两期更换急救调度系统。

三、关于职工食堂夜宵供应
会议同意夜宵供应延长到12月31日为止。
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over two meetings of one invented office."""
    papers = {"委务会议纪要4.txt": SPRING, "委务会议纪要9.txt": AUTUMN}
    return library_of(papers, tmp_path_factory.mktemp("office"), today=datetime.date(2024, 2, 1))


def test_the_thing_asked_may_stand_behind_the_meetings() -> None:
    assert things_asked("改造进展报送，，和，要求的频次有什么不同？") == [("改造进展报送的频次", "是多久一次")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "今年要改的发热门诊数量，第9次委务会跟第4次定的比，少了还是多了，各是多少？", ("26个", "22个"), id="a-count"
        ),
        pytest.param(
            "发热门诊改造的完工时间，从第4次委务会到第9次变成了什么时候？", ("10月底", "12月15日"), id="a-day"
        ),
        pytest.param(
            "发热门诊改造的完工时间和总协调人，第4次委务会与第9次委务会有什么不同？",
            ("12月15日", "钟佩兰", "项微"),
            id="two-things",
        ),
        pytest.param(
            "急救调度系统更换，从第4次委务会到第9次委务会，结论和预算各有什么变化？",
            ("暂缓", "原则同意", "430万元", "386万元"),
            id="verdict-and-sum",
        ),
        pytest.param(
            "夜宵供应的截止日子，第4次和第9次委务会说的有什么不一样？", ("6月30日", "12月31日"), id="the-latter-bare"
        ),
        pytest.param("第9次委务会和第4次委务会相比，急救系统预算少了多少？", ("430万元", "386万元"), id="a-difference"),
    ],
)
def test_what_each_of_two_meetings_says_is_told(office: Assistant, text: str, told: tuple[str, ...]) -> None:
    answer = office.ask(text)
    assert not answer.refused
    assert all(each in answer.answer for each in told), answer.answer
    assert len({citation.document_id for citation in answer.citations}) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("体检中心的收费标准，第4次委务会和第9次委务会有什么不同？", id="a-matter-of-neither"),
        pytest.param("发热门诊改造的完工时间，第4次委务会和第12次委务会差多少？", id="a-meeting-not-held"),
    ],
)
def test_what_no_meeting_says_is_not_compared(office: Assistant, text: str) -> None:
    assert office.ask(text).refused


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("渡口的票价，从，到，变了没有？", [("渡口的票价", "是多少")]),
        ("渡口的停航时间和值守人，与，有什么不同？", [("渡口的停航时间", "是什么时候"), ("渡口的值守人", "是谁")]),
        ("，与，相比，渡口船票补贴高了还是低了？", [("渡口船票补贴", "是多少")]),
        ("渡口改造，到，，态度和经费各有什么变化", [("渡口改造态度", "是什么结论"), ("渡口改造经费", "是多少")]),
        ("渡口改造的牵头单位，从，到，换没换", [("渡口改造的牵头单位", "是哪个单位")]),
    ],
)
def test_the_things_asked_are_told_apart(text: str, things: list[tuple[str, str]]) -> None:
    assert things_asked(text) == things
