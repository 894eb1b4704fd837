"""Questions as people put them, over two papers: what was put off, who came, what each was given, what stays."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

PAPERS = {
    "榆溪镇.txt": """中共榆溪镇委员会会议纪要

2024年第6次

时间：2024年5月9日
主持：党委书记石敬平
应到委员5人，实到4人。出席：石敬平、方远（党委副书记、镇长）、白若琳（组织委员）、康建业（武装部长）
请假：党委委员、副镇长姚启明（赴省党校学习）

议题1：研究集镇停车收费标准
方远汇报。现行标准为每小时2元，拟调整为每小时5元。会议认为当前调整时机不成熟，暂缓调整，继续执行现行标准。
议题2：研究渡口改造
会议同意改造渡口，由白若琳牵头征求群众意见，6月10日前报党委会；镇财政所安排资金30万元，6月20日前拨付到位。
议题3：研究防汛备汛
镇财政所落实防汛物资经费。康建业负责组建抢险队，5月底前完成演练。
""",
    "潞川交通局.txt": """潞川市交通局局长办公会议纪要
（第9期）

2024年4月2日，局长裴文召集召开局长办公会议，第9期纪要如下：
一、关于北站公交首末站
局第5次办公会议确定首末站占地18亩，由规划科牵头。会议同意将占地调整为12亩，改由建设科牵头。
二、关于校车线路
会议认为线路方案尚不成熟，暂缓实施。
三、关于路灯改造
会议原则同意路灯改造方案，由建设科负责，9月底前完成。
""",
}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A town's party committee and a city's bureau, which counts its meetings by their issues."""
    return library_of(PAPERS, tmp_path_factory.mktemp("spoken"), today=datetime.date(2024, 12, 31))


@pytest.mark.parametrize(
    ("question", "held"),
    [
        pytest.param("榆溪镇党委会上哪件事暂时搁下了？", ["停车收费标准", "暂缓调整"], id="put-aside"),
        pytest.param("潞川交通局第9期办公会有一件事被暂缓，是什么？", ["校车线路", "暂缓实施"], id="one-of-its-items"),
        pytest.param(
            "榆溪镇第6次党委会和潞川交通局9期局长办公会，各把哪件事往后放了？",
            ["停车收费标准", "校车线路"],
            id="of-each",
        ),
        pytest.param("榆溪镇第6次党委会谁请假了？", ["姚启明"], id="a-party-committee"),
        pytest.param("榆溪镇第6次党委会上康建业以什么职务出席？", ["武装部长"], id="the-post"),
        pytest.param("榆溪镇党委会白若琳去了吗？", ["白若琳（组织委员）出席"], id="went"),
        pytest.param(
            "榆溪镇集镇停车收费今年涨到5元一小时了，啥时候开始收？", ["拟调整为每小时5元", "暂缓调整"], id="proposed"
        ),
        pytest.param(
            "潞川交通局第5次办公会和第9期办公会，北站公交首末站占地有什么不一样？",
            ["18亩", "12亩"],
            id="not-held-beside",
        ),
        pytest.param("潞川交通局第5次办公会定的首末站占地多少？", ["18亩", "12亩"], id="not-held"),
    ],
)
def test_a_spoken_question_is_answered(offices: Assistant, question: str, held: list[str]) -> None:
    answer = offices.ask(question)
    assert not answer.refused, answer.answer
    assert all(part in answer.answer for part in held), answer.answer


@pytest.mark.parametrize(
    "question",
    ["潞川交通局第5次办公会对校车线路怎么定的？", "潞川交通局第4次办公会定的首末站占地多少？"],
    ids=["another-matter", "another-meeting"],
)
def test_a_meeting_that_is_not_held_lends_nothing_else(offices: Assistant, question: str) -> None:
    assert offices.ask(question).refused


@pytest.mark.parametrize(
    ("question", "held"),
    [
        pytest.param("榆溪镇第6次党委会上谁没来，去干什么了？", "赴省党校学习", id="why-away"),
        pytest.param("榆溪镇集镇停车收费能不能涨？5月的党委会怎么说的", "暂缓调整", id="how-ruled"),
    ],
)
def test_what_is_told_is_not_said_to_be_missing(offices: Assistant, question: str, held: str) -> None:
    answer = offices.ask(question)
    assert held in answer.answer
    assert "没有查到" not in answer.answer
