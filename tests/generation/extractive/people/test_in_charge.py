"""Who of the leaders a matter is given to: the one sentence of its item that names somebody, or none of several."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

PAPER = """禾湾经开区主任办公会议纪要
（第8期）

2024年9月6日，管委会主任裴文主持召开主任办公会议。纪要如下：
一、关于化工园区整治
会议明确，由副主任康建业牵头负责整改工作。规划建设局10月底前完成封闭化管理二道门建设，消防救援站配合。
二、关于渡口改造
由白若琳负责征求意见，方远负责筹集资金，6月底前完成渡口改造。规划建设局负责渡口改造施工。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"禾湾.txt": PAPER}, tmp_path_factory.mktemp("zone"), today=datetime.date(2024, 12, 31))


def test_a_leader_is_named_where_units_alone_were_told(zone: Assistant) -> None:
    answer = zone.ask("化工园区整治，封闭化管理二道门的事让哪位领导负责？")
    assert "康建业" in answer.answer
    assert "消防救援站" not in answer.answer
