"""Lists over items: what somebody reported on, where a unit is given work; none where another thing is asked."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_record import meetings
from pipeline.generation.extractive.counting.given_work import OF_ANY
from pipeline.generation.extractive.counting.over_items import over_items
from pipeline.generation.extractive.counting.unit_called import called
from tests.libraries import composing_of, library_of


def listed(assistant: Assistant, text: str) -> Draft | None:
    one = composing_of(assistant, text, today=datetime.date(2023, 9, 1))
    return over_items(one, meetings(one))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("县政府第20次常务会议上陶远汇报了什么？", ["加装电梯补助办法"], id="a-person"),
        pytest.param("县政府第20次常务会议上陶远汇报的是哪个议题？", ["加装电梯补助办法"], id="which-item"),
        pytest.param("第20次常务会议水务局的人汇报了哪些议题", ["云栖水库扩容"], id="a-unit"),
        pytest.param("第20次常务会议苗青汇报的议题，哪些结果如何？", ["不同意该请示"], id="its-result"),
        pytest.param("青麓县 县财政局 任务", ["补助资金由县财政局", "县财政局安排首期出资"], id="key-words"),
        pytest.param(
            "青麓县那次会给县财政局派了哪两件事？", ["补助资金由县财政局", "县财政局安排首期出资"], id="tasks"
        ),
    ],
)
def test_a_list_over_items_is_whole(counties: Assistant, text: str, held: list[str]) -> None:
    draft = listed(counties, text)
    assert draft is not None
    said = "\n".join(sentence.text for sentence in draft.sentences)
    assert all(part in said for part in held)
    assert all(sentence.quotes for sentence in draft.sentences)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第20次常务会议哪些议题由谁汇报？", id="who-reported"),
        pytest.param("第20次常务会议陶远汇报了哪三个议题？", id="fewer-than-asked"),
        pytest.param("第20次常务会议县财政局为电梯补助做哪些工作？", id="a-matter-beside"),
        pytest.param("第20次常务会议县档案局要干哪几件事？", id="a-unit-not-there"),
    ],
)
def test_what_may_not_be_whole_is_no_list(counties: Assistant, text: str) -> None:
    assert listed(counties, text) is None


TABLE = """芦川河道整治指挥部专题会议纪要
（2023）第4号

2023年5月8日，指挥长贺兰山主持召开专题会议。议定如下：

一、汛前清淤
会议听取了汇报，同意清淤方案。
| 序号 | 任务 | 牵头 | 配合 | 时限 |
| 1-1 | 清淤南支河4.2公里 | L-2标 | 监理部 | 6月10日前 |
| 1-2 | 修复拦污栅6处 | 机电处 | L-2标 | 6月20日前 |

二、堤顶道路
会议同意堤顶道路方案。
| 序号 | 任务 | 牵头 | 配合 | 时限 |
| 2-1 | 铺设堤顶道路3公里 | L-2标 | 机电处 | 9月底前 |
| 2-2 | 安装路灯40盏 | 机电处 | — | 10月底前 |
"""


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(
        {"芦川河道整治指挥部专题会议纪要第4号.txt": TABLE},
        tmp_path_factory.mktemp("river"),
        today=datetime.date(2023, 9, 1),
    )


@pytest.mark.parametrize(
    ("text", "count", "held", "left_out"),
    [
        ("数一下第4号专题会议纪要里由L-2标自己牵头的有几项", 2, ("南支河", "堤顶道路"), "拦污栅"),
        ("芦川专题会由机电处牵头的任务有多少项？", 2, ("拦污栅", "路灯"), "堤顶道路"),
        ("芦川专题会上机电处配合的事项有几个", 1, ("堤顶道路",), "路灯"),
        ("芦川专题会由机电处牵头的有哪些", None, ("拦污栅", "路灯"), "堤顶道路"),
    ],
)
def test_who_leads_is_not_who_helps(
    river: Assistant, text: str, count: int | None, held: tuple[str, ...], left_out: str
) -> None:
    answer = river.ask(text)
    assert not answer.refused
    assert all(part in answer.answer for part in held)
    assert left_out not in answer.answer
    assert count is None or f"有{count}项" in answer.answer


@pytest.mark.parametrize(
    ("unit", "text", "is_called"),
    [
        pytest.param("西湾经济开发区", "给西湾的任务", True, id="a zone by its place"),
        pytest.param("湖滨街道办事处", "给石桥街道的任务", False, id="a short name that many share"),
    ],
)
def test_a_unit_is_called_by_what_is_its_own(unit: str, text: str, is_called: bool) -> None:
    assert called(unit, text) is is_called


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第20次常务会议让水务局把扩容方案什么时侯重新报上来", id="when, misspelt"),
        pytest.param("第20次常务会议上汇报加装电梯的陶远担任什么职务？", id="a post"),
    ],
)
def test_what_is_asked_of_the_reporter_is_no_list_of_items(counties: Assistant, text: str) -> None:
    assert listed(counties, text) is None


@pytest.mark.parametrize(
    ("run", "any_one"), [("哪几个乡镇", True), ("个乡镇", True), ("3个乡镇", True), ("柳镇", False)]
)
def test_what_is_asked_for_or_counted_is_no_unit(run: str, any_one: bool) -> None:
    assert bool(OF_ANY.match(run)) is any_one
