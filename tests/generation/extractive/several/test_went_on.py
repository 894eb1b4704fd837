"""How a matter went on, where a question asks for that."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

APRIL = """梨川县人民政府
常务会议纪要
第31次

2024年4月11日，县长顾鸣主持召开县政府第31次常务会议。纪要如下：
一、关于青石渠清淤资金
会议批准从预备费中安排240万元，用于青石渠等3处清淤，由县水利局负责，汛期前完工。
二、关于调整渡船票价
会议不同意渡船票价由2元调整为3元，由县交通局研究提出渡船亏损补贴办法。
三、关于校车采购
会议同意采购校车12辆，由县教育局负责，8月20日前到位。
"""
JULY = """梨川县人民政府
常务会议纪要
第36次

2024年7月9日，县长顾鸣主持召开县政府第36次常务会议。纪要如下：
一、关于防汛工作
会议听取了县水利局的汇报。第31次常务会议批准资金的青石渠3处清淤，已完成2处，尚有500米未清，务必在7月20日前扫尾。
二、渡船亏损补贴办法
会议认为成本不实，未予通过，由县交通局修改后再报。
"""
PAPERS = {"梨川县政府第31次常务会议纪要.txt": APRIL, "梨川县政府第36次常务会议纪要.txt": JULY}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over two meetings of one invented county; the second speaks of what the first decided."""
    return library_of(PAPERS, tmp_path_factory.mktemp("went_on"), today=datetime.date(2024, 12, 1))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            "梨川县拨给青石渠的清淤资金，后来工程做完了吗？", "尚有500米未清", id="in an item on something else"
        ),
        pytest.param("梨川县渡船票价没涨成，后来亏损补贴的办法过会了吗？", "未予通过", id="what followed from it"),
    ],
)
def test_the_later_meeting_goes_first(county: Assistant, question: str, told: str) -> None:
    answer = county.ask(question)
    assert told in answer.answer.splitlines()[0]
    assert "2024-07-09" in answer.answer.splitlines()[0]
    assert not answer.flagged


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("梨川县批给青石渠清淤多少钱？", id="it asks for no more"),
        pytest.param("梨川县采购校车的事后来办完了吗？", id="no later meeting spoke of it"),
    ],
)
def test_else_the_answer_stays(county: Assistant, question: str) -> None:
    assert "2024-07-09" not in county.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("荷川县智慧档案馆5月没定，8月怎么定的？", id="by the month"),
        pytest.param("荷川县智慧档案馆建设暂缓以后怎么样了？", id="after what was decided"),
    ],
)
def test_what_was_decided_later_is_told(through_meetings: Assistant, question: str) -> None:
    assert "原则同意分两批" in through_meetings.ask(question).answer
