"""What was ordered instead is told behind the verdict that turned something down."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of


def test_what_was_ordered_instead_is_told(county: Assistant) -> None:
    answer = county.ask("檀川县夜间游船票价提高以后由谁收？").answer
    assert "不同意提高票价" in answer
    assert "重新测算" in answer


BEHIND = """栖川市人民政府专题会议纪要
栖政专纪〔2024〕9号

2024年9月3日，副市长温叙主持召开专题会议。纪要如下：
一、关于渡口数据平台
会议认为，该方案与交通平台功能重复，不同意单独立项。由市数据局修改方案，8月底前再报市政府研究。
二、关于石桥镇农机手培训
组织农机手培训300人次，4月10日前完成。
责任单位：农机管理站。
三、关于老码头停车场
同意将老码头空地改建为临时停车场，设车位64个。
四、关于渡口年度融资计划
会议同意该计划，按程序提交集团董事会审议。
五、《摊位管理办法》
会议审议通过该办法。柳湾村提出的草编摊单列建议，请市场服务中心研究后答复。
六、关于鱼市摊位费
应怀瑾汇报了调整方案，拟由每月180元提高到260元。会议不同意一次提高80元，同意自2025年1月1日起调整为每月210元。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"a.txt": BEHIND}, tmp_path_factory.mktemp("city"), today=datetime.date(2024, 12, 31))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("栖川渡口数据平台是怎么定的？", ("不同意单独立项", "8月底前再报"), id="with what was ordered"),
        pytest.param("我想了解栖川渡口数据平台给出的结论。", ("不同意单独立项",), id="a full stop asks as none does"),
        pytest.param("栖川市专题会议 农机手培训 责任处室", ("农机管理站",), id="the line behind the task"),
        pytest.param("栖川老码头停车场能停几辆车？", ("64个",), id="cars are counted by places"),
        pytest.param("柳湾村提的草编摊单列建议采纳了吗？", ("研究后答复",), id="what became of a proposal"),
        pytest.param("栖川鱼市摊位费现在一个月多少钱？", ("每月210元",), id="what was settled, not proposed"),
    ],
)
def test_told(city: Assistant, question: str, words: tuple[str, ...]) -> None:
    answer = city.ask(question)
    assert not answer.refused
    assert all(word in answer.answer for word in words)


def test_the_items_that_go_on_are_not_all_items(city: Assistant) -> None:
    answer = city.ask("栖政专纪〔2024〕9号里哪些事要报董事会？").answer
    assert "董事会审议" in answer
    assert "停车场" not in answer
