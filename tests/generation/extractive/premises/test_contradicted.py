"""A figure that a question takes for granted and the record gives otherwise is corrected; any other is left alone."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("榉川县公共自行车首批投放自行车800辆，什么时候建成？", ("600辆",), id="a count"),
        pytest.param("榉川县公共自行车运营方案贷款额度5000万元，哪家银行贷的？", ("3000万元",), id="a sum"),
        pytest.param("榉川县公共自行车运营方案贷款额度5000万，哪家银行贷的？", ("3000万元",), id="a sum without 元"),
        pytest.param("榉川县公共自行车运营方案设站点60个，由谁选的址？", ("45个",), id="counted otherwise"),
        pytest.param("榉川县图书馆改造选址同意方案二，占地多少亩？", ("方案一", "不同意方案二"), id="another plan"),
    ],
)
def test_another_figure_is_corrected(put_off: Assistant, question: str, words: tuple[str, ...]) -> None:
    answer = put_off.ask(question)
    assert not answer.refused
    assert answer.answer.startswith("与记载不符")
    assert all(word in answer.answer for word in words)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("榉川县公共自行车首批投放600辆，什么时候建成？", id="the figure of the record"),
        pytest.param("榉川县公共自行车贷款额度3千万元，什么时候建成？", id="the same sum written otherwise"),
        pytest.param("榉川县公共自行车投放500多辆，什么时候建成？", id="a round figure"),
        pytest.param("榉川县图书馆改造选址同意方案一，占地多少亩？", id="the plan that was chosen"),
        pytest.param("榉川县路灯更换800盏的钱从哪里出？", id="another matter"),
    ],
)
def test_what_agrees_or_is_of_another_matter_is_left_alone(put_off: Assistant, question: str) -> None:
    assert not put_off.ask(question).answer.startswith("与记载不符")


def test_a_figure_beside_one_that_is_right_is_corrected(offices: Assistant) -> None:
    answer = offices.ask("青藤里联席会把业委会主任单笔审批额度由5000元下调到2000元，物业多久公示一次支出？")
    assert answer.answer.startswith("与记载不符")
    assert "由5000元下调为3000元" in answer.answer


CHANGES = """桑溪县第9次常务会议纪要
桑政纪〔2023〕9号

2023年5月8日，县长祝云帆主持召开第9次常务会议。会议纪要如下：
一、县医院二期概算调整
会议同意县医院二期工程概算由3.86亿元调整为4.12亿元，新增部分由医院自筹1000万元。去年第4次常务会议关于“概算不再调整”的意见不再执行。
二、巡逻员津贴
第6次常务会议确定巡逻员津贴每人每月200元。会议同意调整为每人每月260元，发放期为半年。
三、农贸市场摊位费
拟将摊位费由每月180元提高到280元。会议不同意一次性提高100元，同意自9月1日起调整为每月220元。
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param(
            "第9次常务会把县医院二期概算调到4.21亿元，医院自己出多少？", ("4.12亿元", "1000万元"), id="the new of two"
        ),
        pytest.param("第9次常务会把巡逻员津贴涨到300元，发多久？", ("200元", "260元"), id="and what came in its place"),
        pytest.param("第9次常务会把摊位费涨到每月250元，从哪天起？", ("每月220元",), id="not what was proposed"),
    ],
)
def test_a_figure_to_which_something_changed(
    tmp_path: pytest.TempPathFactory, question: str, words: tuple[str, ...]
) -> None:
    files = {"桑溪县第9次常务会议纪要.txt": CHANGES}
    answer = library_of(files, tmp_path, today=datetime.date(2023, 12, 31)).ask(question)  # type: ignore[arg-type]
    assert answer.answer.startswith("与记载不符")
    assert all(word in answer.answer for word in words)
