"""Which meetings and documents the library holds, over invented minutes and a notice without a title of its own."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

DOCUMENTS = {
    "岚政纪〔2021〕2号.txt": """岚川市人民政府常务会议纪要
岚政纪〔2021〕2号

2021年3月9日，市长孟叙言主持召开市政府第7次常务会议。会议纪要如下：
一、审议《岚川市停车管理办法》
会议原则通过该办法。每年召开联席会议2次。
""",
    "岚政纪〔2022〕5号.txt": """岚川市人民政府常务会议纪要
岚政纪〔2022〕5号

2022年6月8日，市长孟叙言主持召开市政府第21次常务会议。会议纪要如下：
一、审议《岚川市养老服务办法》
会议同意该办法。
""",
    "岚城投董纪〔2022〕1号.txt": """岚川城投集团董事会会议纪要
岚城投董纪〔2022〕1号

2022年9月20日，董事长祝清和主持召开岚川城投集团第二届董事会第3次会议。会议纪要如下：
一、审议利润分配方案
会议通过该方案。
""",
    "关于召开市政府第22次常务会议的通知.txt": """岚川市人民政府办公室关于召开市政府第22次常务会议的通知

各有关单位：
定于2022年7月5日召开市政府第22次常务会议。现将有关事项通知如下：
一、会议议题
1. 审议《岚川市供热管理办法》（市住建局汇报）
二、有关要求
请准时参会。

岚川市人民政府办公室
2022年7月1日
""",
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(DOCUMENTS, tmp_path_factory.mktemp("town"), today=datetime.date(2023, 12, 31))


@pytest.mark.parametrize(
    ("text", "told", "held"),
    [
        pytest.param("一共开了几次会？", "3 次会议", ("第7次", "第21次", "第3次"), id="how many meetings"),
        pytest.param("2022年开过哪些会", "2 次会议", ("第21次", "第3次"), id="of a year"),
        pytest.param("2022年6月有什么会议", "1 次会议", ("第21次",), id="of a month"),
        pytest.param("常务会议开了多少次？", "2 次会议", ("第7次", "第21次"), id="of a kind"),
        pytest.param("岚川市政府2021年召开了几次会议", "1 次会议", ("第7次",), id="of a body"),
        pytest.param("2022年以前开过哪些会", "1 次会议", ("第7次",), id="before a year"),
        pytest.param("2022年7月以来有哪些会议", "1 次会议", ("第3次",), id="since a month"),
        pytest.param("2021年到2022年6月开了几次会", "2 次会议", ("第7次", "第21次"), id="between"),
        pytest.param(
            "孟叙言主持了几次会", "2 次会议", ("第7次常务会议由孟叙言主持", "第21次"), id="whom somebody chaired"
        ),
        pytest.param("库里收了多少份文件？", "4 份文件", ("2号", "5号", "1号", "第22次"), id="how many documents"),
        pytest.param("列出所有会议纪要", "3 份文件", ("2号", "5号", "1号"), id="all minutes"),
    ],
)
def test_what_the_library_holds_is_counted_and_told(
    town: Assistant, text: str, told: str, held: tuple[str, ...]
) -> None:
    answer = town.ask(text)
    assert not answer.refused
    assert f"库中有 {told}" in answer.answer
    assert len(answer.statements) == len(held)
    assert all(any(one in statement.text for statement in answer.statements) for one in held)
    assert {statement.check for statement in answer.statements} == {"verified"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("2019年开了几次会", "库中没有2019年的会议", id="a year"),
        pytest.param("今年有哪些文件", "库中没有今年（2023年）的文件", id="counted from today"),
    ],
)
def test_a_time_without_any_is_refused(town: Assistant, text: str, told: str) -> None:
    answer = town.ask(text)
    assert answer.refused
    assert told in answer.answer


@pytest.mark.parametrize(
    "text",
    [
        "第7次常务会议有哪些文件",
        "哪些会议通过了文件",
        "每年召开几次联席会议",
        "养老服务的文件有哪些要求",
        "岚川市常务会议审议了哪几份文件",
    ],
)
def test_what_asks_for_more_is_not_taken_for_the_holdings(town: Assistant, text: str) -> None:
    assert "库中有" not in town.ask(text).answer
