"""Questions of when, whether, from how much to how much, and for a name, over invented minutes of a heating meeting."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

TEXT = """栖川市人民政府专题会议纪要
栖政专纪〔2024〕9号

2024年9月3日，副市长温叙主持召开专题会议，研究渡口和浮桥有关工作。纪要如下：
一、浮桥改造
东段、西段因管线交叉停工。会议议定：（1）8月专题会议确定的西段年内改造的安排作出调整，今年不再开挖；（2）浮桥净宽由4米加大到7米，由市交通局组织设计；（3）管线迁改由市城投公司负责，迁改费用不得超过210万元。
二、渡口停航
会议决定柳树渡口立即停航，由市海事处三日内请专业机构完成船体检测，验收合格后方可恢复航行。
三、滨江步道夜间开放
会议认为照明尚不完善，夜间开放暂缓，待护栏装好、验收合格后另行研究。由市城管局会同江东区政府加装护栏2公里。
由市海事处会同江东区政府装救生圈40个，待救生圈装好后开放步道。
四、审计整改
会议要求，没改完的5个问题由应怀瑾同志牵头协调。市审计局每季度末专题报告一次整改进度。
五、摆渡车线路
会议同意开行码头至石桥镇、码头至柳湾村2条摆渡线路。两条线路11月1日开行，由市公交公司负责。
"""


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"a.txt": TEXT}, tmp_path_factory.mktemp("ferries"), today=datetime.date(2024, 12, 31))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("栖川柳树渡口什么时候能重新开航？", "验收合格后方可恢复", id="a condition answers when"),
        pytest.param("栖川西段今年还挖不挖？", "不再开挖", id="whether it is done, not why work stopped"),
        pytest.param("栖川浮桥要从多少加宽到多少？", "4米加大到7米", id="from how much to how much"),
        pytest.param("栖川市专题会议 浮桥管线迁改 费用上限", "210万元", id="an upper limit in key words is money"),
        pytest.param("栖川步道的救生圈谁装？", "市海事处会同", id="who does it, not what waits for it"),
        pytest.param("栖川滨江步道夜间开放吗？", "夜间开放暂缓", id="yes or no, of what a ruling is on"),
        pytest.param(
            "栖川市专题会议，审计整改没改完的几个问题，归哪位领导盯？", "应怀瑾", id="没改完的 asks nothing itself"
        ),
    ],
)
def test_told(ferries: Assistant, question: str, words: str) -> None:
    answer = ferries.ask(question)
    assert not answer.refused
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("栖川柳树渡口委托的是哪家检测机构？", id="a body without a name is none"),
        pytest.param("栖川专题会定下的步道护栏，什么时候完工？", id="what was ordered beside what was put off"),
    ],
)
def test_not_told(ferries: Assistant, question: str) -> None:
    assert ferries.ask(question).refused
