"""Who has a duty, or against what somebody voted, is told where a question takes somebody else, or another matter."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

if TYPE_CHECKING:
    pass

TEXT = """柏溪街道党政联席会议纪要
〔2023〕11号

时间：2023年9月12日
主持：党工委书记祁远山
参加人员：党工委书记祁远山，办事处主任柳知秋，党工委副书记闻一舟，人大工委主任谢临川
会议纪要如下：
一、梧桐里加装电梯纠纷调处
会议决定由闻一舟同志包案，司法所配合，两周内组织双方协商。
二、农贸市场过渡安置
会议同意由柳知秋同志牵头，10月底前完成商户签约。
三、关于为物业公司提供担保的议案
表决结果：同意7票，反对0票，弃权0票。
四、关于集体资产收益分配的议案
表决结果：同意6票，反对1票，弃权0票。
谢临川同志反对，理由是停车场欠账尚未还清。
"""


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(
        {"柏溪街道党政联席会议纪要.txt": TEXT}, tmp_path_factory.mktemp("somebody"), today=datetime.date(2023, 12, 31)
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("柏溪街道梧桐里电梯纠纷，谢临川包案要包到几时？", ("由闻一舟同志包案",), id="duty"),
        pytest.param(
            "柏溪街道联席会上，谢临川为什么反对给物业公司担保？", ("收益分配", "反对0票"), id="vote elsewhere"
        ),
    ],
)
def test_it_was_somebody_else_or_elsewhere(street: Assistant, question: str, words: tuple[str, ...]) -> None:
    answer = street.ask(question).answer
    assert answer.startswith("与记载不符")
    assert all(word in answer for word in words)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("柏溪街道梧桐里电梯纠纷，闻一舟包案要包到几时？", id="his duty"),
        pytest.param("柏溪街道农贸市场安置是谁牵头？", id="who is asked"),
        pytest.param("柏溪街道联席会上，谢临川为什么反对集体资产收益分配？", id="his vote"),
    ],
)
def test_what_agrees_is_left_alone(street: Assistant, question: str) -> None:
    assert "与记载不符" not in street.ask(question).answer


def test_who_voted_against_a_matter_is_told(street: Assistant) -> None:
    assert "谢临川同志反对" in street.ask("柏溪街道集体资产收益分配那个议案，谁投了反对票？").answer
    assert street.ask("柏溪街道给物业公司担保那个议案，谁投了反对票？").refused
