"""Where a unit or somebody is given work: by role, in several matters that are named, or only what has a day."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.counting.given_work import OF_ANY
from tests.libraries import library_of

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


TOWN = """中共榆溪镇委员会会议纪要

2024年第6次

时间：2024年5月9日
主持：党委书记石敬平
出席：石敬平、方远（党委副书记、镇长）、白若琳（组织委员）、康建业（武装部长）

议题1：研究渡口改造
会议同意改造渡口，由白若琳牵头征求群众意见，6月10日前报党委会；镇财政所安排资金30万元，6月20日前拨付到位。
议题2：研究防汛备汛
镇财政所落实防汛物资经费。康建业负责组建抢险队，5月底前完成演练。
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"榆溪镇.txt": TOWN}, tmp_path_factory.mktemp("town"), today=datetime.date(2024, 12, 31))


@pytest.mark.parametrize(
    ("question", "held"),
    [
        pytest.param("榆溪镇第6次党委会上康建业被安排做什么？", ["抢险队"], id="a-person's-work"),
        pytest.param("榆溪镇第6次党委会 康建业 负责事项", ["抢险队"], id="key-words"),
        pytest.param(
            "榆溪镇第6次党委会上，镇财政所在渡口改造、防汛备汛两项议题中各承担什么任务？",
            ["安排资金30万元", "防汛物资经费"],
            id="work-in-each",
        ),
    ],
)
def test_work_is_told_of_whoever_is_named(town: Assistant, question: str, held: list[str]) -> None:
    answer = town.ask(question)
    assert all(part in answer.answer for part in held), answer.answer


def test_work_that_has_a_day_is_told_alone(town: Assistant) -> None:
    answer = town.ask("榆溪镇第6次党委会交给镇财政所的任务中，写明了截止时间的有哪些？")
    assert "6月20日前" in answer.answer
    assert "防汛物资经费" not in answer.answer


@pytest.mark.parametrize(
    ("run", "any_one"), [("哪几个乡镇", True), ("个乡镇", True), ("3个乡镇", True), ("柳镇", False)]
)
def test_what_is_asked_for_or_counted_is_no_unit(run: str, any_one: bool) -> None:
    assert bool(OF_ANY.match(run)) is any_one
